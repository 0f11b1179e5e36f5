"""The sentences of documents by their words, to find where a quotation may come from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from store.checking.wording import Word, words_of
from store.model.document import Document

COMMON: int = 400
"""A word that stands in more sentences than this tells nothing of where a quotation is from."""
CANDIDATES: int = 12


class Passages:
    """One document's running words, with the sentence each stands in."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def words(self) -> list[Word]:
        """All words of all sentences, in order; spans within their own sentence."""
        return [word for found in self._by_sentence for word in found]

    @cached_property
    def folded(self) -> list[str]:
        return [word.folded for word in self.words]

    @cached_property
    def joined(self) -> str:
        """The words with one blank between and around them, for finding runs."""
        return f" {' '.join(self.folded)} "

    @cached_property
    def _by_sentence(self) -> list[list[Word]]:
        return [words_of(sentence.text) for sentence in self.document.sentences]

    @cached_property
    def starts(self) -> list[int]:
        """For each sentence the place of its first word among all words."""
        starts, place = [], 0
        for found in self._by_sentence:
            starts.append(place)
            place += len(found)
        return starts

    @cached_property
    def _sentences_with(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for number, found in enumerate(self._by_sentence):
            for word in {word.folded for word in found}:
                index.setdefault(word, []).append(number)
        return index

    def sentence_at(self, place: int) -> int:
        """The sentence in which the word at this place stands."""
        from bisect import bisect_right

        return bisect_right(self.starts, place) - 1

    def likely(self, words: Iterable[str]) -> list[int]:
        """The sentences that share the most telling words with a quotation, best first."""
        scores: Counter[int] = Counter()
        total = max(1, len(self.document.sentences))
        for word in set(words):
            listed = self._sentences_with.get(word, ())
            if not listed or len(listed) > COMMON:
                continue
            weight = total / len(listed)
            for number in listed:
                scores[number] += int(100 * weight**0.5)
        return [number for number, _ in scores.most_common(CANDIDATES)]


def places_of_run(passages: Passages, run: Sequence[str]) -> list[int]:
    """The places at which these words stand next to each other."""
    wanted = f" {' '.join(run)} "
    joined = passages.joined
    places: list[int] = []
    at = joined.find(wanted)
    while at >= 0 and len(places) < 50:
        places.append(joined.count(" ", 0, at))
        at = joined.find(wanted, at + 1)
    return places
