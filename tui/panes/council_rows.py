"""The rows of the list of councils as content: aligned columns that fit any width."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from store.library import CouncilCard
from store.model.dates import in_words
from store.model.visit import Visit
from tui import text

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
_ROOMY_WIDTH: Final = 33
"""Of documents, findings and trend, where there is room for them."""
_LONG_NAME: Final = 24
_TREND_STYLES: Final = {"concerns": "$concern", "strengths": "$strength"}
ROOMY: Final = 56
"""From this width on there is room for documents, date and trend."""
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
        trend = sparkline(counts.trend, most=_TREND_WIDTH)
        tail[1:] = [
            Content.styled(f"{card.documents:>4} doc", "$quiet"),
            Content.styled(f"{found:>6} {counts.of} ", "$quiet"),
            Content.styled(f"{trend:<{_TREND_WIDTH}}", _TREND_STYLES.get(counts.of, "$quiet")),
        ]
    name = text.words(card.name, "bold") if card.name else Content.styled("no council", "italic")
    return _row(mark, name, Content("").join(tail), width)


def room_for_years(names: Iterable[str], width: int) -> bool:
    """Whether the judgements of councils of these names can be dated, no name cut for it that is
    not among the longest."""
    numbers = _ROOMY_WIDTH if width >= ROOMY else _COUNT_WIDTH
    left = width - 2 - _GRADE_WIDTH - _YEAR_WIDTH - numbers - 1
    return left >= _LONG_NAME or all(len(name) <= left for name in names)


def visit_row(visit: Visit, counts: Counts, width: int, *, current: bool) -> Content:
    """Date, kind and number, how much is found; a visit without documents says so.

    The trend is that of the visits up to this one.
    """
    mark = f"{'▸' if current else ' '} "
    if width < ROOMY:
        by = f"by {_short_date(visit.told[:7])}" if visit.told else ""
        when = _short_date(visit.start) if visit.start else by
    else:
        when = visit.when_in_words
    kind = _short_kind(visit)
    column = 22 if width >= ROOMY else 11
    room = width - len(mark) - column - len(kind) - _COUNT_WIDTH - 3
    bars = min(_TREND_WIDTH, room) if room > 2 and width > 38 else 0
    if visit.documents:
        found = NOT_YET if counts.found is None else f"{counts.found}"
        count = Content.styled(f"{found:>{_COUNT_WIDTH}}", "$quiet")
        shown = sparkline(counts.trend, most=bars) if bars else ""
        style = _TREND_STYLES.get(counts.of, "$quiet")
        count = text.line((f"{shown:>{bars}}", style), count)
    else:
        count = Content.styled("none", "$quiet italic")
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
