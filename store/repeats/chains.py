"""Links each concern to the nearest earlier visit that had the same, and follows the links."""

from collections.abc import Iterable, Sequence

import msgspec

from store.repeats.likeness import SAME_FROM, Worded, comparable, joined, worded


class Told(msgspec.Struct, frozen=True):
    """A concern that a document tells of."""

    id: str
    """Document id and index of the sentence, joined by a colon."""
    text: str
    themes: tuple[str, ...]
    press: bool = False
    """Whether an article tells of it: then only where no letter or report does."""


class Repeats(msgspec.Struct, frozen=True):
    """The links of one council."""

    earlier: dict[str, str] = {}
    """Sentence -> the sentence of the nearest earlier visit that told the same."""
    visits: dict[str, str] = {}
    """Every linked sentence -> key of its visit."""

    def chain(self, id: str) -> tuple[str, ...]:
        """This sentence and those it repeats, one a visit, newest first."""
        found = [id]
        while (before := self.earlier.get(found[-1])) is not None:
            found.append(before)
        return tuple(found)


def repeats(visits: Sequence[tuple[str, Sequence[Told]]]) -> Repeats:
    """The links between the concerns of one council's visits.

    Args:
        visits: key and concerns of each visit, the earliest first. What is told twice of the
            same visit, in its letter and in an article, is no repeat.
    """
    earlier: dict[str, str] = {}
    at: dict[str, str] = {}
    shelves: list[_Shelf] = []
    for key, concerns in visits:
        shelf = _Shelf(key, concerns)
        for concern in shelf.concerns:
            for before in reversed(shelves):
                found = before.nearest(concern[1])
                if found is not None:
                    earlier[concern[0].id] = found.id
                    at[concern[0].id], at[found.id] = key, before.key
                    break
        shelves.append(shelf)
    return Repeats(earlier, at)


class _Shelf:
    """The concerns of one visit, found by their words."""

    def __init__(self, key: str, concerns: Iterable[Told]) -> None:
        self.key = key
        self.concerns = [(told, worded(told.text, told.themes)) for told in concerns]
        self._having: dict[str, list[int]] = {}
        for place, (_, words) in enumerate(self.concerns):
            for word in words.words:
                self._having.setdefault(word, []).append(place)

    def nearest(self, wanted: Worded) -> Told | None:
        """The concern most like this one, if there is one that is the same."""
        shared: dict[int, float] = {}
        for word, weight in wanted.words.items():
            for place in self._having.get(word, ()):
                shared[place] = shared.get(place, 0.0) + weight
        best: tuple[bool, float] | None = None
        found = None
        for place, weight in shared.items():
            told, words = self.concerns[place]
            if not comparable(wanted, words):
                continue
            alike = joined(weight, wanted, words)
            rank = (not told.press, alike)
            if alike >= SAME_FROM and (best is None or rank > best):
                best, found = rank, told
        return found
