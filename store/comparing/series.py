"""Figures over time: each measure with the dates at which a council's documents tell of it."""

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from store.library import Record
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
        """One point a date, the first that is told there: what a line is drawn through."""
        first: dict[str, Point] = {}
        for point in self.points:
            first.setdefault(point.when, point)
        return tuple(first.values())

    @property
    def over_time(self) -> bool:
        """Whether it is told of at two dates at least."""
        return len({point.when for point in self.points}) > 1

    @property
    def direction(self) -> Direction | None:
        """Whether the number is higher or lower at the last date than at the first. That tells of
        the number, not of the service."""
        line = self.line
        if len(line) < 2:
            return None
        first, last = line[0].value, line[-1].value
        return "up" if last > first else "down" if last < first else "unchanged"


_WORKFORCE: Final = ("agency", "caseload", "vacanc", "turnover", "permanent", "unallocated")
"""Measures that readers ask for first."""


def figure_series(
    council: str, records: Iterable[Record], visits: Iterable[Visit], council_of: CouncilOf
) -> list[Series]:
    """Every measure of a council, those told of at most dates first.

    What an article repeats of its visit's letter is told once. Figures of documents that nothing
    dates are left out.

    Args:
        council: its short name.
        records: cards of any documents; those about this council are taken.
        visits: visits of any councils.
        council_of: asked only about documents that tell of several councils.
    """
    reported = {
        id: (visit, place)
        for visit in visits
        if visit.council == council
        for place, id in enumerate(visit.documents)
    }
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
            point = Point(when, record.id, visit.key if visit else None, figure)
            found.append((when, place, point))
    found.sort(key=lambda item: item[:2])
    return _ranked(point for _, _, point in found)


def _ranked(points: Iterable[Point]) -> list[Series]:
    by_measure: dict[tuple[str, str], list[Point]] = {}
    seen: set[tuple[object, ...]] = set()
    for point in points:
        figure = point.figure
        same = (figure.measure, figure.unit, point.when, figure.value, figure.low, figure.high)
        if same not in seen:
            seen.add(same)
            by_measure.setdefault((figure.measure, figure.unit), []).append(point)
    series = [Series(measure, unit, tuple(told)) for (measure, unit), told in by_measure.items()]

    def rank(one: Series) -> tuple[bool, int, bool, str]:
        first = any(word in one.measure for word in _WORKFORCE)
        return not one.over_time, -len(one.line), not first, one.measure

    return sorted(series, key=rank)
