"""Browse: councils, visit, concerns. The screen owns the library's state and the selection."""

from copy import copy
from functools import lru_cache
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.worker import get_current_worker

from store.library import Library
from store.model.finding import Finding
from store.model.visit import Visit
from store.selection import Filters, FindingIndex, Selection, finding_of, index_of, row_file
from tui import served
from tui.keys import KEYS, bind
from tui.messages import CouncilOpened, CouncilPicked, FindingOpened, FindingPicked, LibraryShown
from tui.panes.concerns import ConcernsPane
from tui.panes.council_rows import NOT_YET
from tui.panes.councils import CouncilsPane
from tui.panes.visit import VisitPane
from tui.panes.welcome import welcome
from tui.screens.arranging import TALL_FROM, THREE_FROM, TWO_FROM
from tui.screens.corrects import CorrectsInBrowse
from tui.screens.exports import Exports
from tui.screens.finding_rows import FindingRows
from tui.screens.journeys import OpensJourneys
from tui.screens.newer import ShowsWhatIsNew
from tui.screens.overviews import OpensOverviews
from tui.screens.places import ReturnsToPlace
from tui.screens.repeats import FollowsRepeats
from tui.screens.searching import OpensSearch
from tui.screens.voices import ChoosesVoices
from tui.vocabulary import vocabulary_of
from tui.widgets.bars import ThemeStrip, TitleBar
from tui.widgets.deck import Deck
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.titled import entitle
from tui.wording import PlaceInList, counted, place_in_list, visit_in_words, why_empty

TITLES = {"concerns": "Concerns", "strengths": "Strengths", "all": "All sentences"}
COUNTED = {"concerns": "concerns", "strengths": "strengths"}
"""What the list of councils counts then; of all else sentences."""
NO_DOCUMENT = frozenset(KEYS) - {"add", "watched", "help", "quit", "back"}
AT_ONCE = 4_000
"""So many new sentences are taken into the index at once; more are read behind the screen."""


