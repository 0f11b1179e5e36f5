"""Inspection reports: what their covers, tables and team lists print, from 2012 to today."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from store.model.document import CouncilNamed
from store.model.line import Line
from store.model.visit import VisitNamed
from store.parsing.councils import register
from store.parsing.facts import Facts
from store.parsing.reports.cover import LABEL, Cover, cover_of, labelled, lines_to
from store.parsing.reports.grades import read_judgements
from store.parsing.reports.inspectors import read_leads, read_team
from store.parsing.times.dates import date_spans

_DATES = re.compile(r"^(?:inspection dates?|dates? of (?:the )?inspection)\s*:?\s*", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"^(?:(?:report |date )?published|(?:date of )?publication(?: date)?)\s*(?::\s*|(?=\d))",
    re.IGNORECASE,
)
_HEADLINE = re.compile(r"children.?s services? in\b", re.IGNORECASE)
TITLE_SIZE: Final = 18.0
"""Titles of reports are set larger than this, in points; nothing else on a cover is."""
HEAD_LINES: Final = 150
SHORT_INSPECTION_DAYS: Final = 5
"""An ILACS inspection of one week is a short one, of two weeks a standard one: the kind is not
printed on any of the reports seen, where the lengths cluster at 5 and 12 days."""


def read_report(lines: Sequence[Line], facts: Facts) -> None:
    """Fill `facts` from the lines of a report, furniture included."""
    cover = cover_of(lines)
    _read_title(lines, cover, facts)
    _read_dates(lines, cover, facts)
    read_leads(lines, cover, facts)
    read_team(lines, facts)
    read_judgements(lines, cover, facts)
    _add_visit(facts)


def _read_title(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    """The title above the cover's labels, and the council that it names."""
    first = next((place for place, (_, line) in enumerate(cover) if LABEL.match(line.text)), 0)
    block = [(index, line) for index, line in cover[:first] if not _is_small(line, cover[:first])]
    rows = [line.text for _, line in block if not re.fullmatch(r"\d{1,3}", line.text)]
    title = re.sub(r"(?<=[a-z])\d{1,2}(?=\s|$)", "", " ".join(rows)).strip()
    facts.title = title or None
    facts.consumed.update(index for index, _ in cover[:first])
    large = " ".join(line.text for _, line in cover[first:] if line.size >= TITLE_SIZE)
    heads = [line.text for line in lines[:HEAD_LINES] if line.size and line.size < 9]
    headline = [line.text for _, line in cover if _HEADLINE.match(line.text)]
    for text in (title, large, " ".join(heads[:3]), " ".join(headline[:1])):
        for mention in register().mentions(text)[:1]:
            council = register().get(mention.council)
            if council is not None:
                facts.councils.append(CouncilNamed(council.name, council.urn, mention.printed))
                facts.saw("councils", text)
        if facts.councils:
            facts.title = facts.title or (large if text == large else None)
            return


def _is_small(line: Line, block: Cover) -> bool:
    """Whether the line is a running head that PDFium puts before the title."""
    largest = max((other.size for _, other in block), default=0.0)
    return line.size < 0.45 * largest


def _read_dates(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    value, used = labelled(cover, _DATES)
    spans = date_spans(value)
    if spans:
        span = spans[0]
        facts.visits.append(
            VisitNamed(
                council="",
                kind="inspection",
                start=span.start,
                end=span.end,
                ranges=span.ranges if len(span.ranges) > 1 else (),
            )
        )
        facts.saw("visits", f"Inspection dates: {span.printed}")
        facts.consumed.update(lines_to(span.end_at, value, used, lines))
    published, where = labelled(cover, _PUBLISHED)
    spans = date_spans(published)
    if spans and len(spans[0].start) == 10:
        facts.published = spans[0].start
        facts.saw("published", f"Published: {spans[0].printed}")
        facts.consumed.update(where[:1])


def _add_visit(facts: Facts) -> None:
    name = facts.councils[0].name if facts.councils else ""
    if not facts.visits:
        facts.visits.append(VisitNamed(council=name, kind="inspection"))
        return
    visit = facts.visits[0]
    facts.visits[0] = VisitNamed(
        council=name, kind="inspection", start=visit.start, end=visit.end, ranges=visit.ranges
    )
    if facts.framework == "ilacs" and visit.start and visit.end:
        first = visit.ranges[0] if visit.ranges else (visit.start, visit.end)
        days = (date.fromisoformat(first[1]) - date.fromisoformat(first[0])).days + 1
        if days <= SHORT_INSPECTION_DAYS:
            facts.framework = "ilacs-short"
        facts.notes.append(
            f"{'short' if days <= SHORT_INSPECTION_DAYS else 'standard'} inspection: "
            f"inferred from its {days} days, not printed"
        )
