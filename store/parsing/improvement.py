"""How far a heading over what must be put right reaches: up to the heading over something else.

Reports set subheadings and deadlines below "Recommendations" or "What needs to improve", and
some of their parts follow with headings no larger. The numbers of the points tell the two apart,
and the words of the heading.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.blocks import Block
from store.parsing.known_headings import DEADLINE, KNOWN, is_improvement_heading

_OTHER: Final = re.compile(
    r"strength|progress since|summary|information about|judge?ment|findings|overview|background"
    r"|introduction|conclusion|next steps|\bstudy\b|experiences? and progress|impact of leaders"
    r"|overall effectiveness|\bgrade \d|\b(?:outstanding|good|adequate|inadequate|improvement)\.?$",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(r"recommendations?\b(?!.*\b(?:ofsted|inspect))", re.IGNORECASE)
_LEADS_IN: Final = re.compile(r"should take the following actions?\W*$", re.IGNORECASE)
_NO_ACTION: Final = re.compile(
    r"\bno (?:(?:new|further|other|specific) )?(?:areas? (?:for|of)|recommendations?)\b|^none\b"
    r"|^not applicable\b",
    re.IGNORECASE,
)


def is_proposal_heading(heading: str) -> bool:
    """Whether, in a council's paper, its members are asked to decide what stands under it."""
    return bool(_PROPOSED.match(heading))


def opens_something_else(heading: str) -> bool:
    """Whether a heading cannot stand over points of what must be put right."""
    return bool(_OTHER.search(heading)) and not is_improvement_heading(heading)


def is_point(text: str) -> bool:
    """Whether a paragraph or bullet under such a heading is itself something to put right."""
    return not (_LEADS_IN.search(text) or _NO_ACTION.search(text))


def improvement_headings(blocks: Sequence[Block]) -> list[str | None]:
    """For each block the heading over what must be put right that reaches it; else None."""
    found: list[str | None] = []
    under: Block | None = None
    last: str | None = None
    """The number of the last numbered point below it."""
    for index, block in enumerate(blocks):
        if block.kind != "heading":
            if under is not None and (block.number or not is_point(block.text)):
                last = block.number if is_point(block.text) else None
        elif is_improvement_heading(block.text):
            under, last = block, None
        elif under is not None and not DEADLINE.match(block.text):
            first = blocks[index - 1] is under
            if not _is_subheading(block, under, blocks[index + 1 : index + 2], last, first):
                under = None
        found.append(under.text if under is not None else None)
    return found


def _is_subheading(
    heading: Block, above: Block, after: Sequence[Block], last: str | None, first: bool
) -> bool:
    """Whether points go on below a heading: their numbers run on, or it parts a list of them."""
    if not after or opens_something_else(heading.text):
        return False
    point = after[0]
    if last and point.number == str(int(float(last)) + 1):
        return True
    listed = point.kind == "bullet" or (first and point.number is not None)
    return listed and heading.level >= above.level and not KNOWN.match(heading.text)
