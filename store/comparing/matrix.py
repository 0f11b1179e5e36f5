"""Themes by visits: how many concerns and strengths each visit told of, theme by theme."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from store.model.visit import Visit
from store.selection import Filters, FindingIndex, Selection, rows_of

Sign = Literal["concern", "strength", "both", "none"]
EVERY_THEME: Final = ""
"""Stands for all findings in the place of a theme, those without a theme among them."""


class Tally(msgspec.Struct, frozen=True):
    """Sentences that tell of a concern, and of a strength; a mixed one counts as both."""

    concerns: int = 0
    strengths: int = 0

    @property
    def sign(self) -> Sign:
        if self.concerns and self.strengths:
            return "both"
        return "concern" if self.concerns else "strength" if self.strengths else "none"

    @property
    def findings(self) -> int:
        return self.concerns + self.strengths


class ThemeMatrix(msgspec.Struct, frozen=True):
    """The findings of one council, by theme and visit. Bits are those of the index it is of."""

    council: str
    visits: tuple[Visit, ...]
    """Oldest first; visits that are only looked back at have no documents and empty columns."""
    themes: tuple[str, ...]
    """In the vocabulary's order, without EVERY_THEME."""
    cells: dict[tuple[str, str | None], int]
    """Theme and key of the visit -> bits of its findings. The visit None is all of the council's,
    those of documents that report on no visit among them."""
    concerns: int
    """Bits of all concerns of the council."""
    strengths: int

    def tally(self, theme: str, visit: str | None) -> Tally:
        """What is told of a theme at a visit."""
        bits = self.cells.get((theme, visit), 0)
        return Tally((bits & self.concerns).bit_count(), (bits & self.strengths).bit_count())

    def rows(self, theme: str, visit: str | None) -> list[int]:
        """The findings of a cell, as rows of the index."""
        return list(rows_of(self.cells.get((theme, visit), 0)))

    def by_number(self) -> tuple[str, ...]:
        """The themes, those with the most concerns first, then by strengths."""

        def rank(theme: str) -> tuple[int, int]:
            total = self.tally(theme, None)
            return -total.concerns, -total.strengths

        return tuple(sorted(self.themes, key=rank))

    @property
    def outside(self) -> int:
        """How many findings are of no visit: they stand in documents that report on none, or look
        back at one."""
        within = 0
        for visit in self.visits:
            within |= self.cells[EVERY_THEME, visit.key]
        return (self.cells[EVERY_THEME, None] & ~within).bit_count()


def theme_matrix(
    index: FindingIndex,
    council: str,
    visits: Iterable[Visit],
    themes: Sequence[str],
    base: Filters | None = None,
) -> ThemeMatrix:
    """The matrix of a council.

    Args:
        index: the findings of the library.
        council: its short name.
        visits: visits of any councils; those of this one are taken.
        themes: ids in the vocabulary's order.
        base: filters that apply to every cell, such as whose words count; its council, visit,
            themes and polarity are left aside.
    """
    own = sorted((v for v in visits if v.council == council), key=lambda visit: visit.when)
    told = told_by(index, council, base)
    cells: dict[tuple[str, str | None], int] = {}
    by_theme = {theme: told & index.bits("theme", theme) for theme in themes}
    by_theme[EVERY_THEME] = told
    for theme, bits in by_theme.items():
        cells[theme, None] = bits
        for visit in own:
            cells[theme, visit.key] = bits & index.bits("visit", visit.key)
    return ThemeMatrix(
        council=council,
        visits=tuple(own),
        themes=tuple(themes),
        cells=cells,
        concerns=told & concern_bits(index),
        strengths=told & strength_bits(index),
    )


def told_by(index: FindingIndex, council: str, base: Filters | None = None) -> int:
    """The findings of a council that filters leave, whatever their sign, but no neutral ones."""
    plain = (base or Filters()).but(
        councils=(council,), visit=None, themes=(), shown="all", repeats=False, containing=""
    )
    return Selection(index, plain).bits & (concern_bits(index) | strength_bits(index))


def concern_bits(index: FindingIndex) -> int:
    return index.bits("polarity", "concern") | index.bits("polarity", "mixed")


def strength_bits(index: FindingIndex) -> int:
    return index.bits("polarity", "strength") | index.bits("polarity", "mixed")
