"""Filters applied to an index: which rows, how many, and what each facet would give."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from store.rows import Rows, rows_of
from store.selection.filters import Filters
from store.selection.index import FindingIndex


class Selection:
    """The rows of an index that some filters leave. Never changed: refilter by making another."""

    def __init__(self, index: FindingIndex, filters: Filters) -> None:
        self.index = index
        self.filters = filters

    @cached_property
    def bits(self) -> int:
        """The selected rows."""
        bits = self._without("theme") & self._themes()
        return bits if not self.filters.containing else self._containing(bits)

    @property
    def count(self) -> int:
        return self.bits.bit_count()

    def rows(self, most: int | None = None) -> list[int]:
        """The selected rows in the order they are shown, at most so many."""
        return list(self.listed) if most is None else list(islice(rows_of(self.bits), most))

    @cached_property
    def listed(self) -> Rows:
        """The selected rows, worked out where they are looked at: for lists of any length."""
        return Rows(self.bits)

    def theme_counts(self, themes: Sequence[str]) -> dict[str, int]:
        """For each theme how many findings there would be with it and all other filters."""
        base = self._base_for_themes
        if self.filters.every_theme:
            base = self.bits
        return {theme: (base & self.index.bits("theme", theme)).bit_count() for theme in themes}

    def counts(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """For each value of another facet how many findings there would be with it alone."""
        base = self._without(facet) & self._themes()
        if self.filters.containing:
            base = self._containing(base)
        return {value: (base & self.index.bits(facet, value)).bit_count() for value in values}

    @cached_property
    def _base_for_themes(self) -> int:
        base = self._without("theme")
        return self._containing(base) if self.filters.containing else base

    def _containing(self, bits: int) -> int:
        return self.index.containing(self.filters.containing, bits)

    def _themes(self) -> int:
        wanted = self.filters.themes
        if not wanted:
            return self.index.every
        bits = [self.index.bits("theme", theme) for theme in wanted]
        return _all(bits) if self.filters.every_theme else _any(bits)

    def _without(self, facet: str) -> int:
        """All filters but that of one facet (and the text)."""
        filters, index = self.filters, self.index
        bits = index.every
        facets: tuple[tuple[str, tuple[str, ...]], ...] = (
            ("council", filters.councils),
            ("visit", (filters.visit,) if filters.visit else ()),
            ("document", (filters.document,) if filters.document else ()),
            ("group", filters.groups),
            ("voice", filters.voices),
            ("kind", filters.kinds),
            ("repeat", ("yes",) if filters.repeats else ()),
            ("corrected", ("yes",) if filters.corrected else ()),
            ("flagged", ("yes",) if filters.flagged else ()),
            ("polarity", filters.polarities if filters.shown != "all" else ()),
        )
        for name, values in facets:
            if values and name != facet:
                bits &= _any([index.bits(name, value) for value in values])
        if filters.since or filters.until:
            bits &= index.between(filters.since, filters.until)
        return bits


def _any(bits: Sequence[int]) -> int:
    joined = 0
    for each in bits:
        joined |= each
    return joined


def _all(bits: Sequence[int]) -> int:
    joined = bits[0]
    for each in bits[1:]:
        joined &= each
    return joined
