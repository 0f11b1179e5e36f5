"""Points of what must be put right whose parts are points of their own, made one point again.

"The consistency of:" with "supervision, and" and "management oversight." below it names two
things that must improve; the first line by itself says nothing, and the last no more than half.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.parsing.blocks import Block
from store.parsing.improvement import improvement_headings

PART: Final = 100
"""In characters; what is longer stands for itself."""
_ENDS: Final = re.compile(r"[.!?][\"'’”)]*$")


def joined_points(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each point that ends with a colon whole with the parts that go on with it."""
    if not any(_leads_in(block) for block in blocks):
        return list(blocks)
    found: list[Block] = []
    leads = False
    for block, under in zip(blocks, improvement_headings(blocks), strict=True):
        if leads and under is not None and _goes_on(found[-1], block):
            found[-1] = _joined(found[-1], block)
            leads = not _ENDS.search(block.text)
            continue
        found.append(block)
        leads = under is not None and _leads_in(block)
    return found


def _leads_in(block: Block) -> bool:
    return block.kind == "bullet" and block.text.endswith(":")


def _goes_on(point: Block, block: Block) -> bool:
    """Whether a bullet is no sentence and no task of its own, but a part of the point above."""
    part = block.kind == "bullet" and block.number is None and block.level >= point.level
    return part and block.text[:1].islower() and len(block.text) <= PART


def _joined(point: Block, part: Block) -> Block:
    start = len(point.text) + 1
    page = point.page_at(start)
    turned = ((start, part.page),) if part.page != page else ()
    later = tuple((at + start, number) for at, number in part.turns)
    return msgspec.structs.replace(
        point, text=f"{point.text} {part.text}", turns=(*point.turns, *turned, *later)
    )
