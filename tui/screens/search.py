"""Search: a query over every sentence, answered as it is typed, the passage beside it."""

from collections.abc import Sequence
from functools import lru_cache
from time import perf_counter
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from store.findings.themes import Vocabulary
from store.library import Library
from store.model.finding import Finding
from store.search import Found, Progress, Search, WordsDamaged, search_of, wanted_words
from store.search.marks import Wanted
from store.selection import Filters, FindingIndex, finding_of
from tui import text
from tui.keys import bind
from tui.panes.found import FoundPane, Preview, preview
from tui.screens.search_help import language, nothing_found
from tui.screens.search_layout import SearchLayout
from tui.screens.searching import SearchMemory
from tui.widgets.bars import TitleBar
from tui.widgets.row_list import RowList
from tui.widgets.search_input import SearchInput
from tui.widgets.titled import entitle
from tui.wording import PlaceInList, place_in_list, visit_in_words

AT_ONCE = 100
"""So many of the best are shown as soon as they are known; the others follow."""
READ_AHEAD = 12
"""Sentences that are read from their documents before they are shown."""


class SearchScreen(SearchLayout):
    """Asks as one types, and shows what was found."""

    HELP = """\
# Search
Type words that a sentence must hold. "Quotation marks" ask for words in a row, a star for words
that begin alike (supervis*), a minus for sentences without (-agency). theme: council: kind:
polarity: voice: group: narrow by what browsing knows, before: after: since: until: by the date of
the document. Enter or down goes to what was found, up brings earlier queries back; F3 searches
only what the filters of browsing leave.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("search-filters", "filters"),
        bind("filter", "field", footer=False, words="go back to the query"),
        bind("next", "step(1)", footer=False, words="next sentence found"),
        bind("previous", "step(-1)", footer=False, words="previous sentence found"),
        bind("back", "back", footer=True),
    ]

    def __init__(
        self,
        library: Library,
        vocabulary: Vocabulary,
        index: FindingIndex,
        filters: Filters,
        memory: SearchMemory,
    ) -> None:
        super().__init__()
        self.library = library
        self.vocabulary = vocabulary
        self.index = index
        self.filters = filters
        """Those of browsing."""
        self.memory = memory
        self.found: Found | None = None
        """What is shown; None before the first answer."""
        self.finding = lru_cache(maxsize=512)(self._finding)
        self._asked = 0
        """Number of the last question: answers to earlier ones are dropped."""
        self._search: Search | None = None
        self._wanted: Wanted = []
        self._answered = 0
        """Number of the question whose answer is shown."""
        self._passing = False
        """Whether enter was pressed before there was an answer: it then leads on to that."""
        self._count = ""
        """How many were found, and in what time."""

    def on_mount(self) -> None:
        self.add_class("-nothing")
        field = self.query_one(SearchInput)
        field.focus()
        field.action_select_all()  # the last query stays to look at; another one takes its place
        self.query_one(FoundPane).border_title = "Sentences"
        self._say_scope()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._search = self.memory.search
        if self._search is None:
            self.query_one(TitleBar).say("search", "opening the index of words")
            self._prepare()
        else:
            self._ask()

    @on(events.ScreenResume)
    def _back_from_reading(self) -> None:
        self._say_scope()

    # Getting ready

    @work(thread=True, exclusive=True, group="search-index", exit_on_error=False)
    def _prepare(self) -> None:
        worker = get_current_worker()
        told = perf_counter()

        def proceed(progress: Progress) -> bool:
            nonlocal told
            if perf_counter() - told > 0.25 and not worker.is_cancelled:
                told = perf_counter()
                self.app.call_from_thread(self._say_progress, progress)
            return not worker.is_cancelled

        assert self.index is not None
        search = search_of(self.library, self.index, self.vocabulary, proceed)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._ready, search)

    def _say_progress(self, progress: Progress) -> None:
        self.query_one(TitleBar).say(
            "search: taking in the words of new documents",
            f"{progress.done:,} of {progress.documents:,}",
        )

    def _ready(self, search: Search) -> None:
        self.memory.search = search
        behind = len(search.words.behind(search.index))
        if behind:
            self.notify(
                f"The words of {behind:,} documents could not be taken in now: another process may "
                "be at it. They are not found until the search is opened again.",
                severity="warning",
            )
            self.memory.search = None  # for the next time
        self._search = search
        self._ask()

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self._passing = False
            self.query_one(TitleBar).say("search", "failed")
            words = f"The search failed: {event.worker.error}"
            self.notify(words, severity="error", markup=False)

    # Asking and answering

    @on(Input.Changed, "#search-field")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._passing = False
        self.memory.query = event.value
        self._ask()

    def _ask(self) -> None:
        search = self._search
        if search is None:
            return
        self._asked += 1
        self._answer(search, self.memory.query, self._asked)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _answer(self, search: Search, words: str, asked: int) -> None:
        worker = get_current_worker()
        filters = self.filters if self.memory.filtered else None
        start = perf_counter()
        try:
            query = search.understand(words, typing=True)
            found = search.find(query, filters, AT_ONCE)
        except WordsDamaged:
            self.app.call_from_thread(self._begin_anew)
            return
        taken = perf_counter() - start
        for row in found.rows[:READ_AHEAD]:
            if worker.is_cancelled:
                return
            self.finding(row)
        self.app.call_from_thread(self._show, asked, found, taken)
        if worker.is_cancelled or not found.ranked or found.count <= len(found.rows):
            return
        more = search.find(query, filters)
        first = set(found.rows)
        rows = [*found.rows, *(row for row in more.rows if row not in first)]
        self.app.call_from_thread(self._show_more, asked, rows)

    def _begin_anew(self) -> None:
        self.memory.search = None
        self._begin()

    def _show(self, asked: int, found: Found, taken: float) -> None:
        if asked != self._asked:
            return  # something else was typed meanwhile
        self.found, self._answered = found, asked
        self._wanted = wanted_words(found.query)
        pane = self.query_one(FoundPane)
        if found.query.is_empty and not found.query.problems:
            pane.say(language(max(20, pane.content_size.width)))
        elif not found.count:
            pane.say(nothing_found(found.query, filtered=self.memory.filtered))
        else:
            pane.show(found.rows, self.finding, self._place, self._wanted)
        self.set_class(not found.count, "-nothing")
        how = "best first" if found.ranked else "newest first"
        entitle(pane, subtitle=how if found.count > 1 else "")
        self._count = f"{found.count:,} found · {taken * 1000:.0f} ms"
        if found.query.is_empty:
            self._count = ""
        self._say_scope()
        if self._passing:
            self._on_to_found()

    def _show_more(self, asked: int, rows: list[int]) -> None:
        if asked != self._asked or self.found is None:
            return
        self.query_one(FoundPane).extend(rows)
        if len(rows) < self.found.count:
            pane = self.query_one(FoundPane)
            entitle(pane, subtitle=f"best first, {len(rows):,} of {self.found.count:,}")

    def _say_scope(self) -> None:
        """What is searched, and what of the query was not understood."""
        names = self.vocabulary.names()
        visit = self.index.visit(self.filters.visit) if self.index and self.filters.visit else None
        within = self.filters.in_words(names, visit_in_words(visit))
        scope = f"within {within}" if self.memory.filtered else "in the whole library"
        self.query_one(TitleBar).say(f"search {scope}", self._count)
        self.sub_title = f"search {scope}"
        problems = self.found.query.problems if self.found else ()
        lines = [text.line(("! ", "bold $mixed"), text.words(each)) for each in problems[:2]]
        note = self.query_one("#search-note", Static)
        note.display = bool(lines)
        note.update(text.lines(lines))

    def _finding(self, row: int) -> Finding:
        assert self.index is not None
        document, number, sentence = self.index.sentence(row)
        return finding_of(document, number, sentence, self.library.visit_of)

    def _place(self, finding: Finding) -> PlaceInList:
        document = self.library.document(finding.document)
        return place_in_list(finding, document, Filters())

    @property
    def picked_row(self) -> int | None:
        return self.query_one(FoundPane).picked_row

    # The passage

    @on(RowList.Highlighted, "#found")
    def _follow(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._preview()

    @on(Preview.Resized)
    def _lay_out_anew(self) -> None:
        self._preview()

    def on_resize(self) -> None:
        if self.found is not None and self.found.query.is_empty:
            pane = self.query_one(FoundPane)
            pane.say(language(max(20, pane.content_size.width)))

    def _preview(self) -> None:
        row, shown = self.picked_row, self.query_one(Preview)
        size = shown.content_size
        if row is None or not shown.display or size.width < 10 or self.index is None:
            return
        document, number, _ = self.index.sentence(row)
        finding = self.finding(row)
        visit = self.library.visit_of(document.id, finding.council)
        told = " · ".join(self.vocabulary.names().get(theme, theme) for theme in finding.themes)
        head = [
            text.words(visit_in_words(visit) or finding.council or "", "bold"),
            text.words(finding.citation, "$quiet"),
            text.words(told, "$accent"),
        ]
        lines = [row for each in head if each.plain for row in each.wrap(size.width)]
        room = max(1, size.height - len(lines) - 1)
        passage = preview(document, number, self._wanted, size.width, room)
        shown.update(text.lines([*lines, Content(""), passage]))

    # Commands

    def sentence_at_hand(self) -> tuple[str, int] | None:
        picked = self.picked_sentence
        return None if picked is None else (picked[0].id, picked[1])

    def follow_corrections(self, documents: Sequence[str], *, relabelled: bool) -> None:
        """What was found stays: its words are the same, whatever their label."""
        self.finding.cache_clear()
        self.query_one(FoundPane).redraw_marks()
        self._preview()

    @on(RowList.Chosen, "#found")
    def _read(self, event: RowList.Chosen) -> None:
        from tui.screens.read import Read

        event.stop()
        row = self.picked_row
        if row is None or self.index is None:
            return
        document, number, _ = self.index.sentence(row)
        names = self.vocabulary.names()
        self._remember()
        self.app.push_screen(Read(document, number, self.filters, names, self.library))

    def _remember(self) -> None:
        if self.memory.remember():
            self.query_one(SearchInput).at_newest()

    @on(Input.Submitted, "#search-field")
    @on(SearchInput.Passed)
    def _on_to_found(self) -> None:
        self._remember()
        self._passing = self._search is None or self._answered != self._asked
        if not self._passing and self.query_one(FoundPane).count:
            self.query_one(FoundPane).focus()

    def awaits(self, key: str) -> bool:
        """What is typed behind enter is meant for what will be found."""
        return self._passing

    @on(SearchInput.Left)
    def _leave(self) -> None:
        self.dismiss()

    def action_field(self) -> None:
        self.query_one(SearchInput).focus()

    def action_step(self, by: int) -> None:
        self.query_one(FoundPane).action_move(by)

    def action_filters(self) -> None:
        self.memory.filtered = not self.memory.filtered
        self._say_scope()
        self._ask()

    def action_back(self) -> None:
        """From what was found to the field, from there back to browsing."""
        if self.focused is self.query_one(FoundPane):
            self.query_one(SearchInput).focus()
        else:
            self.dismiss()
