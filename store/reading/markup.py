"""An HTML tree to lines: headings, paragraphs, list items and table rows, in order."""

from typing import Any, Final

from store.model.line import Line
from store.reading.clean import clean, squeeze

_SKIPPED: Final = frozenset(
    "script style noscript template svg math iframe object embed form input button select "
    "textarea nav head title meta link video audio canvas dialog".split()
)
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer header hgroup hr html main ol p pre section summary table tbody "
    "tfoot thead ul td th tr li h1 h2 h3 h4 h5 h6 br".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


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
        if not tag or tag in _SKIPPED or element.get("hidden") is not None:
            walker.add(element.tail)
            continue
        walker.enter(tag, element)
        walker.add(element.text)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    walker.flush()
    return walker.lines


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
        self._broken = False

    def add(self, text: str | None) -> None:
        if text:
            self._text.append(text)

    def enter(self, tag: str, element: Any) -> None:
        if tag not in _BLOCKS:
            return
        self.flush()
        if tag == "br":
            self._broken = True
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._lists.append(_start(element) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            counter = self._lists[-1]
            if counter is None:
                self._bullet = len(self._lists)
            else:
                self._number, self._lists[-1] = f"{counter}. ", counter + 1
        elif tag == "tr":
            self._cells = []

    def leave(self, tag: str) -> None:
        if tag not in _BLOCKS:
            return
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._take())
        self.flush()
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

    def flush(self) -> None:
        if self._cells is not None:
            self._text.append(" ")
            return
        text = self._take()
        if not text:
            return
        gap, self._broken = not self._broken, False
        if self._heading:
            self.lines.append(Line(text, role="heading", level=self._heading, gap=True))
        elif self._bullet:
            self.lines.append(Line(text, role="bullet", level=self._bullet, gap=True))
            self._bullet = 0
        elif self._number:
            self.lines.append(Line(self._number + text, role="paragraph", gap=True))
            self._number = ""
        else:
            self.lines.append(Line(text, role="paragraph" if gap else "", gap=gap))

    def _take(self) -> str:
        text = squeeze(clean("".join(self._text)).replace("\n", " "))
        self._text.clear()
        return text


def _start(element: Any) -> int:
    start = element.get("start", "1")
    return int(start) if start.isdigit() and len(start) < 6 else 1
