"""An HTML tree to lines: headings, paragraphs, list items and table rows, in order."""

import re
from typing import Any, Final

from store.model.line import Line, Role
from store.reading.clean import clean, squeeze, unbroken

_SKIPPED: Final = frozenset(
    "script style noscript template svg math iframe object embed input button select "
    "textarea nav head title meta link video audio canvas dialog".split()
)
# A form is not among them: many councils' sites are one form around the whole page.
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer form header hgroup hr html main ol p pre section summary table "
    "tbody tfoot thead ul td th tr li h1 h2 h3 h4 h5 h6 br".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_NOTE_ID = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote)[:_-]?\d+", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*\[?(?:(?:footnote )?\d{1,3}|[*†‡]+)\]?\s*", re.IGNORECASE)
_MARKED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)’”])\s*$")
"""What stands before a raised number that is a footnote's: "board¹", not "km²"."""


def lines_of(root: Any) -> list[Line]:
    """The lines of a parsed HTML tree (lxml). Deep trees are walked without recursion."""
    walker = _Walker()
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            walker.leave(tag)
            walker.add(element.tail)
            continue
        if not tag or tag in _SKIPPED or is_hidden(element) or walker.is_note(tag, element):
            walker.add(element.tail)
            continue
        walker.enter(tag, element)
        walker.add(element.text)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    walker.flush()
    return walker.lines


def is_hidden(element: Any) -> bool:
    """Whether a browser would not show it."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


class _Walker:
    """Gathers text until a block begins or ends, then writes it as one line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._heading = 0
        self._bullet = 0
        self._lists: list[int | None] = []
        self._cells: list[str] | None = None
        self._number = ""
        self._caption = False
        self._verbatim = 0
        self._quotes = 0
        self._broken = False
        """Whether the line before ended with a break, and not with its paragraph."""

    def add(self, text: str | None) -> None:
        if text:
            self._text.append(text)

    def is_note(self, tag: str, element: Any) -> bool:
        """Whether it is a footnote or the mark of one; both are left out, as in a PDF."""
        if tag in ("li", "div", "p", "aside"):
            return bool(_NOTE_ID.fullmatch(element.get("id", "")))
        if tag == "sup":
            mark = "".join(element.itertext())
            linked = any(link.get("href", "").startswith("#") for link in element.iter("a"))
            return bool(_NOTE_MARK.fullmatch(mark)) and (
                linked or bool(_MARKED.search("".join(self._text[-4:])))
            )
        if tag == "a":
            href = element.get("href", "")
            return href.startswith("#") and bool(_NOTE_ID.fullmatch(href[1:]))
        return False

    def enter(self, tag: str, element: Any) -> None:
        if tag not in _BLOCKS:
            return
        if tag == "br":
            if self._verbatim:
                self._text.append("\n")
            else:
                self._broken = self.flush(broken=True)
            return
        self._end_block()
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._lists.append(_whole(element, "start", 1) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            counter = self._lists[-1]
            if counter is None:
                self._bullet = len(self._lists)
            else:
                counter = _whole(element, "value", counter)
                self._number, self._lists[-1] = f"{counter}. ", counter + 1
        elif tag == "tr":
            self._cells = []
        elif tag in ("caption", "figcaption"):
            self._caption = True
        elif tag == "pre":
            self._verbatim += 1
        elif tag == "blockquote":
            self._quotes += 1

    def leave(self, tag: str) -> None:
        if tag not in _BLOCKS or tag == "br":
            return
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._take())
        self._end_block()
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._bullet, self._number = 0, ""
        elif tag == "tr":
            cells = [cell for cell in self._cells or () if cell]
            self._cells = None
            if cells:
                self.lines.append(Line("\t".join(cells), role="cell", gap=True))
        elif tag in ("caption", "figcaption"):
            self._caption = False
        elif tag == "pre":
            self._verbatim -= 1
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)

    def _end_block(self) -> None:
        self.flush()
        self._broken = False

    def flush(self, broken: bool = False) -> bool:
        """Write what was gathered, if anything; `broken` where its paragraph goes on."""
        if self._cells is not None:
            self._text.append(" ")
            return False
        if self._verbatim:
            self._write_verbatim()
            return False
        text = self._take()
        if not text:
            return False
        gap = not self._broken
        if self._heading:
            self.lines.append(Line(text, role="heading", level=self._heading, gap=True))
        elif self._bullet:
            self.lines.append(Line(text, role="bullet", level=self._bullet, gap=True))
            self._bullet = 0
        elif self._number:
            self.lines.append(Line(self._number + text, role="paragraph", gap=True))
            self._number = ""
        elif self._caption:
            self.lines.append(Line(text, role="caption", gap=True))
        else:
            role: Role = "paragraph" if gap and not broken else ""
            self.lines.append(Line(text, role=role, gap=gap, quote=self._quotes > 0))
        return True

    def _take(self) -> str:
        text = squeeze(unbroken(clean("".join(self._text))))
        self._text.clear()
        return text

    def _write_verbatim(self) -> None:
        gap = True
        for row in clean("".join(self._text)).split("\n"):
            shown = squeeze(row)
            if shown:
                self.lines.append(Line(shown, gap=gap))
            gap = not shown
        self._text.clear()


def _whole(element: Any, name: str, otherwise: int) -> int:
    value = element.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise
