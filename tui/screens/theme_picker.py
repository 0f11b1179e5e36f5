"""Choose a theme by its letter, or with the arrows: every theme with its key and its live count."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen

from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow
from tui.widgets.row_list import RowList

COLUMN = 34


class ThemeChoice(NamedTuple):
    """A theme as it is offered."""

    id: str
    key: str
    name: str
    number: int
    on: bool


class ThemeGrid(RowList, inherit_bindings=False):
    """The themes in as many columns as there is room for; scrolled where they do not all fit.

    Letters are left to the themes, so that only the arrows move.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choice-down", "move(1)"),
        bind("choice-up", "move(-1)"),
        bind("choice-left", "across(-1)"),
        bind("choice-right", "across(1)"),
        bind("choices-down", "page(1)"),
        bind("choices-up", "page(-1)"),
        bind("open", "choose", footer=False, words="put the highlighted theme on or off"),
    ]

    def __init__(self, themes: Sequence[ThemeChoice]) -> None:
        super().__init__(id="themes")
        self.themes = themes
        self._columns = 1
        self._column = 0

    @property
    def _each(self) -> int:
        """How many themes stand in a column."""
        return -(-len(self.themes) // self._columns)

    @property
    def at(self) -> int:
        """The place of the theme that is highlighted."""
        return min(self._column * self._each + self.highlighted, len(self.themes) - 1)

    @property
    def cut(self) -> bool:
        """Whether there are more than can be shown at once."""
        return self.count > self.content_size.height

    def lay_out(self, at: int, width: int) -> int:
        """Put them into columns, this one highlighted; how many rows that makes."""
        self._columns = max(1, min(4, width // COLUMN))
        self._column, row = divmod(at, self._each)
        self.set_count(self._each, row)
        return self._each

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        width = width // self._columns
        places = range(index, len(self.themes), self._each)
        return Content("").join(self._cell(place, width) for place in places)

    def _cell(self, place: int, width: int) -> Content:
        _, key, name, count, on = self.themes[place]
        style = "bold $accent" if on else "" if count else "$quiet"
        cell = text.line(
            ("▸" if place == self.at else " ", "bold $accent"),
            (f"{key or ' '} ", "bold $accent"),
            ("● " if on else "  ", "bold $accent"),
            text.words(name, style),
            (f" {count}", "$quiet"),
        )
        cell = text.fit(cell, width - 1)
        return cell.pad_right(width - cell.cell_length)

    def _last(self, column: int) -> int:
        """The last row of a column; the last column may be shorter."""
        return min(self._each, len(self.themes) - column * self._each) - 1

    def highlight(self, index: int) -> None:
        super().highlight(min(index, self._last(self._column)))

    def action_across(self, by: int) -> None:
        if self._last(self._column + by) >= 0 <= self._column + by < self._columns:
            self._column += by
            self.redraw_rows()
            self.highlight(self.highlighted)

    def watch_highlighted(self, before: int, index: int) -> None:
        self._drawn.clear()  # the sign of the place is in the row, highlighted or not
        super().watch_highlighted(before, index)

    def on_click(self, event: events.Click) -> None:
        """A click takes the theme."""
        row = self.row_at(event)
        at = event.get_content_offset(self)
        if row is None or at is None:
            return
        column = min(at.x // max(1, self._row_width() // self._columns), self._columns - 1)
        if column * self._each + row < len(self.themes):
            self._column = column
            self.highlight(row)
            self.action_choose()


class ThemePicker(ModalScreen[str | None], DimsBelow):
    """Ends with the id of the theme that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("back", "close", footer=True)]
    HELP = """\
# Themes
Press the letter of a theme to switch it on or off, or go to it with the arrows and press enter; t
again for another. With several on, findings with any of them are shown; A asks for all of them.
"""

    def __init__(self, themes: Sequence[tuple[str, str, str, int, bool]]) -> None:
        """Each theme as (id, key, name, count, on)."""
        super().__init__()
        self._grid = ThemeGrid([ThemeChoice(*theme) for theme in themes])
        self._laid_out_in: Size | None = None
        for place, (_, key, *_) in enumerate(themes):
            if key.isalnum():
                # A letter typed at once after t reaches the screen below, which hands it on to
                # the bindings of this one, not to `on_key`.
                self._bindings.bind(key, f"take({place})", show=False)

    def compose(self) -> ComposeResult:
        yield self._grid

    def on_mount(self) -> None:
        themes = self._grid.themes
        self._lay_out(next((n for n, theme in enumerate(themes) if theme.on), 0))
        self._grid.focus()

    def on_resize(self) -> None:
        if self.app.size != self._laid_out_in:
            self._lay_out(self._grid.at)

    def _lay_out(self, at: int) -> None:
        grid, size = self._grid, self.app.size
        self._laid_out_in = size
        rows = grid.lay_out(at, max(COLUMN, size.width - 6))
        room = size.height * 9 // 10 - 2
        grid.styles.height = min(rows, room) + 2
        grid.border_title = "Theme: press its letter" + (
            "" if size.width < 60 else ", or ↑ ↓ enter"
        )
        more = f"{len(grid.themes)} themes: ↓ for more · " if rows > room else ""
        grid.border_subtitle = f"{more}esc closes"

    def on_key(self, event: events.Key) -> None:
        for id, key, *_ in self._grid.themes:
            if event.character and event.character == key:
                event.stop()
                self.dismiss(id)
                return

    @on(RowList.Chosen)
    def _take(self, event: RowList.Chosen) -> None:
        event.stop()
        self.action_take(self._grid.at)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(None)

    def action_take(self, place: int) -> None:
        self.dismiss(self._grid.themes[place].id)

    def action_close(self) -> None:
        self.dismiss(None)
