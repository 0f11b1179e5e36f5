"""Journey: one council over time. Themes by visit, judgements, figures, what repeats."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.widget import Widget
from textual.worker import get_current_worker

from tui.keys import bind
from tui.keys_in_turn import ahead_of_keys
from tui.messages import FindingPicked
from tui.panes.concerns import ConcernsPane
from tui.panes.journey_figures import FiguresSection
from tui.panes.journey_judgements import JudgementTable
from tui.panes.journey_themes import ThemeTable
from tui.panes.journey_threads import ThreadList
from tui.panes.over_time import fitting, short_month
from tui.panes.pointed import Held
from tui.panes.sentences import Sentences
from tui.screens.with_sentences import WithSentences
from tui.widgets.bars import TITLE_TAKES, PaneTabs, TitleBar
from tui.widgets.cell_table import CellTable
from tui.widgets.key_bar import KeyBar
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.comparing import Thread

SECTIONS: Final = {
    "themes-by-visit": "Themes",
    "judgements": "Judgements",
    "figures": "Figures",
    "threads": "Repeats",
}

NONE: Final[frozenset[str]] = frozenset()
BESIDE: Final = 110
"""From this width on the sentences stand beside the sums, if these have room for every visit."""
ALWAYS_BESIDE: Final = 150
"""And from this width on in any case: one scrolls the sums."""
SENTENCES: Final = 46
"""Cells that the sentences keep beside sums that need much room."""
FRAME: Final = 4
"""Cells of the sums' border and padding, and of their scroll bar."""


