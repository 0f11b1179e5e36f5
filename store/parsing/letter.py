"""Letters after a visit: monitoring, focused, assurance and joint inspections, since 2016.

A letter's fields stand in fixed places: the date before "Dear", the addressee between the two,
the title after it, and the opening paragraph says when, which visit, and who inspected. The
wordings changed over the years; the patterns below take any of them.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.model.document import CouncilNamed
from store.model.line import Line
from store.model.visit import VisitNamed, ordinal_from_words
from store.model.vocabulary import DocumentKind, VisitKind
from store.parsing.addressee import read_addressee
from store.parsing.blocks import Block, blocks_of
from store.parsing.councils import register
from store.parsing.dates import date_spans
from store.parsing.facts import Facts
from store.parsing.inadequate import read_judged_inadequate
from store.parsing.people import is_name, people

VISIT_OF: Final[dict[DocumentKind, VisitKind]] = {
    "monitoring-visit-letter": "monitoring-visit",
    "focused-visit-letter": "focused-visit",
    "assurance-visit-letter": "assurance-visit",
    "jtai-letter": "jtai",
}
OPENING_LINES: Final = 60
_DEAR = re.compile(r"^dear\s+(?P<name>[^,]{1,80}?),?\s*$", re.IGNORECASE)
_ORDINAL_WORD = (
    r"(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|\d{1,2}(?:st|nd|rd|th))"
)
_ORDINAL = re.compile(
    rf"\b(?:the|their|its|our|a|this) {_ORDINAL_WORD}\s+(?:\w+\s+){{0,2}}?monitoring visit"
    rf"|\b{_ORDINAL_WORD.replace('ordinal', 'again')} (?:ofsted )?(?:monitoring|focused) visit",
    re.IGNORECASE,
)
_VISIT_WORDS = re.compile(
    r"\b(?:visit|inspection|took place|carried out|undertook|between|findings of)\b", re.I
)
_INSPECTORS = re.compile(
    r"(?:\b(?:the |her majesty.?s |his majesty.?s |ofsted )?inspectors?(?: for (?:this|the) visit)?"
    r"\s+(?:was|were)\s*:?\s+"
    r"|\bvisit was (?:carried out|undertaken|conducted|led) by\s+(?:(?:her|his) majesty.?s "
    r"inspectors?,?\s+|hmi,?\s+|inspectors?,?\s+)?)"
    r"(?P<names>[A-Z].{3,300}?)(?:\.(?=\s+[A-Z]|\s*$)|$)",
    re.IGNORECASE,
)
_ROYAL = re.compile(r"\b(?P<role>(?:Her|His) Majesty.?s Inspector)s?\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"^(?:yours (?:sincerely|faithfully|truly)|with best wishes|kind regards)\b", re.IGNORECASE
)
_FOCUS_LEAD = re.compile(
    r"(?:with (?:a|the) (?:particular )?focus on|in (?:the )?following areas?(?: of (?:concern|"
    r"practice))?(?: identified at the (?:last|previous) inspection)?|focus(?:ed|ing) on"
    r"(?: the following)?|looked at(?: the following)?|areas? (?:covered|considered)(?: were)?"
    r"|evaluated|reviewed(?: the following)?|considered)\s*:\s*$",
    re.IGNORECASE,
)
_AREAS = re.compile(r"areas? covered by (?:the|this) (?:visit|inspection)", re.IGNORECASE)
_FOCUS_PROSE = re.compile(
    r"\b(?:inspectors|this visit|the visit|we)\s+(?:looked at|reviewed|evaluated|focused on|"
    r"considered|examined)\s+(?P<focus>(?:the (?:progress|local authority.?s arrangements|quality|"
    r"effectiveness|impact|experiences)|how|progress|children|arrangements).{10,400}?)\.(?=\s|$)",
    re.IGNORECASE,
)


def read_letter(kind: DocumentKind, lines: Sequence[Line], facts: Facts) -> None:
    """Fill `facts` from the lines of a letter."""
    dear = next((i for i, line in enumerate(lines[:OPENING_LINES]) if _DEAR.match(line.text)), None)
    dated = _read_date(lines, dear, facts)
    if dear is not None:
        salutation = _DEAR.match(lines[dear].text)
        name = salutation.group("name") if salutation else ""
        read_addressee(lines[dated + 1 if dated is not None else 0 : dear], name, facts)
        facts.consumed.update(range(dear + 1))
    title_at = _read_title(lines, dear, facts)
    start = title_at + 1 if title_at is not None else (dear + 1 if dear is not None else 0)
    opening = " ".join(line.text for line in lines[start : start + 30])[:4000]
    _read_council(lines[:start], opening, facts)
    _read_visit(kind, opening, facts)
    read_judged_inadequate(opening, facts, facts.councils[0].name if facts.councils else "")
    _read_inspectors(opening, facts)
    _read_focus(lines[start:], facts)
    _read_signature(lines, facts)


def _read_date(lines: Sequence[Line], dear: int | None, facts: Facts) -> int | None:
    """The letter's own date: a line that is a date, before the salutation."""
    for index, line in enumerate(lines[: dear if dear is not None else 25]):
        spans = date_spans(line.text)
        alone = spans and len(line.text) - (spans[0].end_at - spans[0].at) <= 16
        if spans and alone and spans[0].start == spans[0].end:
            facts.letter_date = spans[0].start
            facts.saw("letter_date", line.text)
            facts.consumed.update(range(index + 1))
            return index
    return None


