"""The head and the close of letters of no known kind: of inspections before 2013, and replies.

They are printed as the letters on visits are: the date and the address above "Dear ...", the
title below it, the signature at the end. None of these is a finding.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.model.visit import VisitNamed
from store.model.vocabulary import Voice
from store.parsing.facts import Facts
from store.parsing.letters.addressee import read_addressee
from store.parsing.letters.inspectors_named import closing, read_inspectors, read_signature
from store.parsing.letters.note_marks import without_note_marks
from store.parsing.letters.salutation import DEAR, OPENS, is_prose, own_date, salutation
from store.parsing.letters.visit import visit_dates

HEAD_LINES: Final = 30
"""A letter's head is no longer; "Dear ..." further down is of a letter that something encloses."""
TITLE_LINES: Final = 3
LONGEST_TITLE: Final = 200
OPENING_LINES: Final = 30
_ENDED: Final = re.compile(r"[.!?:;,][\"'’”)]*$")
_INSPECTION: Final = re.compile(
    r"^(?!.*\b(?:conversation|plans?|response|complaint)\b).*\binspection of\b", re.IGNORECASE
)
"""A title of what an inspection found, and not of what came after it."""


def read_other_letter(lines: Sequence[Line], own: Voice, facts: Facts) -> None:
    """Fill `facts` with the date, addressee, title, visit and signature of a letter.

    Nothing is read of what is no letter, or has text above its salutation.
    """
    dear, head = salutation(lines)
    if dear is None or dear > HEAD_LINES or any(is_prose(line.text) for line in lines[:dear]):
        return
    dated = own_date(lines, head, dear)
    if dated is not None:
        facts.letter_date = dated.day
        facts.saw("letter_date", lines[dated.line].text)
    address = [line.text for line in lines[dated.line + 1 if dated else head : dear]]
    called = DEAR.match(lines[dear].text)
    read_addressee(address, called.group("name") if called else "", facts)
    facts.consumed.update(range(dear + 1))
    start = _read_title(lines, dear + 1, facts)
    opening = " ".join(line.text for line in lines[start : start + OPENING_LINES])[:4000]
    if own == "ofsted" and _INSPECTION.search(facts.title or ""):
        span = visit_dates(opening, facts)
        if span is not None:
            facts.visits.append(VisitNamed("", "inspection", None, span.start, span.end))
        read_inspectors(opening, facts)
    greeting = closing(lines)
    if greeting is not None and not any(is_prose(line.text) for line in lines[greeting + 1 :]):
        read_signature(lines, facts)


def _read_title(lines: Sequence[Line], first: int, facts: Facts) -> int:
    """The rows that stand alone below the salutation; returns where the text begins."""
    end = first + 1
    while end < len(lines) and not lines[end].gap:
        end += 1
    rows = [line.text for line in lines[first:end]]
    title = " ".join(rows)
    short = 0 < len(rows) <= TITLE_LINES and len(title) <= LONGEST_TITLE and end < len(lines)
    if not short or _ENDED.search(title) or OPENS.match(title):
        return first
    facts.title = without_note_marks(title)
    facts.consumed.update(range(first, end))
    return end
