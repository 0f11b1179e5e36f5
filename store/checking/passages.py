"""One document to look quotations up in: its words in one line, and sentence by sentence."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from store.checking.house_style import coarse_in_one_style
from store.checking.negation import cut_off_before
from store.checking.wording import coarse, coarse_line, folded_words, words_of
from store.model.document import Document

OFTEN: Final = 60
"""A word that stands more often in a document tells nothing of where a quotation is from."""


class Words(NamedTuple):
    """The words of some sentences that follow each other."""

    folded: list[str]
    """As compared."""
    place: list[tuple[int, int]]
    """For each word its sentence, and which word of that it is."""


class Passages:
    """A document's running words."""

    def __init__(self, document: Document) -> None:
        self.id = document.id
        self._sentences = [sentence.text for sentence in document.sentences]
        self._words: dict[int, list[str]] = {}
        joined = "\n".join(text.replace("\n", " ") for text in self._sentences)
        lines = []
        self.vocabulary: set[bytes] = set()
        """Every word it has, as in `line`."""
        for line in coarse(joined).split(b"\n"):
            words = coarse_in_one_style(line)
            self.vocabulary.update(words)
            lines.append(b" ".join(words))
        self.line = b" " + b" ".join(line for line in lines if line) + b" "
        """All words, for finding runs of them."""
        self._starts, at = [], 1
        for line in lines:
            self._starts.append(at)
            at += len(line) + 1 if line else 0

    def places(self, run: bytes, after: int = 0, most: int = 50) -> Iterator[int]:
        """Where these words stand next to each other."""
        wanted = b" " + run + b" "
        at = self.line.find(wanted, after)
        while at >= 0 and most:
            yield at
            most -= 1
            at = self.line.find(wanted, at + 1)

    def sentence_at(self, place: int) -> int:
        """The sentence in which the word behind this place stands."""
        return max(0, bisect_right(self._starts, place + 1) - 1)

    def words(self, first: int, last: int) -> Words:
        """The words of some sentences, the last included."""
        folded: list[str] = []
        place: list[tuple[int, int]] = []
        for number in range(max(0, first), min(last + 1, len(self._sentences))):
            own = self._folded(number)
            folded.extend(own)
            place.extend((number, which) for which in range(len(own)))
        return Words(folded, place)

    def around(self, number: int, room: int) -> Words:
        """The words of a sentence and at least so many on either side, as far as there are."""
        first, before = number, 0
        while first > 0 and before < room:
            first -= 1
            before += len(self._folded(first))
        last, behind = number, 0
        while last + 1 < len(self._sentences) and behind < room:
            last += 1
            behind += len(self._folded(last))
        folded, place = self.words(first, last)
        cut = max(0, before - room)
        return Words(folded[cut:], place[cut:])

    def printed(self, place: tuple[int, int]) -> str:
        """A word as the document prints it."""
        number, which = place
        text = self._sentences[number]
        found = words_of(text)
        if which >= len(found):
            return self._folded(number)[which]
        return text[found[which].start : found[which].end]

    def cut_off_before(self, place: tuple[int, int]) -> str:
        """The word before this one, in its sentence, that turns round what begins with it."""
        number, which = place
        text = self._sentences[number]
        found = words_of(text)
        return cut_off_before(text, found[which].start) if 0 < which < len(found) else ""

    def _folded(self, number: int) -> list[str]:
        if number not in self._words:
            self._words[number] = folded_words(self._sentences[number])
        return self._words[number]

    def likely(self, telling: Mapping[bytes, int], most: int = 3) -> list[tuple[int, int]]:
        """The sentences that share the most telling words with a quotation, best first.

        Args:
            telling: words with their weights.
            most: how many sentences.

        Returns:
            Number and score of each.
        """
        scores: Counter[int] = Counter()
        for word, weight in telling.items():
            places = list(self.places(word, most=OFTEN))
            if len(places) < OFTEN:
                for number in {self.sentence_at(place) for place in places}:
                    scores[number] += weight
        return scores.most_common(most)


def as_run(words: Sequence[str]) -> bytes:
    """Words as they stand in `Passages.line`."""
    return coarse_line(" ".join(words))