class Journey(WithSentences):
    """Four sections under tabs; beside or below them the sentences of what is highlighted.

    Where it is tall enough two sections stand below each other.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high"), (46, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("section-1", "section(0)", footer=False),
        bind("section-2", "section(1)", footer=False),
        bind("section-3", "section(2)", footer=False),
        bind("section-4", "section(3)", footer=False),
        bind("order", "order"),
        bind("signs", "signs"),
        bind("compare", "compare"),
    ]

    def __init__(self, held: Held, council: str, visit: str | None = None) -> None:
        super().__init__(held)
        self.council = council
        self.visit = visit
        self.section = "themes-by-visit"
        """Id of the section that has, or last had, the keys."""
        self.themes = ThemeTable(held, council)
        self.judged = JudgementTable(held, council)
        self.figures = FiguresSection(held, council)
        self.threads = ThreadList(held, council, self.themes.matrix)
        need = self.themes.width_needed + FRAME
        self.beside = max(BESIDE, min(need + SENTENCES, ALWAYS_BESIDE))
        """From this width on the sentences stand beside the sums."""
        self.HORIZONTAL_BREAKPOINTS = [(0, "-one"), (self.beside, "-beside")]

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield PaneTabs(list(SECTIONS.values()), id="sections")
        with Horizontal(id="over-time"):
            with Container(id="sums"):
                yield self.themes
                yield self.judged
                yield self.figures
                yield self.threads
            yield Sentences(id="sentences")
        yield KeyBar()

    def on_mount(self) -> None:
        self._say()
        self._show_section(0)
        self.themes.focus()
        ahead_of_keys(self, self._begin)
        self._follow_threads()

    def on_resize(self) -> None:
        self._say()
        self._share_out()

    def _share_out(self) -> None:
        """Beside sums of many visits the sentences give way, as far as they stay readable."""
        width = self.app.size.width
        least = min(self.themes.width_needed + FRAME, width - SENTENCES)
        self.query_one("#sums").styles.min_width = least if width >= self.beside else None

    def _say(self) -> None:
        """The council and its years, in as many words as there is room for."""
        visits = self.themes.matrix.visits
        held = [visit for visit in visits if visit.documents]
        count = f"{len(held)} of {len(visits)} visits"
        self.sub_title = f"{self.council} · journey"
        ways = [self.sub_title]
        if len(held) > 1:
            first, last = held[0].when, held[-1].when
            years = f"{first[:4]}–{last[:4]}"
            ends = f"{short_month(first)} to {short_month(last)}"
            ways = [f"{self.sub_title} · {told}" for told in (ends, years)]
            ways.append(f"{self.council} · {years}")
        width = self.app.size.width
        if width >= self.beside:
            count += " · in the library"
        self.query_one(TitleBar).say(fitting(ways, width - len(count) - TITLE_TAKES), count)

    def _begin(self) -> None:
        self.themes.begin(self.visit)
        self._share_out()
        self.judged.begin()
        self.figures.measures.begin()

    @work(thread=True, exclusive=True, group="threads", exit_on_error=False)
    def _follow_threads(self) -> None:
        from store.comparing import threads

        worker = get_current_worker()
        repeats = self.held.repeats.of(self.council, lambda: not worker.is_cancelled)
        keys = [visit.key for visit in self.themes.matrix.visits]
        found = threads(repeats, keys, self._themes_of)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_threads, found)

    def _themes_of(self, id: str) -> tuple[str, ...]:
        document, _, number = id.rpartition(":")
        return self.library.document(document).sentences[int(number)].themes

    def _show_threads(self, found: "list[Thread]") -> None:
        if not self.is_attached:
            return
        self.finding.cache_clear()  # which findings repeat an earlier visit is known now
        again = self.threads.known
        with self.threads.prevent(RowList.Highlighted):
            self.threads.show(found)
        if self.section == "threads":
            self.point(stay=again)
        else:
            self.query_one(ConcernsPane).redraw_marks()

    def recount(self) -> None:
        with self.themes.prevent(CellTable.CellPicked):
            self.themes.recount()
        self.threads.matrix = self.themes.matrix
        self._follow_threads()

    # Sections

    @property
    def sums(self) -> Widget:
        return self._sums_of(self.section)

    def _sums_of(self, section: str) -> Widget:
        sums: dict[str, Widget] = {
            "themes-by-visit": self.themes,
            "judgements": self.judged,
            "figures": self.figures.measures,
            "threads": self.threads,
        }
        return sums[section]

    @property
    def idle_keys(self) -> frozenset[str]:
        """Ids of the keys that have nothing to do as the screen stands; help leaves them out."""
        of_themes = NONE if self.themes.display else frozenset(("order", "signs"))
        no_filters = self.pointed is not None and self.pointed.filters is None
        return of_themes | (frozenset(("in-browse",)) if no_filters else NONE)

    def action_section(self, place: int) -> None:
        self._show_section(place)
        self.point()
        self._read_sentences(False)

    def _show_section(self, place: int) -> None:
        self.section = list(SECTIONS)[place]
        for name in SECTIONS:
            self.set_class(name == self.section, f"-{name}")
        self.call_after_refresh(self.refresh_bindings)  # which sections show is known only then
        self.query_one("#sections", PaneTabs).show(place)

    def on_descendant_focus(self) -> None:
        """Where two sections are shown, a click or tab goes from one to the other."""
        for place, name in enumerate(SECTIONS):
            focused = self.focused
            if focused is not None and focused is self._sums_of(name) and name != self.section:
                self._show_section(place)
                self.point()

    @on(PaneTabs.Clicked)
    def _section_clicked(self, event: PaneTabs.Clicked) -> None:
        event.stop()
        self.action_section(event.place)

    def point(self, *, stay: bool = False) -> None:
        before = self.idle_keys
        super().point(stay=stay)
        if self.idle_keys != before:
            self.refresh_bindings()
        if self.section == "figures":
            self.figures.draw()

    @on(FindingPicked)
    def _mark_figure(self, event: FindingPicked) -> None:
        event.stop()
        if self.section == "figures":
            self.figures.draw(event.row)

    # Commands

    def action_order(self) -> None:
        if self._themes_shown():
            self.notify(f"Themes {self.themes.switch_order()}.", timeout=2)

    def action_signs(self) -> None:
        if self._themes_shown():
            self.notify(f"The cells count {self.themes.next_signs()}.", timeout=2)

    def _themes_shown(self) -> bool:
        """Whether themes are in sight, alone or above another section, which keeps the keys."""
        if not self.themes.display:
            self.notify("That is of the themes by visit; 1 shows them.", timeout=3)
        elif self.section == "themes-by-visit":
            self.action_section(0)  # the numbers, not the sentences, have the keys again
        return self.themes.display

    def action_compare(self) -> None:
        """The visit of the column with the one before."""
        from tui.screens.compare import Compare

        column = self.themes.cursor_coordinate.column
        visits = self.themes.matrix.visits
        visit = visits[column - 2].key if self.section == "themes-by-visit" and column > 1 else None
        self.app.push_screen(Compare(self.held, self.council, visit))
