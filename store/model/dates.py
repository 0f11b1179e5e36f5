"""ISO dates of any exactness (a day, a month, a year) in words."""

from functools import cache
from typing import Final

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@cache
def in_words(iso: str) -> str:
    """ "2018-08-22" -> "22 Aug 2018", "2018-07" -> "July 2018", "2018" -> "2018"."""
    try:
        numbers = [int(part) for part in iso.split("-")]
        if len(numbers) == 1:
            return iso
        name = MONTH_NAMES[numbers[1] - 1]
        if len(numbers) == 2:
            return f"{name} {numbers[0]}"
        return f"{numbers[2]} {name[:3]} {numbers[0]}"
    except (ValueError, IndexError):
        return iso


def range_in_words(start: str | None, end: str | None) -> str:
    """ "4–15 Dec 2023", "28 Feb – 3 Mar 2023" or "22 Aug 2018"; empty without a date."""
    if not start or not end or start == end:
        return in_words(start or end or "")
    if len(start) == len(end) == 10:
        if start[:7] == end[:7]:
            return f"{int(start[8:])}–{in_words(end)}"
        if start[:4] == end[:4]:
            return f"{in_words(start)[:-5]} – {in_words(end)}"
    return f"{in_words(start)} – {in_words(end)}"


def as_year(iso: str) -> float:
    """A date as years, for axes: "2018-07-01" -> 2018.5; a month or a year stands at its start."""
    parts = [int(part) for part in iso.split("-")]
    month = parts[1] if len(parts) > 1 else 1
    day = parts[2] if len(parts) > 2 else 1
    return parts[0] + (month - 1) / 12 + (day - 1) / 372
