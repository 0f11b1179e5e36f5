"""Journey: one council over time. Themes by visit, judgements, figures, what repeats."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.widget import Widget
from textual.worker import get_current_worker

from tui.keys import bind
from tui.messages import FindingPicked
from tui.panes.journey_figures import FiguresSection
from tui.panes.journey_judgements import JudgementTable
from tui.panes.journey_themes import ThemeTable
from tui.panes.journey_threads import ThreadList
from tui.panes.over_time import short_month
from tui.panes.pointed import Held
from tui.panes.sentences import Sentences
from tui.screens.with_sentences import WithSentences
from tui.widgets.bars import PaneTabs, TitleBar
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from store.comparing import Thread

SECTIONS: Final = {
    "themes-by-visit": "Themes",
    "judgements": "Judgements",
    "figures": "Figures",
    "threads": "Repeats",
}


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
        visits = self.themes.matrix.visits
        held = [visit for visit in visits if visit.documents]
        ends = f"{short_month(held[0].when)} to {short_month(held[-1].when)}" if held else ""
        count = f"{len(held)} of {len(visits)} visits · in the library"
        self.sub_title = f"{self.council} · journey"
        words = f"{self.sub_title} · {ends}" if len(held) > 1 else self.sub_title
        self.query_one(TitleBar).say(words, count)
        self._show_section(0)
        self.themes.focus()
        self.call_after_refresh(self._begin)
        self._follow_threads()

    def _begin(self) -> None:
        self.themes.begin(self.visit)
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
        if self.is_attached:
            self.threads.show(found)

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

    def action_section(self, place: int) -> None:
        self._show_section(place)
        self.point()
        self._read_sentences(False)

    def _show_section(self, place: int) -> None:
        self.section = list(SECTIONS)[place]
        for name in SECTIONS:
            self.set_class(name == self.section, f"-{name}")
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

    def point(self) -> None:
        super().point()
        if self.section == "figures":
            self.figures.draw()

    @on(FindingPicked)
    def _mark_figure(self, event: FindingPicked) -> None:
        event.stop()
        if self.section == "figures":
            self.figures.draw(event.row)

    # Commands

    def action_order(self) -> None:
        self.action_section(0)
        self.notify(f"Themes {self.themes.switch_order()}.", timeout=2)

    def action_signs(self) -> None:
        self.action_section(0)
        self.notify(f"The cells count {self.themes.next_signs()}.", timeout=2)

    def action_compare(self) -> None:
        """The visit of the column with the one before."""
        from tui.screens.compare import Compare

        column = self.themes.cursor_coordinate.column
        visits = self.themes.matrix.visits
        visit = visits[column - 2].key if self.section == "themes-by-visit" and column > 1 else None
        self.app.push_screen(Compare(self.held, self.council, visit))
