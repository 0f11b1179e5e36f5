"""Times before the day of writing at which something was so: "Twelve months ago, plans were late".

A sentence tells of such a time only if it opens or ends with it and says how things stood, not
what was done: what was set up two years ago is there today. So its first verb must be one of
being, having or lacking.
"""

import re
from typing import Final, NamedTuple

from store.parsing.numbers import NUMBER, number_of
from store.parsing.times.dates import date_spans
from store.parsing.times.months import MONTH, YEAR

FAR: Final = 20
"""Ofsted has inspected children's services for about so many years."""

_SEASONS: Final = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
"""The last month of each."""
_AGO: Final = rf"(?P<many>{NUMBER}|an?) (?P<unit>years?|months?) (?:ago|earlier)"
_AGO_LATE: Final = _AGO.replace("?P<many>", "?P<many_late>").replace("?P<unit>", "?P<unit_late>")
_NEARLY: Final = r"(?:(?:just|only|about|around|some|more than|less than|almost|over|nearly) )*"
_YEAR_BEFORE: Final = r"(?:at )?(?:this|the same) time last year"
_OPENING: Final = re.compile(
    r"^(?:(?:but|and|yet|however),? )?(?:as recently as )?(?:"
    rf"{_NEARLY}{_AGO}"
    rf"|(?P<year_before>{_YEAR_BEFORE})"
    rf"|(?:in |during )?last (?P<season>{'|'.join(_SEASONS)})"
    rf"|(?P<back>back )?in (?:the (?:{'|'.join(_SEASONS)}) of )?(?P<year>{YEAR})"
    rf"|(?:when|before) (?P<when>[^,;]{{3,90}} in (?:{MONTH} )?{YEAR})(?=,)"
    r"|(?P<until>until (?:(?:(?:very|quite|relatively|fairly) )?recently|last month"
    rf"|(?:{MONTH} )?{YEAR}|the (?:appointment|arrival) of [^,;]{{3,60}}(?=,)))"
    r"|(?P<prior>(?:prior to|before) (?:the|its|their) (?:ofsted )?inspection)"
    r"),? (?!and\b|or\b|to\b)",
    re.IGNORECASE,
)
_END: Final = re.compile(
    rf",? (?:{_NEARLY}{_AGO_LATE}|(?P<year_before_late>{_YEAR_BEFORE})"
    rf"|last (?P<season_late>{'|'.join(_SEASONS)})|(?P<back_late>back )in (?P<year_late>{YEAR}))"
    r"[.!]?$",
    re.IGNORECASE,
)

