"""The grades of inspections of 2009 to 2012, which judged safeguarding and care apart.

"Record of main findings" lists a part of rows for "Safeguarding services" and one for "Services
for looked after children"; each begins with its overall effectiveness and its capacity to
improve. The sections of the report repeat both. No single grade is printed for the two together.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.model.vocabulary import Grade
from store.parsing.reports.judgements import normal_grade

_PART: Final = re.compile(
    r"(?:the inspection outcomes\W+)?(?:(?P<safeguarding>safeguarding services)"
    r"|(?P<looked_after>(?:services for )?looked[ -]after children(?: services)?))\W*$",
    re.IGNORECASE,
)
_ROW: Final = re.compile(
    r"(?P<row>overall effectiveness|(?P<capacity>capacity (?:for|to) improve(?:ment)?))\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_GRADE: Final = re.compile(
    r"\b(?:grade (?P<number>[1-4])\b|(?P<word>outstanding|good|adequate|inadequate))", re.IGNORECASE
)
_NUMBERED: Final[dict[str, Grade]] = {
    "1": "outstanding",
    "2": "good",
    "3": "adequate",
    "4": "inadequate",
}
REACH: Final = 3
"""A row and its grade take up at most this many lines."""
LONGEST_ROW: Final = 90


class PartGrade(NamedTuple):
    area: str
    grade: Grade
    printed: str


def has_two_parts(lines: Sequence[Line]) -> bool:
    """Whether safeguarding is judged in a part of its own."""
    found = [match for line in lines if (match := _PART.match(line.text))]
    return {match.lastgroup for match in found} >= {"safeguarding", "looked_after"}


def part_grades(lines: Sequence[Line]) -> Iterator[PartGrade]:
    """Each grade of the two parts, in printed order; the record and the sections both tell them."""
    part: str | None = None
    for index, line in enumerate(lines):
        named = _PART.match(line.text)
        if named:
            part = named.lastgroup
            continue
        row = _ROW.match(line.text)
        if row is None or part is None or line.text.endswith("."):
            continue
        area = f"{part}_capacity" if row.group("capacity") else part
        printed = line.text
        for after in (None, *lines[index + 1 : index + REACH]):
            if after is not None:
                if _ROW.match(after.text) or _PART.match(after.text) or len(after.text) > 40:
                    break
                printed = f"{printed} {after.text}"
            grade = _grade_of(printed)
            if grade is not None:
                yield PartGrade(area, grade, printed)
                break


def _grade_of(row: str) -> Grade | None:
    match = _GRADE.search(row)
    if match is None:
        return None
    number = match.group("number")
    return _NUMBERED[number] if number else normal_grade(match.group("word"))


def rows_of_record(lines: Sequence[Line], start: int) -> range:
    """The lines that the record takes up, its heading first: none of them is a sentence."""
    end = start + 1
    while end < len(lines) and len(lines[end].text) < LONGEST_ROW:
        if lines[end].text.endswith("."):
            break
        end += 1
    return range(start, end)
