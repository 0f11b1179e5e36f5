"""Sentences that screens say about a selection."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

from store.model.dates import in_words
from store.model.document import Document
from store.model.finding import Finding
from store.model.visit import Visit
from store.selection import Filters, place_and_mark

if TYPE_CHECKING:
    from store.repeats.known import KnownRepeats

NONE_LISTED: Final = "no council listed"
"""Stands for the council where none is listed, so that none is selected either."""
SHORT_HEADING: Final = 6
"""Cells of a heading below which it tells nothing and is left out."""
RepeatsKnown = Literal["known", "awaited", "failed"]
"""Whether it is known which findings an earlier visit told of."""


def counted(number: int, noun: str) -> str:
    """ "1 concern", "1,204 concerns"."""
    return f"{number:,} {noun}{'s' if number != 1 else ''}"


def visit_in_words(visit: Visit | None) -> str:
    """ "Tameside, sixth monitoring visit, 22 Aug 2018"; empty for none."""
    if visit is None:
        return ""
    when = f", {in_words(visit.start)}" if visit.start else ""
    return f"{visit.council}, {visit.name}{when}"


class PlaceInList(NamedTuple):
    """Where a finding stands, in the parts that can be cut."""

    document: str
    """ "Tameside, report 13 Feb 2024"; empty where it is known."""
    heading: str
    """Empty where it stands under none."""
    mark: str
    """Its paragraph and page, by which it is cited: never cut for the heading's sake."""

    def within(self, width: int) -> str:
        """In so many cells: the heading gives way first, then what names the document."""
        document, mark = f"{self.document} · " if self.document else "", f" {self.mark}"
        whole = f"{document}{self.heading}{mark}" if self.heading else f"{document}{self.mark}"
        if cell_len(whole) <= width:
            return whole
        room = width - cell_len(document + mark)
        if self.heading and room >= SHORT_HEADING:
            return f"{document}{_cut(self.heading, room)}{mark}"
        if cell_len(document + self.mark) <= width:
            return f"{document}{self.mark}"
        return f"{_cut(self.document, width - cell_len(mark))}{mark}".lstrip()


def place_in_list(finding: Finding, document: Document, filters: Filters) -> PlaceInList:
    """Where a finding stands, as short as the selection allows."""
    heading, mark = place_and_mark(document, document.sentences[finding.index], short=True)
    kind = document.kind.rpartition("-")[2]
    if filters.visit:
        return PlaceInList(kind, heading, mark)
    when = f" {in_words(document.date)}" if document.date else ""
    council = f"{finding.council}, " if not filters.councils and finding.council else ""
    return PlaceInList(f"{council}{kind}{when}", heading, mark)


def again_in_words(repeats: "KnownRepeats", finding: Finding) -> str:
    """ "again: also on 26 Sep 2016 (3 visits)"; empty where none is known."""
    before = repeats.before(finding.id, finding.council or "")
    if before is None:
        return ""
    visit, told = before
    if not visit.start:
        return f"again: also {visit.when_in_words} ({told} visits)"
    joint = "on" if len(visit.when) == 10 else "in"
    return f"again: also {joint} {in_words(visit.when)} ({told} visits)"


def why_empty(
    filters: Filters, visit: Visit | None, documents: int, repeats: RepeatsKnown = "known"
) -> str:
    """Why there are no findings to show, and what to press."""
    if not documents:
        return "There is nothing to show yet."
    if filters.councils == (NONE_LISTED,):
        return "No council is listed. 0 clears the filters."
    if filters.repeats and repeats == "awaited":
        return "Which findings an earlier visit told of is being worked out …"
    if filters.repeats and repeats == "failed":
        return "What earlier visits told of could not be worked out. R twice tries it again."
    if filters.containing:
        return f"No finding here holds “{filters.containing}”. Escape clears the filter."
    if visit is not None and not visit.documents:
        return "No document of this visit is in the library."
    if filters.repeats:
        return "No finding here was told of by an earlier visit. R shows the others too."
    if filters.corrected or filters.flagged or filters.doubtful:
        return "No finding here has such a label: F says which are asked for, 0 clears."
    if filters.voices:
        return "No finding here is in this voice. V shows those in every voice."
    if filters.themes:
        return "No finding here has these themes. T clears them, p shows strengths or all."
    return "No such finding here. p shows strengths, or all sentences."


def _cut(words: str, width: int) -> str:
    """Cut to so many cells, with an ellipsis where something is left out."""
    if cell_len(words) <= width:
        return words
    return f"{set_cell_size(words, width - 1).rstrip()}…" if width > 1 else ""
