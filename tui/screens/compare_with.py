"""Choose what to compare with: a visit of the council, a statistical neighbour, any council."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.comparing import Alike, alike
from store.model.visit import Visit
from store.parsing.councils import register
from tui import text
from tui.keys import bind
from tui.panes.pointed import Held
from tui.screens.dims_below import DimsBelow
from tui.widgets.filter_input import FilterInput
from tui.widgets.row_list import RowList


class Choice(msgspec.Struct, frozen=True):
    """A visit, or a council as a whole."""

    council: str
    visit: Visit | None = None


class _Row(msgspec.Struct, frozen=True):
    words: str
    choice: Choice | None
    """None for a heading, and for a council of which the library holds nothing."""
    note: str = ""
    heading: bool = False


class ChoiceList(RowList):
    """Visits, neighbours and other councils under headings, those that hold the words typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="take what is highlighted")
    ]

    def __init__(self, groups: Sequence[tuple[str, Sequence[_Row]]]) -> None:
        super().__init__(id="choices")
        self._groups = groups
        self.rows: list[_Row] = []

    def filter(self, wanted: str, current: Choice | None = None) -> None:
        """List what holds these words, and highlight what is chosen now, else the first that can
        be chosen."""
        folded = wanted.casefold().strip()
        self.rows = []
        for heading, rows in self._groups:
            found = [row for row in rows if folded in row.words.casefold()]
            if found:
                self.rows.extend([_Row(heading, None, heading=True), *found])
        places = [n for n, row in enumerate(self.rows) if not row.heading]
        choices = [n for n in places if self.rows[n].choice]
        chosen = [n for n in choices if self.rows[n].choice == current]
        # Where none can be chosen the first is highlighted: enter then says why not.
        self.set_count(len(self.rows), next(iter([*chosen, *choices, *places]), 0))

    def action_move(self, by: int) -> None:
        """To the next row that is no heading."""
        at = self.highlighted + by
        while 0 <= at < self.count and self.rows[at].heading:
            at += by
        if 0 <= at < self.count:
            self.highlight(at)

    @property
    def picked(self) -> Choice | None:
        return self.rows[self.highlighted].choice if self.rows else None

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        row = self.rows[index]
        if row.heading:
            return text.fit(text.words(row.words, "$quiet"), width)
        mark = ("▸ " if highlighted else "  ", "bold $accent")
        name = text.words(row.words, "bold" if row.choice else "$quiet")
        return text.fit(text.line(mark, name, (f"  {row.note}", "$quiet")), width)

    def empty_content(self) -> Content:
        return Content.styled("Nothing of that name.", "$quiet")


class CompareWith(ModalScreen[Choice | None], DimsBelow):
    """Ends with what was chosen, or None."""

    CSS_PATH = "../styles/journey.tcss"
    HELP = """\
# Compare with
Type to filter, ↓ and ↑ move, enter chooses. First the council's own visits, then its statistical
neighbours, then every other council of the library. Councils of which the library holds no letter
or report are named but cannot be chosen.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choice-down", "move(1)", priority=True),
        bind("choice-up", "move(-1)", priority=True),
        bind("back", "close"),
    ]

    def __init__(
        self,
        held: Held,
        council: str,
        visits: Sequence[Visit],
        taken: str | None,
        *,
        this: bool,
        current: Choice | None = None,
    ) -> None:
        super().__init__()
        self._held = held
        self._council = council
        self._visits = visits
        self._taken = {taken, council}
        self._this = this
        self._current = current
        """What stands on the side that is chosen for."""

    def compose(self) -> ComposeResult:
        with Vertical(id="compare-with"):
            yield FilterInput(placeholder="type to filter", compact=True, id="choice-words")
            yield ChoiceList(self._groups())
            yield Static(id="choice-note")

    def on_mount(self) -> None:
        box = self.query_one("#compare-with")
        side = "Compare" if self._this else f"Compare {self._council} with"
        box.border_title = text.words(side)
        box.border_subtitle = "enter chooses · esc closes"
        self.query_one(ChoiceList).filter("", self._current)
        self.query_one(FilterInput).focus()

    def _groups(self) -> list[tuple[str, list[_Row]]]:
        library = self._held.library
        documents = {
            name: sum(
                r.is_about(name) and r.kind not in ("article", "other")
                for r in library.records.values()
            )
            for name in (card.name for card in library.councils)
        }
        groups: list[tuple[str, list[_Row]]] = []
        own = [
            _Row(visit.name_and_date, Choice(self._council, visit))
            for visit in reversed(self._visits)
        ]
        if own:
            groups.append((f"visits to {self._council}", own))
        near = self._alike()
        if near is not None:
            rows = [_council(name, documents.get(name, 0)) for name in near.names]
            rows = [row for row in rows if row.words not in self._taken]
            # Those that can be chosen first, each in the register's order.
            rows.sort(key=lambda row: row.choice is None)
            groups.append((near.basis, rows))
        named = set(near.names) if near else set()
        others = [
            _council(name, count)
            for name, count in documents.items()
            if name not in named and name not in self._taken
        ]
        if others:
            groups.append(("other councils of the library", others))
        return groups

    def _alike(self) -> Alike | None:
        known = register().get(self._council)
        return alike(known, register().councils) if known else None

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one("#choice-note", Static).update("")
        self.query_one(ChoiceList).filter(event.value, self._current)

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def _choose(self) -> None:
        choice = self.query_one(ChoiceList).picked
        if choice is not None:
            self.dismiss(choice)
        elif self.query_one(ChoiceList).rows:
            words = "The library holds no letter or report of it: a adds files in Browse."
            self.query_one("#choice-note", Static).update(text.words(words, "$mixed"))

    @on(FilterInput.Left)
    def action_close(self) -> None:
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        self.query_one(ChoiceList).action_move(by)


def _council(name: str, documents: int) -> _Row:
    if not documents:
        return _Row(name, None, "nothing of it in the library")
    held = f"{documents} letter{'s' if documents > 1 else ''} and reports"
    return _Row(name, Choice(name), held if documents > 1 else "1 letter or report")
