"""A line to type a filter into; its input is made when it is first opened."""

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui import text


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

    @property
    def is_open(self) -> bool:
        return bool(self.display)

    async def open(self, purpose: str, label: str, words: str = "") -> None:
        """Show the line for a purpose, with what was typed for it before."""
        from tui.widgets.filter_input import FilterInput, FilterLineInput

        if not self.children:
            await self.mount(
                Static(id="filter-label"), FilterLineInput(compact=True), Static(id="filter-note")
            )
        self._purpose = purpose
        self.display = True
        self.query_one("#filter-label", Static).update(text.line((f" {label} ", "$accent")))
        self.note("")
        box = self.query_one(FilterInput)
        with box.prevent(FilterInput.Changed):
            box.value = words
        box.cursor_position = len(words)
        box.focus()

    def note(self, words: str) -> None:
        """Say at its end what the filter finds, such as "3 of 12"."""
        self.query_one("#filter-note", Static).update(text.line((f" {words} ", "$quiet")))

    def on_input_changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self._purpose, getattr(event, "value", "")))

    def on_input_submitted(self, event: Message) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Closed(self._purpose, kept=True))

    def on_filter_input_left(self, event: Message) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Closed(self._purpose, kept=False))