class Browse(
    CorrectsInBrowse,
    ReturnsToPlace,
    FollowsRepeats,
    ChoosesVoices,
    OpensJourneys,
    OpensOverviews,
    OpensSearch,
    FindingRows,
    Exports,
    ShowsWhatIsNew,
):
    """Three panes that follow each other through this screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("evidence", "evidence"),
        bind("add", "app.add"),
        bind("watched", "app.watched"),
        bind("next", "step(1)", footer=False),
        bind("previous", "step(-1)", footer=False),
        bind("back", "back", footer=False),
        bind("refresh", "refresh_library"),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Screen
        (0, "-narrow"),
        (TWO_FROM, "-medium"),
        (THREE_FROM, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL_FROM, "-tall")]  # noqa: RUF012

    filters: var[Filters] = var(Filters(shown="concerns"), init=False)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.index: FindingIndex | None = None
        self.row_file = row_file(library)
        self.selection: Selection | None = None
        self.finding = lru_cache(maxsize=512)(self._finding)
        self._begun = False
        """Whether the councils are shown, and their findings read or being read."""
        self._drawing = False
        """Whether what follows the highlight is to be drawn after the next frame."""
        self._welcomed = False
        """Whether the library was empty, and how to begin is shown in the place of a visit."""
        self._moving = False
        """Whether the selection changes because the cursor moves through the councils."""

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield Deck(
            [CouncilsPane(id="councils"), VisitPane(id="visit"), ConcernsPane(id="concerns")],
            ["Councils", "Visit", "Concerns"],
        )
        yield ThemeStrip(id="strip")
        yield FilterLine(id="filter")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(CouncilsPane).focus()
        # The panes are painted first; to read and measure their rows takes as long again.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.vocabulary = vocabulary_of(self.app)
        self.load()
        self._begun = True
        self.post_message(LibraryShown())

    @property
    def unoffered_keys(self) -> frozenset[str]:
        """Where there is no document, only what adds some is offered."""
        return NO_DOCUMENT if not len(self.library) else frozenset()

    def awaits(self, key: str) -> bool:
        """What is typed before the first frame is meant for the library."""
        return not self._begun

    # The library

    def load(self) -> None:
        """Show the library as it is now, and read its findings."""
        # First, for what is highlighted may have gone from the library.
        self.query_one(CouncilsPane).show(self.library.councils, self.library.records)
        missing = self.row_file.missing(self.library.records.values())
        if sum(record.sentences for record in missing) <= AT_ONCE:
            self._use(index_of(self.library, self.row_file))
        else:
            self.query_one("#concerns").loading = True
            self._read_behind()
        if not len(self.library):
            self._show_welcome()
        elif self._welcomed:
            self._welcomed = False
            self.refresh_bindings()  # other keys are of use now
            self.query_one(Deck).go(0)

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def _read_behind(self) -> None:
        worker = get_current_worker()
        own = copy(self.row_file)  # a reading that was cancelled may still be at the former one
        index = index_of(self.library, own, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._use, index)

    def _use(self, index: FindingIndex) -> None:
        """These are the findings now."""
        before, self.index = self.index, index
        if before is not None:
            self.query_one(ConcernsPane).follow(index, before)
        self.row_file = index.file
        self.finding.cache_clear()
        self.query_one("#concerns").loading = False
        for id, reason in tuple(index.left_out.items())[:1]:
            more = len(index.left_out) - 1
            title = f"Document {id} is left out" + (f", and {more:,} more" if more else "")
            self.notify(reason, title=title, severity="warning", markup=False)
        self.follow_repeats(before)
        self._select()

    def _finding(self, row: int) -> Finding:
        assert self.index is not None
        document, number, sentence = self.index.sentence(row)
        return self.with_repeat(finding_of(document, number, sentence, self.library.visit_of))

    # The selection

    def watch_filters(self, before: Filters, now: Filters) -> None:
        if before != now:
            self._select()

    def _select(self) -> None:
        """Apply the filters and hand what they leave to the panes."""
        if self.index is None:
            return
        self.selection = Selection(self.index, self.filters)
        self.let_words_go_soon()
        pane = self.query_one(ConcernsPane)
        empty = why_empty(self.filters, self._visit(), len(self.library), self.repeats_known)
        names = self.vocabulary.names()
        rows = self.selection.listed
        later = self._moving
        pane.show(rows, self.finding, self._place, names, empty=empty, later=later)
        self.highlight_wanted()
        if later:
            self._draw_soon()
        else:
            self._draw()

    def _draw_soon(self) -> None:
        """Draw what follows the highlight and the filters, once the cursor itself is painted."""
        if not self._drawing:
            self._drawing = True
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        self._drawing = False
        self._show_visit()
        self._show_passage()
        if self.index is not None and self.selection is not None:
            self._show_counts(self.selection.count)
            self.query_one(ThemeStrip).show(self.theme_rows())
            self.show_facets()

    def _show_counts(self, found: int) -> None:
        """Say what is selected, and how much of how much that is."""
        pane = self.query_one(ConcernsPane)
        title = TITLES.get(self.filters.shown, self.filters.shown)
        every = self._every_count()
        entitle(pane, title, f"{found:,} of {every:,}" if every else "")
        self.query_one(Deck).rename(2, title)
        tallies = self.count_councils(COUNTED.get(self.filters.shown, "sentences"))
        visit = self._visit()
        words = self.filters.in_words(self.vocabulary.names(), visit_in_words(visit))
        listed, narrowed = self.query_one(CouncilsPane).narrowed
        words = f"{words} · {narrowed}" if narrowed else words
        self.query_one(Deck).rename(0, f"Councils {listed}".rstrip())
        self.set_reactive(Screen.sub_title, words)  # to set it has the whole screen painted
        documents, councils = len(self.library), self.filters.councils
        told = tallies.documents(councils, visit) if councils else documents
        held = f"{told:,} of {counted(documents, 'document')}"
        awaited = not found and self.filters.repeats and self.repeats_known == "awaited"
        count = NOT_YET if awaited else f"{found:,}"
        self.query_one(TitleBar).say(words, f"{count} found · {held}")

    def _every_count(self) -> int:
        """How many sentences there are in the same place, whatever their theme or sign."""
        assert self.index is not None
        place = Filters(councils=self.filters.councils, visit=self.filters.visit)
        return Selection(self.index, place).count

    def _visit(self) -> Visit | None:
        key = self.filters.visit
        return next((visit for visit in self.library.visits if visit.key == key), None)

    def _place(self, finding: Finding) -> PlaceInList:
        return place_in_list(finding, self.library.document(finding.document), self.filters)

    # What is picked

    @on(CouncilPicked)
    def _follow_council(self, event: CouncilPicked) -> None:
        councils = (event.council,) if event.council is not None else ()
        if (councils, event.visit) != (self.filters.councils, self.filters.visit):
            self.query_one(ConcernsPane).forget_picked()
        self._moving = True
        self.filters = self.filters.but(councils=councils, visit=event.visit)
        self._moving = False
        self._draw_soon()

    def _show_visit(self) -> None:
        pane = self.query_one(VisitPane)
        picked = self.query_one(CouncilsPane).picked
        if picked is None:
            if len(self.library):
                pane.show_nothing(Content.styled("No council is highlighted.", "$quiet"))
            return
        card, visit = picked
        if visit is None:
            records = [r for r in self.library.records.values() if r.is_about(card.name)]
            pane.show_council(card, records, self.library.document)
        else:
            pane.show_visit(card, visit, [self.library.document(id) for id in visit.documents])

    @on(CouncilOpened)
    def _on_to_findings(self) -> None:
        self.action_pane(2)

    @on(FindingPicked)
    def _follow_finding(self) -> None:
        self._draw_soon()

    def _show_passage(self) -> None:
        pane, picked = self.query_one(VisitPane), self.picked_sentence
        if picked is None:
            pane.show_passage(None)
        else:
            pane.show_passage(*picked)

    @on(FindingOpened)
    def _read(self, event: FindingOpened) -> None:
        assert self.index is not None
        document, number, _ = self.index.sentence(event.row)
        self.read_document(document.id, number)

    def read_document(self, id: str, number: int = 0) -> None:
        """Read a document, from a sentence on."""
        from tui.screens.read import Read

        document, names = self.library.document(id), self.vocabulary.names()
        self.app.push_screen(Read(document, number, self.filters, names, self.library))

    def _show_welcome(self) -> None:
        self._welcomed = True
        self.refresh_bindings()
        self.query_one(VisitPane).show_nothing(welcome(in_a_page=served.mode() is not None))
        self.query_one(TitleBar).say("an empty library", self.library.path.name)
        self.query_one(Deck).go(1)

    # Commands

    def action_evidence(self) -> None:
        pane = self.query_one(VisitPane)
        if pane.switch_evidence():
            how = "shown" if pane.evidence else "hidden"
            self.notify(f"The printed words behind each value are {how}.", timeout=2)
        elif pane.evidence:
            self.notify("No printed words are kept of what is shown here; those of visits are "
                        "shown now.", timeout=4)  # fmt: skip
        else:
            self.notify("Printed words are hidden again.", timeout=2)

    def action_step(self, by: int) -> None:
        self.query_one(ConcernsPane).action_move(by)

    def action_refresh_library(self) -> None:
        self.library.refresh()
        self.load()
        self.notify(f"{len(self.library):,} documents.", timeout=2)

    # Going back

    def action_back(self) -> None:
        """Inwards to outwards: the panel of facets, the pane shown alone, the words filtered by,
        the number that led here, then the list of councils. Never quits."""
        if self.facets_open:
            self.close_facets()
        elif self.alone:
            self.action_maximise()
        elif self.filters.containing:
            self.filters = self.filters.but(containing="")
        elif self.went_back():
            return
        elif self.query_one(CouncilsPane).wanted:
            self.query_one(CouncilsPane).filter("")
        else:
            self.query_one(Deck).go(0)
