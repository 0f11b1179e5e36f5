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
    """The passages of one theme. Each passage stands under one theme, its most frequent."""

    name: str
    passages: tuple[Passage, ...]
    told: int
    """How many passages of the briefing have this theme, those under other themes among them."""


class Since(msgspec.Struct, frozen=True):
    """What changed at a council between its last two visits."""

    council: str
    later: str
    """The later visit in words."""
    earlier: str
    new: tuple[Passage, ...]
    again: tuple[Passage, ...]
    gone: tuple[Passage, ...]
    by_theme: tuple[tuple[str, int, int], ...]
    """Theme, concerns at the earlier and at the later visit; most at the later first."""


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
