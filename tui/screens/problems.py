"""What is wrong with settings, themes or the library, in a sheet that stays until it is closed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow


class Problems(ModalScreen[None], DimsBelow):
    """A line or more for each; what is not wrong is obeyed all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close"),
        bind("open", "close", words="close"),
        bind("row-down", "scroll(1)", words="a line down"),
        bind("row-up", "scroll(-1)", words="a line up"),
        bind("page-down", "scroll(10)"),
        bind("page-up", "scroll(-10)"),
    ]
    DEFAULT_CSS = """
    #problems {
        width: 100%;
        max-width: 100;
        height: auto;
        max-height: 100%;
        border: round $mixed;
        border-title-color: $mixed;
        border-subtitle-color: $quiet;
        background: $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """
    HELP = """\
# What is wrong
What could not be taken as it stands in your settings or themes, or was mended in the library. The
rest of them is obeyed. Enter or escape closes.
"""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__()
        self._told = told

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="problems"):
            yield Static(id="problems-text")

    def on_mount(self) -> None:
        box = self.query_one("#problems")
        box.border_title = "Not taken as it stands"
        box.border_subtitle = "esc closes"
        rows: list[Content] = []
        for words in self._told:
            rows += [text.line(("! ", "bold $mixed"), text.words(words)), Content("")]
        self.query_one("#problems-text", Static).update(text.lines(rows[:-1]))
        box.focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#problems").scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        self.dismiss(None)
