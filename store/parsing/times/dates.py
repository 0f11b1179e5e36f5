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

from store.parsing.times.american import american_dates
from store.parsing.times.months import DASH, DAY, MONTH, WEEKDAY, YEAR, month_number

_ATOM = re.compile(
    rf"\b(?P<iso>{YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:{YEAR}|\d\d))\b"
    rf"|(?<![\w:.£])(?P<day>{DAY})(?![\d:%]|\.\d)(?:\s+(?:of\s+)?(?P<month>{MONTH})\b\.?)?"
    rf"(?:,?\s+(?P<year>{YEAR})\b)?"
    rf"|\b(?P<months>{MONTH}\s*(?:and|to|&|[-–—])\s*{MONTH}\.?\s+{YEAR})\b"
    rf"|\b(?P<lone>{MONTH})\.?\s+(?P<loneyear>{YEAR})\b",
)
_LINK = re.compile(
    rf"\s*(?:(?P<to>{DASH}+|to|until|through)|(?P<et>,\s*and|and|&|,))\s*"
    rf"(?:(?:on|from)\s+)?(?:{WEEKDAY})?",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf"\b(?!(?:{WEEKDAY}|(?:on|the|of|from|to|and|at|by|until|between|since|dated?|published|posted"
    r"|updated|issued|sent)\b))[a-z]+\.?\s+$",
    re.IGNORECASE,
)
"""A word right before a number that makes it no day: a day has none but "on" and its like."""
_WEEK_OF = re.compile(
    rf"\bweek (?:of|beginning|commencing|starting)(?: on)?(?: the)?\s*(?:{WEEKDAY})?\s*$",
    re.IGNORECASE,
)


PARTS_APART: Final = 7
"""The two parts of an inspection were at most some five months apart; what is further apart
are two events."""


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
            counted = _is_counted(text, chains[-1][-1], match)
            if link and not counted and _may_follow(chains[-1][-1], match):
                chains[-1].append(match)
                links[-1].append("to" if link.group("to") else "and")
                continue
        chains.append([match])
        links.append([""])
    found = _month_first(text, year)
    for chain, joined in zip(chains, links, strict=True):
        if chain[0].group("months"):
            found.append(_months(chain[0]))
            continue
        for span in _spans(text, chain, joined, year):
            if not any(span.at < other.end_at and other.at < span.end_at for other in found):
                found.append(span)
    found = [_working_week(text, span) for span in found] if "week" in text else found
    return sorted(found, key=lambda span: span.at)


def _working_week(text: str, span: DateSpan) -> DateSpan:
    """ "the week beginning 21 May 2018" lasts until the Friday."""
    if len(span.start) < 10 or span.start != span.end:
        return span
    if not _WEEK_OF.search(text, max(0, span.at - 40), span.at):
        return span
    last = date.fromisoformat(span.start) + timedelta(days=4)
    return msgspec.structs.replace(span, ranges=((span.start, last.isoformat()),))


def _month_first(text: str, year: int | None) -> list[DateSpan]:
    """ "July 12 and 13" and its like."""
    found = []
    for at, end, pieces in american_dates(text):
        parts = [_Part(p.day, p.month, p.year or year, p.link) for p in pieces]
        groups = _ranges(parts) if all(part.year for part in parts) else []
        if len(groups) == 1:
            ranges = tuple((piece.start, piece.end) for piece in groups[0])
            found.append(DateSpan(ranges, at, end, text[at:end]))
    return found


def _is_counted(text: str, last: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a number before a month counts something else: "Version 3, March 2018"."""
    if not following.group("lone") or not _is_bare(last) or not last.group("day").isdigit():
        return False
    return bool(_COUNTS.search(text[max(0, last.start() - 30) : last.start()]))


def _may_follow(last: re.Match[str], following: re.Match[str]) -> bool:
    if last.group("months") or following.group("months"):
        return False
    # "17 appointments and 15 May" is no range: a bare number needs a date on its right.
    return not (last.group("lone") and following.group("day") and not following.group("month"))


def _spans(
    text: str, chain: list[re.Match[str]], links: list[str], year: int | None
) -> list[DateSpan]:
    end = len(chain)
    while end and _is_bare(chain[end - 1]):
        end -= 1
    chain, links = chain[:end], links[:end]
    parts = _filled([_part(match, link) for match, link in zip(chain, links, strict=True)], year)
    start = 0
    while start < len(parts) and (parts[start].month is None or parts[start].year is None):
        start += 1
    parts, chain = parts[start:], chain[start:]
    if any(part.month is None or part.year is None for part in parts):
        return []
    found = []
    for group in _ranges(parts):
        at, end_at = chain[group[0].first].start(), chain[group[-1].last].end()
        ranges = tuple((piece.start, piece.end) for piece in group)
        found.append(DateSpan(ranges, at, end_at, text[at:end_at]))
    return found


def _months(match: re.Match[str]) -> DateSpan:
    """ "November and December 2015", "December to January 2016"."""
    first, last = re.findall(MONTH, match.group())[:2]
    year = int(match.group()[-4:])
    start = year - (month_number(first) > month_number(last))
    ends = f"{start}-{month_number(first):02}", f"{year}-{month_number(last):02}"
    return DateSpan((ends,), match.start(), match.end(), match.group())


def _is_bare(match: re.Match[str]) -> bool:
    return bool(match.group("day")) and not match.group("month")


def _part(match: re.Match[str], link: str) -> _Part:
    if match.group("iso"):
        year, month, day = (int(number) for number in match.group("iso").split("-"))
        return _Part(day, month, year, link)
    if match.group("numeric"):
        day, month, year = (int(number) for number in re.split(r"[/.]", match.group("numeric")))
        return _Part(day, month, year + 2000 if year < 100 else year, link)
    if match.group("lone"):
        return _Part(None, month_number(match.group("lone")), int(match.group("loneyear")), link)
    month_name, printed_year = match.group("month"), match.group("year")
    return _Part(
        _day(match.group("day")),
        month_number(month_name) if month_name else None,
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


class _Range(NamedTuple):
    start: str
    end: str
    first: int
    last: int
    """Indexes of its first and last day in the chain."""


def _ranges(parts: list[_Part]) -> list[list[_Range]]:
    """The ranges of a chain, those that can be parts of one event in one list."""
    ranges: list[_Range] = []
    for index, part in enumerate(parts):
        iso = _iso(part)
        if iso is None:
            return []
        last = ranges[-1] if ranges else None
        if part.link == "to" and last:
            if iso < last.start:
                return []
            ranges[-1] = last._replace(end=iso, last=index)
        elif part.link == "and" and last and _close(last.end, iso):
            ranges[-1] = last._replace(end=iso, last=index)
        else:
            ranges.append(_Range(iso, iso, index, index))
    groups: list[list[_Range]] = []
    for each in ranges:
        if groups and _goes_with(groups[-1][-1].end, each.start):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _goes_with(end: str, start: str) -> bool:
    """Whether a later range can be the second part of one inspection."""
    return end <= start and months_between(end, start) <= PARTS_APART


def months_between(first: str, second: str) -> int:
    """How many months an ISO month or day is before another; 0 if either is vaguer."""
    if len(first) < 7 or len(second) < 7:
        return 0
    return (int(second[:4]) - int(first[:4])) * 12 + int(second[5:7]) - int(first[5:7])


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
