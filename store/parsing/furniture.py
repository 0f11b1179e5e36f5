"""Takes the furniture off the pages: running heads and feet, page numbers, footnotes, contents.

Running heads are lines that come back, digits aside, at the edge of a third of the pages.
PDFium puts them first on the page whatever their place (measured on 3,912 pages), so both
edges of each page are looked at.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.known_headings import KNOWN
from store.parsing.reports.second_cover import CONTENTS, without_second_cover

EDGE: Final = 3
"""How many lines at either end of a page may be furniture."""
SMALL: Final = 0.88
"""Type smaller than this share of the body type is a footnote, a running head or an imprint."""

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}[.)]$")
_HEAD_OF_TEXT = re.compile(r"(?:.{0,60} )?(?:inspection|review) of\b.{0,110}$", re.IGNORECASE)
_DATED_NUMBER = re.compile(r"\b(?:19|20)\d\d\)?\s+\d{1,3}$|^\d{1,3}$")
REPEATED: Final = 3
"""A line that names the inspection this often is a running head."""
_VISIT_HEAD = re.compile(
    r"(?:monitoring|focuss?ed|assurance) visit (?:of|to)\b.{5,110}$", re.IGNORECASE
)
_DATES_ALONE = re.compile(
    r"(?:.{5,110}, )?\d{1,2}(?:st|nd|rd|th)?\b[\w\s,–—-]{0,40}\b(?:19|20)\d\d(?:\s+\d{1,3})?$"
)
_NOTE = re.compile(r"\d?\s*ofsted produces this report under its power", re.IGNORECASE)
_NOTE_GOES_ON = re.compile(r"this report includes\b", re.IGNORECASE)
_IN_NOTE = re.compile(
    r"\b(?:act \d{4}|regulations \d{4}|under section|functions|safeguarding children boards?)\b",
    re.IGNORECASE,
)
IMPRINT_LINES: Final = 40
HEAD_ROWS: Final = 3
"""Titles stand above; those of letters and reports were read and taken out before."""
NOTE_LINES: Final = 6
"""The footnote takes up at most this many lines."""
_CONTENTS_ROW = re.compile(r"(?:.{3,140}?[ .…]+)?\d{1,3}$")
_IMPRINT = re.compile(
    r"any complaints about the inspection or the report|"
    r"the office for standards in education, children.s services and skills \(ofsted\)|"
    r"if you would like a copy of this document in a different format|"
    r"if you are not happy with the inspection or the report|"
    r"©\s*crown copyright",
    re.IGNORECASE,
)
_IN_IMPRINT = (
    "any complaints about",
    "office for standards",
    "copy of this document",
    "not happy with the",
    "crown copyright",
)
"""One of these is in every line that the expression finds: looked for in a tenth of the time."""


def body_size(lines: Sequence[Line]) -> float:
    """The font size of most of the text, 0 if the file has no sizes."""
    weight: Counter[float] = Counter()
    for line in lines:
        weight[line.size] += len(line.text)
    return weight.most_common(1)[0][0] if weight else 0.0


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines that carry the document's own words."""
    size = body_size(lines)
    heads = _running_heads(lines) if size else _heads_of_text(lines)
    kept = []
    for index, line in enumerate(lines):
        if line.size and line.size < size * SMALL:
            continue
        if index in heads:
            continue
        kept.append(line)
    if not size:
        kept = _without_note(kept)
    return _without_imprint(_without_contents(kept))


def _without_note(lines: list[Line]) -> list[Line]:
    """Drops the footnote of the cover that says under which law the report is made."""
    start = next((i for i, line in enumerate(lines[:120]) if _NOTE.match(line.text)), None)
    if start is None:
        return lines
    end = start + 1
    while end < min(len(lines), start + NOTE_LINES) and _is_in_note(lines[end - 1], lines[end]):
        end += 1
    return lines[:start] + lines[end:]


def _is_in_note(last: Line, line: Line) -> bool:
    """Whether the footnote goes on: some copies keep only its first sentence, in one line."""
    if last.text.endswith("."):
        return bool(_NOTE_GOES_ON.match(line.text))
    if line.gap and not _IN_NOTE.search(line.text):
        return False
    return not KNOWN.match(line.text)


