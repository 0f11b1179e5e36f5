"""Searching a library: a query and the filters in force give rows of the index, best first."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Final

import msgspec
import tantivy

from store.rows import Rows, bits_of
from store.rows.bitsets import as_bytes
from store.search.analysis import words_of
from store.search.choices import Choices
from store.search.query import Query, Term, parse
from store.search.rows_in_words import facet_term
from store.search.word_index import (
    MOST_SENTENCES,
    SENTENCE_BITS,
    Hits,
    WordIndex,
    WordsDamaged,
    day_number,
    key_of,
    number_of,
)
from store.selection import Filters, FindingIndex, Selection

MOST_RANKED: Final = 10_000
"""So many of the best are ranked; how many there are beyond is told."""
ALL: Final = 1 << 40


class Found(msgspec.Struct, frozen=True):
    """What a query finds."""

    query: Query
    rows: Sequence[int]
    """Rows of the index: best first, or newest first where there is nothing to rank by."""
    count: int
    """How many there are; `rows` may hold only the best of them."""
    ranked: bool
    scores: Sequence[float] = ()
    """One a row where they are ranked: BM25 of the words."""


class Search:
    """Searches the sentences of one index."""

    def __init__(self, index: FindingIndex, words: WordIndex, choices: Choices) -> None:
        self.index = index
        self.words = words
        self.choices = choices
        self._firsts = {
            number_of(key_of(kept)): place.first
            for kept, place in zip(index.kept, index.places, strict=True)
        }

    def understand(self, text: str, *, typing: bool = False) -> Query:
        """The query of a text. While it is typed, a last word that is none yet may go on."""
        query = parse(text, self.choices)
        last = query.terms[-1] if query.terms else None
        if typing and last and not (last.phrase or last.prefix) and text.endswith(last.text):
            words = words_of(last.text)
            if words and not self.words.knows(words[-1]):
                finished = msgspec.structs.replace(last, prefix=True)
                return msgspec.structs.replace(query, terms=(*query.terms[:-1], finished))
        return query

    def find(self, query: Query, filters: Filters | None = None, most: int = MOST_RANKED) -> Found:
        """What a query finds among what the filters leave.

        Raises:
            WordsDamaged: the index of words has to be made anew; see `WordIndex.follow`.
        """
        filters = filters or Filters()
        if query.is_empty:
            return Found(query, (), 0, False)
        if not query.wanted:
            return self._newest_first(query, filters)
        exact = self._exact(filters)
        asked = _all_of(
            [
                *(self._term(term) for term in query.wanted),
                *self._restrictions(query, filters),
            ],
            [*(self._term(term) for term in query.unwanted), *self._excluded(query)],
        )
        hits = self.words.search(asked, ALL if exact is not None else most)
        rows, scores = self._rows(hits)
        count = hits.total
        if exact is not None:
            among = as_bytes(exact, self.index.rows)
            fitting = [bool(among[row >> 3] >> (row & 7) & 1) for row in rows]
            rows, scores = list(compress(rows, fitting)), list(compress(scores, fitting))
            count = len(rows)
        if len(rows) <= MOST_RANKED:  # of equal ones the newest first
            order = sorted(range(len(rows)), key=lambda at: (-scores[at], rows[at]))
            rows, scores = [rows[at] for at in order], [scores[at] for at in order]
        return Found(query, rows[:most], count, True, scores[:most])

    def _newest_first(self, query: Query, filters: Filters) -> Found:
        """Fields alone are answered by the bits, in the order of browsing."""
        bits = Selection(self.index, filters).bits
        for field, values in query.fields:
            bits &= self._any(field, values)
        for field, values in query.excluded:
            bits &= ~self._any(field, values)
        if query.since or query.until:
            bits &= self.index.between(query.since, query.until)
        for term in query.unwanted:
            rows, _ = self._rows(self.words.search(self._term(term), ALL))
            bits &= ~bits_of(rows, self.index.rows)
        left = Rows(bits)
        return Found(query, left, len(left), False)

    def _any(self, field: str, values: Iterable[str]) -> int:
        bits = 0
        for value in values:
            bits |= self.index.bits(field, value)
        return bits

    def _rows(self, hits: Hits) -> tuple[list[int], list[float]]:
        """Rows with their scores; what the index does not hold any more is left out."""
        firsts = self._firsts
        numbers = [place >> SENTENCE_BITS for place in hits.places]
        if not firsts.keys() >= set(numbers):
            known = [number in firsts for number in numbers]
            numbers = list(compress(numbers, known))
            hits = Hits(
                list(compress(hits.scores, known)), list(compress(hits.places, known)), hits.total
            )
        rows = [
            firsts[number] + (place & MOST_SENTENCES)
            for number, place in zip(numbers, hits.places, strict=True)
        ]
        return rows, hits.scores

    # To the engine's queries

    def _term(self, term: Term) -> tantivy.Query:
        schema, words = self.words.schema, words_of(term.text)
        if not words:
            return tantivy.Query.empty_query()
        if term.prefix:
            started = f"{words[-1]}.*"  # letters and digits alone: nothing to escape
            if len(words) == 1:
                return tantivy.Query.regex_query(schema, "text", started)
            return tantivy.Query.regex_phrase_query(schema, "text", [*words[:-1], started])
        if len(words) == 1:
            return tantivy.Query.term_query(schema, "text", words[0], "freq")
        return tantivy.Query.phrase_query(schema, "text", list(words))

    def _restrictions(self, query: Query, filters: Filters) -> list[tantivy.Query]:
        """What narrows without counting for the rank."""
        wanted: list[tuple[str, Sequence[str]]] = list(query.fields)
        wanted += [
            (name, values)
            for name, values in (
                ("council", filters.councils),
                ("group", filters.groups),
                ("voice", filters.voices),
                ("kind", filters.kinds),
                ("polarity", filters.polarities if filters.shown != "all" else ()),
            )
            if values
        ]
        if filters.every_theme:
            wanted += [("theme", (theme,)) for theme in filters.themes]
        elif filters.themes:
            wanted.append(("theme", filters.themes))
        narrowing = [self._facet(field, values) for field, values in wanted]
        for since, until in (
            (query.since, query.until),
            (filters.since, filters.until),
        ):
            if since or until:
                narrowing.append(self._between(since, until))
        if filters.document:
            narrowing.append(self._documents([filters.document]))
        if filters.visit:
            visit = self.index.visit(filters.visit)
            narrowing.append(self._documents(visit.documents if visit else ()))
            if visit:
                narrowing.append(self._facet("council", (visit.council,)))
        return [tantivy.Query.const_score_query(each, 0.0) for each in narrowing]

    def _excluded(self, query: Query) -> list[tantivy.Query]:
        return [self._facet(field, values) for field, values in query.excluded]

    def _facet(self, field: str, values: Iterable[str]) -> tantivy.Query:
        terms = [facet_term(field, value) for value in values]
        return tantivy.Query.term_set_query(self.words.schema, "facet", terms)

    def _documents(self, ids: Iterable[str]) -> tantivy.Query:
        keys = [key_of(kept) for kept in self.index.kept if kept.id in set(ids)]
        return tantivy.Query.term_set_query(self.words.schema, "document", keys)

    def _between(self, since: str | None, until: str | None) -> tantivy.Query:
        """Documents dated within these days; a date as exact as a month counts as in it."""
        schema = self.words.schema
        first = day_number(since or "0000") or 1
        last = int((until or "9999").replace("-", "")[:8].ljust(8, "9"))
        within = tantivy.Query.range_query(
            schema, "date", tantivy.FieldType.Unsigned, first, max(first, last)
        )
        if last < first:
            return tantivy.Query.empty_query()
        starts = {day_number(since[:4]), day_number(since[:7])} if since else set()
        looser = [day for day in sorted(starts) if 0 < day < first and day <= last]
        if not looser:
            return within
        exact = [tantivy.Query.term_query(schema, "date", day, "basic") for day in looser]
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, each) for each in [within, *exact]]
        )

    def _exact(self, filters: Filters) -> int | None:
        """The rows of filters that the engine knows nothing of; None if there are none."""
        if not (filters.containing or filters.repeats):
            return None
        return Selection(self.index, filters).bits


def _all_of(wanted: Sequence[tantivy.Query], unwanted: Sequence[tantivy.Query]) -> tantivy.Query:
    clauses = [(tantivy.Occur.Must, each) for each in wanted]
    clauses += [(tantivy.Occur.MustNot, each) for each in unwanted]
    return tantivy.Query.boolean_query(clauses)


__all__ = ["ALL", "MOST_RANKED", "Found", "Search", "WordsDamaged"]
