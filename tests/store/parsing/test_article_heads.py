"""What stands above an article's headline, and around a subheading."""

import pytest

from store.findings.voices import voices
from store.model.document import Document
from store.parsing import parse

from .printing import as_text

HEADLINE = "Inspectors return to a town’s troubled children’s services"
TEXT = [
    "Ofsted has made a monitoring visit to Wigan Council, on 14 and 15 May, its letter says.",
    "Inspectors found that children were seen quickly, and that visits were no longer missed.",
    "“We are on our way,” a council leader said.",
]


def read(*rows: str) -> Document:
    return parse(as_text("\n\n".join(rows))).document


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (["12th June 2019, 06:00"], (None, "2019-06-12", None)),
        (["NEWS", "12/06/2019"], (None, "2019-06-12", None)),
        (["LANCS LIVE", "Wigan"], (None, None, "Lancs Live")),
        (["Radio Douglas", "Listen Live"], (None, None, "Radio Douglas")),
        (["The Wigan Post"], (None, None, "The Wigan Post")),
        (["Wigan Council", "For immediate release: 12.06.2019"], (None, "2019-06-12", None)),
        (["The Wigan Post > News > Social Care"], (None, None, None)),
        (["Home / Council / Children"], (None, None, None)),
        (["MEDIA RELEASE 12/19", "12 June 2019"], (None, "2019-06-12", None)),
        (["Wigan Council press release"], (None, None, None)),
        (["STRICTLY EMBARGOED UNTIL 06:00 WEDNESDAY 12 JUNE 2019"], (None, "2019-06-12", None)),
        (["Not for publication before 12 June 2019"], (None, "2019-06-12", None)),
        (["From the Wigan Post, Wednesday 12 June 2019, p. 4"],
         (None, "2019-06-12", "Wigan Post")),
        (["Wigan Post | Wednesday, June 12, 2019 3"], (None, "2019-06-12", "Wigan Post")),
        (
            ["Lancashire Live", "News", "Leigh", "By Jane Doe, Local Democracy Reporter",
             "15:42, 12 JUN 2019 | UPDATED 16:10, 13 JUN 2019"],
            ("Jane Doe", "2019-06-12", "Lancashire Live"),
        ),
    ],
)  # fmt: skip
def test_the_headline_is_found_below_paper_place_and_date(
    above: list[str], told: tuple[str | None, ...]
) -> None:
    document = read(*above, HEADLINE, *TEXT)
    assert (document.kind, document.title) == ("article", HEADLINE)
    assert (document.author, document.published, document.outlet) == told
    assert [council.name for council in document.councils] == ["Wigan"]
    assert [section.heading for section in document.sections] == ["(headline)", "(opening)"]
    assert len(document.sentences) == 1 + len(TEXT)


@pytest.mark.parametrize(
    "byline",
    [
        "Reporter: Jane Doe, health correspondent",
        "A report by our health correspondent, Jane Doe",
        "By Local Democracy Reporter Jane Doe",
        "First published 06:00 Wednesday 12 June 2019 in News by Jane Doe",
    ],
)
def test_an_author_however_introduced(byline: str) -> None:
    document = read(HEADLINE, byline, "12 June 2019", *TEXT, "Jane Doe", "Tags: Ofsted, Wigan")
    assert (document.author, document.published) == ("Jane Doe", "2019-06-12")
    assert [sentence.text for sentence in document.sentences][-1] == TEXT[-1]
    assert [section.heading for section in document.sections] == ["(headline)", "(opening)"]


def test_a_bare_name_below_a_cutting_s_source_is_its_author() -> None:
    document = read("From the Wigan Post, 12 June 2019, page 4", HEADLINE, "Jane Doe", *TEXT)
    assert (document.title, document.author) == (HEADLINE, "Jane Doe")


@pytest.mark.parametrize(
    "headline",
    ["Wigan | Inspectors praise work with its children", "For children, a town starts anew"],
)
def test_a_headline_with_a_bar_or_a_word_of_notices_stays(headline: str) -> None:
    assert read(headline, "12 June 2019", *TEXT).title == headline


