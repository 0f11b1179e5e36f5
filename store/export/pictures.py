"""The journey matrix of a council and its figures over time, as SVG and PNG.

Drawn by matplotlib, without a screen: the object interface, never pyplot.
"""

import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from store.comparing import EVERY_THEME, Series, ThemeMatrix
from store.model.amounts import amount_in_words
from store.model.dates import in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

INK: Final = "#1d2125"
CONCERN: Final = "#b3261e"
STRENGTH: Final = "#1b6e3c"
SETTINGS: Final[dict[str, Any]] = {
    "svg.hashsalt": "ofsted-tui",  # the same picture has the same bytes
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "text.usetex": False,
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
}


def council_picture(
    out: Path,
    matrix: ThemeMatrix,
    series: Sequence[Series],
    themes: Mapping[str, str],
    most: int = 6,
) -> None:
    """Draw a council's matrix with its figures below; the suffix of `out` says SVG or PNG."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    visits = [visit for visit in matrix.visits if visit.documents]
    rows = [theme for theme in matrix.by_number() if matrix.tally(theme, None).findings]
    drawn = list(series[:most])
    lines = (len(drawn) + 1) // 2
    height = 1.6 + 0.3 * max(len(rows), 1) + 2.1 * lines
    width = max(8.0, 3.5 + 0.75 * len(visits))
    with rc_context(SETTINGS):
        drawing = Figure(figsize=(width, height), layout="constrained")
        drawing.suptitle(f"{matrix.council}: what Ofsted found", fontweight="bold", color=INK)
        grid = drawing.add_gridspec(
            1 + lines, 2, height_ratios=[0.6 + 0.3 * max(len(rows), 1), *[1.8] * lines]
        )
        _draw_matrix(drawing.add_subplot(grid[0, :]), matrix, visits, rows, themes)
        for place, one in enumerate(drawn):
            _draw_series(drawing.add_subplot(grid[1 + place // 2, place % 2]), one)
        _save(drawing, out)


def figure_svg(series: Series, *, inline: bool = False) -> str:
    """One figure over time as SVG; `inline` leaves out what only a file of its own needs."""
    data = _figure(series, "svg").decode("utf-8")
    return re.sub(r"^.*?(?=<svg)", "", data, flags=re.DOTALL) if inline else data


def figure_png(series: Series) -> bytes:
    """One figure over time as PNG."""
    return _figure(series, "png")


def _figure(series: Series, kind: str) -> bytes:
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(SETTINGS):
        drawing = Figure(figsize=(6.4, 1.9), layout="constrained")
        _draw_series(drawing.add_subplot(), series)
        out = io.BytesIO()
        drawing.savefig(out, format=kind, dpi=160, metadata=_metadata(kind))
    return out.getvalue()


def _save(drawing: "Drawing", out: Path) -> None:
    kind = out.suffix.lower().lstrip(".")
    drawing.savefig(out, format=kind, dpi=160, metadata=_metadata(kind))


def _metadata(kind: str) -> dict[str, str | None]:
    """Without the day and the drawing library: the same picture has the same bytes."""
    return {"Date": None, "Creator": "ofsted-tui"} if kind == "svg" else {"Software": "ofsted-tui"}


def _draw_matrix(
    axes: "Axes",
    matrix: ThemeMatrix,
    visits: Sequence[Any],
    rows: Sequence[str],
    themes: Mapping[str, str],
) -> None:
    most = max(
        (matrix.tally(theme, visit.key).findings for theme in rows for visit in visits), default=1
    )
    for y, theme in enumerate(rows):
        for x, visit in enumerate(visits):
            tally = matrix.tally(theme, visit.key)
            if not tally.findings:
                axes.text(x, y, "·", ha="center", va="center", color="#9aa0a6")
                continue
            colour = CONCERN if tally.concerns >= tally.strengths else STRENGTH
            share = 0.15 + 0.55 * tally.findings / max(most, 1)
            across = [x - 0.48, x + 0.48, x + 0.48, x - 0.48]
            down = [y - 0.46, y - 0.46, y + 0.46, y + 0.46]
            axes.fill(across, down, color=colour, alpha=share, lw=0)
            # Numbers with signs: nothing is told by colour alone.
            parts = [f"−{tally.concerns}"] if tally.concerns else []
            parts += [f"+{tally.strengths}"] if tally.strengths else []
            axes.text(x, y, " ".join(parts), ha="center", va="center", fontsize=8, color=INK)
    totals = [matrix.tally(EVERY_THEME, visit.key) for visit in visits]
    axes.set_xticks(
        range(len(visits)),
        [
            f"{in_words(visit.when)}\n{visit.name}\n−{total.concerns} +{total.strengths}"
            for visit, total in zip(visits, totals, strict=True)
        ],
        fontsize=7,
        rotation=0 if len(visits) <= 6 else 45,
    )
    axes.set_yticks(range(len(rows)), [themes.get(theme, theme) for theme in rows], fontsize=8)
    axes.set_xlim(-0.5, max(len(visits), 1) - 0.5)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_title("− concerns, + strengths", fontsize=8, loc="left", color="#50575e")


def _draw_series(axes: "Axes", series: Series) -> None:
    line = series.line
    years = [point.year for point in line]
    axes.plot(years, [point.value for point in line], color=INK, marker="o", markersize=4, lw=1.3)
    for point in series.points:
        figure = point.figure
        if figure.value is None and figure.low is not None and figure.high is not None:
            axes.vlines(point.year, figure.low, figure.high, color="#7a8087", lw=2)
    for point in line:
        axes.annotate(
            amount_in_words(point.figure), (point.year, point.value), textcoords="offset points",
            xytext=(0, 6), ha="center", fontsize=7,
        )  # fmt: skip
    axes.set_title(f"{series.measure} ({series.unit})", fontsize=9, loc="left", color=INK)
    axes.set_xticks(years, [in_words(point.when) for point in line], fontsize=7)
    axes.tick_params(axis="y", labelsize=7)
    axes.margins(x=0.12, y=0.3)
    axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
    axes.spines[["top", "right"]].set_visible(False)
