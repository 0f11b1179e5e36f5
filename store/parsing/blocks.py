"""Lines to blocks: headings, paragraphs, bullets and table rows, each whole.

A paragraph goes on over a line break, a page break and even a blank line until it ends: the
break after "a strengths base" does not end a sentence whose next words are "model of
practice". Where the file has a layout, distance, indent and the length of the last line
decide; where it has none, the words do.
"""

import re
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, Literal

import msgspec

from store.model.line import Line
from store.parsing.furniture import body_size
from store.parsing.hyphens import Vocabulary, join
from store.reading.clean import SOFT_HYPHEN

BlockKind = Literal["heading", "paragraph", "bullet", "cell", "caption"]

_SOLID = "•●▪■□◼◻◦‣⁃∙·◾○◆❖➢✓\uf06e\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf071"
_DASHES = "-–—−─―\u0336\uf02d\uf0be*"
_BULLET = re.compile(rf"\s*(?:([{_SOLID}])\s*|([{re.escape(_DASHES)}]|o)\s+)(?=\S|$)")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)(?:[.)]\s+(?=\S)|[.)](?=[A-Z])|\s+(?=[A-Z]))")
_ENDED = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_HEADING_NUMBER = re.compile(r"(?<=[a-z?)])\d{1,2}$")
_GRADE_BOX = re.compile(
    r"(?:(?:is|are|requires?)\s)?(?:outstanding|good|adequate|inadequate|requires improvement"
    r"(?: to be good)?|improvement to be good|grade \d \(\w+(?: \w+)?\))\.?$",
    re.IGNORECASE,
)
WRAPPED: Final = 45
"""A line of plain text longer than this goes on in the next one unless it ends a sentence."""


