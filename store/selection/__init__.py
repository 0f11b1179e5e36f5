"""What of the library is looked at: filters that combine, counts by facet, findings to show."""

from store.selection.filters import SHOWN, Filters
from store.selection.findings import (
    citation,
    councils_of,
    finding_of,
    findings,
    place_and_mark,
    place_in_words,
)
from store.selection.index import FindingIndex, index_of, row_file, rows_of
from store.selection.repeats import mark_repeats, with_repeat, with_repeats
from store.selection.selection import Selection, Tallies, everywhere

__all__ = [
    "SHOWN",
    "Filters",
    "FindingIndex",
    "Selection",
    "Tallies",
    "citation",
    "councils_of",
    "everywhere",
    "finding_of",
    "findings",
    "index_of",
    "mark_repeats",
    "place_and_mark",
    "place_in_words",
    "row_file",
    "rows_of",
    "with_repeat",
    "with_repeats",
]
