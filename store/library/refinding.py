"""Finds a corrected sentence again in its document, however that is cut into sentences now.

Letters and digits alone are compared, so spaces, hyphens, quotation marks and case may change.
A sentence that is no longer there as a whole is looked for in the running text: what now covers
most of it takes the correction, unless too little of one lies in the other.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import msgspec

from store.model.correction import Correction

LEAST_SHARE: Final = 0.5
"""Of the longer of the two, the corrected and the present sentence: so much must be common."""
SHORTEST: Final = 12
"""Letters of the shortest sentence that is looked for inside others."""
LEAST_LIKENESS: Final = 92.0
"""Of 100, for a sentence of which the same bytes now give other words."""
CLEAR: Final = 4.0
"""By so much it must be more like than any other sentence."""
_NEITHER: Final = re.compile(r"[\W_]+")
"""Neither letter nor digit."""
_NEGATION: Final = re.compile(
    r"\d|^(?:not?|nor|never|none|without|in(?:adequa|effecti|suffici|consist)|un|less|few)"
)
"""A word that may turn the meaning round: two sentences that differ by one are not alike."""


class Found(msgspec.Struct, frozen=True):
    """Where a correction belongs now."""

    index: int
    """Of the sentence in the document."""
    share: float
    """How much of the longer of the two sentences is common: 1 if nothing changed."""


def key_of(text: str) -> str:
    """The letters and digits of a sentence, in lower case; the sentence itself if it has none."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NEITHER.sub("", folded) or text


class Present:
    """The sentences of a document as it is read now, to be searched several times."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._keys = [key_of(text) for text in texts]
        self._starts = [0, *accumulate(len(key) for key in self._keys)]
        self._joined = "".join(self._keys)
        self._by_key: dict[str, list[int]] = {}
        for index, key in enumerate(self._keys):
            self._by_key.setdefault(key, []).append(index)

    def occurrence(self, index: int) -> int:
        """Which of the sentences with the same words this one is, counted from 0."""
        return self._by_key[self._keys[index]].index(index)

    def find(self, correction: Correction, *, same_bytes: bool) -> Found | None:
        """The sentence that a correction belongs to; None if there is none that surely is it."""
        key = key_of(correction.text)
        known = self._by_key.get(key)
        if known:
            return Found(known[min(correction.occurrence, len(known) - 1)], 1.0)
        if len(key) < SHORTEST:
            return None
        found = self._covering(key, correction.occurrence)
        if found is None and same_bytes:
            return self._like(correction.text)
        return found if found is not None and found.share >= LEAST_SHARE else None

    def _covering(self, key: str, occurrence: int) -> Found | None:
        """The sentence that covers most of the place where these letters stand."""
        start = -1
        for _ in range(occurrence + 1):
            following = self._joined.find(key, start + 1)
            if following < 0:
                break
            start = following
        if start < 0:
            return None
        end = start + len(key)
        best = Found(-1, 0.0)
        index = bisect_right(self._starts, start) - 1
        while index < len(self._keys) and self._starts[index] < end:
            common = min(end, self._starts[index + 1]) - max(start, self._starts[index])
            share = common / max(len(key), len(self._keys[index]))
            if share > best.share:
                best = Found(index, share)
            index += 1
        return best if best.index >= 0 else None

    def _like(self, text: str) -> Found | None:
        """The one sentence that differs by a few letters and by no word that turns the meaning."""
        from rapidfuzz import fuzz, process  # 20 ms that an untouched library does not need

        wanted = _words(text)
        ranked = process.extract(" ".join(wanted), [" ".join(_words(t)) for t in self._texts],
                                 scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS - CLEAR,
                                 limit=2)  # fmt: skip
        if not ranked or ranked[0][1] < LEAST_LIKENESS:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEAR:
            return None
        _, score, index = ranked[0]
        there, here = Counter(_words(self._texts[index])), Counter(wanted)
        changed = (there - here) + (here - there)
        if any(_NEGATION.search(word) for word in changed):
            return None
        return Found(index, score / 100)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def settle(
    corrections: Sequence[Correction], texts: Sequence[str], sha256: str
) -> tuple[dict[int, Correction], list[Correction]]:
    """Corrections by the index of their sentence, and those that found none.

    Where two belong to one sentence, the one with more in common has it; then one made in this
    very file, then the newer.
    """
    whole = Counter(texts)
    present: Present | None = None
    by_index: dict[int, tuple[tuple[float, bool, str], Correction]] = {}
    lost: list[Correction] = []
    for correction in corrections:
        same = correction.sha256 == sha256
        if whole[correction.text] == 1:
            # As it was, which is nearly always so: nothing need be searched.
            found: Found | None = Found(texts.index(correction.text), 1.0)
        else:
            present = present or Present(texts)
            found = present.find(correction, same_bytes=same)
        if found is None:
            lost.append(correction)
            continue
        rank = (found.share, same, correction.when)
        known = by_index.get(found.index)
        if known is None or rank > known[0]:
            by_index[found.index] = (rank, correction)
            if known is not None:
                lost.append(known[1])
        else:
            lost.append(correction)
    return {index: ranked[1] for index, ranked in by_index.items()}, lost
