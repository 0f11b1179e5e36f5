"""Recommendations and areas for improvement: numbered, dated, prioritised, tagged."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.document import Recommendation
from store.model.vocabulary import Voice
from store.parsing.blocks import Block
from store.parsing.improvement import (
    improvement_headings,
    is_point,
    is_proposal_heading,
)
from store.parsing.known_headings import DEADLINE, is_improvement_heading
from store.parsing.papers.authorship import enclosed

_PRIORITY: Final = re.compile(r"priority (?:and immediate )?action", re.IGNORECASE)
TAG: Final = re.compile(
    r"\s*\((?P<tag>[^()]{0,120}\b(?:national\s+framework|outcome|enabler|principle)s?\b[^()]{0,120})"
    r"\)\s*\.?$",
    re.IGNORECASE,
)
"""The tag for the Children's Social Care National Framework (DfE, 2023) at a bullet's end."""

LINKED: Final = re.compile(r"\s*\(Recommendations?(?: [\d, and]{1,20})?\)\.?", re.IGNORECASE)
"""The mark with which SIF reports tie a finding to a recommendation."""


def recommendations(blocks: Sequence[Block], own: Voice = "ofsted") -> list[Recommendation]:
    """Every recommendation of the document, in order.

    Args:
        blocks: of the document.
        own: in whose voice it speaks. What a council's paper recommends to its members is no
            point of what must improve, nor is what a board knows of itself; what Ofsted asks for
            in a letter that such a paper encloses is.
    """
    if own == "ofsted":
        return _recommendations(blocks)
    letter = set(enclosed([block.text for block in blocks]))
    theirs = [block for index, block in enumerate(blocks) if index not in letter]
    told = _recommendations(theirs, proposed=False) if own == "council" else []
    return [*told, *_recommendations([blocks[index] for index in sorted(letter)])]


def _recommendations(blocks: Sequence[Block], *, proposed: bool = True) -> list[Recommendation]:
    found: list[Recommendation] = []
    priority = False
    deadline: str | None = None
    depth: int | None = None
    """The level of the last point under this heading, 0 if it has a number."""
    for block, under in zip(blocks, improvement_headings(blocks), strict=True):
        if under is None or (is_proposal_heading(under) and not proposed):
            continue
        if DEADLINE.match(block.text):
            deadline, depth = block.text.rstrip(":"), None
            continue
        if block.kind == "heading":
            depth = None
            if is_improvement_heading(block.text):
                priority, deadline = bool(_PRIORITY.search(block.text)), None
            continue
        listed = block.kind == "bullet" or (block.kind == "paragraph" and block.number)
        if not listed or not is_point(block.text):
            continue
        text = block.text
        level = block.level if block.kind == "bullet" else 0
        if depth is not None and level > depth:
            # A second level spells out the point above it.
            last = found[-1]
            found[-1] = Recommendation(
                f"{last.text} {text}",
                last.number,
                last.priority,
                last.deadline,
                last.framework_tag,
            )
            continue
        depth = level
        tag = TAG.search(text)
        found.append(
            Recommendation(
                text=text[: tag.start()].rstrip() if tag else text,
                number=block.number,
                priority=priority,
                deadline=deadline,
                framework_tag=tag.group("tag").strip() if tag else None,
            )
        )
    return found