class Block(msgspec.Struct):
    """A whole paragraph, bullet, heading or table row."""

    kind: BlockKind
    text: str
    page: int
    level: int = 0
    number: str | None = None
    turns: tuple[tuple[int, int], ...] = ()
    """Offsets in `text` at which a new page begins, with the page's number."""
    size: float = 0.0
    bold: bool = False

    def page_at(self, offset: int) -> int:
        page = self.page
        for start, number in self.turns:
            if offset >= start:
                page = number
        return page


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The blocks of lines from which the furniture was taken."""
    builder = _Builder(lines)
    for line in lines:
        builder.add(line)
    return builder.finish()


class _Builder:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._size = body_size(lines)
        self._layout = any(line.y for line in lines)
        self._leading = _leading(lines)
        self._right = max((line.x_end for line in lines), default=0.0)
        self._two_glyphs = any(line.text[0] in _SOLID for line in lines if line.text)
        self._words = Vocabulary(line.text for line in lines)
        self._blocks: list[Block] = []
        self._parts: list[Line] = []
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._number: str | None = None
        self._waiting_bullet = 0
        self._last = 0
        """The number of the last numbered paragraph."""

    def add(self, line: Line) -> None:
        text = line.text
        if line.role in ("heading", "cell", "caption"):
            self._close()
            self._open(line, line.role, line.level)
            self._close()
            return
        bullet = _BULLET.match(text)
        if line.role == "bullet" or bullet:
            self._start_bullet(line, bullet)
            return
        if self._waiting_bullet:
            level, self._waiting_bullet = self._waiting_bullet, 0
            self._open(line, "bullet", level)
            return
        if self._goes_on_as_heading(line):
            self._parts.append(line)
            return
        if self._is_heading(line):
            self._close()
            self._open(line, "heading", 1 if line.size > self._size * 1.1 else 2)
            return
        numbered = _NUMBER.match(text)
        if numbered and self._is_number(line, numbered.group(1)):
            self._close()
            self._open(_cut(line, numbered.end()), "paragraph", 0, numbered.group(1))
            self._last = int(float(numbered.group(1)))
        elif self._parts and self._kind != "heading" and self._goes_on(line):
            self._parts.append(line)
        else:
            self._close()
            self._open(line, "paragraph", 0)

    def finish(self) -> list[Block]:
        self._close()
        return self._blocks

    def _start_bullet(self, line: Line, glyph: re.Match[str] | None) -> None:
        level = line.level or (2 if glyph and glyph.group(2) and self._two_glyphs else 1)
        self._close()
        rest = line.text[glyph.end() :] if glyph else line.text
        if not rest:
            self._waiting_bullet = level
            return
        self._open(_cut(line, glyph.end()) if glyph else line, "bullet", level)

    def _open(self, line: Line, kind: BlockKind, level: int, number: str | None = None) -> None:
        self._close()
        self._parts, self._kind, self._level, self._number = [line], kind, level, number

    def _close(self) -> None:
        if not self._parts:
            return
        text, turns = self._joined()
        if self._kind == "heading":
            text = _HEADING_NUMBER.sub("", text)
            if _GRADE_BOX.match(text) and self._blocks and self._blocks[-1].kind == "heading":
                # A grade in a box of its own beside its heading.
                self._blocks[-1].text += f" {text}"
                self._parts = []
                return
        first = self._parts[0]
        if text:
            self._blocks.append(
                Block(
                    self._kind,
                    text,
                    first.page,
                    self._level,
                    self._number,
                    turns,
                    first.size,
                    first.bold,
                )
            )
        self._parts = []

    def _joined(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        text, page, turns = "", self._parts[0].page, []
        for line in self._parts:
            piece = self._words.resolve(line.text) if SOFT_HYPHEN in line.text else line.text
            text = join(text, piece, self._words) if text else piece
            if line.page != page:
                page = line.page
                turns.append((len(text) - len(piece), page))
        return text, tuple(turns)

    # What a line is

    def _is_heading(self, line: Line) -> bool:
        if line.role == "paragraph" or len(line.text) > 160:
            return False
        if not self._layout:
            return False  # plain text: told in sections.py, where the neighbours are known
        if line.size > self._size * 1.1:
            return any(char.isalpha() for char in line.text)
        return line.bold and line.size >= self._size * 0.9 and not line.text.endswith(".")

    def _goes_on_as_heading(self, line: Line) -> bool:
        if not self._parts or self._kind != "heading":
            return False
        last = self._parts[-1]
        return (
            last.page == line.page
            and last.size == line.size
            and last.bold == line.bold
            and 0 < last.y - line.y < 1.7 * max(line.size, 1.0)
        )

    def _is_number(self, line: Line, number: str) -> bool:
        bare = line.text[len(number)] not in ".)"
        if bare and not (self._last and number == str(self._last + 1)):
            return False  # a number without a full stop counts only where it is due
        if not self._parts or self._kind == "heading":
            return True
        if self._layout:
            continuation = self._parts[-1].x if len(self._parts) > 1 else line.x + 1
            return line.x < continuation or line.gap or self._gap(line)
        return line.gap or bool(_ENDED.search(self._parts[-1].text))

    # Whether a block goes on

    def _gap(self, line: Line) -> bool:
        last = self._parts[-1]
        return last.page == line.page and abs(last.y - line.y) > 1.45 * self._leading

    def _goes_on(self, line: Line) -> bool:
        last = self._parts[-1]
        text, first = last.text, line.text[0]
        ended = bool(_ENDED.search(text))
        if line.role == "paragraph" or last.role == "paragraph":
            return not ended and first.islower() and last.role != "bullet"
        if self._layout:
            if self._kind == "bullet" and ended and line.x < self._parts[0].x + 6:
                return False  # back at the margin: a paragraph after the list
            if last.page == line.page:
                return not self._gap(line) or (not ended and first.islower())
            if not ended:
                return True
            return last.x_end > self._right - 90 and first.isupper() and self._indented_like(line)
        if line.gap:
            return not ended and (first.islower() or text[-1] in ",;-–" or text[-1] == SOFT_HYPHEN)
        return len(text) > WRAPPED or (not ended and first.islower())

    def _indented_like(self, line: Line) -> bool:
        """Whether it stands under the text, not the number or bullet, of the open block."""
        if self._kind == "bullet" or self._number:
            return len(self._parts) > 1 and abs(line.x - self._parts[-1].x) < 6
        return False


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


def _cut(line: Line, start: int) -> Line:
    return msgspec.structs.replace(line, text=line.text[start:].lstrip())
