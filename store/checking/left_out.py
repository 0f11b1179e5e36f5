"""What a letter says that an article left out, by theme.

A concern of the letter is taken up if the article quotes it, gives its figure, or has a sentence
of the same meaning: by the likeness with which repeats are found, or by most of its words. Which
themes the article speaks of at all is asked apart: a short article may name a theme in one word.
"""

from collections.abc import Collection, Iterable
from typing import Final

import msgspec
from rapidfuzz import fuzz

from store.library.record import CONCERNS
from store.model.document import Document, Sentence
from store.repeats.likeness import Worded, comparable, likeness, worded

TAKEN_UP: Final = 0.22
"""Likeness from which a sentence of an article takes up a concern of a letter. Lower than between
visits (0.3): an article tells of one letter only, so there is less to be mistaken for it."""
MOST_WORDS: Final = 68
"""Token similarity, of 100, that does as well."""
FEWEST_SHARED: Final = 2
"""But only where so many content words are shared: short sentences resemble anything."""
LONGEST: Final = 4_000
"""Characters of a sentence that are compared."""


class ThemeCovered(msgspec.Struct, frozen=True):
    """A theme of the letter's concerns, with what the article made of it."""

    theme: str
    """Its id; empty for concerns without a theme."""
    concerns: int
    """How many concerns of the letter have it."""
    left_out: tuple[int, ...]
    """Those that the article does not take up: indexes of the letter's sentences."""
    mentioned: bool
    """Whether any sentence of the article has this theme."""

    @property
    def covered(self) -> bool:
        """Whether the article speaks of it, or takes up one of its concerns."""
        return self.mentioned or len(self.left_out) < self.concerns


def themes_covered(
    article: Document, letter: Document, known: Collection[int] = ()
) -> tuple[ThemeCovered, ...]:
    """The themes of the letter's concerns: first those that the article does not mention at all,
    then those of which it leaves out most; concerns without a theme last.

    Args:
        article: the article.
        letter: the letter or report it is compared with.
        known: sentences of the letter that the article is known to take up: quoted, or a figure.
    """
    concerns = concerns_of_letter(article, letter)
    taken = taken_up(article, letter, concerns) | (set(known) & set(concerns))
    spoken_of = {theme for sentence in article.sentences for theme in sentence.themes}
    by_theme: dict[str, list[int]] = {}
    for index in concerns:
        for theme in letter.sentences[index].themes or ("",):
            by_theme.setdefault(theme, []).append(index)
    found = [
        ThemeCovered(
            theme,
            len(listed),
            tuple(index for index in listed if index not in taken),
            theme in spoken_of,
        )
        for theme, listed in by_theme.items()
    ]
    found.sort(key=lambda each: (not each.theme, each.covered, -len(each.left_out), each.theme))
    return tuple(found)


def concerns_of_letter(article: Document, letter: Document) -> list[int]:
    """The sentences that tell of a concern, in Ofsted's voice, about a council of the article."""
    councils = {named.name for named in article.councils}

    def counts(sentence: Sentence) -> bool:
        council = letter.council_of(sentence)
        told = sentence.polarity in CONCERNS and sentence.voice == "ofsted"
        return told and (not councils or council is None or council in councils)

    return [index for index, sentence in enumerate(letter.sentences) if counts(sentence)]


def taken_up(article: Document, letter: Document, concerns: Collection[int]) -> set[int]:
    """Those of these sentences of the letter whose meaning a sentence of the article has."""
    theirs = [_Sentence(sentence) for sentence in article.sentences]
    return {index for index in concerns if _any_same(_Sentence(letter.sentences[index]), theirs)}


class _Sentence:
    """A sentence made ready to be compared, once."""

    def __init__(self, sentence: Sentence) -> None:
        self.lower = sentence.text[:LONGEST].casefold()
        self.worded: Worded = worded(sentence.text, sentence.themes)


def _any_same(ours: _Sentence, theirs: Iterable[_Sentence]) -> bool:
    return any(_same(ours, other) for other in theirs)


def _same(ours: _Sentence, theirs: _Sentence) -> bool:
    if comparable(ours.worded, theirs.worded) and likeness(ours.worded, theirs.worded) >= TAKEN_UP:
        return True
    if len(ours.worded.words.keys() & theirs.worded.words.keys()) < FEWEST_SHARED:
        return False
    return fuzz.token_set_ratio(ours.lower, theirs.lower, score_cutoff=MOST_WORDS) > 0
