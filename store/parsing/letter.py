"""Letters after a visit: monitoring, focused, assurance and joint inspections, since 2016.

A letter's fields stand in fixed places: the date before "Dear", the addressee between the two,
the title after it, and the opening paragraph says when, which visit, and who inspected. The
wordings changed over the years; the patterns take any of them.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.document import CouncilNamed
from store.model.line import Line
from store.model.vocabulary import DocumentKind
from store.parsing.addressee import read_addressee
from store.parsing.councils import register
from store.parsing.dates import date_spans
from store.parsing.facts import Facts
from store.parsing.focus import read_focus
from store.parsing.inadequate import read_judged_inadequate
from store.parsing.letter_inspectors import read_inspectors, read_signature
from store.parsing.letter_order import before_headings
from store.parsing.letter_visit import read_visit
from store.parsing.letterhead import OWN_ADDRESS

HEAD_LINES: Final = 60
TITLE_REACH: Final = 25
_DEAR: Final = re.compile(r"dear\s+(?P<name>[^,]{1,80}?)[,:]?\s*$", re.IGNORECASE)
_NO_NAME: Final = r"(?!(?:Monitoring|Focuss?ed|Joint|Ofsted|Inspection|Assurance|This|Visit|I)\b)"
_DEAR_WITHIN: Final = re.compile(
    r"(?:^|(?<=\s))Dear\s+(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s+)?"
    rf"{_NO_NAME}[A-Z][\w'’-]*(?:\s+{_NO_NAME}[A-Z][\w'’-]*){{0,2}},?(?=\s|$)"
)
_TEXT_BEGINS: Final = re.compile(
    r"(?<=\w )(?=This (?:letter|visit)\b|I am writing\b|Following (?:our|the)\b)"
)
_TITLE: Final = re.compile(
    r"\b(?:monitoring visit|focuss?ed visit|assurance visit|joint targeted area inspection"
    r"|visit (?:to|of)\b.{3,60}children.?s services|inspection of\b)",
    re.IGNORECASE,
)


def unjoined(lines: Sequence[Line]) -> Sequence[Line]:
    """Takes apart a head of which a web copy made one line: address, salutation, title, text."""
    head = lines[:HEAD_LINES]
    if any(_DEAR.match(line.text) for line in head):
        return lines
    for index, line in enumerate(head):
        match = _DEAR_WITHIN.search(line.text)
        if match is None:
            continue
        after = [
            line.text[match.end() :].strip(),
            *(row.text for row in head[index + 1 : index + 4]),
        ]
        parts = [line.text[: match.start()].strip(), match.group(), *_without_text(after)]
        rows = [msgspec.structs.replace(line, text=part, gap=True) for part in parts if part]
        return [*lines[:index], *rows, *lines[index + len(after) :]]
    return lines


def _without_text(rows: Sequence[str]) -> list[str]:
    """The rows after the salutation, parted where the letter's text begins within one."""
    for index, row in enumerate(rows):
        begins = _TEXT_BEGINS.search(row)
        if begins:
            title = " ".join([*rows[:index], row[: begins.start()]]).strip()
            return [title, row[begins.start() :], *rows[index + 1 :]]
    return list(rows)


def read_letter(kind: DocumentKind, lines: Sequence[Line], facts: Facts) -> None:
    """Fill `facts` from the lines of a letter."""
    dear = next((i for i, line in enumerate(lines[:HEAD_LINES]) if _DEAR.match(line.text)), None)
    dated, beside = _read_date(lines, dear, facts)
    if dear is not None:
        salutation = _DEAR.match(lines[dear].text)
        name = salutation.group("name") if salutation else ""
        rows = [line.text for line in lines[dated + 1 if dated is not None else 0 : dear]]
        read_addressee([beside, *rows] if beside else rows, name, facts)
        facts.consumed.update(range(dear + 1))
    title_at = _read_title(lines, dear, facts)
    start = title_at + 1 if title_at is not None else (dear + 1 if dear is not None else 0)
    opening = " ".join(line.text for line in lines[start : start + 30])[:4000]
    _read_council(lines[:start], before_headings(lines[start : start + 30]), facts)
    read_visit(kind, opening, facts)
    read_judged_inadequate(opening, facts, facts.councils[0].name if facts.councils else "")
    read_inspectors(opening, facts)
    read_focus(lines[start:], facts)
    read_signature(lines, facts)


def _read_date(
    lines: Sequence[Line], dear: int | None, facts: Facts
) -> tuple[int | None, str | None]:
    """The letter's own date: a line that is a date, before the salutation.

    Returns the index of its line, and what a web copy joined to it: the addressee.
    """
    joined: tuple[int, str] | None = None
    for index, line in enumerate(lines[: dear if dear is not None else 25]):
        spans = date_spans(line.text)
        if not spans or spans[0].start != spans[0].end:
            continue
        before, after = line.text[: spans[0].at], line.text[spans[0].end_at :]
        if len(before) + len(after) <= 16:
            _keep_date(index, spans[0].start, line.text, facts)
            return index, None
        own = not before.strip() or len(before) <= 16 or OWN_ADDRESS.search(before)
        whole = len(spans[0].start) == 10
        if joined is None and whole and own and (not after.strip() or re.match(r"\W*[A-Z]", after)):
            joined = index, after.strip(" ,")
    if joined is None:
        return None, None
    index, after = joined
    _keep_date(index, date_spans(lines[index].text)[0].start, lines[index].text, facts)
    return index, after


def _keep_date(index: int, day: str, printed: str, facts: Facts) -> None:
    facts.letter_date = day
    facts.saw("letter_date", printed)
    facts.consumed.update(range(index + 1))


def _read_title(lines: Sequence[Line], dear: int | None, facts: Facts) -> int | None:
    """The title: the first short line after the salutation (or at the top) that names a visit."""
    first = dear + 1 if dear is not None else 0
    for index in range(first, min(first + TITLE_REACH, len(lines))):
        text = lines[index].text
        if not _TITLE.search(text) or len(text) > 170 or text.rstrip().endswith("."):
            continue
        parts, last = [text], index
        for after in lines[index + 1 : index + 3]:
            if not _goes_on(lines[index], after):
                break
            parts.append(after.text)
            last += 1
        facts.title = " ".join(parts)
        facts.consumed.update(range(index, last + 1))
        return last
    return None


def _goes_on(title: Line, after: Line) -> bool:
    """Whether the line is the second line of the title."""
    if len(after.text) > 90 or re.match(r"this (?:letter|visit)|I am writing", after.text, re.I):
        return False
    bold = not after.gap and after.bold and title.bold
    return bold or after.text[0].islower() or after.text.lower().startswith("children")


def _read_council(head: Sequence[Line], opening: str, facts: Facts) -> None:
    """The council of the title, else of the opening, else of the address."""
    address = "\n".join(line.text for line in head if not OWN_ADDRESS.search(line.text))
    for text in (facts.title or "", opening[:700], address):
        mentions = register().mentions(text)
        if mentions:
            council = register().get(mentions[0].council)
            if council is not None:
                named = CouncilNamed(council.name, council.urn, mentions[0].printed)
                facts.councils.append(named)
                facts.saw("councils", text[:200])
            return
