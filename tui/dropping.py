"""Files dropped on the terminal, which hands their paths over as if they were pasted."""

from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.app import App

from tui import served
from tui.dropped import is_there, paths_in


class TakesDroppedFiles(App[None], inherit_bindings=False):
    """An app that adds what is dropped on it, unless a field or a dialog takes it up."""

    served: served.Mode | None

    def on_paste(self, event: events.Paste) -> None:
        # A page is pasted into by others: they learn nothing of which files the server has.
        if self.served is not None or self.screen.is_modal:
            return
        paths = paths_in(event.text)
        # Terminals hand over whole paths; a word that happens to be a file's name is a word.
        if paths and all(path.is_absolute() and is_there(path) for path in paths):
            from store.intake.processes import begin_loading

            begin_loading()  # beside the dialog that is put up now
            self.add(paths, stay=False)

    def add(self, new_paths: Sequence[Path] = (), *, stay: bool = True) -> None:
        """Add files and folders, asking for them if none is named.

        With `stay` the dialog waits for a key at the end although nothing failed.
        """
        raise NotImplementedError