_DEGREE: Final = (
    r"(?:(?:\w+ly|too|very|often|so|only|just|still|largely|mostly|all|also|both|more) )*+"
)
"""Words between a verb of being and what it tells."""
_LACKING: Final = (
    r"(?:not|never|rarely|seldom|hardly|barely|scarcely|poorly|badly|insufficiently"
    r"|inconsistently|inadequately)"
)
_IRREGULAR: Final = (
    r"set|made|put|given|taken|begun|brought|drawn|held|sent|told|found|built|cut|won|left"
)
_DONE: Final = rf"(?:being|{_IRREGULAR}|\w+ed)"
_STANDING: Final = (
    r"(?:(?:un|under|over|dis)\w+ed|limited|delayed|concerned|fragmented|(?:in)?experienced"
    r"|stretched|needed|based)"
)
"""What ends like a participle and yet tells how things stood."""
_STATE: Final = re.compile(
    rf"\b(?:(?:was|were|had)(?:n't| {_LACKING})\b"
    rf"|(?:was|were) {_DEGREE}(?:{_STANDING}\b|(?!{_DONE}\b)[\w£])"
    rf"|had (?!(?:been|to|{_DEGREE}(?:{_DONE}|gone|come|become|grown|risen|fallen|seen))\b)[\w£]"
    r"|(?:(?:did|could)(?:n't| not)|failed to|lacked|averaged|stood at|exceeded|totalled|numbered"
    r"|relied (?:on|too)|struggled|depended on|ran at|amounted to)\b)",
    re.IGNORECASE,
)
"""How things stood: what is so, is had, or is lacking, not what was done to whom."""
_ANOTHER_VERB: Final = re.compile(
    r"\b(?:who|whom|which|that|whose|when|where|because|after|while|began|set|put|made|took|gave|came"
    r"|went|brought|\w{3,}ed)\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT: Final = re.compile(r"^(?:inspectors|ofsted|we)\b", re.IGNORECASE)
"""What inspectors said or did then is read elsewhere."""


class TimePast(NamedTuple):
    """A time before, and what is said of it."""

    date: str
    """ISO, as exact as it is told; empty if the words give none."""
    latest: str
    """The latest month or year that may be meant; empty if nothing can be said."""
    rest: str
    """The sentence without the words for the time."""
    prior: bool = False
    """Whether it is the time before the inspection, whatever day that was."""
    compared: bool = True
    """Whether the words themselves set that time against today, as "a year ago" does. What was
    so "in 2016" may be the latest that is known."""


def number_told(words: str) -> float | None:
    """How many years or months it is ago: "three", "a"."""
    return 1 if words.lower() in ("a", "an") else number_of(words.lower())


def time_past(text: str, written: str) -> TimePast | None:
    """The time past that a sentence tells of; None if it tells of none.

    Args:
        text: a sentence, with straight apostrophes.
        written: the ISO date of its document.
    """
    opening = _OPENING.match(text)
    if opening:
        rest = text[opening.end() :]
        state = _STATE.search(rest)
        over = opening.group("until") and re.search(r"\b(?:was|were|did|had)\b", rest)
        if _OTHER_SUBJECT.match(rest) or not (over or _leads(state, rest)):
            return None
        return _told(opening.groupdict(), rest, written)
    end = _END.search(text)
    if end is None or _OTHER_SUBJECT.match(text):
        return None
    rest = text[: end.start()]
    if not _leads(_STATE.search(rest), rest) or _ANOTHER_VERB.search(rest):
        return None
    told = {name.removesuffix("_late"): found for name, found in end.groupdict().items()}
    return _told(told, rest, written)


def _leads(state: re.Match[str] | None, rest: str) -> bool:
    """Whether how things stood is what the sentence says first."""
    return state is not None and not _ANOTHER_VERB.search(rest, 0, state.start())


def _told(found: dict[str, str | None], rest: str, written: str) -> TimePast | None:
    if (many := found.get("many")) and (unit := found.get("unit")):
        date = _ago(many, unit.lower(), written)
        return None if date is None else TimePast(date, date, rest)
    if found.get("year_before"):
        date = f"{int(written[:4]) - 1}{written[4:7]}" if written else ""
        return TimePast(date, date, rest)
    if season := found.get("season"):
        date, latest = _season(season.lower(), written)
        return TimePast(date, latest, rest, compared=False)
    if year := found.get("year"):
        if written and not found.get("back") and int(year) > int(written[:4]) - 2:
            return None  # the figures of the year before are mostly the latest
        return TimePast(year, year, rest, compared=bool(found.get("back")))
    if when := found.get("when"):
        spans = date_spans(when)
        date = spans[0].start[:7] if spans else when[-4:]
        return TimePast(date, date, rest)
    if found.get("until"):
        return TimePast("", "", rest, compared=False)
    return TimePast("", "", rest, prior=True) if found.get("prior") else None


def _season(name: str, written: str) -> tuple[str, str]:
    """The year of "last summer", and the latest month it may mean: late in the year either this
    year's or the last, and of a winter never one year."""
    if len(written) < 7:
        return "", ""
    year, end = int(written[:4]), _SEASONS[name]
    is_over = int(written[5:7]) > end
    date = "" if is_over or name == "winter" else str(year - 1)
    return date, f"{year if is_over else year - 1}-{end:02}"


def _ago(many: str, unit: str, written: str) -> str | None:
    """The year or month so long ago; None if that is longer than anybody remembers."""
    number = number_told(many)
    months = unit.startswith("month")
    if not number or number > FAR * (12 if months else 1):
        return None
    if len(written) < 7:
        return ""
    if not months:
        return str(int(written[:4]) - int(number))
    total = int(written[:4]) * 12 + int(written[5:7]) - 1 - int(number)
    return f"{total // 12}-{total % 12 + 1:02}"
