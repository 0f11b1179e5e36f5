"""What Journey and Compare hand to their tables, and what a table says of its highlighted place."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from store.findings.themes import Vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex

if TYPE_CHECKING:
    from textual.screen import Screen

    from store.repeats.known import KnownRepeats


class Pointed(NamedTuple):
    """What the reader stands on: its sentences, and how they are named."""

    rows: Sequence[int]
    """Rows of the index, in the order of the index."""
    title: str
    filters: Filters | None = None
    """The same in Browse; None if no filters say it."""


class Sums(Protocol):
    """A table or list of sums, one place of it highlighted."""

    def pointed(self) -> Pointed:
        """What stands behind the highlighted place."""

    def as_text(self) -> str:
        """All of it as text, to be copied."""


class Held:
    """What such a screen works on; handed down by Browse, which owns it."""

    def __init__(
        self,
        library: Library,
        vocabulary: Vocabulary,
        index: FindingIndex,
        repeats: "KnownRepeats",
        filters: Filters,
        show_in_browse: "Callable[[Filters, Sequence[Screen[Any]]], None]",
    ) -> None:
        self.library = library
        self.vocabulary = vocabulary
        self.index = index
        self.repeats = repeats
        self.filters = filters
        self.show_in_browse = show_in_browse

    @property
    def names(self) -> dict[str, str]:
        """Theme id -> name in words."""
        return self.vocabulary.names()

    @property
    def themes(self) -> list[str]:
        return [theme.id for theme in self.vocabulary.themes]

    def row_of(self, id: str) -> int | None:
        """The row of a sentence, by its id."""
        document, _, number = id.rpartition(":")
        return self.index.row_of(document, int(number))

    def rows_of(self, ids: Sequence[str]) -> list[int]:
        return sorted(row for id in ids if (row := self.row_of(id)) is not None)
