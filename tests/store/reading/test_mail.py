"""E-mails saved as files, and text that a mail program quoted."""

from email.message import EmailMessage

import pytest

from store.reading.sniff import sniff

from .make_pdf import pdf_of
from .reading import got, refused, texts

WORDS = "Café – “children’s” plans are too often late, and nobody asks them what they would like."


def mail(subject: str = "Ofsted’s letter") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann <ann@example.org>"
    message["To"] = "scrutiny@example.org"
    message["Date"] = "Thu, 14 Mar 2024 10:02:00 +0000"
    message["Subject"] = subject
    return message


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["letter.eml", "letter.txt"])
def test_the_text_of_a_message_is_decoded(coding: str, charset: str, name: str) -> None:
    message = mail()
    message.set_content(f"Dear Gail\n\n{WORDS}\n", charset=charset, cte=coding)
    reading = got(message.as_bytes(), name)
    assert [line.text for line in reading.lines] == ["Dear Gail", WORDS]
    assert reading.source.media_type == "message/rfc822"
    assert (reading.meta.title, reading.meta.date) == ("Ofsted’s letter", None)
    windows = message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    assert texts(windows, name) == ["Dear Gail", WORDS]


def test_of_text_and_page_the_text_is_read_unless_it_says_nothing() -> None:
    message = mail()
    message.set_content(WORDS)
    message.add_alternative(f"<html><body><p>{WORDS}</p></body></html>", subtype="html")
    message.add_attachment(pdf_of(), maintype="application", subtype="pdf", filename="a.pdf")
    assert texts(message.as_bytes()) == [WORDS]
    message = mail()
    message.set_content("See the page.")
    message.add_alternative(f"<html><body><p>{WORDS}</p></body></html>", subtype="html")
    assert texts(message.as_bytes()) == [WORDS]


def test_a_message_passed_on_as_an_attachment_is_read() -> None:
    inner, outer = mail(), mail("Fw: Ofsted’s letter")
    inner.set_content(WORDS)
    outer.set_content("FYI")
    outer.add_attachment(inner)
    assert texts(outer.as_bytes()) == [WORDS]


def test_a_message_without_text() -> None:
    message = mail()
    message.set_content(pdf_of(), maintype="application", subtype="pdf")
    assert refused(message.as_bytes()).code == "no-text"


def test_a_mail_that_was_pasted_is_text() -> None:
    pasted = f"From: Ann\nSent: 14 March 2024\nTo: all\nSubject: Ofsted\n\n{WORDS}\n"
    assert sniff(pasted.encode(), "mail.txt") == "text/plain"
    assert texts(pasted)[0] == "From: Ann"
    headed = f"Agenda: one\nMinutes: two\n\nContent-Type: none\n{WORDS}\n"
    assert sniff(headed.encode(), "minutes.txt") == "text/plain"


def test_a_broken_subject_is_shown_as_it_stands() -> None:
    message = b"Subject: =?utf-8?b?!!?= =?nope?q?x?=\nMIME-Version: 1.0\n\nWords.\n"
    assert texts(message) == ["Words."]


def test_quoted_lines_lose_their_marks() -> None:
    quoted = "> 3 May 2022\n>\n> Dear Gail\n>\n> Plans are late\n> and thin.\n>\n>> Older words."
    rows = got(f"See below.\n\n{quoted}\n\nBye.").lines
    assert [(row.text, row.gap) for row in rows] == [
        ("See below.", True), ("3 May 2022", True), ("Dear Gail", True), ("Plans are late", True),
        ("and thin.", False), ("Older words.", True), ("Bye.", True),
    ]  # fmt: skip


def test_links_and_signs_that_look_like_quotation_stay() -> None:
    links = "> News\n> Sport\n> Politics\n> Education\n> Weather\n> Jobs\n> Homes"
    assert texts(f"Headline\n\n{links}\n\nWords.")[1:-1] == links.split("\n")
    few = "> a line\n> and one more"
    assert texts(few) == few.split("\n")
