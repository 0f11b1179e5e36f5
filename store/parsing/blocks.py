"""Lines to blocks: headings, paragraphs, bullets and table rows, each whole.

A paragraph goes on over a line break, a page break and even a blank line until it ends: the
break after "a strengths base" does not end a sentence whose next words are "model of
practice". Where the file has a layout, distance, indent and the length of the last line
decide; where it has none, the words do.
"""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from store.model.line import Line
from store.parsing.hyphens import Vocabulary, glue
from store.parsing.known_headings import DEADLINE, KNOWN, is_improvement_heading
from store.parsing.page_look import PageLook
from store.reading.clean import SOFT_HYPHEN

BlockKind = Literal["heading", "paragraph", "bullet", "cell", "caption"]

_SOLID = "•●▪■⬛⬜◘□◼◻◦‣⁃∙·◾○◆❖➢➤►▶✓✔\uf06e\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf071"
_DASHES = "-–—−─―\u0336\uf02d\uf0be*"
# Wingdings' square comes out of some extractors as "n" or "§", its circle as "o".
_BULLET = re.compile(rf"\s*(?:([{_SOLID}])\s*|([{re.escape(_DASHES)}]|[on§])\s+)(?=\S|$)")
_LETTER = re.compile(r"(\(?)([a-z]|[ivx]{2,4})\)\s+(?=\S)")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)(?:[.)]\s+(?=\S)|[.)](?=[A-Z])|\s+(?=[A-Z]))")
_ENDED = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_TAGGED = re.compile(
    r"\([^()]{0,120}\b(?:national\s+framework|outcome|enabler)s?\b[^()]{0,60}\)\.?$", re.IGNORECASE
)
"""The tag for the national framework ends a point: nothing follows it in its paragraph."""
_POINT = 120
"""A longer line is no point of a list that lost its marks."""
_HEADING_NUMBER = re.compile(r"(?<=[a-z?)])\d{1,2}$")
_GRADE_BOX = re.compile(
    r"(?:(?:is|are|requires?)\s)?(?:outstanding|good|adequate|inadequate|requires improvement"
    r"(?: to be good)?|improvement to be good|grade \d \(\w+(?: \w+)?\))\.?$",
    re.IGNORECASE,
)


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
    quote: bool = False
    """Whether the page sets it apart as a quotation."""
    inspectors: bool = False
    """Whether it stands in a column of what Ofsted said."""

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
        self._look = PageLook(lines)
        self._two_glyphs = any(line.text[0] in _SOLID for line in lines if line.text)
        self._words = Vocabulary(line.text for line in lines)
        self._blocks: list[Block] = []
        self._parts: list[Line] = []
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._number: str | None = None
        self._waiting_bullet = 0
        self._waiting_number = ""
        """The number of a paragraph that a text copy set on a line of its own."""
        self._last = 0
        """The number of the last numbered paragraph."""
        self._listed_at = 0.0
        """How far the points of such a list are set in."""
        self._letter = ""
        """The letter or Roman number of the last point that has one."""
        self._led_in = False
        """Whether the last block ends with a colon, or is a point below one that lost its mark."""

    def add(self, line: Line) -> None:
        text = line.text
        if line.role in ("heading", "cell", "caption"):
            self._close()
            self._open(line, line.role, line.level)
            self._close()
            return
        bullet = _BULLET.match(text) or self._lettered(text)
        if bullet and self._is_range(line, bullet):
            bullet = None
        if line.role == "bullet" or bullet:
            self._start_bullet(line, bullet)
            return
        if self._waiting_bullet:
            level, self._waiting_bullet = self._waiting_bullet, 0
            self._open(line, "bullet", level)
            return
        if (
            self._parts
            and self._kind == "heading"
            and self._look.is_same_heading(self._parts[-1], line)
        ):
            self._parts.append(line)
            return
        if self._look.is_heading(line):
            self._close()
            self._open(line, "heading", 1 if line.size > self._look.size * 1.1 else 2)
            return
        if not self._look.has_layout and self._is_lone_number(line):
            self._close()
            self._waiting_number = text.rstrip(".)")
            return
        if self._waiting_number:
            number, self._waiting_number = self._waiting_number, ""
            self._open(line, "paragraph", 0, number)
            self._last = int(number)
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

    def _lettered(self, text: str) -> re.Match[str] | None:
        """The mark of a point "a)" or "ii)" whose turn it is; text in brackets has no turn."""
        match = _LETTER.match(text)
        if match is None:
            return None
        mark, last = match.group(2), self._letter
        due = {chr(ord(last) + 1) if len(last) == 1 else "", "a", "i"}
        if last in _ROMAN[:-1]:
            due.add(_ROMAN[_ROMAN.index(last) + 1])
        if mark not in due:
            return None
        self._letter = mark
        return match

    def _is_range(self, line: Line, glyph: re.Match[str]) -> bool:
        """Whether the dash joins two numbers between which the line was broken: "21 / – 22"."""
        before = self._parts[-1].text[-1:] if self._parts else ""
        rest = line.text[glyph.end() : glyph.end() + 1]
        return bool(glyph.group(2)) and before.isdigit() and rest.isdigit() and not line.gap

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
        self._waiting_number = ""
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
        self._led_in = text.endswith(":") or (self._is_unmarked_point() and not _ENDED.search(text))
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
                    first.quote,
                )
            )
        self._parts = []

    def _joined(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        pieces: list[str] = []
        length, page, turns = 0, self._parts[0].page, []
        for line in self._parts:
            piece = self._words.resolve(line.text) if SOFT_HYPHEN in line.text else line.text
            if pieces:
                cut, between = glue(pieces[-1], piece, self._words)
                pieces[-1] = pieces[-1][: len(pieces[-1]) - cut] + between
                length += len(between) - cut
            if line.page != page:
                page = line.page
                turns.append((length, page))
            pieces.append(piece)
            length += len(piece)
        return "".join(pieces), tuple(turns)

    # What a line is

    def _is_lone_number(self, line: Line) -> bool:
        """Whether the line is the number of the next paragraph: "12." between blank lines."""
        match = re.fullmatch(r"(\d{1,3})[.)]", line.text)
        if match is None:
            return False
        ended = not self._parts or bool(_ENDED.search(self._parts[-1].text))
        return line.gap or ended or int(match.group(1)) == self._last + 1

    def _is_number(self, line: Line, number: str) -> bool:
        bare = line.text[len(number)] not in ".)"
        begins = bare and number == "1" and self._opens_points()
        if bare and not begins and not (self._last and number == str(self._last + 1)):
            return False  # a number without a full stop counts only where it is due
        if begins or not self._parts or self._kind == "heading":
            return True
        if self._look.has_layout:
            continuation = self._parts[-1].x if len(self._parts) > 1 else line.x + 1
            return line.x < continuation or line.gap or self._look.has_gap(self._parts[-1], line)
        due = not bare and number in ("1", str(self._last + 1))
        return due or line.gap or bool(_ENDED.search(self._parts[-1].text))

    def _opens_points(self) -> bool:
        """Whether points of what must be put right are due: below their heading or its lead-in."""
        above = [block.text for block in self._blocks[-2:]]
        if self._parts:
            above.append(" ".join(part.text for part in self._parts))
        led_in = bool(above) and above[-1].endswith(":")
        return any(is_improvement_heading(text) for text in above[-2 if led_in else -1 :])

    # Whether a block goes on

    def _is_unmarked_point(self) -> bool:
        """Whether the block is a point that lost its mark: a short line below a colon."""
        (first, *more), kind = self._parts, self._kind
        short = first.text[:1].islower() and len(first.text) <= _POINT
        return self._led_in and kind == "paragraph" and short and not more

    def _goes_on(self, line: Line) -> bool:
        last = self._parts[-1]
        text, first = last.text, line.text[0]
        ended = bool(_ENDED.search(text))
        if line.role == "paragraph" or last.role == "paragraph":
            return not ended and first.islower() and last.role != "bullet"
        if self._look.has_layout:
            if self._kind == "bullet" and ended and line.x < self._parts[0].x + 6:
                return False  # back at the margin: a paragraph after the list
            if self._kind == "bullet" and first.isupper() and self._back_at_margin(line, last):
                return False
            if last.page == line.page:
                return not self._look.has_gap(self._parts[-1], line) or (
                    not ended and first.islower()
                )
            if not ended:
                return True
            return self._look.reaches_margin(last) and first.isupper() and self._indented_like(line)
        if _TAGGED.search(" ".join(part.text for part in self._parts[-2:])):
            return False
        if self._is_set_in_as(last, line) or (ended and _parts_points(text, line.text)):
            return False
        if line.gap:
            return not ended and (first.islower() or text[-1] in ",;-–" or text[-1] == SOFT_HYPHEN)
        if ended and len(line.text) < 90 and KNOWN.match(line.text):
            return False
        if self._look.is_unwrapped():
            return not ended and first.islower() and not self._is_unmarked_point()
        return self._look.is_full(text) or (not ended and first.islower())

    def _is_set_in_as(self, last: Line, line: Line) -> bool:
        """Whether it is the next point of a list whose points are only set in below a colon."""
        above = self._blocks[-1].text if self._blocks else ""
        listed = above.endswith(":") or self._listed_at == line.x
        if self._kind != "paragraph" or not line.x or line.x != last.x or not listed:
            return False
        self._listed_at = line.x
        return not self._look.is_full(last.text)

    def _back_at_margin(self, line: Line, last: Line) -> bool:
        """Whether a line cannot be the rest of a bullet: not indented, after a short line."""
        return line.x < self._parts[0].x + 6 and self._look.is_short(last)

    def _indented_like(self, line: Line) -> bool:
        """Whether it stands under the text, not the number or bullet, of the open block."""
        if self._kind == "bullet" or self._number:
            return len(self._parts) > 1 and abs(line.x - self._parts[-1].x) < 6
        return False


def _parts_points(text: str, following: str) -> bool:
    """Whether a line break before or behind a deadline ends a paragraph: "Immediately:"."""
    return any(row.endswith(":") and DEADLINE.match(row) for row in (text, following))


def _cut(line: Line, start: int) -> Line:
    return msgspec.structs.replace(line, text=line.text[start:].lstrip())
