"""A question before something that was written is lost."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow


class AskToLeave(ModalScreen[str | None], DimsBelow):
    """Ends with "save", "discard", or None: stay."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("save", "answer('save')"),
        bind("done", "answer('save')"),
        bind("discard", "answer('discard')"),
        bind("back", "answer('')", footer=True),
    ]
    HELP = """\
# Not saved
Enter or ctrl+s saves and leaves, d leaves without saving, escape goes back.
"""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        yield Static(id="ask", markup=False)

    def on_mount(self) -> None:
        box = self.query_one("#ask", Static)
        box.border_title = "Leave?"
        pieces: list[text.Piece] = [self._words, "\n\n"]
        for key, words in (("enter", "save it"), ("d", "leave without saving"), ("esc", "stay")):
            pieces += [(f"{key:<6}", "bold $accent"), f" {words}\n"]
        box.update(text.line(*pieces))

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer or None)
