"""What is selected as tables: a name, columns and rows each, for CSV, JSON lines and workbooks."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from store.checking.changes import differences_in_words
from store.export.selected import Selected
from store.library.record import CONCERNS, STRENGTHS
from store.model.amounts import amount_in_words
from store.model.vocabulary import AREAS, KINDS, VISIT_KINDS, group_in_words
from store.reading.clean import clean
from store.selection.filters import SHOWN, Filters

Cell = str | int | float | None
ALL: Final = ""
"""Stands for all findings in the place of a theme."""


class Table(msgspec.Struct, frozen=True):
    """A table. Every row has as many cells as there are columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    links: dict[str, str] = {}
    """Source file of each document id, for the column "document"."""


def table(selected: Selected, name: str) -> Table:
    """One table by its name, a key of TABLES."""
    columns, rows = TABLES[name]
    links = {record.id: record.path for record in selected.documents}
    told = tuple(tuple(_cell(value) for value in row) for row in rows(selected))
    named = _matrix_columns(selected) if name == "matrix" else columns
    return Table(name, named, told, links)


def _cell(value: Cell) -> Cell:
    return clean(value).strip() if isinstance(value, str) else value


Rows = Iterator[tuple[Cell, ...]]


def _findings(selected: Selected) -> Rows:
    for finding in selected.findings:
        earlier = selected.earlier.get(finding.id)
        yield (
            "; ".join(selected.councils_of(finding)) or None,
            finding.date,
            KINDS[finding.kind],
            finding.polarity,
            "; ".join(selected.themes.get(theme, theme) for theme in finding.themes),
            "; ".join(group_in_words(group) for group in finding.groups),
            finding.text,
            finding.citation,
            finding.section,
            finding.paragraph,
            finding.page,
            finding.voice,
            finding.confidence,
            "yes" if finding.corrected else "no",
            earlier.citation if earlier else None,
            finding.visit,
            finding.document,
            finding.id,
        )


def _figures(selected: Selected) -> Rows:
    for told in selected.figures:
        figure = told.figure
        yield (
            told.council,
            told.date,
            figure.measure,
            figure.value,
            figure.low,
            figure.high,
            figure.unit,
            figure.direction,
            figure.before,
            amount_in_words(figure),
            figure.as_of,
            told.text,
            told.citation,
            told.document,
        )


def _judgements(selected: Selected) -> Rows:
    councils = {card.name for card in selected.councils}
    for record in selected.documents:
        names = [named.name for named in record.councils if named.name in councils]
        for name in names if record.judgements else ():
            for area, grade in record.judgements.items():
                yield name, record.date, AREAS.get(area, area), grade, record.title, record.id
        for name, since in record.judged_inadequate.items():
            if name in councils:
                told = f"told by {_kind(record.kind)}"
                yield name, since, AREAS["overall"], "inadequate", told, record.id
        for name, grade in record.graded_now.items():
            if name in councils:
                told = f"told by {_kind(record.kind)}"
                yield name, record.inspected(name), AREAS["overall"], grade, told, record.id


def _kind(kind: str) -> str:
    words: dict[str, str] = {str(known): name for known, name in KINDS.items()}
    return words.get(kind, kind)


def _visits(selected: Selected) -> Rows:
    counts = Counter(
        (finding.document, council)
        for finding in selected.findings
        if finding.visit  # what looks back at an earlier visit is not of the document's own
        for council in selected.councils_of(finding)
    )
    for visit in selected.visits:
        concerns, strengths = selected.told_at[visit.key]
        yield (
            visit.council,
            VISIT_KINDS[visit.kind],
            visit.ordinal,
            visit.start,
            visit.end,
            "; ".join(visit.focus),
            concerns,
            strengths,
            sum(counts[document, visit.council] for document in visit.documents),
            "; ".join(visit.documents),
            visit.key,
        )


def _quotations(selected: Selected) -> Rows:
    for told in selected.quotations:
        yield (
            told.outlet,
            told.date,
            told.speaker,
            told.text,
            told.verdict,
            differences_in_words(told.difference, told.cut_off) or None,
            told.source,
            told.title,
            told.article,
        )


def _documents(selected: Selected) -> Rows:
    for record in selected.documents:
        yield (
            "; ".join(named.name for named in record.councils),
            _kind(record.kind),
            record.title,
            record.date,
            record.sentences,
            record.quotations,
            record.path,
            record.model,
            record.id,
        )


def _matrix_columns(selected: Selected) -> tuple[str, ...]:
    return ("council", "counted", *selected.themes.values(), "findings")


def _matrix(selected: Selected) -> Rows:
    """How many of the selected findings each council has of each theme, concerns and strengths
    in rows of their own, as the app counts them: a mixed finding is counted in both."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for finding in selected.findings:
        for counted in _counted(selected.filters, finding.polarity):
            for name in selected.councils_of(finding) or ("",):
                row = counts.setdefault((name, counted), Counter())
                row.update(finding.themes)
                row[ALL] += 1
    for (name, counted), told in sorted(counts.items()):
        yield name, counted, *(told[theme] for theme in selected.themes), told[ALL]


def _counted(filters: Filters, polarity: str) -> Iterator[str]:
    """In which rows of the matrix a finding counts. What the filters leave of one polarity alone
    goes by that polarity, for "concerns" would have the mixed ones with them."""
    if filters.shown not in SHOWN:
        yield polarity
        return
    if polarity in CONCERNS and "concern" in filters.polarities:
        yield "concerns"
    if polarity in STRENGTHS and "strength" in filters.polarities:
        yield "strengths"


TABLES: Final[dict[str, tuple[tuple[str, ...], Callable[[Selected], Rows]]]] = {
    "findings": (
        (
            "council", "date", "kind", "polarity", "themes", "groups", "text", "citation",
            "section", "paragraph", "page", "voice", "confidence", "corrected", "repeat of",
            "visit", "document", "id",
        ),
        _findings,
    ),
    "figures": (
        (
            "council", "date", "measure", "value", "low", "high", "unit", "direction", "before",
            "in words", "as of", "sentence", "citation", "document",
        ),
        _figures,
    ),
    "judgements": (("council", "date", "area", "grade", "told by", "document"), _judgements),
    "visits": (
        (
            "council", "kind", "ordinal", "start", "end", "focus", "concerns", "strengths",
            "selected", "documents", "visit",
        ),
        _visits,
    ),
    "quotations": (
        (
            "outlet", "date", "speaker", "quotation", "verdict", "differs", "source", "title",
            "document",
        ),
        _quotations,
    ),
    "documents": (
        (
            "councils", "kind", "title", "date", "sentences", "quotations", "file", "model",
            "document",
        ),
        _documents,
    ),
    "matrix": (("council", "counted"), _matrix),
}  # fmt: skip
"""Every table with its columns; the matrix has a column a theme besides."""


def counted(name: str, rows: int) -> str:
    """ "1 figure", "3,826 findings"; the matrix has rows."""
    what = "rows" if name == "matrix" else name
    return f"{rows:,} {what[:-1] if rows == 1 else what}"
