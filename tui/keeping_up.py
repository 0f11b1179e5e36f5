"""Watched folders: what appears or changes in them is added while the app is open.

The files are read as Add reads them, but into a library handle of their own: Browse sees the new
documents as it sees those of any other process, and shows them when the reader is back on it.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from textual import on, work
from textual.app import App
from textual.message import Message
from textual.worker import get_current_worker

from store.library import Library

if TYPE_CHECKING:
    from store.intake import Outcome
    from tui.session import Session
    from tui.settings import Settings


class FolderTold(Message):
    """Files of watched folders were read, or the watching ended for a reason."""

    def __init__(self, outcomes: "Sequence[Outcome]" = (), problem: str | None = None) -> None:
        self.outcomes = outcomes
        self.problem = problem
        super().__init__()


class SeenInFolder(msgspec.Struct):
    """What became of a folder's files since the app was opened."""

    counts: Counter[str] = msgspec.field(default_factory=Counter)
    failed: "dict[str, Outcome]" = msgspec.field(default_factory=dict)
    """Path -> why it could not be read."""


class WatchesFolders(App[None]):
    """An app that keeps up with folders; which, the session remembers."""

    library: Library
    settings: "Settings"
    session: "Session | None"
    themes_file: Path
    watched: tuple[Path, ...] = ()
    seen_in: dict[Path, SeenInFolder]

    def watch_folders(self, folders: Sequence[Path]) -> None:
        """Watch these folders and no others, from now on and in the runs to come."""
        self.watched = tuple(dict.fromkeys(folders))
        if self.session:
            self.session.watch(self.library.path, self.watched)
            self.session.save()
        self._begin_watching()

    def watch_folders_as_before(self) -> None:
        """Watch the folders that the session remembers."""
        if self.session:
            self.watched = self.session.watched(self.library.path)
        self._begin_watching()

    def _begin_watching(self) -> None:
        self.seen_in = {
            folder: self.seen_in.get(folder) or SeenInFolder() for folder in self.watched
        }
        self.workers.cancel_group(self, "watching")
        there = [folder for folder in self.watched if folder.is_dir()]
        if there and not self.library.read_only:
            self._watch(there)

    @work(thread=True, group="watching", exit_on_error=False)
    def _watch(self, folders: list[Path]) -> None:
        from store.findings.themes import vocabulary
        from store.intake import Workers, take_in, worker_count
        from store.library import LibraryBusy, LibraryError
        from store.watching import watch

        worker = get_current_worker()

        def proceed() -> bool:
            return not worker.is_cancelled

        try:
            for files in watch(folders, proceed):
                vocabulary(self.themes_file)
                library = Library(self.library.path)
                with Workers(min(worker_count(), len(files)), self.themes_file) as readers:
                    outcomes = take_in(
                        files,
                        library,
                        limits=self.settings.limits,
                        proceed=proceed,
                        readers=readers,
                    )
                    self.post_message(FolderTold(list(outcomes)))
        except (LibraryBusy, LibraryError, OSError, ValueError) as error:
            self.post_message(FolderTold(problem=str(error)))

    @on(FolderTold)
    def _tell(self, event: FolderTold) -> None:
        """Count what was read, and say what could not be; Browse says what is new."""
        if event.problem:
            self.notify(
                f"Folders are not watched any more: {event.problem}",
                severity="warning",
                markup=False,
            )
        failed = 0
        for outcome in event.outcomes:
            path = Path(outcome.path)
            for folder, seen in self.seen_in.items():
                if folder not in path.parents:
                    continue
                seen.counts[outcome.status] += 1
                seen.failed.pop(outcome.path, None)
                if not outcome.ok:
                    seen.failed[outcome.path] = outcome
                    failed += 1
                break
        if failed:
            files = "A file" if failed == 1 else f"{failed:,} files"
            self.notify(
                f"{files} of a watched folder could not be read; the list of watched folders "
                "says why.",
                severity="warning",
                timeout=6,
            )
