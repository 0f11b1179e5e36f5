"""What the row file must agree with: every document read, every sentence asked."""

from collections.abc import Callable, Sequence

from store.library.record import Record
from store.model.document import Document, Sentence
from store.model.visit import Visit
from store.selection import Filters
from store.selection.index import newest_first

SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‐": "-", "‑": "-", "ﬀ": "ff", "ﬁ": "fi",
     "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)  # fmt: skip


def typed(text: str) -> str:
    """The text as a keyboard gives it, in small letters."""
    return text.lower().translate(SIGNS)


class PlainIndex:
    """Rows in the order in which findings are shown, filtered one by one."""

    def __init__(
        self,
        records: Sequence[Record],
        load: Callable[[str], Document],
        visits: Sequence[Visit] = (),
    ) -> None:
        self.records = {record.id: record for record in records}
        self.visits = {visit.key: visit for visit in visits}
        self.rows = [
            (document, place, sentence)
            for record in newest_first(records, visits)
            for document in [load(record.id)]
            for place, sentence in enumerate(document.sentences)
        ]

    def select(self, filters: Filters) -> list[int]:
        """The rows that these filters leave."""
        return [
            number
            for number, (document, _, sentence) in enumerate(self.rows)
            if self._fits(filters, document, sentence)
        ]

    def _fits(self, filters: Filters, document: Document, sentence: Sentence) -> bool:
        record = self.records[document.id]
        councils = {sentence.council} if sentence.council else {c.name for c in record.councils}
        visit = self.visits.get(filters.visit or "")
        quantity = all if filters.every_theme else any
        return (
            (not filters.councils or bool(councils & set(filters.councils)))
            and (
                filters.visit is None
                or (
                    visit is not None
                    and document.id in visit.documents
                    and visit.council in councils
                )
            )
            and (filters.document is None or document.id == filters.document)
            and (not filters.themes or quantity(t in sentence.themes for t in filters.themes))
            and (not filters.groups or bool(set(filters.groups) & set(sentence.groups)))
            and (filters.shown == "all" or sentence.polarity in filters.polarities)
            and (not filters.voices or sentence.voice in filters.voices)
            and (not filters.kinds or record.kind in filters.kinds)
            and _between(record.date, filters.since, filters.until)
            and typed(filters.containing) in typed(sentence.text)
        )


def _between(date: str | None, since: str | None, until: str | None) -> bool:
    if not since and not until:
        return True
    return bool(
        date
        and (since is None or date >= since[: len(date)])
        and (until is None or date[: len(until)] <= until)
    )
