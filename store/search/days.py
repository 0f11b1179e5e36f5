"""Dates of a query: a year, a month or a day, and the days before and after them."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_ISO: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\Z", re.ASCII)
_BRITISH: Final = re.compile(r"(\d{1,2})[-/.](?:(\d{1,2})[-/.])?(\d{4})\Z", re.ASCII)


class DateNotUnderstood(ValueError):
    """The words are no date; the message says how to write one."""


def checked(words: str) -> str:
    """2018, 2018-9, 17/9/2018 -> "2018", "2018-09", "2018-09-17".

    Raises:
        DateNotUnderstood: it is none of these, or there is no such day.
    """
    iso, british = _ISO.match(words), _BRITISH.match(words)
    if iso:
        year, month, day = iso.groups()
    elif british and british[2]:
        day, month, year = british.groups()
    elif british:
        month, day, year = british.groups()
    else:
        raise DateNotUnderstood(f"“{words}” is no date; write 2018, 2018-09 or 2018-09-17.")
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise DateNotUnderstood(f"There is no such date as “{words}”.") from None
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")


def before(day: str) -> str:
    """The last day before a day, a month or a year."""
    year, month, number = _parts(day)
    try:
        return (date(year, month or 1, number or 1) - timedelta(days=1)).isoformat()
    except OverflowError:
        return "0000"


def after(day: str) -> str:
    """The first day after a day, a month or a year."""
    year, month, number = _parts(day)
    month = month or 12
    last = date(year, month, number or monthrange(year, month)[1])
    try:
        return (last + timedelta(days=1)).isoformat()
    except OverflowError:
        return "9999-12-32"


def _parts(day: str) -> tuple[int, int, int]:
    year, month, number = [int(part) for part in f"{day}-0-0".split("-")[:3]]
    return year, month, number
