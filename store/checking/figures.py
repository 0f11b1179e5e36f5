"""The figures of an article beside those of the letter: the same, another number, or not there."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec
from rapidfuzz import fuzz

from store.model.amounts import LOOSE
from store.model.document import Document, Figure
from store.repeats.words import content_words

FigureVerdict = Literal["same", "other number", "not in the letter"]
FIGURE_VERDICTS: Final[tuple[FigureVerdict, ...]] = ("same", "other number", "not in the letter")
_ALIKE: Final = 50
"""Token similarity, of 100, from which on two sentences with one number speak of one thing."""
_SHARED: Final = 1
"""And so many content words they must share: the number alone tells nothing."""
_RANGE: Final = re.compile(r"(?:\bbetween\s+\S{1,9}\s+and|\d\s?(?:to|–|-))\s?\Z", re.IGNORECASE)
"""What stands before the upper end of a range."""


class ComparedFigure(msgspec.Struct, frozen=True):
    """A figure of an article with what the letter says of the same measure."""

    figure: Figure
    verdict: FigureVerdict
    beside: Figure | None = None
    """The letter's figure; None if the number was found in its text, or if there is none."""
    sentence: int | None = None
    """Index of the letter's sentence."""


def compare_figures(article: Document, letter: Document) -> tuple[ComparedFigure, ...]:
    """Each figure of the article, in order, with the nearest of the letter; those with which it
    looks back at an earlier visit are not of the letter."""
    own = (figure for figure in article.figures if figure.as_of is None)
    return tuple(_compared(figure, article, letter) for figure in own)


def same_number(theirs: Figure, ours: Figure) -> bool:
    """Whether an article's figure says what a letter's says, rounded to whole numbers at most.

    "As many as 28" is an end of "26 to 28".
    """
    known = [number for number in (ours.value, ours.low, ours.high) if number is not None]
    if theirs.printed and theirs.value is not None:
        return any(abs(number - theirs.value) <= LOOSE for number in known)
    if theirs.value is None:
        return (theirs.low, theirs.high) == (ours.low, ours.high)
    return any(_rounds_to(number, theirs.value) for number in known)


def _rounds_to(exact: float, told: float) -> bool:
    if exact == told:
        return True
    return told == int(told) and abs(exact - told) <= 0.5 and exact != int(exact)


def _compared(figure: Figure, article: Document, letter: Document) -> ComparedFigure:
    text = article.sentences[figure.sentence].text
    known = [
        other
        for other in letter.figures
        if (other.measure, other.unit) == (figure.measure, figure.unit)
    ]
    same = [other for other in known if same_number(figure, other)]
    if same:
        nearest = _nearest(text, same, letter)
        return ComparedFigure(figure, "same", nearest, nearest.sentence)
    found = _in_text(figure, text, letter)
    if found is not None:
        return ComparedFigure(figure, "same", None, found)
    if known:
        nearest = _nearest(text, known, letter)
        return ComparedFigure(figure, "other number", nearest, nearest.sentence)
    return ComparedFigure(figure, "not in the letter")


def _nearest(text: str, known: Sequence[Figure], letter: Document) -> Figure:
    return max(known, key=lambda f: _likeness(text, letter.sentences[f.sentence].text))


def _in_text(figure: Figure, text: str, letter: Document) -> int | None:
    """The sentence most like the article's that has its number, though not as a known figure."""
    if figure.value is None:
        return None
    printed = figure.printed or f"{figure.value:,g}".replace(",", ",?")
    is_share = figure.unit == "%" and not figure.printed
    mark = r"\s?(?:%|per\s?cent)" if is_share else r"(?!\s?(?:%|per\s?cent))"
    number = re.compile(rf"(?<![\d.,£]){printed}(?!\d|[.,]\d){mark}", re.IGNORECASE)
    having = [
        (_likeness(text, sentence.text), -index)
        for index, sentence in enumerate(letter.sentences)
        if _stands_alone(number, sentence.text) and _share_words(text, sentence.text)
    ]
    likeness, index = max(having, default=(0.0, 0))
    return -index if likeness >= _ALIKE else None


def _stands_alone(number: re.Pattern[str], text: str) -> bool:
    """Whether a sentence has the number, and not only as an end of a range."""
    return any(not _RANGE.search(text, 0, match.start()) for match in number.finditer(text))


def _share_words(one: str, other: str) -> bool:
    return len(content_words(one) & content_words(other)) >= _SHARED


def _likeness(one: str, other: str) -> float:
    return fuzz.token_set_ratio(one.casefold(), other.casefold())


def counted(compared: Iterable[ComparedFigure]) -> dict[FigureVerdict, int]:
    """How many figures have each verdict."""
    verdicts = [each.verdict for each in compared]
    return {verdict: verdicts.count(verdict) for verdict in FIGURE_VERDICTS}
