"""A visit, or a council as a whole, as content: what is printed, and what is not."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.content import Content

from store.library import CouncilCard, Record
from store.library.councils import latest_inspection
from store.model.amounts import (
    amount_in_words,
    before_in_words,
    is_peak,
    largest,
    unit_in_words,
)
from store.model.dates import in_words, range_in_words
from store.model.document import Document, Figure
from store.model.visit import Visit
from store.model.vocabulary import AREAS, FRAMEWORKS, KINDS, LETTER_KINDS, Grade
from tui import text
from tui.panes.council_rows import sparkline

LABEL_WIDTH = 13
NOT_PRINTED = "not printed"


def visit_text(
    card: CouncilCard,
    visit: Visit,
    documents: Sequence[Document],
    width: int,
    *,
    evidence: bool = False,
) -> Content:
    """Who, when, what it looked at, who inspected, figures, judgements, documents."""
    best = documents[0] if documents else None
    rows = [
        text.line(text.words(card.name, "bold $accent"), " · ", (visit.name, "bold")),
        Content(_when(visit, documents)),
    ]
    judged, judging = _judged_inadequate(card.name, documents)
    if judged and judging:
        rows.append(_inadequate_in_words(card.name, judged, judging))
    if not documents:
        rows.append(Content(""))
        rows.append(
            Content.styled(
                "No letter of this visit is in the library; it is only looked back at "
                "in other documents.",
                "$quiet",
            )
        )
        return _wrapped(rows, width)
    rows.append(Content(""))
    fields = _Fields(width, evidence, best.evidence if best else {})
    fields.printed(_dating(visit, documents), "visits", card.name)
    for source in ("ordinal", "letter_date", "published"):
        fields.source(source)
    fields.printed(judging, "judged_inadequate", card.name)
    if visit.kind != "inspection":
        fields.listed("Looked at", list(visit.focus), "focus")
    if best and best.kind != "article":
        fields.listed(
            "Inspectors",
            [_person(p.name, p.role) for p in best.inspectors],
            "inspectors" if best.kind in LETTER_KINDS else "lead_inspector",
        )
    if best and best.kind in LETTER_KINDS:
        fields.listed("Addressed to", [best.addressee] if best.addressee else [], "addressee")
    figures = _figures(documents)
    if figures:
        fields.listed("Figures", figures, "")
    if best and best.judgements:
        fields.grades("Judgements", best.judgements)
    if best and best.recommendations:
        count = len(best.recommendations)
        fields.listed("To improve", [f"{count} area{'s' if count > 1 else ''} named"], "")
    fields.listed("Documents", [_document(d) for d in documents], "")
    for note in best.notes if best else ():
        fields.listed("Note", [note], "")
    return text.lines([*_wrap_rows(rows, width), *fields.rows])


def council_text(
    card: CouncilCard,
    records: Sequence[Record],
    width: int,
    *,
    printed: Mapping[str, str] | None = None,
) -> Content:
    """A council as a whole: its judgement, the grades of its last inspection, its visits.

    `printed`: the words behind them as `printed_of_council` gives them, where they are asked for.
    """
    if not card.name:
        return _without_council(records, width)
    rows = [text.words(card.name, "bold $accent")]
    if card.judgement:
        rows.append(text.line(text.grade(card.judgement), f" · {in_words(card.judged or '')}"))
    elif card.areas:
        rows.append(Content.styled("judged by area, without an overall grade", "$quiet"))
    else:
        rows.append(Content.styled("no judgement in this library", "$quiet"))
    fields = _Fields(width, printed is not None, printed or {})
    fields.rows.extend(_wrap_rows(rows, width))
    fields.source("judgement")
    fields.rows.append(Content(""))
    if card.areas:
        fields.grades("Last grades", card.areas)
    counts = f"{card.concerns} concerns and {card.strengths} strengths"
    fields.listed("Findings", [f"{counts} in {_documents(card.documents)}"], "")
    trend = sparkline(card.trend)
    if trend:
        fields.listed("Concerns", [f"{trend}  by visit, oldest first"], "")
    held = sum(bool(visit.documents) for visit in card.visits)
    count = len(card.visits)
    every = "with their documents" if count > 1 else "with its documents"
    told = every if held == count else f"{held or 'none'} of them with documents here"
    if count == 1 and not held:
        told = "no document of it here"
    fields.listed("Visits", [f"{count}, {told}" if count else "none known"], "")
    if card.areas == {} and not records:
        fields.listed("Documents", [], "")
    return text.lines(fields.rows)


def printed_of_council(
    card: CouncilCard, records: Sequence[Record], load: Callable[[str], Document]
) -> dict[str, str]:
    """What was read from which printed words: "judgement", and "judgements.AREA" for each grade.

    Args:
        card: the council.
        records: the cards of its documents.
        load: gives the document of an id.

    Raises:
        LibraryError: a document cannot be read.
    """
    latest = latest_inspection(records)
    printed = dict(load(latest.id).evidence) if latest else {}
    printed = {field: words for field, words in printed.items() if field.startswith("judgements.")}
    if card.basis and (latest is None or card.basis != latest.id):
        basis = load(card.basis)
        graded = basis.evidence.get("judgements.overall") if basis.judgements else None
        told = "judged_inadequate" if card.judgement == "inadequate" else "graded_now"
        words = graded or basis.proof(told, card.name)
        if words:
            printed["judgement"] = words
    return printed


def _without_council(records: Sequence[Record], width: int) -> Content:
    """The documents that name no council, each by the name of its file."""
    rows = [
        text.line(("no council", "bold $accent")),
        Content.styled("No council could be read from these documents.", "$quiet"),
        Content(""),
    ]
    fields = _Fields(width, False, {})
    fields.listed("Documents", [record_in_words(record) for record in records], "")
    return text.lines([*_wrap_rows(rows, width), *fields.rows])


def record_in_words(record: Record) -> str:
    """ "shopping.txt: other document", "letter.pdf: focused visit letter, 21 Jan 2020"."""
    return f"{record.name}: {kind_and_date(record)}"


def kind_and_date(record: Record) -> str:
    """ "other document", "focused visit letter, 21 Jan 2020"."""
    when = f", {in_words(record.date)}" if record.date else ""
    return f"{KINDS[record.kind]}{when}"


class _Fields:
    """Names of fields in a column, their values beside them."""

    def __init__(self, width: int, evidence: bool, printed: Mapping[str, str]) -> None:
        self.rows: list[Content] = []
        self._width = width
        self._evidence = evidence
        self._printed = printed

    def listed(self, name: str, values: Sequence[str], source: str) -> None:
        """A field with its values, one below the other; "not printed" if there are none."""
        shown = [text.words(value) for value in values] or [
            Content.styled(NOT_PRINTED, "$quiet italic")
        ]
        head = text.label(name)
        for value in shown:
            self.rows.extend(text.hanging(head, value, self._width, LABEL_WIDTH))
            head = Content("")
        self.source(source)

    def pairs(self, name: str, pairs: Sequence[tuple[str, Content]]) -> None:
        """Values in a column of their own, below the name of the field."""
        self.rows.append(text.label(name))
        column = max((len(label) for label, _ in pairs), default=0) + 2
        for label, value in pairs:
            head = Content(f"  {label:<{column}}")
            self.rows.extend(text.hanging(head, value, self._width, column + 2))

    def grades(self, name: str, areas: Mapping[str, Grade]) -> None:
        self.pairs(name, [(AREAS[area], text.grade(grade)) for area, grade in areas.items()])
        for area in areas:
            self.source(f"judgements.{area}")

    def source(self, source: str) -> None:
        """The printed words a value was read from, where they are asked for."""
        self._quoted(self._printed.get(source))

    def printed(self, document: Document | None, source: str, council: str) -> None:
        """The words of one document for a value that it gives of one council."""
        self._quoted(document.proof(source, council) if document else None)

    def _quoted(self, printed: str | None) -> None:
        if self._evidence and printed:
            quoted = text.line(("printed: ", "$quiet"), text.words(f"“{printed}”", "italic"))
            self.rows.extend(text.hanging(Content(""), quoted, self._width, LABEL_WIDTH))


def _when(visit: Visit, documents: Sequence[Document]) -> str:
    parts = [range_in_words(visit.start, visit.end) or "dates not printed"]
    for document in documents:
        if document.letter_date:
            parts.append(f"letter {in_words(document.letter_date)}")
            break
        if document.kind == "inspection-report":
            published = document.published or document.published_from_name
            if published:
                parts.append(f"published {in_words(published)}")
            if document.framework:
                parts.append(FRAMEWORKS[document.framework])
            break
    return " · ".join(parts)


def _judged_inadequate(
    council: str, documents: Sequence[Document]
) -> tuple[str | None, Document | None]:
    """The month as the first document that names one has it, and that document."""
    for document in documents:
        judged = document.judged_inadequate.get(council)
        if judged and document.kind != "inspection-report":
            return judged, document
    return None, None


def _inadequate_in_words(council: str, judged: str, document: Document) -> Content:
    """ "judged inadequate in December 2016"; that it was so since then only where that is printed,
    for a letter may tell of a judgement that stands no more."""
    evidence = document.evidence
    printed = evidence.get(f"judged_inadequate.{council}", evidence.get("judged_inadequate", ""))
    if re.search(r"\bsince\b", printed, re.IGNORECASE):
        return text.line(("inadequate", "$concern"), f" since {in_words(judged)}")
    return text.line("judged ", ("inadequate", "$concern"), f" in {in_words(judged)}")


def _dating(visit: Visit, documents: Sequence[Document]) -> Document | None:
    """The document that the visit's date was read from, or its number where it has no date."""
    for document in documents:
        for named in document.visits:
            same = (named.council, named.kind) == (visit.council, visit.kind)
            if same and named.start == visit.start and (named.start or named.ordinal):
                return document
    return None


