"""Papers that say what they are or who issued them: directions, notices, reviews, plans, data.

A newspaper's headline may begin with the same words. So a title counts only together with what
newspapers do not print: numbered paragraphs, defined terms, tables, a signature; the name of an
issuing body counts where it stands alone.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.times.dates import DateSpan, date_spans

TITLE_ROWS: Final = 6
LONGEST: Final = 200
"""A title or a row of a site has no more characters."""
FORMAL_ROWS: Final = 60
DATED_ROWS: Final = 12
NUMBERED: Final = 3
"""So many numbered paragraphs, or rows of a table, are no newspaper's."""

_BODY: Final = re.compile(
    r"\W*(?:the )?(?:care inspectorate(?: wales)?|arolygiaeth gofal cymru|estyn|education scotland"
    r"|care quality commission|healthcare (?:improvement scotland|inspectorate wales)"
    r"|regulation and quality improvement authority|commission for social care inspection"
    r"|(?:his|her) majesty.?s inspectorate of \w[\w &,]*|hmicfrs|hmi probation"
    r"|local government association|department for education|children.s commissioner"
    r"(?: for (?:england|wales))?|lga|cqc|rqia|dfe)(?: \([a-z]{2,7}\))?\W*",
    re.IGNORECASE,
)
_OFSTED: Final = re.compile(r"\bofsted\b", re.IGNORECASE)
_NEWS: Final = re.compile(r"\W*(?:press release|news(?: story)?|speech|blog)\W*", re.IGNORECASE)
_MEMBERS: Final = (
    r"(?:cabinet|members|executive|full council|council|minister|secretary of state"
    r"|(?:[\w’'&]+ ){0,4}(?:committee|panel|board|commission))"
)
_ISSUED: Final = re.compile(
    r"(?:(?:statutory|non-statutory|revised|formal|new|\W)*"
    r"(?:direction (?:under|to|issued|in relation)|improvement notice)\b"
    r"|(?:[\w’'-]+ ){0,6}?commissioner.{0,2}s?.{0,2} (?:review|report)\b"
    r"|(?:[\w’'-]+ ){0,4}?peer (?:challenge|review|diagnostic)\b"
    r"|joint area review\b|annual performance assessment\b"
    rf"|report to (?:the )?{_MEMBERS}(?: (?:of|for|on|and)\b[^.]{{0,80}})?$)",
    re.IGNORECASE,
)
_KEPT: Final = re.compile(
    r".{0,90}\b(?:action|improvement) plan\b(?:\W+(?:update\b\W*)?(?:[\w ]{0,12}\d[\d/–-]*)?)?$"
    r"|.{0,80}\b(?:score-?card|dashboard|data ?set|performance (?:report|data))\b.{0,40}$",
    re.IGNORECASE,
)
"""Plans and figures that a council keeps; headlines end with these words too."""
_FORMAL: Final = re.compile(
    r"\bwhereas\b\W*$|\bhereby\b|\bsigned (?:on behalf of|by\s*:)|\bsigned\s*:|\bdated this\b"
    r"|\bsection \d+[A-Z]{0,2}(?:\(\w+\))* of the\b|\bthe peer team\b"
    r"|\([\"“‘'](?:the )?[\w’ ]{3,40}[\"”’']\)",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\b(?:inspection|assessment|evaluation|review|report|notice|direction|letter|services)\b", re.I
)
_NUMBERED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+\S")
_OF_VISIT: Final = re.compile(
    r"\b(?:inspect\w*|visit\w*|fieldwork|meeting of|next|until|from|between|updated|birth)\b", re.I
)
_OF_SITE: Final = re.compile(
    r"\W*(?:gov\.uk|policy paper|correspondence|transparency data|(?:statutory )?guidance|notice"
    r"|from|published|(?:last |date )?(?:updated|published)|see all updates|details|documents"
    r"|print this page|get emails about this page|share this page|(?:is|was) this page useful"
    r"|help us improve gov\.uk|(?:[\w’',]+ ){1,14}cookies (?:to|on|that) [\w ,’']{1,80}"
    r"|(?:accept|reject|view|hide)(?: \w+)? cookies(?: message)?|yes|no"
    r"|(?:report|there is something wrong)[\w ]{0,20} (?:problem )?with this page)\W*",
    re.IGNORECASE,
)
EDGE: Final = 15
LABELLED: Final = 30
"""Characters that may stand beside the date of a paper in its row: "Minutes, Thursday"."""


