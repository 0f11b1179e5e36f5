"""Filters applied to an index: which rows, how many, and what each facet would give."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice

from store.model.visit import Visit
from store.rows import Rows, rows_of
from store.rows.bitsets import as_bytes
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
            ("doubtful", ("yes",) if filters.doubtful else ()),
            ("polarity", filters.polarities if filters.shown != "all" else ()),
        )
        for name, values in facets:
            if values and name != facet:
                bits &= _any([index.bits(name, value) for value in values])
        if filters.since or filters.until:
            bits &= index.between(filters.since, filters.until)
        return bits


class Tallies:
    """How much of what filters leave tells of each council and of each visit, whichever of them
    the filters name. A council is counted when it is asked for."""

    def __init__(
        self, index: FindingIndex, filters: Filters, known: AbstractSet[str] | None = None
    ) -> None:
        """`known`: the councils that can be counted, where the others are not worked out yet."""
        self.index = index
        self.filters = everywhere(filters)
        self.known = known
        self._counts: dict[tuple[str, bool], dict[str, int]] = {}
        self._holding: dict[str, list[int]] = {}

    @cached_property
    def _bits(self) -> int:
        # Words are looked up council by council: to look through all documents takes too long.
        return Selection(self.index, self.filters.but(containing="")).bits

    @cached_property
    def _among(self) -> bytes:
        return as_bytes(self._bits, self.index.rows)

    @cached_property
    def _at_visits(self) -> bytes:
        """Without what only looks back at an earlier visit, as filters by a visit leave it."""
        return as_bytes(self._bits & ~self.index.bits("time", "earlier"), self.index.rows)

    def by_document(self, council: str, *, at_visit: bool = False) -> dict[str, int]:
        """The counts of the documents about a council, or only of what they say of their visit."""
        counts = self._counts.get((council, at_visit))
        if counts is None:
            among = self._at_visits if at_visit else self._among
            counts = self.index.counts_about(council, among, self._holding_words(council))
            self._counts[council, at_visit] = counts
        return counts

    def _holding_words(self, council: str) -> list[int]:
        """The sentences of each document about a council that hold the words; empty for all."""
        if not self.filters.containing:
            return []
        found = self._holding.get(council)
        if found is None:
            found = self.index.holding_about(council, self.filters.containing, self._among)
            self._holding[council] = found
        return found

    def of_council(self, council: str) -> int | None:
        """None if that is not known yet."""
        if self.known is not None and council not in self.known:
            return None
        return sum(self.by_document(council).values())

    def of_visit(self, visit: Visit) -> int:
        """In the documents of the visit, about its council."""
        counts = self.by_document(visit.council, at_visit=True)
        return sum(counts.get(id, 0) for id in visit.documents)

    def documents(self, councils: Sequence[str], visit: Visit | None = None) -> int:
        """How many documents tell of any of these councils (and of that visit)."""
        told: set[str] = set()
        for name in councils:
            counts = self.by_document(name, at_visit=visit is not None)
            told.update(id for id, count in counts.items() if count)
        return len(told if visit is None else told.intersection(visit.documents))


def everywhere(filters: Filters) -> Filters:
    """The same filters for every council, visit and document."""
    return filters.but(councils=(), visit=None, document=None)


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
