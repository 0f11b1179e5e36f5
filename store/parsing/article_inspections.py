"""The full inspection that an article reports on, told by the grade that it gave."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.visit import VisitNamed
from store.parsing.facts import Facts
from store.parsing.sentences import LONGEST, split_sentences
from store.parsing.told_dates import told_dates

_GRADED: Final = re.compile(
    r"\b(?:(?:down|up)graded|(?:moved|gone|went|risen|rose|climbed|dropped|fell|fallen|slipped)"
    r"(?: up| down)?)\b[^.]{0,60}?\bto (?:be )?[‘'\"“]?(?P<changed>outstanding|good|inadequate"
    r"|requir\w+ improvement)\b|"
    r"\b(?:rated|judged|graded|ranked|branded|awarded|received|given|handed|retain\w*|achiev\w+"
    r"|found(?: [\w’'-]+){0,9} to be|deemed|secured|praised as|gets?|keeps?|earns?|receives?"
    r"|wins?)\b[^.]{0,90}?\b(?P<grade>outstanding|good|inadequate|requir\w+ improvement)\b"
    r"|\b(?:is|are|was|were|remains?) [‘'\"“](?P<stated>outstanding|inadequate)\b"
    r"|[‘'\"“](?P<quoted>outstanding|good|inadequate|requires improvement)(?: to be good)?,?[’'\"”]"
    r"(?: \w+){0,3} (?:rating|judgement|verdict|grade|report|inspection)",
    re.IGNORECASE,
)
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
    r"\b(?:published|released|reported|made public|report (?:of|from|in))\b[^.]{0,25}$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"\b(?:up|down|moving|improving|improved)?,? from [‘'\"“]?[a-z]")
_IN_PART: Final = re.compile(
    r"\binadequate[’'\"”]? (?:for|on"
    r"|in (?:one|two|three|relation|the (?:area|category)|how|its))\b",
    re.IGNORECASE,
)
"""Inadequate in one of the areas: nothing is said of the whole."""
LEAD: Final = 6
"""The grade it reports on stands in the headline or the paragraphs up to this one."""
RECENT_MONTHS: Final = 6
"""A report comes out within about two months of the inspection; some were held back longer."""


def inspection_reported(
    paragraphs: Sequence[str], council: str, told: str, facts: Facts
) -> VisitNamed | None:
    """The inspection whose grade stands in the article's lead; None if it reports on none."""
    if grade_reported(paragraphs, told) is None:
        return None
    if not any(_INSPECTED.search(text) for text in paragraphs):
        return None
    for paragraph in paragraphs:
        for sentence in split_sentences(paragraph):
            if len(sentence) > LONGEST or not _FIELDWORK.search(sentence):
                continue
            for span in told_dates(sentence, told):
                before = sentence[: span.at]
                earlier = re.search(r"\b(?:last|previous|earlier) (?:full )?inspect", before, re.I)
                if earlier or _PUBLISHED.search(before) or len(span.start) < 7:
                    continue
                if _months(span.start, told) <= RECENT_MONTHS:
                    facts.saw(f"visits.{council}", sentence)
                    return VisitNamed(council, "inspection", None, span.start, span.end)
    return VisitNamed(council, "inspection")


def grade_reported(paragraphs: Sequence[str], told: str) -> str | None:
    """The first grade that the lead gives without dating it to the past; None without one."""
    graded = (_grade_now(text, told) for text in paragraphs[:LEAD])
    return next(filter(None, graded), None)


def _grade_now(text: str, told: str) -> str | None:
    for sentence in split_sentences(text):
        match = _GRADED.search(sentence) if len(sentence) <= LONGEST else None
        if match is None or re.search(r"\b(?:previously|formerly|once)\b", sentence, re.I):
            continue
        # "rated good, up from inadequate in 2016": that year is of the grade before.
        after = _BEFORE.split(sentence[match.end() : match.end() + 70])[0]
        dates = told_dates(after, told)
        years = re.findall(r"\b(?:19|20)\d\d\b", after)
        if any(_months(span.start, told) > RECENT_MONTHS for span in dates if len(span.start) >= 7):
            continue
        if not dates and years and told and years[0] < told[:4]:
            continue
        grade: str = next(filter(None, match.groups()))
        return grade.lower()
    return None


def read_judged_by(
    inspected: VisitNamed, paragraphs: Sequence[str], told: str, facts: Facts
) -> None:
    """Keep the month of the inspection if it judged the council inadequate, in place of an
    earlier judgement that the article recalls."""
    if inspected.end is None or grade_reported(paragraphs, told) != "inadequate":
        return
    known = facts.judged_inadequate.get(inspected.council)
    if known is not None and known >= (inspected.start or "")[: len(known)]:
        return
    said = next(text for text in paragraphs[:LEAD] if _grade_now(text, told))
    if _IN_PART.search(said):
        return
    facts.judged_inadequate[inspected.council] = inspected.end[:7]
    facts.saw("judged_inadequate", said)
    facts.saw(f"judged_inadequate.{inspected.council}", said)


def _months(start: str, told: str) -> int:
    if len(told) < 7 or len(start) < 7:
        return 0
    return (int(told[:4]) - int(start[:4])) * 12 + int(told[5:7]) - int(start[5:7])
