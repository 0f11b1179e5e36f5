"""PDF to lines, through PDFium."""

import threading
from itertools import islice
from typing import Any, Final

from store.model.line import Line
from store.reading.failure import ReadingError
from store.reading.limits import Limits, Stopwatch
from store.reading.pdf_layout import Layout, top_first, with_gaps

FEW: Final = 100
"""A page of fewer characters may be a picture with a stamp or a page number on it."""
PICTURE: Final = 0.4
"""A picture over so much of a page is a scan of it."""

STRIPS: Final = 2_000
"""Into so many pictures a scanner may have cut a page; there are files of millions."""

_PDFIUM: Final = threading.Lock()
"""PDFium may not be called from two threads at once."""


def read_pdf(data: bytes, limits: Limits) -> tuple[list[Line], int, list[int]]:
    """The lines of all pages in reading order, the number of pages, and those without text.

    The time is looked at after every page. One page cannot be interrupted, nor can opening the
    file: PDFium has no way to be stopped. It gives up on a stream that unpacks to more than
    1 GB and on what is nested too deeply; a real page takes 1 ms.

    Raises:
        ReadingError: `encrypted`, `damaged`, `image-only`, `no-text`, `too-many-pages`,
            `too-slow`, `too-large`.
    """
    import pypdfium2 as pdfium

    _refuse_cut(data)
    stopwatch = Stopwatch(limits)
    with _PDFIUM:
        try:
            pdf = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise ReadingError("encrypted" if _is_locked(data, error) else "damaged") from error
        try:
            if len(pdf) > limits.pages:
                detail = f"{len(pdf):,} pages, more than {limits.pages:,}"
                raise ReadingError("too-many-pages", detail)
            return _Reader(pdf, limits, stopwatch).read()
        finally:
            pdf.close()


def _refuse_cut(data: bytes) -> None:
    """PDFium reads what is left of a file that was cut short, and says nothing of the rest."""
    ends = max(data.rfind(b"startxref"), data.rfind(b"%%EOF"))
    if ends < data.rfind(b"endobj"):
        raise ReadingError("damaged", " (its end is missing)")


def _is_locked(data: bytes, error: Exception) -> bool:
    from pypdfium2 import raw

    # PDFium's code may be left over from another file.
    code = getattr(error, "err_code", None)
    return code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) and b"/Encrypt" in data


class _Reader:
    def __init__(self, pdf: Any, limits: Limits, stopwatch: Stopwatch) -> None:
        from pypdfium2 import raw

        self._pdf = pdf
        self._raw = raw
        self._limits = limits
        self._stopwatch = stopwatch
        self._layout = Layout()
        self._broken: list[int] = []
        self._blank: list[int] = []
        self._pictures: list[int] = []

    def read(self) -> tuple[list[Line], int, list[int]]:
        pages, characters = len(self._pdf), 0
        lines: list[Line] = []
        for number in range(1, pages + 1):
            self._stopwatch.check()
            found = self._page(number)
            if found is None:
                self._broken.append(number)
                continue
            size = sum([len(line.text) for line in found])
            if size < FEW:
                self._ask_for_picture(number, bool(found))
            lines.extend(found)
            characters += size
            if characters > self._limits.characters or len(lines) > self._limits.pieces:
                detail = f"more than {self._limits.characters:,} characters"
                raise ReadingError("too-large", detail)
        self._refuse_unreadable(pages, bool(lines))
        return with_gaps(lines), pages, sorted(self._broken + self._blank + self._pictures)

    def _page(self, number: int) -> list[Line] | None:
        """The lines of a page, None if it cannot be opened.

        Without pypdfium2's own objects for pages, which cost a twentieth of the time.
        """
        page = self._raw.FPDF_LoadPage(self._pdf.raw, number - 1)
        if not page:
            return None
        try:
            textpage = self._raw.FPDFText_LoadPage(page)
            if not textpage:
                return None
            try:
                return top_first(self._layout.lines(textpage, number))
            finally:
                self._raw.FPDFText_ClosePage(textpage)
        finally:
            self._raw.FPDF_ClosePage(page)

    def _ask_for_picture(self, number: int, has_text: bool) -> None:
        page = self._pdf[number - 1]
        try:
            if _is_picture(page):
                self._pictures.append(number)
            elif not has_text:
                self._blank.append(number)
        finally:
            page.close()

    def _refuse_unreadable(self, pages: int, has_text: bool) -> None:
        if len(self._broken) > pages / 2:
            detail = f" ({len(self._broken):,} of {pages:,} pages cannot be opened)"
            raise ReadingError("damaged", detail if pages > 1 else "")
        if len(self._pictures) > (pages - len(self._blank)) / 2:
            raise ReadingError("image-only")
        if not has_text:
            raise ReadingError("damaged" if self._broken or not pages else "no-text")


def _is_picture(page: Any) -> bool:
    """Whether one picture, or several side by side, cover the page."""
    from pypdfium2 import raw

    covered = 0.0
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    for picture in islice(pictures, STRIPS):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    width, height = page.get_size()
    return bool(covered > PICTURE * width * height)
