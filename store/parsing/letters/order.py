"""The parts of a letter in the order in which letters have them, whatever a copy made of it."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.known_headings import KNOWN

HEAD_LINES: Final = 60
ABOVE_LINES: Final = 8
"""A date, a title and the rows of a letterhead may stand above such an opening."""
ADDRESS_ROW: Final = 60
_DEAR: Final = re.compile(r"dear\s+[^,]{1,80}?[,:]?\s*$", re.IGNORECASE)
_TITLE: Final = re.compile(
    r"(?:monitoring|focuss?ed|assurance) visit\b|visit (?:to|of)\b|joint targeted area inspection",
    re.IGNORECASE,
)
_TELLS_OF_VISIT: Final = re.compile(
    r"(?:this letter (?:summarises|sets out|contains)\b"
    r"|.{0,120}\b(?:visited\b|(?:carried out|undertook|conducted) (?:a|the|this|their)\b"
    r"|(?:this|the) (?:visit|letter) (?:was|is)\b).{40,})",
    re.IGNORECASE,
)


def in_order(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, a title and an opening from above the address put behind the salutation."""
    head = lines[:HEAD_LINES]
    dear = next((i for i, line in enumerate(head) if _DEAR.match(line.text)), None)
    if dear is None:
        return lines
    begins = next(
        (i for i, line in enumerate(head[:dear]) if _TELLS_OF_VISIT.match(line.text)), None
    )
    if begins is None or begins > ABOVE_LINES:
        return lines
    end = begins + 1
    while end < dear and not lines[end].gap and not lines[end - 1].text.endswith("."):
        end += 1
    address = lines[end:dear]
    if not address or any(len(row.text) > ADDRESS_ROW for row in address):
        return lines
    if begins and _TITLE.match(lines[begins - 1].text):
        begins -= 1
    moved = lines[begins:end]
    return [*lines[:begins], *address, lines[dear], *moved, *lines[dear + 1 :]]


def before_headings(rows: Sequence[Line]) -> str:
    """The text that opens a letter, up to the first heading that letters have."""
    end = next((i for i, line in enumerate(rows) if KNOWN.match(line.text)), len(rows))
    return " ".join(line.text for line in rows[:end])
