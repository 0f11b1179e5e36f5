"""A council's findings by theme, made comparable: per 100 sentences, or per document."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from store.comparing.matrix import EVERY_THEME, Tally, concern_bits, strength_bits, told_by
from store.library import Record
from store.selection import Filters, FindingIndex, Selection, rows_of

Per = Literal["sentences", "document"]
NOT_ASKED: Final = ("article", "other")
"""Kinds that do not count: an article tells again what a letter told."""


class Profile(msgspec.Struct, frozen=True):
    """What the letters and reports of a council tell of, by theme."""

    council: str
    documents: int
    sentences: int
    cells: dict[str, int]
    """Theme -> bits of its findings; EVERY_THEME for all."""
    concerns: int
    strengths: int

    def tally(self, theme: str) -> Tally:
        bits = self.cells.get(theme, 0)
        return Tally((bits & self.concerns).bit_count(), (bits & self.strengths).bit_count())

    def rows(self, theme: str) -> list[int]:
        return list(rows_of(self.cells.get(theme, 0)))

    def share(self, count: int, per: Per) -> float | None:
        """A count per 100 sentences or per document; None if there are none."""
        base = self.documents if per == "document" else self.sentences / 100
        return count / base if base else None


def profile(
    index: FindingIndex, council: str, records: Iterable[Record], themes: Sequence[str]
) -> Profile:
    """The profile of a council, of its letters and reports alone."""
    own = [r for r in records if r.is_about(council) and r.kind not in NOT_ASKED]
    kinds = tuple(sorted({record.kind for record in own})) or ("none",)
    base = Filters(kinds=kinds)
    told = told_by(index, council, base)
    cells = {theme: told & index.bits("theme", theme) for theme in themes}
    cells[EVERY_THEME] = told
    return Profile(
        council=council,
        documents=len(own),
        sentences=Selection(index, base.but(councils=(council,))).count,
        cells=cells,
        concerns=told & concern_bits(index),
        strengths=told & strength_bits(index),
    )
