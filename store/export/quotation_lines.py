"""Checked quotations as the JSON objects that other programs read."""

from typing import Any

from store.checking.articles import CheckedQuotation
from store.library import Library, LibraryError
from store.library.record import Record
from store.selection.findings import citation


def source_citation(library: Library, checked: CheckedQuotation) -> str | None:
    """Where the words were found; None if nowhere, or if that document is damaged."""
    verdict = checked.verdict
    if verdict.document is None or verdict.sentence is None:
        return None
    try:
        document = library.document(verdict.document)
    except LibraryError:
        return None
    return citation(document, document.sentences[verdict.sentence])


def quotation_line(
    checked: CheckedQuotation, article: Record, citation: str | None
) -> dict[str, Any]:
    """What `quotations` prints of a quotation; `citation` is of the passage it is from."""
    quotation, verdict = checked.quotation, checked.verdict
    source = None
    if verdict.document is not None:
        source = {"document": verdict.document, "sentence": verdict.sentence}
    return {
        "document": checked.article,
        "sentence": quotation.sentence,
        "councils": [named.name for named in article.councils],
        "text": quotation.text,
        "speaker": quotation.speaker,
        "voice": quotation.voice,
        "verdict": verdict.verdict,
        "applicable": not checked.own_words and not checked.unsettled,
        "letter_held": checked.letter_held,
        "source": source,
        "citation": citation,
        "cut_off": verdict.cut_off or None,
        "difference": [list(change) for change in verdict.difference],
        "score": verdict.score,
    }
