"""Figures over time: each measure with the dates at which a council's documents tell of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from store.library import Record
from store.library.visits import PRESS_DAYS
from store.model.amounts import LOOSE, is_peak, largest
from store.model.dates import as_year
from store.model.document import Direction, Figure
from store.model.visit import Visit

CouncilOf = Callable[[str, int], str | None]
"""Gives whose services a sentence speaks of, by document id and index of the sentence."""


class Point(msgspec.Struct, frozen=True):
    """A figure with the visit, or else the document, that dates it."""

    when: str
    """ISO date, as exact as it is known."""
    document: str
    visit: str | None
    """Key of the visit; None if its document reports on none."""
    figure: Figure

    @property
    def value(self) -> float:
        """The value; of a range its middle."""
        figure = self.figure
        if figure.value is not None:
            return figure.value
        return ((figure.low or 0.0) + (figure.high or 0.0)) / 2

    @property
    def year(self) -> float:
        """Its place in time: 2018.64 for 22 Aug 2018."""
        return as_year(self.when)


class Series(msgspec.Struct, frozen=True):
    """A measure in one unit, over time."""

    measure: str
    unit: str
    points: tuple[Point, ...]
    """Oldest first; of one date in the order in which they are told."""

    @property
    def line(self) -> tuple[Point, ...]:
        """One point a date, what a line is drawn through: the first that is told there, and of the
        highest caseloads the highest."""
        chosen: dict[str, Point] = {}
        for point in self.points:
            known = chosen.setdefault(point.when, point)
            if is_peak(point.figure) and largest(point.figure) > largest(known.figure):
                chosen[point.when] = point
        return tuple(chosen.values())

    @property
    def over_time(self) -> bool:
        """Whether it is told of at two dates at least."""
        return len({point.when for point in self.points}) > 1

    @property
    def direction(self) -> Direction | None:
        """Whether the number is higher or lower at the last date than at the first; None if that
        is not told, as of "over 30" and 35. It tells of the number, not of the service."""
        line = self.line
        if len(line) < 2:
            return None
        first, last = line[0], line[-1]
        one, two = (
            (largest(first.figure), largest(last.figure))
            if is_peak(first.figure)
            else (first.value, last.value)
        )
        if two == one:
            same = first.figure.bound == last.figure.bound
            return "unchanged" if same else _DIRECTIONS.get(_open(last) - _open(first))
        lower, higher = (first, last) if two > one else (last, first)
        if _open(lower) > 0 or _open(higher) < 0:
            return None
        return "up" if two > one else "down"


_OPEN: Final = {"over": 1, "at least": 1, "under": -1, "nearly": -1, "at most": -1}
_DIRECTIONS: Final[dict[int, Direction]] = {1: "up", 2: "up", -1: "down", -2: "down"}


def _open(point: Point) -> int:
    """1 if the number may be higher than it says, -1 if it may be lower, else 0."""
    return _OPEN.get(point.figure.bound or "", 0)


DAYS_OF_YEAR: Final = 365.25
_WORKFORCE: Final = ("agency", "caseload", "vacanc", "turnover", "permanent", "unallocated")
"""Measures that readers ask for first."""


def figure_series(
    council: str, records: Iterable[Record], visits: Iterable[Visit], council_of: CouncilOf
) -> list[Series]:
    """Every measure of a council, those told of at most dates first.

    What an article repeats of its visit's letter is told once, and so is what a paper that tells
    of no visit repeats of what was told shortly before. Figures of documents that nothing dates
    are left out. A figure that looks back belongs to the visit it looks back to, or else to
    the date it gives; without one it is left out.

    Args:
        council: its short name.
        records: cards of any documents; those about this council are taken.
        visits: visits of any councils.
        council_of: asked only about documents that tell of several councils.
    """
    records, visits = list(records), list(visits)
    reported = {
        id: (visit, place)
        for visit in visits
        if visit.council == council
        for place, id in enumerate(visit.documents)
    }
    own = [visit for visit in visits if visit.council == council and visit.when]
    dates = {record.id: record.date or "" for record in records}
    found: list[tuple[str, int, Point]] = []
    for record in records:
        if not record.is_about(council):
            continue
        visit, place = reported.get(record.id, (None, 0))
        when = (visit.when if visit else "") or record.date
        if not when:
            continue
        for figure in record.figures:
            if len(record.councils) > 1 and council_of(record.id, figure.sentence) != council:
                continue
            if figure.as_of is None:
                point = Point(when, record.id, visit.key if visit else None, figure)
                found.append((when, place, point))
            elif figure.as_of:
                past = looked_back_to(figure.as_of, when, own, dates)
                then = past.when if past else figure.as_of
                point = Point(then, record.id, past.key if past else None, figure)
                found.append((then, _AFTER_ITS_OWN, point))
    found.sort(key=lambda item: item[:2])
    within = {r.id: _TELLS_AGAIN[r.kind] for r in records if r.kind in _TELLS_AGAIN}
    return _ranked(_without_told_again([point for _, _, point in found], within))


_TELLS_AGAIN: Final = {"article": PRESS_DAYS, "other": 3_650}
"""So many days an article, and a council's paper, may tell again what was told before."""


