"""The cover of a report: its labels and the values that stand behind them."""

import re
from collections.abc import Sequence

from store.model.line import Line
from store.parsing.facts import Facts

Cover = Sequence[tuple[int, Line]]
"""The lines of the first page with their indexes in the document."""

COVER_LINES = 70
LABEL = re.compile(
    r"^(?:inspection dates?|dates? of (?:the )?inspection|lead inspectors?(?: on site)?"
    r"|reporting inspectors?|(?:report |date )?published|(?:date of )?publication(?: date)?\s*:"
    r"|age group|judge?ments?(?:\s+grades?)?$|the impact of leaders|the overall judgement"
    r"|children.?s services? in\b|1[.)]?\s*children who)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^\d?\s*ofsted produces this report|^_{5,}", re.IGNORECASE)


def cover_of(lines: Sequence[Line]) -> Cover:
    """The lines of the cover: the first page that has any."""
    first = lines[0].page if lines else 1
    return [(index, line) for index, line in enumerate(lines[:COVER_LINES]) if line.page == first]


def labelled(cover: Cover, label: re.Pattern[str]) -> tuple[str, list[int]]:
    """The value behind a label of the cover, over as many lines as it may take.

    Returns the value and the indexes of its lines: [3, 4] where it goes on in line 4. A text
    copy may set the value apart by a blank line, or print all labels before all values.
    """
    for place, (index, line) in enumerate(cover):
        match = label.match(line.text)
        if not match:
            continue
        value, used = line.text[match.end() :].strip(), [index]
        after = cover[place + 1 : place + 4]
        if not value and after and LABEL.match(after[0][1].text):
            return _of_columns(cover, place)
        for following, row in after:
            stops = LABEL.match(row.text) or _NOTE.match(row.text)
            if stops or (row.gap and value):
                break
            value = f"{value} {row.text}".strip()
            used.append(following)
        return value, used
    return "", []


def _of_columns(cover: Cover, place: int) -> tuple[str, list[int]]:
    """The value for a label that stands among labels alone, the values behind them all."""
    start = place
    while start and _is_bare_label(cover[start - 1][1].text):
        start -= 1
    end = place
    while end < len(cover) and _is_bare_label(cover[end][1].text):
        end += 1
    at = end + place - start
    if at >= len(cover) or LABEL.match(cover[at][1].text):
        return "", []
    return cover[at][1].text, [cover[place][0], cover[at][0]]


def _is_bare_label(text: str) -> bool:
    match = LABEL.match(text)
    return bool(match) and not text[match.end() if match else 0 :].strip(" :")


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


def consume(match: re.Match[str], cover: Cover, facts: Facts) -> None:
    """Mark the cover's lines in which a match on their joined text lies."""
    length = 0
    for index, line in cover:
        if length < match.end() and length + len(line.text) > match.start():
            facts.consumed.add(index)
        length += len(line.text) + 1
