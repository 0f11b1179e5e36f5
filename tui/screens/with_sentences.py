"""A screen of sums with the sentences behind them beside it: Journey and Compare."""

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from store.model.finding import Finding
from store.selection import Filters, finding_of, with_repeat
from tui.keys import bind
from tui.keys_in_turn import ahead_of_keys
from tui.messages import FindingOpened
from tui.panes.concerns import ConcernsPane
from tui.panes.pointed import Held, Pointed, Sums
from tui.screens.corrects import CorrectsFindings
from tui.screens.finding_rows import FindingRows
from tui.widgets.cell_table import CellTable
from tui.widgets.row_list import RowList
from tui.widgets.titled import entitle
from tui.wording import PlaceInList, again_in_words, place_in_list


class WithSentences(FindingRows, CorrectsFindings):
    """Sums on one side, on the other the sentences of what the reader stands on.

    Where there is room for one of them only, the sentences come with enter and go with escape.
    """

    CSS_PATH = "../styles/journey.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("next-pane", "turn", footer=False, words="to the sentences, or back to the sums"),
        bind("previous-pane", "turn", footer=False, words="the same"),
        bind("copy", "copy", words="copy the sums, or the finding highlighted, with citation"),
        bind("in-browse", "in_browse"),
        bind("back", "back", footer=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (110, "-beside")]  # noqa: RUF012 - declared by Screen
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]  # noqa: RUF012

    def __init__(self, held: Held) -> None:
        super().__init__()
        self.held = held
        self.library = held.library
        self.vocabulary = held.vocabulary
        self.index = held.index
        self.finding = lru_cache(maxsize=512)(self._finding)
        self.pointed: Pointed | None = None

    def _finding(self, row: int) -> Finding:
        document, number, sentence = self.held.index.sentence(row)
        finding = finding_of(document, number, sentence, self.library.visit_of)
        return with_repeat(finding, self.held.repeats.at_hand(finding.council))

    @property
    def sums(self) -> Widget:
        """The widget of the sums that takes the keys; it is `Sums` as well."""
        raise NotImplementedError

    # The sentences

    @on(CellTable.CellPicked)
    @on(RowList.Highlighted)
    def _follow(self, event: CellTable.CellPicked | RowList.Highlighted) -> None:
        event.stop()
        if event.control is self.sums:
            self.point()

    def point(self, *, stay: bool = False) -> None:
        """The reader stands elsewhere: the cursor is painted first, then its sentences.

        With `stay` it is the same place, counted anew: the sentence highlighted remains so.
        """
        self.pointed = cast(Sums, self.sums).pointed()
        self.call_after_refresh(self._show_sentences, self.pointed, stay)

    def _show_sentences(self, pointed: Pointed, stay: bool) -> None:
        if pointed is not self.pointed:
            return  # the reader has moved on
        pane = self.query_one(ConcernsPane)
        entitle(pane, pointed.title, f"{len(pointed.rows):,}" if pointed.rows else "")
        if not stay:
            pane.forget_picked()
        pane.again = lambda finding: again_in_words(self.held.repeats, finding)
        pane.show(pointed.rows, self.finding, self._place, self.held.names, empty=self.nothing)

    def _place(self, finding: Finding) -> PlaceInList:
        document = self.library.document(finding.document)
        councils = (finding.council,) if finding.council and not self.several_councils else ()
        return place_in_list(finding, document, Filters(councils=councils))

    nothing = "Nothing is told of this."
    """What stands in the place of sentences where there are none."""
    several_councils = False
    """Whether sentences of more than one council are shown side by side."""

    @on(CellTable.CellOpened)
    @on(RowList.Chosen)
    def _to_sentences(self, event: CellTable.CellOpened | RowList.Chosen) -> None:
        event.stop()
        if self.pointed is not None and self.pointed.rows:
            self._read_sentences(True)

    def _read_sentences(self, reading: bool) -> None:
        self.set_class(reading, "-reading")
        target = self.query_one(ConcernsPane) if reading else self.sums
        ahead_of_keys(self, target.focus)

    @on(FindingOpened)
    def _read(self, event: FindingOpened) -> None:
        from tui.screens.read import Read

        event.stop()
        document, number, _ = self.held.index.sentence(event.row)
        filters = self.held.filters.but(shown="all", themes=())
        self.app.push_screen(Read(document, number, filters, self.held.names, self.library))

    # Corrections

    def sentence_at_hand(self) -> tuple[str, int] | None:
        """The one highlighted, where it is in sight: beside the sums, or in their place."""
        picked = self.picked_sentence
        if picked is None or not self.query_one(ConcernsPane).region.area:
            return None
        return picked[0].id, picked[1]

    def follow_corrections(self, documents: Sequence[str], *, relabelled: bool) -> None:
        """The sentences show what was corrected, and all sums are counted anew."""
        self.finding.cache_clear()
        index = self.corrector.index
        if not relabelled or index is None:
            self.query_one(ConcernsPane).redraw_marks()
            return
        self.query_one(ConcernsPane).follow(index, self.held.index)
        self.held.index = self.index = index
        self.held.repeats = self.corrector.known_repeats
        self.recount()
        self.point(stay=True)

    def recount(self) -> None:
        """Make the sums again of what is held now; the reader stays on the same place of them."""
        raise NotImplementedError

    # Commands

    @property
    def reading(self) -> bool:
        """Whether the sentences have the keys."""
        return self.query_one(ConcernsPane).has_focus

    def action_turn(self) -> None:
        self._read_sentences(not self.reading)

    def action_back(self) -> None:
        """From the sentences to the sums, from there to Browse."""
        if self.reading:
            self._read_sentences(False)
        else:
            self.dismiss()

    def action_in_browse(self) -> None:
        if self.pointed is None or self.pointed.filters is None:
            self.notify("Browse has no filters that say just this.", timeout=3)
            return
        from tui.way_back import keep

        left: list[WithSentences] = []
        while isinstance(screen := self.app.screen, WithSentences):  # Compare may lie over Journey
            keep(self.app, screen)
            left.insert(0, screen)
            self.app.pop_screen()
        self.held.show_in_browse(self.pointed.filters, left)

    def action_copy(self) -> None:
        """The finding where a finding is highlighted, else the sums."""
        if self.reading:
            super().action_copy()
            return
        words = cast(Sums, self.sums).as_text()
        if not words:
            self.notify("There is nothing to copy.", severity="warning")
            return
        from tui.clipboard import copy

        copy(self.app, words)
        lines = words.count("\n") + 1
        self.notify(f"{lines} lines with their sources.", title="Copied", timeout=3)
