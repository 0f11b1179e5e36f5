"""The rows of the list of councils as content: aligned columns that fit any width."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from store.library import CouncilCard
from store.model.dates import in_words
from store.model.visit import Visit
from tui import text
from tui.panes.over_time import short_when

SHORT_GRADES: Final[dict[str, str]] = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "req. impr.",
    "adequate": "adequate",
    "inadequate": "inadequate",
    "not judged": "not judged",
}
_BARS: Final = "▁▂▃▄▅▆▇█"
_GRADE_WIDTH: Final = 11
_YEAR_WIDTH: Final = 5
_COUNT_WIDTH: Final = 5
_TREND_WIDTH: Final = 8
_DOCUMENTS_WIDTH: Final = 9
_FOUND_WIDTH: Final = 6
_NOUN_WIDTH: Final = 10
"""Of what is counted, with the space before it: blank in the rows of visits, so that their
numbers stand below that of their council."""
_LEAST_NAME: Final = 12
"""Cells of a council's name; where the judgement would leave less, the name stands alone."""
_LONG_NAME: Final = 24
_TREND_STYLES: Final = {"concerns": "$concern", "strengths": "$strength"}
ROOMY: Final = 56
"""From this width on there is room for documents, and for what is counted."""
WIDE: Final = 72
"""From this width on there is room for the trend of a council and both ends of a visit too."""
NARROW: Final = 34
"""Below this width a visit has a month for a date, for its kind to be told."""
NOT_YET: Final = "…"
"""Where a number is not worked out yet."""


class Counts(NamedTuple):
    """How much is found of a council or a visit, under the filters."""

    found: int | None
    """None where that is not known yet."""
    trend: Sequence[int] = ()
    """The same visit by visit, oldest first."""
    of: str = "concerns"
    """What is counted: "concerns", "strengths", "sentences"."""


def council_row(
    card: CouncilCard,
    width: int,
    counts: Counts,
    *,
    open_mark: str,
    current: bool,
    dated: bool = False,
) -> Content:
    """Name, judgement in words, how much is found; with room also documents and the trend.

    `dated`: with the year of the judgement.
    """
    mark = f"{'▸' if current else ' '}{open_mark}"
    short = SHORT_GRADES.get(card.judgement or "")
    grade = text.grade(card.judgement, none=_no_grade(card), short=short)
    found = NOT_YET if counts.found is None else f"{counts.found}"
    count = Content.styled(f"{found:>{_COUNT_WIDTH}}", "$quiet")
    if dated:
        grade = text.line(grade, (f" {(card.judged or '')[:4]}", "$quiet"))
    column = _GRADE_WIDTH + (_YEAR_WIDTH if dated else 0)
    tail = [grade.pad_right(max(0, column - grade.cell_length)), count]
    if width >= ROOMY:
        documents = f"{card.documents:>4} doc{'s' if card.documents != 1 else ''}"
        trend = sparkline(counts.trend, most=_TREND_WIDTH)
        told = f"{found:>{_FOUND_WIDTH}} {counts.of}".ljust(_FOUND_WIDTH + _NOUN_WIDTH)
        tail[1:] = [
            Content.styled(f"{documents:<{_DOCUMENTS_WIDTH}}", "$quiet"),
            Content.styled(
                f" {trend:>{_TREND_WIDTH}}" if width >= WIDE else "",
                _TREND_STYLES.get(counts.of, "$quiet"),
            ),
            Content.styled(told, "$quiet"),
        ]
    elif width - len(mark) - column - _COUNT_WIDTH - 1 < _LEAST_NAME:
        del tail[0]
    name = text.words(card.name, "bold") if card.name else Content.styled("no council", "italic")
    return _row(mark, name, Content("").join(tail), width)


def room_for_years(names: Iterable[str], width: int) -> bool:
    """Whether the judgements of councils of these names can be dated, no name cut for it that is
    not among the longest."""
    numbers = _COUNT_WIDTH
    if width >= ROOMY:
        numbers = _DOCUMENTS_WIDTH + _FOUND_WIDTH + _NOUN_WIDTH
    if width >= WIDE:
        numbers += 1 + _TREND_WIDTH
    left = width - 2 - _GRADE_WIDTH - _YEAR_WIDTH - numbers - 1
    return left >= _LONG_NAME or all(len(name) <= left for name in names)


def visit_row(visit: Visit, counts: Counts, width: int, *, current: bool) -> Content:
    """Date, kind and number, how much is found; a visit without documents says so.

    The trend is that of the visits up to this one.
    """
    mark = f"{'▸' if current else ' '} "
    when, column = _date_in(visit, width)
    kind = _short_kind(visit)
    blank = _NOUN_WIDTH if width >= ROOMY else 0
    digits = _FOUND_WIDTH if blank else _COUNT_WIDTH
    room = width - len(mark) - column - len(kind) - digits - blank - 3
    bars = min(_TREND_WIDTH, room) if room > 2 and width > 38 else 0
    if visit.documents:
        found = NOT_YET if counts.found is None else f"{counts.found}"
        count = Content.styled(f"{found:>{digits}}", "$quiet")
        shown = sparkline(counts.trend, most=bars) if bars else ""
        style = _TREND_STYLES.get(counts.of, "$quiet")
        count = text.line((f"{shown:>{bars}}", style), count)
    else:
        count = Content.styled("none", "$quiet italic")
    count = count.pad_right(blank)
    name = text.line((f"{when:<{column}} ", "$quiet"), text.words(kind))
    return _row(mark, name, count, width)


def sparkline(counts: Sequence[int], most: int = 0) -> str:
    """Counts as bars, the highest full; nothing for fewer than two. `most` keeps the last ones."""
    if len(counts) < 2:
        return ""
    top = max(*counts, 1)
    return "".join(_BARS[min(7, count * 7 // top)] for count in counts[-most:])


def _row(mark: str, name: Content, tail: Content, width: int) -> Content:
    room = max(4, width - len(mark) - tail.cell_length - 1)
    shown = text.fit(name, room)
    return Content.assemble(
        (mark, "bold $accent"), shown.pad_right(max(0, room - shown.cell_length)), " ", tail
    )


def _no_grade(card: CouncilCard) -> str:
    return "by area" if card.areas else "–"


def _short_kind(visit: Visit) -> str:
    names = {
        "inspection": "inspection",
        "monitoring-visit": "monitoring",
        "focused-visit": "focused visit",
        "assurance-visit": "assurance",
        "jtai": "joint insp.",
    }
    kind = names[visit.kind]
    return f"{_numeral(visit.ordinal)} {kind}" if visit.ordinal else kind


def _date_in(visit: Visit, width: int) -> tuple[str, int]:
    """When a visit was, as a row of this width has room for it, and the cells of its column."""
    if width >= WIDE:
        return visit.when_in_words, 26
    if width < NARROW:
        return short_when(visit), 8
    by = f"by {_short_date(visit.told[:7])}" if visit.told else ""
    return (_short_date(visit.start) if visit.start else by), 11


def _short_date(iso: str) -> str:
    """ "22 Aug 2018", "Dec 2019": never wider than eleven cells."""
    words = in_words(iso)
    if len(iso) == 7:
        month, year = words.split()
        return f"{month[:3]} {year}"
    return words


def _numeral(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number % 100 < 14 else endings.get(number % 10, 'th')}"
