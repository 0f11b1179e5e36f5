"""The lines of a page of a PDF, each with its font size, weight and position.

The look is taken from one character in the middle of each line: a bullet or a raised footnote
mark at its start would speak for the wrong font. It tells headings, footnotes and paragraphs
apart, which the text alone does not. The `x_end` of a line is where its last character begins.
Each question to PDFium costs about half a microsecond,
and Ofsted's pages have 37 lines: no more is asked than is needed.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from ctypes import c_void_p
from itertools import pairwise
from math import floor
from statistics import median
from typing import Any, Final

import msgspec

from store.model.line import Line
from store.reading.clean import SOFT_HYPHEN, clean, squeeze

BOLD: Final = 600
"""Font weights from here on count as bold (400 is regular, 700 bold)."""
WIDE: Final = 1.45
"""More than so many times the usual distance between two lines is a gap."""
HYPHEN: Final = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line; it stands for the line's end as well."""

TAIL: Final = 3
"""As many lines may stand at the top of a page that are drawn last."""
SCALED: Final = 2.0
"""A font of this size or less is meant to be scaled."""

_BROKEN = re.compile(rf".+?(?:{HYPHEN}(?=[^\W\d_])|\Z)", re.DOTALL)
"""A line up to a hyphen behind which a word goes on; "post-16" is left whole, as one word."""
_MAYBE_MARK = re.compile(r"[0-9](?<=[A-Za-z.,;:!?)’”\n][0-9])[0-9]?(?![0-9])")
_CLOSING: Final = frozenset(".,;:!?)’”")
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


class Layout:
    """Asks PDFium for the text of pages and for the look of single characters."""

    def __init__(self) -> None:
        from pypdfium2 import raw

        # Bound anew, with addresses for pointers: half a microsecond less on each call.
        page, place, number, real = c_void_p, c_void_p, ctypes.c_int, ctypes.c_double
        self._font_size = _bound(raw.FPDFText_GetFontSize, real, page, number)
        self._font_weight = _bound(raw.FPDFText_GetFontWeight, number, page, number)
        self._char_origin = _bound(raw.FPDFText_GetCharOrigin, number, page, number, place, place)
        self._char_matrix = _bound(raw.FPDFText_GetMatrix, number, page, number, place)
        self._char_angle = _bound(raw.FPDFText_GetCharAngle, ctypes.c_float, page, number)
        self._font_info = _bound(
            raw.FPDFText_GetFontInfo, ctypes.c_ulong, page, number, place, ctypes.c_ulong, place
        )
        self._unicode = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, page, number)
        self._count = raw.FPDFText_CountChars
        self._get_text = raw.FPDFText_GetText
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = real(), real()
        self._places = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._handle: int | None = None
        self._scales: dict[float, float] = {}

    def lines(self, textpage: Any, page: int) -> list[Line]:
        """The lines of one page, in the order in which it draws them."""
        handle = self._handle = ctypes.cast(textpage, c_void_p).value
        self._scales = {}
        text = self._text(textpage)
        marks = _possible_marks(text)
        # What runs once a line is spelled out here: each call would cost as much as its work.
        origin, to_x, to_y = self._char_origin, *self._places
        at_x, at_y = self._x, self._y
        found: list[Line] = []
        is_cut = False
        """Whether the line ends with a raised mark: PDFium may begin another behind it."""
        for start, row in _rows(text):
            body = row.strip()
            if not body:
                continue
            first = start if row[0] == body[0] else start + row.index(body[0])
            last = first + len(body) - 1
            half = len(body) // 2
            middle = first + (half if body[half].isalnum() else _solid(body, half))
            size = self._size(middle)
            origin(handle, last, to_x, to_y)
            x_end, y_end = at_x.value, at_y.value
            origin(handle, first, to_x, to_y)
            x, y = at_x.value, at_y.value
            if y != y_end:
                # One end is raised, or both are drawn sideways: the middle is where the line is.
                y = self._origin(middle)[1]
                if abs(y_end - y) > size and abs(y_end - y) > abs(x_end - x):
                    x, x_end, y = self._upright(first, last, middle)
            was_cut, is_cut = is_cut, False
            if marks and marks[-1][0] <= last:
                whole, body = body, self._without_marks(body, first, marks, size, y)
                was_cut = was_cut or not whole.startswith(body[:1] or " ")
                is_cut = not whole.endswith(body[-1:] or " ")
            if not (body.isascii() and body.isprintable()) or "  " in body:
                body = squeeze(clean(body.replace(HYPHEN, SOFT_HYPHEN)))
            if body:
                weight = self._font_weight(handle, middle)
                bold = weight >= BOLD if weight > 0 else self._is_named_bold(middle)
                x, x_end = floor(x * 10 + 0.5) / 10, floor(x_end * 10 + 0.5) / 10
                y = floor(y * 10 + 0.5) / 10
                if was_cut and _goes_on(found, x, y, size):
                    before = found.pop()
                    body = before.text + ("" if body[0] in _CLOSING else " ") + body
                    size, bold, x = before.size, before.bold, before.x
                found.append(Line(body, page, "", 0, False, size, bold, x, x_end, y))
        return found

    def _text(self, textpage: Any) -> str:
        """The text of the page, with one character for each of those that PDFium counts."""
        count = max(0, self._count(textpage))
        units = (ctypes.c_ushort * (count + 1))()
        written = self._get_text(textpage, 0, count, units)
        text = bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        return text if len(text) == count else self._by_character(count)

    def _origin(self, index: int) -> tuple[float, float]:
        self._char_origin(self._handle, index, *self._places)
        return self._x.value, self._y.value

    def _upright(self, first: int, last: int, middle: int) -> tuple[float, float, float]:
        """The ends and the height of a line, seen from where its words run to the right."""
        angle = -self._char_angle(self._handle, middle)  # PDFium counts clockwise
        cos, sin = math.cos(angle), math.sin(angle)
        (x1, y1), (x2, y2), (x3, y3) = map(self._origin, (first, last, middle))
        return x1 * cos + y1 * sin, x2 * cos + y2 * sin, y3 * cos - x3 * sin

    def _size(self, index: int) -> float:
        """The size as it is seen: many files draw at size 1 or 50 and scale that.

        On one page what has the same nominal size has the same scale, but for size 1.
        """
        size: float = self._font_size(self._handle, index)
        scale = self._scales.get(size)
        if scale is None:
            matrix, scale = self._matrix, 1.0
            if self._char_matrix(self._handle, index, ctypes.addressof(matrix)):
                a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
                # The height of what it makes of a square, however turned or slanted.
                scale = abs(a * d - b * c) / (math.hypot(a, b) or 1.0)
            if size > SCALED:
                self._scales[size] = scale
        return floor(size * scale * 10 + 0.5) / 10

    def _is_named_bold(self, index: int) -> bool:
        """Whether the font's name says so: the standard fonts come without a weight."""
        name = ctypes.create_string_buffer(128)
        address = ctypes.addressof(name)
        length = self._font_info(self._handle, index, address, len(name), 0)
        return 0 < length <= len(name) and bool(_BOLD_NAME.search(name.value))

    def _without_marks(
        self, body: str, first: int, marks: list[tuple[int, int]], size: float, y: float
    ) -> str:
        """The line without raised footnote numbers: "Board1" loses its 1, "Year 1" does not.

        Nor does "CO2", whose number is small and lowered, or "Form A1". Takes the marks of this
        line, and of those before it, off the end of the list.
        """
        kept, end = [], 0
        while marks and marks[-1][0] < first + len(body):
            start, stop = marks.pop()
            if start < first:
                continue
            raised = self._origin(start)[1] - y
            smaller = self._size(start) < 0.8 * size
            if raised > 0.3 * size or (smaller and raised > 0.05 * size):
                kept.append(body[end : start - first])
                end = stop - first
        return "".join([*kept, body[end:]]).strip()

    def _by_character(self, count: int) -> str:
        """The text with as many characters as PDFium counts, so that their places are right.

        It leaves out characters that it has no letter for, and counts letters beyond the first
        65,536 of Unicode twice.
        """
        units = [self._unicode(self._handle, index) & 0xFFFF for index in range(count)]
        packed = b"".join(unit.to_bytes(2, "little") for unit in units)
        text = packed.decode("utf-16-le", "surrogatepass").replace("\x02", HYPHEN)
        return _ASTRAL.sub("\\g<0>\x00", text)


