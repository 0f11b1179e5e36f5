"""Everything that an export writes of a library: what the filters leave, and what belongs to it."""

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from store.checking.alignment import Change
from store.checking.articles import QuotationChecker, articles_of
from store.comparing import Series, figure_series
from store.library import CouncilCard, Library, LibraryError, Record
from store.library.councils import told_at
from store.model.document import Document, Figure
from store.model.finding import Finding
from store.model.visit import Visit
from store.repeats.known import KnownRepeats
from store.selection import (
    Filters,
    FindingIndex,
    Selection,
    citation,
    councils_of,
    finding_of,
    findings,
    index_of,
    mark_repeats,
    with_repeats,
)

Proceed = Callable[[], bool]


class FigureTold(msgspec.Struct, frozen=True):
    """A figure with the sentence it stands in."""

    council: str
    document: str
    date: str | None
    figure: Figure
    text: str
    citation: str


class QuotationTold(msgspec.Struct, frozen=True):
    """A quotation of an article with what was found of it."""

    article: str
    outlet: str | None
    title: str
    """Of the article; its file's name where it has none."""
    date: str | None
    text: str
    speaker: str | None
    verdict: str
    difference: tuple[Change, ...]
    source: str | None
    """Citation of the passage it is from."""
    cut_off: str = ""
    """The word that stands before that passage and turns it round."""


class Selected(msgspec.Struct, frozen=True):
    """What is written. Findings are in the order of the screen, documents newest first."""

    words: str
    """The filters in words."""
    filters: Filters
    findings: tuple[Finding, ...]
    documents: tuple[Record, ...]
    """Every document in the place that the filters name, whether it has findings or not."""
    visits: tuple[Visit, ...]
    councils: tuple[CouncilCard, ...]
    figures: tuple[FigureTold, ...]
    quotations: tuple[QuotationTold, ...]
    earlier: dict[str, Finding]
    """Of each finding that repeats another: the earlier one."""
    repeats: KnownRepeats
    """What of the councils is told again; worked out for those of the findings."""
    themes: dict[str, str]
    """Id of each theme -> its name."""
    left_out: dict[str, str]
    """Documents that could not be read, with the reason."""
    shared: dict[str, tuple[str, ...]] = {}
    """Of each finding that speaks of several councils: which, by its id."""
    told_at: dict[str, tuple[int, int]] = {}
    """Concerns and strengths that each visit told of, by its key; whatever the filters leave."""

    @property
    def corrected(self) -> int:
        """How many of the findings a reader corrected."""
        return sum(finding.corrected for finding in self.findings)

    @property
    def models(self) -> list[str]:
        """The classifiers that labelled the documents."""
        return sorted({record.model for record in self.documents if record.model})

    def councils_of(self, finding: Finding) -> tuple[str, ...]:
        """The councils that a finding speaks of; none if none is known."""
        return self.shared.get(finding.id) or ((finding.council,) if finding.council else ())

    def theme_counts(self) -> list[tuple[str, int]]:
        """How many of the findings each theme has, most first."""
        counts = Counter(theme for finding in self.findings for theme in finding.themes)
        return counts.most_common()


def select(
    library: Library,
    filters: Filters,
    themes: dict[str, str],
    visit_words: str = "",
    proceed: Proceed = lambda: True,
) -> Selected:
    """Read what the filters leave; whatever was read stays whole if `proceed` says no."""
    index = index_of(library, proceed=proceed)
    known = KnownRepeats(library.document, library.visits)
    if filters.repeats:
        mark_repeats(index, known, filters.councils or known.councils)
    rows = Selection(index, filters).rows()
    told = findings(index, rows, library.visit_of, filters.councils)
    found = tuple(with_repeats(told, known))
    documents = _documents(library, index, filters)
    ids = {record.id for record in documents}
    names = filters.councils or tuple({n.name for r in documents for n in r.councils})
    visits = tuple(
        visit
        for visit in library.visits
        if visit.council in names and ids & {*visit.documents, *visit.mentions}
    )
    return Selected(
        words=filters.in_words(themes, visit_words),
        filters=filters,
        findings=found,
        documents=documents,
        visits=visits,
        councils=tuple(card for card in library.councils if card.name in names),
        figures=tuple(_figures(library, documents, names)),
        quotations=tuple(_quotations(library, documents, proceed)),
        earlier=_earlier(library, found),
        repeats=known,
        themes=themes,
        left_out=dict(index.left_out),
        shared=_shared(library, found, filters.councils),
        told_at={visit.key: told_at(visit, library.records) for visit in visits},
    )


def _shared(
    library: Library, found: tuple[Finding, ...], councils: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    shared = {}
    for finding in found:
        if len(library.records[finding.document].councils) > 1:
            document = library.document(finding.document)
            named = councils_of(document, document.sentences[finding.index], councils)
            if len(named) > 1:
                shared[finding.id] = named
    return shared


def series_of(selected: Selected, library: Library, council: str) -> list[Series]:
    """The figures of a council over time, of those documents that are selected."""
    told = figure_series(council, selected.documents, selected.visits, library.council_of)
    return [series for series in told if series.over_time]


def _documents(library: Library, index: FindingIndex, filters: Filters) -> tuple[Record, ...]:
    place = Filters(
        councils=filters.councils,
        visit=filters.visit,
        document=filters.document,
        kinds=filters.kinds,
        since=filters.since,
        until=filters.until,
    )
    bits = Selection(index, place).bits
    ids = [p.document for p in index.places if bits & index.bits("document", p.document)]
    return tuple(library.records[id] for id in ids)


def _figures(
    library: Library, documents: tuple[Record, ...], councils: tuple[str, ...]
) -> Iterator[FigureTold]:
    for record in documents:
        document = _document(library, record.id) if record.figures else None
        if document is None:
            continue
        for figure in document.figures:
            sentence = document.sentences[figure.sentence]
            council = document.council_of(sentence) or ""
            if not council or council in councils:
                yield FigureTold(
                    council,
                    record.id,
                    record.date,
                    figure,
                    sentence.text,
                    citation(document, sentence),
                )


def _quotations(
    library: Library, documents: tuple[Record, ...], proceed: Proceed
) -> Iterator[QuotationTold]:
    checker = QuotationChecker(library)
    for record in articles_of(documents):
        try:
            checked = checker.check(record.id, proceed)
        except LibraryError:
            continue  # `left_out` names it
        for one in checked:
            yield QuotationTold(
                article=record.id,
                outlet=record.outlet,
                title=record.title or record.name,
                date=record.date,
                text=one.quotation.text,
                speaker=one.quotation.speaker,
                verdict=one.standing,
                difference=tuple(one.verdict.difference),
                source=_source(library, one.verdict.document, one.verdict.sentence),
                cut_off=one.verdict.cut_off,
            )


def _source(library: Library, id: str | None, number: int | None) -> str | None:
    document = _document(library, id) if id is not None else None
    if document is None or number is None:
        return None
    return citation(document, document.sentences[number])


def _earlier(library: Library, found: tuple[Finding, ...]) -> dict[str, Finding]:
    """The findings that others repeat, by the id of the one that repeats."""
    earlier = {}
    for finding in found:
        id, _, number = (finding.repeat_of or "").rpartition(":")
        document = _document(library, id) if id else None
        if document is not None:
            place = int(number)
            earlier[finding.id] = finding_of(
                document, place, document.sentences[place], library.visit_of
            )
    return earlier


def _document(library: Library, id: str) -> Document | None:
    try:
        return library.document(id)
    except LibraryError:
        return None
