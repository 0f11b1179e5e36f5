"""The quotations of the library's articles, each looked up in what the library holds.

Letters and reports of the article's councils come first, the nearest before the article's date
first of them; other papers and other articles only where those have nothing. A quotation of
what Ofsted found in a month that the article names is of a document of that month.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import msgspec

from store.checking.verdicts import FEWEST, NOT_FOUND, Shelf, Verdict
from store.checking.wording import segments_of
from store.library.library import Library, LibraryError
from store.library.record import Record
from store.model.document import Document, Quotation
from store.parsing.months import MONTH, month_number

Proceed = Callable[[], bool]


_DATED: Final = re.compile(rf"^Ofsted, (?P<month>{MONTH}) (?P<year>\d{{4}})$")


class CheckedQuotation(msgspec.Struct, frozen=True):
    """A quotation of an article with its verdict."""

    article: str
    number: int
    """Which of the article's quotations it is, from 0."""
    quotation: Quotation
    verdict: Verdict

    @property
    def own_words(self) -> bool:
        """Whether it is somebody's own words, for which there is nothing to be found in."""
        return self.quotation.voice in ("council", "other") and self.verdict.document is None


class QuotationChecker:
    """Checks articles of one library; the documents of a council are indexed once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._shelf = lru_cache(maxsize=4)(self._make_shelf)

    def check(self, article: str, proceed: Proceed = lambda: True) -> list[CheckedQuotation]:
        """The quotations of an article in order; fewer if `proceed` says no.

        Raises:
            LibraryError: the article's own file is missing or damaged.
        """
        document = self._library.document(article)
        if not document.quotations:
            return []
        tiers = sources_of(document, self._library.records.values())
        shelves = [self._shelf(frozenset(r.id for r in tier)) for tier in tiers]
        found = []
        for number, quotation in enumerate(document.quotations):
            if not proceed():
                break
            verdict = _check(quotation, document, tiers, shelves)
            found.append(CheckedQuotation(article, number, quotation, verdict))
        return found

    def check_all(self, articles: Iterable[str]) -> Iterator[CheckedQuotation]:
        """The quotations of several articles."""
        for article in articles:
            yield from self.check(article)

    def _make_shelf(self, ids: frozenset[str]) -> Shelf:
        return Shelf(self._documents(sorted(ids)))

    def _documents(self, ids: Iterable[str]) -> Iterator[Document]:
        for id in ids:
            try:
                yield self._library.document(id)
            except LibraryError:
                continue  # one damaged file must not cost the others; opening it tells of it


def articles_of(records: Iterable[Record]) -> list[Record]:
    """The articles that quote something, newest first."""
    quoting = [record for record in records if record.kind == "article" and record.quotations]
    return sorted(quoting, key=lambda record: (record.date or "", record.id), reverse=True)


def sources_of(article: Document, records: Iterable[Record]) -> list[list[Record]]:
    """Where its quotations may be from: letters and reports, then other papers and articles."""
    councils = {named.name for named in article.councils}
    own = [
        record
        for record in records
        if record.id != article.id and councils & {named.name for named in record.councils}
    ]
    own.sort(key=lambda record: _nearness(record, article.date))
    official = [record for record in own if record.kind not in ("article", "other")]
    others = [record for record in own if record.kind == "other"]
    articles = [record for record in own if record.kind == "article"]
    return [tier for tier in (official, [*others, *articles]) if tier]


def _check(
    quotation: Quotation,
    article: Document,
    tiers: Sequence[Sequence[Record]],
    shelves: Sequence[Shelf],
) -> Verdict:
    words = sum(len(segment.words) for segment in segments_of(quotation.text))
    month = _month_of(quotation.speaker)
    for tier, shelf in zip(tiers, shelves, strict=True):
        order: Sequence[Record] = tier
        if month:
            order = [record for record in tier if _is_of(record, month)]
        if words < FEWEST:
            # A word or two stand in many papers: only one that was out can be their source.
            order = [r for r in order if r.kind != "article" and not _later(r, article.date)]
        elif month:
            order = [*order, *(record for record in tier if record not in order)]
        verdict = shelf.check(quotation.text, [record.id for record in order])
        if verdict.document is not None:
            return verdict
    return NOT_FOUND


def _nearness(record: Record, day: str | None) -> tuple[int, int, str]:
    """Those out before the article first, nearest first; then later ones; then undated ones."""
    if not record.date or not day:
        return (2 if day else 0), -_days(record.date), record.id
    late = _later(record, day)
    return int(late), abs(_days(day) - _days(record.date)), record.id


def _later(record: Record, day: str | None) -> bool:
    """Whether a document came out after an article of this day."""
    if not record.date or not day:
        return False
    length = min(len(record.date), len(day))
    return record.date[:length] > day[:length]


def _days(told: str | None) -> int:
    """A date as a number of days; a month or a year by its first."""
    parts = [int(part) for part in (told or "1").split("-")]
    return date(*[*parts, 1, 1][:3]).toordinal()


def _month_of(speaker: str | None) -> str | None:
    """ "Ofsted, December 2016" -> "2016-12"."""
    match = _DATED.match(speaker or "")
    number = month_number(match.group("month")) if match else None
    return f"{match.group('year')}-{number:02}" if match and number else None


def _is_of(record: Record, month: str) -> bool:
    """Whether it came out in this month, or tells of a visit that was made in it."""
    if (record.date or "").startswith(month):
        return True
    visits = [visit for visit in record.visits if not visit.mentioned and visit.start]
    return any(
        (visit.start or "")[:7] <= month <= (visit.end or visit.start or "")[:7] for visit in visits
    )
