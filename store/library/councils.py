"""The councils of a library, each with its judgement, its documents and its counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from store.library.record import CONCERNS, STRENGTHS, Record
from store.model.visit import Visit
from store.model.vocabulary import Grade

_NONE: Final[Mapping[str, int]] = {}


class CouncilCard(msgspec.Struct, frozen=True):
    """What the list of councils shows of one."""

    name: str
    """Empty for the documents that name no council."""
    urn: int | None
    judgement: Grade | None
    """Its latest overall grade known to the library; None if none is, or if none was given."""
    judged: str | None
    """When: the month that letters print, or the day the report came out."""
    basis: str | None
    """Id of the document that says so."""
    areas: dict[str, Grade]
    """The grades of its latest inspection, by area."""
    documents: int
    concerns: int
    """Sentences that tell of one; a mixed one counts here and as a strength."""
    strengths: int
    visits: tuple[Visit, ...]
    """Newest first."""
    trend: tuple[int, ...] = ()
    """Concerns of each visit with documents, oldest first."""

    @property
    def last_visit(self) -> str:
        return self.visits[0].when if self.visits else ""


def council_cards(records: Iterable[Record], visits: Sequence[Visit]) -> list[CouncilCard]:
    """One card a council, by name."""
    by_council: dict[str, list[Record]] = {}
    urns: dict[str, int | None] = {}
    by_id: dict[str, Record] = {}
    for record in records:
        by_id[record.id] = record
        for named in record.councils:
            by_council.setdefault(named.name, []).append(record)
            urns.setdefault(named.name, named.urn)
    own_visits: dict[str, list[Visit]] = {}
    for visit in visits:
        own_visits.setdefault(visit.council, []).append(visit)
    return [
        _card(name, urns[name], by_council[name], own_visits.get(name, []), by_id)
        for name in sorted(by_council)
    ]


def card_of_no_council(records: Iterable[Record]) -> CouncilCard | None:
    """One card, without a name, for the documents that name no council; None if all name one."""
    own = [record for record in records if not record.councils]
    return _card("", None, own, (), {}) if own else None


def _card(
    name: str,
    urn: int | None,
    records: Sequence[Record],
    visits: Sequence[Visit],
    by_id: dict[str, Record],
) -> CouncilCard:
    counts = [record.counts.get(name, _NONE) for record in records]
    judgement, judged, basis = _judgement(name, records)
    latest = latest_inspection(records)
    trend = [told_at(visit, by_id)[0] for visit in reversed(visits) if visit.documents]
    return CouncilCard(
        name=name,
        urn=urn,
        judgement=judgement,
        judged=judged,
        basis=basis,
        areas=latest.judgements if latest else {},
        documents=len(records),
        concerns=sum(_sum_of(each, CONCERNS) for each in counts),
        strengths=sum(_sum_of(each, STRENGTHS) for each in counts),
        visits=tuple(visits),
        trend=tuple(trend),
    )


def latest_inspection(records: Iterable[Record]) -> Record | None:
    """The newest of these documents that gives grades."""
    graded = (record for record in records if record.judgements)
    return max(graded, key=lambda record: record.date or "", default=None)


def told_at(visit: Visit, records: Mapping[str, Record]) -> tuple[int, int]:
    """How many sentences of a visit's documents tell of a concern and how many of a strength of
    its council; those that look back at an earlier visit are left out."""
    concerns = strengths = 0
    for id in visit.documents:
        record = records[id]
        counts = record.counts.get(visit.council, _NONE)
        before = record.looking_back.get(visit.council, _NONE)
        concerns += _sum_of(counts, CONCERNS) - _sum_of(before, CONCERNS)
        strengths += _sum_of(counts, STRENGTHS) - _sum_of(before, STRENGTHS)
    return concerns, strengths


def _sum_of(counts: Mapping[str, int], polarities: tuple[str, str]) -> int:
    """How many sentences of two polarities there are."""
    one, other = polarities
    return counts.get(one, 0) + counts.get(other, 0)


def _judgement(name: str, records: Sequence[Record]) -> tuple[Grade | None, str | None, str | None]:
    """The latest judgement: of an inspection report, or as a letter or article recalls it."""
    found: list[tuple[str, int, Grade | None, str]] = []
    for record in records:
        if record.kind == "inspection-report" and record.judgements:
            date = record.date or ""
            found.append((date, 1, record.judgements.get("overall"), record.id))
        since = record.judged_inadequate.get(name)
        if since:
            found.append((since, 0, "inadequate", record.id))
        now = record.graded_now.get(name)
        if now:
            found.append((record.inspected(name), 0, now, record.id))
    if not found:
        return None, None, None
    date, _, grade, basis = max(found, key=lambda item: (item[0][:7], item[1], item[0]))
    return grade, date or None, basis
