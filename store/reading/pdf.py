"""PDF to lines with font size, weight and position, through PDFium.

The look is taken from one character in the middle of each line: a bullet or a raised
footnote mark at its start would speak for the wrong font. That costs about 5 % over the
bare text (measured on 837 pages) and tells headings, footnotes and paragraphs apart, which the
text alone does not.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from store.model.line import Line
from store.reading.clean import clean, squeeze
from store.reading.failure import ReadingError
from store.reading.limits import Limits, Stopwatch

BOLD = 600
"""Font weights from here on count as bold (400 is regular, 700 bold)."""


def read_pdf(data: bytes, limits: Limits) -> tuple[list[Line], int]:
    """The lines of all pages in reading order, and the number of pages.

    Raises:
        ReadingError: `encrypted`, `damaged`, `image-only`, `too-many-pages`, `too-slow`,
            `too-large`.
    """
    import pypdfium2 as pdfium

    stopwatch = Stopwatch(limits)
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadingError("encrypted") from error
        raise ReadingError("damaged") from error
    try:
        pages = len(pdf)
        if pages > limits.pages:
            raise ReadingError("too-many-pages", f"{pages} pages, more than {limits.pages}")
        lines: list[Line] = []
        unreadable = characters = 0
        for number in range(pages):
            stopwatch.check()
            try:
                found = list(_page_lines(pdf, number))
            except pdfium.PdfiumError:
                unreadable += 1
                continue
            characters += sum(len(line.text) for line in found)
            if characters > limits.characters:
                raise ReadingError("too-large", f"more than {limits.characters:,} characters")
            lines.extend(found)
    finally:
        pdf.close()
    if unreadable == pages:
        raise ReadingError("damaged")
    if characters < 40 * min(pages, 3):
        raise ReadingError("image-only")
    return lines, pages


def _page_lines(pdf: Any, number: int) -> Iterator[Line]:
    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            text = textpage.get_text_range()
            if len(text) != textpage.count_chars():
                # Characters and their places cannot be matched: the words alone must do.
                yield from _bare_lines(text, number + 1)
                return
            look = _Look(textpage.raw)
            start = 0
            for row in text.split("\r\n"):
                line = look.line(row, start, number + 1)
                if line is not None:
                    yield line
                start += len(row) + 2
        finally:
            textpage.close()
    finally:
        page.close()


def _bare_lines(text: str, page: int) -> Iterator[Line]:
    for row in text.split("\r\n"):
        shown = squeeze(clean(row))
        if shown:
            yield Line(shown, page)


class _Look:
    """Asks PDFium for the look of single characters of one page."""

    def __init__(self, handle: Any) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._handle = handle
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._ref_x, self._ref_y = ctypes.byref(self._x), ctypes.byref(self._y)

    def line(self, row: str, start: int, page: int) -> Line | None:
        """The line whose characters begin at index `start` of the page; None if it is blank."""
        stripped = row.strip()
        if not stripped:
            return None
        first = start + row.index(stripped[0])
        last = first + len(stripped) - 1
        middle = first + _solid(stripped, len(stripped) // 2)
        size = self._size(middle)
        shown = squeeze(clean(self._without_marks(stripped, first, size)))
        if not shown:
            return None
        x_end, _ = self._origin(last)
        _, y = self._origin(middle)
        x, _ = self._origin(first)
        bold = self._raw.FPDFText_GetFontWeight(self._handle, middle) >= BOLD
        return Line(shown, page, size=size, bold=bold, x=x, x_end=x_end, y=y)

    def _origin(self, index: int) -> tuple[float, float]:
        self._raw.FPDFText_GetCharOrigin(self._handle, index, self._ref_x, self._ref_y)
        return round(self._x.value, 1), round(self._y.value, 1)

    def _size(self, index: int) -> float:
        size: float = self._raw.FPDFText_GetFontSize(self._handle, index)
        if size <= 2.0:  # drawn at size 1 and scaled by the text matrix
            matrix = self._raw.FS_MATRIX()
            if self._raw.FPDFText_GetMatrix(self._handle, index, matrix):
                size *= abs(matrix.d) or 1.0
        return round(size, 1)

    def _without_marks(self, row: str, first: int, size: float) -> str:
        """The row without raised footnote numbers: "Board1" loses its 1, "Year 1" does not."""
        if not _MAYBE_MARK.search(row):
            return row
        kept, end = [], 0
        for match in _MAYBE_MARK.finditer(row):
            if self._size(first + match.start()) < 0.8 * size:
                kept.append(row[end : match.start()])
                end = match.end()
        return "".join(kept) + row[end:]


_MAYBE_MARK = re.compile(r"(?:(?<=[A-Za-z.,;:!?)’”])|^)\d{1,2}(?!\d)")


def _solid(row: str, middle: int) -> int:
    """The index nearest to the right of `middle` that is a letter or digit, else `middle`."""
    for index in range(middle, len(row)):
        if row[index].isalnum():
            return index
    return middle