def test_a_short_headline_over_its_byline_stays_the_headline() -> None:
    document = read("News", "Wigan Praised", "By Jane Doe", "12 June 2019", *TEXT)
    assert document.title == "Wigan Praised"
    assert (document.author, document.published) == ("Jane Doe", "2019-06-12")


def test_a_short_headline_with_a_paper_s_word_in_it_is_no_paper() -> None:
    document = read("Ofsted Now Praises Wigan", "12 June 2019", "Letter is full of hope", *TEXT)
    assert (document.title, document.outlet) == ("Ofsted Now Praises Wigan", None)


def test_a_name_with_a_date_is_a_byline_below_a_subheading_too() -> None:
    document = read(
        HEADLINE,
        "Letter praises managers but says that ‘much is still to be done’ in some of the teams",
        "Jane Doe on June 12, 2019 in Children, Workforce",
        *TEXT,
    )
    assert (document.author, document.published) == ("Jane Doe", "2019-06-12")
    assert document.visits[0].start == "2019-05-14"
    assert "Jane Doe" not in document.text


def test_a_dated_sentence_is_no_line_of_the_head() -> None:
    document = read(
        HEADLINE, "Ofsted’s inspectors visited the town’s council on 14 and 15 May 2019.", *TEXT
    )
    assert document.published is None
    assert "14 and 15 May 2019" in document.text


def test_a_date_on_top_makes_no_article_of_a_paper() -> None:
    document = read(
        "12 June 2019", "Improvement of children’s services in Wigan", "Introduction",
        "This note tells members how the services have improved since they were inspected.",
    )  # fmt: skip
    assert document.kind == "other"


def test_nothing_follows_the_end_of_a_press_release() -> None:
    document = read(HEADLINE, "12 June 2019", TEXT[0], "ENDS", "Call us on 0300 000 0000.")
    assert document.text.endswith(TEXT[0])


@pytest.mark.parametrize(
    "kicker", ["Children’s services", "Ofsted", "Child protection", "Wigan Council newsroom"]
)
def test_a_kicker_is_not_the_headline(kicker: str) -> None:
    document = read(kicker, HEADLINE, "By Sue Hall", "7 June 2019", *TEXT)
    assert (document.title, document.author) == (HEADLINE, "Sue Hall")
    assert kicker not in {s.text for s in document.sentences}
    assert kicker not in {s.section for s in document.sentences}


def test_a_correspondent_for_policy_is_an_author() -> None:
    row, day = "Sue Marsh Health policy correspondent", "Fri 7 Jun 2019 07.00 BST"
    for rows in ([HEADLINE, row, day], [row, day, HEADLINE]):
        document = read(*rows, *TEXT)
        assert (document.title, document.author) == (HEADLINE, "Sue Marsh")
        assert row not in {s.section for s in document.sentences}


def test_a_handle_alone_is_no_sentence() -> None:
    document = read(HEADLINE, "@suehall", "7 June 2019", *TEXT)
    assert [s.text for s in document.sentences][:2] == [HEADLINE, TEXT[0]]


def test_a_standfirst_without_a_full_stop_is_a_sentence() -> None:
    standfirst = "Families wait for less time but plans are still late"
    document = read(HEADLINE, standfirst, "By Sue Hall", "7 June 2019", *TEXT)
    assert [s.text for s in document.sentences][:3] == [HEADLINE, standfirst, TEXT[0]]


@pytest.mark.parametrize(
    "headline",
    ["Three councils urged to act for families", "Recovery plan agreed after inspection of Wigan"],
)
def test_a_participle_in_a_headline_is_nobody_s_word(headline: str) -> None:
    parsed = parse(as_text("\n\n".join([headline, "By Sue Hall", "7 June 2019", *TEXT])))
    voice, *_ = voices(parsed.document, parsed.quoted, parsed.paragraph_of)
    assert voice == "reporter"
