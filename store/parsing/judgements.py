"""Judgement tables: which area got which grade, even where the PDF breaks the rows apart.

The rows of a table come as loose lines: a label over one to three lines, its grade beside,
below or around it ("Requires" above the label's middle, "improvement" below). Labels are
recognised by their words, grades by theirs, and each piece of a grade goes to the label whose
height on the page is nearest; in files without a layout the order of the lines stands for
height, and a grade belongs to the label before it.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.model.vocabulary import Grade

_GRADE_WORDS: Final = re.compile(
    r"(?:^|\s)(?P<grade>outstanding|good|inadequate|adequate|not judged"
    r"|requires(?:\s+improvement)?(?:\s+to)?(?:\s+be(?:\s+good)?)?"
    r"|improvement(?:\s+to\s+be\s+good|\s+to\s+be|\s+to)?|(?:to\s+be\s+good|be\s+good))"
    r"(?:\s*\(?grade\s*\d\)?)?\s*[.*]?$",
    re.IGNORECASE,
)

Area = tuple[str, re.Pattern[str]]


def _area(key: str, pattern: str) -> Area:
    return key, re.compile(pattern, re.IGNORECASE)


ILACS_AREAS: Final[tuple[Area, ...]] = (
    _area("leaders", r"the impact of leaders\b"),
    _area("help_protection", r"children who need help\s+and\s+protection"),
    _area("in_care_and_care_leavers", r"children in care and\s*(?:children )?care\s+leavers"),
    _area("in_care", r"progress of\s+children in care(?!\s+and\b)"),
    _area("care_leavers", r"progress of\s+(?:children )?care\s*-?\s*(?:leavers|experienced)"),
    _area("overall", r"overall effectiveness"),
)
SIF_AREAS: Final[tuple[Area, ...]] = (
    _area("help_protection", r"children who need help and\s+protection"),
    _area("looked_after_permanence", r"children looked after and\s+achieving"),
    _area("adoption", r"adoption performance"),
    _area("care_leavers", r"experiences? and progress of\s+care\s+leavers"),
    _area("leadership", r"leadership,? management and\s+governance"),
)
LAC_AREAS: Final[tuple[Area, ...]] = (
    _area("overall", r"overall effectiveness"),
    _area("capacity_to_improve", r"capacity to\s+improve"),
    _area("outcomes", r"outcomes for looked\s+after"),
    _area("quality_of_provision", r"quality of\s+provision"),
    _area("leadership", r"leadership and\s+management"),
)


_TABLE_WORDS: Final = frozenset(
    "the impact of leaders on social work practice with children and families experiences "
    "experience progress who need help protection in care leavers experienced overall "
    "effectiveness judgement judgements grade grades looked after achieving permanence adoption "
    "performance leadership management governance requires require improvement to be good "
    "outstanding inadequate adequate not judged capacity improve outcomes for young people "
    "quality provision services".split()
)


def _in_table(text: str) -> bool:
    return all(word in _TABLE_WORDS for word in re.findall(r"[a-z]+", text.lower()))


class Row(NamedTuple):
    """A label of the table with the grade found for it."""

    area: str
    grade: Grade
    printed: str


class _Piece(NamedTuple):
    text: str
    y: float
    is_grade: bool
    line: int


def normal_grade(text: str) -> Grade | None:
    """ "Requires improvement to be good" -> "requires improvement"; None if it is no grade."""
    words = re.sub(r"\s+", " ", text.lower()).strip(" .:*")
    words = re.sub(r"\s*\(?grade \d\)?", "", words)
    if words.startswith(("requires improvement", "require improvement")):
        return "requires improvement"
    for grade in ("outstanding", "good", "inadequate", "adequate", "not judged"):
        if words == grade:
            return grade
    return None


def read_table(lines: Sequence[Line], areas: Sequence[Area]) -> tuple[list[Row], set[int]]:
    """The rows of the table that `lines` begin with, and the indexes of the lines it takes up.

    The table ends with the first line that has a word which no label and no grade has.
    """
    end = next((i for i, line in enumerate(lines) if not _in_table(line.text)), len(lines))
    pieces = _pieces(lines[:end])
    labels = _labels(pieces, areas)
    if not labels:
        return [], set()
    grades: dict[int, list[_Piece]] = {}
    for piece in pieces:
        if piece.is_grade:
            nearest = _nearest(piece, labels)
            if nearest is not None:
                grades.setdefault(nearest, []).append(piece)
    rows: list[Row] = []
    used: set[int] = set()
    for index, (area, members) in enumerate(labels):
        words = " ".join(piece.text for piece in grades.get(index, ()))
        grade = _grade_of(words)
        if grade is None:
            continue
        parts = [*members, *grades[index]]
        used.update(piece.line for piece in parts)
        label = " ".join(piece.text for piece in members)
        rows.append(Row(area, grade, f"{label} {words}"))
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


def _labels(pieces: Sequence[_Piece], areas: Sequence[Area]) -> list[tuple[str, list[_Piece]]]:
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
    labels = []
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
    return bool(re.match(r"(?:permanence|leavers|families|with children|and |protection)", text))


def _nearest(grade: _Piece, labels: Sequence[tuple[str, list[_Piece]]]) -> int | None:
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
    if "requires" in words or words.startswith("improvement"):
        return "requires improvement"
    return normal_grade(words.split(" grade")[0])
