"""Figures in the rows of tables, whose measures stand at the head of a column or of the row.

A row is a sentence whose cells stand between tabs. Three tables are read: one with a measure at the
head of each column ("Team, Average caseload, Vacancies"), one with a date at the head of each
("Measure, Feb 2025, July 2025") and one with a single column of numbers. A cell is read as "Average
caseload: 22" would be in running text. Of any other table nothing is read, for nobody can say which
of its numbers is today's.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from store.model.document import Figure, Sentence
from store.parsing.figures.direction import direction_between
from store.patterns import compiled

Read = Callable[[str, int], list[Figure]]
"""Gives the figures of a text, as figures of the sentence of an index."""

_WORDIEST: Final = 12
"""A cell of more words is a text of its own, and its table only a way to lay out a page."""
_NUMBER: Final = re.compile(r"[\d.,]+ ?%?")
_UNIT: Final = (
    r" ?\((?:(?P<percent>%|per ?cent|percent(?:age)?)|fte|wte|no\.?|nos\.?|number|count|headcount"
    r"|average|mean|cases|posts|people|children|days|weeks)\)"
)
"""The unit of a row or column, in brackets after its measure: "Vacancies (FTE)"."""
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE: Final = (
    r"(?:as )?(?:at |on )?(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?P<month>jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)[a-z]*\.? |q(?P<quarter>[1-4]),? )?(?P<year>20\d\d)(?: ?[-–/] ?(?:20)?\d\d)?"
)
_QUARTER: Final = re.compile(r"(?i)(?:q|qtr |quarter )([1-4])")
_ELSEWHERE: Final = (
    r"\b(?:target|england|national\w*|neighbours?|region\w*|benchmark|change|trend|rag|comments?"
    r"|rating)\b"
)
_TOTAL: Final = (
    r"(?:grand )?total|all(?: teams| services)?|overall|council(?: total)?|whole service"
)


def in_tables(sentences: Sequence[Sentence], read: Read) -> Mapping[int, list[Figure]]:
    """The figures of each row of a table, by the index of its sentence; a row of which nothing can
    be read has an empty list. What is no row is not in it."""
    found: dict[int, list[Figure]] = {}
    for rows in _tables(sentences):
        found |= {index: [] for index, _ in rows}
        for figure in _figures(rows, read):
            found[figure.sentence].append(figure)
    return found


def _tables(sentences: Sequence[Sentence]) -> Iterator[list[tuple[int, list[str]]]]:
    """Rows that follow each other and have as many cells, with their indexes."""
    table: list[tuple[int, list[str]]] = []
    for index, sentence in enumerate(sentences):
        if "\t" not in sentence.text:
            continue
        cells = [" ".join(cell.split()) for cell in sentence.text.split("\t")]
        if any(len(cell.split()) > _WORDIEST for cell in cells):
            continue
        if table and (table[-1][0] != index - 1 or len(table[-1][1]) != len(cells)):
            yield table
            table = []
        table.append((index, cells))
    if table:
        yield table


def _figures(table: Sequence[tuple[int, list[str]]], read: Read) -> Iterator[Figure]:
    """The figures of a table, row by row."""
    (_, heads), *rows = table
    if any(_NUMBER.fullmatch(cell) and not _date(cell) for cell in heads[1:]):
        heads, rows = [""] * len(heads), list(table)
    own = [
        column
        for column in range(1, len(heads))
        if not compiled(_ELSEWHERE).search(heads[column].lower())
    ]
    dates = {column: date for column in own if (date := _date(heads[column]))}
    dates = dates or _quarters([heads[column] for column in own], own)
    if len(dates) == len(own) == len(set(dates.values())) and dates:
        last = sorted(dates, key=lambda column: dates[column])[-2:]
        for index, cells in rows:
            yield from _over_time(cells[0], [cells[column] for column in last], index, read)
        return
    named = [
        column
        for column in own
        if any(read(_cell(heads[column], number), 0) for number in ("7", "7%"))
    ]
    totals = [row for row in rows if re.fullmatch(_TOTAL, row[1][0].lower())]
    for index, cells in (totals or rows) if named else rows:
        for column in named:
            yield from read(_cell(heads[column], cells[column]), index)
        if len(own) == 1 and not named:
            in_percent = "%" if heads[own[0]] == "%" else ""
            yield from read(_cell(cells[0], cells[own[0]] + in_percent), index)


def _quarters(heads: Sequence[str], columns: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The order of quarters without a year, where each follows the one before: "Q4, Q1"."""
    told = [int(match.group(1)) for head in heads if (match := _QUARTER.fullmatch(head))]
    if len(told) != len(columns) or any(two != one % 4 + 1 for one, two in pairwise(told)):
        return {}
    return {column: (0, order) for order, column in enumerate(columns)}


def _over_time(label: str, cells: Sequence[str], index: int, read: Read) -> Iterator[Figure]:
    """The figures of the last of some cells, with what they were in the one before it."""
    *before, now = (read(_cell(label, cell), index) for cell in cells)
    for figure in now:
        (was,) = before[0] if before and len(before[0]) == len(now) == 1 else (None,)
        if (
            was is None
            or (was.measure, was.unit) != (figure.measure, figure.unit)
            or was.value is None
            or figure.value is None
        ):
            yield figure
            continue
        direction = direction_between(was.value, figure.value)
        yield replace(figure, before=was.value, direction=direction)


def _cell(label: str, number: str) -> str:
    """A cell in running text; empty if it is no plain number. A unit in brackets after the measure
    goes to the number."""
    if not label or not _NUMBER.fullmatch(number):
        return ""
    if unit := compiled(_UNIT).search(label.lower()):
        label = label[: unit.start()] + label[unit.end() :]
        if unit.group("percent") and not number.endswith("%"):
            number += "%"
    return f"{label}: {number}."


def _date(head: str) -> tuple[int, int] | None:
    """The year and the month, or the end of the quarter, at the head of a column."""
    match = compiled(_DATE).fullmatch(head.lower())
    if match is None:
        return None
    month, quarter = match.group("month"), match.group("quarter")
    if month:
        return int(match.group("year")), _MONTHS.index(month) + 1
    return int(match.group("year")), 3 * int(quarter or 0)
