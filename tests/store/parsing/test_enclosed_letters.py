"""Letters inside something else: an e-mail that passes them on, a page that shows them."""

import pytest

from store.model.document import Document

from .what_is_read import read

LETTER = [
    "Ofsted",
    "Piccadilly Gate",
    "6 June 2019",
    "Gail Hancock",
    "Director of Children’s Services, Medway Council",
    "Dear Gail",
    "Monitoring visit to Medway children’s services",
    "This letter summarises the findings of the monitoring visit to Medway children’s services on "
    "14 and 15 May 2019. This was the third monitoring visit since the local authority was judged "
    "inadequate in July 2018. The visit was carried out by Ann Bell HMI and Tom Cox HMI.",
    "Findings",
    "Assessments are now thorough. Too many children still wait to be seen.",
    "Yours sincerely",
    "Ann Bell",
    "Her Majesty’s Inspector",
]
FACTS = {
    "kind": "monitoring-visit-letter",
    "title": "Monitoring visit to Medway children’s services",
    "letter_date": "2019-06-06",
    "addressee": "Gail Hancock",
    "signed_by": "Ann Bell",
    "judged_inadequate": {"Medway": "2018-07"},
}


def check(document: Document) -> None:
    assert {name: getattr(document, name) for name in FACTS} == FACTS
    visit = document.visits[0]
    assert (visit.ordinal, visit.start, visit.end) == (3, "2019-05-14", "2019-05-15")
    assert [person.name for person in document.inspectors] == ["Ann Bell", "Tom Cox"]
    assert document.sentences[0].text.startswith("This letter summarises")
    assert document.sentences[-1].text == "Too many children still wait to be seen."


ABOVE = {
    "mail": ["From: Kate Lowe", "Sent: 7 June 2019 16:40", "To: Members", "Subject: Ofsted letter"],
    "mail with a date": ["From: Kate Lowe", "Date: 7 June 2019, 16:40", "To: all", "Cc: Scrutiny"],
    "marked mail": ["From: Kate Lowe", "Sent: Friday, June 7, 2019 9:12 AM", "To: Members",
                    "Subject: FW: Ofsted letter", "Classification: OFFICIAL", "FYI"],
    "note": ["Sent: 7 June 2019", "Dear all", "The letter is below. I am proud of it.", "Kate"],
    "two notes": [
        "Dear colleagues", "Please see Kate’s mail.", "Dear all", "It is out today.", "Kate",
    ],
    "updated": ["Our Ofsted letters", "Last updated 2 July 2019"],
    "published": ["Published: 7 June 2019", "Page last reviewed: 9 June 2020"],
    "contents": ["Published 7 June 2019", "Contents", "1. Findings", "Applies to England"],
}  # fmt: skip


@pytest.mark.parametrize("above", ABOVE)
def test_the_letter_s_own_head_is_read(above: str) -> None:
    check(read(*ABOVE[above], *LETTER))


def test_the_date_may_stand_between_address_and_salutation() -> None:
    head, day, address = LETTER[:2], LETTER[2], LETTER[3:5]
    check(read("Last updated 2 July 2019", *head, *address, day, *LETTER[5:]))


def test_a_page_s_date_counts_where_the_letter_prints_none() -> None:
    rows = ["Published 7 June 2019", *LETTER[3:]]
    assert read(*rows).letter_date == "2019-06-07"
    assert read("From: Kate", "Sent: 7 June 2019", *LETTER[3:]).letter_date is None


def test_a_reply_printed_below_the_letter_does_not_take_its_place() -> None:
    reply = ["8 June 2019", "Dear Ann", "Your monitoring visit to Medway", "Thank you for it."]
    document = read(*LETTER, *reply)
    assert (document.letter_date, document.addressee) == ("2019-06-06", "Gail Hancock")


def test_guidance_with_contents_is_no_letter() -> None:
    document = read("Guidance", "Contents", "Applies to England", *LETTER[6:9], LETTER[9])
    assert document.kind == "other"
