"""Whether a sentence of an article says what one of a letter says, in other words.

Whole sentences are compared by the likeness with which repeats are found, or by most of their
words. A reporter often takes up one clause of a long sentence only: so clauses are compared as
well, by the share of their telling words, and numbers with what they are of.
"""

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from store.model.document import Sentence
from store.parsing.times.months import MONTH
from store.repeats.likeness import Worded, comparable, likeness, word_weights, worded
from store.repeats.words import content_words

TAKEN_UP: Final = 0.22
"""Likeness from which a sentence of an article takes up a concern of a letter. Lower than between
visits (0.3): an article tells of one letter only, so there is less to be mistaken for it."""
MOST_WORDS: Final = 68
"""Token similarity, of 100, that does as well."""
FEWEST_SHARED: Final = 2
"""But only where so many content words are shared: short sentences resemble anything."""
LONGEST: Final = 4_000
"""Characters of a sentence that are compared."""
MOST_OF_CLAUSE: Final = 0.6
"""Share of the weight of two clauses' words, taken together, that are in both. Of 15,000 concerns
beside articles on other letters four are taken for the same by it (2026-11-22)."""
FEWEST_IN_CLAUSE: Final = 3
"""So many content words two clauses must share."""
LEAST_IN_CLAUSE: Final = 9.0
"""And so much they must weigh together, which three words of every report do not."""

_CLAUSE_END: Final = re.compile(r"[,;:–—]|\s(?:so that|but|because)\s")
_NUMBER: Final = re.compile(
    r"(?<![\d.,£])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d])\s?(%|per\s?cent)?"
)
_UNKNOWN: Final = 4.0
"""Weight of a word that few reports have."""


class Compared:
    """A sentence made ready to be compared, once."""

    def __init__(self, sentence: Sentence) -> None:
        text = sentence.text[:LONGEST]
        self.lower = text.casefold()
        self.worded: Worded = worded(text, sentence.themes)
        self.clauses = _clauses(text)
        self.numbers = _numbers(text)


def any_same(ours: Compared, theirs: Iterable[Compared]) -> bool:
    """Whether one of these sentences says what this one says."""
    return any(_same(ours, other) for other in theirs)


def _same(ours: Compared, theirs: Compared) -> bool:
    if comparable(ours.worded, theirs.worded) and likeness(ours.worded, theirs.worded) >= TAKEN_UP:
        return True
    if len(ours.worded.words.keys() & theirs.worded.words.keys()) < FEWEST_SHARED:
        return False
    if ours.numbers & theirs.numbers or _clause_alike(ours, theirs):
        return True
    return fuzz.token_set_ratio(ours.lower, theirs.lower, score_cutoff=MOST_WORDS) > 0


def _clause_alike(ours: Compared, theirs: Compared) -> bool:
    for one in ours.clauses:
        for other in theirs.clauses:
            shared = one & other
            if len(shared) < FEWEST_IN_CLAUSE:
                continue
            weight = _weight(shared)
            most = 2 * weight >= MOST_OF_CLAUSE * (_weight(one) + _weight(other))
            if most and weight >= LEAST_IN_CLAUSE:
                return True
    return False


def _clauses(text: str) -> list[frozenset[str]]:
    """The content words of the whole sentence, and of each of its clauses that has enough."""
    whole = content_words(text)
    parts = (content_words(part) for part in _CLAUSE_END.split(text))
    return [words for words in {whole, *parts} if len(words) >= FEWEST_IN_CLAUSE]


def _weight(words: Iterable[str]) -> float:
    weights = word_weights()
    return sum(weights.get(word, _UNKNOWN) for word in words)


def _numbers(text: str) -> frozenset[str]:
    """Its numbers of two digits or more and its shares: "41%", "18.5"; no years, no dates."""
    found = set()
    for match in _NUMBER.finditer(text):
        number = match.group(1).replace(",", "")
        if match.group(2):
            found.add(f"{number}%")
        elif len(number) > 1 and not _is_of_a_date(text, match):
            found.add(number)
    return frozenset(found)


def _is_of_a_date(text: str, match: re.Match[str]) -> bool:
    if re.fullmatch(r"(?:19|20)\d\d", match.group(1)):
        return True
    behind = text[match.end() : match.end() + 12]
    return re.match(rf"(?:st|nd|rd|th)?\s?(?:and \d+ )?{MONTH}\b", behind) is not None
