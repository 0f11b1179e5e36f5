"""Choose a theme by its letter: every theme with its key and its live count."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import text
from tui.keys import bind

COLUMN = 34


class ThemePicker(ModalScreen[str | None]):
    """Ends with the id of the theme whose letter was pressed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("back", "close", footer=True)]
    HELP = """\
# Themes
Press the letter of a theme to switch it on or off; t again for another. With several on, findings
with any of them are shown; A asks for all of them.
"""

    def __init__(self, themes: Sequence[tuple[str, str, str, int, bool]]) -> None:
        super().__init__()
        self._themes = themes
        """Each as (id, key, name, count, on)."""
        for place, (_, key, *_) in enumerate(themes):
            if key.isalnum():
                # A letter typed at once after t reaches the screen below, which hands it on to
                # the bindings of this one, not to `on_key`.
                self._bindings.bind(key, f"take({place})", show=False)

    def compose(self) -> ComposeResult:
        yield Static(id="themes")

    def on_mount(self) -> None:
        box = self.query_one("#themes", Static)
        box.border_title = "Theme: press its letter"
        box.border_subtitle = "esc closes"
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = max(COLUMN, self.app.size.width - 6)
        columns = max(1, min(4, width // COLUMN))
        each = -(-len(self._themes) // columns)
        rows = []
        for place in range(each):
            cells = [
                self._cell(self._themes[at], width // columns)
                for at in range(place, len(self._themes), each)
            ]
            rows.append(Content("").join(cells))
        self.query_one("#themes", Static).update(text.lines(rows))

    def _cell(self, theme: tuple[str, str, str, int, bool], width: int) -> Content:
        _, key, name, count, on = theme
        style = "bold $accent" if on else "" if count else "$quiet"
        cell = text.line(
            (f" {key or ' '} ", "bold $accent"),
            ("● " if on else "  ", "bold $accent"),
            text.words(name, style),
            (f" {count}", "$quiet"),
        )
        cell = text.fit(cell, width - 1)
        return cell.pad_right(width - cell.cell_length)

    def on_key(self, event: events.Key) -> None:
        for id, key, *_ in self._themes:
            if event.character and event.character == key:
                event.stop()
                self.dismiss(id)
                return

    def on_click(self, event: events.Click) -> None:
        box = self.query_one("#themes", Static)
        if event.widget is not box:
            self.dismiss(None)

    def action_take(self, place: int) -> None:
        self.dismiss(self._themes[place][0])

    def action_close(self) -> None:
        self.dismiss(None)
