"""Outline: the sections of a document with what was found in each; enter goes there."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui import text
from tui.keys import bind
from tui.panes.paragraphs import Section
from tui.screens.dims_below import DimsBelow
from tui.widgets.row_list import RowList


class SectionList(RowList):
    """One row a section."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("open", "choose", words="go to the section")]
    HELP = """\
# Outline
The sections of the document, each with how many findings of the selection it holds. Enter goes
there; escape stays where you were.
"""

    def __init__(self, sections: Sequence[Section], counts: Counter[int]) -> None:
        super().__init__(id="outline")
        self.sections = sections
        self._counts = counts
        """Place of a section -> findings in it."""

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        section = self.sections[index]
        count = self._counts[index]
        told = f"{count:,}" if count else "none"
        head = f"{'▸' if highlighted else ' '} {'' if section.part else '  '}"
        room = max(4, width - len(head) - len(told) - 1)
        name = text.fit(text.words(section.heading, "bold" if section.part else ""), room)
        gap = " " * (room - name.cell_length + 1)
        return text.line((head, "bold $accent"), name, gap, (told, "$quiet"))

    def on_click(self, event: events.Click) -> None:
        """A single click goes there."""
        super().on_click(event)
        if event.chain == 1 and self.row_at(event) is not None:
            self.action_choose()


class Outline(ModalScreen[int | None], DimsBelow):
    """Ends with the row of the section chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close", words="close: stay where you were"),
        bind("outline", "close", words="close: stay where you were"),
    ]

    def __init__(self, sections: Sequence[Section], findings: Sequence[int], row: int) -> None:
        """`findings` are indexes of sentences; `row` is where the reader is."""
        super().__init__()
        counts: Counter[int] = Counter()
        for place, section in enumerate(sections):
            counts[place] = sum(section.first <= index <= section.last for index in findings)
        self._list = SectionList(sections, counts)
        self._row = row

    def compose(self) -> ComposeResult:
        yield self._list

    def on_mount(self) -> None:
        sections = self._list.sections
        here = [place for place, section in enumerate(sections) if section.row <= self._row]
        self._list.border_title = "Sections, and what was found in each"
        self._list.border_subtitle = "enter goes there · esc closes"
        self._list.set_count(len(sections), here[-1] if here else 0)
        self._list.focus()

    @on(RowList.Chosen)
    def _go(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self._list.sections[event.index].row)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
