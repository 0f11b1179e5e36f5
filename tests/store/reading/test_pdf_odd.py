"""PDF files that are locked, cut, empty, made of pictures, or made to do harm."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from store.reading.failure import ReadingError
from store.reading.limits import Limits

from .make_pdf import LINES, drawn, locked_pdf, one_page, pdf_of, raw_pdf, stream
from .reading import got, lines_or_error, refused, texts

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
TEXT = b"BT /F1 12 Tf 72 700 Td (The office finds difficult cases in forty files) Tj ET\n"


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < 5


@pytest.mark.parametrize("bits", [40, 128])
def test_locked_files(bits: int) -> None:
    assert refused(locked_pdf("secret", bits=bits)).code == "encrypted"
    assert texts(locked_pdf("", bits=bits)) == list(LINES)


def test_a_lock_of_one_file_says_nothing_of_the_next() -> None:
    refused(locked_pdf("secret"))
    assert refused(raw_pdf([CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"])).code == "damaged"
    assert refused(b"%PDF-1.7 and nothing else").code == "damaged"


def test_files_cut_short_anywhere() -> None:
    whole = pdf_of(LINES, LINES, LINES)
    end = whole.rfind(b"endobj")
    for place in [*range(8, end, 97), end - 1, end + 3]:
        assert refused(whole[:place]).code == "damaged", place
    # Nothing but the table of contents is missing: the text is all there.
    for place in range(whole.rfind(b"startxref") + 9, len(whole)):
        assert len(texts(whole[:place])) == 9


def test_a_cut_updated_file_is_not_its_first_state() -> None:
    whole = pdf_of()
    updated = whole + b"9 0 obj\n<< /Later 1 >>\nendobj\nxref\n0 0\n"
    assert refused(updated).code == "damaged"


def test_bytes_after_the_end_do_no_harm() -> None:
    assert texts(pdf_of() + b"\n\n<!-- served by x -->\n") == list(LINES)


TREES = {
    "loop": [
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        b"<< /Type /Pages /Kids [2 0 R] >>",
    ],
    "loop of parents": [b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 3 >>"],
    "no pages": [b"<< /Type /Pages /Kids [] /Count 0 >>"],
    "no kids": [b"<< /Type /Pages /Count 3 >>"],
    "negative": [b"<< /Type /Pages /Kids [] /Count -5 >>"],
    "empty page": [
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R >>",
    ],
    "no such page": [b"<< /Type /Pages /Kids [9 0 R] /Count 1 >>"],
    "declared": [
        b"<< /Type /Pages /Kids [3 0 R] /Count 500 >>",
        b"<< /Type /Page /Parent 2 0 R >>",
    ],
}


@pytest.mark.parametrize("kind", TREES)
def test_odd_page_trees(kind: str) -> None:
    assert refused(raw_pdf([CATALOG, *TREES[kind]])).code in ("damaged", "no-text")


def test_a_million_declared_pages() -> None:
    tree = [b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", b"<< /Type /Page /Parent 2 0 R >>"]
    error = refused(raw_pdf([CATALOG, *tree]))
    assert error.code == "too-many-pages"
    assert "1,000,000 pages" in str(error)
    limits = Limits(pages=2_000_000, seconds=0.5)
    assert refused(raw_pdf([CATALOG, *tree]), limits=limits).code in ("too-slow", "damaged")


def test_limits_can_be_adjusted() -> None:
    data = pdf_of(*[LINES] * 5)
    assert refused(data, limits=Limits(pages=4)).code == "too-many-pages"
    assert got(data, limits=Limits(pages=5)).pages == 5
    assert refused(data, limits=Limits(characters=300)).code == "too-large"
    assert refused(data, limits=Limits(bytes=1000)).code == "too-large"
    assert refused(data, limits=Limits(seconds=-1)).code == "too-slow"
    assert "-1 seconds" in str(refused(data, limits=Limits(seconds=-1)))


def _picture(canvas: Canvas, left: float, bottom: float, width: float, height: float) -> None:
    pixel = io.BytesIO(b"P6 2 2 255 " + bytes(range(12)))
    canvas.drawImage(ImageReader(pixel), left, bottom, width, height)


def test_pictures_of_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            _picture(canvas, 0, 0, 595, 842)
            canvas.showPage()

    error = refused(drawn(draw))
    assert error.code == "image-only"
    assert "OCR" in str(error)


def test_pictures_of_pages_with_a_stamp_on_each() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(12):
            for strip in range(4):
                _picture(canvas, 10, 10 + 205 * strip, 570, 200)
            canvas.drawString(200, 20, f"Downloaded from the reports site, page {number + 1} of 12")
            canvas.showPage()

    assert refused(drawn(draw)).code == "image-only"


def test_a_picture_among_pages_of_text_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(4):
            if number == 2:
                _picture(canvas, 0, 0, 595, 842)
            elif number != 1:
                for index, text in enumerate(LINES):
                    canvas.drawString(72, 700 - 15 * index, text)
                _picture(canvas, 500, 780, 60, 40)
            canvas.showPage()

    reading = got(drawn(draw))
    assert reading.pages == 4
    assert len(reading.lines) == 6
    assert reading.unread == (2, 3)


def test_pages_without_anything() -> None:
    assert refused(drawn(lambda canvas: canvas.showPage())).code == "no-text"


def test_a_letterhead_picture_does_not_make_a_scan() -> None:
    def draw(canvas: Canvas) -> None:
        _picture(canvas, 400, 760, 120, 60)
        canvas.drawString(72, 700, "Dear Director")

    assert texts(drawn(draw)) == ["Dear Director"]


def test_broken_pages_are_told_or_refused() -> None:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources "
    page += b"<< /Font << /F1 6 0 R >> >> >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for kids, whole in ((b"3 0 R 9 0 R 4 0 R", True), (b"3 0 R 8 0 R 9 0 R 7 0 R", False)):
        tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, kids.count(b"R"))
        data = raw_pdf([CATALOG, tree, page, page, stream(TEXT), font])
        if whole:
            reading = got(data)
            assert (len(reading.lines), reading.pages, reading.unread) == (2, 3, (2,))
        else:
            error = refused(data)
            assert error.code == "damaged"
            assert "3 of 4 pages" in str(error)


LENGTHS = (b"999999999999", b"-5", b"0", b"4 0 R", b"(x)", b"2147483648")


@pytest.mark.parametrize("length", LENGTHS)
def test_streams_of_odd_declared_lengths(length: bytes) -> None:
    data = one_page(TEXT)
    real = b"/Length %d" % len(TEXT)
    assert real in data
    lines_or_error(data.replace(real, b"/Length " + length), "x.pdf")


def test_streams_that_unpack_to_very_much() -> None:
    assert texts(one_page(TEXT + b" " * 50_000_000, packed=True))
    assert texts(one_page(TEXT + b"q Q " * 4_000_000, packed=True))


CONTENTS = {
    "unbalanced": b"Q Q Q ET BT Tj (x Tj",
    "deep arrays": b"[" * 5_000 + b"] TJ",
    "deep dictionaries": b"<<" * 5_000,
    "not a number": b"BT /F1 1e999 Tf (x) Tj ET",
    "huge font": b"BT /F1 99999999999 Tf 1 0 0 1 0 0 Tm (x) Tj ET",
    "zero matrix": b"BT /F1 12 Tf 0 0 0 0 0 0 Tm (The words are nowhere) Tj ET",
    "far away": b"BT /F1 12 Tf 1 0 0 1 1e30 -1e30 Tm (The words are far) Tj ET",
    "inline image": b"BI /W 99999999 /H 99999999 /BPC 8 /CS /RGB ID xxxx EI",
    "bytes": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("kind", CONTENTS)
def test_odd_page_contents(kind: str) -> None:
    lines_or_error(one_page(CONTENTS[kind]), "x.pdf")
    found = lines_or_error(one_page(TEXT + CONTENTS[kind]), "x.pdf")
    assert isinstance(found, list | ReadingError)


def test_forms_that_draw_one_another() -> None:
    # Once each: forms that draw one another twice take PDFium all memory there is, which only
    # the end of its process can stop.
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    )
    more = [stream(b"/X Do", form % 7), stream(b"/X Do", form % 6)]
    data = one_page(TEXT + b"/X Do", more=more, extra=b"/XObject << /X 6 0 R >>")
    assert isinstance(lines_or_error(data, "x.pdf"), list)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    texts(pdf_of())
    refused(pdf_of()[:700])
    refused(locked_pdf("secret"))
    assert capfd.readouterr() == ("", "")
