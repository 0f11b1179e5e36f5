"""A sentence as the network sees it: the numbers of its words, and of runs of words.

Training and labelling share this file; a change to it calls for a new training.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LONGEST: Final = 120
"""Words of a sentence that are read; what follows weighs nothing."""
UNKNOWN: Final = 256
"""Numbers kept for words that are not in the vocabulary: by the crc of their first letters,
so that "recruiting" and "recruiters" share one. 0 is the gap between sentences."""
STEM: Final = 5

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[.,;:!?()%\"'-]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_CHARACTERS: Final = 20 * LONGEST


class Words(list[str]):
    """The words of a sentence, with the span of each in its text."""

    spans: list[tuple[int, int]]

    def __init__(self, text: str) -> None:
        super().__init__()
        found = list(islice(_WORD.finditer(_lower(text)), LONGEST))
        self.extend("0" if (word := match[0])[0].isdigit() else word for match in found)
        self.spans = [match.span() for match in found]


def words_of(text: str) -> list[str]:
    """The words alone, in a third of the time."""
    found = _WORD.findall(_lower(text))[:LONGEST]
    return ["0" if word[0].isdigit() else word for word in found]


def _lower(text: str) -> str:
    """The text as its words are looked for: one character for one, so that spans hold."""
    plain = text[:_CHARACTERS].translate(_PLAIN)
    lower = plain.lower()
    if len(lower) != len(plain):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return lower


def numbers_of(words: Sequence[str], vocabulary: Mapping[str, int]) -> list[int]:
    """The number of each word; an empty sentence has that of an unknown word."""
    return [vocabulary.get(word) or unknown(word) for word in words] or [1]


def unknown(word: str) -> int:
    """The number, 1 to 256, of a word that is not in the vocabulary."""
    return 1 + zlib.crc32(word[:STEM].encode("utf-8", "replace")) % UNKNOWN


def vocabulary_of(words: Sequence[str]) -> dict[str, int]:
    """Word -> number, behind those of unknown words."""
    return {word: number for number, word in enumerate(words, 1 + UNKNOWN)}


def pairs(
    first: "npt.NDArray[np.uint32]", second: "npt.NDArray[np.uint32]", bits: int
) -> "npt.NDArray[np.uint32]":
    """The bucket, below 2**bits, of each run of two words; multiplicative hashing."""
    import numpy as np

    mixed = first * np.uint32(2654435761) + second * np.uint32(2246822519)
    return mixed >> np.uint32(32 - bits)


def triples(
    first: "npt.NDArray[np.uint32]",
    second: "npt.NDArray[np.uint32]",
    third: "npt.NDArray[np.uint32]",
    bits: int,
) -> "npt.NDArray[np.uint32]":
    """The bucket, below 2**bits, of each run of three words."""
    import numpy as np

    mixed = first * np.uint32(3266489917) + second * np.uint32(668265263)
    mixed += third * np.uint32(374761393) + np.uint32(97)
    return mixed >> np.uint32(32 - bits)
