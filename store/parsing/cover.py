"""The cover of a report: its labels and the values that stand behind them."""

import re
from collections.abc import Sequence

from store.model.line import Line

Cover = Sequence[tuple[int, Line]]
"""The lines of the first page with their indexes in the document."""

COVER_LINES = 70
LABEL = re.compile(
    r"^(?:inspection dates?|lead inspectors?(?: on site)?|reporting inspectors?|(?:report )?"
    r"published|age group|judgement\s+grade|the overall judgement|children.?s services? in\b"
    r"|1\.\s*children who)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^\d?\s*ofsted produces this report|^_{5,}", re.IGNORECASE)


def cover_of(lines: Sequence[Line]) -> Cover:
    """The lines of the cover."""
    return [(index, line) for index, line in enumerate(lines[:COVER_LINES]) if line.page == 1]


def labelled(cover: Cover, label: re.Pattern[str]) -> tuple[str, list[int]]:
    """The value behind a label of the cover, over as many lines as it may take.

    Returns the value and the indexes of its lines: [3, 4] where it goes on in line 4.
    """
    for place, (index, line) in enumerate(cover):
        match = label.match(line.text)
        if not match:
            continue
        value, used = line.text[match.end() :], [index]
        for following, after in cover[place + 1 : place + 4]:
            if LABEL.match(after.text) or _NOTE.match(after.text) or after.gap:
                break
            value += f" {after.text}"
            used.append(following)
        return value, used
    return "", []


def lines_to(end: int, value: str, used: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """Of the lines that `labelled` found those that the first `end` characters take up."""
    length = len(value) - sum(len(lines[index].text) + 1 for index in used[1:])
    taken = list(used[:1])
    for index in used[1:]:
        if length >= end:
            break
        taken.append(index)
        length += len(lines[index].text) + 1
    return taken


def first_row(cover: Cover, pattern: re.Pattern[str]) -> int | None:
    """The place on the cover of the first line that matches."""
    return next((p for p, (_, line) in enumerate(cover) if pattern.match(line.text)), None)
