"""Checked quotations as the JSON objects that other programs read."""

from typing import Any

from store.checking.articles import CheckedQuotation
from store.library.record import Record


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
        "applicable": not checked.own_words,
        "source": source,
        "citation": citation,
        "difference": [list(change) for change in verdict.difference],
        "score": verdict.score,
    }
