"""Which letter the lines are: monitoring, focused, assurance visit or joint inspection.

A letter says so in a title line or with "This letter summarises the findings of ...". Reports,
articles and the letters of others name visits in their first lines too.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.model.vocabulary import DocumentKind
from store.parsing.times.dates import date_spans

HEAD_LINES: Final = 40
TITLE_LINES: Final = 30
OPENING_LINES: Final = 80

_MONITORING: Final = re.compile(
    r"\bmonitoring visit (?:of|to|at|for|letter|report)\b|findings of (?:the|a|this|our) "
    r"(?:\w+ ){0,3}monitoring visit|\bmonitoring (?:visit|letter|report)\b.{0,80}children.?s"
    r" (?:social care )?services",
    re.IGNORECASE | re.DOTALL,
)
_FOCUSED: Final = re.compile(
    r"\bfocuss?ed visit (?:to|of|at|for|letter)\b|findings of (?:the|a|this|our) "
    r"(?:\w+ ){0,3}focuss?ed visit|\bfocuss?ed visit\b.{0,80}children.?s (?:social care )?services",
    re.IGNORECASE | re.DOTALL,
)
_ASSURANCE: Final = re.compile(r"\bassurance visit\b", re.IGNORECASE)
_JTAI: Final = re.compile(
    r"\bjoint targeted area inspections?\b(?! programme)"
    r"|undertook a joint inspection of the multi.agency",
    re.IGNORECASE,
)
_LETTERS: Final[tuple[tuple[DocumentKind, re.Pattern[str]], ...]] = (
    ("jtai-letter", _JTAI),
    ("monitoring-visit-letter", _MONITORING),
    ("focused-visit-letter", _FOCUSED),
    ("assurance-visit-letter", _ASSURANCE),
)
_DECISIONS: Final = re.compile(
    r"impact of key decision.making across help and protection", re.IGNORECASE
)
_ADAPTED: Final = re.compile(
    r"delivery model was adapted to reflect the covid|context of (?:the )?covid.19"
    r"|covid.19.{0,300}(?:remote|context)",
    re.IGNORECASE | re.DOTALL,
)
ASSURANCE_MONTHS: Final = ("2020-09", "2021-05")
"""From when until when Ofsted wrote on assurance visits, under the title of focused visits; the
words on adapting to the pandemic stand in letters on ordinary visits after that as well."""
ANNOUNCEMENT: Final = 250
"""A letter that calls its visit an assurance visit does so within this many characters of its
title; further on it may look back at one."""

_TITLE: Final = re.compile(
    r"(?:re|subject)?\s*:?\s*(?:ofsted.?s? )?(?:(?:first|second|third|\w+th) )?"
    r"(?:(?:monitoring|focuss?ed|assurance) visit(?: (?:to|of|at|for|letter|report)\b|\s*[:–-])"
    r"|(?:monitoring|focuss?ed|assurance) (?:letter|report)\b|joint targeted area inspection\b)",
    re.IGNORECASE,
)
_FINDINGS: Final = re.compile(
    r"\b(?:this letter|I am writing|we are writing|I write)\b.{0,60}?\bfindings\b"
    r"|\bthis letter (?:to all|sums? up|summarises|sets out|reports|outlines|contains|provides)\b",
    re.IGNORECASE,
)


class LetterFound(NamedTuple):
    kind: DocumentKind
    at: int
    """How far from the start it announces itself, in characters."""
    printed: str


def announced_letter(lines: Sequence[Line]) -> LetterFound | None:
    """The letter that the first lines announce; None if they announce none."""
    rows = [line.text for line in lines[:HEAD_LINES]]
    flat = " ".join(rows)
    found = [
        LetterFound(kind, match.start(), match.group())
        for kind, pattern in _LETTERS
        if (match := pattern.search(flat))
    ]
    if not found or not _calls_itself_letter(rows, flat):
        return None
    first = min(found, key=lambda letter: letter.at)
    opening = " ".join(line.text for line in lines[:OPENING_LINES])
    if first.kind == "focused-visit-letter" and _is_assurance(opening, first.at):
        return first._replace(kind="assurance-visit-letter")
    return first


def _calls_itself_letter(rows: Sequence[str], flat: str) -> bool:
    if _FINDINGS.search(flat):
        return True
    return any(
        _TITLE.match(row) and len(row) < 170 and not row.rstrip().endswith((".", ":"))
        for row in rows[:TITLE_LINES]
    )


def _is_assurance(opening: str, announced: int) -> bool:
    named = _ASSURANCE.search(opening, announced, announced + ANNOUNCEMENT)
    if named or _DECISIONS.search(opening):
        return True
    if not _ADAPTED.search(opening):
        return False
    days = [span.end[:7] for span in date_spans(opening[:2500]) if len(span.end) >= 7]
    first, last = ASSURANCE_MONTHS
    return not days or first <= max(days) <= last
