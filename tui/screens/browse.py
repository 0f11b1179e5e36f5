"""Browse: councils, visit, concerns. The screen owns the library's state and the selection."""

from copy import copy
from functools import lru_cache
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Footer
from textual.worker import get_current_worker

from store.findings.themes import Vocabulary
from store.library import Library
from store.model.finding import Finding
from store.model.visit import Visit
from store.selection import Filters, FindingIndex, Selection, finding_of, index_of, row_file
from tui.keys import bind
from tui.messages import CouncilOpened, CouncilPicked, FindingOpened, FindingPicked, LibraryShown
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.visit import VisitPane
from tui.panes.welcome import welcome
from tui.screens.finding_commands import FindingCommands
from tui.screens.repeats import FollowsRepeats
from tui.screens.searching import OpensSearch
from tui.screens.voices import ChoosesVoices
from tui.widgets.bars import ThemeStrip, TitleBar
from tui.widgets.deck import Deck
from tui.widgets.filter_line import FilterLine
from tui.wording import place_in_list, visit_in_words, why_empty

TITLES = {"concerns": "Concerns", "strengths": "Strengths", "all": "All sentences"}
AT_ONCE = 4_000
"""So many new sentences are taken into the index at once; more are read behind the screen."""


class Browse(FollowsRepeats, ChoosesVoices, OpensSearch, FindingCommands):
    """Three panes that follow each other through this screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("theme", "theme"),
        bind("clear-themes", "clear_themes", footer=False),
        bind("any-all", "any_all"),
        bind("polarity", "polarity"),
        bind("filter", "filter"),
        bind("evidence", "evidence"),
        bind("add", "app.add"),
        bind("councils", "pane(0)"),
        bind("pane-1", "pane(0)"),
        bind("pane-2", "pane(1)"),
        bind("pane-3", "pane(2)"),
        bind("next", "step(1)", footer=False),
        bind("previous", "step(-1)", footer=False),
        bind("next-pane", "turn(1)", footer=False),
        bind("previous-pane", "turn(-1)", footer=False),
        bind("back", "back", footer=False),
        bind("refresh", "refresh_library"),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Screen
        (0, "-narrow"),
        (100, "-medium"),
        (140, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    filters: var[Filters] = var(Filters(shown="concerns"), init=False)

    def __init__(self, library: Library, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.library = library
        self.vocabulary = vocabulary
        self.index: FindingIndex | None = None
        self.row_file = row_file(library)
        self.selection: Selection | None = None
        self.finding = lru_cache(maxsize=512)(self._finding)

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield Deck(
            [CouncilsPane(id="councils"), VisitPane(id="visit"), ConcernsPane(id="concerns")],
            ["Councils", "Visit", "Concerns"],
        )
        yield ThemeStrip(id="strip")
        yield FilterLine(id="filter")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(CouncilsPane).focus()
        # The panes are painted first; to read and measure their rows takes as long again.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.load()
        self.post_message(LibraryShown())

    # The library

    def load(self) -> None:
        """Show the library as it is now, and read its findings."""
        missing = self.row_file.missing(self.library.records.values())
        if sum(record.sentences for record in missing) <= AT_ONCE:
            self._use(index_of(self.library, self.row_file))
        else:
            self.query_one("#concerns").loading = True
            self._read_behind()
        self.query_one(CouncilsPane).show(self.library.councils, self.library.records)
        if not len(self.library):
            self._show_welcome()

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def _read_behind(self) -> None:
        worker = get_current_worker()
        own = copy(self.row_file)  # a reading that was cancelled may still be at the former one
        index = index_of(self.library, own, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._use, index)

    def _use(self, index: FindingIndex) -> None:
        """These are the findings now."""
        self.index = index
        self.row_file = index.file
        self.finding.cache_clear()
        self.query_one("#concerns").loading = False
        for id, reason in index.left_out.items():
            self.notify(
                reason, title=f"Document {id} is left out", severity="warning", markup=False
            )
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
        rows = self.selection.listed
        pane = self.query_one(ConcernsPane)
        pane.border_title = TITLES.get(self.filters.shown, self.filters.shown)
        every = self._every_count()
        pane.border_subtitle = f"{len(rows):,} of {every:,}" if every else ""
        names = self.vocabulary.names()
        visit = self._visit()
        empty = why_empty(self.filters, visit, len(self.library))
        pane.show(rows, self.finding, self._place, names, empty=empty)
        self._show_strip()
        words = self.filters.in_words(names, visit_in_words(visit))
        self.sub_title = words
        documents = len(self.library)
        self.query_one(TitleBar).say(
            words, f"{len(rows):,} found · {documents:,} document{'s' if documents != 1 else ''}"
        )

    def _every_count(self) -> int:
        """How many sentences there are in the same place, whatever their theme or sign."""
        assert self.index is not None
        place = Filters(councils=self.filters.councils, visit=self.filters.visit)
        return Selection(self.index, place).count

    def _theme_rows(self) -> list[tuple[str, str, str, int, bool]]:
        counts = (
            self.selection.theme_counts([theme.id for theme in self.vocabulary.themes])
            if self.selection
            else {}
        )
        return [
            (
                theme.id,
                theme.key,
                theme.name,
                counts.get(theme.id, 0),
                theme.id in self.filters.themes,
            )
            for theme in self.vocabulary.themes
        ]

    def _show_strip(self) -> None:
        self.query_one(ThemeStrip).show([row[1:] for row in self._theme_rows()])

    def _visit(self) -> Visit | None:
        key = self.filters.visit
        return next((visit for visit in self.library.visits if visit.key == key), None)

    def _place(self, finding: Finding) -> str:
        return place_in_list(finding, self.library.document(finding.document), self.filters)

    # What is picked

    @on(CouncilPicked)
    def _follow_council(self, event: CouncilPicked) -> None:
        councils = (event.council,) if event.council else ()
        if (councils, event.visit) != (self.filters.councils, self.filters.visit):
            self.query_one(ConcernsPane).forget_picked()
        self.filters = self.filters.but(councils=councils, visit=event.visit)
        self._show_visit()

    def _show_visit(self) -> None:
        pane = self.query_one(VisitPane)
        picked = self.query_one(CouncilsPane).picked
        if picked is None:
            pane.show_nothing(Content.styled("No council is highlighted.", "$quiet"))
            return
        card, visit = picked
        if visit is None:
            records = [r for r in self.library.records.values() if r.is_about(card.name)]
            pane.show_council(card, records)
        else:
            pane.show_visit(card, visit, [self.library.document(id) for id in visit.documents])

    @on(CouncilOpened)
    def _on_to_findings(self) -> None:
        self.action_pane(2)

    @on(FindingPicked)
    def _follow_finding(self, event: FindingPicked) -> None:
        pane = self.query_one(VisitPane)
        if event.row is None or self.index is None:
            pane.show_passage(None)
            return
        document, number, _ = self.index.sentence(event.row)
        pane.show_passage(document, number)

    @on(FindingOpened)
    def _read(self, event: FindingOpened) -> None:
        from tui.screens.read import Read

        assert self.index is not None
        document, number, _ = self.index.sentence(event.row)
        names = self.vocabulary.names()
        self.app.push_screen(Read(document, number, self.filters, names, self.library))

    def _show_welcome(self) -> None:
        self.query_one(VisitPane).show_nothing(welcome())
        self.query_one(TitleBar).say("an empty library", self.library.path.name)
        self.query_one(Deck).go(1)

    # Commands

    def action_theme(self) -> None:
        from tui.screens.theme_picker import ThemePicker

        def switch(theme: str | None) -> None:
            if theme:
                self.filters = self.filters.with_theme(theme)

        self.app.push_screen(ThemePicker(self._theme_rows()), switch)

    def action_clear_themes(self) -> None:
        self.filters = self.filters.but(themes=())

    def action_any_all(self) -> None:
        self.filters = self.filters.but(every_theme=not self.filters.every_theme)
        how = "all" if self.filters.every_theme else "any"
        self.notify(f"Findings with {how} of the themes are shown.", timeout=3)

    def action_polarity(self) -> None:
        self.filters = self.filters.next_shown()

    def action_evidence(self) -> None:
        shown = self.query_one(VisitPane).switch_evidence()
        self.notify(
            "The printed words behind each value are " + ("shown." if shown else "hidden."),
            timeout=2,
        )

    def action_step(self, by: int) -> None:
        self.query_one(ConcernsPane).action_move(by)

    def action_refresh_library(self) -> None:
        self.library.refresh()
        self.load()
        self.notify(f"{len(self.library):,} documents.", timeout=2)

    # Filtering by words

    async def action_filter(self) -> None:
        line = self.query_one(FilterLine)
        if self.query_one(Deck).active == 0:
            await line.open("councils", "Councils named", self.query_one(CouncilsPane).wanted)
        else:
            await line.open("findings", "Findings with", self.filters.containing)

    @on(FilterLine.Changed)
    def _filter(self, event: FilterLine.Changed) -> None:
        if event.purpose == "councils":
            self.query_one(CouncilsPane).filter(event.words)
        else:
            self.filters = self.filters.but(containing=event.words)

    @on(FilterLine.Closed)
    def _after_filter(self, event: FilterLine.Closed) -> None:
        if not event.kept:
            if event.purpose == "councils":
                self.query_one(CouncilsPane).filter("")
            else:
                self.filters = self.filters.but(containing="")
        self.query_one(Deck).focus_active()

    # Panes

    def action_pane(self, place: int) -> None:
        self.query_one(Deck).go(place)

    def action_turn(self, by: int) -> None:
        self.query_one(Deck).turn(by)

    def action_back(self) -> None:
        """Inwards to outwards: the words filtered by, then the list of councils. Never quits."""
        if self.filters.containing:
            self.filters = self.filters.but(containing="")
        elif self.query_one(CouncilsPane).wanted:
            self.query_one(CouncilsPane).filter("")
        else:
            self.query_one(Deck).go(0)
