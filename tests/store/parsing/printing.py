"""Prints a made-up document the ways in which real ones reach the parser.

A document is a list of `(style, text)`. Each rendering below turns it into a `Reading`: with
the layout of a PDF, as hard-wrapped text with page numbers and running heads, as text with one
paragraph a line, as a web copy whose short lines were joined, and as the paragraphs of a
Word or HTML file.
"""

import hashlib
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from store.model.document import Source
from store.model.line import Line
from store.reading.page_meta import PageMeta
from store.reading.reader import Reading, read_bytes

Style = Literal["head", "title", "heading", "para", "bullet", "number", "short"]
Printed = Sequence[tuple[Style, str]]
"""`head`: letterhead, date, address, signature; `short`: a line of its own in the body."""

Choose = Callable[[str, int], int]
"""Which of so many variants of a part is printed."""


def only(part: str, variant: int) -> Choose:
    """That variant of one part, the first of every other."""
    return lambda asked, count: variant if asked == part else 0


def every_variant(make: Callable[[Choose], object]) -> Iterator[tuple[str, int]]:
    """Every part with every number of its variants, as `make` asks for them."""
    counts: dict[str, int] = {}

    def record(part: str, count: int) -> int:
        counts[part] = max(count, counts.get(part, 0))
        return 0

    make(record)
    for part, count in counts.items():
        yield from ((part, variant) for variant in range(count))


_LOOK: dict[Style, tuple[float, bool, float]] = {
    "head": (12.0, False, 70.9),
    "short": (12.0, False, 70.9),
    "title": (12.0, True, 70.9),
    "heading": (14.0, True, 70.9),
    "para": (12.0, False, 70.9),
    "bullet": (12.0, False, 88.8),
    "number": (12.0, False, 70.9),
}
NAME = "document.pdf"


def reading_of(
    lines: Iterable[Line], name: str = NAME, meta: PageMeta | None = None, kind: str = ""
) -> Reading:
    """A reading of lines that no reader read."""
    kept = tuple(lines)
    digest = hashlib.sha256(repr(kept).encode()).hexdigest()
    source = Source(name, name, kind or "application/pdf", digest, 1)
    pages = max((line.page for line in kept), default=1)
    return Reading(source, kept, pages, meta or PageMeta())


def line(
    text: str,
    y: float = 700.0,
    *,
    page: int = 1,
    size: float = 12.0,
    bold: bool = False,
    x: float = 70.9,
    x_end: float = 0.0,
) -> Line:
    """A line of a PDF."""
    end = x_end or round(x + len(text) * size * 0.47, 1)
    return Line(text, page, size=size, bold=bold, x=x, x_end=end, y=y)


def as_pdf(document: Printed, running_head: str = "", width: int = 84) -> Reading:
    """As PDFium gives it: wrapped lines with size, weight and place; page numbers at the foot."""
    lines: list[Line] = []
    page, y = 1, 760.0

    def turn() -> None:
        nonlocal page, y
        lines.append(line(str(page), 30.0, page=page, x=512.0, size=12.0))
        page, y = page + 1, 748.0
        if running_head:
            lines.append(line(running_head, 790.0, page=page, size=8.0))

    for style, text in document:
        size, bold, x = _LOOK[style]
        y -= {"head": 0.0, "bullet": 3.0}.get(style, 14.0)
        shown = f"• {text}" if style == "bullet" else text
        columns = int(width * 12.0 / size) - (4 if style == "bullet" else 0)
        for index, row in enumerate(textwrap.wrap(shown, columns, break_on_hyphens=False)):
            y -= 14.5
            if y < 70:
                turn()
                y -= 14.5
            indent = 18.0 if style == "bullet" and index else 0.0
            lines.append(line(row, y, page=page, size=size, bold=bold, x=x + indent))
    lines.append(line(str(page), 30.0, page=page, x=512.0))
    return reading_of(lines)


def as_wrapped_text(
    document: Printed, width: int = 78, page_rows: int = 46, running_head: str = ""
) -> Reading:
    """A text copy of a PDF: hard-wrapped, with page numbers, running heads and form feeds."""
    rows: list[str] = []
    last: Style | None = None
    for style, text in document:
        if not (style == last and style in ("head", "bullet")) and rows:
            rows.append("")
        shown = f"- {text}" if style == "bullet" else text
        hang = "  " if style == "bullet" else ""
        rows.extend(textwrap.wrap(shown, width, subsequent_indent=hang, break_on_hyphens=False))
        last = style
    sheets = [rows[start : start + page_rows] for start in range(0, len(rows), page_rows)]
    printed = []
    for number, sheet in enumerate(sheets, 1):
        head = [running_head, ""] if running_head and number > 1 else []
        printed.append("\n".join([*head, *sheet, "", str(number)]))
    return as_text("\n\f".join(printed))


def as_unwrapped_text(document: Printed) -> Reading:
    """One paragraph a line, blank lines between, as a web page is copied."""
    rows: list[str] = []
    last: Style | None = None
    for style, text in document:
        if not (style == last and style in ("head", "bullet")):
            rows.append("")
        rows.append(f"- {text}" if style == "bullet" else text)
        last = style
    return as_text("\n".join(rows))


def as_joined_text(document: Printed) -> Reading:
    """A web copy in which runs of short lines (letterhead, address, signature) became one."""
    rows: list[str] = []
    run: list[str] = []
    for style, text in [*document, ("para", "")]:
        if style == "head" and not text.startswith("Dear") and not _is_date(text):
            run.append(text)
            continue
        if run:
            rows.extend([" ".join(run), ""])
            run = []
        rows.extend([f"- {text}" if style == "bullet" else text, ""])
    return as_text("\n".join(rows))


def as_word(document: Printed) -> Reading:
    """The paragraphs of a Word file: headings and bullets are marked, nothing is wrapped."""
    lines = []
    for style, text in document:
        role = {"bullet": "bullet", "heading": "heading"}.get(style, "paragraph")
        level = 1 if role in ("bullet", "heading") else 0
        lines.append(Line(text, role=role, level=level, gap=True))  # type: ignore[arg-type]
    return reading_of(lines, "document.docx")


def as_text(text: str, name: str = "document.txt") -> Reading:
    """A plain text file, through its own reader."""
    return read_bytes(text.encode(), Path(name))


def _is_date(text: str) -> bool:
    return len(text) < 24 and text[-4:].isdigit()


RENDERINGS: dict[str, Callable[[Printed], Reading]] = {
    "pdf": as_pdf,
    "wrapped": as_wrapped_text,
    "unwrapped": as_unwrapped_text,
    "joined": as_joined_text,
    "word": as_word,
}
