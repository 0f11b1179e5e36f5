"""Corrections to a file of training data: asks for the file, and again before it replaces one."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.export.correction_lines import write_training_lines
from store.export.written import ExportError, ExportExists
from store.library import Library
from store.paths import expanded
from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow
from tui.wording import counted

SUGGESTED = "~/ofsted-corrections.jsonl"


class ExportCorrections(ModalScreen[None], DimsBelow):
    """Ends when the file is written, or with escape."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("back", "close", footer=True)]
    HELP = """\
# Export corrections
One labelled sentence a line, as `python -m store.training` reads them and as `ofsted-tui
corrections --load` takes them in elsewhere. Enter writes the file.
"""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._over = ""
        """The file that enter, pressed again, replaces."""

    def compose(self) -> ComposeResult:
        with Vertical(id="export-corrections"):
            yield Static(id="export-words")
            yield Input(SUGGESTED, id="export-path", select_on_focus=False)

    def on_mount(self) -> None:
        box = self.query_one("#export-corrections")
        box.border_title = "Export corrections"
        box.border_subtitle = "enter writes · esc closes"
        self._say("Into which file? Training data, and a colleague's library, take it in.")
        given = self.query_one(Input)
        given.cursor_blink = False
        given.focus()

    def _say(self, words: str, style: str = "") -> None:
        self.query_one("#export-words", Static).update(text.words(words, style))

    @on(Input.Changed)
    def _another_file(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._over:
            self._over = ""

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        event.stop()
        given = event.value.strip()
        if not given:
            return
        file = expanded(given)
        if not file.suffix:
            file = file.with_name(f"{file.name}.jsonl")
        over = bool(self._over) and self._over == event.value
        self._over = event.value
        self._write_behind(file, over)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write_behind(self, file: Path, over: bool) -> None:
        try:
            count = write_training_lines(file, list(self._library.corrections), over=over)
        except ExportExists:
            words = f"{file} is already there: enter again replaces it."
            self.app.call_from_thread(self._say, words, "$mixed")
        except ExportError as error:
            self._over = ""
            self.app.call_from_thread(self._say, str(error), "$concern")
        else:
            self.app.call_from_thread(self._written, file, count)

    def _written(self, file: Path, count: int) -> None:
        self.app.notify(f"{counted(count, 'correction')} in {file}.", markup=False, timeout=5)
        self.dismiss()

    def action_close(self) -> None:
        self.dismiss()