_TITLE = re.compile(
    r"\b(?:monitoring visit|focused visit|assurance visit|joint targeted area inspection"
    r"|visit (?:to|of)\b.{3,60}children.?s services|inspection of\b)",
    re.IGNORECASE,
)


def _read_title(lines: Sequence[Line], dear: int | None, facts: Facts) -> int | None:
    """The title: the first short line after the salutation (or at the top) that names a visit."""
    first = dear + 1 if dear is not None else 0
    for index in range(first, min(first + 25, len(lines))):
        text = lines[index].text
        if not _TITLE.search(text) or len(text) > 170 or text.rstrip().endswith("."):
            continue
        parts, last = [text], index
        for after in lines[index + 1 : index + 3]:
            goes_on = not after.gap and (after.bold == lines[index].bold and after.bold)
            if goes_on or after.text[0].islower() or after.text.lower().startswith("children"):
                if len(after.text) > 90 or re.match(r"this (?:letter|visit)", after.text, re.I):
                    break
                parts.append(after.text)
                last += 1
                continue
            break
        facts.title = " ".join(parts)
        facts.consumed.update(range(index, last + 1))
        return last
    return None


def _read_council(head: Sequence[Line], opening: str, facts: Facts) -> None:
    """The council of the title, else of the opening, else of the address."""
    address = " ".join(line.text for line in head)
    for text in (facts.title or "", opening[:700], address):
        mentions = register().mentions(text)
        if mentions:
            council = register().get(mentions[0].council)
            if council is not None:
                named = CouncilNamed(council.name, council.urn, mentions[0].printed)
                facts.councils.append(named)
                facts.saw("councils", text[:200])
            return


def _read_visit(kind: DocumentKind, opening: str, facts: Facts) -> None:
    council = facts.councils[0].name if facts.councils else ""
    start = end = None
    ranges: tuple[tuple[str, str], ...] = ()
    for span in date_spans(opening[:1500]):
        before = opening[max(0, span.at - 130) : span.at]
        if not _VISIT_WORDS.search(before) or re.search(r"\binadequate\b", before):
            continue
        start, end = span.start, span.end
        ranges = span.ranges if len(span.ranges) > 1 else ()
        facts.saw("visits", opening[max(0, span.at - 60) : span.end_at])
        break
    ordinal = None
    match = _ORDINAL.search(opening) or _ORDINAL.search(facts.title or "")
    if match and kind == "monitoring-visit-letter":
        ordinal = ordinal_from_words(match.group("ordinal") or match.group("again"))
        facts.saw("ordinal", match.group())
    visit = VisitNamed(council, VISIT_OF[kind], ordinal, start, end, ranges)
    facts.visits.append(visit)


def _read_inspectors(opening: str, facts: Facts) -> None:
    match = _INSPECTORS.search(opening)
    if not match:
        return
    royal = _ROYAL.search(match.group()[: match.start("names") - match.start()])
    for person in people(match.group("names")):
        if not is_name(person.name):
            continue
        role = person.role or (royal.group("role") if royal else None)
        facts.inspectors.append(type(person)(person.name, role))
    facts.saw("inspectors", match.group())


def _read_focus(lines: Sequence[Line], facts: Facts) -> None:
    """What the visit looked at: the bullets after the lead-in, else the sentence that says it."""
    blocks = blocks_of(list(lines[:60]))
    for index, block in enumerate(blocks):
        if not (_FOCUS_LEAD.search(block.text) or _led_by_heading(blocks, index)):
            continue
        bullets = []
        for after in blocks[index + 1 :]:
            if after.kind != "bullet" and not after.number:
                break
            bullets.append(after.text.rstrip(" .;,").removesuffix(" and").rstrip(";, "))
        if bullets:
            facts.focus = tuple(bullets)
            facts.saw("focus", block.text[-200:])
            return
    text = " ".join(block.text for block in blocks[:14])
    match = _FOCUS_PROSE.search(text)
    if match:
        facts.focus = (match.group("focus").strip(),)
        facts.saw("focus", match.group())


def _led_by_heading(blocks: Sequence[Block], index: int) -> bool:
    """Whether this paragraph leads in to the bullets under "Areas covered by the visit"."""
    before = blocks[index - 1].text if index else ""
    return bool(_AREAS.match(before)) and blocks[index].text.endswith(":")


def _read_signature(lines: Sequence[Line], facts: Facts) -> None:
    """The name under "Yours sincerely"; what stands from there on is no finding."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
        if not _SIGNED.match(lines[index].text):
            continue
        facts.consumed.update(range(index, len(lines)))
        for line in lines[index + 1 : index + 4]:
            text = re.sub(r"\*\*", " ", line.text).strip()
            names = people(text)
            if names and is_name(names[0].name):
                facts.signed_by = names[0].name
                facts.saw("signed_by", text)
                return
        return
