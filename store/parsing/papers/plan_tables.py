"""Tables of a council's plan, whose columns are what Ofsted said and what the council will do.

A cell is a text of its own there, however short, and the column tells whose it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from store.parsing.blocks import Block

_SAID: Final = re.compile(
    r"(?:what )?(?:ofsted|inspectors?|(?:the )?inspection)(?:['’]s?)? ?(?:said|found|told us|report"
    r"|findings?|recommendations?|feedback|comments?|judge?ments?|area for improvement)?"
    r"|(?:ofsted |inspection |key )?(?:findings?|recommendations?)(?: (?:from|of|by) .{2,30})?"
    r"|areas? (?:for|of) (?:improvement|development|priority action)(?: .{2,40})?",
    re.IGNORECASE,
)
"""The head of a column that repeats what Ofsted said."""
_DONE: Final = re.compile(
    r"what (?:we|has|have|will|needs?)\b.{0,40}"
    r"|(?:key |our |planned |agreed )?(?:actions?|responses?|progress|updates?|outcomes?|impact"
    r"|evidence|milestones?|measures? of success)\b.{0,40}",
    re.IGNORECASE,
)
"""The head of a column in which the council speaks."""
_REFERENCE: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?\.?")
WORDY: Final = 6
"""A cell of so many words is a text in whatever column it stands."""


def with_cells(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a block for each text of such a table in the place of its row."""
    found: list[Block] = []
    heads: list[str] = []
    for block in blocks:
        cells = block.text.split("\t") if block.kind == "cell" else []
        if heads and len(cells) == len(heads):
            found.extend(_texts(block, cells, heads))
            continue
        heads = cells if is_head(cells) else []
        found.append(block)
    return found


def is_head(cells: Sequence[str]) -> bool:
    """Whether these are the heads of the columns of such a table."""
    said = sum(bool(_SAID.fullmatch(cell.strip())) for cell in cells)
    done = sum(bool(_DONE.fullmatch(cell.strip())) for cell in cells)
    return bool(said and done)


def _texts(row: Block, cells: Sequence[str], heads: Sequence[str]) -> Iterator[Block]:
    """The texts of a row; the short cells between them, as who does it by when, are one."""
    number: str | None = None
    short: list[str] = []
    for cell, head in zip(cells, heads, strict=True):
        said = bool(_SAID.fullmatch(head.strip()))
        if not (said or _DONE.fullmatch(head.strip()) or len(cell.split()) >= WORDY):
            if _REFERENCE.fullmatch(cell.strip()) and not short:
                number = cell.strip(" .")
            else:
                short.append(cell)
            continue
        if any(short):
            yield _part(row, "\t".join(short))
        short = []
        if cell.strip():
            yield _part(row, cell, number, said=said)
    if any(short):
        yield _part(row, "\t".join(short))


def _part(row: Block, text: str, number: str | None = None, *, said: bool = False) -> Block:
    return msgspec.structs.replace(row, text=text.strip(), number=number, inspectors=said, turns=())
