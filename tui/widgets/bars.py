"""The line at the top, the strip of themes, the tabs of a narrow screen, the filter line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static

from tui import text
from tui.keys import bind


class TitleBar(Static):
    """What is selected, in words, and how much of it there is."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = ""
        self._count = ""

    def say(self, words: str, count: str = "") -> None:
        self._words, self._count = words, count
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        count = Content.styled(self._count, "$quiet")
        head = text.line((" Ofsted ", "bold $background on $accent"), "  ", text.words(self._words))
        room = max(1, width - count.cell_length - 2)
        head = text.fit(head, room)
        gap = " " * max(1, width - head.cell_length - count.cell_length - 1)
        self.update(text.line(head, gap, count, " "))


class ThemeStrip(Static):
    """The themes with their keys and live counts; those that are on come first."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._themes: Sequence[tuple[str, str, int, bool]] = ()

    def show(self, themes: Sequence[tuple[str, str, int, bool]]) -> None:
        """Themes as (key, name, count, on)."""
        self._themes = sorted(themes, key=lambda theme: (not theme[3], -theme[2]))
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        head = text.line(("themes ", "$quiet"), ("t", "bold $accent"), (": ", "$quiet"))
        shown = head
        left = len(self._themes)
        for place, (key, name, count, is_on) in enumerate(self._themes):
            style = "bold $accent" if is_on else "" if count else "$quiet"
            mark = "●" if is_on else ""
            piece = text.line(
                ("  " if place else "", ""),
                (key, "bold $accent"),
                " ",
                text.words(f"{mark}{name}", style),
                (f" {count}", "$quiet"),
            )
            more = f"  +{left}" if left else ""
            if shown.cell_length + piece.cell_length + len(more) > width - 1:
                shown = text.line(shown, (f"  +{left}", "$quiet"))
                break
            shown = text.line(shown, piece)
            left -= 1
        self.update(shown)


class PaneTabs(Static):
    """Where there is room for one pane only: which there are, and which is shown."""

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, place: int) -> None:
            self.place = place
            super().__init__()

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self._edges: list[int] = []

    def show(self, current: int) -> None:
        pieces: list[text.Piece] = []
        self._edges = []
        length = 0
        for place, name in enumerate(self._names):
            shown = f" {place + 1} {name} "
            pieces.append((shown, "bold $accent on $cursor" if place == current else "$quiet"))
            pieces.append(" ")
            length += len(shown) + 1
            self._edges.append(length)
        self.update(text.line(*pieces))

    def on_click(self, event: events.Click) -> None:
        for place, edge in enumerate(self._edges):
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return


class FilterInput(Input):
    """The input of the filter line."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("back", "leave", footer=False)]

    class Left(Message):
        """Escape was pressed: clear and close."""

    def action_leave(self) -> None:
        self.post_message(self.Left())


class FilterLine(Horizontal):
    """A line to type a filter into; what is typed applies at once."""

    class Changed(Message):
        """Other words are to be filtered by."""

        def __init__(self, purpose: str, words: str) -> None:
            self.purpose = purpose
            self.words = words
            super().__init__()

    class Closed(Message):
        """The line was left with enter (the filter stays) or escape (it is cleared)."""

        def __init__(self, purpose: str, kept: bool) -> None:
            self.purpose = purpose
            self.kept = kept
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._purpose = ""
        self.display = False

    def compose(self) -> ComposeResult:
        yield Label(id="filter-label")
        yield FilterInput(id="filter-input", compact=True)
        yield Label(id="filter-note")

    @property
    def is_open(self) -> bool:
        return bool(self.display)

    def open(self, purpose: str, label: str, words: str = "") -> None:
        """Show the line for a purpose, with what was typed for it before."""
        self._purpose = purpose
        self.display = True
        self.query_one("#filter-label", Label).update(text.line((f" {label} ", "$accent")))
        self.note("")
        box = self.query_one(FilterInput)
        with box.prevent(Input.Changed):
            box.value = words
        box.cursor_position = len(words)
        box.focus()

    def note(self, words: str) -> None:
        """Say at its end what the filter finds, such as "3 of 12"."""
        self.query_one("#filter-note", Label).update(text.line((f" {words} ", "$quiet")))

    @on(Input.Changed)
    def _say_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self._purpose, event.value))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Closed(self._purpose, kept=True))

    @on(FilterInput.Left)
    def _clear(self, event: FilterInput.Left) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Closed(self._purpose, kept=False))
