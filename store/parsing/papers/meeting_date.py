"""The day of a council's paper: of the meeting that it is for, or that it minutes."""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.times.dates import DateSpan, date_spans
from store.parsing.times.months import MONTH, WEEKDAY

HEAD: Final = 30
"""So many lines at the top may print it."""
LONGEST: Final = 160
"""Characters of such a line: it is no sentence."""
_BODY: Final = re.compile(
    r"\b(?:dates?|meeting|minutes|agenda|held|committee|cabinet|panel|board|executive|council"
    r"|forum|scrutiny)\b",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:letter|visit|inspect\w*|previous|last|next|published|publication|despatch\w*|review"
    r"|implementation|matters arising|judged|since|response|version|updated)\b",
    re.IGNORECASE,
)
"""Words of a line whose date is of something else."""
_NUMBERED: Final = re.compile(rf"\W*\d{{1,2}}[.)]?\s+(?!{MONTH}\b)", re.IGNORECASE)
"""An item of an agenda, such as the minutes of the meeting before."""
_ALONE: Final = re.compile(
    rf"\W*(?:(?:on\s+)?{WEEKDAY})?\W*(?:(?:at\s+)?\d{{1,2}}[:.]?\d{{0,2}}\s*(?:am|pm|hours)?)?\W*",
    re.IGNORECASE,
)
"""What may stand around a date that has a line to itself."""


def meeting_date(rows: Sequence[str]) -> tuple[str, str] | None:
    """The ISO day and the line that prints it; None where no line of the head prints one.

    A line that says what it is, "Date: 12 March 2019" or "Minutes, Thursday 12 September 2019",
    goes before one that prints a date and nothing else.
    """
    alone: tuple[str, str] | None = None
    for row in rows[:HEAD]:
        span = _only_day(row)
        if span is None or _OF_ANOTHER.search(row):
            continue
        rest = row[: span.at] + " " + row[span.end_at :]
        if _BODY.search(rest) and not _NUMBERED.match(row) and len(rest.split()) <= 16:
            return span.start, row
        if alone is None and _ALONE.fullmatch(rest):
            alone = span.start, row
    return alone


def _only_day(row: str) -> DateSpan | None:
    if len(row) > LONGEST:
        return None
    spans = date_spans(row)
    days = [span for span in spans if len(span.start) == 10 and span.start == span.end]
    return days[0] if len(days) == len(spans) == 1 else None
