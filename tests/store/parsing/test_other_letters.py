"""Letters that follow no visit of today's kinds: of inspections before 2013, and replies."""

import pytest

from store.model.document import Document
from store.parsing import parse

from .printing import as_text

UNANNOUNCED = """Aviation House
125 Kingsway
London
T 0300 1231231
F 020 7421 6855

4 March 2010

Ms Ann Hall
Director of Children’s Services
Medway Council
Gun Wharf

Dear Ms Hall

Annual unannounced inspection of contact, referral and assessment
arrangements within Medway Council children’s services

This letter summarises the findings of the recent unannounced inspection of contact, referral and
assessment arrangements, which was conducted on 2 and 3 February 2010. I would like to thank you.

Strengths
- Families are seen within the day.

Areas for development
- Notes of visits are not always kept.

Yours sincerely

Tom Cox
Her Majesty’s Inspector

Copy: Eve Dunn, Chief Executive, Medway Council
"""
REPLY = """{above}
12 March 2020

Dear Mr Cox

{title}Thank you for your letter of 3 March 2020 following the visit. We accept what it says.

{close}
"""


def read(text: str) -> Document:
    return parse(as_text(text)).document


def test_a_letter_on_an_unannounced_inspection_has_a_head_and_an_end() -> None:
    document = read(UNANNOUNCED)
    assert document.title == (
        "Annual unannounced inspection of contact, referral and assessment arrangements within "
        "Medway Council children’s services"
    )
    assert (document.letter_date, document.addressee) == ("2010-03-04", "Ann Hall")
    assert document.signed_by == "Tom Cox"
    visit = document.visits[0]
    assert (visit.council, visit.kind, visit.start, visit.end) == (
        "Medway", "inspection", "2010-02-02", "2010-02-03")  # fmt: skip
    assert document.sentences[0].text.startswith("This letter summarises")
    assert document.sentences[-1].text == "Notes of visits are not always kept."
    assert [point.priority for point in document.recommendations] == [False]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Medway Council\nGun Wharf\nKnowsley Place", ""),
        ("Medway Council", "Response to your letter on our services\n\n"),
        ("Medway Council\nGun Wharf, Merton Square", ""),
    ],
)
def test_a_reply_has_a_head_and_an_end(above: str, title: str) -> None:
    close = "Yours sincerely\n\nAnn Hall\nDirector of Children’s Services"
    document = read(REPLY.format(above=above, title=title, close=close))
    assert [council.name for council in document.councils] == ["Medway"]
    assert document.title == (title.strip() or "Medway Council")
    assert (document.letter_date, document.signed_by) == ("2020-03-12", "Ann Hall")
    assert [sentence.text for sentence in document.sentences] == [
        "Thank you for your letter of 3 March 2020 following the visit.",
        "We accept what it says.",
    ]
    assert document.visits == ()


def test_what_follows_the_signature_is_kept_where_it_is_text() -> None:
    close = (
        "Yours sincerely\n\nAnn Hall\n\nAppendix\n\n"
        "The board met six times in the year and saw what had been done for care leavers."
    )
    document = read(REPLY.format(above="Medway Council", title="", close=close))
    assert "The board met six times" in document.text


def test_a_letter_that_a_paper_encloses_is_not_the_papers_head() -> None:
    paper = "Report to the Board\n\nThe board is asked to read the letter that is printed below.\n"
    above = f"{paper}\nMembers were told of it in March and they talked of it for an hour or so."
    document = read(REPLY.format(above=above, title="", close="Yours sincerely\n\nAnn Hall"))
    assert "Members were told of it" in document.text
    assert (document.letter_date, document.signed_by) == (None, None)
