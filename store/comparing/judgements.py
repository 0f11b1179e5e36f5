"""The judgements of a council's inspections, oldest first, area by area."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from store.library import Record
from store.model.dates import as_year
from store.model.visit import Visit
from store.model.vocabulary import AREAS, Framework, Grade

Change = Literal["better", "worse", "same"]
SAME_JUDGEMENT: Final = 0.5
"""Years between the month that letters print for a judgement and the report that gave it: some
print the month of the inspection, some of its publication."""
_RANKS: Final[dict[str, int]] = {
    "outstanding": 0, "good": 1, "requires improvement": 2, "adequate": 2, "inadequate": 3,
}  # fmt: skip


class Judged(msgspec.Struct, frozen=True):
    """The grades that one inspection gave."""

    when: str
    """When the inspection was: where it stands among the visits."""
    judged: str
    """When its grades were given, as the list of councils has it: the day its report came out, or
    what a later letter says."""
    document: str
    """Id of the document that gives or recalls them."""
    visit: str | None
    framework: Framework | None
    grades: dict[str, Grade]
    """Area -> grade, in the order in which areas are listed everywhere."""
    recalled: bool = False
    """Whether only a later letter or article says so: the report is not in the library."""


def judgements(council: str, records: Iterable[Record], visits: Iterable[Visit]) -> list[Judged]:
    """Every judgement that the documents about a council give, or look back at."""
    own = [record for record in records if record.is_about(council)]
    reported = {id: visit for visit in visits if visit.council == council for id in visit.documents}
    found = []
    for record in own:
        if record.kind != "inspection-report" or not record.judgements:
            continue
        visit = reported.get(record.id)
        when = (visit.when if visit else "") or record.date
        if when:
            grades = {area: record.judgements[area] for area in AREAS if area in record.judgements}
            key = visit.key if visit else None
            judged = record.date or when
            found.append(Judged(when, judged, record.id, key, record.framework, grades))
    return sorted([*found, *_recalled(council, own, found)], key=lambda judged: judged.when)


def _recalled(council: str, records: Sequence[Record], found: Iterable[Judged]) -> list[Judged]:
    known = [as_year(judged.when) for judged in found if "inadequate" in judged.grades.values()]
    recalled: list[Judged] = []
    # The most exact first: "December 2016" before "2016".
    told = sorted(
        ((since, record) for record in records if (since := record.judged_inadequate.get(council))),
        key=lambda pair: (-len(pair[0]), pair[1].kind == "article", pair[1].date or ""),
    )
    for since, record in told:
        year = as_year(since)
        near = SAME_JUDGEMENT if len(since) > 4 else 1.0
        if all(abs(year - other) > near for other in known):
            known.append(year)
            grades: dict[str, Grade] = {"overall": "inadequate"}
            recalled.append(Judged(since, since, record.id, None, None, grades, True))
    return [*recalled, *_told_by_articles(council, records, found)]


def _told_by_articles(
    council: str, records: Sequence[Record], found: Iterable[Judged]
) -> list[Judged]:
    """The better grades that articles report; none whose inspection report is in the library."""
    known = [as_year(judged.when) for judged in found]
    told: list[Judged] = []
    for record in sorted(records, key=lambda record: record.date or ""):
        grade, when = record.graded_now.get(council), record.inspected(council)
        if grade is None or not when:
            continue
        if all(abs(as_year(when) - other) > SAME_JUDGEMENT for other in known):
            known.append(as_year(when))
            told.append(Judged(when, when, record.id, None, None, {"overall": grade}, True))
    return told


def grade_change(before: Grade | None, after: Grade | None) -> Change | None:
    """How an area moved between two judgements; None where one of them does not grade it."""
    if before not in _RANKS or after not in _RANKS:
        return None
    one, other = _RANKS[before], _RANKS[after]
    return "better" if other < one else "worse" if other > one else "same"
