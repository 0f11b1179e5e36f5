"""Which councils are listed, and in which order."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

import msgspec

from store.library.councils import CouncilCard
from store.library.record import Record

ORDERS: Final = ("name", "judgement", "last visit", "concerns")
"""What councils can be sorted by: A to Z, worst first, newest first, most first."""
BY_AREA: Final = "judged by area"
NOT_JUDGED: Final = "no judgement"
JUDGEMENTS: Final = (
    "inadequate",
    "requires improvement",
    "adequate",
    "good",
    "outstanding",
    BY_AREA,
    NOT_JUDGED,
)
"""Worst first, as they are sorted."""
NO_REGION: Final = "region not known"


class CouncilChoice(msgspec.Struct, frozen=True):
    """Councils to list. Empty fields do not narrow it."""

    named: str = ""
    regions: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of document, of which the library must hold one about the council."""
    order: str = "name"

    def but(self, **changes: Any) -> "CouncilChoice":
        """The same choice with some fields changed."""
        return msgspec.structs.replace(self, **changes)

    def next_order(self) -> "CouncilChoice":
        """By name, then judgement, last visit, concerns, then by name again."""
        place = ORDERS.index(self.order) if self.order in ORDERS else -1
        return self.but(order=ORDERS[(place + 1) % len(ORDERS)])

    def in_words(self, counted: str = "concerns") -> str:
        """ "inadequate · North West · named “shire” · by concerns"; empty where nothing is chosen.

        `counted` is what the numbers are of that "concerns" sorts by.
        """
        words = [" or ".join(self.judgements), " or ".join(self.regions), self._named_in_words()]
        if self.order != "name":
            words.append(f"by {counted if self.order == 'concerns' else self.order}")
        return " · ".join(word for word in words if word)

    def narrowed_in_words(self) -> str:
        """ "only councils named “shire”, inadequate, in North West"; empty where all are listed.

        Without the kinds of document, which filters of findings say as well.
        """
        regions = f"in {' or '.join(self.regions)}" if self.regions else ""
        words = [self._named_in_words(), " or ".join(self.judgements), regions]
        said = ", ".join(word for word in words if word)
        return f"only councils {said}" if said else ""

    def _named_in_words(self) -> str:
        return f"named “{self.named.strip()}”" if self.named.strip() else ""


def judgement_of(card: CouncilCard) -> str:
    """One of JUDGEMENTS."""
    if card.judgement and card.judgement != "not judged":
        return card.judgement
    return BY_AREA if card.areas else NOT_JUDGED


@cache
def _regions() -> dict[str, str]:
    from store.parsing.councils import register  # its patterns and table take some milliseconds

    return {council.name: council.region for council in register().councils}


def region_of(council: str) -> str:
    """The region of a council, by its name in the register."""
    return _regions().get(council) or NO_REGION


def listed(
    cards: Sequence[CouncilCard], choice: CouncilChoice, records: Mapping[str, Record]
) -> list[CouncilCard]:
    """The cards that a choice leaves, in its order."""
    found = [card for card in cards if _passes(card, choice, records)]
    if choice.order in _SORTED:
        found.sort(key=_SORTED[choice.order])
    return found


def council_counts(
    cards: Sequence[CouncilCard], choice: CouncilChoice, records: Mapping[str, Record], facet: str
) -> dict[str, int]:
    """For each value of "region" or "judgement" how many councils there would be with it alone."""
    of = region_of if facet == "region" else None
    rest = choice.but(**{f"{facet}s": ()})
    counts: dict[str, int] = {} if of else dict.fromkeys(JUDGEMENTS, 0)
    for card in cards:
        value = of(card.name) if of else judgement_of(card)
        counts[value] = counts.get(value, 0) + _passes(card, rest, records)
    return dict(sorted(counts.items())) if of else counts


def _passes(card: CouncilCard, choice: CouncilChoice, records: Mapping[str, Record]) -> bool:
    return (
        choice.named.casefold().strip() in card.name.casefold()
        and (not choice.judgements or judgement_of(card) in choice.judgements)
        and (not choice.regions or region_of(card.name) in choice.regions)
        and (not choice.kinds or _has_kind(card, choice.kinds, records))
    )


def _has_kind(card: CouncilCard, kinds: Sequence[str], records: Mapping[str, Record]) -> bool:
    return any(record.kind in kinds and record.is_about(card.name) for record in records.values())


def _newest_first(card: CouncilCard) -> tuple[int, ...]:
    digits = card.last_visit.replace("-", "").ljust(8, "0")
    return (-int(digits) if digits.isdigit() else 0,)


_SORTED: Final[dict[str, Callable[[CouncilCard], Any]]] = {
    "judgement": lambda card: JUDGEMENTS.index(judgement_of(card)),
    "last visit": _newest_first,
    "concerns": lambda card: -card.concerns,
}
