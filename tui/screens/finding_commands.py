"""What browsing does with the finding at the highlight: copy it, open its source, tell why."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from store.findings.themes import Vocabulary
from store.model.finding import Finding
from store.selection import FindingIndex
from tui.keys import bind
from tui.panes.concerns import ConcernsPane

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper


class FindingCommands(Screen[None]):
    """A screen with a list of findings, one of them highlighted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("copy", "copy"),
        bind("why", "why"),
        bind("source", "source"),
    ]

    index: FindingIndex | None
    vocabulary: Vocabulary
    finding: "_lru_cache_wrapper[Finding]"

    @property
    def _picked_row(self) -> int | None:
        return self.query_one(ConcernsPane).picked_row

    def action_copy(self) -> None:
        row = self._picked_row
        if row is None:
            self.notify("There is no finding to copy.", severity="warning")
        else:
            from tui.clipboard import copy_finding

            copy_finding(self.app, self.finding(row))

    def action_why(self) -> None:
        row = self._picked_row
        if row is None or self.index is None:
            self.notify("There is no finding to explain.", severity="warning")
            return
        from tui.screens.why import WhyScreen

        document, number, _ = self.index.sentence(row)
        self.app.push_screen(WhyScreen(document, number, self.vocabulary.names()))

    def action_source(self) -> None:
        row = self._picked_row
        if row is None or self.index is None:
            self.notify("There is no document to open.", severity="warning")
            return
        document, _, _ = self.index.sentence(row)
        path = Path(document.source.path)
        if not path.exists():
            self.notify(f"{path} is no longer there.", severity="warning", markup=False)
            return
        self.app.open_url(path.as_uri())
        self.notify(f"Opened {path.name}.", markup=False, timeout=3)
