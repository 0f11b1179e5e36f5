"""Letters of the rarer kinds, papers that are none of Ofsted's documents, news without a head."""

import textwrap
from collections.abc import Callable

import pytest

from store.model.document import Document
from store.model.line import Line
from store.parsing import parse
from store.reading.reader import Reading

from .other_papers import NEWS_WITHOUT_HEAD, OTHERS
from .papers import Paper
from .printing import as_pdf, as_text, reading_of
from .rare_letters import LETTERS


def as_wrapped(rows: list[str]) -> Reading:
    return as_text(
        "\n\n".join("\n".join(textwrap.wrap(row, 80, break_on_hyphens=False)) for row in rows)
    )


def as_paragraphs(rows: list[str]) -> Reading:
    return reading_of([Line(row, role="paragraph", gap=True) for row in rows], "letter.docx")


def as_page(rows: list[str]) -> Reading:
    return as_pdf([("head" if len(row) < 60 else "para", row) for row in rows])


RENDERINGS: dict[str, Callable[[list[str]], Reading]] = {
    "text": lambda rows: as_text("\n\n".join(rows)),
    "tight": lambda rows: as_text("\n".join(rows)),
    "wrapped": as_wrapped,
    "word": as_paragraphs,
    "pdf": as_page,
}


def facts_of(document: Document) -> dict[str, object]:
    visit = next((visit for visit in document.visits if not visit.mentioned), None)
    return {
        "kind": document.kind,
        "councils": [council.name for council in document.councils],
        "letter_date": document.letter_date,
        "addressee": document.addressee,
        "signed_by": document.signed_by,
        "visit": visit and (visit.kind, visit.ordinal, visit.start, visit.end),
        "visits": len(document.visits),
        "inspectors": [person.name for person in document.inspectors],
        "judged": document.judged_inadequate,
        "focus": list(document.focus),
        "sections": [s.heading for s in document.sections if s.heading != "(opening)"],
    }


def check(paper: Paper, rendering: str, more: dict[str, object]) -> None:
    got = facts_of(parse(RENDERINGS[rendering](paper.rows)).document)
    for name, wanted in {**paper.facts, **more}.items():
        if name == "sections" and rendering in ("tight", "pdf"):
            continue  # a heading is told by the blank line or the look that these lack
        assert got[name] == wanted, name


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("paper", LETTERS, ids=lambda paper: paper.name)
def test_letters_of_rarer_kinds(paper: Paper, rendering: str) -> None:
    check(paper, rendering, {})


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("paper", OTHERS, ids=lambda paper: paper.name)
def test_other_papers_tell_of_no_visit(paper: Paper, rendering: str) -> None:
    check(paper, rendering, {"kind": "other", "visits": 0, "judged": {}})


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("paper", NEWS_WITHOUT_HEAD, ids=lambda paper: paper.name)
def test_news_is_told_by_its_speech_where_byline_and_date_are_lost(
    paper: Paper, rendering: str
) -> None:
    check(paper, rendering, {"kind": "article"})
