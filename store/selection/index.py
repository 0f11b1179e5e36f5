"""All sentences of a library as rows, with one big integer of bits for each facet value.

Row n is bit n. Documents lie newest visit first, so reading the bits upwards gives the order in
which findings are shown. Filtering is `&` on integers and counting is `bit_count`: at a million
rows both take well under a millisecond, without an array library. The text of a row is read from
its document only when it is shown.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import msgspec

from store.library.record import Record
from store.model.document import Document, Sentence
from store.model.visit import Visit

Facet = tuple[str, str]
"""A facet and its value: ("theme", "workforce"), ("polarity", "concern")."""


class Place(msgspec.Struct, frozen=True):
    """Where the rows of one document lie."""

    document: str
    first: int
    count: int
    councils: tuple[str, ...]
    date: str


class FindingIndex:
    """Rows and bits of a set of documents."""

    def __init__(
        self,
        records: Iterable[Record],
        load: Callable[[str], Document],
        visits: Iterable[Visit] = (),
        proceed: Callable[[], bool] = lambda: True,
    ) -> None:
        """Read every document once.

        Args:
            records: the cards of the documents.
            load: gives the document of an id; one that raises is left out.
            visits: the visits that the documents tell of.
            proceed: asked before each document; False ends the reading early.
        """
        self._load = load
        self.places: list[Place] = []
        self.left_out: dict[str, str] = {}
        """Documents whose files could not be read, with the reason."""
        self._bits: dict[Facet, int] = {}
        self._texts: list[str] = []
        visits = list(visits)
        ordered = _newest_first(records, visits)
        rows: dict[Facet, list[int]] = {}
        first = 0
        for record in ordered:
            if not proceed():
                break
            try:
                document = load(record.id)
            except Exception as error:  # one damaged file must not hide the others
                self.left_out[record.id] = str(error)
                continue
            self._add(record, document, first, rows)
            first += len(document.sentences)
        self.rows = first
        self._bits.update({facet: _bits(listed, first) for facet, listed in rows.items()})
        self._starts = [place.first for place in self.places]
        self._add_visits(visits)

    def _add(
        self, record: Record, document: Document, first: int, rows: dict[Facet, list[int]]
    ) -> None:
        names = tuple(named.name for named in record.councils)
        self.places.append(
            Place(record.id, first, len(document.sentences), names, record.date or "")
        )
        for row, sentence in enumerate(document.sentences, first):
            self._texts.append(sentence.text.lower())
            rows.setdefault(("voice", sentence.voice), []).append(row)
            for facet in _read_on(sentence):
                rows.setdefault(facet, []).append(row)
            for group in sentence.groups:
                rows.setdefault(("group", group), []).append(row)
            for name in [sentence.council] if sentence.council else names:
                rows.setdefault(("council", name), []).append(row)
        span = _span(first, len(document.sentences))
        for facet in (("document", record.id), ("kind", record.kind)):
            self._bits[facet] = self._bits.get(facet, 0) | span

    def _add_visits(self, visits: Iterable[Visit]) -> None:
        for visit in visits:
            bits = 0
            for document in visit.documents:
                bits |= self._bits.get(("document", document), 0)
            self._bits[("visit", visit.key)] = bits & self._bits.get(("council", visit.council), 0)

    def mark(self, facet: str, value: str, rows: list[int], among: int = 0) -> None:
        """Give these rows a value that became known only after the documents were read.

        The other rows of `among` lose it.
        """
        others = self.bits(facet, value) & ~among
        self._bits[(facet, value)] = others | _bits(rows, self.rows)

    def follow(self, document: str) -> bool:
        """A document's labels are others now, its sentences the same: count them as they are.

        False if its sentences are others too, or it cannot be read: the index is out of date.
        """
        place = next((place for place in self.places if place.document == document), None)
        if place is None:
            return document in self.left_out
        try:
            sentences = self._load(document).sentences
        except Exception:  # whatever is wrong with it is told when the index is made anew
            return False
        if [sentence.text.lower() for sentence in sentences] != self._texts_of(place):
            return False
        rows: dict[Facet, list[int]] = {}
        for row, sentence in enumerate(sentences, place.first):
            for facet in _read_on(sentence):
                rows.setdefault(facet, []).append(row)
        others = ~_span(place.first, place.count)
        for facet in {*rows, *(facet for facet in self._bits if facet[0] in _OF_READERS)}:
            kept = self._bits.get(facet, 0) & others
            self._bits[facet] = kept | _bits(rows.get(facet, []), self.rows)
        return True

    def _texts_of(self, place: Place) -> list[str]:
        return self._texts[place.first : place.first + place.count]

    # Asking

    def bits(self, facet: str, value: str) -> int:
        """The rows with this value; 0 if there are none."""
        return self._bits.get((facet, value), 0)

    @cached_property
    def every(self) -> int:
        """All rows."""
        return (1 << self.rows) - 1

    def values(self, facet: str) -> list[str]:
        """The values that occur for a facet."""
        return [value for name, value in self._bits if name == facet]

    def between(self, since: str | None, until: str | None) -> int:
        """The rows of documents dated within these days (either may be open)."""
        bits = 0
        for place in self.places:
            if not place.date:
                continue
            late_enough = since is None or place.date >= since[: len(place.date)]
            if late_enough and (until is None or place.date[: len(until)] <= until):
                bits |= _span(place.first, place.count)
        return bits

    def containing(self, text: str, within: int | None = None) -> int:
        """The rows whose sentence holds this text, in any case, among those of `within`."""
        wanted = text.lower()
        if not wanted:
            return self.every
        if within is None:
            listed = [row for row, known in enumerate(self._texts) if wanted in known]
        else:
            listed = [row for row in rows_of(within) if wanted in self._texts[row]]
        return _bits(listed, self.rows)

    def place_of(self, row: int) -> Place:
        """The document that a row lies in."""
        return self.places[bisect_right(self._starts, row) - 1]

    def row_of(self, document: str, index: int) -> int | None:
        """The row of a document's sentence."""
        for place in self.places:
            if place.document == document and index < place.count:
                return place.first + index
        return None

    def sentence(self, row: int) -> tuple[Document, int, Sentence]:
        """The document, the index in it and the sentence of a row."""
        place = self.place_of(row)
        document = self._load(place.document)
        index = row - place.first
        return document, index, document.sentences[index]


_OF_READERS = ("polarity", "theme", "corrected", "flagged")
"""The facets that a correction may change."""


def _read_on(sentence: Sentence) -> Iterator[Facet]:
    """The facets of a sentence that a correction may change."""
    yield "polarity", sentence.polarity
    for theme in sentence.themes:
        yield "theme", theme
    if sentence.corrected:
        yield "corrected", "yes"
    if sentence.flagged:
        yield "flagged", "yes"


def _newest_first(records: Iterable[Record], visits: Iterable[Visit]) -> list[Record]:
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


def rows_of(bits: int) -> Iterator[int]:
    """The set bits, lowest first."""
    base = 0
    while bits:
        chunk = bits & _CHUNK
        while chunk:
            low = chunk & -chunk
            yield base + low.bit_length() - 1
            chunk ^= low
        bits >>= _WIDTH
        base += _WIDTH


_WIDTH = 4096
_CHUNK = (1 << _WIDTH) - 1


def _span(first: int, count: int) -> int:
    return ((1 << count) - 1) << first


def _bits(rows: list[int], size: int) -> int:
    """Row numbers to one integer."""
    marks = bytearray((size + 7) // 8)
    for row in rows:
        marks[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(marks, "little")
