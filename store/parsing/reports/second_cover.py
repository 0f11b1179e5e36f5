"""The cover and the contents page of a second report that follows the first in one file.

Reports on a local authority of 2013 to 2017 have behind them that on its safeguarding board, with
a title, dates and a list of contents of its own. In a text copy nothing but the words tells them
from the findings.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line

CONTENTS: Final = re.compile(r"(?:table of )?contents?(?: page)?(?:\s+\d+)?$", re.IGNORECASE)
COVER_ROWS: Final = 14
"""A title, a subtitle and two dates take up at most this many lines."""
CONTENTS_ROWS: Final = 40
_LABEL: Final = re.compile(
    r"(?:inspection dates?|dates? of (?:the )?(?:inspection|review)|(?:report|date) published"
    r"|lead inspectors?|age group)\s*:?\s",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"[ .…]*\d{0,3}$")


def without_second_cover(lines: Sequence[Line]) -> list[Line]:
    """The lines of the second report without its title, its dates and its contents."""
    labels = [index for index, row in enumerate(lines[:COVER_ROWS]) if _LABEL.match(row.text)]
    if not labels:
        return list(lines)
    kept = list(lines[labels[-1] + 1 :])
    near = enumerate(kept[:CONTENTS_ROWS])
    start = next((index for index, row in near if CONTENTS.match(row.text)), None)
    if start is None:
        return kept
    end = _end_of_contents(kept, start)
    return [*kept[:start], *kept[end:]] if end > start + 2 else kept


def _end_of_contents(lines: Sequence[Line], start: int) -> int:
    """Where the list ends: each of its rows is a heading further down, numbers stand between."""
    texts = [_NUMBER.sub("", line.text) for line in lines]
    last = {text: index for index, text in enumerate(texts)}
    end, index = start + 1, start + 1
    listed: set[str] = set()
    while index < len(lines) and index <= start + CONTENTS_ROWS:
        text = texts[index]
        if text in listed:
            break  # the first of them again: here the report itself begins
        if not text or last[text] > index:
            listed.update([text] if text else [])
            end = index + 1
        elif index > end + 1:
            break
        index += 1
    return end
