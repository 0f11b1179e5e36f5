"""Sentences made from real ones, for the teacher to label and the student to learn from.

A student sees each word in few surroundings and takes the surroundings for the reason. Made
sentences set the same words among others: a clause alone, two clauses joined, words replaced by
their neighbours, a negation or a degree turned round, the same said in the way of a letter or of
a newspaper, words left out. What they mean, if anything, the teacher says. After Tang et al.,
Distilling Task-Specific Knowledge from BERT into Simple Neural Networks (2019), and Jiao et al.,
TinyBERT (2020).
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from store.findings.trained.words import Words
from store.training.turns import CLOSINGS, HEADINGS, JOINTS, OPENINGS, SPEAKERS, TURNS

Floats = npt.NDArray[np.float32]
SHARES: Final = {"alone": 38, "joined": 12, "near": 22, "turned": 16, "told": 8, "thinned": 4}
"""How often each kind is tried, of a hundred; a sentence of one clause gives none alone."""
LEAST: Final = 0.04
MOST: Final = 0.5
"""Bounds of the weight with which a sentence is drawn."""
NEIGHBOURS: Final = 12
LIKE: Final = 0.25
"""Cosine from which a word is a neighbour."""
_CLAUSE_END = re.compile(
    r"[,;:]\s+(?:and |but |although |though |while |whilst |which |where |with |as |so |yet "
    r"|however, )?"
    r"|\s(?:but|although|though|while|whilst|because|which|whereas|despite|resulting in"
    r"|leading to|and this|and that|so that|as a result of|due to)\s"
)
_DROPPED = frozenset(("the", "a", "an", "is", "are", "that"))


def variants(
    texts: Sequence[str],
    doubt: Floats,
    near: Mapping[str, Sequence[str]],
    count: int,
    seed: int = 0,
) -> list[str]:
    """At most `count` sentences that are none of `texts`.

    `doubt` says of each text how hard it is to label: the harder are changed more often. `near`
    gives words their neighbours in meaning.
    """
    usable = [i for i, text in enumerate(texts) if 4 <= len(text.split()) <= 60]
    if not usable:
        return []
    weight = LEAST + np.minimum(doubt[usable], MOST)
    drawn = np.random.RandomState(seed).choice(usable, size=6 * count, p=weight / weight.sum())
    chance = random.Random(seed)
    pool = [clause for i in usable for clause in clauses(texts[i])] or [texts[usable[0]]]
    changes = _Changes(chance, pool, near)
    seen = {text.lower() for text in texts}
    found: list[str] = []
    for i in drawn.tolist():
        made = changes.of(texts[i])
        if made is None or made.lower() in seen or len(made.split()) < 3:
            continue
        seen.add(made.lower())
        found.append(made)
        if len(found) == count:
            break
    return found


def clauses(text: str) -> list[str]:
    """Its parts of 4 to 24 words, between commas and joining words."""
    parts = (part.strip(" ,.;:") for part in _CLAUSE_END.split(text))
    return [part for part in parts if 4 <= len(part.split()) <= 24]


def neighbours(words: Sequence[str], vectors: npt.NDArray[Any]) -> dict[str, list[str]]:
    """The words whose vectors are nearest to each word's; for words of letters only."""
    places = [i for i, word in enumerate(words) if word.isalpha() and len(word) > 3]
    if not places:
        return {}
    of = vectors[places].astype(np.float32)
    of /= np.maximum(np.linalg.norm(of, axis=1, keepdims=True), 1e-6)
    found: dict[str, list[str]] = {}
    for start in range(0, len(places), 1000):
        like = of[start : start + 1000] @ of.T
        nearest = np.argsort(-like, axis=1)[:, : NEIGHBOURS + 1]
        for row, others in enumerate(nearest):
            own = start + row
            found[words[places[own]]] = [
                words[places[other]] for other in others if other != own and like[row, other] > LIKE
            ]
    return found


