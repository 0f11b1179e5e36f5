"""One line (or, from HTML and DOCX, one paragraph) as a reader hands it on."""

from typing import Literal

import msgspec

Role = Literal["", "heading", "bullet", "paragraph", "cell", "caption"]


class Line(msgspec.Struct, frozen=True):
    """A line of text with what the file says of its place and look.

    `role` is empty where the format does not say (PDF, plain text): the parser then infers
    it from `size`, `bold`, the position and the words. Positions are PDF points from the
    lower left corner of the page; 0 where the format has no layout.
    """

    text: str
    page: int = 1
    role: Role = ""
    level: int = 0
    """Depth of a heading (1 is the highest) or of a bullet (1 is the outermost)."""
    gap: bool = False
    """Whether a blank line, or more than the usual distance, stands before it."""
    size: float = 0.0
    """Font size in points, 0 if unknown."""
    bold: bool = False
    x: float = 0.0
    x_end: float = 0.0
    y: float = 0.0
    quote: bool = False
    """Whether the page sets it apart as a quotation."""
