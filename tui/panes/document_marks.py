"""Where the figures of a document stand in its sentences, and where quotations begin."""

import re
from collections.abc import Mapping, Sequence

from store.model.document import Document, Figure

FIGURE = "#"
"""The sign in the gutter of a line with a figure; the number itself is underlined."""
QUOTATION = "”"
"""The sign in the gutter of a line with a quotation; its words are in italics."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")

Spans = Sequence[tuple[int, int]]


class DocumentMarks:
    """Spans of figures and quotations within each sentence."""

    def __init__(self, document: Document) -> None:
        self.figures: Mapping[int, Spans] = _figures(document)
        """Index of a sentence -> its numbers; none of them where they are written as words."""
        self.quotations: Mapping[int, Spans] = _quotations(document)


def _figures(document: Document) -> dict[int, Spans]:
    by_sentence: dict[int, list[Figure]] = {}
    for figure in document.figures:
        by_sentence.setdefault(figure.sentence, []).append(figure)
    found: dict[int, Spans] = {}
    for index, figures in by_sentence.items():
        if index >= len(document.sentences):
            continue
        values = {value for f in figures for value in (f.value, f.low, f.high, f.before)}
        found[index] = [
            match.span()
            for match in _NUMBER.finditer(document.sentences[index].text)
            if float(match[0].replace(",", "")) in values
        ]
    return found


def _quotations(document: Document) -> dict[int, Spans]:
    found: dict[int, list[tuple[int, int]]] = {}
    for quotation in document.quotations:
        for index in range(quotation.sentence, len(document.sentences)):
            sentence = document.sentences[index]
            if sentence.start >= quotation.end:
                break
            start = max(quotation.start, sentence.start) - sentence.start
            end = min(quotation.end, sentence.end) - sentence.start
            if start < end:
                found.setdefault(index, []).append((start, end))
    return {index: tuple(spans) for index, spans in found.items()}
