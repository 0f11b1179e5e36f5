"""The plot of one measure over time. Imports numpy, so this module is loaded when it is shown."""

from collections.abc import Callable, Sequence
from math import ceil, floor

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.strip import Strip
from textual_hires_canvas import Canvas
from textual_plot import HiResMode, PlotWidget
from textual_plot.axis_formatter import AxisFormatter, NumericAxisFormatter
from textual_plot.plot_widget import Legend

from store.comparing import Point, Series
from store.model.dates import MONTH_NAMES
from tui.panes.journey_figures import MARKED, mark_of

FEW_YEARS = 2.5
"""Up to so many years the axis tells quarters."""


class _Dates(AxisFormatter):
    """Years, or quarters by their first month, as many as there is room for."""

    def get_ticks(self, min_: float, max_: float, max_ticks: int = 8) -> list[float]:
        parts = 4 if max_ - min_ < FEW_YEARS else 1
        ticks = range(ceil(min_ * parts), floor(max_ * parts) + 1)
        step = max(1, ceil(len(ticks) / min(max_ticks, 6)))
        return [tick / parts for tick in ticks[::step]]

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        if all(tick == int(tick) for tick in ticks):
            return [f"{tick:.0f}" for tick in ticks]
        return [f"{MONTH_NAMES[round(tick % 1 * 12)][:3]} {int(tick)}" for tick in ticks]


class _Values(NumericAxisFormatter):
    """Few enough that they do not push each other aside in a low plot."""

    def get_ticks(self, min_: float, max_: float, max_ticks: int = 8) -> list[float]:
        return super().get_ticks(min_, max_, min(max_ticks, 4))


class _Canvas(Canvas):
    """A canvas without lines of no style (as 0.14 draws them before it knows its size), at which
    Textual's filter for NO_COLOR fails."""

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        return strip if strip.cell_length else Strip.blank(self.size.width, self.rich_style)


class _Plot(PlotWidget, can_focus=False, inherit_bindings=False):
    """Only to be looked at: the keys belong to the list of measures."""

    def __init__(self, draw: Callable[[], None]) -> None:
        super().__init__(allow_pan_and_zoom=False)
        self._draw = draw

    def compose(self) -> ComposeResult:
        with Grid():
            for name in ("margin-top", "margin-left", "plot", "margin-bottom"):
                yield _Canvas(1, 1, id=name)
        yield Legend(id="legend")

    def on_mount(self) -> None:
        # The widget's own handler comes after this one and clears what was drawn before.
        self.call_after_refresh(self._draw)


class FigurePlot(Vertical):
    """Every figure as a point, of a range both ends with a line between them; a line through the
    figure that stands for each date; one figure marked."""

    def __init__(self) -> None:
        super().__init__(id="plot-of-figure")
        self.plotted: Series | None = None
        self.marked: Point | None = None
        self._begun = False
        """Whether the plot has all its parts: before that it cannot be drawn on."""

    def compose(self) -> ComposeResult:
        yield _Plot(self._begin)

    def _begin(self) -> None:
        self._begun = True
        self._draw()

    def on_mount(self) -> None:
        plot = self.query_one(_Plot)
        plot.margin_top = 1
        plot.margin_bottom = 2
        plot.margin_left = 7
        plot.set_x_formatter(_Dates())
        plot.set_y_formatter(_Values())
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())

    @property
    def drawn(self) -> int:
        """How many lines and sets of points the plot shows."""
        return len(self.query_one(_Plot)._datasets)

    def show(self, series: Series, marked: Point | None = None) -> None:
        if (series, marked) != (self.plotted, self.marked):
            self.plotted, self.marked = series, marked
            self._draw()

    def _draw(self) -> None:
        series, marked = self.plotted, self.marked
        if series is None or not self._begun:
            return
        colours = self.app.theme_variables
        plot = self.query_one(_Plot)
        plot.clear()
        line = series.line
        years = [point.year for point in series.points for _ in _ends(point)]
        values = [end for point in series.points for end in _ends(point)]
        margin = max(0.25, (max(years) - min(years)) * 0.06)
        top = max(values) * 1.15 or 1.0
        plot.set_xlimits(min(years) - margin, max(years) + margin)
        plot.set_ylimits(0.0, top)
        plot.plot(
            [point.year for point in line],
            [point.value for point in line],
            line_style=colours["accent"],
            hires_mode=HiResMode.BRAILLE,
        )
        for point in series.points:
            low, high = min(_ends(point)), max(_ends(point))
            if low < high:
                plot.plot(
                    [point.year, point.year],
                    [low, high],
                    line_style=colours["foreground"],
                    hires_mode=HiResMode.BRAILLE,
                )
        for mark in sorted({mark_of(point.figure) for point in series.points}):
            own = [point for point in series.points if mark_of(point.figure) == mark]
            plot.scatter(
                [point.year for point in own for _ in _ends(point)],
                [end for point in own for end in _ends(point)],
                marker=mark,
                marker_style=f"bold {colours['foreground']}",
            )
        if marked is not None:
            ends = _ends(marked)
            plot.scatter(
                [marked.year] * len(ends),
                ends,
                marker=MARKED,
                marker_style=f"bold {colours['mixed']}",
            )


def _ends(point: Point) -> list[float]:
    """The value; of a range both its ends, for what lies between them nobody printed."""
    figure = point.figure
    return [end for end in (figure.value, figure.low, figure.high) if end is not None]
