"""The full inspection that an article reports on, told by the grade that it gave."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from store.model.visit import VisitNamed
from store.parsing.articles.grades_told import (
    LEAD,
    RECENT_MONTHS,
    grade_behind,
    grade_now,
    grade_reported,
    overall_grade_now,
)
from store.parsing.facts import Facts
from store.parsing.graded_subject import of_something_else
from store.parsing.sentences import LONGEST, split_sentences
from store.parsing.times.dates import DateSpan, months_between
from store.parsing.times.told_dates import told_dates

_INSPECTED: Final = re.compile(
    r"\binspect(?:ion|ions|ed|ors?)\b|\bofsted\b[^.]{0,40}\b(?:visited|spent|carried out|came)\b",
    re.IGNORECASE,
)
_FIELDWORK: Final = re.compile(
    r"\binspection\b|\binspect(?:ed|ors?) (?:the |(?-i:[A-Z])|spent|visited|carried|conducted|were"
    r"|came|looked)"
    r"|\binspectors\b[^.]{0,40}\b(?:spent|visited|returned|weeks?|carried out|conducted)\b",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:published|released|reported|made public|report (?:of|from|in))\b"
    r"(?:(?!\binspection )[^.]){0,25}$",
    re.IGNORECASE,
)
_KIND: Final = r"(?:full|standard|short|graded|main|routine|ilacs|ofsted|re-?)"
_INSPECTION: Final = re.compile(
    rf"\b(?:{_KIND}[\s-]*){{0,3}}inspection\b|\binspected by (?:ofsted|inspectors|the)\b",
    re.IGNORECASE,
)
_THE_INSPECTION: Final = re.compile(
    rf"^(?!.*(?:\b(?:last|previous|earlier|next|school|send|monitoring|focuss?ed) "
    rf"(?:{_KIND}[\s-]*)*inspection|\binspection of (?:its|their) own))"
    r".*\b(?:inspection|inspected by)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_INSPECTION_ON: Final = re.compile(
    r"\binspection,?\s(?:which )?(?:\w+ ){0,3}?"
    r"(?:(?:in|on|of|from|between|during|over)\s+(?:the\s+|early\s|late\s|\w+day,?\s)*)?$",
    re.IGNORECASE,
)
_NO_INSPECTION: Final = re.compile(
    r"\b(?:(?:spent|for|over|took) (?:just |only )?(?:a|one|two|three|[123]) days?"
    r"|(?:one|two|three|[123])-day)\b"
    r"|\b(?:returned|visited again|revisited|went back|came back|were back|been back)\b",
    re.IGNORECASE,
)
"""A full inspection lasts for weeks; who is judged inadequate is then visited again and again."""
_IN_PART: Final = re.compile(
    r"\binadequate[’'\"”]? (?:for(?! the \w+ time\b)|on"
    r"|in (?:one|two|three|relation|the (?:area|category)|how|its))\b",
    re.IGNORECASE,
)
"""Inadequate in one of the areas: nothing is said of the whole."""
VISIT_DAYS: Final = 4
"""From its first day on: a visit is over within so many, a full inspection within a month."""


def inspection_reported(
    paragraphs: Sequence[str], council: str, told: str, facts: Facts
) -> VisitNamed | None:
    """The inspection whose grade stands in the article's lead; None if it reports on none."""
    graded = grade_reported(paragraphs, told)
    if graded is None:
        return _dated_alone(paragraphs, council, told, facts)
    if not any(_INSPECTED.search(text) for text in paragraphs):
        return None
    dates = list(_dates_of_fieldwork(paragraphs, graded, told))
    if not dates:
        return VisitNamed(council, "inspection")
    span, sentence = dates[0]
    if len(span.start) == len("2022-07"):
        # "after an inspection in July", and further below "between July 11 and 22"
        days = (each for each in dates if each[0].start.startswith(f"{span.start}-"))
        lasting = (each for each in days if each[0].start != each[0].end)
        span, sentence = next(lasting, dates[0])
    facts.saw(f"visits.{council}", sentence)
    return VisitNamed(council, "inspection", None, span.start, span.end)


