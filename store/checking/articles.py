"""The quotations of the library's articles and of councils' papers, each looked up in what the
library holds.

Letters and reports of the article's councils come first, the nearest before the article's date
first of them; other papers and other articles only where those have nothing. A quotation of
what Ofsted found in a month that the article names is of a document of that month. Where the
library lacks the letter that the article is on, a word or two stand in others by chance, and
that a quotation is found nowhere tells nothing of the newspaper.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal

import msgspec

from store.checking.negation import told_before
from store.checking.subjects import day_number, is_later, subjects
from store.checking.verdicts import FEWEST, NOT_FOUND, Shelf, Verdict, VerdictWord
from store.checking.wording import segments_of
from store.library.library import Library, LibraryError
from store.library.record import Record
from store.model.document import Document, Quotation
from store.model.vocabulary import GRADES
from store.parsing.times.months import MONTH, month_number

Proceed = Callable[[], bool]


Standing = VerdictWord | Literal["own words", "letter not held"]
"""A verdict, or why there is none."""

_DATED: Final = re.compile(rf"^Ofsted, (?P<month>{MONTH}) (?P<year>\d{{4}})$")


class CheckedQuotation(msgspec.Struct, frozen=True):
    """A quotation of an article with its verdict."""

    article: str
    number: int
    """Which of the article's quotations it is, from 0."""
    quotation: Quotation
    verdict: Verdict
    letter_held: bool = True
    """Whether the library has a letter or report that it may be from: one that the article may be
    on, or of the month in which Ofsted is said to have found it."""

    @property
    def standing(self) -> Standing:
        """The verdict as readers are told it."""
        if self.own_words:
            return "own words"
        return "letter not held" if self.unsettled else self.verdict.verdict

    @property
    def unsettled(self) -> bool:
        """Whether it was not found, but could only be where the library does not reach."""
        lacking = not self.letter_held and self.verdict.document is None
        return lacking and not self.own_words

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
        sources = _Sources(document, tiers, shelves)
        verdicts: dict[int, Verdict] = {}
        short = []
        for number, quotation in enumerate(document.quotations):
            if not proceed():
                return []
            if _stands_anywhere(quotation):
                short.append(number)
            else:
                verdicts[number] = sources.check(quotation)
        phrases = {
            verdict.document
            for number, verdict in verdicts.items()
            if verdict.document and is_phrase(document.quotations[number])
        }
        own = self._own_letters(document, tiers, phrases)
        official = _official(tiers)
        found = []
        for number, quotation in enumerate(document.quotations):
            named = document.sentences[quotation.sentence].council
            concerned = [own[named]] if named in own else [*own.values()]
            held = bool(concerned) and all(concerned)
            if month := _month_of(quotation.speaker):
                held = any(_is_of(record, month) for record in official)
            if number in short:
                verdicts[number] = sources.check(quotation) if held else NOT_FOUND
            verdict = _as_told(verdicts[number], quotation, document)
            found.append(CheckedQuotation(article, number, quotation, verdict, held))
        return found

    def _own_letters(
        self, article: Document, tiers: Sequence[Sequence[Record]], quoted: Collection[str]
    ) -> dict[str, bool]:
        """For each council of the article: whether a letter that it may be on is held."""
        official = _official(tiers)
        return {
            named.name: bool(
                subjects(article, official, self._library.visits, quoted, council=named.name)
            )
            for named in article.councils
        }

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


def _as_told(verdict: Verdict, quotation: Quotation, article: Document) -> Verdict:
    """The verdict without a word that was cut off, if the article has one of its own for it."""
    if not verdict.cut_off:
        return verdict
    sentence = article.sentences[quotation.sentence]
    begin = (
        quotation.start - sentence.start if quotation.end else sentence.text.find(quotation.text)
    )
    told = begin > 0 and told_before(sentence.text[:begin])
    return msgspec.structs.replace(verdict, cut_off="") if told else verdict


def quotes(record: Record) -> bool:
    """Whether it is a newspaper's or a council's paper: an article, or a paper that quotes."""
    return record.kind == "article" or (record.kind == "other" and record.quotations > 0)


def articles_of(records: Iterable[Record]) -> list[Record]:
    """The articles and the papers of councils that quote something, newest first."""
    quoting = [record for record in records if quotes(record) and record.quotations]
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


def _official(tiers: Iterable[Iterable[Record]]) -> list[Record]:
    """The letters and reports among papers."""
    return [r for tier in tiers for r in tier if r.kind not in ("article", "other")]


class _Sources:
    """Where the quotations of one article may be from."""

    def __init__(
        self,
        article: Document,
        tiers: Sequence[Sequence[Record]],
        shelves: Sequence[Shelf],
    ) -> None:
        self._article = article
        self._tiers = tuple(zip(tiers, shelves, strict=True))

    def check(self, quotation: Quotation) -> Verdict:
        """The verdict of the first sources that have it."""
        month = _month_of(quotation.speaker)
        day = self._article.date
        for tier, shelf in self._tiers:
            order: Sequence[Record] = tier
            if month:
                order = [record for record in tier if _is_of(record, month)]
            if not is_phrase(quotation):
                # A word or two stand in many papers: only one that was out can be their source.
                order = [r for r in order if r.kind != "article" and not is_later(r, day)]
            elif month:
                order = [*order, *(record for record in tier if record not in order)]
            verdict = shelf.check(quotation.text, [record.id for record in order])
            if verdict.document is not None:
                return verdict
        return NOT_FOUND


def is_phrase(quotation: Quotation) -> bool:
    """Whether it has so many words that they do not stand elsewhere by chance."""
    return sum(len(segment.words) for segment in segments_of(quotation.text)) >= FEWEST


def _stands_anywhere(quotation: Quotation) -> bool:
    """Whether it is a word or two, of no month and no grade, that other letters have by chance."""
    if is_phrase(quotation) or _month_of(quotation.speaker):
        return False
    words = [word for segment in segments_of(quotation.text) for word in segment.words]
    return " ".join(words) not in GRADES


def _nearness(record: Record, day: str | None) -> tuple[int, int, str]:
    """Those out before the article first, nearest first; then later ones; then undated ones."""
    if not record.date or not day:
        return (2 if day else 0), -day_number(record.date), record.id
    late = is_later(record, day)
    return int(late), abs(day_number(day) - day_number(record.date)), record.id


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
