"""The table of numbers with heat: what is in view, keys, mouse, heads."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from tests.tui.test_contrast import contrast
from tui.themes import DARK, THEMES
from tui.widgets.grid_window import GridWindow
from tui.widgets.heat_lines import EVERY, Cell, Column, HeatLines, fitted
from tui.widgets.heat_map import HeatMap

COLUMNS = [
    Column("name", ("name", "", ""), 12, left=True),
    Column("total", ("", "total", ""), 8),
    *(Column(f"c{n}", ("col-", f"umn{n}", f"{n}"), 8) for n in range(22)),
]


class Table(App[None]):
    """A table of 153 rows and 22 columns of numbers."""

    def __init__(self, count: int = 153) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self._rows = count
        self.asked: set[tuple[int, int]] = set()
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield HeatMap()

    def on_mount(self) -> None:
        table = self.query_one(HeatMap)
        table.show(COLUMNS, self._rows, self.cell, ordered=("total", True), empty="Nothing here.")
        table.focus()

    def cell(self, row: int, column: int) -> Cell:
        self.asked.add((row, column))
        if column == 0:
            return Cell("all" if row == EVERY else f"row {row}")
        return Cell(f"{max(row, 0)}", row % 5 if column > 1 and row != EVERY else None)

    def on_heat_map_highlighted(self, event: HeatMap.Highlighted) -> None:
        self.said.append((event.row, event.column))

    def on_heat_map_chosen(self, event: HeatMap.Chosen) -> None:
        self.said.append(("open", event.row, event.column))

    def on_heat_map_head_clicked(self, event: HeatMap.HeadClicked) -> None:
        self.said.append(("head", event.column))

    def lines(self) -> list[str]:
        table = self.query_one(HeatMap)
        return [table.render_line(y).text for y in range(table.size.height)]


async def shown(pilot: Pilot[Any], *keys: str) -> list[str]:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, Table)
    lines = app.lines()
    assert all(len(line) == app.size.width for line in lines)
    return lines


async def test_head_names_and_totals_stay_while_it_scrolls() -> None:
    app = Table()
    async with app.run_test(size=(60, 20)) as pilot:
        first = await shown(pilot)
        assert "total" in first[1] and "▼" in first[2] and "umn3" in first[1]
        assert "›" in first[0] and "‹" not in first[0]
        assert first[3].startswith(" all") and first[4].startswith("[row 0")
        last = await shown(pilot, "G", "dollar_sign")
        assert last[3].startswith(" all") and "‹" in last[0] and "›" not in last[0]
        assert last[-1].startswith("▸row 152") and "[" in last[-1]
        assert "umn21" in last[1] and "umn0" not in last[1]
        assert app.said[-1] == (152, "c21")
        again = await shown(pilot, "g", "0")
        assert app.said[-1] == (0, "name")
        assert again[0] == first[0]


async def test_only_what_is_in_view_is_asked_for() -> None:
    app = Table(count=100_000)
    async with app.run_test(size=(60, 20)) as pilot:
        await shown(pilot, "G")
        app.asked.clear()
        await shown(pilot, "k")
        assert len({row for row, _ in app.asked}) <= 20
        assert len({column for _, column in app.asked}) <= 8


async def test_keys_move_and_open() -> None:
    app = Table()
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, "j", "down", "l", "right", "k", "h", "enter")
        assert app.said == [
            (0, "name"), (1, "name"), (2, "name"), (2, "total"), (2, "c0"), (1, "c0"),
            (1, "total"), ("open", 1, "total"),
        ]  # fmt: skip
        await shown(pilot, "pagedown")
        assert app.said[-1] == (20, "total")
        await shown(pilot, "pageup", "up", "up")
        assert app.said[-1] == (0, "total")


async def test_the_cell_is_told_without_colour() -> None:
    app = Table()
    async with app.run_test(size=(60, 20)) as pilot:
        lines = await shown(pilot, "j", "j", "l", "l", "l")
        assert "[▒     2]" in lines[6].replace("[▒    2]", "[▒     2]")
        assert "░" in lines[5] and "▓" in lines[7] and "█" in lines[8]


async def test_mouse_picks_opens_sorts_and_scrolls() -> None:
    app = Table()
    async with app.run_test(size=(60, 20)) as pilot:
        await shown(pilot)
        await pilot.click(HeatMap, offset=(25, 6))
        assert app.said[-1] == (2, "c0")
        await pilot.click(HeatMap, offset=(25, 6), times=2)
        assert app.said[-1] == ("open", 2, "c0")
        await pilot.click(HeatMap, offset=(15, 1))
        assert app.said[-1] == ("head", "total")
        before = len(app.said)
        await pilot.click(HeatMap, offset=(25, 3))
        assert len(app.said) == before  # the row of all of them is not picked
        table = app.query_one(HeatMap)
        table._scroll(3, 1)
        lines = await shown(pilot)
        assert lines[4].startswith(" row 3") and "umn0" in lines[1] and "total" not in lines[1]
        table._scroll(10_000, 10_000)
        lines = await shown(pilot)
        assert lines[-1].startswith(" row 152") and "umn21" in lines[1]


async def test_an_empty_table_says_why() -> None:
    app = Table(count=0)
    async with app.run_test(size=(60, 20)) as pilot:
        lines = await shown(pilot, "j", "l", "enter", "G", "dollar_sign")
        assert lines[0].startswith("Nothing here.") and app.said == []


async def test_it_fits_after_a_resize_and_on_a_braille_display() -> None:
    app = Table()
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot, "G", "dollar_sign")
        await pilot.resize_terminal(40, 12)
        lines = await shown(pilot)
        assert len(lines) == 12 and lines[-1].startswith("▸row 152")
        assert "umn21" in lines[1] and "[" in lines[-1]


@pytest.mark.parametrize(
    ("words", "width", "left", "body"),
    [
        ("abc", 5, True, "abc  "),
        ("abc", 5, False, "  abc"),
        ("abcdef", 5, True, "abcd…"),
        ("漢字漢字", 5, True, "漢字…"),
        ("abc", 0, True, ""),
    ],
)
def test_text_fits_its_cells(words: str, width: int, left: bool, body: str) -> None:
    assert fitted(words, width, left=left) == body


@given(
    widths=st.lists(st.integers(3, 20), min_size=1, max_size=30),
    frozen=st.integers(0, 2),
    count=st.integers(1, 300),
    room=st.tuples(st.integers(30, 200), st.integers(1, 50)),
    cells=st.lists(st.tuples(st.integers(0, 299), st.integers(0, 29)), min_size=1, max_size=8),
)
def test_what_is_highlighted_is_always_in_view(
    widths: list[int],
    frozen: int,
    count: int,
    room: tuple[int, int],
    cells: list[tuple[int, int]],
) -> None:
    window = GridWindow()
    window.widths, window.frozen, window.count = widths, min(frozen, len(widths)), count
    width = max(room[0], sum(widths[:frozen]) + max(widths))
    window.resize(width, room[1])
    for row, column in cells:
        row, column = row % count, column % len(widths)
        window.show(row, column)
        assert window.top <= row < window.top + window.rows
        shown = window.columns()
        assert column in [place for place, _ in shown]
        assert all(edge + widths[place] <= width for place, edge in shown)
        window.scroll(3, 1)
        assert 0 <= window.top < max(1, count) and window.left >= 0


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("strengths", [False, True], ids=["concerns", "strengths"])
async def test_numbers_can_be_read_on_every_heat(theme: Theme, strengths: bool) -> None:
    app = Table()
    app.register_theme(theme)
    async with app.run_test(size=(60, 20)) as pilot:
        app.theme = theme.name
        table = app.query_one(HeatMap)
        table.set_class(strengths, "-strengths")
        await pilot.pause()
        backgrounds = set()
        for name in sorted(HeatMap.COMPONENT_CLASSES | HeatLines.COMPONENT_CLASSES):
            style = table.look(name)
            assert style.color and style.color.triplet and style.bgcolor and style.bgcolor.triplet
            front = Color(*style.color.triplet)
            back = Color(*style.bgcolor.triplet)
            assert contrast(front, back) >= 4.5, (name, front, back)
            if "heat" in name:
                backgrounds.add(back)
        assert len(backgrounds) == 5
