"""When a letter's visit was and which one it was, by its opening paragraph."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.visit import ORDINAL, VisitNamed, ordinal_from_words
from store.model.vocabulary import DocumentKind, VisitKind
from store.parsing.facts import Facts
from store.parsing.times.dates import DateSpan, date_spans
from store.parsing.times.told_dates import told_dates

VISIT_OF: Final[dict[DocumentKind, VisitKind]] = {
    "monitoring-visit-letter": "monitoring-visit",
    "focused-visit-letter": "focused-visit",
    "assurance-visit-letter": "assurance-visit",
    "jtai-letter": "jtai",
}
_WORD: Final = rf"(?P<ordinal>{ORDINAL})"
_ASIDE: Final = r"(?:,\s+(?:and|but|or)\b[^,.;()]{1,40},|\s+\((?:and|but)\b[^.;()]{1,40}\))?"
"""What is said of the ordinal besides: "the fourth, and the last, monitoring visit"."""
_ORDINALS: Final = (
    re.compile(
        rf"\b(?:the|their|its|our|a|this|your) {_WORD}{_ASIDE}"
        r"\s+(?:\w+\s+){0,3}?monitoring visit\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bvisit (?:was|is) (?:the|their|its|our|a|your) {_WORD}\b(?=[ ,](?:since|to|following"
        r"|after|of|and|visit))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:was|is|it was) (?:the|their|its|our|a|your) {_WORD}\s+(?:\w+\s+){{0,2}}?visit\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_WORD} (?:ofsted )?monitoring visit\b", re.IGNORECASE),
    re.compile(
        rf"\bmonitoring visit\b[^.]{{0,90}}, (?:the|your|its) {_WORD} (?:since|such|to)\b",
        re.IGNORECASE,
    ),
)
_VISIT_WORDS: Final = re.compile(
    r"\b(?:visit|visited|inspection|took place|carried out|undertook|between|findings of"
    r"|on site)\b",
    re.IGNORECASE,
)
_ANOTHER: Final = re.compile(
    r"\b(?:inadequate|since|previous|last|judged|following the)\b[^.]{0,60}$", re.IGNORECASE
)
_SPACE: Final = re.compile(r"\s+")
_SENTENCE_BEGINS: Final = re.compile(r"[.!?][\"'’”)]*\s+(?=[A-Z])")
NEAR: Final = 130
"""What is said within so many characters before a date may be said of it, whatever parts them."""
FAR: Final = 350
"""What the same sentence says may stand so far before it."""
OPENING: Final = 1500
"""The visit's date stands within this many characters of the text."""


def _begin_of_word(text: str, at: int, last: int) -> int:
    """`at`, or where the next word begins if one would be cut; no later than `last`."""
    if not at or text[at - 1].isspace():
        return at
    found = _SPACE.search(text, at, last)
    return found.end() if found else last


def read_visit(kind: DocumentKind, opening: str, facts: Facts) -> None:
    """Add the visit that the letter reports on, one for each council, with what is printed."""
    span = visit_dates(opening, facts)
    start = end = None
    ranges: tuple[tuple[str, str], ...] = ()
    if span is not None:
        start, end = span.start, span.end
        ranges = span.ranges if len(span.ranges) > 1 else ()
    ordinal = _ordinal(opening, facts) if kind == "monitoring-visit-letter" else None
    # A visit to a trust of two councils, or to two that share their services, is one to each.
    names = [council.name for council in facts.councils] or [""]
    facts.visits.extend(
        VisitNamed(name, VISIT_OF[kind], ordinal, start, end, ranges) for name in names
    )


def visit_dates(opening: str, facts: Facts) -> DateSpan | None:
    """When the visit was that the text of a letter begins with."""
    text = opening[:OPENING]
    span = _of_visit(text, date_spans(text)) or _of_visit(
        text, told_dates(text, facts.letter_date or "")
    )
    if span is not None:
        begin = _begin_of_word(text, max(0, span.at - 60), span.at)
        facts.saw("visits", text[begin : span.end_at])
    return span


def _of_visit(text: str, spans: Sequence[DateSpan]) -> DateSpan | None:
    """The first date that is said of the visit, and not of an earlier event."""
    last = 0
    for span in spans:
        # "... delivered by the trust on behalf of the council, on 4 and 5 May": however long the
        # name between the visit and its date, the sentence that begins with the one has the other.
        far = max(0, span.at - FAR)
        begun = max((m.end() for m in _SENTENCE_BEGINS.finditer(text, far, span.at)), default=far)
        before = text[max(last, min(begun, span.at - NEAR)) : span.at]
        last = span.end_at
        if len(span.start) >= 7 and _VISIT_WORDS.search(before) and not _ANOTHER.search(before):
            return span
    return None


def _ordinal(opening: str, facts: Facts) -> int | None:
    for text in (opening[:OPENING], facts.title or ""):
        for pattern in _ORDINALS:
            match = pattern.search(text)
            if match:
                facts.saw("ordinal", match.group())
                return ordinal_from_words(match.group("ordinal"))
    return None
