"""What a letter says that an article left out, by theme.

A concern of the letter is taken up if the article quotes it, gives its figure, or has a sentence
of the same meaning (see `paraphrase`). Which themes the article speaks of at all is asked apart: a
short article may name a theme in one word. What the council says in the article of itself is not
what the article made of the letter.
"""

from collections.abc import Collection, Iterable
from functools import cache

import msgspec

from store.checking.paraphrase import Compared, any_same
from store.findings.phrases import PhraseFinder, tokens_of
from store.findings.themes import vocabulary
from store.library.record import CONCERNS
from store.model.document import Document, Sentence


class ThemeCovered(msgspec.Struct, frozen=True):
    """A theme of the letter's concerns, with what the article made of it."""

    theme: str
    """Its id; empty for concerns without a theme."""
    concerns: int
    """How many concerns of the letter have it."""
    left_out: tuple[int, ...]
    """Those that the article does not take up: indexes of the letter's sentences."""
    mentioned: bool
    """Whether any sentence of the article has this theme or names it."""

    @property
    def covered(self) -> bool:
        """Whether the article takes up one of its concerns."""
        return len(self.left_out) < self.concerns


def themes_covered(
    article: Document, letter: Document, known: Collection[int] = ()
) -> tuple[ThemeCovered, ...]:
    """The themes of the letter's concerns: first those that the article does not mention at all,
    then those that it only mentions, then those of which it leaves out most; concerns without a
    theme last.

    Args:
        article: the article.
        letter: the letter or report it is compared with.
        known: sentences of the letter that the article is known to take up: quoted, or a figure.
    """
    concerns = concerns_of_letter(article, letter)
    taken = taken_up(article, letter, concerns) | (set(known) & set(concerns))
    spoken_of = themes_spoken_of(_told(article))
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
    found.sort(
        key=lambda each: (
            not each.theme,
            each.covered,
            not each.covered and each.mentioned,
            -len(each.left_out),
            each.theme,
        )
    )
    return tuple(found)


def themes_spoken_of(sentences: Iterable[Sentence]) -> set[str]:
    """The themes that sentences are labelled with, or name by a cue phrase of theirs."""
    found: set[str] = set()
    for sentence in sentences:
        found.update(sentence.themes)
        found.update(hit.tag for hit in _theme_phrases().find(tokens_of(sentence.text[:20_000])))
    return found


@cache
def _theme_phrases() -> PhraseFinder:
    return PhraseFinder({theme.id: theme.strong for theme in vocabulary().themes})


def _told(article: Document) -> list[Sentence]:
    """What an article tells, but for the words of the council on itself."""
    return [sentence for sentence in article.sentences if sentence.voice != "council"]


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
    theirs = [Compared(sentence) for sentence in _told(article)]
    return {index for index in concerns if any_same(Compared(letter.sentences[index]), theirs)}
