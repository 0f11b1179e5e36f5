"""Grades that the sections of a report repeat at their heads.

"The experiences and progress of children in care: good" (ILACS), a box with the grade beside
the heading, "The graded judgement for adoption performance is that it is good" (both SIF).
They fill gaps of the table and confirm it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.model.line import Line
from store.model.vocabulary import Grade
from store.parsing.reports.areas import Area
from store.parsing.reports.judgements import normal_grade

_START: Final = re.compile(
    r"(?:\d\.?\d?\s+)?(?:the (?:impact of|experiences? and)|experiences? and progress|"
    r"the graded judge?ment|leadership,? management and)\b",
    re.IGNORECASE,
)
_GRADED: Final = re.compile(
    r"(?::|\b(?:is|are|it|of|care|leavers|families|protection|permanence|performance|governance))"
    r"\s*(?:judged (?:to be )?)?"
    r"(?P<grade>outstanding|good|inadequate|adequate|requires? improvement(?: to be good)?)\b",
    re.IGNORECASE,
)
REACH: Final = 4
"""A heading and its grade take up at most this many lines."""


def section_grades(
    lines: Sequence[Line], areas: Sequence[Area], after: int
) -> dict[str, tuple[Grade, str]]:
    """The grade and the printed words for each area whose section repeats it.

    Args:
        lines: of the whole document.
        areas: those to look for.
        after: index of the last line of the cover's table.
    """
    found: dict[str, tuple[Grade, str]] = {}
    for heading, ends in _headings(lines, after):
        for area, pattern in areas:
            match = pattern.search(heading)
            if match is None or match.start() > 75 or area in found:
                continue
            for graded in _GRADED.finditer(heading, max(0, match.start() - 1)):
                # Prose may speak of "good" plans; the grade of a heading ends its line.
                grade = normal_grade(graded.group("grade").lower().replace("require ", "requires "))
                if grade and _ends_line(heading, graded.end(), ends):
                    found[area] = (grade, heading[: graded.end()])
                    break
            break
    return found


def _headings(lines: Sequence[Line], after: int) -> Iterator[tuple[str, list[int]]]:
    """Lines that may begin such a heading, joined with those behind them, and all line ends."""
    for index in range(after + 1, len(lines)):
        if not _START.match(lines[index].text):
            continue
        text, ends = "", []
        for line in lines[index : index + REACH]:
            if text and (line.page != lines[index].page or len(text) > 200):
                break
            text += (" " if text else "") + line.text
            ends.append(len(text))
        yield text, ends


def _ends_line(text: str, end: int, ends: Sequence[int]) -> bool:
    return any(at >= end and not text[end:at].strip(" .*0123456789") for at in ends)
