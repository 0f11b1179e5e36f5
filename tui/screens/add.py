"""Add: files or a folder into the library, with progress, cancel, and a report of what failed."""

import contextlib
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, ProgressBar, Static
from textual.worker import Worker, WorkerCancelled, WorkerFailed, get_current_worker

from store.findings.themes import vocabulary
from store.intake import Outcome, Workers, files_under, take_in, worker_count
from store.intake.kept import KeptWorkers
from store.intake.pace import Pace
from store.library import Library, LibraryBusy, LibraryError
from store.reading.limits import Limits
from tui import text
from tui.dropped import is_there, paths_in
from tui.keys import bind
from tui.screens.dims_below import DimsBelow
from tui.widgets.path_input import PathInput
from tui.widgets.row_list import RowList


class FailedFiles(RowList):
    """The files that could not be read, each with the reason and what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("open", "choose", words="close")]
    HELP = """\
# Files not read
Each file with the reason for which it could not be read, and what to do about it. Nothing of it
is in the library; what was there before is untouched.
"""

    def __init__(self, *, id: str | None = None, opens: bool = True) -> None:
        super().__init__(id=id)
        self.opens = opens
        self.failed: list[Outcome] = []

    def add(self, outcome: Outcome) -> None:
        self.failed.append(outcome)
        self.set_count(len(self.failed), self.highlighted)

    def sort(self) -> None:
        """Bring them into the order of their paths; they came as they were read."""
        self.failed.sort(key=lambda outcome: outcome.path)
        self.set_count(len(self.failed), 0)

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        outcome = self.failed[index]
        name = text.words(Path(outcome.path).name, "bold")
        mark = Content.styled("▸✗ " if highlighted else " ✗ ", "$concern")
        rows = text.hanging(mark, name, width, 3)
        rows.extend(text.hanging(Content(""), text.words(outcome.message or ""), width, 3))
        return text.lines([*rows, Content("")])


class Add(ModalScreen[bool], DimsBelow):
    """Ends with whether the library changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "back", footer=True, words="stop the reading; else close"),
        bind("open", "done", footer=False, words="close, once all is dealt with"),
    ]
    HELP = """\
# Add
Type or paste a file or a folder, or drop files on the terminal; a folder is walked. PDF, web
pages, Word (.docx), saved mails, text and Markdown are told apart by content.

Files are read by as many processes as the machine has cores. One that takes too long, or ends
the process that reads it, is reported and costs no other. What the library has already is not
read again, so a run that was stopped goes on where it was. Escape stops; what is done by then
stays.
"""

    class Found(Message):
        """How many files there are."""

        def __init__(self, files: int) -> None:
            self.files = files
            super().__init__()

    class Took(Message):
        """A file was dealt with."""

        def __init__(self, outcome: Outcome) -> None:
            self.outcome = outcome
            super().__init__()

    class Ended(Message):
        """All files were dealt with, or the run was stopped."""

        def __init__(self, problem: str | None, cancelled: bool) -> None:
            self.problem = problem
            self.cancelled = cancelled
            super().__init__()

    def __init__(
        self,
        library: Library,
        themes_file: Path,
        limits: Limits,
        kept: KeptWorkers,
        paths: Sequence[Path] = (),
        *,
        stay: bool = True,
    ) -> None:
        super().__init__()
        self._library = library
        self._themes_file = themes_file
        self._limits = limits
        self._paths = paths
        self._stay = stay
        """Whether to wait for a key at the end although nothing failed."""
        self.reported = False
        """Whether what became of the files was shown here, and waited for a key."""
        self.counts: Counter[str] = Counter()
        self.ids: dict[str, list[str]] = {}
        """What became of files -> the ids of their documents."""
        self.running = False
        self.ended = False
        self._pace = Pace(0)
        self._kept = kept
        self._workers: Workers | None = None
        self._run: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="add"):
            yield Static(id="add-words")
            yield PathInput("a file or folder", id="add-path")
            yield ProgressBar(id="add-progress", show_eta=False)
            yield Static(id="add-counts")
            yield FailedFiles(id="add-failed")

    def on_mount(self) -> None:
        box = self.query_one("#add")
        box.border_title = "Add documents"
        self.query_one(FailedFiles).display = False
        self.query_one(ProgressBar).display = False
        if self._paths:
            self._start(self._paths)
        else:
            self._ready_workers(worker_count()).start()
            self._say(Content("Which file or folder?"))
            box.border_subtitle = "enter adds · esc closes"
            self.query_one(Input).focus()

    def on_unmount(self) -> None:
        if self._workers is not None:
            # It may have to wait for processes to end, which the screen must not.
            threading.Thread(target=self._kept.give_back, args=(self._workers,)).start()

    def _ready_workers(self, count: int) -> Workers:
        """The processes that read. While the user still types they are started, else by the
        first file that the library has not got.
        """
        if self._workers is None:
            self._workers = self._kept.lend(count)
        return self._workers

    def _say(self, words: Content) -> None:
        self.query_one("#add-words", Static).update(words)

    @on(Input.Submitted)
    def _path_given(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            return
        paths = paths_in(event.value)
        missing = next((path for path in paths if not is_there(path)), None)
        if missing is not None:
            self._say(
                text.line(
                    ("There is no ", "$concern"), text.words(str(missing)), ": check the path."
                )
            )
            return
        self._start(paths)

    # Running

    def _start(self, paths: Sequence[Path]) -> None:
        self.running = True
        self.query_one(Input).display = False
        self.query_one("#add").border_subtitle = "esc stops"
        self._say(Content("Looking for files …"))
        self.set_focus(None)
        self._run = self._take_in(paths)

    @work(thread=True, exclusive=True, group="intake", exit_on_error=False)
    def _take_in(self, paths: Sequence[Path]) -> None:
        worker = get_current_worker()
        problem = None
        try:
            vocabulary(self._themes_file)  # what is wrong with it is told once, not of each file
            files = files_under(paths)
            self.post_message(self.Found(len(files)))
            readers = self._ready_workers(min(worker_count(), max(1, len(files))))
            for outcome in take_in(
                files,
                self._library,
                limits=self._limits,
                proceed=lambda: not worker.is_cancelled,
                readers=readers,
            ):
                self.post_message(self.Took(outcome))
        except (LibraryBusy, LibraryError, ValueError) as error:
            problem = str(error)
        self.post_message(self.Ended(problem, worker.is_cancelled))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._pace = Pace(event.files)
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=max(1, event.files), progress=0)
        noun = "file" if event.files == 1 else "files"
        self._say(Content(f"Reading {event.files:,} {noun} …"))

    @on(Took)
    def _took(self, event: Took) -> None:
        self.counts[event.outcome.status] += 1
        if event.outcome.id:
            self.ids.setdefault(event.outcome.status, []).append(event.outcome.id)
        self._pace.step()
        self.query_one(ProgressBar).update(progress=self._pace.done)
        name = text.words(Path(event.outcome.path).name, "$quiet")
        self.query_one("#add-counts", Static).update(text.lines([Content(self._pace.words), name]))
        if not event.outcome.ok:
            failed = self.query_one(FailedFiles)
            failed.display = True
            failed.add(event.outcome)

    @on(Ended)
    async def _ended(self, event: Ended) -> None:
        if self._run is not None:
            with contextlib.suppress(WorkerCancelled, WorkerFailed):
                await self._run.wait()  # it has said its last word, and is about to end
        self.running, self.ended = False, True
        failed = self.query_one(FailedFiles)
        if not failed.failed and not event.problem and not event.cancelled and not self._stay:
            self.dismiss(self._changed)
            return
        self.reported = True
        self._say(self._report(event))
        self.query_one("#add-counts", Static).update("")
        self.query_one(ProgressBar).display = False
        self.query_one("#add").border_subtitle = "enter or esc closes"
        if failed.failed:
            failed.sort()
            failed.focus()

    @property
    def _changed(self) -> bool:
        return bool(self.counts["added"] or self.counts["replaced"])

    def _report(self, event: Ended) -> Content:
        counts = self.counts
        parts = [f"{counts['added']:,} added"]
        if counts["replaced"]:
            parts.append(f"{counts['replaced']:,} replaced")
        if counts["unchanged"]:
            parts.append(f"{counts['unchanged']:,} already there")
        if counts["failed"]:
            parts.append(f"{counts['failed']:,} not read")
        rows = [text.line((", ".join(parts) + ".", "bold"))]
        if event.cancelled:
            left = self._pace.total - self._pace.done
            rows.append(Content(f"Stopped with {left:,} to go; what was done by then is kept."))
        if event.problem:
            rows.append(text.words(event.problem, "$concern"))
        if counts["failed"]:
            rows.append(Content("These could not be read:"))
        return text.lines(rows)

    # Keys

    def action_back(self) -> None:
        """Stops while it runs; closes otherwise."""
        if self.running:
            self._say(Content("Stopping; what has been read is being kept …"))
            self.workers.cancel_group(self, "intake")
        else:
            self.dismiss(self._changed)

    def action_done(self) -> None:
        if self.ended:
            self.dismiss(self._changed)

    @on(RowList.Chosen)
    def _report_read(self, event: RowList.Chosen) -> None:
        event.stop()
        self.action_done()