def _running_heads(lines: Sequence[Line]) -> set[int]:
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    if len(pages) < 2:
        return set()
    edges = {page: _edge(rows) for page, rows in pages.items()}
    seen: Counter[str] = Counter()
    for rows in edges.values():
        seen.update({_shape(lines[index].text) for index in rows})
    often = max(2, len(pages) / 3)
    found = set()
    for rows in edges.values():
        for place, index in enumerate(rows):
            text = lines[index].text
            if _PARAGRAPH_NUMBER.match(text):
                continue  # at the top of a page, where "12." and "31." look alike
            alone = _PAGE_NUMBER.match(text) and place in (0, 1, len(rows) - 1, len(rows) - 2)
            if alone or (seen[_shape(text)] >= often and not _is_cover(lines[index])):
                found.add(index)
    return found


def _heads_of_text(lines: Sequence[Line]) -> set[int]:
    """Running heads and page numbers of a text copy, whose pages may not be told apart.

    A head is a line that comes back, and its companions: "4 to 15 December 2023 7" below the
    report's title. A page number stands between blank lines, or beside a head.
    """
    found = _running_heads(lines)
    seen = Counter(_shape(line.text) for line in lines if _HEAD_OF_TEXT.match(line.text))
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if once := _head_that_stands_once(lines, index):
            found.update(once)
        elif _HEAD_OF_TEXT.match(line.text) and seen[_shape(line.text)] >= REPEATED and index > 20:
            found.add(index)
            if after and len(after.text) < 45 and _DATED_NUMBER.search(after.text):
                found.add(index + 1)
        elif _PAGE_NUMBER.match(line.text):
            apart = line.gap and (after is None or after.gap or after.page != line.page)
            if apart or (index and index - 1 in found):
                found.add(index)
    return found


def _head_that_stands_once(lines: Sequence[Line], index: int) -> range:
    """The rows of a page's head within a text copy that has too few pages for it to come back.

    It names the visit again and ends with its dates and a page's number, above it or below.
    """
    nothing = range(0)
    first = lines[index].text
    if index < HEAD_ROWS or not (_HEAD_OF_TEXT.match(first) or _VISIT_HEAD.match(first)):
        return nothing
    numbered = bool(_PAGE_NUMBER.match(lines[index - 1].text))
    for end in range(index, min(index + 4, len(lines))):
        text = lines[end].text
        if end > index and len(text) > 90:
            return nothing
        if _DATES_ALONE.match(text):
            below = end + 1 < len(lines) and bool(_PAGE_NUMBER.match(lines[end + 1].text))
            if below or numbered or re.search(r"\d{4}\s+\d{1,3}$", text):
                return range(index - numbered, end + 1 + below)
            return nothing
    return nothing


def _is_cover(line: Line) -> bool:
    return line.page == 1 and line.size >= 14


def _edge(rows: list[int]) -> list[int]:
    return rows if len(rows) <= 2 * EDGE else rows[:EDGE] + rows[-EDGE:]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower()).strip()


def _without_contents(lines: list[Line]) -> list[Line]:
    """Drops a contents list: its heading and the rows that end in a page number."""
    start = next((i for i, line in enumerate(lines[:400]) if CONTENTS.match(line.text)), None)
    if start is None:
        return lines
    end, index, misses = start + 1, start + 1, 0
    while index < len(lines) and misses < 3 and lines[index].page <= lines[start].page + 1:
        if _CONTENTS_ROW.match(lines[index].text):
            misses, end = 0, index + 1
        else:
            misses += 1  # a row that wraps has its number on the next line
        index += 1
    return lines[:start] + lines[end:] if end > start + 2 else lines


def _without_imprint(lines: list[Line]) -> list[Line]:
    """Drops the legal notice that ends a report, where its small type does not give it away."""
    first = max(1, int(len(lines) * 0.6))
    for index in range(first, len(lines)):
        text = lines[index].text
        lowered = text.lower()
        if any(words in lowered for words in _IN_IMPRINT) and _IMPRINT.search(text):
            return lines[:index] + _report_behind(lines, index)
    return lines


def _report_behind(lines: list[Line], imprint: int) -> list[Line]:
    """What follows the legal notice: a second report, on the safeguarding board, or nothing."""
    near = range(imprint, min(imprint + IMPRINT_LINES, len(lines)))
    end = max(index for index in near if _IMPRINT.search(lines[index].text)) + 1
    if len(lines) - end < 2 * IMPRINT_LINES:
        return []
    return _without_imprint(without_second_cover(lines[end:]))
