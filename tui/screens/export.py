"""Export: write what is selected to a file, behind the screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from store.export.exports import FORMS, OF_ONE_TABLE, Written, export
from store.export.tables import TABLES
from store.export.written import ExportError, ExportExists
from store.library import Library
from store.paths import expanded
from store.selection import Filters
from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow

ROOM: Final = 20
"""Lines of the terminal from which on every form has a line of its own."""


class Export(ModalScreen[Path | None], DimsBelow):
    """Asks for a file name, whose ending says the form; ends with what was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choice-down", "table(1)"),
        bind("choice-up", "table(-1)"),
        bind("back", "close", footer=True),
    ]
    HELP = """\
# Export
What is selected is written to the file you name; its ending says in which form. Enter writes.
A file that exists is written over only if you press enter a second time.
`.csv` and `.jsonl` hold one table: up and down choose which.
"""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (ROOM, "-high")]  # noqa: RUF012 - declared so by Screen

    table: var[str] = var("findings")
    """Which table is written where a form holds one."""

    def __init__(
        self,
        library: Library,
        filters: Filters,
        themes: dict[str, str],
        visit: str,
        name: Sequence[str] = (),
    ) -> None:
        """
        Args:
            visit: in words, the visit or document that the filters choose; "" for neither.
            name: what the file that is suggested is named for; else councils and themes.
        """
        super().__init__()
        self._library = library
        self._filters = filters
        self._themes = themes
        self._words = filters.in_words(themes, visit)
        self._visit = visit
        self._called = name or (*filters.councils, *filters.themes)
        self._asked: Path | None = None
        """The existing file that the reader was asked about."""

    def compose(self) -> ComposeResult:
        with Vertical(id="export"):
            yield Static(id="export-forms")
            yield Input(self._suggested(), id="export-name", compact=True)
            yield Static(id="export-table")
            yield Static(id="export-state")

    def on_mount(self) -> None:
        box = self.query_one("#export")
        box.border_title = "Export"
        box.border_subtitle = "enter writes · esc closes"
        forms = self.query_one("#export-forms", Static)
        rows = [text.words(self._words), Content("")]
        if self.app.size.height < ROOM:
            rows = [rows[0], Content.styled(" ".join(FORMS), "bold $accent")]
        else:
            rows += [
                text.line((f"  {suffix:<7}", "bold $accent"), text.words(what, "$quiet"))
                for suffix, what in FORMS.items()
            ]
        forms.update(text.lines(rows))
        name = self.query_one(Input)
        name.focus()
        stem = name.value.rpartition(".")[0]
        name.selection = type(name.selection)(len(stem), len(name.value))
        self._show_tables()
        self._say(f"Into {Path.cwd()}, unless you type a folder before the name.")

    def _suggested(self) -> str:
        stem = "-".join(part.lower().replace(" ", "-") for part in self._called[:3]) or "findings"
        return f"{stem}.docx"

    def _say(self, words: str, style: str = "$quiet") -> None:
        if self.is_attached:
            state = self.query_one("#export-state", Static)
            state.update(text.words(words, style))
            self.call_after_refresh(state.scroll_visible, animate=False)

    @property
    def _of_one_table(self) -> bool:
        """Whether the name's ending says a form that holds one table."""
        return self.query_one(Input).value.strip().lower().endswith(OF_ONE_TABLE)

    def action_table(self, step: int) -> None:
        """Choose the next table, or the one before."""
        names = list(TABLES)
        if self._of_one_table:
            self.table = names[(names.index(self.table) + step) % len(names)]

    def on_click(self, event: events.Click) -> None:
        """Choose the table that was clicked."""
        self.table = event.style.meta.get("table", self.table)

    def watch_table(self) -> None:
        if self.is_mounted:
            self._show_tables()

    def _show_tables(self) -> None:
        """The tables and which is chosen, where the form holds one."""
        shown = self.query_one("#export-table", Static)
        shown.display = self._of_one_table
        pieces: list[text.Piece] = [("Table ", "bold $accent"), (self.table, "bold"), "  ↑ ↓ of"]
        for name in TABLES:
            piece = Content.styled(name, "bold" if name == self.table else "$quiet")
            pieces += ["  ", piece.stylize(Style.from_meta({"table": name}))]
        shown.update(text.line(*pieces))

    @on(Input.Changed)
    def _forget_asked(self) -> None:
        self._asked = None
        self._show_tables()

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        out = expanded(event.value.strip())
        if not event.value.strip() or self._writing:
            return
        self._say(f"Writing {out.name} …")
        self._export(out, force=self._asked == out)

    @property
    def _writing(self) -> bool:
        return any(worker.group == "export" and worker.is_running for worker in self.workers)

    @work(thread=True, group="export", exit_on_error=False)
    def _export(self, out: Path, force: bool) -> None:
        worker = get_current_worker()
        try:
            written = export(
                out,
                self._library,
                self._filters,
                self._themes,
                sheet=self.table,
                force=force,
                visit_words=self._visit,
                proceed=lambda: not worker.is_cancelled,
            )
        except ExportExists:
            self.app.call_from_thread(self._ask, out)
        except ExportError as error:
            self.app.call_from_thread(self._say, str(error), "$warning")
        else:
            self.app.call_from_thread(self._done, written)

    def _ask(self, out: Path) -> None:
        self._asked = out
        self._say(f"{out} exists already. Enter again writes over it.", "$warning")

    def _done(self, written: Written) -> None:
        if not self.is_current:
            return
        left_out = f"; {len(written.left_out)} documents left out" if written.left_out else ""
        self.app.notify(
            f"{written.path}: {written.what}{left_out}.",
            title="Written",
            markup=False,
            timeout=6,
        )
        self.dismiss(written.path)

    def action_close(self) -> None:
        """Back, and stop writing: a file is put in place whole or not at all."""
        self.workers.cancel_group(self, "export")
        self.dismiss(None)