class _Changes:
    """Changes sentences by chance; each kind gives None where it does not fit."""

    def __init__(
        self, chance: random.Random, pool: Sequence[str], near: Mapping[str, Sequence[str]]
    ) -> None:
        self._chance, self._pool, self._near = chance, pool, near
        self._kinds: dict[str, Callable[[str, list[str]], str | None]] = {
            "alone": self._alone,
            "joined": self._joined,
            "near": self._replaced,
            "turned": self._turned,
            "told": self._told,
            "thinned": self._thinned,
        }

    def of(self, text: str) -> str | None:
        [kind] = self._chance.choices(list(SHARES), list(SHARES.values()))
        made = self._kinds[kind](text, clauses(text))
        if made and kind != "near" and self._chance.random() < 0.25:
            made = self._with_neighbours(made, 0.2)
        return made

    def _alone(self, text: str, parts: list[str]) -> str | None:
        return _sentence(self._chance.choice(parts)) if len(parts) > 1 else None

    def _joined(self, text: str, parts: list[str]) -> str | None:
        own = self._chance.choice(parts) if parts and len(text.split()) > 16 else text.rstrip(".")
        if len(own.split()) > 24:
            return None
        two = [own, self._chance.choice(self._pool)]
        if self._chance.random() < 0.4:
            two.reverse()
        return _sentence(_sentence(two[0])[:-1] + self._chance.choice(JOINTS) + _inner(two[1]))

    def _replaced(self, text: str, parts: list[str]) -> str | None:
        if len(text.split()) > 34:
            return None
        return self._with_neighbours(text, self._chance.choice((0.15, 0.25, 0.4)))

    def _turned(self, text: str, parts: list[str]) -> str | None:
        made = self._chance.choice(parts) if parts and self._chance.random() < 0.5 else text
        fitting = [turn for turn in TURNS if turn[0].search(made)]
        if not fitting or len(made.split()) > 30:
            return None
        times = min(len(fitting), self._chance.choice((1, 1, 2)))
        for pattern, others in self._chance.sample(fitting, times):
            places = list(pattern.finditer(made))
            if places:  # the turn before may have taken it away
                place = self._chance.choice(places)
                made = made[: place.start()] + self._chance.choice(others) + made[place.end() :]
        return _sentence(made)

    def _told(self, text: str, parts: list[str]) -> str | None:
        made = self._chance.choice(parts) if parts and len(text.split()) > 18 else text
        words = made.rstrip(".").split()
        if len(words) > 26:
            return None
        bare, way = " ".join(words), self._chance.random()
        if way < 0.12:
            telling = [word for word in words if word.lower() not in _DROPPED]
            short = " ".join(telling[: self._chance.randint(6, 12)])
            return self._chance.choice(HEADINGS) + short.lower()
        if way < 0.2:
            return f"“{_sentence(bare)[:-1]},” {self._chance.choice(SPEAKERS)}"
        if way < 0.35:
            return f"{_sentence(bare)[:-1]}{self._chance.choice(CLOSINGS)}."
        opening = self._chance.choice(OPENINGS)
        space, close = ("", "”") if opening.endswith("“") else (" ", "”" if "“" in opening else "")
        return f"{opening}{space}{_inner(bare)}.{close}"

    def _thinned(self, text: str, parts: list[str]) -> str | None:
        words = [word for word in text.split() if self._chance.random() > 0.12]
        return _sentence(" ".join(words)) if words and len(words) <= 26 else None

    def _with_neighbours(self, text: str, rate: float) -> str:
        words = Words(text)
        made, last = [], 0
        for word, (start, end) in zip(words, words.spans, strict=True):
            others = self._near.get(word)
            if others and self._chance.random() < rate:
                other = self._chance.choice(others)
                made += [text[last:start], other.capitalize() if text[start].isupper() else other]
                last = end
        return "".join([*made, text[last:]])


def _sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text.strip(" ,;:")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."


def _inner(text: str) -> str:
    """As it stands behind other words; names of capitals keep them."""
    return text if text[:2].isupper() or text[:1] == "I" else text[:1].lower() + text[1:]
