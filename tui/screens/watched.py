"""Watched folders: name one, see what came of it, leave it."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui import text
from tui.dropped import paths_in
from tui.keeping_up import SeenInFolder, WatchesFolders
from tui.keys import bind
from tui.screens.add import FailedFiles
from tui.screens.dims_below import DimsBelow
from tui.widgets.path_input import PathInput
from tui.widgets.row_list import RowList

WORDS = "Letters and reports that appear or change in these folders are added by themselves."


HELP = """\
# Watched folders
While the app is open, files that appear or change in these folders and below them are added,
once they are written to their end. The folders are remembered for this library. Enter in the field
watches the folder named there. Delete stops watching the highlighted one; nothing that was added
goes.
"""


class WatchedRows(RowList):
    """The folders, each with what became of its files."""

    opens = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.folders: tuple[Path, ...] = ()
        self._seen: dict[Path, SeenInFolder] = {}

    def show(self, folders: tuple[Path, ...], seen: dict[Path, SeenInFolder]) -> None:
        self.folders, self._seen = folders, seen
        self.set_count(len(folders), min(self.highlighted, max(0, len(folders) - 1)))

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        folder = self.folders[index]
        mark = text.line(("▸ " if highlighted else "  ", "bold $accent"))
        rows = text.hanging(mark, text.words(str(folder), "bold"), width, 2)
        rows += text.hanging(Content(""), self._state(folder), width, 2)
        return text.lines(rows)

    def _state(self, folder: Path) -> Content:
        if not folder.is_dir():
            return text.line(
                ("✗ not there now", "$concern"), "; watched when the app is next opened"
            )
        counts = self._seen[folder].counts if folder in self._seen else {}
        words = {"added": "added", "replaced": "replaced", "failed": "not read"}
        told = [
            f"{counts[status]:,} {word}" for status, word in words.items() if counts.get(status)
        ]
        return Content.styled(", ".join(told) or "nothing new since the app was opened", "$quiet")

    def empty_content(self) -> Content:
        return Content.styled("No folder is watched yet.", "$quiet")


class Watched(ModalScreen[None], DimsBelow):
    """Changes which folders the app watches."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("delete", "leave", footer=True, words="stop watching this folder"),
        bind("next-pane", "app.focus_next", words="to the folders, and back to the field"),
        bind("previous-pane", "app.focus_previous", words="the same the other way"),
        bind("back", "close", footer=True),
    ]
    HELP = HELP

    def __init__(self, watching: WatchesFolders) -> None:
        super().__init__()
        self._watching = watching

    def compose(self) -> ComposeResult:
        with Vertical(id="watched"):
            yield Static(WORDS, id="watched-words")
            yield PathInput("another folder", id="watched-path")
            yield WatchedRows(id="watched-folders")
            yield FailedFiles(id="watched-failed", opens=False)

    def on_mount(self) -> None:
        box = self.query_one("#watched")
        box.border_title = "Watched folders"
        box.border_subtitle = "enter watches · tab, delete leaves one · esc closes"
        self.query_one(Input).focus()
        self._show()
        self.set_interval(1, self._show)

    def _show(self) -> None:
        rows, failed = self.query_one(WatchedRows), self.query_one(FailedFiles)
        rows.show(self._watching.watched, self._watching.seen_in)
        rows.styles.height = max(1, 2 * len(self._watching.watched))
        failed.failed = [
            outcome for seen in self._watching.seen_in.values() for outcome in seen.failed.values()
        ]
        failed.sort()
        failed.display = bool(failed.failed)

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            return
        folders = [path.absolute() for path in paths_in(event.value)]
        for folder in folders:
            if not folder.is_dir():
                self._say(
                    text.line(("There is no folder ", "$concern"), text.words(str(folder)), ".")
                )
                return
        self._watching.watch_folders([*self._watching.watched, *folders])
        event.input.value = ""
        self._say(Content(WORDS))
        self._show()

    def _say(self, words: Content) -> None:
        self.query_one("#watched-words", Static).update(words)

    def action_leave(self) -> None:
        rows = self.query_one(WatchedRows)
        if rows.folders:
            gone = rows.folders[rows.highlighted]
            self._watching.watch_folders([folder for folder in rows.folders if folder != gone])
            self._show()

    def action_close(self) -> None:
        self.dismiss(None)
