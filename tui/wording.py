"""Sentences that screens say about a selection."""

from typing import TYPE_CHECKING, Final, Literal

from store.model.dates import in_words
from store.model.document import Document
from store.model.finding import Finding
from store.model.visit import Visit
from store.selection import Filters, place_in_words

if TYPE_CHECKING:
    from store.repeats.known import KnownRepeats

NONE_LISTED: Final = "no council listed"
"""Stands for the council where none is listed, so that none is selected either."""
RepeatsKnown = Literal["known", "awaited", "failed"]
"""Whether it is known which findings an earlier visit told of."""


def visit_in_words(visit: Visit | None) -> str:
    """ "Tameside, sixth monitoring visit, 22 Aug 2018"; empty for none."""
    if visit is None:
        return ""
    when = f", {in_words(visit.start)}" if visit.start else ""
    return f"{visit.council}, {visit.name}{when}"


def place_in_list(finding: Finding, document: Document, filters: Filters) -> str:
    """Where a finding stands, as short as the selection allows."""
    place = place_in_words(document, document.sentences[finding.index], short=True)
    kind = document.kind.rpartition("-")[2]
    if filters.visit:
        return f"{kind} · {place}"
    when = f" {in_words(document.date)}" if document.date else ""
    council = f"{finding.council}, " if not filters.councils and finding.council else ""
    return f"{council}{kind}{when} · {place}"


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
    if filters.corrected or filters.flagged:
        return "No finding here was corrected, or flagged, as is asked for."
    if filters.voices:
        return "No finding here is in this voice. V shows those in every voice."
    if filters.themes:
        return "No finding here has these themes. T clears them, p shows strengths or all."
    return "No such finding here. p shows strengths, or all sentences."
