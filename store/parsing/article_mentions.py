"""What single sentences of an article say of visits: kind, number, date."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.visit import ordinal_from_words
from store.model.vocabulary import VisitKind
from store.parsing.councils import register
from store.parsing.dates import DateSpan
from store.parsing.sentences import LONGEST
from store.parsing.told_dates import told_dates

_ORDINAL: Final = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|\d{1,2}(?:st|nd|rd|th)"
)
MENTION: Final = re.compile(
    rf"\b(?:(?P<ordinal>{_ORDINAL})[,\s]+)?(?:(?:ofsted|such|quarterly|latest|and most recent)\s+)*"
    r"(?P<kind>monitoring|focuss?ed|assurance)\s+(?P<noun>visits?|inspections?|reports?|letters?)\b"
    r"|\b(?:inspectors?|ofsted|watchdog)\s+(?:\w+\s+){0,2}?"
    r"(?P<verb>visited|returned to|revisited)\b"
    rf"|(?:\b(?:the|its|their|a|this|ofsted.s)|['’]s?)\s+(?P<again>{_ORDINAL})"
    r"(?:\s+(?:ofsted\s+)?visit\b|(?=,?\s+on \d))"
    r"|\b(?:latest|most recent|recent|previous|last|this|the|a|an|month.s)\s+(?:ofsted\s+)?"
    r"(?:(?:one|two|three|four)-day\s+|brief\s+|return\s+|follow-up\s+)?(?P<bare>visit)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"\b(?:since|monitor\w*)\b", re.IGNORECASE)
"""Ofsted counts its visits since a judgement; "the trust's first visit" is another count."""
_INSPECTORATE: Final = re.compile(
    r"\b(?:ofsted|inspect\w*|watchdog|monitor\w*|judged|rated|regulator)\b", re.IGNORECASE
)
_TO_COME: Final = re.compile(
    r"\b(?:next|future|further|planned|upcoming|another|more|regular|forthcoming)\s+$"
    r"|\b(?:will|due to|expected to|expects?|ahead of|before)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NOT_THE_VISIT: Final = re.compile(
    r"\b(?:judged|rated|rating|inadequate|handed|appointed|since|until|took over|published"
    r"|released|launched|joined)\b",
    re.IGNORECASE,
)
_MADE_PUBLIC: Final = re.compile(
    r"\b(?:published|released|reported|announced|revealed|made public|came out)\b", re.IGNORECASE
)
"""Between a date and a visit: it is the day on which the findings came out, not the visit's."""
_OUT_ON: Final = re.compile(rf"(?:{_MADE_PUBLIC.pattern})[^,.]{{0,12}}$", re.IGNORECASE)
_KINDS: Final[dict[str, VisitKind]] = {
    "monitoring": "monitoring-visit",
    "focused": "focused-visit",
    "focussed": "focused-visit",
    "assurance": "assurance-visit",
}


class Told(msgspec.Struct, frozen=True):
    """What one sentence says of a visit; no kind where it says only "visit"."""

    kind: VisitKind | None
    ordinal: int | None
    start: str | None
    end: str | None
    said: str = ""
    """The sentence."""


def one_date_each(sentence: str, names: Sequence[str], told: str) -> dict[str, DateSpan]:
    """ "Bexley had a visit on 12 January, and Bromley one on 19 January": dates in their order."""
    spans = [span for span in told_dates(sentence, told) if len(span.start) >= 7]
    if len(names) < 2 or len(spans) != len(names):
        return {}
    order: list[str] = []
    for mention in register().mentions(sentence):
        if mention.council in names and mention.council not in order:
            order.append(mention.council)
    return dict(zip(order, spans, strict=True)) if len(order) == len(spans) else {}


def kind_named(text: str) -> VisitKind | None:
    """The kind of the first visit that the text mentions with its kind."""
    for match in MENTION.finditer(text):
        if match.group("kind"):
            return _KINDS[match.group("kind").lower()]
    return None


def visits_in(sentence: str, told: str, several: bool) -> list[Told]:
    """Every visit that a sentence mentions; `several` if the article is about more councils."""
    matches = list(MENTION.finditer(sentence)) if len(sentence) <= LONGEST else []
    if not matches:
        return []
    spans = told_dates(sentence, told)
    cue = _INSPECTORATE.search(sentence)
    found = []
    taken = 0
    for place, match in enumerate(matches):
        noun = (match.group("noun") or "").lower()
        if noun.endswith("s") and not match.group("ordinal") and not several:
            continue  # "earlier monitoring visits": which ones is not said
        if not match.group("kind") and not cue:
            continue  # "a visit" of a social worker, "the visit" of a family
        if _TO_COME.search(sentence[max(0, match.start() - 100) : match.start()]):
            continue
        start = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(sentence)
        word = match.group("ordinal") or (match.group("again") if _COUNTED.search(sentence) else "")
        # A date that the mention before has taken belongs to that one alone.
        when = _date_of(sentence, spans, match, max(start, taken), end, told)
        taken = when.end_at if when else taken
        if (match.group("bare") or match.group("verb")) and when is None:
            continue
        kind = _KINDS[match.group("kind").lower()] if match.group("kind") else None
        ordinal = ordinal_from_words(word) if word else None
        start_day, end_day = (when.start, when.end) if when else (None, None)
        found.append(Told(kind, ordinal, start_day, end_day, sentence))
    return found


def _date_of(
    sentence: str, spans: Sequence[DateSpan], match: re.Match[str], start: int, end: int, told: str
) -> DateSpan | None:
    """The date that belongs to this mention: behind it before the next, else before it."""
    fitting = []
    last = 0
    for span in spans:
        # Between mention and date no other event may stand; nor right before a date that leads.
        begin = match.end() if span.at >= match.end() else span.at - 60
        before = sentence[max(start, last, begin) : span.at]
        between = before if span.at >= match.end() else sentence[span.end_at : match.start()]
        last = span.end_at
        if len(span.start) < 7 or (told and span.start > told) or _NOT_THE_VISIT.search(before):
            continue
        if _MADE_PUBLIC.search(between) or _OUT_ON.search(before):
            continue
        if start <= span.at < end:
            fitting.append(span)
    behind = [span for span in fitting if span.at >= match.start() - 8]
    return next(iter(behind or fitting), None)
