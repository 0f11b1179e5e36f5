"""Letters as copies leave them: rows out of their places, page heads in the text, odd capitals."""

import pytest

from store.model.document import Document
from store.parsing import parse
from store.parsing.letters.order import in_order

from .printing import as_text

TOLD = (
    "This letter summarises the findings of the monitoring visit to Medway children’s services on "
    "28 and 29 January 2020. {ordinal} The visit was carried out by {who}."
)
FIRST = "The visit was the first monitoring visit since the authority was judged inadequate."
LETTER = """{date}

Ann Hall
Director of Children’s Services

Dear Ann

Monitoring visit to {council} children’s services

{told}

Headline findings

Families wait for less time than they did. {text}

Yours sincerely

Tom Cox
Her Majesty’s Inspector
"""


def letter(
    *,
    date: str = "14 February 2020",
    council: str = "Medway",
    ordinal: str = FIRST,
    who: str = "Tom Cox HMI",
    text: str = "",
) -> Document:
    told = TOLD.format(ordinal=ordinal, who=who).replace("Medway", council)
    filled = LETTER.format(date=date, council=council, told=told, text=text)
    return parse(as_text(filled)).document


@pytest.mark.parametrize("date", ["14 FEBRUARY 2020", "14TH FEB 2020", "FEBRUARY 14, 2020"])
def test_a_date_in_capitals_is_the_letters(date: str) -> None:
    assert letter(date=date.replace("TH", "th")).letter_date == "2020-02-14"


@pytest.mark.parametrize(
    "ordinal",
    [
        "This was the fourth, and the last, monitoring visit before the next inspection.",
        "It was the fourth (and, it is hoped, the last) monitoring visit of this authority.",
        "This was the fourth, but not the last, remote monitoring visit since then.",
    ],
)
def test_an_ordinal_may_have_an_aside(ordinal: str) -> None:
    assert letter(ordinal=ordinal).visits[0].ordinal == 4


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("regulatory inspection manager", "regulatory inspection manager"),
        ("Senior Inspection Manager", "Senior Inspection Manager"),
    ],
)
def test_a_manager_of_inspections_came_too(printed: str, role: str) -> None:
    named = letter(who=f"Tom Cox HMI and Eve Moss, {printed}").inspectors
    assert [(one.name, one.role) for one in named] == [("Tom Cox", "HMI"), ("Eve Moss", role)]


def test_a_partner_whom_the_findings_name_is_not_the_council_visited() -> None:
    document = letter(council="Anglesey", text="Leaders learn from Wigan Council, their partner.")
    assert document.councils == ()
    assert letter(text="Leaders learn from Wigan Council.").councils[0].name == "Medway"


@pytest.mark.parametrize(
    "head",
    [
        "1\n\n   Monitoring visit to Medway children’s services, 28–29 January 2020\n",
        "1\nMonitoring visit to Medway children’s services, 28–29 January 2020\n",
        "Monitoring visit to Medway children’s services\n28 to 29 January 2020\n1\n",
        "Monitoring visit to Medway children’s services\n28 to 29 January 2020 1\n",
    ],
)
def test_the_head_of_a_page_is_no_sentence_though_it_stands_but_once(head: str) -> None:
    text = f"They say so.\n\n{head}\nPlans are now written\nwith them.\n\nMost are read."
    sentences = [sentence.text for sentence in letter(text=text).sentences]
    assert sentences[-4:] == [
        "Families wait for less time than they did.",
        "They say so.",
        "Plans are now written with them.",
        "Most are read.",
    ]


def test_a_sentence_on_a_visit_is_no_head_of_a_page() -> None:
    text = "12\nMonitoring visits to the town’s homes ended in January 2020\nand were not missed."
    assert "ended in January 2020" in letter(text=text).text


ABOVE = """14 February 2020

Monitoring visit to Medway

{told}

Ann Hall
Director of Children’s Services
Gun Wharf

Dear Ms Hall

Headline findings

Families wait for less time than they did.
"""


def test_an_opening_that_stands_above_the_address_is_read() -> None:
    told = TOLD.format(ordinal=FIRST, who="Tom Cox HMI")
    document = parse(as_text(ABOVE.format(told=told))).document
    [visit] = document.visits
    assert (visit.council, visit.ordinal, visit.start) == ("Medway", 1, "2020-01-28")
    assert (document.title, document.addressee) == ("Monitoring visit to Medway", "Ann Hall")
    assert [one.name for one in document.inspectors] == ["Tom Cox"]
    assert document.letter_date == "2020-02-14"
    assert document.sentences[0].text.startswith("This letter summarises")


def test_an_article_that_tells_of_a_visit_above_a_letter_keeps_its_order() -> None:
    told = TOLD.format(ordinal=FIRST, who="Tom Cox HMI")
    prose = "Councillors were told of it on the day, and most of them had seen it coming for years."
    text = f"Visit to Medway told\n\n{told}\n\n{prose}\n\nDear Ms Hall\n\nFamilies wait.\n"
    lines = as_text(text).lines
    assert list(in_order(lines)) == list(lines)


POINTS = ["help given to families early.", "Step-down from plans", "Support to care leavers."]
TEXT = "Families wait for less time than they did, and they say so to those who ask them. " * 8


@pytest.mark.parametrize("mark", ["•", "■"])
@pytest.mark.parametrize("ends", ["Yours sincerely Tom Cox Her Majesty’s Inspector", ""])
def test_a_letter_in_one_paragraph_has_its_headings_points_and_signature(
    mark: str, ends: str
) -> None:
    points = " ".join(f"{mark} {point}" for point in POINTS)
    told = TOLD.format(ordinal=FIRST, who="Tom Cox HMI")
    joined = (
        "14 February 2020 Ann Hall Director of Children’s Services Dear Ann Monitoring visit to "
        f"Medway children’s services {told} Areas covered by the visit Inspectors looked at the "
        f"following areas: {points} A range of evidence was read. Headline findings {TEXT}Findings "
        f"and evaluation of progress Too many plans are late. {ends}"
    )
    document = parse(as_text(joined)).document
    assert document.focus == tuple(point.rstrip(".") for point in POINTS)
    assert [section.heading for section in document.sections] == [
        "(opening)",
        "Areas covered by the visit",
        "Headline findings",
        "Findings and evaluation of progress",
    ]
    assert document.sentences[-1].text == "Too many plans are late."
    assert "A range of evidence was read." in [sentence.text for sentence in document.sentences]
    assert document.signed_by == ("Tom Cox" if ends else None)


def test_words_of_headings_within_a_sentence_part_nothing() -> None:
    text = (
        f"{TEXT}The Overview that leaders keep and the Strengths that it names are Headline. {TEXT}"
    )
    assert "keep and the Strengths that it names are Headline." in letter(text=text).text
    assert [section.heading for section in letter(text=text).sections] == [
        "(opening)",
        "Headline findings",
    ]
