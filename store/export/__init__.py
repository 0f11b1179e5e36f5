"""Ways out of the library: the lines of the command line's JSON."""

from store.export.lines import (
    council_line,
    document_line,
    failure_line,
    finding_line,
    outcome_line,
    parse_line,
    visit_line,
)

__all__ = [
    "council_line",
    "document_line",
    "failure_line",
    "finding_line",
    "outcome_line",
    "parse_line",
    "visit_line",
]
