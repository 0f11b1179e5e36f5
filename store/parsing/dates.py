"""Dates as inspection documents and newspapers print them.

`date_spans` finds every printed date or range: "4 to 15 December 2023", "13 January 2015 – 4
February 2015", "25 February 2019 to 8 March 2019", "12/09/2016 to 06/10/2016", "7 and 8 March
2017", "August 31, 2018", "December 2016", and two separate weeks. A month or year that stands
only at the end of a range holds for its beginning too; a range that runs over New Year begins
in the year before.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Final, NamedTuple

import msgspec

from store.model.dates import MONTH_NAMES

_MONTHS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ATOM = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d))\b"
    rf"|\b(?P<us>{MONTH}\.?\s+{_DAY},?\s+{_YEAR})\b"
    rf"|\b(?P<day>{_DAY})(?:\s+(?:of\s+)?(?P<month>{MONTH})\b\.?)?(?:,?\s+(?P<year>{_YEAR})\b)?"
    rf"|\b(?P<lone>{MONTH})\.?\s+(?P<loneyear>{_YEAR})\b",
)
_LINK = re.compile(
    r"\s*(?:(?P<to>[-–—─‒―−]+|to|until|through)|(?P<et>,\s*and|and|&|,))\s*"
    r"(?:(?:on|from)\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?",
    re.IGNORECASE,
)


class DateSpan(msgspec.Struct, frozen=True):
    """A printed date: one or more ranges of ISO dates, and where in the text it stands."""

    ranges: tuple[tuple[str, str], ...]
    at: int
    end_at: int
    printed: str

    @property
    def start(self) -> str:
        return self.ranges[0][0]

    @property
    def end(self) -> str:
        return self.ranges[-1][1]


class _Part(NamedTuple):
    day: int | None
    month: int | None
    year: int | None
    link: str


def date_spans(text: str, year: int | None = None) -> list[DateSpan]:
    """Every printed date of `text`, in order; `year` holds for dates that print none."""
    chains: list[list[re.Match[str]]] = []
    links: list[list[str]] = []
    for match in _ATOM.finditer(text):
        if chains:
            between = text[chains[-1][-1].end() : match.start()]
            link = _LINK.fullmatch(between) if len(between) < 24 else None
            if link and _may_follow(chains[-1][-1], match):
                chains[-1].append(match)
                links[-1].append("to" if link.group("to") else "and")
                continue
        chains.append([match])
        links.append([""])
    found = []
    for chain, joined in zip(chains, links, strict=True):
        span = _span(text, chain, joined, year)
        if span is not None:
            found.append(span)
    return found


def first_date(text: str, year: int | None = None) -> DateSpan | None:
    spans = date_spans(text, year)
    return spans[0] if spans else None


def _may_follow(last: re.Match[str], following: re.Match[str]) -> bool:
    # "17 appointments and 15 May" is no range: a bare number needs a date on its right.
    return not (last.group("lone") and following.group("day") and not following.group("month"))


def _span(
    text: str, chain: list[re.Match[str]], links: list[str], year: int | None
) -> DateSpan | None:
    while chain and _is_bare(chain[-1]):
        chain, links = chain[:-1], links[:-1]
    parts = _filled([_part(match, link) for match, link in zip(chain, links, strict=True)], year)
    while parts and (parts[0].month is None or parts[0].year is None):
        parts, chain = parts[1:], chain[1:]
    if not parts or any(part.month is None or part.year is None for part in parts):
        return None
    ranges = _ranges(parts)
    if not ranges:
        return None
    at, end = chain[0].start(), chain[-1].end()
    return DateSpan(tuple(ranges), at, end, text[at:end])


def _is_bare(match: re.Match[str]) -> bool:
    return bool(match.group("day")) and not match.group("month")


def _part(match: re.Match[str], link: str) -> _Part:
    if match.group("iso"):
        year, month, day = (int(number) for number in match.group("iso").split("-"))
        return _Part(day, month, year, link)
    if match.group("numeric"):
        day, month, year = (int(number) for number in re.split(r"[/.]", match.group("numeric")))
        return _Part(day, month, year + 2000 if year < 100 else year, link)
    if match.group("us"):
        name, number, last = re.split(r"[\s,.]+", match.group("us"))
        return _Part(_day(number), _MONTHS[name.lower()], int(last), link)
    if match.group("lone"):
        return _Part(None, _MONTHS[match.group("lone").lower()], int(match.group("loneyear")), link)
    month_name, printed_year = match.group("month"), match.group("year")
    return _Part(
        _day(match.group("day")),
        _MONTHS[month_name.lower()] if month_name else None,
        int(printed_year) if printed_year and month_name else None,
        link,
    )


def _day(printed: str) -> int:
    return int(re.match(r"\d+", printed).group())  # type: ignore[union-attr]


def _filled(parts: list[_Part], year: int | None) -> list[_Part]:
    """Months and years handed from right to left."""
    month = None
    filled: list[_Part] = []
    for part in reversed(parts):
        own_month = part.month or month
        own_year = part.year or year
        if part.year is None and own_month and month and own_month > month and year:
            own_year = year - 1
        filled.append(part._replace(month=own_month, year=own_year))
        month, year = own_month, own_year
    return filled[::-1]


def _ranges(parts: list[_Part]) -> list[tuple[str, str]]:
    ranges: list[tuple[str, str]] = []
    for part in parts:
        iso = _iso(part)
        if iso is None:
            return []
        if part.link == "to" and ranges:
            start = ranges[-1][0]
            if iso < start:
                return []
            ranges[-1] = (start, iso)
        elif part.link == "and" and ranges and _close(ranges[-1][1], iso):
            ranges[-1] = (ranges[-1][0], iso)
        else:
            ranges.append((iso, iso))
    return ranges


def _iso(part: _Part) -> str | None:
    if part.month is None or part.year is None or not 1 <= part.month <= 12:
        return None
    if part.day is None:
        return f"{part.year}-{part.month:02}"
    if not 1 <= part.day <= calendar.monthrange(part.year, part.month)[1]:
        return None
    return f"{part.year}-{part.month:02}-{part.day:02}"


def _close(first: str, second: str) -> bool:
    """Whether two days joined by "and" belong to one visit: at most four days apart."""
    if len(first) < 10 or len(second) < 10:
        return False
    distance = date.fromisoformat(second) - date.fromisoformat(first)
    return timedelta(0) <= distance <= timedelta(days=4)


_RELATIVE = re.compile(
    rf"\b(?P<word>last|this|earlier this|previous) (?P<what>month|{MONTH})(?P<own>['’]s)?\b"
    rf"|\b(?:in|since|of|from|by|during) (?P<month>{MONTH})(?!\s+(?:{_YEAR}|\d))\b"
    r"|\b(?P<lastyear>last year)\b",
)


def relative_dates(text: str, told: str) -> list[DateSpan]:
    """ "last month", "last August", "in July" read against `told`, the day they were written.

    A month without a year is the latest such month that was over or under way on that day.
    """
    if len(told) < 7:
        return []
    year, month = int(told[:4]), int(told[5:7])
    found = []
    for match in _RELATIVE.finditer(text):
        if match.group("lastyear"):
            iso = f"{year - 1}"
        elif match.group("what") == "month":
            back = 0 if "this" in match.group("word").lower() else 1
            total = year * 12 + month - 1 - back
            iso = f"{total // 12}-{total % 12 + 1:02}"
        else:
            name = match.group("what") or match.group("month")
            number = _MONTHS[name.lower()]
            strictly = (match.group("word") or "").lower() in ("last", "previous")
            before = number < month or (number == month and not strictly)
            iso = f"{year if before else year - 1}-{number:02}"
        found.append(DateSpan(((iso, iso),), match.start(), match.end(), match.group()))
    return found
