"""Finds many phrases in a text at once, as whole words and in any case."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*%?", re.IGNORECASE)


class Token(NamedTuple):
    """A word in lower case, apostrophes straight, with its span in the text."""

    word: str
    start: int
    end: int


class Hit(NamedTuple):
    """A phrase found: its tag, its span in words and in characters."""

    tag: str
    phrase: str
    first: int
    last: int
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """The words of a text."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that two stand for in lower case: spans would not hold
        lower = text
    plain = lower.replace("’", "'")
    return [_token((match[0], *match.span())) for match in _WORD.finditer(plain)]


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)
"""A token without the named tuple's own constructor, which takes most of the time."""


class PhraseFinder:
    """All phrases of several lists, indexed by their first word."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for tag, listed in phrases.items():
            for phrase in listed:
                words = tuple(token.word for token in tokens_of(phrase))
                if words:
                    entry = (words, tag, phrase)
                    self._by_first.setdefault(words[0], []).append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, tokens: list[Token]) -> list[Hit]:
        """Every phrase in the words; of one tag the longest at each word."""
        words = [token.word for token in tokens]
        hits: list[Hit] = []
        first = self._by_first
        begun = [(place, first[word]) for place, word in enumerate(words) if word in first]
        for place, entries in begun:
            seen: set[str] = set()
            for phrase, tag, printed in entries:
                if tag in seen:
                    continue
                end = place + len(phrase)
                if len(phrase) == 1 or tuple(words[place:end]) == phrase:
                    seen.add(tag)
                    start, stop = tokens[place].start, tokens[end - 1].end
                    hits.append(Hit(tag, printed, place, end - 1, start, stop))
        return hits
