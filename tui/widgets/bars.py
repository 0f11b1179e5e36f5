"""The line at the top, the strip of themes, the tabs of a narrow screen."""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui import text

TITLE_TAKES: Final = 14
"""Cells of the line at the top that stand beside its words and its count."""


class TitleBar(Static):
    """What is selected, in words, and how much of it there is."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = ""
        self._count = ""

    def say(self, words: str, count: str = "") -> None:
        if (words, count) != (self._words, self._count):
            self._words, self._count = words, count
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        head = text.line((" Ofsted ", "bold $background on $accent"), "  ", text.words(self._words))
        count = Content.styled(self._count, "$quiet")
        if width < 60 or head.cell_length + count.cell_length + 2 > width:
            # What is selected is told in full before how much of how much it is.
            count = Content.styled(self._count.partition(" · ")[0], "$quiet")
        room = max(1, width - count.cell_length - 2)
        head = text.fit(head, room)
        gap = " " * max(1, width - head.cell_length - count.cell_length - 1)
        self.update(text.line(head, gap, count, " "), layout=False)


class ThemeStrip(Static):
    """The themes with their keys and live counts; those that are on come first."""

    class Clicked(Message):
        """A theme was clicked, or what leads to all of them."""

        def __init__(self, theme: str | None) -> None:
            self.theme = theme
            """Its id; None where all themes are asked for."""
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.themes: Sequence[tuple[str, str, str, int, bool]] = ()
        self._edges: list[tuple[int, str | None]] = []
        """Where what is clicked ends, and the theme it is."""

    def show(self, themes: Sequence[tuple[str, str, str, int, bool]]) -> None:
        """Themes as (id, key, name, count, on)."""
        known = self.themes
        self.themes = sorted(themes, key=lambda theme: (not theme[4], -theme[3]))
        if known != self.themes:
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        head = text.line(("themes ", "$quiet"), ("t", "bold $accent"), (": ", "$quiet"))
        shown = head
        self._edges = [(head.cell_length, None)]
        left = len(self.themes)
        for place, (id, key, name, count, is_on) in enumerate(self.themes):
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
            self._edges.append((shown.cell_length, id))
            left -= 1
        if left:
            self._edges.append((shown.cell_length, None))
        self.update(shown, layout=False)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        for edge, theme in self._edges:
            if at.x < edge:
                self.post_message(self.Clicked(theme))
                return


class PaneTabs(Static):
    """Where there is room for one pane only: which there are, and which is shown."""

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, place: int) -> None:
            self.place = place
            super().__init__()

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = list(names)
        self._current = 0
        self._edges: list[int] = []

    def rename(self, place: int, words: str) -> None:
        """Call one of them this from now on."""
        if self._names[place] != words:
            self._names[place] = words
            self.show(self._current)

    def show(self, current: int) -> None:
        self._current = current
        pieces: list[text.Piece] = []
        self._edges = []
        length = 0
        for place, name in enumerate(self._fitted(self.content_size.width or self.app.size.width)):
            # The sign of a list's highlight: nothing is told by colour alone.
            shown = f"{'▸' if place == current else ' '}{place + 1} {name} "
            pieces.append((shown, "bold $accent on $cursor" if place == current else "$quiet"))
            pieces.append(" ")
            length += len(shown) + 1
            self._edges.append(length)
        self.update(text.line(*pieces), layout=False)

    def _fitted(self, width: int) -> list[str]:
        """The names, in fewer letters where they do not all fit; that of the one shown goes last,
        and every number stays, for it is the key."""
        room = width - 5 * len(self._names) + 2
        names = list(self._names)
        others = [place for place in range(len(names)) if place != self._current]
        for places, least in ((others, 3), (others, 0), ([self._current], 0)):
            while places and sum(map(len, names)) > room:
                longest = max(places, key=lambda place: len(names[place]))
                if len(names[longest]) <= least:
                    break
                names[longest] = names[longest].rstrip("…")[:-1] + "…" * (least > 0)
        return names

    def on_resize(self) -> None:
        self.show(self._current)

    def on_click(self, event: events.Click) -> None:
        for place, edge in enumerate(self._edges):
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return
