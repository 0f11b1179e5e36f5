"""All councils by themes: how many concerns each has in a period, and sorted by any column.

The counts come from the cards, so no document is read. What the cards do not hold, strengths by
theme, comes from the index of findings where there is one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final, Literal

import msgspec

from store.library.councils import CouncilCard
from store.library.record import CONCERNS, Record
from store.model.vocabulary import GRADES, Grade
from store.selection.filters import SHOWN
from store.selection.index import FindingIndex
from store.selection.periods import ALWAYS, Period

Counted = Literal["concerns", "strengths"]
COUNCIL: Final = "council"
JUDGEMENT: Final = "judgement"
TOTAL: Final = "total"
"""The columns beside the themes, which go by their ids."""
SHADES: Final = 5
"""How many steps of heat there are, the first of them for nothing."""


class MapRow(msgspec.Struct, frozen=True):
    """One council in a period."""

    council: str
    judgement: Grade | None
    documents: int
    sentences: int
    """All sentences of these documents that speak of the council."""
    total: int
    """Sentences that tell of what is counted; one with two themes counts once."""
    themes: dict[str, int]
    """Theme -> number of sentences; a theme without any is not there."""

    def number(self, column: str) -> int:
        """The count of a theme, or the total."""
        return self.total if column == TOTAL else self.themes.get(column, 0)

    def share(self, column: str) -> float:
        """The same for each hundred sentences; 0 where there are none."""
        return 100 * self.number(column) / self.sentences if self.sentences else 0.0

    def value(self, column: str, *, share: bool) -> float:
        return self.share(column) if share else self.number(column)


class ThemeMap(msgspec.Struct, frozen=True):
    """The councils that have documents in a period, by name, and all of them together."""

    themes: tuple[str, ...]
    rows: tuple[MapRow, ...]
    every: MapRow
    """All councils in one row; a document on two councils counts once, its sentences for each."""
    counted: Counted
    period: Period


def theme_map(
    records: Iterable[Record],
    cards: Iterable[CouncilCard],
    themes: Sequence[str],
    period: Period = ALWAYS,
) -> ThemeMap:
    """Concerns by council and theme in the documents of a period.

    Args:
        records: the cards of the documents.
        cards: the cards of the councils, for their judgements.
        themes: ids of the themes to count.
        period: documents without a date belong to the period without bounds only.
    """
    within = [record for record in records if period.holds(record.date)]
    concerns: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for record in within:
        for council, counts in record.counts.items():
            totals[council] += sum(counts.get(polarity, 0) for polarity in CONCERNS)
        for council, counts in record.themes.items():
            concerns.setdefault(council, Counter()).update(counts)
    return _mapped(within, cards, themes, period, "concerns", concerns, totals)


def strengths_map(
    index: FindingIndex,
    records: Iterable[Record],
    cards: Iterable[CouncilCard],
    themes: Sequence[str],
    period: Period = ALWAYS,
) -> ThemeMap:
    """Strengths by council and theme; asked of the index, for the cards do not hold them."""
    within = [record for record in records if period.holds(record.date)]
    told = 0
    for polarity in SHOWN["strengths"]:
        told |= index.bits("polarity", polarity)
    if period.since or period.until:
        told &= index.between(period.since, period.until)
    by_theme = {theme: told & index.bits("theme", theme) for theme in themes}
    strengths: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for council in {named.name for record in within for named in record.councils}:
        own = index.bits("council", council)
        totals[council] = (own & told).bit_count()
        strengths[council] = Counter(
            {theme: (own & bits).bit_count() for theme, bits in by_theme.items()}
        )
    return _mapped(within, cards, themes, period, "strengths", strengths, totals)


def _mapped(
    within: Sequence[Record],
    cards: Iterable[CouncilCard],
    themes: Sequence[str],
    period: Period,
    counted: Counted,
    by_theme: dict[str, Counter[str]],
    totals: Counter[str],
) -> ThemeMap:
    judgements = {card.name: card.judgement for card in cards}
    documents: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    for record in within:
        documents.update({named.name for named in record.councils})
        for council, counts in record.counts.items():
            sentences[council] += sum(counts.values())
    rows = tuple(
        MapRow(
            council=name,
            judgement=judgements.get(name),
            documents=documents[name],
            sentences=sentences[name],
            total=totals[name],
            themes=_without_nothing(themes, by_theme.get(name, Counter())),
        )
        for name in sorted(documents)
    )
    every = MapRow(
        council="",
        judgement=None,
        documents=sum(1 for record in within if record.councils),
        sentences=sum(row.sentences for row in rows),
        total=sum(row.total for row in rows),
        themes=_without_nothing(
            themes, {theme: sum(row.number(theme) for row in rows) for theme in themes}
        ),
    )
    return ThemeMap(tuple(themes), rows, every, counted, period)


def _without_nothing(themes: Sequence[str], counts: dict[str, int]) -> dict[str, int]:
    return {theme: counts[theme] for theme in themes if counts.get(theme)}


# Order and heat


def sorted_rows(
    rows: Iterable[MapRow], column: str, *, descending: bool = False, share: bool = False
) -> list[MapRow]:
    """Rows by a column: a theme, the total, the judgement (best first) or the council.

    Rows with the same value stand by name; councils without a judgement stand last either way.
    """
    by_name = sorted(rows, key=lambda row: row.council.casefold())
    if column == COUNCIL:
        return by_name[::-1] if descending else by_name
    if column == JUDGEMENT:
        judged = [row for row in by_name if row.judgement in GRADES]
        judged.sort(key=lambda row: GRADES.index(_grade(row)), reverse=descending)
        return judged + [row for row in by_name if row.judgement not in GRADES]
    return sorted(by_name, key=lambda row: row.value(column, share=share), reverse=descending)


def _grade(row: MapRow) -> Grade:
    return row.judgement or "not judged"


def heat(value: float, top: float) -> int:
    """How hot a value is beside the highest: 0 for nothing, then 1 to 4.

    The steps are of its square root, for a few councils with many reports would otherwise leave
    all others in the lowest.
    """
    if value <= 0 or top <= 0:
        return 0
    return min(SHADES - 1, 1 + int((SHADES - 1) * sqrt(value / top)))


def hottest(rows: Iterable[MapRow], themes: Sequence[str], *, share: bool = False) -> float:
    """The highest value of any theme in any of the rows; heat is measured by it."""
    return max((row.value(theme, share=share) for row in rows for theme in themes), default=0.0)


def named_like(rows: Iterable[MapRow], words: str) -> list[MapRow]:
    """The rows of councils whose name holds these words, in any case."""
    wanted = words.casefold().strip()
    return [row for row in rows if wanted in row.council.casefold()]
