"""What of the library is looked at: filters that combine, counts by facet, findings to show."""

from store.selection.filters import SHOWN, Filters
from store.selection.findings import citation, finding_of, findings, place_in_words
from store.selection.index import FindingIndex, rows_of
from store.selection.selection import Selection

__all__ = [
    "SHOWN",
    "Filters",
    "FindingIndex",
    "Selection",
    "citation",
    "finding_of",
    "findings",
    "place_in_words",
    "rows_of",
]
