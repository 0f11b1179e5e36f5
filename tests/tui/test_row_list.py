"""The list: any number of rows, rows of any height, the highlight always in sight."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from store.rows import nearest
from tui.themes import DARK
from tui.widgets.row_list import RowList


class Numbers(RowList):
    """Row n has 1 to 3 lines."""

    asked: int = 0

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        self.asked += 1
        return Content("\n".join([f"row {index}", *("more" for _ in range(index % 3))]))

    def empty_content(self) -> Content:
        return Content("nothing here")


class ListApp(App[None]):
    rows: type[RowList] = Numbers

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield self.rows(id="numbers")


def lines_of(rows: RowList) -> list[str]:
    return [rows.render_line(y).text.rstrip(" │▐") for y in range(rows.content_size.height)]


async def test_draws_only_what_fits_of_a_hundred_thousand_rows() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 20)) as pilot:
        rows = app.query_one(Numbers)
        rows.focus()
        rows.set_count(100_000)
        await pilot.pause()
        assert lines_of(rows)[:4] == ["row 0", "row 1", "more", "row 2"]
        await pilot.press("end")
        await pilot.pause()
        assert lines_of(rows)[-1] == "row 99999"
        assert rows.asked < 400


async def test_every_row_is_wholly_in_sight_when_it_is_highlighted() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(Numbers)
        rows.focus()
        rows.set_count(60)
        for key in [*["down"] * 59, *["up"] * 59, *["pagedown"] * 9, *["pageup"] * 9]:
            await pilot.press(key)
            shown = lines_of(rows)
            at = rows.highlighted
            assert f"row {at}" in shown
            start = shown.index(f"row {at}")
            assert shown[start + 1 : start + 1 + at % 3] == ["more"] * (at % 3)


async def test_stays_at_its_ends() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(Numbers)
        rows.focus()
        rows.set_count(5)
        await pilot.press("up")
        assert rows.highlighted == 0
        await pilot.press("G", "down", "j")
        assert rows.highlighted == 4
        await pilot.press("g")
        assert rows.highlighted == 0


async def test_wheel_scrolls_without_moving_the_highlight() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(Numbers)
        rows.set_count(60)
        await pilot.pause()
        first = lines_of(rows)
        for _ in range(50):
            rows._scroll(3)
        assert lines_of(rows)[-1] == "more" and rows.highlighted == 0
        for _ in range(60):
            rows._scroll(-3)
        assert lines_of(rows) == first


async def test_fewer_rows_pull_the_highlight_in() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(Numbers)
        rows.set_count(60, 50)
        await pilot.pause()
        rows.set_count(3, 1)
        await pilot.pause()
        assert rows.highlighted == 1 and lines_of(rows)[0] == "row 0"
        rows.set_count(0)
        await pilot.pause()
        assert lines_of(rows)[0] == "nothing here"


@pytest.mark.parametrize("later", [False, True])
async def test_why_there_is_nothing_is_told_anew_each_time(later: bool) -> None:
    class Reasons(Numbers):
        why = "no such theme"

        def empty_content(self) -> Content:
            return Content(self.why)

    class ReasonsApp(ListApp):
        rows = Reasons

    app = ReasonsApp()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(Reasons)
        rows.set_count(0)
        await pilot.pause()
        assert lines_of(rows)[0] == "no such theme"
        rows.why = "no such words"
        rows.set_count(0, later=later)
        await pilot.pause()
        assert lines_of(rows)[0] == "no such words"


async def test_a_row_taller_than_the_list_can_be_scrolled_through() -> None:
    class Tall(Numbers):
        def row_content(self, index: int, width: int, highlighted: bool) -> Content:
            return Content("\n".join(f"line {n}" for n in range(50)))

    class TallApp(ListApp):
        rows = Tall

    app = TallApp()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(Tall)
        rows.set_count(2)
        await pilot.pause()
        rows._scroll(60)
        assert lines_of(rows)[0] == "line 10"


def test_nearest_keeps_or_goes_on() -> None:
    assert nearest([2, 5, 9], 5) == 1
    assert nearest([2, 5, 9], 6) == 2
    assert nearest([2, 5, 9], 99) == 2
    assert nearest([2, 5, 9], None) == 0
    assert nearest([], 3) == 0
