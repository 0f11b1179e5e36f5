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
from store.parsing.councils import Mention, register
from store.parsing.facts import Facts
from store.parsing.focus import read_focus, theme_of_joint
from store.parsing.inadequate import read_judged_inadequate
from store.parsing.letters.addressee import read_addressee
from store.parsing.letters.inspectors_named import read_inspectors, read_signature
from store.parsing.letters.letterhead import OWN_ADDRESS
from store.parsing.letters.note_marks import without_note_marks
from store.parsing.letters.order import before_headings
from store.parsing.letters.salutation import (
    DEAR,
    HEAD_LINES,
    TITLE_REACH,
    OwnDate,
    is_prose,
    is_title,
    own_date,
    salutation,
)
from store.parsing.letters.visit import read_visit
from store.parsing.reports.cover import LABEL
from store.parsing.times.dates import date_spans

DATE_LINES: Final = 25
"""Without a salutation the date stands within so many lines."""
ADDRESS_LINES: Final = 10
_NO_NAME: Final = r"(?!(?:Monitoring|Focuss?ed|Joint|Ofsted|Inspection|Assurance|This|Visit|I)\b)"
_DEAR_WITHIN: Final = re.compile(
    r"(?:^|(?<=\s))Dear\s+(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s+)?"
    rf"{_NO_NAME}[A-Z][\w'’-]*(?:\s+{_NO_NAME}[A-Z][\w'’-]*){{0,2}},?(?=\s|$)"
)
_TEXT_BEGINS: Final = re.compile(
    r"(?<=\w )(?=This (?:letter|visit)\b|I am writing\b|Following (?:our|the)\b)"
)
_JOINS: Final = re.compile(r"\s+(?:and|&)\s+(?:the )?", re.IGNORECASE)


def unjoined(lines: Sequence[Line]) -> Sequence[Line]:
    """Takes apart a head of which a web copy made one line: address, salutation, title, text."""
    head = lines[:HEAD_LINES]
    if any(DEAR.match(line.text) for line in head):
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
    dear, head = salutation(lines)
    dated = own_date(lines, head, dear if dear is not None else DATE_LINES)
    if dated is not None:
        facts.letter_date = dated.day
        facts.saw("letter_date", lines[dated.line].text)
        facts.consumed.update(range(dated.line + 1))
    if dear is not None:
        read_addressee(_address(lines, head, dear, dated), _called(lines[dear]), facts)
        facts.consumed.update(range(dear + 1))
    title_at = _read_title(lines, dear, facts)
    start = title_at + 1 if title_at is not None else (dear + 1 if dear is not None else 0)
    opening = " ".join(line.text for line in lines[start : start + 30])[:4000]
    _read_council(lines[:start], before_headings(lines[start : start + 30]), facts)
    read_visit(kind, opening, facts)
    read_judged_inadequate(opening, facts, facts.councils[0].name if facts.councils else "")
    read_inspectors(opening, facts)
    read_focus(lines[start:], facts)
    if kind == "jtai-letter":
        from store.parsing.letters.closing_team import read_closing_team

        read_closing_team(lines, facts)
        _skip_labels(lines[start : start + ADDRESS_LINES], start, facts)
        facts.focus = facts.focus or theme_of_joint(facts.title or "", opening)
    read_signature(lines, facts, joint=kind == "jtai-letter")


def _skip_labels(rows: Sequence[Line], start: int, facts: Facts) -> None:
    """Reports on joint inspections have the labels of a cover right below their title."""
    for index, line in enumerate(rows, start):
        if LABEL.match(line.text) and date_spans(line.text) and not is_prose(line.text):
            facts.consumed.add(index)


def _called(line: Line) -> str:
    match = DEAR.match(line.text)
    return match.group("name") if match else ""


def _address(lines: Sequence[Line], head: int, dear: int, dated: OwnDate | None) -> list[str]:
    """The rows between the date and "Dear ..."; those above a date that stands right before it."""
    first = dated.line + 1 if dated else head
    if dated and first == dear and not dated.joined:
        first, dear = max(head, dated.line - ADDRESS_LINES), dated.line
    rows = [line.text for line in lines[first:dear]]
    return [dated.joined, *rows] if dated and dated.joined else rows


def _read_title(lines: Sequence[Line], dear: int | None, facts: Facts) -> int | None:
    """The title: the first short line after the salutation (or at the top) that names a visit.

    Copies on web pages have it as their own heading, above the letter's date; then it tells
    nothing of where the letter's text begins.
    """
    first = dear + 1 if dear is not None else 0
    index = _title_within(lines, first, min(first + TITLE_REACH, len(lines)))
    below = index is not None
    if index is None and dear is not None:
        index = _title_within(lines, 0, dear)
    if index is None:
        return None
    parts, last = [lines[index].text], index
    for after in lines[index + 1 : index + 3]:
        if not _goes_on(lines[index], after):
            break
        parts.append(after.text)
        last += 1
    facts.title = without_note_marks(" ".join(parts))
    facts.consumed.update(range(index, last + 1))
    return last if below else None


def _title_within(lines: Sequence[Line], first: int, end: int) -> int | None:
    return next((index for index in range(first, end) if is_title(lines[index].text)), None)


def _goes_on(title: Line, after: Line) -> bool:
    """Whether the line is the second line of the title."""
    if len(after.text) > 90 or re.match(r"this (?:letter|visit)|I am writing", after.text, re.I):
        return False
    bold = not after.gap and after.bold and title.bold
    return bold or after.text[0].islower() or after.text.lower().startswith("children")


def _read_council(head: Sequence[Line], opening: str, facts: Facts) -> None:
    """The council of the title, else of the opening, else of the address.

    A title may name two that share their services.
    """
    address = "\n".join(line.text for line in head if not OWN_ADDRESS.search(line.text))
    for text in (facts.title or "", opening[:700], address):
        mentions = register().mentions(text)
        for place, mention in enumerate(mentions):
            if place and not _is_joined(text, mentions[place - 1], mention):
                break
            council = register().get(mention.council)
            if council is not None:
                facts.councils.append(CouncilNamed(council.name, council.urn, mention.printed))
                facts.saw("councils", text[:200])
        if facts.councils:
            return


def _is_joined(text: str, first: Mention, second: Mention) -> bool:
    """Whether two councils are named as one place: "Kingston and the borough of Richmond"."""
    between = text[first.end : second.start]
    return first.council != second.council and bool(_JOINS.fullmatch(between))
