"""A document in one column: where its findings are, each by its sign."""

from collections.abc import Sequence, Set
from typing import Final

from store.model.document import Document

WEIGHTS: Final = {"concern": 3, "mixed": 2, "strength": 1}
"""Of several findings in one cell the sign of the weightiest is shown."""


def sentence_lines(document: Document) -> list[int]:
    """For each sentence how many characters stand before it; one more for the end."""
    starts, length = [], 0
    for sentence in document.sentences:
        starts.append(length)
        length += len(sentence.text) + 1
    return [*starts, length]


class Minimap:
    """Cells of a column, from the top of a document to its end."""

    def __init__(self, document: Document, marked: Set[int], height: int) -> None:
        self._starts = sentence_lines(document)
        self.height = max(1, height)
        self.cells: list[str] = [""] * self.height
        """For each cell the polarity of the weightiest finding in it; empty if there is none."""
        self.first: list[int] = [-1] * self.height
        """The sentence of that finding; -1 if there is none."""
        for index in sorted(marked):
            polarity = document.sentences[index].polarity
            cell = self.cell_of(index)
            if WEIGHTS.get(polarity, 0) > WEIGHTS.get(self.cells[cell], -1 if polarity else 0):
                self.cells[cell], self.first[cell] = polarity, index

    def cell_of(self, sentence: int) -> int:
        """The cell that a sentence begins in."""
        whole = max(1, self._starts[-1])
        return min(self.height - 1, self._starts[sentence] * self.height // whole)

    def sentence_at(self, cell: int) -> int:
        """The finding of a cell, or else the sentence that stands there."""
        if self.first[cell] >= 0:
            return self.first[cell]
        wanted = cell * self._starts[-1] // self.height
        return _last_before(self._starts[:-1], wanted)


def _last_before(starts: Sequence[int], wanted: int) -> int:
    from bisect import bisect_right

    return max(0, bisect_right(starts, wanted) - 1)
