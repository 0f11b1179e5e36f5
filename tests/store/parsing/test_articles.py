"""Press articles of many styles: head, councils, visits, and what is not their text."""

import textwrap
from collections.abc import Callable

import pytest

from store.model.document import Document
from store.model.line import Line
from store.parsing import parse
from store.reading.page_meta import PageMeta
from store.reading.reader import Reading

from .articles import BODIES, HEADS, MIDDLES, TAILS, Body, as_rows
from .printing import as_text, reading_of
from .what_is_read import read


def as_wrapped(rows: list[str]) -> Reading:
    return as_text("\n\n".join("\n".join(textwrap.wrap(row, 80)) for row in rows))


def as_paragraphs(rows: list[str]) -> Reading:
    return reading_of([Line(row, role="paragraph", gap=True) for row in rows], "article.docx")


RENDERINGS: dict[str, Callable[[list[str]], Reading]] = {
    "text": lambda rows: as_text("\n\n".join(rows)),
    "tight": lambda rows: as_text("\n".join(rows)),
    "wrapped": as_wrapped,
    "word": as_paragraphs,
}


def facts_of(document: Document) -> dict[str, object]:
    def visits(mentioned: bool) -> list[object]:
        return [
            (visit.council, visit.kind, visit.ordinal, visit.start, visit.end)
            for visit in document.visits
            if visit.mentioned == mentioned
        ]

    return {
        "kind": document.kind,
        "title": document.title,
        "author": document.author,
        "published": document.published,
        "councils": [council.name for council in document.councils],
        "visits": visits(False),
        "mentioned": visits(True),
        "judged": document.judged_inadequate,
    }


def wanted(body: Body, head: str) -> dict[str, object]:
    _, author, dated = HEADS[head]
    facts: dict[str, object] = {
        "kind": "article",
        "title": body.headline,
        "author": author,
        "published": body.published.isoformat() if dated else None,
        "councils": body.councils,
    }
    if dated:  # "last month" tells a date only to those who know when it was written
        facts |= {"visits": body.visits, "mentioned": body.mentioned, "judged": body.judged}
    return facts


def check(body: Body, head: str, document: Document) -> None:
    got = facts_of(document)
    for name, value in wanted(body, head).items():
        assert got[name] == value, name


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("head", HEADS)
def test_each_head_is_read(head: str, rendering: str) -> None:
    for body in BODIES[:3]:
        check(body, head, parse(RENDERINGS[rendering](as_rows(body, head))).document)


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_each_body_is_read(body: Body, rendering: str) -> None:
    for head in ("bar", "reach", "date alone"):
        check(body, head, parse(RENDERINGS[rendering](as_rows(body, head))).document)


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize(
    ("middle", "tail"), [*((m, "none") for m in MIDDLES), *(("none", t) for t in TAILS)]
)
def test_what_surrounds_the_text_is_left_out(middle: str, tail: str, rendering: str) -> None:
    for body in BODIES[:4]:
        rows = as_rows(body, "ldrs", middle, tail)
        document = parse(RENDERINGS[rendering](rows)).document
        check(body, "ldrs", document)
        kept = ("The council’s offices", "Image caption")  # captions say what the text does not
        for junk in [*MIDDLES[middle], *TAILS[tail]]:
            assert junk.startswith(kept) or junk not in document.text
        for paragraph in body.paragraphs:
            assert " ".join(paragraph.split()) in " ".join(document.text.split())


def test_metadata_of_the_page_comes_before_guesses_but_after_what_is_printed() -> None:
    body = BODIES[0]
    meta = PageMeta(title=body.headline, author="Jane Doe", date="2019-02-13", outlet="The Echo")
    lines = [Line(text, role="paragraph", gap=True) for text in as_rows(body, "bar")]
    printed = parse(reading_of(lines, "a.html", meta)).document
    assert (printed.published, printed.author, printed.outlet) == (
        "2019-02-12",
        "Jane Doe",
        "The Echo",
    )
    bare = [Line(text, role="paragraph", gap=True) for text in [body.headline, *body.paragraphs]]
    told = parse(reading_of(bare, "a.html", meta)).document
    assert (told.kind, told.published, told.author) == ("article", "2019-02-13", "Jane Doe")


def test_a_page_date_of_new_year_s_day_is_only_a_year() -> None:
    body = BODIES[0]
    meta = PageMeta(title=body.headline, author="Jane Doe", date="2019-01-01", outlet="The Echo")
    lines = [Line(text, role="paragraph") for text in [body.headline, *body.paragraphs]]
    assert parse(reading_of(lines, "a.html", meta)).document.published is None


DATES = [
    ("between October 29 and November 9", "2018-10-29", "2018-11-09"),
    ("on October 2 and 3", "2018-10-02", "2018-10-03"),
    ("on 2-3 October", "2018-10-02", "2018-10-03"),
    ("in late October", "2018-10", "2018-10"),
    ("last month", "2018-11", "2018-11"),
    ("in October this year", "2018-10", "2018-10"),
    ("over two days last week", "2018-12", "2018-12"),
    ("earlier this year", None, None),
    ("recently", None, None),
]


@pytest.mark.parametrize(("when", "start", "end"), DATES)
def test_dates_as_papers_print_them(when: str, start: str | None, end: str | None) -> None:
    rows = ["Council told to act", "By Jane Doe", "12 December 2018",
            f"Inspectors made a focused visit to Bolton Council {when}.",
            "They found much to praise in the work with families."]  # fmt: skip
    document = read(*rows)
    visit = document.visits[0]
    assert (visit.council, visit.kind) == ("Bolton", "focused-visit")
    assert (visit.start, visit.end) == (start, end)


