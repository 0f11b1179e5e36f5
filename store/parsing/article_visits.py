"""The visits that an article tells of: the one it reports on, and those it looks back at."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.visit import VisitNamed, ordinal_from_words
from store.model.vocabulary import VisitKind
from store.parsing.dates import DateSpan, date_spans, relative_dates
from store.parsing.facts import Facts
from store.parsing.sentences import split_sentences

_ORDINAL: Final = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\d{1,2}(?:st|nd|rd|th)"
)
_MENTION = re.compile(
    rf"\b(?:(?P<ordinal>{_ORDINAL})\s+)?(?:(?:ofsted|such|quarterly|latest)\s+)?"
    r"(?P<kind>monitoring|focused|assurance)\s+(?P<noun>visits?|inspections?)\b"
    rf"|\b(?:the|its|their|a)\s+(?P<again>{_ORDINAL})(?:\s+(?:ofsted\s+)?visit\b|(?=,?\s+on \d))"
    r"|\b(?:latest|most recent|recent|this|the|month.s)\s+(?:ofsted\s+)?(?P<bare>visit)\b",
    re.IGNORECASE,
)
_NOT_THE_VISIT = re.compile(
    r"\b(?:judged|rated|rating|inadequate|handed|appointed|since|until|took over)\b", re.IGNORECASE
)
_FOCUS = re.compile(
    r"\b(?:visit|inspection|inspectors|ofsted)\b[^.]{0,60}?\b(?:focus(?:ed|ing|sed|sing)? on"
    r"|assessing services for|looked at|looking at)\s+(?P<focus>[^.,]{3,90}?)"
    r"(?=,|\.| (?:said|found|(?-i:in [A-Z])|provision in|at the|praised|concluded))",
    re.IGNORECASE,
)
_KINDS: Final[dict[str, VisitKind]] = {
    "monitoring": "monitoring-visit",
    "focused": "focused-visit",
    "assurance": "assurance-visit",
}
LOOKS_BACK_MONTHS: Final = 4
"""A visit that began longer before the article is one it looks back at: letters come out
within about two months of a visit, and the press follows within days."""


def read_visits(
    told_of: Sequence[tuple[str, str]], names: Sequence[str], told: str, facts: Facts
) -> None:
    """Add the visits to `facts`: for each council first the one reported on.

    Args:
        told_of: paragraphs with the council each speaks of.
        names: the councils that the article is about.
        told: the article's own date.
    """
    for council in names:
        own = [text for name, text in told_of if name == council]
        clusters = _clusters(own, council, told, facts)
        clusters.sort(key=lambda visit: (visit.start or "", visit.ordinal or 0))
        if not clusters:
            continue
        recent = [visit for visit in clusters if not _looks_back(visit, told)]
        reported = recent[-1] if recent else None
        if reported is not None:
            facts.visits.append(_with_focus(reported, own))
        facts.visits.extend(
            msgspec.structs.replace(visit, mentioned=True)
            for visit in clusters
            if visit is not reported
        )
    _add_visits_of_same_kind(told_of, names, facts)


def _clusters(paragraphs: Sequence[str], council: str, told: str, facts: Facts) -> list[VisitNamed]:
    """One entry for each visit told apart by its number or date."""
    clusters: list[VisitNamed] = []
    bare: VisitNamed | None = None
    for paragraph in paragraphs:
        for sentence in split_sentences(paragraph):
            for visit in _mentions(sentence, council, told):
                facts.saw(f"visits.{council}", sentence)
                if visit.ordinal is None and visit.start is None:
                    bare = bare or visit
                    continue
                for place, known in enumerate(clusters):
                    if _compatible(known, visit):
                        clusters[place] = _merged(known, visit)
                        break
                else:
                    clusters.append(visit)
    return clusters or ([bare] if bare else [])


def _mentions(sentence: str, council: str, told: str) -> list[VisitNamed]:
    matches = list(_MENTION.finditer(sentence))
    spans = [*date_spans(sentence), *relative_dates(sentence, told)]
    found = []
    for place, match in enumerate(matches):
        if (match.group("noun") or "").lower().endswith("s") and not match.group("ordinal"):
            continue  # "earlier monitoring visits": which ones is not said
        start = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(sentence)
        word = match.group("ordinal") or match.group("again")
        when = _date_of(sentence, spans, match, start, end, told)
        found.append(
            VisitNamed(
                council,
                _KINDS.get((match.group("kind") or "monitoring").lower(), "monitoring-visit"),
                ordinal_from_words(word) if word else None,
                when.start if when else None,
                when.end if when else None,
            )
        )
    return found


def _date_of(
    sentence: str, spans: Sequence[DateSpan], match: re.Match[str], start: int, end: int, told: str
) -> DateSpan | None:
    """The date that belongs to this mention: behind it before the next, else before it."""
    fitting = []
    for span in spans:
        before = sentence[max(start, span.at - 60) : span.at]
        if len(span.start) < 7 or (told and span.start > told) or _NOT_THE_VISIT.search(before):
            continue
        if start <= span.at < end:
            fitting.append(span)
    behind = [span for span in fitting if span.at >= match.start() - 8]
    return next(iter(behind or fitting), None)


def _compatible(one: VisitNamed, other: VisitNamed) -> bool:
    if one.kind != other.kind:
        return False
    if one.ordinal and other.ordinal:
        return one.ordinal == other.ordinal
    if one.start and other.start:
        return one.start.startswith(other.start[:7]) or other.start.startswith(one.start[:7])
    return True


def _merged(known: VisitNamed, more: VisitNamed) -> VisitNamed:
    start, end = known.start, known.end
    if more.start and (start is None or len(more.start) > len(start)):
        start, end = more.start, more.end
    return msgspec.structs.replace(
        known, ordinal=known.ordinal or more.ordinal, start=start, end=end
    )


def _looks_back(visit: VisitNamed, told: str) -> bool:
    if visit.start is None or len(told) < 7:
        return False
    months = (int(told[:4]) - int(visit.start[:4])) * 12 + int(told[5:7]) - int(visit.start[5:7])
    return months > LOOKS_BACK_MONTHS


def _with_focus(visit: VisitNamed, paragraphs: Sequence[str]) -> VisitNamed:
    for paragraph in paragraphs:
        match = _FOCUS.search(paragraph)
        if match:
            return msgspec.structs.replace(visit, focus=(match.group("focus").strip(),))
    return visit


def _add_visits_of_same_kind(
    told_of: Sequence[tuple[str, str]], names: Sequence[str], facts: Facts
) -> None:
    """An article on two councils says "monitoring visits" once: the other had one as well."""
    visited = {visit.council for visit in facts.visits}
    kinds = {visit.kind for visit in facts.visits}
    if len(kinds) != 1:
        return
    for name in names:
        if name not in visited:
            own = [text for council, text in told_of if council == name]
            facts.visits.append(_with_focus(VisitNamed(name, next(iter(kinds))), own))
