"""When a council was judged inadequate, as letters and articles look back at it.

The printed month may be that of the publication or of the last days of fieldwork: documents
differ, so it is kept as printed and matched loosely to an inspection later.
"""

import re
from typing import Final

from store.parsing.facts import Facts
from store.parsing.graded_subject import of_something_else
from store.parsing.times.months import MONTH
from store.parsing.times.told_dates import told_dates

_JUDGED: Final = re.compile(
    r"\b(?:judged|found|rated|graded|assessed|declared|deemed|branded|downgraded|labelled)\s+"
    r"(?:(?!\bnot\b)[\w’'-]+\s+){0,6}?['‘\"“]?inadequate['’\"”]?"
    r"|\blowest (?:possible )?(?:rating|grade|grading)"
    r"|\binadequate['’\"”]? (?:rating|judgement|grading|grade|verdict)"
    r"|\b(?:rating|judgement|grade) of ['‘\"“]?inadequate"
    r"|\b(?:been|was|were|is|are) ['‘\"“]?inadequate",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?]['’\"”]?(?:\s+(?=[A-Z‘“\"'])|$)|\n")
_INSPECTED: Final = re.compile(r"\b(?:inspection|inspected|since|judgement)\b[^.]{0,40}$", re.I)
_CLAUSE_END: Final = re.compile(
    r",\s+(?!(?:(?:and |back |again |also |which was |first )*(?:in|on|at|by|after|following|during"
    rf"|when|who|which|whose|since|from|last|this|two|three|four|\d|{MONTH})\b))",
    re.IGNORECASE,
)
"""Behind a judgement: what follows is told of something else, "judged so, it was visited in"."""
TIME_SINCE: Final = re.compile(r"\bfor the \w+ time since\b[^,;.]*", re.IGNORECASE)
"""Behind a judgement: the date is that of an earlier one, "for the first time since 2010"."""
_INSPECTION_OF: Final = re.compile(
    r"(?:(?<!since the last )(?<!since its last )\binspection (?:in|of) (?=\d{4}\b)"
    r"|\binspection (?:in|of) (?=\d{4},? (?:when|which|that|where|and)\b))((?:19|20)\d\d)",
    re.IGNORECASE,
)
_IN_YEAR: Final = re.compile(
    r"\b(?:in|since) (?P<first>(?:19|20)\d\d)\b"
    r"(?:,? and (?:again|then|once more) in (?P<again>(?:19|20)\d\d)\b)?"
)
_OFSTED_THEN: Final = re.compile(
    r",?\s+(?:(?:ofsted|(?:ofsted )?inspectors|they|the (?:watchdog|inspectorate|regulator))\s+"
    r"(?:(?:had|also)\s+)*"
    r"|(?:it|(?:its |the )?(?:children['’]s )?services?|the (?:council|(?:local )?authority|county"
    r"|borough|city|department))\s+(?:was|were|had been)\s+)",
    re.IGNORECASE,
)
"""Between a date that leads and the judgement: "In 2015 Ofsted rated", "In 2015 it was"."""
REACH: Final = 70
"""The date stands within this many characters behind the judgement, in the same sentence."""
BEFORE: Final = 110
"""Or before it, as the date of the inspection that judged so."""
SENTENCE: Final = 600
"""Whose judgement it is stands in its sentence, within so many characters before it."""


def read_judged_inadequate(text: str, facts: Facts, council: str, told: str = "") -> None:
    """Keep the month (or year) that the text names most exactly; nothing if it names none."""
    if not council:
        return
    best: tuple[int, str, str] | None = None
    for match in _JUDGED.finditer(text):
        said, at = _sentence_to(text, match)
        if of_something_else(said, at, len(said)):
            continue
        found = _behind(text, match, told) or _before(text, match, told)
        if found and (best is None or len(found[0]) > best[0]):
            best = (len(found[0]), *found)
    if best is not None:
        facts.judged_inadequate[council] = best[1]
        facts.saw("judged_inadequate", best[2])
        facts.saw(f"judged_inadequate.{council}", best[2])


def _sentence_to(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The sentence up to the end of a judgement, and where in it the judgement begins."""
    start = max(0, match.start() - SENTENCE)
    for end in _SENTENCE_END.finditer(text, start, match.start()):
        start = end.end()
    return text[start : match.end()], match.start() - start


def _behind(text: str, match: re.Match[str], told: str) -> tuple[str, str] | None:
    rest = text[match.end() : match.end() + REACH]
    end = _SENTENCE_END.search(rest)
    rest = rest[: end.start()] if end else rest
    end = _CLAUSE_END.search(rest)
    rest = TIME_SINCE.sub(" ", rest[: end.start()] if end else rest)
    spans = told_dates(rest, told)
    if spans:
        return spans[0].end[:7], f"{text[match.start() : match.end()]}{rest[: spans[0].end_at]}"
    year = _IN_YEAR.search(rest)
    if year:
        said = f"{text[match.start() : match.end()]}{rest[: year.end()]}"
        return year.group("again") or year.group("first"), said
    return None


def _before(text: str, match: re.Match[str], told: str) -> tuple[str, str] | None:
    """ "the inspection of November 2018, when services were judged inadequate"."""
    start = max(0, match.start() - BEFORE)
    left = text[start : match.start()]
    for end in _SENTENCE_END.finditer(left):
        start = max(start, match.start() - len(left) + end.end())
    left = text[start : match.start()]
    spans = [span for span in told_dates(left, told) if _INSPECTED.search(left[: span.at])]
    if spans:
        return spans[-1].end[:7], text[start + spans[-1].at : match.end()]
    years = list(_INSPECTION_OF.finditer(left))
    if years:
        return years[-1].group(1), text[start + years[-1].start() : match.end()]
    return _leading(left, told, text[start : match.end()])


def _leading(left: str, told: str, said: str) -> tuple[str, str] | None:
    """ "In 2015 Ofsted rated ...": the date right before who judged."""
    for span in told_dates(left, told):
        if _OFSTED_THEN.fullmatch(left, span.end_at):
            return span.end[:7], said[span.at :]
    for year in re.finditer(r"\bin ((?:19|20)\d\d)\b", left, re.IGNORECASE):
        if _OFSTED_THEN.fullmatch(left, year.end()):
            return year.group(1), said[year.start() :]
    return None
