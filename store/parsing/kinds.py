"""Tells what kind of document the lines are, by how each kind announces itself.

Letters and reports name themselves within their first lines; whatever a report's length,
nothing further down is asked, for reports speak of earlier visits and letters too. An article
is told by what surrounds its text (a byline, a date line, a page that calls itself an article).
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.model.vocabulary import DocumentKind, Framework
from store.parsing.dates import date_spans
from store.reading.web import PageMeta

HEAD_LINES: Final = 40
RETELLING: Final = re.compile(r"\s*Retelling for demonstration\b", re.IGNORECASE)
"""The line with which a sample document says that it is one; readers skip it."""

_CHILDREN = r"(?:children.?s|social care|children and)"
_DEAR = re.compile(r"^dear\b", re.IGNORECASE | re.MULTILINE)
_MONITORING = re.compile(
    r"\bmonitoring visit (?:of|to|at|for|letter)\b|findings of (?:the|a|this|our) (?:\w+ )?"
    r"monitoring visit|\bmonitoring (?:visit|letter)\b.{0,80}children.?s services",
    re.IGNORECASE | re.DOTALL,
)
_FOCUSED = re.compile(
    r"\bfocused visit (?:to|of|at|for|letter)\b|findings of (?:the|a|this|our) "
    r"(?:\w+ ){0,2}focused visit|\bfocused visit\b.{0,80}children.?s services",
    re.IGNORECASE | re.DOTALL,
)
_ASSURANCE = re.compile(
    r"\bassurance visit\b|impact of key decision.making across help and protection"
    r"|delivery model was adapted to reflect the covid|context of covid-19.{0,200}focused visit"
    r"|focused visit.{0,900}covid-19.{0,300}(?:remote|context)",
    re.IGNORECASE | re.DOTALL,
)
_JTAI = re.compile(
    r"\bjoint targeted area inspection\b|undertook a joint inspection of the multi.agency",
    re.IGNORECASE,
)
_SERVICES = re.compile(
    r"\b(?P<re>re-?)?inspection of (?:the )?services for children in need of help and\s+protection"
    r",?\s+children looked after and care leavers",
    re.IGNORECASE,
)
_REINSPECTED = re.compile(r"\bre-?inspection of services for children\b", re.IGNORECASE)
_LOOKED_AFTER = re.compile(
    r"\binspection of (?:safeguarding and )?looked after children\s*(?:services)?", re.IGNORECASE
)
_LSCB = re.compile(
    r"review of the effectiveness of the local\s+safeguarding\s+children\s+board"
    r"|effectiveness of the local safeguarding children.{0,4} board|safeguarding children board",
    re.IGNORECASE,
)
_ILACS = re.compile(
    r"\binspection of (?:the )?(?:.{2,90}?\s)?(?:local authority )?"
    r"(?:children.?s (?:social care )?services|children and families trust)",
    re.IGNORECASE | re.DOTALL,
)
_INSPECTED = re.compile(r"^\s*(?:inspection dates?|lead inspectors?)\b", re.I | re.M)
_BYLINE = re.compile(
    r"^(?:by|words by|written by):?\s+(?:[A-Z][\w.'’-]*|the\s\w+)(?:\s+[\w.'’,-]+){0,6}$",
    re.IGNORECASE,
)


class KindFound(NamedTuple):
    kind: DocumentKind
    framework: Framework | None
    printed: str | None
    """The words by which it announced itself."""


def kind_of(lines: Sequence[Line], meta: PageMeta) -> KindFound:
    """The kind of the document, `other` if it announces itself as none of those known."""
    rows = [line.text for line in lines[:HEAD_LINES]]
    head = "\n".join(rows)
    flat = " ".join(rows)
    if _is_article(rows, meta, head):
        return KindFound("article", None, None)
    opening = _opening(lines)
    letters = [
        (match.start(), kind, match.group())
        for kind, pattern in _LETTERS
        if (match := pattern.search(flat))
    ]
    if _DEAR.search(head):
        found = _letter(letters, opening)
    else:
        # Without a salutation the first announcement counts: a report may look back, in its
        # first paragraphs, at visits and joint inspections.
        report = _report(" ".join(rows[:25]), head)
        early = [letter for letter in letters if letter[0] < (report[0] if report else 400)]
        found = _letter(early, opening) or (report[1] if report else None)
    return found or KindFound("other", None, None)


def _letter(letters: list[tuple[int, DocumentKind, str]], opening: str) -> KindFound | None:
    if not letters:
        return None
    _, kind, printed = min(letters)
    if kind == "focused-visit-letter" and _ASSURANCE.search(opening):
        kind = "assurance-visit-letter"
    return KindFound(kind, None, printed)


_LETTERS: Final[tuple[tuple[DocumentKind, re.Pattern[str]], ...]] = (
    ("jtai-letter", _JTAI),
    ("monitoring-visit-letter", _MONITORING),
    ("focused-visit-letter", _FOCUSED),
    ("assurance-visit-letter", _ASSURANCE),
)


def _opening(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines[: HEAD_LINES * 2])


def _report(title: str, head: str) -> tuple[int, KindFound] | None:
    framework: Framework | None = None
    match = _SERVICES.search(title)
    if match:
        reinspected = match.group("re") or _REINSPECTED.search(title)
        framework = "reinspection" if reinspected else "sif"
    elif match := _LOOKED_AFTER.search(title):
        framework = "lac"
    elif (match := _ILACS.search(title)) and _INSPECTED.search(head):
        framework = "ilacs"
    elif (match := _LSCB.search(title)) and re.search(r"\binspection\b|\breview\b", title, re.I):
        framework = "lscb"
    if framework is None or match is None:
        return None
    printed = re.sub(r"\s+", " ", match.group())
    return match.start(), KindFound("inspection-report", framework, printed)


def _is_article(rows: list[str], meta: PageMeta, head: str) -> bool:
    """A byline, or a date line right under the headline, and no salutation or report cover."""
    if _DEAR.search(head) or _INSPECTED.search(head):
        return False
    first = rows[:9]
    if any(_BYLINE.match(row) and len(row) < 70 for row in first[1:]):
        return True
    if meta.date and (meta.author or meta.outlet):
        return True
    return any(_is_date_line(row) for row in first[1:5]) and len(rows[0].split()) >= 4


def _is_date_line(row: str) -> bool:
    """A line that holds a date and hardly anything else."""
    spans = date_spans(row)
    if len(spans) != 1 or len(spans[0].start) < 10:
        return False
    rest = row[: spans[0].at] + row[spans[0].end_at :]
    rest = re.sub(
        r"\b(?:published|posted|updated|last|on|at|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b"
        r"|\d{1,2}[:.]\d\d|[ap]m\b|[^\w]",
        "",
        rest,
        flags=re.IGNORECASE,
    )
    return len(rest) <= 3
