"""E-mails saved as files, and text that a mail program quoted."""

from email.message import EmailMessage

import pytest

from store.reading.limits import Limits
from store.reading.sniff import sniff

from .make_pdf import LINES, locked_pdf, pdf_of
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
    assert (reading.meta.title, reading.meta.date) == ("Ofsted’s letter", "2024-03-14")
    windows = message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    assert texts(windows, name) == ["Dear Gail", WORDS]


def test_of_text_and_page_the_text_is_read_unless_it_says_nothing() -> None:
    message = mail()
    message.set_content(WORDS)
    message.add_alternative(f"<html><body><p>{WORDS}</p></body></html>", subtype="html")
    message.add_attachment(b"PNG", maintype="image", subtype="png", filename="a.png")
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
    message.set_content(b"PNG", maintype="image", subtype="png")
    assert refused(message.as_bytes()).code == "no-text"


NOTE = "Dear all,\n\nThe letter is attached.\n\nAnn\n"


def with_files(text: str, *files: tuple[str, bytes]) -> bytes:
    message = mail()
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_the_letter_attached_to_a_covering_note_is_read() -> None:
    page = [f"{line} {i}" for i in range(6) for line in LINES]
    reading = got(with_files(NOTE, ("letter.pdf", pdf_of(page, page)), ("logo.png", b"PNG")))
    assert [line.text for line in reading.lines] == page * 2
    assert (reading.pages, reading.meta.title) == (2, None)
    assert reading.source.media_type == "message/rfc822"
    [note] = reading.notes
    assert "letter.pdf" in note
    outer = mail("Fw: Ofsted’s letter")
    outer.set_content("FYI")
    inner = mail()
    inner.set_content(NOTE)
    inner.add_attachment(pdf_of(page), maintype="application", subtype="pdf", disposition="inline")
    outer.add_attachment(inner)
    assert texts(outer.as_bytes()) == page


def test_a_message_that_says_as_much_itself_is_read_and_what_was_left_out_told() -> None:
    long = " ".join([WORDS] * 20)
    for files in (
        [("a.pdf", pdf_of())],
        [("a.pdf", pdf_of()), ("b.docx", b"PK")],
        [("c.doc", b"")],
    ):
        reading = got(with_files(long, *files))
        assert [line.text for line in reading.lines] == [long]
        assert all(name in reading.notes[0] for name, _ in files)


@pytest.mark.parametrize(
    "files",
    [
        [("letter.pdf", pdf_of()), ("annex.pdf", pdf_of())],
        [("letter.doc", b"\xd0\xcf\x11\xe0" * 20)],
        [("letter.pdf", locked_pdf("secret"))],
        [("letter.pdf", pdf_of()[:200])],
        [("letter.docx", b"PK\x03\x04" * 20)],
        [("letter.pdf", b"")],
        [("letter.pdf", b"Subject: x\nMIME-Version: 1.0\n\nAn e-mail in an e-mail.\n")],
        [("\x1b[31m{letter}  [/].pdf", b"")],
    ],
)
def test_attachments_that_cannot_be_read_are_named(files: list[tuple[str, bytes]]) -> None:
    error = refused(with_files(NOTE, *files), braces=True)
    assert error.code == "attached"
    assert "\x1b" not in str(error)
    assert all(name in str(error) for name, _ in files if name.isprintable())


def test_an_attachment_has_the_limits_of_its_message() -> None:
    words = pdf_of([f"{line} {i}" for i in range(20) for line in LINES])
    message = with_files(NOTE, ("letter.pdf", words))
    assert refused(message, limits=Limits(characters=500)).code in ("attached", "too-large")
    assert refused(message, limits=Limits(bytes=500)).code == "too-large"
    pages = with_files(NOTE, ("letter.pdf", pdf_of(["a"], ["b"], ["c"])))
    assert refused(pages, limits=Limits(pages=2)).code == "attached"


def test_messages_within_messages_end() -> None:
    message = mail()
    message.set_content(WORDS)
    for _ in range(40):
        outer = mail()
        outer.set_content("FYI")
        outer.add_attachment(message)
        message = outer
    assert texts(message.as_bytes()) == [WORDS]


@pytest.mark.parametrize("subject", ["Fw: Ofsted’s letter", "RE: FWD: Ofsted"])
def test_what_is_passed_on_is_of_another_day(subject: str) -> None:
    message = mail(subject)
    message.set_content(WORDS)
    assert got(message.as_bytes()).meta.date is None
    message = mail()
    message.set_content(f"FYI\n\n---------- Forwarded message ---------\n{WORDS}\n")
    assert got(message.as_bytes()).meta.date is None


def test_a_day_that_is_none() -> None:
    for day in ("yesterday", "Thu, 99 Foo 2024", "Thu, 14 Mar 99999 10:02:00 +9999", ""):
        message = f"Subject: x\nMIME-Version: 1.0\nDate: {day}\n\n{WORDS}\n"
        assert got(message).meta.date is None


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
