"""What a document tells of an earlier visit, and not of its own: "Inspectors then found 33".

A sentence looks back if it names an earlier inspection, visit, report or judgement, says "then"
after one that does or opens with "previously", and says nothing of what is so now. What compares
then and now ("fewer than at the last inspection", "still") tells of now, and so does all in the
present tense. How things stood "twelve months ago" or "until recently" is of that time too.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.model.document import Document, Sentence
from store.model.visit import ORDINAL, ordinal_from_words
from store.parsing.times.dates import date_spans
from store.parsing.times.times_past import TimePast, time_past
from store.parsing.times.told_earlier import EVENT, INSPECTORS, month_told, without_ago, years_ago

_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_QUOTED: Final = re.compile(r'"[^"]{12,}(?:"|$)')
"""What is quoted is not in the tense of the sentence that quotes it."""
_HINT: Final = re.compile(
    r"\b(?:inspect|visit|report|rated|judged|graded|then\b|at th(?:at|e) time\b|ago\b|last year\b"
    r"|previous|historically|in the past|letter|(?:months?|years?) earlier|last (?:spring|summer"
    r"|autumn|winter)|^(?:\w+,? )?(?:back|when|before|prior|until|in (?:the \w+ of )?20\d\d)\b)",
    re.IGNORECASE,
)
"""A word without which no sentence looks back: a cheap first look."""
_LAST: Final = re.compile(
    r"\b(?:last|previous|earlier|prior|preceding|original)"
    r" (?:(?:full|ofsted|ofsted's|monitoring|focused|children's|services?|social|care|single|sif"
    r"|ilacs|full-service|\d{4}) ){0,3}(?:inspections?|visit|inspection report|judge?ment"
    r"|(?<=monitoring )visits|(?<=focused )visits|(?<=ofsted )visits)\b",
    re.IGNORECASE,
)
_HAVE_FOUND: Final = re.compile(
    r"(?<=\s)(?:have|has) (?=(?:all |both |also |each |repeatedly |consistently )?(?:found"
    r"|identified|noted|reported|highlighted|raised|seen|shown|said|criticised|recognised|observed"
    r"|recorded)\b)",
    re.IGNORECASE,
)
"""Of earlier visits that is as much as "found"."""
_OWN: Final = re.compile(r"\blast (?:month|week|year)'s (?:visit|inspection)", re.IGNORECASE)
_INSPECTION: Final = re.compile(
    r"\b(?:at|during|in|by) (?:the )?(?:time of (?:the|its|their) |its |their |the )?"
    r"(?:full |ofsted )?inspection\b(?! (?:of|report))"
    r"|\bwhen (?:it|they|the (?:council|(?:local )?authority|county|city|borough)) (?:was|were)"
    r" (?:last )?(?:fully )?inspected\b",
    re.IGNORECASE,
)
"""Of a monitoring visit, or an article on one, that is the inspection before it."""
_DATED: Final = re.compile(
    rf"\b(?:{EVENT}|its report|ofsted|inspectors|inspected|rated|rating|judged|graded)\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    rf"\bwhen {INSPECTORS} (?P<last>last |first |previously )?"
    r"(?:visited|inspected|came|returned)\b",
    re.IGNORECASE,
)
_LAST_TOLD: Final = re.compile(
    r"\b(?:our|ofsted's|inspectors'|the) (?:last|previous|earlier) letter\b"
    rf"|\b(?:{INSPECTORS} (?:had )?previously (?:found|saw|reported|identified|noted|said)"
    rf"|last time {INSPECTORS} (?:visited|came|were))\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    rf"\b(?P<ordinal>{ORDINAL}) (?:ofsted )?monitoring visit\b(?! since)", re.IGNORECASE
)
_FORMERLY: Final = re.compile(
    r"^(?:previously|historically|in the past|in previous years)(?:,"
    r"| (?:there|it|they|the|this|these|those|its|their|some|many|most|too|not?|few|leaders)\b"
    r"| (?!\w+ed\b|(?:un)?known\b|poor|good|weak|strong|high|low|inadequate|outstanding)"
    r"(?:[\w']+ ){1,2}(?:was|were|had|did)\b)",
    re.IGNORECASE,
)
"""Followed by a subject; in "previously good services" the word tells only of the next one."""
_HELD: Final = re.compile(
    r"[^,;]{0,160}(?:, [^,;]{1,100}, (?=(?:was|were|took|held|in|on)\b)[^,;]{0,60})?"
    r"\b(?:in|on|of)\s+",
    re.IGNORECASE,
)
"""Between an inspection and the date on which it was: no clause of its own begins. An aside
between two commas is none: "its last inspection, of all services, was in May"."""
_NEAR: Final = 40
"""How far from a date the inspection may stand that it is the date of."""
_APPOSED: Final = re.compile(
    r",(?: which| who)?(?: had been| was| were)? (?:rated|judged|graded|found|inspected)\b"
    r"[^,]{0,60},",
    re.IGNORECASE,
)
"""What is said of a council by the way: "In Westshire, rated inadequate in 2016, visits ..." """
_NO_DATE: Final = re.compile(r"\bAct (?:20)?\d\d|\b(?:19|20)\d\d ?[-–—/] ?(?:20)?\d\d\b")
_WE: Final = re.compile(r"\bwe\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b20\d\d\b")
_THEN: Final = re.compile(
    r"\b(?:inspectors|ofsted|it|they|(?:the )?(?:council|authority|report)) then"
    r" (?:also )?\w+(?:ed|d|t|w)\b|\bat th(?:at|e) time\b(?! of)|\b(?:were|was|had|found) then\b",
    re.IGNORECASE,
)
_NOW: Final = re.compile(
    r"\b(?:now|currently|current|still|remain\w*|continu\w+|since|again|today|same|compar\w+|than"
    r"|is|are|isn't|aren't|has|have|does|do|says?|makes?|shows?|means?|recent\w*|latest|this"
    r"|until|yet|ever|addressed|improved|follow(?:ing|ed)|implement\w+|progress|after|ago"
    r"|should|must|will|respon\w+|needs? to)\b",
    re.IGNORECASE,
)
_UNTENSED: Final = re.compile(
    r"(?P<auxiliary>\b(?:did|could|would)(?: not|n't)?|\bto)(?: \w+ly| yet| always| even)?"
    r" (?:have|do|make|say|show|mean|need)\b",
    re.IGNORECASE,
)
"""A verb whose time is told by the one before it: "did not have", "were found to have"."""
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|found|said|saw|put|came|stood|made|held|took|told|gave|left|went|spoke"
    r"|\w{2,}ed)\b",
    re.IGNORECASE,
)


def looking_back(sentences: Sequence[Sentence], document: Document) -> dict[int, str]:
    """The sentences that look back: index -> the ISO date given of that time, as exact as it is
    told, or an empty string if none is.

    Args:
        sentences: those of the document.
        document: for the dates and kinds of its own visits, its date and what it recalls.
    """
    before = _Before(document)
    found: dict[int, str] = {}
    for index, sentence in enumerate(sentences):
        if not _HINT.search(sentence.text):
            continue
        told = before.told(sentence, index and found.get(index - 1))
        if told is not None:
            found[index] = told
    return found


class _Before:
    """What is earlier for one document."""

    def __init__(self, document: Document) -> None:
        own = [visit for visit in document.visits if not visit.mentioned]
        starts = [visit.start for visit in own if visit.start]
        self._visited = bool(starts)
        numbers = {visit.ordinal for visit in own}
        self._number = next(iter(numbers)) if len(numbers) == 1 else None
        self._written = document.date or ""
        self._own = min(starts, default=self._written)
        self._follows = bool(own) and all(visit.kind != "inspection" for visit in own)
        self._inspects = document.kind == "inspection-report" or any(
            visit.kind == "inspection" for visit in own
        )
        self._judged = document.judged_inadequate
        self._council = document.council_of
        self._tells_itself = document.kind != "article"
        """Whether "we" are the inspectors."""

    def told(self, sentence: Sentence, above: str | int | None) -> str | None:
        """The earlier date a sentence tells of; None if it tells of the document's own."""
        text = _QUOTED.sub(" ", sentence.text.translate(_PLAIN))
        text = _NO_DATE.sub(" ", _APPOSED.sub(",", text))
        if not self._tells_itself:
            text = _WE.sub("they", text)
        if last := bool(_LAST.search(text) and not _OWN.search(text)):
            text = _HAVE_FOUND.sub("had ", text, count=1)
        ago = years_ago(text, self._written)
        past = time_past(text, self._written)
        rest = past.rest if past else text if ago is None else without_ago(text)
        tensed = _UNTENSED.sub(r"\g<auxiliary>", rest)
        if not _PAST.search(text) or _NOW.search(tensed):
            return None
        dates = _dates(text)
        if any(not self._is_before(date) for date, _, _ in dates):
            return None
        last = last or bool(_LAST_TOLD.search(text))
        when = _WHEN.search(text)
        named = [date for date, start, end in dates if when or _is_dated(text, start, end)]
        if named:
            return min(named)
        if past and self._is_earlier(past):
            return past.date
        if dates:
            return _when_last(text, dates) if last or _FORMERLY.search(text) else None
        if isinstance(above, str) and _THEN.search(text):
            return above
        if ago is not None:
            return ago
        month = month_told(text, self._written) if self._visited else None
        if month and self._is_before(month):
            return month
        told_so = last or (when and when.group("last")) or _FORMERLY.search(text)
        if told_so or self._is_of_visit_before(text):
            return ""
        if self._follows and _INSPECTION.search(text):
            return self._judged.get(self._council(sentence) or "", "")
        return None

    def _is_of_visit_before(self, text: str) -> bool:
        """Whether it tells of a monitoring visit with a lower number than the document's own."""
        told = (ordinal_from_words(found.group("ordinal")) for found in _NUMBERED.finditer(text))
        numbers = [number for number in told if number]
        return bool(self._number and numbers) and max(numbers, default=0) < (self._number or 0)

    def _is_earlier(self, past: TimePast) -> bool:
        """Whether a time past is before the document's own visit, and not what that visit, if it
        was an inspection, was about: what was so until recently is a finding of its own."""
        if _dates(past.rest) or (past.latest and not self._is_before(past.latest)):
            return False
        if past.prior:
            return self._follows
        return past.compared or not self._inspects

    def _is_before(self, date: str) -> bool:
        """Whether a year or month is wholly before the document's own visit."""
        own = self._own[: len(date)]
        return bool(own) and date < own


def _when_last(text: str, dates: Sequence[tuple[str, int, int]]) -> str:
    """The date in "the last inspection of its adoption service was in March 2011"; else empty."""
    last = _LAST.search(text)
    [(date, start, _), *more] = dates
    held = last and not more and _HELD.fullmatch(text, last.end(), start)
    return date if held else ""


def _is_dated(text: str, start: int, end: int) -> bool:
    """Whether an inspection or judgement stands so near a date that it is the date of that."""
    near = max(0, start - _NEAR), min(len(text), end + _NEAR)
    return bool(_DATED.search(text, *near) or _LAST.search(text, *near))


def _dates(text: str) -> list[tuple[str, int, int]]:
    """Every month and year with its place."""
    dates = [(span.start[:7], span.at, span.end_at) for span in date_spans(text)]
    for match in _YEAR.finditer(text):
        if not any(at <= match.start() < end for _, at, end in dates):
            dates.append((match.group(), match.start(), match.end()))
    return dates
