"""What is done with a sentence: copy it, tell why, open its source, pager or editor on it."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from store.model.document import Document
from store.model.finding import Finding
from tui.keys import bind
from tui.screens.painting import PaintsChanges

Picked = tuple[Document, int]
"""A document and the index of a sentence in it."""


class FindingCommands(PaintsChanges):
    """A screen on which one sentence of a document is picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("copy", "copy"),
        bind("why", "why"),
        bind("source", "source"),
        bind("pager", "pager"),
        bind("editor", "editor"),
    ]

    @property
    def picked_sentence(self) -> Picked | None:
        """The sentence at hand; None if there is none."""
        raise NotImplementedError

    @property
    def picked_finding(self) -> Finding | None:
        """The same as a finding."""
        raise NotImplementedError

    @property
    def theme_names(self) -> dict[str, str]:
        """Theme id -> name in words."""
        raise NotImplementedError

    def action_copy(self) -> None:
        finding = self.picked_finding
        if finding is None:
            self.notify("There is no finding to copy.", severity="warning")
            return
        from tui.clipboard import copy_finding

        copy_finding(self.app, finding)

    def action_why(self) -> None:
        picked = self.picked_sentence
        if picked is None:
            self.notify("There is no finding to explain.", severity="warning")
            return
        from tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(*picked, self.theme_names))

    def action_source(self) -> None:
        picked = self.picked_sentence
        if picked is None:
            self.notify("There is no document to open.", severity="warning")
            return
        document, index = picked
        path = Path(document.source.path)
        if not path.exists():
            self.notify(f"{path} is no longer there.", severity="warning", markup=False)
            return
        self._open_source(path, document.sentences[index].page)

    @work(thread=True, group="outside", exit_on_error=False)
    def _open_source(self, path: Path, page: int) -> None:
        from tui.outside import OutsideError, open_in_viewer

        viewer = getattr(getattr(self.app, "settings", None), "viewer", "")
        try:
            done, severity = open_in_viewer(path, page, viewer), "information"
        except OutsideError as error:
            done, severity = str(error), "warning"
        self.app.call_from_thread(self.app.notify, done, severity=severity, markup=False, timeout=4)

    def action_pager(self) -> None:
        from tui.outside import pager

        self._hand_over(pager)

    def action_editor(self) -> None:
        from tui.outside import editor

        self._hand_over(editor)

    def _hand_over(self, program: Callable[[], list[str]]) -> None:
        """Leave the terminal to a program that shows the passage; come back when it ends."""
        from textual.app import SuspendNotSupported

        from tui.outside import OutsideError, passage_file, run

        picked = self.picked_sentence
        if picked is None:
            self.notify("There is no passage to show.", severity="warning")
            return
        try:
            command = program()
            file = passage_file(*picked)
            try:
                with self.app.suspend():
                    run(command, file)
            finally:
                file.unlink(missing_ok=True)
        except SuspendNotSupported:
            self.notify("This terminal cannot be handed to another program.", severity="warning")
        except (OutsideError, OSError) as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.notify(f"Back from {command[0]}.", markup=False, timeout=2)
