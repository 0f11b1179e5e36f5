"""A letter with a paper's own reporting above or below it is part of an article."""

import pytest

from store.model.document import Document
from store.model.vocabulary import Voice
from store.parsing import parse

from .printing import as_text
from .what_is_read import told_by

LETTER = [
    "Dear Gail",
    "Focused visit to Medway children’s services",
    "This letter summarises the findings of the focused visit to Medway children’s services on 14"
    " and 15 May 2019.",
    "Families wait too long to be seen.",
    "Yours sincerely",
    "Ann Bell",
    "His Majesty’s Inspector",
]
REPORTED = "Social work in Medway is getting better but not fast enough, the watchdog has found."
COUNCIL = "Cllr Jo Marsh, who leads on children, said: “We have more to do and we know it.”"
PARTY = "Labour councillor Tom Wells said: “Nobody who reads it will be in any way surprised.”"


def read(rows: list[str]) -> tuple[Document, dict[str, Voice]]:
    parsed = parse(as_text("\n\n".join(rows)))
    return parsed.document, told_by(parsed)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["Read the letter", "By Sue Hall", "7 June 2019", REPORTED], [COUNCIL, PARTY]),
        (["Read the letter", "By Sue Hall", "7 June 2019", REPORTED, COUNCIL, PARTY], []),
        (["Read the letter here", "7 June 2019", REPORTED, COUNCIL], [PARTY]),
        (["Read the letter here", "7 June 2019"], [COUNCIL, PARTY]),
    ],
)
def test_what_the_paper_reports_is_kept_beside_the_letter(
    above: list[str], below: list[str]
) -> None:
    document, told = read([*above, *LETTER, *below])
    assert document.kind == "article"
    assert document.title == above[0]
    assert (document.published, document.letter_date) == ("2019-06-07", None)
    assert document.author == ("Sue Hall" if "By Sue Hall" in above else None)
    assert told["Families wait too long to be seen."] == "ofsted"
    assert told[COUNCIL] == "council"
    assert told[PARTY] == "other"
    assert not {"Dear Gail", "Ann Bell", "His Majesty’s Inspector"} & {*told}


@pytest.mark.parametrize(
    "above",
    [
        ["7 June 2019", "Gail Hancock", "Medway Council"],
        ["Ofsted visits", "Page last updated 7 June 2019"],
        ["Ofsted visits", "By Sue Hall", "The letter follows.", "7 June 2019"],
        ["From: Sue", "To: Tom", f"{REPORTED} What do you make of it?"],
        ["Dear all", f"{REPORTED} Jo said: “We know it already.”", "Sue"],
    ],
)
def test_a_letter_that_a_page_or_an_e_mail_shows_is_still_one(above: list[str]) -> None:
    document, _ = read([*above, *LETTER])
    assert document.kind == "focused-visit-letter"


def test_a_day_that_running_text_follows_is_not_the_letter_s() -> None:
    note = "The letter that inspectors sent us after their visit is shown on this page in full."
    document, _ = read(["Ofsted visits", "7 June 2019", note, *LETTER])
    assert (document.kind, document.letter_date) == ("focused-visit-letter", None)
    document, _ = read(["Ofsted visits", "7 June 2019", note, "3 June 2019", *LETTER])
    assert document.letter_date == "2019-06-03"
