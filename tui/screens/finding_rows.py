"""A screen with a list of findings, rows of an index, one of them picked."""

from typing import TYPE_CHECKING

from store.findings.themes import Vocabulary
from store.model.finding import Finding
from store.selection import FindingIndex
from tui.panes.concerns import ConcernsPane
from tui.screens.finding_commands import FindingCommands, Picked

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper


class FindingRows(FindingCommands):
    """What is done with a sentence is done with that of the row picked."""

    index: FindingIndex | None
    vocabulary: Vocabulary
    finding: "_lru_cache_wrapper[Finding]"

    @property
    def picked_row(self) -> int | None:
        """The row of the index that is picked; None if there is none."""
        return self.query_one(ConcernsPane).picked_row

    @property
    def picked_sentence(self) -> Picked | None:
        row = self.picked_row
        if row is None or self.index is None:
            return None
        document, number, _ = self.index.sentence(row)
        return document, number

    @property
    def picked_finding(self) -> Finding | None:
        row = self.picked_row
        return self.finding(row) if row is not None else None

    @property
    def theme_names(self) -> dict[str, str]:
        return self.vocabulary.names()