def is_of_another_body(rows: Sequence[str]) -> bool:
    """Whether an inspectorate or department other than Ofsted heads the first rows."""
    head = [row for row in rows[: 2 * TITLE_ROWS] if len(row) <= LONGEST]
    if any(_OFSTED.search(row) or _NEWS.fullmatch(row) for row in head):
        return False
    return any(_BODY.fullmatch(row) for row in rows[:TITLE_ROWS] if len(row) <= LONGEST)


def marks_of_paper(rows: Sequence[str]) -> int:
    """How surely the first rows are a paper's: 1 for a title of its own, 2 if its form agrees."""
    titles = [row for row in rows[:TITLE_ROWS] if len(row) <= LONGEST]
    issued = any(_ISSUED.match(row) for row in titles)
    if not issued and not any(_KEPT.match(row) for row in titles):
        return 0
    return 2 if _is_formal(rows[:FORMAL_ROWS]) else int(issued)


def _is_formal(rows: Sequence[str]) -> bool:
    numbered = sum(bool(_NUMBERED.match(row)) for row in rows)
    tabled = sum("\t" in row for row in rows)
    return max(numbered, tabled) >= NUMBERED or any(_FORMAL.search(row) for row in rows)


def title_below_body(rows: Sequence[str]) -> str | None:
    """The title of a paper that the name of the issuing body stands above."""
    if not rows or len(rows[0]) > LONGEST or not _BODY.fullmatch(rows[0]):
        return None
    below = (row for row in rows[1:TITLE_ROWS] if len(row) <= LONGEST)
    return next((row for row in below if _TITLE.search(row)), None)


def page_rows(lines: Sequence[Line]) -> set[int]:
    """The rows at both ends of a paper that a site prints around whatever it shows.

    A date below "Last updated" and a body below "From:" go with them.
    """
    edges = [*range(min(EDGE, len(lines))), *range(max(EDGE, len(lines) - EDGE), len(lines))]
    found: set[int] = set()
    for index in edges:
        text = lines[index].text
        if len(text) <= LONGEST and _OF_SITE.fullmatch(text):
            found.add(index)
        elif index - 1 in found and len(text) <= LABELLED:
            value = date_spans(text) or _BODY.fullmatch(text)
            found.update([index] if value else [])
    return found if len(found) > 2 else set()


def paper_date(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The day that a paper bears at its top, or at its end as "Dated this ...", and its row.

    None where the row tells of a visit, or of several days.
    """
    rows = [line.text for line in lines]
    for row in [*rows[:DATED_ROWS], *(row for row in rows[-8:] if row.lower().startswith("dated"))]:
        spans = date_spans(_of_month(row)) if len(row) <= LONGEST else []
        if len(spans) == 1 and _is_own(row, spans[0]):
            return spans[0].start, row
    return None


def _of_month(row: str) -> str:
    """ "this 27 day of September 2017" -> "this 27 September 2017"."""
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)? day of (?=[A-Z])", " ", row)


def _is_own(row: str, span: DateSpan) -> bool:
    beside = len(row) - len(span.printed)
    sentence = row.endswith(".") and beside > LABELLED / 2
    return (
        span.start == span.end
        and len(span.start) >= len("2016-12")
        and beside <= LABELLED
        and not sentence
        and not _OF_VISIT.search(row)
    )
