"""The tour: four steps through the screen, beside it; any key that is not the tour's ends it."""

from collections.abc import Callable
from typing import ClassVar, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import text
from tui.keys import bind
from tui.keys_in_turn import KeysInTurn
from tui.screens.dims_below import DimsBelow

Say = Callable[[str], str]
"""Gives the key of a command as it is bound now."""


def steps(key: Say) -> list[tuple[str, str]]:
    """Title and words of each step, with the keys as they are bound."""
    return [
        (
            "Councils, visits, findings",
            f"{key('row-down')} and {key('row-up')} move through the councils; the panes beside "
            f"follow. {key('open')} shows a council’s visits, and from a visit goes on to its "
            f"findings. {key('next-pane')} turns to the next pane.",
        ),
        (
            "Choose what you see",
            f"{key('theme')} and a letter shows one theme, such as workforce; the strip below "
            f"counts them. {key('polarity')} turns to strengths, {key('filter')} filters by "
            f"words, {key('facets')} by kind, voice, group, date and region.",
        ),
        (
            "Read it in its place",
            f"{key('open')} on a finding opens its document there; {key('next')} and "
            f"{key('previous')} walk through the findings, {key('outline')} through the "
            f"sections. {key('copy')} copies a sentence with its citation.",
        ),
        (
            "Find the rest",
            f"{key('help')} lists the keys of the pane you are in, {key('palette')} finds "
            f"everything by name, {key('back')} goes back. {key('tour')} shows this tour again.",
        ),
    ]


COUNT: Final = 4


class Tour(ModalScreen[None], DimsBelow):
    """Ends with escape, after the last step, or with any key of the screen below, which acts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close", words="end the tour"),
        bind("tour", "close", words="end the tour"),
        bind("open", "step(1)", words="next step"),
        bind("expand", "step(1)", words="next step"),
        bind("collapse", "step(-1)", words="the step before"),
    ]
    HELP = """\
# Tour
Enter or → shows the next step, ← the one before, escape ends the tour.
"""

    def __init__(self, keys: Say) -> None:
        super().__init__()
        self._steps = steps(keys)
        self.step = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="tour"):
            yield Static(id="tour-text")

    def on_mount(self) -> None:
        self._draw()

    def _draw(self) -> None:
        box = self.query_one("#tour")
        title, words = self._steps[self.step]
        box.border_title = f"Tour: step {self.step + 1} of {len(self._steps)}"
        last = self.step == len(self._steps) - 1
        box.border_subtitle = f"enter {'ends' if last else 'goes on'} · esc skips"
        rows = [Content.styled(title, "bold $accent"), Content(words)]
        self.query_one("#tour-text", Static).update(text.lines(rows))

    def action_step(self, by: int) -> None:
        if self.step + by >= len(self._steps):
            self.dismiss(None)
            return
        self.step = max(0, self.step + by)
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """A key that the tour has no use for ends it, and is pressed again below."""
        if event.key in ("escape", "f2", "enter", "right", "left", "l", "h"):
            return
        event.stop()
        self.dismiss(None)
        key = events.Key(event.key, event.character)
        cast(KeysInTurn, self.app).press_first(key)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_step(1)

    def action_close(self) -> None:
        self.dismiss(None)
