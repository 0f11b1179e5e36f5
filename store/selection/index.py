"""All sentences of a library as rows, with one big integer of bits for each facet value.

Row n is bit n. Documents lie newest visit first, so reading the bits upwards gives the order in
which findings are shown. Filtering is `&` on integers and counting is `bit_count`. The bits come
from the row file, which is made from the documents once and then only from those that changed;
the text of a row is read from its document only when it is shown.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

import msgspec

from store.library import Library
from store.library.record import Record
from store.model.document import Document, Sentence
from store.model.visit import Visit
from store.rows import Facet, Kept, RowFile, Rows, bits_of, index_folders, joined, rows_of, span
from store.rows.bitsets import piece
from store.rows.finding_words import containing, containing_in

__all__ = ["FindingIndex", "Place", "Rows", "newest_first", "rows_of"]


class Place(msgspec.Struct, frozen=True):
    """Where the rows of one document lie."""

    document: str
    first: int
    count: int
    councils: tuple[str, ...]
    date: str
    kind: str = ""


class FindingIndex:
    """Rows and bits of a set of documents."""

    def __init__(
        self,
        records: Iterable[Record],
        load: Callable[[str], Document],
        visits: Iterable[Visit] = (),
        proceed: Callable[[], bool] = lambda: True,
        file: RowFile | None = None,
    ) -> None:
        """Bring the row file up to date and use it.

        Args:
            records: the cards of the documents.
            load: gives the document of an id; one that raises is left out.
            visits: the visits that the documents tell of.
            proceed: asked before each document that has to be read; False ends the reading early.
            file: the row file of the library; without one every document is read.
        """
        self._load = load
        self.file = file or RowFile()
        self._visits = {visit.key: visit for visit in visits}
        known = {record.id: record for record in newest_first(records, self._visits.values())}
        self.file.follow(list(known.values()), load, proceed)
        self.table = self.file.table
        """The rows in use; the file may follow the library further."""
        self.places: list[Place] = []
        first = 0
        for kept in self.table.documents:
            record = known[kept.id]
            names = tuple(named.name for named in record.councils)
            date = record.date or ""
            self.places.append(Place(kept.id, first, kept.count, names, date, record.kind))
            first += kept.count
        self.rows = first
        self.left_out = self.file.left_out
        """Documents whose files could not be read, with the reason."""
        self._starts = [place.first for place in self.places]
        self._numbers = {place.document: number for number, place in enumerate(self.places)}
        self._made: dict[Facet, int] = {}
        self.between = lru_cache(maxsize=8)(self._between)
        """The rows of documents dated within these days (either may be open)."""

    def mark(self, facet: str, value: str, rows: list[int], among: int = 0) -> None:
        """Give these rows a value that became known only after the documents were read.

        The other rows of `among` lose it.
        """
        others = self.bits(facet, value) & ~among
        self._made[(facet, value)] = others | bits_of(rows, self.rows)

    # Asking

    def bits(self, facet: str, value: str) -> int:
        """The rows with this value; 0 if there are none."""
        bits = self.table.facets.get((facet, value))
        if bits is not None and (facet, value) not in self._made:
            return bits
        bits = self._made.get((facet, value))
        if bits is None:
            bits = self._work_out(facet, value)
            if facet not in ("document", "visit"):  # thousands of values, each worked out fast
                self._made[(facet, value)] = bits
        return bits

    def _work_out(self, facet: str, value: str) -> int:
        if facet == "document":
            place = self.place_of_document(value)
            return span(place.first, place.count) if place else 0
        if facet == "visit":
            visit = self._visits.get(value)
            own = (self.bits("document", id) for id in visit.documents) if visit else ()
            bits = 0
            for each in own:
                bits |= each
            # What only looks back at an earlier visit is no finding of this one.
            bits &= ~self.bits("time", "earlier")
            return bits & self.bits("council", visit.council) if visit else 0
        if facet == "kind":
            return self._joined([(1 << p.count) - 1 if p.kind == value else 0 for p in self.places])
        if facet == "council":
            return self._council_bits(value)
        return 0

    def _council_bits(self, council: str) -> int:
        parts: list[tuple[int, int]] = []
        end = 0
        for number in self._by_council.get(council, ()):
            place = self.places[number]
            some = int.from_bytes(self.kept[number].councils.get(council, b""), "little")
            parts += [(0, place.first - end), (some or (1 << place.count) - 1, place.count)]
            end = place.first + place.count
        return joined(parts)

    @cached_property
    def _by_council(self) -> dict[str, list[int]]:
        """The numbers of the documents that have sentences on each council; under "" of those
        on none."""
        numbers: dict[str, list[int]] = {}
        for number, kept in enumerate(self.kept):
            for name in kept.councils or ("",):
                numbers.setdefault(name, []).append(number)
        return numbers

    def _joined(self, pieces: Sequence[int]) -> int:
        """Bits given document by document."""
        return joined(
            [(bits, place.count) for bits, place in zip(pieces, self.places, strict=True)]
        )

    @cached_property
    def every(self) -> int:
        """All rows."""
        return (1 << self.rows) - 1

    def values(self, facet: str) -> list[str]:
        """The values that occur for a facet."""
        if facet == "document":
            return [place.document for place in self.places]
        if facet == "visit":
            return list(self._visits)
        if facet == "kind":
            return list(dict.fromkeys(place.kind for place in self.places))
        if facet == "council":
            return [council for council in self._by_council if council]
        known = [*self.table.facets, *self._made]
        return list(dict.fromkeys(value for name, value in known if name == facet))

    def _between(self, since: str | None, until: str | None) -> int:
        return self._joined(
            [
                (1 << place.count) - 1
                if place.date
                and (since is None or place.date >= since[: len(place.date)])
                and (until is None or place.date[: len(until)] <= until)
                else 0
                for place in self.places
            ]
        )

    def containing(self, text: str, within: int | None = None) -> int:
        """The rows whose sentence holds this text, in any case, among those of `within`."""
        if not text:
            return self.every
        return containing(self.file, self.table, text, self.every if within is None else within)

    def counts_about(
        self, council: str, among: bytes, holding: Sequence[int] = ()
    ) -> dict[str, int]:
        """For each document about a council, how many of its rows about it are in `among`.

        Args:
            council: its name.
            among: the rows to count, as `as_bytes` gives them.
            holding: those of each document that alone are counted, as `holding_about` gives them;
                empty for all.
        """
        counts: dict[str, int] = {}
        for at, number in enumerate(self._by_council.get(council, ())):
            place, kept = self.places[number], self.kept[number]
            bits = piece(among, place.first, place.count)
            if own := kept.councils.get(council):
                bits &= int.from_bytes(own, "little")
            counts[place.document] = (bits & holding[at] if holding else bits).bit_count()
        return counts

    def holding_about(self, council: str, text: str, among: bytes) -> list[int]:
        """For each document about a council the sentences that hold this text, in any case.

        Sentence n is bit n; documents without a row in `among` need not be looked through.
        """
        found = []
        for number in self._by_council.get(council, ()):
            place = self.places[number]
            within = piece(among, place.first, place.count)
            found.append(containing_in(self.file, self.kept[number], text, within))
        return found

    def let_words_go(self) -> None:
        """Give back the memory in which the system holds the words that were looked through.

        For when no more are looked up for a while: to read them again takes as long as a search.
        """
        self.file.packs.let_go()

    @property
    def kept(self) -> Sequence[Kept]:
        """The documents, in the order of their rows."""
        return self.table.documents

    def visit(self, key: str) -> Visit | None:
        """The visit of a key."""
        return self._visits.get(key)

    def date_of(self, document: str) -> str:
        """The date of a document; empty if it has none."""
        place = self.place_of_document(document)
        return place.date if place else ""

    def place_of(self, row: int) -> Place:
        """The document that a row lies in."""
        return self.places[bisect_right(self._starts, row) - 1]

    def place_of_document(self, document: str) -> Place | None:
        """Where the rows of a document lie."""
        number = self._numbers.get(document)
        return None if number is None else self.places[number]

    def row_of(self, document: str, index: int) -> int | None:
        """The row of a document's sentence."""
        place = self.place_of_document(document)
        return place.first + index if place and index < place.count else None

    def row_from(self, former: "FindingIndex", row: int) -> int:
        """Where the sentence of a row of `former` stands here; where what came next stands if its
        document is gone, and the row itself if nothing did."""
        at = bisect_right(former._starts, row) - 1
        if at < 0:
            return row
        own = self.place_of_document(former.places[at].document)
        if own is not None and own.count:
            return own.first + min(row - former.places[at].first, own.count - 1)
        following = (self.place_of_document(place.document) for place in former.places[at + 1 :])
        return next((place.first for place in following if place is not None), row)

    def sentence(self, row: int) -> tuple[Document, int, Sentence]:
        """The document, the index in it and the sentence of a row."""
        place = self.place_of(row)
        document = self._load(place.document)
        index = row - place.first
        return document, index, document.sentences[index]


def row_file(library: Library) -> RowFile:
    """The row file of a library."""
    return RowFile(index_folders(library.path))


def index_of(
    library: Library, file: RowFile | None = None, proceed: Callable[[], bool] = lambda: True
) -> FindingIndex:
    """The index of all documents of a library, from its row file."""
    records = library.records.values()
    return FindingIndex(
        records, library.document, library.visits, proceed, file or row_file(library)
    )


def newest_first(records: Iterable[Record], visits: Iterable[Visit]) -> list[Record]:
    """Documents by the visit they report on, newest first; of one visit the letter first."""
    told: dict[str, str] = {}
    place: dict[str, int] = {}
    for visit in visits:
        for number, document in enumerate(visit.documents):
            if visit.when > told.get(document, ""):
                told[document], place[document] = visit.when, number
    by_place = sorted(records, key=lambda record: (place.get(record.id, 0), record.id))
    return sorted(
        by_place, key=lambda record: told.get(record.id) or record.date or "", reverse=True
    )
