"""Which letter or report an article is on: of the visit it tells of, or out shortly before it.

Where the library does not hold it, nothing is said of what the article made of it: another
letter would make its words look invented.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from store.library.record import Record
from store.library.visits import PRESS_DAYS
from store.model.document import Document
from store.model.visit import Visit


def subjects(
    article: Document,
    official: Iterable[Record],
    visits: Sequence[Visit],
    quoted: Collection[str] = (),
    council: str | None = None,
) -> list[Record]:
    """The letters and reports that an article may be on, in the order given.

    Those of a visit that it tells of. Else one that was out at most 100 days before it: that it
    quotes, or any if it tells of no visit. Where a date is missing any may be it in the same way.

    Args:
        article: the article.
        official: letters and reports.
        visits: every visit known.
        quoted: ids of documents that have a whole phrase of its quotations.
        council: only those about this council; about any if None.
    """
    told = [
        visit
        for visit in visits
        if article.id in visit.documents and council in (None, visit.council)
    ]
    of_visit = {id for visit in told for id in visit.documents}

    def may_be(record: Record) -> bool:
        if council is not None and not record.is_about(council):
            return False
        if record.id in of_visit:
            return True
        return (not told or record.id in quoted) and _out_shortly_before(record, article.date)

    return [record for record in official if may_be(record)]


def is_later(record: Record, day: str | None) -> bool:
    """Whether a document came out after an article of this day."""
    if not record.date or not day:
        return False
    length = min(len(record.date), len(day))
    return record.date[:length] > day[:length]


def day_number(told: str | None) -> int:
    """A date as a number of days; a month or a year by its first."""
    parts = [int(part) for part in (told or "1").split("-")]
    return date(*[*parts, 1, 1][:3]).toordinal()


def _out_shortly_before(record: Record, day: str | None) -> bool:
    if not record.date or not day:
        return True
    apart = day_number(day) - day_number(record.date)
    return not is_later(record, day) and apart <= PRESS_DAYS
