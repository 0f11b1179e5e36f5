"""Which blocks are headings, and which larger part of a report they belong to."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.parsing.blocks import Block
from store.parsing.improvement import opens_something_else
from store.parsing.known_headings import KNOWN, is_improvement_heading
from store.parsing.nested_points import joined_points
from store.parsing.plain_points import plain_points

_NOTE_MARK: Final = re.compile(r"(?<=[a-z?)])\d{1,2}$")
PART: Final = re.compile(
    r"(?:section \d|executive summary|recommendations?$|summary for children"
    r"|the experiences and progress of|leadership,? management and|information about this"
    r"|the (?:\w+ )?local (?:authority(?! (?:has|is|requires)\b)|safeguarding)"
    r"|what (?:the|needs|does)|the impact of leaders"
    r"|overall effectiveness|capacity (?:to improve|for improvement)|outcomes for looked"
    r"|quality of provision"
    r"|inspection judgements about|inspection findings\W+\w|record of main)",
    re.IGNORECASE,
)
"""Headings that open a part of a report; "Summary" and "Inspection findings" recur below them."""

CONTEXT: Final = re.compile(
    r"(?:areas? covered by|information about|service information|about this inspection"
    r"|previous ofsted|other ofsted inspections|local leadership|children (?:living|looked after)"
    r" in this area|child protection in this area|other information about"
    r"|what (?:the )?.{0,40}judge?ments? mean|the inspection (?:judgements and|team)"
    r"|our approach|scope of the)",
    re.IGNORECASE,
)
"""Headings over text that tells the circumstances and finds nothing."""

DEFINITIONS: Final = re.compile(r".{0,40}judge?ments? (?:and what they )?mean", re.IGNORECASE)


def tells_circumstances(section: str, part: str) -> bool:
    """Whether what stands in a section finds nothing: by its own heading or that of its part.

    In a text copy a part may be lost sight of: findings headed as such are never circumstances.
    """
    if CONTEXT.match(section):
        return True
    finds = is_improvement_heading(section) or opens_something_else(section)
    return bool(CONTEXT.match(part)) and not finds


def with_headings(blocks: Sequence[Block], has_layout: bool) -> list[Block]:
    """The blocks with those paragraphs made headings that can be nothing else.

    Layout and markup have told the headings of PDF, HTML and Word files already; plain text
    tells them by standing alone, being short and not ending like a sentence.
    """
    found = []
    points = plain_points(blocks)
    for index, block in enumerate(blocks):
        if index in points:
            found.extend(points[index])
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind == "paragraph" and block.number is None and after is not None:
            known = KNOWN.match(_NOTE_MARK.sub("", block.text))
            if known or (not has_layout and _stands_alone(block.text, after)):
                text = _NOTE_MARK.sub("", block.text)
                found.append(msgspec.structs.replace(block, text=text, kind="heading", level=2))
                continue
        found.append(block)
    return joined_points(found)


def _stands_alone(text: str, after: Block) -> bool:
    words = text.split()
    return (
        len(text) <= 90
        and 1 <= len(words) <= 14
        and text[0].isupper()
        and text[-1] not in ".,;:!…\"'’”)"
        and any(char.isalpha() for char in text)
        and not re.search(r"\d{4}$|@|\bwww\.|^\W", text)
        and (after.kind == "bullet" or len(after.text) > 60 or after.number is not None)
    )
