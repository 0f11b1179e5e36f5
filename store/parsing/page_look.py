"""How the lines of a document lie on its pages: type size, line distance, margins, wrap width."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from store.model.line import Line
from store.parsing.furniture import body_size

FULL: Final = 0.7
"""A line of hard-wrapped text shorter than this share of the width is the last of its paragraph."""
WIDEST: Final = 130
"""No text is hard-wrapped at more characters than this: longer lines are whole paragraphs."""


class PageLook:
    """The measures of one document by which lines are joined or kept apart."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = body_size(lines)
        self.has_layout = any(line.y for line in lines)
        self._leading = _leading(lines)
        self._width = 0 if self.has_layout else _width(lines)
        self._right = max((line.x_end for line in lines), default=0.0)

    def is_heading(self, line: Line) -> bool:
        """Whether size or weight make the line a heading; plain text shows neither."""
        if line.role == "paragraph" or len(line.text) > 160 or not self.has_layout:
            return False
        if line.size > self.size * 1.1:
            return any(char.isalpha() for char in line.text)
        return line.bold and line.size >= self.size * 0.9 and not line.text.endswith(".")

    def is_same_heading(self, last: Line, line: Line) -> bool:
        """Whether the line goes on with the heading that `last` began."""
        return (
            last.page == line.page
            and last.size == line.size
            and last.bold == line.bold
            and 0 < last.y - line.y < 1.7 * max(line.size, 1.0)
        )

    def has_gap(self, last: Line, line: Line) -> bool:
        """Whether more than the usual distance lies between two lines of one page."""
        return last.page == line.page and abs(last.y - line.y) > 1.45 * self._leading

    def reaches_margin(self, line: Line) -> bool:
        """Whether the line is full, so that the next may go on with it."""
        return line.x_end > self._right - 90

    def is_short(self, line: Line) -> bool:
        """Whether the line ends well before the margin, as the last one of a paragraph does."""
        return line.x_end < self._right - 120

    def is_unwrapped(self) -> bool:
        """Whether a plain text has a paragraph a line."""
        return self._width > WIDEST

    def is_full(self, text: str) -> bool:
        """Whether a line of hard-wrapped text is as long as one inside a paragraph."""
        return len(text) > FULL * self._width


def _leading(lines: Iterable[Line]) -> float:
    """The usual distance between two lines of body text, in points."""
    distances, last = [], None
    for line in lines:
        if last is not None and last.page == line.page and last.size == line.size:
            distance = last.y - line.y
            if 4 < distance < 40:
                distances.append(distance)
        last = line
    return median(distances) if distances else 14.4


def _width(lines: Sequence[Line]) -> int:
    """The number of characters at which most of a plain text was wrapped."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.95)] if lengths else 0