def _without_told_again(points: Sequence[Point], within: Mapping[str, int]) -> Iterator[Point]:
    """The points without those of papers of no visit that only tell again what was told last.

    Such a paper is dated by its own day: its number would look like that of another date.

    Args:
        points: oldest first.
        within: of each paper, so many days after which a number may be told again.
    """
    last: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        figure = point.figure
        known = last.setdefault((figure.measure, figure.unit), [])
        if known and known[0].when != point.when:
            days = within.get(point.document, 0) if point.visit is None else 0
            of_itself = figure.as_of is None
            if of_itself and any(_told_again(point, earlier, days) for earlier in known):
                continue
            known.clear()
        known.append(point)
        yield point


def _told_again(point: Point, earlier: Point, days: int) -> bool:
    one, other = point.figure, earlier.figure
    same = (one.value, one.low, one.high) == (other.value, other.low, other.high)
    return same and (point.year - earlier.year) * DAYS_OF_YEAR <= days


def _without_loose(points: Sequence[Point]) -> list[Point]:
    """The points without shares in words that another of the date tells exactly: "four in ten"
    where 41 % is told too."""
    exact = [point for point in points if not point.figure.printed]
    return [
        point
        for point in points
        if not point.figure.printed
        or all(one.when != point.when or abs(one.value - point.value) > LOOSE for one in exact)
    ]


_AFTER_ITS_OWN: Final = 1_000
"""What a later document tells of a visit comes after what the visit's own documents tell."""


def looked_back_to(
    as_of: str, when: str, visits: Sequence[Visit], dates: Mapping[str, str]
) -> Visit | None:
    """The visit that a document of a later date looks back to.

    Args:
        as_of: the date it gives, of the visit or of the report on it: a day, a month or a year.
        when: the date of the document's own visit.
        visits: those of the council that have a date.
        dates: document id -> its date.
    """
    earlier = [visit for visit in visits if visit.when < when]
    fits = []
    for visit in earlier:
        told = (visit.when, visit.told or "", *(dates.get(id, "") for id in visit.documents))
        if any(date.startswith(as_of) for date in told):
            fits.append(visit)
    inspections = [visit for visit in fits if visit.kind == "inspection"]
    (only,) = inspections if len(inspections) == 1 else fits if len(fits) == 1 else [None]
    return only


def _ranked(points: Iterable[Point]) -> list[Series]:
    by_measure: dict[tuple[str, str], list[Point]] = {}
    seen: set[tuple[object, ...]] = set()
    for point in points:
        figure = point.figure
        same = (figure.measure, figure.unit, point.when, figure.value, figure.low, figure.high)
        if same not in seen:
            seen.add(same)
            by_measure.setdefault((figure.measure, figure.unit), []).append(point)
    series = [
        Series(measure, unit, tuple(_without_loose(told)))
        for (measure, unit), told in by_measure.items()
    ]

    def rank(one: Series) -> tuple[bool, int, bool, str]:
        first = any(word in one.measure for word in _WORKFORCE)
        return not one.over_time, -len(one.line), not first, one.measure

    return sorted(series, key=rank)
