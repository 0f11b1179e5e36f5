"""Journey: the figures of a council, each measure with its values over time and a plot of them."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.comparing import Point, Series, figure_series
from store.model.amounts import amount_in_words
from store.model.document import Figure
from tui import text
from tui.keys import bind
from tui.panes.over_time import short_month
from tui.panes.pointed import Held, Pointed
from tui.panes.visit_text import figure_in_words
from tui.widgets.row_list import RowList

PLOT_FROM = 14
"""Lines of the section from which on there is room for a plot."""
MOST_TOLD = 4
"""So many figures that the line does not go through are told below the plot."""
MARKED = "●"
"""The mark in the plot of the figure whose sentence is highlighted."""
_MARKS = {"over": "^", "at least": "^", "under": "v", "at most": "v", "nearly": "v"}
_MARKS_IN_WORDS = {"o": "figure", "^": "or more", "v": "or less"}
_ARROWS = {"up": "↑", "down": "↓", "unchanged": "="}


class MeasureList(RowList):
    """The measures; those told of at several dates come first and are plotted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="go to the sentences of the measure")
    ]
    HELP = """\
# Figures over time
Every measure that the council's documents give, those told of at two dates or more first: they are
plotted below. ↑ and ↓ say that the number is higher or lower at the last date than at the first,
which tells of the number, not of the service. What looks back at an earlier visit stands at that
visit's date. Of several highest caseloads of a date the highest counts. The figure of the sentence
that is highlighted beside is marked in the plot. Enter goes to the sentences.
"""

    def __init__(self, held: Held, council: str) -> None:
        super().__init__(id="measures")
        self.held = held
        self.council = council
        library = held.library
        self.series: list[Series] = figure_series(
            council, library.records.values(), library.visits, library.council_of
        )

    def begin(self) -> None:
        self.set_count(len(self.series))

    @property
    def current(self) -> Series | None:
        return self.series[self.highlighted] if self.series else None

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        series = self.series[index]
        mark = "▸" if highlighted else " "
        arrow = _ARROWS.get(series.direction or "", " ") if series.over_time else " "
        name = f"{series.measure} {series.unit if series.unit == '%' else ''}".strip()
        style = "bold" if series.over_time else ""
        told = " → ".join(_told(point) for point in series.line)
        column = max(16, min(30, width // 3))
        head = text.fit(text.words(name, style), column - 1)
        head = head.pad_right(max(0, column - head.cell_length))
        row = text.line((mark, "bold $accent"), (f"{arrow} ", "bold"), head)
        return text.fit(
            text.line(row, text.words(told, "" if series.over_time else "$quiet")), width
        )

    def empty_content(self) -> Content:
        return Content.styled("The documents of this council give no figures.", "$quiet")

    def rows_of(self, point: Point) -> int | None:
        return self.held.index.row_of(point.document, point.figure.sentence)

    def pointed(self) -> Pointed:
        if self.current is None:
            return Pointed((), "No figures")
        rows = {self.rows_of(point) for point in self.current.points}
        title = f"Where it is told · {self.current.measure}"
        return Pointed(sorted(row for row in rows if row is not None), title)

    def as_text(self) -> str:
        """A line a figure, with the sentence it was read from and where it stands."""
        from store.selection import citation

        lines = []
        for series in self.series:
            for point in series.points:
                document = self.held.library.document(point.document)
                sentence = document.sentences[point.figure.sentence]
                words = " ".join(text.words(sentence.text).plain.split())
                cells = (self.council, point.when, figure_in_words(point.figure), series.unit)
                lines.append("\t".join([*cells, f"“{words}”", citation(document, sentence)]))
        return "\n".join(lines)


def _told(point: Point) -> str:
    return f"{amount_in_words(point.figure)} ({short_month(point.when)})"


class FiguresSection(Vertical):
    """The measures above, the plot of the highlighted one below."""

    def __init__(self, held: Held, council: str) -> None:
        super().__init__(id="figures")
        self.measures = MeasureList(held, council)
        self._loading = False
        self._at: int | None = None
        """Row of the index whose figure is marked."""

    def on_resize(self) -> None:
        self.draw(self._at)

    def compose(self) -> ComposeResult:
        if self.measures.series:
            self.measures.styles.max_height = len(self.measures.series)
        yield self.measures
        yield Static(id="plot-words")

    @work(thread=True, group="plot", exit_on_error=False)
    def _load_plot(self) -> None:
        from tui.panes import figure_plot  # brings numpy, which takes its time

        self.app.call_from_thread(self._mount_plot, figure_plot.FigurePlot)

    def _mount_plot(self, plot: type[Vertical]) -> None:
        if self.is_attached:
            self.mount(plot(), after=self.measures)
            self.call_after_refresh(lambda: self.draw(self._at))

    def draw(self, at: int | None = None) -> None:
        """Plot the highlighted measure, with the figure of a row of the index marked."""
        from textual.css.query import NoMatches

        self._at = at
        series = self.measures.current
        words = self.query_one("#plot-words", Static)
        words_of_series = text.words(_in_words(series), "$quiet")
        words.update(words_of_series)
        over_time = series is not None and series.over_time
        try:
            plot = self.query_one("#plot-of-figure")
        except NoMatches:
            if over_time and not self._loading:
                self._loading = True
                self._load_plot()
            return
        plot.display = over_time and self.size.height >= PLOT_FROM
        if series is not None and plot.display:
            words.update(text.lines([words_of_series, text.words(_legend(series), "$quiet")]))
        if series is not None and plot.display:
            marked = next((p for p in series.points if self.measures.rows_of(p) == at), None)
            plot.show(series, marked)  # type: ignore[attr-defined]


def _in_words(series: Series | None) -> str:
    if series is None:
        return ""
    if not series.over_time:
        return f"{series.measure}: told of at one date only, so there is nothing to plot."
    first, last = series.line[0], series.line[-1]
    unit = f" {series.unit}" if series.unit else ""
    words = f"{series.measure}:{unit} from {_told(first)} to {_told(last)}"
    others = [_told(point) for point in series.points if point not in series.line]
    if len(others) > MOST_TOLD:
        others = [*others[:MOST_TOLD], f"{len(others) - MOST_TOLD} more"]
    return f"{words}; also told: {', '.join(others)}" if others else words


def mark_of(figure: Figure) -> str:
    """The sign of a figure in the plot: "^" and "v" say that the number may be more, or less."""
    return _MARKS.get(figure.bound or "", "o")


def _legend(series: Series) -> str:
    """What the signs in the plot say, those that are there."""
    there = {mark_of(point.figure) for point in series.points}
    signs = [f"{mark} {words}" for mark, words in _MARKS_IN_WORDS.items() if mark in there]
    if any(point.figure.value is None for point in series.points):
        signs.append("│ range")
    return " · ".join([*signs, f"{MARKED} the sentence highlighted"])
