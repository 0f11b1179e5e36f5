"""Choose one of a few: a letter, an article, a period."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow
from tui.widgets.row_list import RowList

Choice = tuple[str, Sequence[Content]]
"""What is chosen, and the lines that show it."""


class Choices(RowList):
    """The rows to choose from, each of one or more lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="take what is highlighted")
    ]
    HELP = """\
# Choose
Move with the arrows or j and k; enter takes what is highlighted, escape leaves all as it was.
"""

    def __init__(self, choices: Sequence[Choice], empty: str) -> None:
        super().__init__(id="choices")
        self.choices = choices
        self._empty = empty

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        mark = ("▸ " if highlighted else "  ", "bold $accent")
        first, *more = self.choices[index][1]
        rows = [text.line(mark, first), *(text.line("  ", row) for row in more)]
        return text.lines([text.fit(row, width) for row in rows])

    def empty_content(self) -> Content:
        return text.words(self._empty, "$quiet")


class Chooser(ModalScreen[str | None], DimsBelow):
    """Ends with what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("back", "close", footer=True)]
    DEFAULT_CSS = """
    Chooser {
        & > Choices {
            width: 90%;
            max-width: 90;
            height: auto;
            max-height: 80%;
            min-height: 3;
            border: round $accent;
            border-title-color: $accent;
            border-subtitle-color: $quiet;
            background: $panel;
            padding: 0 1;
        }
    }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice], *, current: str = "", empty: str = ""
    ) -> None:
        """With its title, the choices, which of them holds now, and words for none."""
        super().__init__()
        self._title = title
        self._current = current
        self._choices = Choices(choices, empty)

    def compose(self) -> ComposeResult:
        yield self._choices

    def on_mount(self) -> None:
        rows = self._choices
        rows.border_title = self._title
        rows.border_subtitle = "esc closes"
        lines = sum(len(shown) for _, shown in rows.choices) or 3
        rows.styles.height = min(lines + 2, max(5, self.app.size.height * 4 // 5))
        places = [n for n, (value, _) in enumerate(rows.choices) if value == self._current]
        rows.set_count(len(rows.choices), places[0] if places else 0)
        rows.focus()

    @on(RowList.Chosen)
    def _take(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self._choices.choices[event.index][0])

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
