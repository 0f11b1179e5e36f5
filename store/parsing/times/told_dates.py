"""Dates that only the day on which a text was written makes whole: "last month", "in July".

Newspapers leave out what their readers know. A month without a year is the latest such month
that was over or under way on that day; a day without a year likewise. What is vaguer than a
month ("earlier this year", "recently") is no date.
"""

import re
from datetime import date, timedelta
from typing import Final

from store.parsing.numbers import NUMBER, number_of
from store.parsing.times.dates import DateSpan, date_spans
from store.parsing.times.months import MONTH, YEAR, month_number

_VAGUE: Final = r"(?:early|late|mid[ -]?|the (?:start|beginning|middle|end) of )?\s?"
_RELATIVE: Final = re.compile(
    r"\b(?P<word>(?i:last|this|earlier this|previous))"
    rf" (?P<what>month|week|{MONTH})(?P<own>['’]s)?\b"
    rf"|\b(?i:in|between|over|during) (?P<first>{MONTH}) (?:and|to) (?P<second>{MONTH})\b"
    rf"(?!\.?\s+(?:{YEAR}|\d))"
    rf"|\b(?i:in|since|of|from|by|during|at) {_VAGUE}(?P<month>{MONTH})\b(?!\.?\s+(?:{YEAR}|\d))"
    r"(?: (?P<ofyear>(?:of )?(?:last|this) year))?"
    rf"|\b(?i:the|its|their|a|this|after) (?P<adjective>{MONTH})"
    r"(?=['’]s?\b| (?:ofsted |monitoring |focused )?(?:visit|inspection|letter|report))"
    rf"|\b(?P<owner>{MONTH})['’]s (?=(?:ofsted |monitoring |focused )?(?:visit|inspection))"
    r"|\b(?P<lastyear>(?i:last) year)\b"
    rf"|\b(?i:(?P<weeks>a fortnight|{NUMBER} weeks|a week) ago)\b",
)
_YEARLESS: Final = re.compile(rf"\d(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b{MONTH}\.? \d")


def told_dates(text: str, told: str) -> list[DateSpan]:
    """Every date of `text` in order: whole ones, and those that `told` makes whole.

    Args:
        text: what was written.
        told: the ISO date on which it was; without one, only whole dates are found.
    """
    whole = date_spans(text)
    if len(told) < 7:
        return whole
    guessed = relative_dates(text, told)
    if _YEARLESS.search(text):
        guessed.extend(_yearless(text, told))
    guessed.sort(key=lambda span: (-len(span.start), span.at))
    kept = list(whole)
    for span in guessed:  # what is printed whole comes first, then what is the more exact
        if not any(span.at < other.end_at and other.at < span.end_at for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.at)


def relative_dates(text: str, told: str) -> list[DateSpan]:
    """ "last month", "last August", "in July" read against `told`, the day they were written."""
    if len(told) < 7:
        return []
    found = []
    for match in _RELATIVE.finditer(text):
        start = end = _iso(match, told)
        if match.group("first"):
            start, end = _months(match, told)
        elif weeks := match.group("weeks"):
            start, end = _weeks_ago(weeks.lower(), told)
        if start and end:
            found.append(DateSpan(((start, end),), match.start(), match.end(), match.group()))
    return found


def _iso(match: re.Match[str], told: str) -> str | None:
    year, month = int(told[:4]), int(told[5:7])
    word, what = (match.group("word") or "").lower(), match.group("what")
    if match.group("lastyear"):
        return f"{year - 1}"
    if what == "week":
        return _month_of_week(told, back=0 if "this" in word else 7)
    if what == "month":
        total = year * 12 + month - 1 - (0 if "this" in word else 1)
        return f"{total // 12}-{total % 12 + 1:02}"
    if match.group("first") or match.group("weeks"):
        return None
    name = what or match.group("month") or match.group("adjective") or match.group("owner")
    number = month_number(name)
    if match.group("ofyear"):
        return f"{year - ('last' in match.group('ofyear'))}-{number:02}"
    strictly = word in ("last", "previous")
    before = number < month or (number == month and not strictly)
    return f"{year if before else year - 1}-{number:02}"


def _months(match: re.Match[str], told: str) -> tuple[str, str]:
    """ "in November and December": both in the latest year that puts the second before `told`."""
    year, month = int(told[:4]), int(told[5:7])
    first, second = month_number(match.group("first")), month_number(match.group("second"))
    last = year if second <= month else year - 1
    return f"{last - (first > second)}-{first:02}", f"{last}-{second:02}"


FAR: Final = 12
"""What is more weeks ago is told in months."""


def _weeks_ago(weeks: str, told: str) -> tuple[str | None, str | None]:
    """ "a fortnight ago": the month of that week's working days, or both that they lie in."""
    word = weeks.removesuffix(" weeks")
    many = {"a week": 1.0, "a fortnight": 2.0}.get(word) or number_of(word)
    if not many or many > FAR or len(told) < 10:
        return None, None
    day = date.fromisoformat(told) - timedelta(days=round(7 * many))
    first = day - timedelta(days=day.weekday())
    return f"{first:%Y-%m}", f"{first + timedelta(days=4):%Y-%m}"


def _month_of_week(told: str, back: int) -> str | None:
    """The month of the week `back` days before; None if that week lies in two months."""
    if len(told) < 10:
        return None
    day = date.fromisoformat(told) - timedelta(days=back)
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    return f"{first:%Y-%m}" if first.month == last.month else None


def _yearless(text: str, told: str) -> list[DateSpan]:
    """ "on 15 and 16 January", "June 5": in the latest year that puts them before `told`."""
    year = int(told[:4])
    found = []
    for span in date_spans(text, year):
        if re.search(YEAR, span.printed):
            continue
        if span.end[: len(told)] > told:
            earlier = [s for s in date_spans(text, year - 1) if s.at == span.at]
            found.extend(earlier[:1])
        else:
            found.append(span)
    return found
