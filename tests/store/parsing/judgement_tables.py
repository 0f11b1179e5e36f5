"""Tables of judgements, with labels and grades in the ways in which real PDFs break them apart."""

import textwrap

from store.model.line import Line

from .printing import line

TABLES = ["first line", "last line", "middle", "above", "columns", "around", "beside"]
"""Where a grade stands against the lines of its label."""


def table(
    rows: list[tuple[str, str]], y: float, how: str, columns: int, narrow: bool, x: float = 303.0
) -> list[Line]:
    """The lines of a judgement table in the order and at the places of one way of printing.

    Args:
        rows: label and printed grade.
        how: one of `TABLES`.
        columns: characters of a label's line.
        narrow: whether the grades wrap too.
    """
    labels: list[Line] = []
    grades: list[Line] = []
    out: list[Line] = []
    for label, grade in rows:
        parts = textwrap.wrap(label, columns)
        cells = textwrap.wrap(grade, 21) if narrow else [grade]
        tops = [y - 14.5 * index for index in range(len(parts))]
        bottom = tops[-1]
        own = [line(text, top) for text, top in zip(parts, tops, strict=True)]
        start = {
            "first line": tops[0],
            "last line": bottom + 14.5 * (len(cells) - 1),
            "above": tops[0] + 7.0,
        }.get(how, (tops[0] + bottom) / 2 + 7.2 * (len(cells) - 1))
        if how == "beside" and len(cells) == 1:
            own[-1] = line(f"{parts[-1]} {grade}", bottom)
            right: list[Line] = []
        else:
            right = [line(cell, start - 14.4 * i, x=x) for i, cell in enumerate(cells)]
        if how == "around" and len(right) == 2:
            out.extend([right[0], *own, right[1]])
        elif how == "above":
            out.extend([*right, *own])
        elif how == "columns":
            labels.extend(own)
            grades.extend(right)
        else:
            out.extend([*own, *right])
        y = min(bottom, start - 14.4 * (len(cells) - 1)) - 27.0
    return [*out, *labels, *grades]
