"""Dates as a reader types them: 2018, July 2018, 22 Aug 2018, 22/8/2018 or 2018-08-22."""

import re
from datetime import date
from typing import Final

from store.model.dates import in_words

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SLASHED: Final = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")
_WORDED: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100


class NoDate(ValueError):
    """What was typed is no date; the message says why, and what would be one."""


def typed_date(text: str) -> str | None:
    """The ISO date, month or year that was typed; None for nothing.

    Raises:
        NoDate: it cannot be read, or there is no such day.
    """
    words = " ".join(text.lower().split())
    if not words:
        return None
    year, month, day = _parts(words)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoDate(f"The year must lie between {FIRST_YEAR} and {LAST_YEAR}, not be {year}.")
    if month is not None and not 1 <= month <= 12:
        raise NoDate(f"There is no month {month}.")
    if day is not None and month is not None:
        try:
            date(year, month, day)
        except ValueError:
            raise NoDate(f"There is no {day} {_MONTHS[month - 1].title()} {year}.") from None
    return "-".join([f"{year}", *(f"{part:02}" for part in (month, day) if part is not None)])


def typed_range(since: str, until: str) -> tuple[str | None, str | None]:
    """Both ends of a period as they were typed; either may be left open.

    Raises:
        NoDate: one of them is no date, or the period ends before it begins.
    """
    first, last = typed_date(since), typed_date(until)
    if first and last and first[: len(last)] > last[: len(first)]:
        raise NoDate(f"{in_words(last)} comes before {in_words(first)}.")
    return first, last


def _parts(words: str) -> tuple[int, int | None, int | None]:
    iso = _ISO.fullmatch(words)
    if iso:
        return int(iso[1]), int(iso[2]) if iso[2] else None, int(iso[3]) if iso[3] else None
    slashed = _SLASHED.fullmatch(words)
    if slashed:
        return int(slashed[3]), int(slashed[2]), int(slashed[1]) if slashed[1] else None
    worded = _WORDED.fullmatch(words)
    months = [n for n, name in enumerate(_MONTHS, 1) if worded and name.startswith(worded[2])]
    if worded and len(months) == 1:
        return int(worded[3]), months[0], int(worded[1]) if worded[1] else None
    raise NoDate(f"“{words[:40]}” is no date: write 2018, July 2018, 22 Aug 2018 or 2018-08-22.")