def _person(name: str, role: str | None) -> str:
    return f"{name}, {role}" if role else name


_FIRST: Final = ("staff", "social worker", "turnover", "vacanc", "caseload", "cases", "appoint")
"""Measures of the workforce come before the counts of children, of which a report has many."""
_MOST_FIGURES: Final = 10
_ARROWS: Final = {"up": " ↑ up", "down": " ↓ down", "unchanged": " = unchanged"}


def _figures(documents: Sequence[Document]) -> list[str]:
    """The figures of the first document that has any, each measure once."""
    for document in documents:
        if any(figure.as_of is None for figure in document.figures):
            seen: dict[str, Figure] = {}
            for figure in document.figures:
                if figure.as_of is None:
                    known = seen.setdefault(figure.measure, figure)
                    if is_peak(figure) and largest(figure) > largest(known):
                        seen[figure.measure] = figure
            ranked = sorted(
                seen.values(), key=lambda f: not any(word in f.measure for word in _FIRST)
            )
            return [figure_in_words(figure) for figure in ranked[:_MOST_FIGURES]]
    return []


def figure_in_words(figure: Figure) -> str:
    """ "agency staff 41 %", "highest caseloads 26–28", "average caseload 18.5 ↓ down from 22"."""
    unit = " %" if unit_in_words(figure) == "%" else ""
    change = _ARROWS.get(figure.direction or "", "")
    if change and figure.before is not None:
        change += f" from {before_in_words(figure)}"
    return f"{figure.measure} {amount_in_words(figure)}{unit}{change}"


def _document(document: Document) -> str:
    when = f", {in_words(document.date)}" if document.date else ""
    if document.kind == "article":
        outlet = f", {document.outlet}" if document.outlet else ""
        return f"article{when}{outlet}: {document.title}"
    return f"{KINDS[document.kind]}{when} ({document.source.name})"


def _documents(count: int) -> str:
    return f"{count} document{'s' if count != 1 else ''}"


def _wrap_rows(rows: Sequence[Content], width: int) -> list[Content]:
    wrapped: list[Content] = []
    for row in rows:
        wrapped.extend(row.wrap(max(8, width)) or [Content("")])
    return wrapped


def _wrapped(rows: Sequence[Content], width: int) -> Content:
    return text.lines(_wrap_rows(rows, width))
