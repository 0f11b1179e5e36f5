"""Files are told apart by what is in them, whatever they are called."""

import time

import pytest

from store.reading.sniff import DOCX, sniff

from .make_docx import docx_of, para
from .make_pdf import pdf_of
from .reading import got, refused, texts

SUFFIXES = ("pdf", "html", "htm", "docx", "doc", "txt", "xml", "json", "PDF", "")
PAGE = "<!DOCTYPE html><html><body><p>Forty files were read, and most of them were good.</p></body>"
PLAIN = "Forty files were read,\nand most of them were good.\n"
MADE = {
    "application/pdf": pdf_of(),
    "text/html": PAGE.encode() * 1,
    DOCX: docx_of(para("Forty files were read, and most of them were good.")),
    "text/plain": PLAIN.encode(),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind[-8:])
def test_the_suffix_says_nothing(kind: str, suffix: str) -> None:
    assert sniff(MADE[kind], f"file.{suffix}") == kind


@pytest.mark.parametrize("kind", [kind for kind in MADE if kind != "text/html"])
def test_it_is_read_under_a_wrong_name(kind: str) -> None:
    for suffix in SUFFIXES:
        assert "files" in " ".join(texts(MADE[kind], f"file.{suffix}"))


MARKDOWN = (
    "# Findings\n\ntext\n\n## More\n\ntext\n",
    "# Findings\n\n**bold** words\n",
    "# Findings\n\n[a link](https://x.example)\n",
    "# Findings\n\n| a | b |\n| --- | :-: |\n| c | d |\n",
    "# Findings\r\n\r\ntext\r\n\r\n## More\r\n",
    "# Findings\rtext\r\r## More\r",
)


@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_is_told_by_its_marks(text: str) -> None:
    assert sniff(text.encode(), "file.txt") == "text/markdown"


def test_the_name_settles_text_against_markdown() -> None:
    assert sniff(b"Just words.\n", "file.md") == "text/markdown"
    assert sniff(b"Just words.\n", "file.MARKDOWN") == "text/markdown"
    assert sniff(b"# one heading, say a comment\n", "file.txt") == "text/plain"
    assert sniff(b"#1 in the list, #2 too\n", "x") == "text/plain"


PAGES = (
    "<!doctype HTML><p>x",
    "\ufeff<!DOCTYPE html><html>",
    "  \n\n <html lang=en>",
    "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='y'>",
    "<?xml version='1.0'?>\n<!-- made by x -->\n<html>",
    "<!-- saved from url=(0014)about:internet --><html>",
    "<!-- a --><!-- b -->\n<!-- c --><head>",
    f"<!--{'x' * 9_000}--><html>",
    "<script>var x;</script><p>Text</p>",
    "<TABLE width=100%><tr>",
    "<h1>Title</h1><p>Text</p>",
    "<div class='x'>text</div>",
    "<p>A paragraph.</p>",
)


@pytest.mark.parametrize("text", PAGES, ids=lambda text: text[:20])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_web_pages(text: str, encoding: str) -> None:
    assert sniff(text.encode(encoding), "file.pdf") == "text/html"


NOT_PAGES = (
    "<sic> is not a tag of HTML, and 3 < 4.",
    "< p > is not one either",
    "<unknown>text</unknown>",
    "Write <html> to begin a page.",
)


@pytest.mark.parametrize("text", NOT_PAGES)
def test_text_with_angle_brackets_is_text(text: str) -> None:
    assert sniff(text.encode(), "file.html") == "text/plain"


def test_markdown_may_begin_with_html() -> None:
    text = "<div align=center>\n\n# Report\n\n</div>\n\n## Findings\n"
    assert sniff(text.encode(), "report.md") == "text/markdown"
    assert sniff(b"<!-- note -->\n# Report\n\n## Findings\n", "x") == "text/markdown"


def test_a_pdf_may_have_bytes_before_its_mark_and_text_may_speak_of_pdf() -> None:
    assert sniff(b"\n\n" + pdf_of(), "x") == "application/pdf"
    assert sniff(b"junk before\n" + pdf_of(), "x") == "application/pdf"
    assert got(b"junk before\n" + pdf_of()).pages == 1
    assert sniff(b"A PDF file begins with %PDF-1.4 and so on.", "x.pdf") == "text/plain"
    assert sniff(b"<html><p>%PDF-1.4 1 0 obj</p>", "x.pdf") == "text/html"


FOREIGN = {
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
    "rtf": (rb"{\rtf1\ansi Forty files were read.}", "rich text"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
    "tiff": (b"II*\x00" + bytes(50), "picture"),
    "gif": (b"GIF89a" + bytes(50), "picture"),
    "gz": (b"\x1f\x8b\x08" + bytes(50), "compressed"),
    "elf": (b"\x7fELF" + bytes(50), "program"),
    "mht": (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "web archive"),
    "xml": (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "XML"),
    "bin": (bytes(range(256)) * 20, "binary"),
    "sqlite": (b"SQLite format 3\x00" + bytes(90) + b"x", "binary"),
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x.txt"])
def test_other_formats_are_named(kind: str, name: str) -> None:
    data, word = FOREIGN[kind]
    error = refused(data, name)
    assert error.code == "unknown-format"
    assert word in str(error)


def test_text_that_starts_like_a_program_is_text() -> None:
    assert sniff(b"MZ is the council's code.", "x") == "text/plain"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\x00" * 5000, b"\x0c\n", b" " * 100_000])
def test_nothing_is_empty(data: bytes) -> None:
    assert refused(data, "x.pdf").code == "empty"


def test_text_after_many_blanks_is_not_empty() -> None:
    assert texts(b" " * 100_000 + b"text") == ["text"]


@pytest.mark.parametrize("piece", [b"<!---->", b"<!--", b"-->", b"<p ", b"-", b"| -", b"**a"])
def test_sniffing_takes_linear_time(piece: bytes) -> None:
    start = time.process_time()
    sniff(piece * (200_000 // len(piece)) + b"x", "x.txt")
    assert time.process_time() - start < 0.5
