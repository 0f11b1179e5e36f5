"""Judgement tables: which area got which grade, even where the PDF breaks the rows apart.

The rows of a table come as loose lines: a label over one to three lines, its grade beside,
below, above or around it ("Requires" above the label's middle, "improvement" below). However
they are broken, labels and grades keep their order; so where there is a grade for every label
the first goes to the first. Where one is missing, each piece of a grade goes to the label
whose height on the page is nearest; in files without a layout the order of the lines stands
for height, and a grade belongs to the label before it.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.model.vocabulary import Grade
from store.parsing.reports.areas import Area, in_table

_GRADE_WORDS: Final = re.compile(
    r"(?:^|\s)(?P<grade>outstanding|good|inadequate|adequate|not (?:yet )?judged"
    r"|requires?(?:\s+improvement)?(?:\s+to)?(?:\s+be(?:\s+good)?)?"
    r"|improvement(?:\s+to\s+be\s+good|\s+to\s+be|\s+to)?|(?:to\s+be\s+good|be\s+good|to\s+be))"
    r"(?:\s*\(?grade\s*\d\)?)?\s*[.*]?\d?$",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """A label of the table with the grade found for it."""

    area: str
    grade: Grade
    printed: str
    sure: bool
    """Whether every label of the table has a grade; a gap may have moved the others."""


class _Piece(NamedTuple):
    text: str
    y: float
    is_grade: bool
    line: int


_Label = tuple[str, list[_Piece]]


def normal_grade(text: str) -> Grade | None:
    """ "Requires improvement to be good" -> "requires improvement"; None if it is no grade."""
    words = re.sub(r"\s+", " ", text.lower()).strip(" .:*0123456789")
    words = re.sub(r"\s*\(?grade\b\)?", "", words)
    if words.startswith(("requires improvement", "require improvement")):
        return "requires improvement"
    if words == "not yet judged":
        return "not judged"
    for grade in ("outstanding", "good", "inadequate", "adequate", "not judged"):
        if words == grade:
            return grade
    return None


def is_grade_line(text: str) -> bool:
    """Whether a line holds a grade, or a piece of one, and nothing else."""
    match = _GRADE_WORDS.search(text)
    return bool(match and match.start("grade") == 0)


def read_table(lines: Sequence[Line], areas: Sequence[Area]) -> tuple[list[Row], set[int]]:
    """The rows of the table that `lines` begin with, and the indexes of the lines it takes up.

    The table ends with the first line that has a word which no label and no grade has.
    """
    end = next((i for i, line in enumerate(lines) if not in_table(line.text)), len(lines))
    pieces = _pieces(lines[:end])
    labels = _labels(pieces, areas)
    if not labels:
        return [], set()
    whole = _whole_grades(pieces, any(line.y for line in lines[:end]))
    sure = len(whole) == len(labels)
    grades = dict(enumerate(whole)) if sure else _by_height(pieces, labels)
    rows: list[Row] = []
    used: set[int] = set()
    for index, (area, members) in enumerate(labels):
        words = " ".join(piece.text for piece in grades.get(index, ()))
        grade = _grade_of(words)
        if grade is None:
            continue
        used.update(piece.line for piece in (*members, *grades[index]))
        label = " ".join(piece.text for piece in members)
        rows.append(Row(area, grade, f"{label} {words}", sure))
    return rows, used


def _pieces(lines: Sequence[Line]) -> list[_Piece]:
    """Labels and grades apart, each with its height (or its place in the file)."""
    layout = any(line.y for line in lines)
    pieces: list[_Piece] = []
    for index, line in enumerate(lines):
        height = -line.y + line.page * 10_000 if layout else float(index)
        text = line.text.replace("\t", " ")
        match = _GRADE_WORDS.search(text)
        if match and match.start("grade") == 0:
            pieces.append(_Piece(text, height, True, index))
        elif match:
            pieces.append(_Piece(text[: match.start("grade")].strip(), height, False, index))
            pieces.append(_Piece(match.group("grade"), height, True, index))
        else:
            pieces.append(_Piece(text, height, False, index))
    return pieces


def _whole_grades(pieces: Sequence[_Piece], layout: bool) -> list[list[_Piece]]:
    """The grades in printed order, each with all its pieces: "Requires", "improvement"."""
    parts = [piece for piece in pieces if piece.is_grade]
    if layout:
        parts.sort(key=lambda piece: piece.y)
    whole: list[list[_Piece]] = []
    for part in parts:
        words = " ".join(piece.text for piece in whole[-1]).lower() if whole else ""
        if words and _goes_with(words, part.text.lower()):
            whole[-1].append(part)
        else:
            whole.append([part])
    return whole


def _goes_with(words: str, part: str) -> bool:
    """Whether a piece can only be the rest of the grade begun by `words`."""
    if not words.startswith(("requires", "require", "improvement")) or words.endswith("good"):
        return False
    if part.startswith("improvement"):
        return words in ("requires", "require")
    return part.startswith(("to be", "be good")) or (part == "good" and words.endswith("be"))


def _labels(pieces: Sequence[_Piece], areas: Sequence[Area]) -> list[_Label]:
    """Each area's label with the pieces that spell it, in printed order."""
    texts = [piece for piece in pieces if not piece.is_grade]
    joined, starts = "", []
    for piece in texts:
        starts.append(len(joined))
        joined += piece.text + " "
    found: list[tuple[int, str, int]] = []
    for area, pattern in areas:
        match = pattern.search(joined)
        if match and not any(
            start < match.end() and match.start() < end for start, _, end in found
        ):
            found.append((match.start(), area, match.end()))
    found.sort()
    labels: list[_Label] = []
    for place, (start, area, end) in enumerate(found):
        stop = found[place + 1][0] if place + 1 < len(found) else end
        members = [
            piece
            for piece, at in zip(texts, starts, strict=True)
            if at < end and at + len(piece.text) > start
        ]
        tail = [
            piece
            for piece, at in zip(texts, starts, strict=True)
            if end <= at < stop and _goes_on(piece.text) and piece not in members
        ]
        labels.append((area, [*members, *tail[:1]]))
    return labels


def _goes_on(text: str) -> bool:
    """Whether a line can only be the rest of a label."""
    return bool(
        re.match(r"(?:permanence|leavers|families|with children|and |protection|young )", text)
    )


def _by_height(pieces: Sequence[_Piece], labels: Sequence[_Label]) -> dict[int, list[_Piece]]:
    """Each piece of a grade with the label it stands nearest to."""
    grades: dict[int, list[_Piece]] = {}
    for piece in pieces:
        if piece.is_grade and (nearest := _nearest(piece, labels)) is not None:
            grades.setdefault(nearest, []).append(piece)
    return grades


def _nearest(grade: _Piece, labels: Sequence[_Label]) -> int | None:
    best, best_distance = None, 45.0
    for index, (_, members) in enumerate(labels):
        top, bottom = min(p.y for p in members), max(p.y for p in members)
        distance = (
            0.0 if top <= grade.y <= bottom else min(abs(grade.y - top), abs(grade.y - bottom))
        )
        if grade.y < top:
            distance += 0.5  # between two labels a grade belongs to the one above it
        if distance < best_distance:
            best, best_distance = index, distance
    return best


def _grade_of(words: str) -> Grade | None:
    words = re.sub(r"\s+", " ", words.lower()).strip()
    if not words:
        return None
    if "require" in words or words.startswith("improvement"):
        return "requires improvement"
    return normal_grade(words.split(" grade")[0])
