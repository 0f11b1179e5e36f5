"""The judgements of a report: table, headline, section headings, safeguarding board."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.model.vocabulary import Grade
from store.parsing.facts import Facts
from store.parsing.reports.areas import ILACS_AREAS, LAC_AREAS, SIF_AREAS, Area
from store.parsing.reports.board import read_board
from store.parsing.reports.cover import Cover, consume, first_row
from store.parsing.reports.judgements import Row, is_grade_line, normal_grade, read_table
from store.parsing.reports.section_grades import section_grades
from store.parsing.reports.two_part_record import has_two_parts, part_grades, rows_of_record

_HEADLINE: Final = re.compile(
    r"(?:the overall judgement is(?: that)?(?: children.?s services?)?(?: in [\w ,&’'-]{2,50}?)?"
    r"|(?:children.?s services?|services for children) in [\w ,&’'.-]{2,60}?)\s*(?:is|are)?\s+"
    r"(?P<grade>outstanding|good|inadequate|adequate|requires? improvement(?: to be good)?)\b",
    re.IGNORECASE,
)
_ILACS_TABLE: Final = re.compile(r"judge?ments?\b|(?:the )?impact of leaders", re.IGNORECASE)
_SIF_TABLE: Final = re.compile(r"(?:1[.)]?\s*)?children who need help and", re.IGNORECASE)
_RECORD: Final = re.compile(r"record of main findings", re.IGNORECASE)
TABLE_LINES: Final = 30
"""Five labels over three lines each, and their grades over as many."""


def read_judgements(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    """All grades, and a note where table and section headings confirm each other."""
    if facts.framework == "lac":
        start = _last(lines, _RECORD)
        if has_two_parts(lines):
            _read_parts(lines, start, facts)
        elif start is not None:
            rows, used = read_table(lines[start + 1 :], LAC_AREAS)
            _take(rows, facts)
            facts.consumed.update(range(start, start + 2 + max(used, default=-1)))
    elif facts.framework in ("ilacs", "ilacs-short"):
        rows, end = _table(cover, first_row(cover, _ILACS_TABLE), ILACS_AREAS, facts)
        _check_headings(lines, ILACS_AREAS[:-1], rows, end, facts)
    elif facts.framework == "lscb":
        read_board(lines, cover, facts)
    else:
        rows, end = _table(cover, first_row(cover, _SIF_TABLE), SIF_AREAS, facts)
        _read_headline(cover, facts)
        read_board(lines, cover, facts)
        _check_headings(lines, SIF_AREAS, rows, end, facts)


def _read_parts(lines: Sequence[Line], record: int | None, facts: Facts) -> None:
    """The grades of safeguarding and of care; the record at the end overrules the sections."""
    for area, grade, printed in part_grades(lines):
        facts.judgements[area] = grade
        facts.evidence[f"judgements.{area}"] = printed
    if record is not None:
        facts.consumed.update(rows_of_record(lines, record))


def _last(lines: Sequence[Line], pattern: re.Pattern[str]) -> int | None:
    found = [index for index, line in enumerate(lines) if pattern.match(line.text)]
    return found[-1] if found else None


def _table(
    cover: Cover, start: int | None, areas: Sequence[Area], facts: Facts
) -> tuple[list[Row], int]:
    """The rows of the cover's table, and the index of the last line it takes up."""
    if start is None:
        return [], max((index for index, _ in cover), default=0)
    rows, used = _read(cover, start, areas)
    above = start
    while above and is_grade_line(cover[above - 1][1].text) and not all(row.sure for row in rows):
        # The first row's grade may be drawn above it; or it is the end of the headline.
        above -= 1
        more, taken = _read(cover, above, areas)
        if all(row.sure for row in more):
            rows, used, start = more, taken, above
    _take(rows, facts)
    places = range(start, start + max(used, default=-1) + 1)
    facts.consumed.update(cover[place][0] for place in places)
    return rows, cover[places[-1]][0] if places else cover[start][0]


def _read(cover: Cover, start: int, areas: Sequence[Area]) -> tuple[list[Row], set[int]]:
    return read_table([line for _, line in cover[start : start + TABLE_LINES]], areas)


def _take(rows: Sequence[Row], facts: Facts) -> None:
    for row in rows:
        facts.judgements[row.area] = row.grade
        facts.saw(f"judgements.{row.area}", row.printed)


def _read_headline(cover: Cover, facts: Facts) -> None:
    match = _HEADLINE.search(" ".join(line.text for _, line in cover))
    if not match:
        return
    grade = normal_grade(match.group("grade").lower().replace("require ", "requires "))
    if grade is not None:
        facts.judgements["overall"] = grade
        facts.saw("judgements.overall", match.group())
    consume(match, cover, facts)


def _check_headings(
    lines: Sequence[Line], areas: Sequence[Area], rows: Sequence[Row], end: int, facts: Facts
) -> None:
    """The section headings repeat the grades: they fill gaps and confirm the table.

    Where the table has a gap, which may have moved its other grades, they overrule it.
    """
    sure = {row.area for row in rows if row.sure}
    agreed = 0
    for area, (grade, printed) in section_grades(lines, areas, end).items():
        if facts.judgements.get(area) == grade:
            agreed += 1
        elif area not in facts.judgements and _is_split(area, facts.judgements):
            continue
        elif area in sure:
            facts.notes.append(f"the heading of its section grades {area} otherwise: {grade}")
        else:
            facts.judgements[area] = grade
            facts.evidence[f"judgements.{area}"] = " ".join(printed.split())
    if agreed >= 2:
        facts.notes.append(f"{agreed} grades of the table are confirmed by section headings")


def _is_split(area: str, judgements: dict[str, Grade]) -> bool:
    """Whether care is judged already, in the other of the two layouts of the table."""
    both = "in_care_and_care_leavers"
    return (
        both in judgements
        if area in ("in_care", "care_leavers")
        else (area == both and "in_care" in judgements)
    )
