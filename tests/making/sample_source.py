"""The source form of a made sample: a front matter and blocks of lightly marked text.

Marks: `#` title, `##` heading, `###` subheading, `- ` or `* ` bullet, `12. ` numbered
paragraph, `| a | b |` table row, `>> ` letterhead line, `[1] ` footnote of the first page,
`=== page ===` page break, a line ending in a backslash breaks there; inside a line
`**bold**` and `^raised^`. The first block is the note that says what the document is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

Kind = Literal[
    "note",
    "title",
    "heading",
    "subheading",
    "paragraph",
    "bullet",
    "dot",
    "numbered",
    "table",
    "letterhead",
    "footnote",
    "page",
]

_OPENINGS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(r"### "), "subheading"),
    (re.compile(r"## "), "heading"),
    (re.compile(r"# "), "title"),
    (re.compile(r"- "), "bullet"),
    (re.compile(r"\* "), "dot"),
    (re.compile(r"(?P<mark>\d+\.) "), "numbered"),
    (re.compile(r"(?P<mark>)(?=\| )"), "table"),
    (re.compile(r">> ?"), "letterhead"),
    (re.compile(r"\[(?P<mark>\d)\] "), "footnote"),
    (re.compile(r"=== page ===$"), "page"),
)


@dataclass(frozen=True)
class Block:
    """One paragraph, bullet, table or mark of the source."""

    kind: Kind
    text: str = ""
    """The words, with inline marks still in them; lines are joined, breaks are newlines."""
    mark: str = ""
    """The number of a numbered paragraph or footnote."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, row by row."""


@dataclass(frozen=True)
class Sample:
    """A document to be made."""

    name: str
    settings: dict[str, str]
    blocks: tuple[Block, ...]

    @property
    def file_name(self) -> str:
        """The name of the file that is made from it."""
        return f"{self.name}.{self.settings['form']}"


def read_sample(path: Path) -> Sample:
    """Read one source file."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    settings = dict(line.split(": ", 1) for line in front.splitlines())
    chunks = [
        block
        for chunk in re.split(r"\n\s*\n", body.strip())
        for block in _blocks_of(chunk.splitlines())
    ]
    return Sample(path.stem, settings, (Block("note", chunks[0].text), *chunks[1:]))


def _blocks_of(lines: list[str]) -> list[Block]:
    """The blocks of one run of lines: a list, a letterhead, a table or a paragraph."""
    kind, _, _ = _opening(lines[0])
    if kind == "table":
        return [Block("table", rows=tuple(_cells(line) for line in lines))]
    if kind == "paragraph":
        return [Block("paragraph", _joined(lines))]
    return [Block(kind, text, mark) for kind, mark, text in map(_opening, lines)]


def _opening(line: str) -> tuple[Kind, str, str]:
    """What a line opens, its mark, and the words after it."""
    for pattern, kind in _OPENINGS:
        if found := pattern.match(line):
            return kind, found.groupdict().get("mark") or "", line[found.end() :]
    return "paragraph", "", line


def _joined(lines: list[str]) -> str:
    """Lines as one text: a backslash at the end keeps the break."""
    broken = (line[:-1] + "\n" if line.endswith("\\") else line + " " for line in lines)
    return "".join(broken).strip()


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("| ").split(" | "))


def runs(text: str) -> list[tuple[str, Literal["plain", "bold", "raised"]]]:
    """A text cut at its inline marks."""
    pieces: list[tuple[str, Literal["plain", "bold", "raised"]]] = []
    for piece in re.split(r"(\*\*.+?\*\*|\^\d\^)", text):
        if piece.startswith("**"):
            pieces.append((piece[2:-2], "bold"))
        elif re.fullmatch(r"\^\d\^", piece):
            pieces.append((piece[1:-1], "raised"))
        elif piece:
            pieces.append((piece, "plain"))
    return pieces


def grouped(blocks: tuple[Block, ...]) -> list[tuple[Kind, list[Block]]]:
    """Blocks in runs of one kind, so that a letterhead or a list stays together."""
    return [(kind, list(run)) for kind, run in groupby(blocks, key=lambda block: block.kind)]
