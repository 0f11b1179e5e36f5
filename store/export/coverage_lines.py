"""An article beside its letter as the JSON object that other programs read."""

from collections.abc import Callable
from typing import Any

from store.checking.articles import CheckedQuotation
from store.checking.coverage import Comparison, Coverage
from store.checking.figures import ComparedFigure
from store.export.quotation_lines import quotation_line
from store.library.record import Record
from store.model.document import Document, Figure


def coverage_line(
    found: Coverage,
    article: Record,
    letter: Document | None,
    how: Comparison | None,
    cite: Callable[[CheckedQuotation], str | None],
) -> dict[str, Any]:
    """What `coverage` prints of an article; concerns left out are named by their sentences.

    Args:
        found: what was found.
        article: the article.
        letter: what it was compared with, if the library holds that.
        how: how that stands to the article.
        cite: gives the citation of the passage that a quotation is from.
    """
    return {
        "article": found.article,
        "letter": found.letter,
        "compared_with": how,
        "quotations": {
            "exact": found.with_verdict("exact"),
            "altered": found.with_verdict("altered"),
            "not_found": found.with_verdict("not found"),
            "cut_off": found.cut_off,
            "own_words": found.own_words,
            "letter_not_held": found.unsettled,
            "checked": [quotation_line(each, article, cite(each)) for each in found.quotations],
        },
        "figures": [_figure(each) for each in found.figures],
        "themes": {
            "of_letter": len(found.named_themes),
            "covered": found.covered_themes,
            "by_theme": [
                {
                    "theme": theme.theme or None,
                    "concerns": theme.concerns,
                    "mentioned": theme.mentioned,
                    "covered": theme.covered,
                    "left_out": [
                        {"sentence": index, "text": letter.sentences[index].text}
                        for index in theme.left_out
                        if letter is not None
                    ],
                }
                for theme in found.themes
            ],
        },
    }


def _figure(compared: ComparedFigure) -> dict[str, Any]:
    beside = compared.beside
    return {
        **_number(compared.figure),
        "sentence": compared.figure.sentence,
        "verdict": compared.verdict,
        "letter": {**_number(beside), "sentence": beside.sentence} if beside else None,
        "letter_sentence": compared.sentence,
    }


def _number(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "bound": figure.bound,
        "printed": figure.printed,
    }
