"""How months, days, years and weekdays are printed: pieces of regular expressions."""

from typing import Final

from store.model.dates import MONTH_NAMES

_MONTHS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
_PRINTED: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
MONTH: Final = f"(?:{_PRINTED}|{_PRINTED.upper()})"
"""In lower case "may" and "march" are words like any other."""
IN_FULL: Final = "|".join(name.lower() for name in MONTH_NAMES)
"""The months in full and in small letters, not grouped."""
YEAR: Final = r"(?:19|20)\d\d"
DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
WEEKDAY: Final = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+"
DASH: Final = r"[-–—─‒―−]"


def month_number(name: str) -> int:
    """ "Sept" or "September" -> 9."""
    return _MONTHS[name.lower()]