def test_a_roundup_names_each_council_in_a_heading() -> None:
    rows = ["Latest focused visits", "10 April 2024",
            "Ofsted has published the outcomes of a series of focused visits.",
            "Wokingham Borough Council",
            "Inspectors visited Wokingham on 20 and 21 February 2024 and saw good plans for many.",
            "Knowsley Metropolitan Borough Council",
            "Inspectors visited Knowsley on 31 January and 1 February 2024 and saw a busy front "
            "door."]  # fmt: skip
    document = read(*rows)
    assert [(v.council, v.kind, v.start, v.end) for v in document.visits] == [
        ("Wokingham", "focused-visit", "2024-02-20", "2024-02-21"),
        ("Knowsley", "focused-visit", "2024-01-31", "2024-02-01"),
    ]
    assert document.sentences[-1].council == "Knowsley"


def test_two_visits_in_one_sentence_have_their_own_dates() -> None:
    rows = ["Bexley and Bromley compared", "By Jo Kim | March 2, 2021",
            "Two London councils have had letters from Ofsted.",
            "Bexley had a focused visit on 12 January, and Bromley one on 19 January.",
            "In Bexley, leaders were praised.", "In Bromley, leaders were ambitious."]  # fmt: skip
    document = read(*rows)
    assert [(visit.council, visit.start) for visit in document.visits] == [
        ("Bexley", "2021-01-12"),
        ("Bromley", "2021-01-19"),
    ]


def test_councils_named_in_passing_are_no_subjects() -> None:
    rows = ["Fewer councils are inadequate, says Ofsted", "By Jane Doe", "5 March 2024",
            "The number of children’s services in the lowest category has fallen again.",
            "The chief inspector spoke at a conference of directors in London.",
            "Officers from Leeds and Essex told it how they work with families.",
            "“Good leaders stay,” she said."]  # fmt: skip
    document = read(*rows)
    assert document.kind == "article"
    assert document.councils == ()
    assert document.visits == ()


def test_an_article_on_an_inspection_recalls_an_undated_visit() -> None:
    rows = ["Council’s children’s services boss apologises", "12 February 2022", "By Jane Doe",
            "The head of Bolton Council’s children’s services apologised after Ofsted found them "
            "to be inadequate.",
            "Following a 12-day inspection in December, the findings were published yesterday.",
            "It came a year after a damning focused visit had found serious weaknesses.",
            "“We are sorry,” she said."]  # fmt: skip
    document = read(*rows)
    told = [(v.kind, v.start, v.mentioned) for v in document.visits]
    assert told == [("inspection", "2021-12", False), ("focused-visit", None, True)]


def test_a_visit_to_another_council_is_none_of_this_one() -> None:
    rows = ["Kent’s front door praised", "By Jane Doe", "5 March 2024",
            "Ofsted has praised Kent County Council for the way it takes calls.",
            "Kent’s letter follows a focused visit on 16 and 17 January.",
            "A monitoring visit to neighbouring Medway in February was less kind.",
            "Kent’s director said she was glad."]  # fmt: skip
    document = read(*rows)
    assert [council.name for council in document.councils] == ["Kent"]
    assert [(v.council, v.kind, v.start) for v in document.visits] == [
        ("Kent", "focused-visit", "2024-01-16")
    ]


def test_sections_above_the_headline_are_not_the_headline() -> None:
    rows = ["News", "Education", "Wigan’s front door praised by Ofsted", "By Jane Doe",
            "5 March 2024",
            "Ofsted has praised Wigan Council after a focused visit in January."]  # fmt: skip
    document = read(*rows)
    assert document.title == "Wigan’s front door praised by Ofsted"
    assert (document.author, document.published) == ("Jane Doe", "2024-03-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "The fifth monitoring visit, reported this May, was more hopeful about early help.",
        "The fifth monitoring visit, published in May 2018, was more hopeful about early help.",
        "In May 2018 Ofsted published its letter on the fifth monitoring visit to Bolton.",
        "Ofsted reported in May that its fifth monitoring visit to Bolton had gone well.",
    ],
)
def test_the_date_of_a_report_is_not_the_date_of_the_visit(sentence: str) -> None:
    rows = ["Bolton children wait too long", "By Jane Doe", "18 September 2018",
            "Ofsted has told Bolton Council to speed up after a sixth monitoring visit on 22 "
            "August 2018.",
            sentence, "“We are working hard,” she said."]  # fmt: skip
    document = read(*rows)
    dates = {visit.ordinal: (visit.start, visit.mentioned) for visit in document.visits}
    assert dates == {6: ("2018-08-22", False), 5: (None, True)}


def test_the_evidence_is_what_is_said_of_that_council_and_visit() -> None:
    rows = ["Two councils make progress", "By Jane Doe", "14 May 2018",
            "Bolton Council and Kent County Council have had a monitoring visit from Ofsted each.",
            "In Kent, rated inadequate in November 2016, the visit was about children in care.",
            "A monitoring visit to Bolton in October 2017 had found little.",
            "The latest monitoring visit to Bolton, on 3 April 2018, found more. Bolton was judged "
            "inadequate in December 2016.",
            "“We are working hard,” she said."]  # fmt: skip
    document = read(*rows)
    assert document.judged_inadequate == {"Bolton": "2016-12", "Kent": "2016-11"}
    assert "December 2016" in (document.proof("judged_inadequate", "Bolton") or "")
    assert "November 2016" in (document.proof("judged_inadequate", "Kent") or "")
    assert "3 April 2018" in (document.proof("visits", "Bolton") or "")
    assert document.proof("published", "Bolton") is None  # said of no council alone