def _goes_on(found: list[Line], x: float, y: float, size: float) -> bool:
    """Whether what begins here stands on one line with what was found before."""
    if not found or abs(found[-1].y - y) > 0.2:
        return False
    return 0 < x - found[-1].x_end < 3 * size


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page, each with the index of its first character."""
    start = 0
    for row in text.split("\r\n"):
        if HYPHEN in row:
            for match in _BROKEN.finditer(row):
                yield start + match.start(), match.group()
        else:
            yield start, row
        start += len(row) + 2


def _possible_marks(text: str) -> list[tuple[int, int]]:
    """The places of short numbers right behind a word or at a line's start, the last first."""
    found = [(match.start() - 1, match.end() - 1) for match in _MAYBE_MARK.finditer("\n" + text)]
    return found[::-1]


def _solid(body: str, half: int) -> int:
    """The index of the first letter or digit from the middle on, else that of the middle."""
    for index in range(half, len(body)):
        if body[index].isalnum():
            return index
    return half


def top_first(lines: list[Line]) -> list[Line]:
    """The lines of a page with those at its start that stand at its top but are drawn last.

    A few files draw a heading or a running head after all that stands below it.
    """
    body = lines[:-TAIL]
    if not body or lines[-1].y <= max([line.y for line in body]):
        return lines
    for count in range(1, TAIL + 1):
        above, below = lines[-count:], lines[:-count]
        heights = [line.y for line in below]
        # On a page that is upside down each line stands above those before it.
        at_foot = below[-1].y < median(heights)
        if at_foot and all(line.y > max(heights) + line.size / 2 for line in above):
            return above + below
    return lines


def with_gaps(lines: Sequence[Line]) -> list[Line]:
    """The lines with a mark on each that stands further below the one before than is usual."""
    distances = [
        above.y - line.y if above.page == line.page else 0.0 for above, line in pairwise(lines)
    ]
    usual = [distance for distance in distances if 4 < distance < 40]
    limit = WIDE * median(usual) if usual else math.inf
    found = [*lines]
    for index, distance in enumerate(distances, 1):
        if distance > limit:
            found[index] = msgspec.structs.replace(lines[index], gap=True)
    return found


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(function, c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)
