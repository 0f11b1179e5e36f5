"""Files dropped on the terminal, which hands their paths over as if they were pasted."""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import App

from store.library import Library
from tui import served, text
from tui.dropped import is_there, names_files, paths_in

if TYPE_CHECKING:
    from store.intake.kept import KeptWorkers

SHOWN: Final = 120
"""Characters of a path that is not there that a notice shows: the end of it, which tells more."""


class TakesDroppedFiles(App[None], inherit_bindings=False):
    """An app that adds what is dropped on it, unless a field or a dialog takes it up."""

    library: Library
    themes_file: Path
    served: served.Mode | None
    _kept: "KeptWorkers | None" = None

    @property
    def kept_workers(self) -> "KeptWorkers":
        """The processes that read files, kept for a while from one adding to the next."""
        if self._kept is None:
            from store.intake.kept import KeptWorkers

            self._kept = KeptWorkers(self.themes_file)
        return self._kept

    def on_unmount(self) -> None:
        if self._kept is not None:
            # It waits for processes to end, which nobody should see the screen do.
            threading.Thread(target=self._kept.end).start()

    def on_paste(self, event: events.Paste) -> None:
        # A page is pasted into by others: they learn nothing of which files the server has.
        if self.served is not None or not event.text.strip():
            return
        paths = paths_in(event.text)
        if not names_files(paths):
            if not self.screen.is_modal:
                self._refuse("What was pasted names no file. s searches for words, a adds files.")
            return
        missing = next((path for path in paths if not is_there(path)), None)
        if missing is not None:
            told = text.words(str(missing)).plain
            told = f"…{told[-SHOWN:]}" if len(told) > SHOWN else told
            self._refuse(f"There is no {told}: nothing was added.")
        elif self.screen.is_modal:
            self._refuse("Files can be dropped here once the dialog is closed.")
        else:
            from store.intake.processes import begin_loading

            begin_loading()  # beside the dialog that is put up now
            self.add(paths, stay=False)

    def _refuse(self, words: str) -> None:
        self.notify(words, severity="warning", timeout=5, markup=False)

    def tell_taken_in(self, ids: Mapping[str, Sequence[str]]) -> None:
        """Say what became of files, by what became of them, in a notice over any screen."""
        from tui.taken_in import taken_in

        self.notify(taken_in(ids, self.library.records), timeout=7, markup=False)

    def add(self, new_paths: Sequence[Path] = (), *, stay: bool = True) -> None:
        """Add files and folders, asking for them if none is named.

        With `stay` the dialog waits for a key at the end although nothing failed.
        """
        raise NotImplementedError
