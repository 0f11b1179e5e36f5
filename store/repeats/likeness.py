"""How alike two concerns are, by the words they share and by what they find wrong of what.

Two measures are joined. The first is a cosine of words weighed by how rare they are in reports.
The second asks whether the same weakness (late, uneven, not recorded) is found of the same part
of the service (pathway plans, supervision): it sees "reviews are held late" in "delays in
convening reviews". To each length a constant is added, so that short sentences that share their
one word are not taken for the same.
"""

import math
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Final

import msgspec

from store.repeats.terms import PARTS
from store.repeats.weaknesses import weaknesses
from store.repeats.words import NAMES, content_words

SAME_FROM: Final = 0.3
"""Likeness from which two concerns are the same. Chosen on pairs of other councils than those it
was measured on, for a precision above 0.85 (tests/benchmarks/repeats.py)."""
_FINDING: Final = 0.5
"""How much the second measure counts beside the first."""
_SHORT: Final = 10.0
"""Added to the weight of the words of each: about that of two or three."""
_FEW_PARTS: Final = 3.0
_FEW_WEAKNESSES: Final = 1.0
_PHRASE: Final = 1.3
"""How much more a set phrase weighs than a word as rare."""
_MOST: Final = 6.0
"""Most that a part of the service weighs, however rarely it is named."""
_OTHER_PART: Final = 0.7
"""What is left of the first measure where set phrases stand, but none in both."""
_UNKNOWN: Final = 2.0
"""Weight of a word that few councils' reports have: mostly a name, which all of one share."""


class Worded(msgspec.Struct, frozen=True):
    """A concern as it is compared."""

    words: dict[str, float]
    """Each content word with its weight."""
    norm: float
    phrases: frozenset[str]
    """The set phrases of the field among them."""
    parts: frozenset[str]
    """The parts of the service among them."""
    parts_norm: float
    weaknesses: frozenset[str]
    weaknesses_norm: float
    themes: frozenset[str]


def worded(text: str, themes: tuple[str, ...]) -> Worded:
    """A sentence made ready to be compared."""
    weights = word_weights()
    words = {word: weights.get(word, _UNKNOWN) for word in content_words(text)}
    phrases = NAMES & words.keys()
    parts = phrases | (PARTS & words.keys())
    found = weaknesses(text)
    return Worded(
        words,
        math.sqrt(sum(words.values()) + _SHORT),
        phrases,
        parts,
        math.sqrt(_weight_of_parts(parts, words) + _FEW_PARTS),
        found,
        math.sqrt(_weight_of_weaknesses(found) + _FEW_WEAKNESSES),
        frozenset(themes),
    )


def likeness(one: Worded, other: Worded) -> float:
    """From 0, nothing shared, to nearly 1 for long sentences of the same words."""
    fewer, more = sorted((one.words, other.words), key=len)
    return joined(sum(weight for word, weight in fewer.items() if word in more), one, other)


def joined(shared: float, one: Worded, other: Worded) -> float:
    """The likeness of two concerns whose shared words weigh this much together."""
    alike = shared / (one.norm * other.norm)
    parts = one.parts & other.parts
    if (one.phrases or other.phrases) and one.phrases.isdisjoint(other.phrases):
        alike *= _OTHER_PART
    if parts:
        wrong = _weight_of_weaknesses(one.weaknesses & other.weaknesses)
        finding = _weight_of_parts(parts, one.words) * wrong
        norms = one.parts_norm * other.parts_norm * one.weaknesses_norm * other.weaknesses_norm
        alike += _FINDING * finding / norms
    return alike / (1 + _FINDING)


def comparable(one: Worded, other: Worded) -> bool:
    """Whether they share a theme. Where one has none, its words alone must tell."""
    return not (one.themes and other.themes and one.themes.isdisjoint(other.themes))


def same(one: Worded, other: Worded) -> bool:
    """Whether one tells again what the other told."""
    return comparable(one, other) and likeness(one, other) >= SAME_FROM


def _weight_of_parts(parts: Iterable[str], words: dict[str, float]) -> float:
    return sum(min(words[part], _MOST) for part in parts)


def _weight_of_weaknesses(found: Iterable[str]) -> float:
    weights = word_weights()
    return sum(weights[name] for name in found)


@cache
def word_weights() -> dict[str, float]:
    """Word or weakness -> weight: the logarithm of how many sentences there are for each of it."""
    table = resources.files("store.data").joinpath("word_counts.tsv").read_text("utf-8")
    (_, total), *rows = (line.split("\t") for line in table.splitlines())
    return {
        word: math.log(int(total) / int(count)) * (_PHRASE if word in NAMES else 1.0)
        for word, count in rows
    }
