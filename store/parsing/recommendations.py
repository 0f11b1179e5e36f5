"""Recommendations and areas for improvement: numbered, dated, prioritised, tagged."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.document import Recommendation
from store.parsing.blocks import Block

_UNDER: Final = re.compile(
    r"(?:what (?:needs|does .{1,40} need) to improve|areas? for (?:improvement|priority action)"
    r"|priority and immediate action|recommendations?\b)",
    re.IGNORECASE,
)
_PRIORITY: Final = re.compile(r"priority (?:and immediate )?action", re.IGNORECASE)
_DEADLINE: Final = re.compile(
    r"(?:immediately|within (?:\w+ ){1,3}(?:days?|weeks?|months?|years?))(?: of [^:]{3,60})?:?$",
    re.I,
)
_LEADS_IN: Final = re.compile(r"should take the following actions?\W*$", re.IGNORECASE)
_OTHER_PART: Final = re.compile(
    r"strength|progress since|summary|information about|judge?ment|findings", re.IGNORECASE
)
_NO_ACTION: Final = re.compile(
    r"there (?:are|were) no areas? for (?:priority|immediate)|^none\b", re.IGNORECASE
)
TAG: Final = re.compile(
    r"\s*\((?P<tag>[^()]{0,120}\b(?:national\s+framework|outcome|enabler|principle)s?\b[^()]{0,120})"
    r"\)\s*\.?$",
    re.IGNORECASE,
)
"""The tag for the Children's Social Care National Framework (DfE, 2023) at a bullet's end."""

LINKED: Final = re.compile(r"\s*\(Recommendations?(?: [\d, and]{1,20})?\)\.?", re.IGNORECASE)
"""The mark with which SIF reports tie a finding to a recommendation."""


def is_improvement_heading(heading: str) -> bool:
    """Whether what stands under this heading must be put right."""
    return bool(_UNDER.match(heading))


def recommendations(blocks: Sequence[Block]) -> list[Recommendation]:
    """Every recommendation of the document, in order."""
    found: list[Recommendation] = []
    under = priority = False
    deadline: str | None = None
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            if _DEADLINE.match(block.text):
                deadline = block.text.rstrip(":")
                continue
            strange = _OTHER_PART.search(block.text)
            if under and not strange and _counts_on(found, blocks[index + 1 : index + 2]):
                continue  # a subheading: the numbers run on below it
            under = is_improvement_heading(block.text)
            priority, deadline = bool(_PRIORITY.search(block.text)), None
            continue
        if not under or block.kind not in ("bullet", "paragraph"):
            continue
        if _DEADLINE.match(block.text):
            deadline = block.text.rstrip(":")
            continue
        if _NO_ACTION.match(block.text) or not (block.kind == "bullet" or block.number):
            continue
        text = block.text
        if _LEADS_IN.search(text):
            continue
        if block.kind == "bullet" and found and (block.level > 1 or found[-1].number):
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


def _counts_on(found: Sequence[Recommendation], after: Sequence[Block]) -> bool:
    """Whether the next block bears the number after the last recommendation's."""
    last = found[-1].number if found else None
    following = after[0].number if after else None
    return bool(last and following) and following == str(int(float(last or 0)) + 1)
