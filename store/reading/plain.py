"""Plain text and Markdown to lines."""

import re
from collections.abc import Sequence

from store.model.line import Line
from store.reading.clean import clean, squeeze
from store.reading.failure import ReadingError
from store.reading.limits import Limits


def decode(data: bytes) -> str:
    """Bytes to text: by byte order mark, then UTF-8, then the likeliest other encoding."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=["cp1252", "latin_1", "mac_roman"]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def read_text(data: bytes, limits: Limits) -> tuple[list[Line], int]:
    """One line of text a line; a form feed begins a page, a blank line makes a gap."""
    text = clean(decode(data).replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > limits.characters:
        raise ReadingError("too-large", f"more than {limits.characters:,} characters")
    lines: list[Line] = []
    page, gap = 1, True
    for number, sheet in enumerate(text.split("\f"), 1):
        page = number
        for row in sheet.split("\n"):
            shown = squeeze(row)
            if not shown:
                gap = True
                continue
            indent = len(row) - len(row.lstrip())
            lines.append(Line(shown, page, gap=gap, x=float(indent)))
            gap = False
        gap = gap or not sheet.strip()
    return lines, max(1, page if lines else 1)


_RULE = re.compile(r"\s*([-*_]\s*){3,}$")


def read_markdown(data: bytes, limits: Limits) -> tuple[list[Line], int]:
    """Headings, paragraphs, list items and table rows of a Markdown file."""
    from markdown_it import MarkdownIt

    text = clean(decode(data))
    if len(text) > limits.characters:
        raise ReadingError("too-large", f"more than {limits.characters:,} characters")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    lines: list[Line] = []
    depth, level, role = 0, 0, "paragraph"
    cells: list[str] | None = None
    numbers: list[int | None] = []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = token.attrGet("start")
            ordered = token.type.startswith("ordered")
            numbers.append((int(start) if start is not None else 1) if ordered else None)
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
            depth -= 1
        elif token.type == "list_item_open":
            role = "item"
        elif token.type == "heading_open":
            level, role = int(token.tag[1]), "heading"
        elif token.type == "heading_close":
            level, role = 0, "paragraph"
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            lines.append(Line("\t".join(cells), role="cell", gap=True))
            cells = None
        elif token.type == "inline":
            shown = squeeze(_plain(token.children or []).replace("\n", " "))
            if cells is not None:
                cells.append(shown)
            elif shown and level:
                lines.append(Line(shown, role="heading", level=level, gap=True))
            elif shown and role == "item" and numbers and numbers[-1] is not None:
                lines.append(Line(f"{numbers[-1]}. {shown}", role="paragraph", gap=True))
                numbers[-1] += 1
                role = "paragraph"
            elif shown and role == "item":
                lines.append(Line(shown, role="bullet", level=max(1, depth), gap=True))
                role = "paragraph"
            elif shown:
                lines.extend(_paragraph(token.children or []))
        elif token.type in ("code_block", "fence"):
            rows = [squeeze(row) for row in token.content.split("\n")]
            lines.extend(Line(row, gap=index == 0) for index, row in enumerate(rows) if row)
    return lines, 1


def _plain(children: Sequence[object]) -> str:
    parts = []
    for child in children:
        kind = getattr(child, "type", "")
        if kind in ("text", "code_inline"):
            parts.append(str(getattr(child, "content", "")))
        elif kind in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)


def _paragraph(children: Sequence[object]) -> list[Line]:
    """A paragraph as one line; hard breaks (address blocks) keep their lines apart."""
    broken = any(getattr(child, "type", "") == "hardbreak" for child in children)
    text = _plain(children)
    rows = text.split("\n") if broken else [text.replace("\n", " ")]
    shown = [squeeze(row) for row in rows]
    whole = "paragraph" if len(shown) == 1 else ""
    return [
        Line(row, role=whole, gap=index == 0)  # type: ignore[arg-type]
        for index, row in enumerate(shown)
        if row
    ]
