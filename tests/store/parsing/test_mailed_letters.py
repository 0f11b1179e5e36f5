"""Letters and articles that came by e-mail, or were kept as Markdown."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from store.parsing import parse
from store.reading.reader import read_bytes

LETTER = """3 March 2022

Dear Ms Cole

This letter summarises the findings of the monitoring visit to Bury children’s services on 1 and 2
February 2022.

{heading}Overview

Plans are late and thin.

Yours sincerely

Ann Other
Her Majesty’s Inspector
"""


@pytest.mark.parametrize("matter", ["", "---\ntitle: A letter\ndate: 2022-04-01\n---\n"])
def test_a_title_above_the_letter_is_its_title(matter: str) -> None:
    title = "Monitoring visit to Bury children’s services"
    text = f"{matter}# {title}\n\n" + LETTER.format(heading="## ")
    document = parse(read_bytes(text.encode(), Path("letter.md"))).document
    assert document.title == title
    assert document.letter_date == "2022-03-03"
    assert [visit.start for visit in document.visits] == ["2022-02-01"]
    assert [section.heading for section in document.sections] == ["(opening)", "Overview"]
    assert all(title not in sentence.text for sentence in document.sentences)


RELEASE = """Ofsted sees progress in Bury

Inspectors visited Bury Council on 1 and 2 February for the third monitoring visit.

They found that “caseloads are too high”.

Cllr Lucy Smith, cabinet member for children, said: “We have more to do.”
"""


@pytest.mark.parametrize(
    ("subject", "text", "day"),
    [
        ("News: Ofsted", RELEASE, "2023-03-03"),
        ("News: Ofsted", RELEASE.replace("Bury\n", "Bury\n\n2 March 2023\n", 1), "2023-03-02"),
        ("FW: News: Ofsted", RELEASE, None),
    ],
)
def test_an_article_sent_as_an_e_mail_is_of_its_day(
    subject: str, text: str, day: str | None
) -> None:
    mail = f"Subject: {subject}\nDate: Fri, 03 Mar 2023 10:00:00 +0000\nMIME-Version: 1.0\n\n{text}"
    document = parse(read_bytes(mail.encode(), Path("news.eml"))).document
    assert (document.kind, document.published) == ("article", day)
    assert document.title == "Ofsted sees progress in Bury"


def test_the_letter_attached_to_an_e_mail_is_parsed() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Letter attached"
    mail["Date"] = "Fri, 03 Jun 2022 10:00:00 +0000"
    mail.set_content("Hi Tom,\n\nLetter attached. Caseloads still a worry.\n\nAnn\n")
    mail.add_attachment(LETTER.format(heading=""), filename="letter.txt")
    document = parse(read_bytes(mail.as_bytes(), Path("letter.eml"))).document
    assert document.kind == "monitoring-visit-letter"
    assert document.letter_date == "2022-03-03"
    assert "worry" not in document.text
    assert any("letter.txt" in note for note in document.notes)
