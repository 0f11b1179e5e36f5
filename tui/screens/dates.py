"""A period: documents since a day, a month or a year, and until one."""

import contextlib
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from store.model.dates import in_words
from store.selection.days import NoDate, typed_range
from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow

Period = tuple[str | None, str | None]
EXAMPLES = "2018, July 2018, 22 Aug 2018, 22/8/2018 or 2018-08-22; empty leaves that end open."


class Dates(ModalScreen[Period | None], DimsBelow):
    """Ends with both ends of the period as ISO dates, or None if it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close", words="close: leave the period as it was"),
        bind("next-pane", "app.focus_next", words="the other end of the period"),
        bind("previous-pane", "app.focus_previous", words="the other end of the period"),
    ]
    HELP = """\
# Period
Only documents of this period are shown: letters by their date, reports by their publication. Tab
goes from one end to the other, enter applies both, escape leaves them as they were.
"""

    def __init__(self, since: str | None, until: str | None) -> None:
        super().__init__()
        self._since, self._until = since, until

    def compose(self) -> ComposeResult:
        with Vertical(id="dates"):
            yield Label("Since")
            yield Input(in_words(self._since or ""), id="since", compact=True)
            yield Label("Until")
            yield Input(in_words(self._until or ""), id="until", compact=True)
            yield Static(Content.styled(EXAMPLES, "$quiet"), id="dates-note")

    def on_mount(self) -> None:
        box = self.query_one("#dates")
        box.border_title = "Documents of which period?"
        box.border_subtitle = "enter applies · esc closes"
        self.query_one("#since").focus()

    @property
    def typed(self) -> Period:
        """Raises NoDate where something that is no date was typed."""
        since, until = (self.query_one(f"#{name}", Input).value for name in ("since", "until"))
        return typed_range(since, until)

    @on(Input.Changed)
    def _check(self, event: Input.Changed) -> None:
        event.stop()
        note = self.query_one("#dates-note", Static)
        try:
            since, until = self.typed
        except NoDate as error:
            note.update(text.line(("! ", "bold $concern"), text.words(str(error), "$concern")))
            return
        first = in_words(since) if since else "the first document"
        last = in_words(until) if until else "the last"
        told = f"From {first} to {last}."
        note.update(Content(told if since or until else "All documents."))

    @on(Input.Submitted)
    def _apply(self, event: Input.Submitted) -> None:
        event.stop()
        with contextlib.suppress(NoDate):  # the dialog tells it already, below what was typed
            self.dismiss(self.typed)

    def action_close(self) -> None:
        self.dismiss(None)
