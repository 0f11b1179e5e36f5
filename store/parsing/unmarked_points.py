"""The points of a list that lost its bullets in a copy: lines below a lead-in with a colon."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.known_headings import KNOWN

_BEGINS_ELSEWHERE: Final = re.compile(
    r"(?:yours|dear|this (?:visit|letter|inspection)|the (?:visit|inspection|inspectors)"
    r"|inspectors|we)\b",
    re.IGNORECASE,
)
"""What begins a paragraph of its own, and names nothing that a visit looks at."""
_ENDS_POINT: Final = re.compile(r"(?:[;,.]|\band)$")
LONGEST: Final = 250
"""A longer line is a paragraph and no point."""
MOST: Final = 12
WRAPPED: Final = 0.7
"""A line shorter than this share of the longest one was not broken because it was full."""


def unmarked_points(lines: Sequence[Line], lead_in: str) -> list[str]:
    """The points right below the line with which the paragraph `lead_in` ends.

    Points that stand together end at the next blank line. Points that are paragraphs of their
    own end at the first that a capital opens: it may as well be a heading.
    """
    at = _last_line_of(lead_in, lines)
    if at is None:
        return []
    full = max(len(line.text) for line in lines)
    points: list[str] = []
    together = False
    for place, line in enumerate(lines[at + 1 : at + 1 + MOST]):
        text = line.text.strip()
        if line.role or not _may_be_point(text, points):
            break
        if points and line.gap and (together or not text[0].islower()):
            break
        together = together or bool(points and not line.gap)
        before = lines[at + place].text
        wraps = len(before) >= WRAPPED * full and not line.gap and text[0].islower()
        if points and wraps and not _ENDS_POINT.search(points[-1]):
            points[-1] = f"{points[-1]} {text}"
        else:
            points.append(text)
    return [point_trimmed(point) for point in points]


def _last_line_of(lead_in: str, lines: Sequence[Line]) -> int | None:
    for index, line in enumerate(lines):
        text = line.text.rstrip()
        if text.endswith(":") and lead_in.rstrip().endswith(text[-40:]):
            return index
    return None


def _may_be_point(text: str, points: Sequence[str]) -> bool:
    """Whether a line is no paragraph: a capital opens points only where none ends like one."""
    if not text or len(text) > LONGEST or KNOWN.match(text) or _BEGINS_ELSEWHERE.match(text):
        return False
    sentence = text[0].isupper() and text.endswith(".")
    return not sentence or not points or points[-1].endswith(".")


def point_trimmed(text: str) -> str:
    """ "the quality of plans; and" -> "the quality of plans"."""
    return text.rstrip(" .;,").removesuffix(" and").rstrip(";, ")
