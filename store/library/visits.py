"""Joins what documents say of visits: a letter and the articles on it are one visit.

Letters and reports are asked first, for they alone give exact days. What an article says is
joined to a visit it does not contradict: same council and kind, dates that agree as far as they
go, the same number where both give one, and an article that came out soon after.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import msgspec

from store.library.record import Record
from store.model.visit import Visit, VisitNamed

PRESS_DAYS: Final = 100
"""An article without the visit's date belongs to one that ended at most this long before."""
ERA_DAYS: Final = 540
"""Two visits of the same number further apart than this are of different judgements."""


class _Event:
    """A visit while its documents are gathered."""

    __slots__ = (
        "bounds", "council", "documents", "end", "focus", "kind", "mentions", "ordinal", "start",
        "told",
    )  # fmt: skip

    def __init__(self, named: VisitNamed, record: Record) -> None:
        self.council = named.council
        self.kind = named.kind
        self.ordinal = named.ordinal
        self.start, self.end = named.start, named.end
        self.focus = named.focus
        self.told = record.date
        self.bounds = _bounds(named.start, named.end)
        self.documents: list[Record] = []
        self.mentions: list[Record] = []
        self.add(named, record)

    def add(self, named: VisitNamed, record: Record) -> None:
        (self.mentions if named.mentioned else self.documents).append(record)
        self.ordinal = self.ordinal or named.ordinal
        if named.start and (self.start is None or len(named.start) > len(self.start)):
            self.start, self.end = named.start, named.end
            self.bounds = _bounds(named.start, named.end)
        self.focus = self.focus or named.focus
        if record.date and not named.mentioned:
            self.told = min(self.told or record.date, record.date)

    def fits(self, named: VisitNamed, record: Record, span: tuple[int, int]) -> bool:
        """Whether this names a visit of the same council and kind that may be this one.

        `span` are the days of the one named, nothing where it is not dated.
        """
        if self.start and named.start:
            # Spans agree that overlap, each as exact as it is printed.
            first, last = self.bounds
            if not (first <= span[1] and span[0] <= last):
                return False
            return not (self.ordinal and named.ordinal) or self.ordinal == named.ordinal
        if self.ordinal and named.ordinal and self.ordinal != named.ordinal:
            return False
        mine, its = self.start or self.told, named.start or record.date
        if not mine or not its:
            return False
        apart = _day(its) - _day(mine)
        if self.ordinal and named.ordinal:
            return abs(apart) <= ERA_DAYS
        return -31 <= apart <= PRESS_DAYS


def join_visits(records: Iterable[Record]) -> list[Visit]:
    """Every visit of every council, councils by name, newest first."""
    told = [
        (_rank(record, named), record.date or "9999", record, named)
        for record in records
        for named in record.visits
        if named.council
    ]
    told.sort(key=lambda item: item[:2])
    events: dict[str, list[_Event]] = {}
    alike: dict[tuple[str, str], list[_Event]] = {}
    for _, _, record, named in told:
        known = alike.setdefault((named.council, named.kind), [])
        span = _bounds(named.start, named.end)
        for event in known:
            if event.fits(named, record, span):
                event.add(named, record)
                break
        else:
            known.append(_Event(named, record))
            events.setdefault(named.council, []).append(known[-1])
    visits = []
    for council in sorted(events):
        found = [_visit(event) for event in events[council]]
        visits.extend(sorted(found, key=lambda visit: visit.when, reverse=True))
    return _with_unique_keys(visits)


def _rank(record: Record, named: VisitNamed) -> int:
    """Reports and letters first, then articles, then what is only looked back at."""
    if named.mentioned:
        return 3 if named.start else 4
    if record.kind == "article":
        return 1 if named.start else 2
    return 0


def _visit(event: _Event) -> Visit:
    documents = event.documents
    if len(documents) > 1:
        documents = sorted(
            documents, key=lambda record: (record.kind == "article", record.date or "")
        )
    known = event.start or (f"n{event.ordinal}-" if event.ordinal else "") + (event.told or "?")
    return Visit(
        key=f"{event.council}|{event.kind}|{known}",
        council=event.council,
        kind=event.kind,
        ordinal=event.ordinal,
        start=event.start,
        end=event.end,
        told=event.told,
        focus=event.focus,
        documents=_ids(documents),
        mentions=_ids(event.mentions),
    )


def _ids(records: Sequence[Record]) -> tuple[str, ...]:
    if len(records) > 1:
        return tuple(dict.fromkeys(record.id for record in records))
    return (records[0].id,) if records else ()


def _with_unique_keys(visits: Sequence[Visit]) -> list[Visit]:
    seen: dict[str, int] = {}
    unique = []
    for visit in visits:
        count = seen[visit.key] = seen.get(visit.key, 0) + 1
        key = visit.key if count == 1 else f"{visit.key}|{count}"
        unique.append(visit if count == 1 else msgspec.structs.replace(visit, key=key))
    return unique


@lru_cache(maxsize=16_384)
def _bounds(start: str | None, end: str | None) -> tuple[int, int]:
    """First and last day of a span, counted from the beginning of the calendar."""
    if start is None:
        return 0, 0
    return _day(start), _last_day(end or start)


@lru_cache(maxsize=16_384)
def _day(iso: str) -> int:
    parts = [int(part) for part in iso.split("-")]
    month, day = (*parts[1:], 1, 1)[:2]
    return date(parts[0], month, day).toordinal()


def _last_day(iso: str) -> int:
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31).toordinal()
    if len(parts) == 2:
        return date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1).toordinal() - 1
    return date(*parts).toordinal()