def _dated_alone(
    paragraphs: Sequence[str], council: str, told: str, facts: Facts
) -> VisitNamed | None:
    """An inspection without a grade: "the report of its inspection from 21 January to 1 February".

    Its days alone tell it from a visit: there are more of them.
    """
    for sentence in (said for text in paragraphs for said in split_sentences(text)):
        if len(sentence) > LONGEST or not _INSPECTION.search(sentence):
            continue
        for span in told_dates(sentence, told):
            if not lasted_for_weeks(span.start, span.end):
                continue
            before, after = sentence[: span.at], sentence[span.end_at :]
            named = _THE_INSPECTION.search(before) or _INSPECTION.match(after.lstrip())
            if named and of_something_else(sentence, 0, span.at):
                continue
            if named and 0 <= months_between(span.start, told) <= RECENT_MONTHS:
                facts.saw(f"visits.{council}", sentence)
                return VisitNamed(council, "inspection", None, span.start, span.end)
    return None


def lasted_for_weeks(start: str | None, end: str | None) -> bool:
    """Whether inspectors were there for longer than a visit lasts."""
    if not start or not end or len(start) < 10 or len(end) < 10:
        return False
    return (date.fromisoformat(end) - date.fromisoformat(start)).days > VISIT_DAYS


def _dates_of_fieldwork(
    paragraphs: Sequence[str], graded: str, told: str
) -> Iterator[tuple[DateSpan, str]]:
    """Each recent date on which inspectors were there, with the sentence that gives it."""
    for paragraph in paragraphs:
        for sentence in split_sentences(paragraph):
            if len(sentence) > LONGEST or not _FIELDWORK.search(sentence):
                continue
            visited = graded == "inadequate" and _NO_INSPECTION.search(sentence)
            if visited and grade_now(sentence, told) is None:
                continue
            spans = told_dates(sentence, told)
            # "went up last week after an inspection in June": what stands behind it is its date
            own = [s for s in spans if _INSPECTION_ON.search(sentence, 0, s.at)]
            spans = own or spans
            for place, span in enumerate(spans):
                # "rated inadequate last week after inspectors visited in July"
                if place + 1 < len(spans) and grade_behind(sentence, span.at):
                    continue
                before = sentence[: span.at]
                earlier = re.search(r"\b(?:last|previous|earlier) (?:full )?inspect", before, re.I)
                # "the report from the June 10 to 21 inspection"
                of_it = _INSPECTION.match(sentence[span.end_at :].lstrip())
                if earlier or len(span.start) < 7 or (_PUBLISHED.search(before) and not of_it):
                    continue
                if months_between(span.start, told) <= RECENT_MONTHS:
                    yield span, sentence


def read_grade_of(
    inspected: VisitNamed, paragraphs: Sequence[str], told: str, facts: Facts
) -> None:
    """Keep the grade that an inspection gave: the month where it is inadequate, in place of an
    earlier judgement that the article recalls, or a better grade."""
    overall = overall_grade_now(paragraphs, told)
    if overall is not None and overall[0] != "inadequate":
        facts.graded_now[inspected.council] = overall[0]
        facts.saw(f"graded_now.{inspected.council}", overall[1])
        known = facts.judged_inadequate.get(inspected.council)
        if known and known == (inspected.end or "")[:7]:
            # what it found inadequate was one of the areas
            del facts.judged_inadequate[inspected.council]
            facts.evidence.pop(f"judged_inadequate.{inspected.council}", None)
            if not facts.judged_inadequate:
                facts.evidence.pop("judged_inadequate", None)
        return
    if inspected.end is None or grade_reported(paragraphs, told) != "inadequate":
        return
    known = facts.judged_inadequate.get(inspected.council)
    if known is not None and known >= (inspected.start or "")[: len(known)]:
        return
    said = next(text for text in paragraphs[:LEAD] if grade_now(text, told))
    if _IN_PART.search(said):
        return
    facts.judged_inadequate[inspected.council] = inspected.end[:7]
    facts.saw("judged_inadequate", said)
    facts.saw(f"judged_inadequate.{inspected.council}", said)
