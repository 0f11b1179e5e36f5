"""A sentence as the network sees it: the numbers of its words.

Training and labelling share this file; a change to it calls for a new training.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

LONGEST: Final = 120
"""Words of a sentence that are read; what follows weighs nothing."""
UNKNOWN: Final = 256
"""Numbers kept for words that are not in the vocabulary: by the crc of their first letters,
so that "recruiting" and "recruiters" share one. 0 is the gap between sentences."""
STEM: Final = 5

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[.,;:!?()%\"'-]")
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
_CHARACTERS: Final = 20 * LONGEST


class Words(list[str]):
    """The words of a sentence, with the span of each in its text."""

    def __init__(self, text: str) -> None:
        # One character for one, so that spans hold in the text as it was given.
        plain = text[:_CHARACTERS]
        for printed, typed in _PLAIN:  # several times as fast as str.translate
            plain = plain.replace(printed, typed)
        lower = plain.lower()
        if len(lower) != len(plain):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        found = _WORD.findall(lower)[:LONGEST]
        super().__init__(["0" if word[0].isdigit() else word for word in found])
        self._lower = lower

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends; few ask for it."""
        return [match.span() for match in islice(_WORD.finditer(self._lower), LONGEST)]


def numbers_of(words: Sequence[str], vocabulary: Mapping[str, int]) -> list[int]:
    """The number of each word; an empty sentence has that of an unknown word."""
    return [vocabulary.get(word) or unknown(word) for word in words] or [1]


def unknown(word: str) -> int:
    """The number, 1 to 256, of a word that is not in the vocabulary."""
    return 1 + zlib.crc32(word[:STEM].encode("utf-8", "replace")) % UNKNOWN


def vocabulary_of(words: Sequence[str]) -> dict[str, int]:
    """Word -> number, behind those of unknown words."""
    return {word: number for number, word in enumerate(words, 1 + UNKNOWN)}
