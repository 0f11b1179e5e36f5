"""Text to words as the index knows them: small letters, no accents, no marks.

Apostrophes, quotes and dashes of any kind only part words, so "well-being" and "well–being" are
the same two words one after the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import tantivy

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

NAME: Final = "folded"
LONGEST_WORD: Final = 80
"""Bytes; what is longer is no word and is not kept."""

_WORD: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


@lru_cache(maxsize=1)
def analyser() -> "TextAnalyzer":
    """How text becomes words, for the index and for queries alike."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def plain(text: str) -> str:
    """Text in the one form in which it is taken apart: small letters without accents.

    The engine folds case and accents too, but a letter with its accent apart only this does.
    """
    if text.isascii():
        return text
    encoded = text.encode("utf-8", "replace").decode("utf-8")  # what no encoding knows goes
    apart = unicodedata.normalize("NFKD", encoded.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    """The words of a text."""
    words: list[str] = analyser().analyze(plain(text))
    return words


@lru_cache(maxsize=20_000)
def _words_of_one(word: str) -> tuple[str, ...]:
    return tuple(words_of(word))


def places_of_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text with where it starts and ends there."""
    for match in _WORD.finditer(text):
        for word in _words_of_one(match[0]):
            yield word, match.start(), match.end()
