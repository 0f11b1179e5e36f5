"""Articles that name their council once, in the first paragraphs, and those that name one so."""

import pytest

from store.model.document import Document
from store.model.line import Line
from store.parsing import parse
from store.parsing.councils import register

from .printing import reading_of

_VISITED = "Ofsted’s letter followed a focused visit on 11 and 12 May."


def _article(headline: str, *paragraphs: str) -> Document:
    rows = [headline, "By Jane Doe", "14 June 2022", *paragraphs]
    return parse(reading_of([Line(row, gap=True) for row in rows])).document


@pytest.mark.parametrize(
    "lead",
    [
        "Salford City Council has been told that its foster carers wait too long for help.",
        "Salford’s children’s services still leave too many waiting.",
        "The leader of Salford Council is to step down.",
        "Salford City Council’s offer to care leavers “falls short”.",
        "Help for care leavers in Salford is patchy.",
    ],
)
def test_a_council_named_once_in_the_lead_has_the_visit(lead: str) -> None:
    document = _article("Town hall under fire", lead, "The council said so too.", _VISITED)
    assert [council.name for council in document.councils] == ["Salford"]
    visits = [(v.council, v.kind, v.start, v.end) for v in document.visits]
    assert visits == [("Salford", "focused-visit", "2022-05-11", "2022-05-12")]


def test_another_council_named_further_down_does_not_take_its_place() -> None:
    document = _article(
        "Leader to step down",
        "The leader of Salford Council is to step down.",
        "It was a private matter, the council said.",
        _VISITED,
        "Kirklees was judged inadequate in 2016.",
    )
    assert [council.name for council in document.councils] == ["Salford"]
    assert [visit.council for visit in document.visits] == ["Salford"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("A boy from Salford was failed by social workers, a judge has ruled.", _VISITED),
        ("A mother from Salford has written a book.", _VISITED),
        ("Councils are short of foster carers.", "Salford Council needs forty.", _VISITED),
        ("Social work is in crisis nationally.", "Salford Council lost ten.", _VISITED),
        ("Salford City Council and Bury Council will share a director.", _VISITED),
    ],
)
def test_a_council_named_in_passing_gains_no_visit(paragraphs: tuple[str, ...]) -> None:
    document = _article("Carers speak out", *paragraphs)
    assert document.councils == ()
    assert document.visits == ()


def test_where_somebody_worked_is_not_what_the_article_is_about() -> None:
    document = _article(
        "How one council lost its way",
        "When Jo Bell started as a social worker in Leeds, she had 14 cases.",
        "Her story is not unusual.",
        "Ofsted’s most recent report on Salford says that caseloads are high.",
    )
    assert [council.name for council in document.councils] == ["Salford"]


def test_a_street_is_no_council() -> None:
    named = register().mentions("Bury Council, 3 Knowsley Place, and Salford House in Trafford Way")
    assert [mention.council for mention in named] == ["Bury"]
