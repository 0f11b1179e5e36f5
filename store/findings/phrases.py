"""Finds many phrases in a text at once, as whole words and in any case."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
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


@lru_cache(maxsize=2_048)
def tokens_of(text: str) -> list[Token]:
    """The words of a text; not to be changed.

    Marks, cues and groups of children ask one after another for those of the same sentences of
    a document, which is why the last are kept.
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter that two stand for in lower case: spans would not hold
        lower = text
    plain = lower.replace("’", "'")
    return [_token((match[0], *match.span())) for match in _WORD.finditer(plain)]


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)
"""A token without the named tuple's own constructor, which takes most of the time."""


_Entry = tuple[tuple[str, ...], str, str]
"""A phrase as words, its tag, and as it was given."""


class PhraseFinder:
    """All phrases of several lists, indexed by their first two words."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        entries: list[_Entry] = []
        for tag, listed in phrases.items():
            for phrase in listed:
                words = tuple(token.word for token in tokens_of(phrase))
                if words:
                    entries.append((words, tag, phrase))
        self._first: dict[str, tuple[dict[str, list[_Entry]], list[_Entry]]] = {}
        """First word -> the longer phrases by their second word, and those of one word."""
        for entry in sorted(entries, key=lambda entry: -len(entry[0])):
            words = entry[0]
            longer, single = self._first.setdefault(words[0], ({}, []))
            if len(words) > 1:
                longer.setdefault(words[1], []).append(entry)
            else:
                single.append(entry)

    def find(self, tokens: list[Token]) -> list[Hit]:
        """Every phrase in the words; of one tag the longest at each word."""
        words = [token[0] for token in tokens]
        hits: list[Hit] = []
        first = self._first
        after = len(words) - 1
        for place in [place for place, word in enumerate(words) if word in first]:
            longer, single = first[words[place]]
            seen: set[str] = set()
            if longer and place < after:
                for phrase, tag, printed in longer.get(words[place + 1], ()):
                    end = place + len(phrase)
                    if tag not in seen and (len(phrase) == 2 or tuple(words[place:end]) == phrase):
                        seen.add(tag)
                        start, stop = tokens[place].start, tokens[end - 1].end
                        hits.append(Hit(tag, printed, place, end - 1, start, stop))
            for _, tag, printed in single:
                if tag not in seen:
                    seen.add(tag)
                    _, start, stop = tokens[place]
                    hits.append(Hit(tag, printed, place, place, start, stop))
        return hits
