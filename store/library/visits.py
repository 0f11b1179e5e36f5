"""Joins what documents say of visits: a letter and the articles on it are one visit.

Letters and reports are asked first, for they alone give exact days. What an article says is
joined to a visit it does not contradict: same council and kind, dates that agree as far as they
go, the same number where both give one, and an article that came out soon after.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from store.library.record import Record
from store.model.visit import Visit, VisitNamed

PRESS_DAYS: Final = 100
"""An article without the visit's date belongs to one that ended at most this long before."""
ERA_DAYS: Final = 540
"""Two visits of the same number further apart than this are of different judgements."""


class _Event:
    """A visit while its documents are gathered."""

    def __init__(self, named: VisitNamed, record: Record) -> None:
        self.council = named.council
        self.kind = named.kind
        self.ordinal = named.ordinal
        self.start, self.end = named.start, named.end
        self.focus = named.focus
        self.told = record.date
        self.documents: list[Record] = []
        self.mentions: list[Record] = []
        self.add(named, record)

    def add(self, named: VisitNamed, record: Record) -> None:
        (self.mentions if named.mentioned else self.documents).append(record)
        self.ordinal = self.ordinal or named.ordinal
        if named.start and (self.start is None or len(named.start) > len(self.start)):
            self.start, self.end = named.start, named.end
        self.focus = self.focus or named.focus
        if record.date and not named.mentioned:
            self.told = min(self.told or record.date, record.date)

    def fits(self, named: VisitNamed, record: Record) -> bool:
        if self.kind != named.kind:
            return False
        if self.ordinal and named.ordinal and self.ordinal != named.ordinal:
            return False
        if self.start and named.start:
            return _agree((self.start, self.end), (named.start, named.end))
        mine, its = self.start or self.told, named.start or record.date
        if not mine or not its:
            return False
        apart = (_day(its) - _day(mine)).days
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
    for _, _, record, named in told:
        known = events.setdefault(named.council, [])
        event = next((event for event in known if event.fits(named, record)), None)
        if event is None:
            known.append(_Event(named, record))
        else:
            event.add(named, record)
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
    documents = sorted(
        event.documents, key=lambda record: (record.kind == "article", record.date or "")
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
        documents=tuple(dict.fromkeys(record.id for record in documents)),
        mentions=tuple(dict.fromkeys(record.id for record in event.mentions)),
    )


def _with_unique_keys(visits: Sequence[Visit]) -> list[Visit]:
    import msgspec

    seen: dict[str, int] = {}
    unique = []
    for visit in visits:
        count = seen[visit.key] = seen.get(visit.key, 0) + 1
        key = visit.key if count == 1 else f"{visit.key}|{count}"
        unique.append(msgspec.structs.replace(visit, key=key))
    return unique


def _agree(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    """Whether two spans overlap, each as exact as it is printed; days of one week agree."""
    first, last = _bounds(one)
    start, end = _bounds(other)
    return first <= end and start <= last


@lru_cache(maxsize=10_000)  # thousands of documents tell of visits on the same days
def _bounds(span: tuple[str, str | None]) -> tuple[date, date]:
    start, end = span[0], span[1] or span[0]
    return _day(start), _last_day(end)


@lru_cache(maxsize=10_000)
def _day(iso: str) -> date:
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last_day(iso: str) -> date:
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return following - timedelta(days=1)
    return date(*parts)
