"""A briefing: what a council, or any selection, was told, ready to be put into words and pages.

Numbers are those of the selection: every count can be counted again from the passages listed.
"""

import msgspec

from store.comparing import Series


class Passage(msgspec.Struct, frozen=True):
    """A sentence word for word, with where it stands."""

    text: str
    citation: str
    marks: tuple[str, ...] = ()
    """What a reader must know of it: other themes, a repeat, a correction, whose words."""


class Part(msgspec.Struct, frozen=True):
    """The passages of one theme. Each passage stands under one of its themes, that which most of
    the briefing's passages have."""

    name: str
    passages: tuple[Passage, ...]
    told: int
    """How many passages of the briefing have this theme, those under other themes among them."""
    others: tuple[tuple[str, int], ...] = ()
    """Under which other themes the rest of them stand, and how many under each, most first."""

    @property
    def others_in_words(self) -> str:
        """ "9 more under workforce (5), leadership (4)"; empty where all stand here."""
        if not self.others:
            return ""
        total = sum(count for _, count in self.others)
        how = f"{total} more" if self.passages else "All" if total > 1 else "It stands"
        return f"{how} under {', '.join(f'{name} ({count})' for name, count in self.others)}."


class Since(msgspec.Struct, frozen=True):
    """What changed at a council between its last two visits."""

    council: str
    later: str
    """The later visit in words."""
    earlier: str
    new: tuple[Passage, ...]
    """What no visit before told of."""
    again: tuple[Passage, ...]
    elsewhere: tuple[Passage, ...]
    """What not the earlier visit but another before told of."""
    gone: tuple[Passage, ...]
    by_theme: tuple[tuple[str, int, int], ...]
    """Theme, concerns at the earlier and at the later visit; most at the later first."""

    @property
    def in_words(self) -> str:
        """ "25 new concerns, 0 told again, 3 told at another visit before, 9 not told again"."""
        new = f"{len(self.new)} new concern{'' if len(self.new) == 1 else 's'}"
        before = f"{len(self.elsewhere)} told at another visit before"
        return f"{new}, {len(self.again)} told again, {before}, {len(self.gone)} not told again"

    @property
    def lists(self) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
        """The passages under their headings."""
        return (
            ("New", self.new),
            ("Told again", self.again),
            ("Told at another visit before", self.elsewhere),
            ("Not told again", self.gone),
        )


class History(msgspec.Struct, frozen=True):
    """A figure over time, oldest first."""

    council: str
    series: Series
    points: tuple[tuple[str, str, str], ...]
    """When, the number in words, and its sentence with citation."""


class CouncilPart(msgspec.Struct, frozen=True):
    name: str
    judgement: str
    areas: tuple[tuple[str, str], ...]
    visits: tuple[str, ...]
    """In words, newest first."""


class Briefing(msgspec.Struct, frozen=True):
    title: str
    words: str
    """What was selected."""
    made: str
    """The day, in words."""
    councils: tuple[CouncilPart, ...]
    since: tuple[Since, ...]
    concerns: tuple[Part, ...]
    strengths: tuple[Part, ...]
    repeats: tuple[tuple[Passage, Passage], ...]
    """Each passage that an earlier visit told already, with the earlier one."""
    histories: tuple[History, ...]
    quotations: tuple[tuple[str, str, str], ...]
    """Verdict in words, the quotation with its speaker and article, the source."""
    documents: tuple[str, ...]
    method: tuple[str, ...]

    @property
    def concern_count(self) -> int:
        return sum(len(part.passages) for part in self.concerns)

    @property
    def strength_count(self) -> int:
        return sum(len(part.passages) for part in self.strengths)
