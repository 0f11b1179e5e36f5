"""Flags and corrections in the lists of sentences of Journey, Compare and Search."""

from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import answered, app_on, browse_of
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.found import FoundPane
from tui.screens.compare import Compare
from tui.screens.finding_rows import FindingRows
from tui.screens.journey import Journey
from tui.widgets.cell_table import CellTable


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await answered(pilot)


async def at_list(
    app: OfstedApp, pilot: Pilot[Any], way: str
) -> tuple[FindingRows, ConcernsPane | FoundPane]:
    """A screen over Browse and its list of sentences, which has the keys."""
    await answered(pilot)
    browse_of(app).query_one(CouncilsPane).pick("Tameside")
    await answered(pilot)
    keys = {
        "journey": ("J", "enter"),
        "compare": ("equals_sign", "right", "right", "enter"),
        "search": ("s", *"oversight", "enter"),
    }
    await press(pilot, *keys[way])
    screen = app.screen
    assert isinstance(screen, FindingRows)
    pane = screen.query_one(FoundPane if way == "search" else ConcernsPane)
    assert pane.has_focus and pane.count
    return screen, pane


def row_shown(pane: ConcernsPane | FoundPane) -> str:
    return str(pane.row_content(pane.highlighted, 100, True))


def told(app: OfstedApp) -> str:
    return "\n".join(each.message for each in app._notifications)


@pytest.mark.parametrize("size", [(160, 50), (80, 24)])
@pytest.mark.parametrize("way", ["journey", "compare", "search"])
async def test_a_sentence_is_flagged_where_it_is_listed(
    sample_library: Library, way: str, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        screen, pane = await at_list(app, pilot, way)
        picked = screen.picked_sentence
        assert picked and "⚑" not in row_shown(pane)
        await press(pilot, "exclamation_mark")
        assert app.screen is screen and pane.has_focus and screen.picked_sentence
        assert "⚑ flagged" in row_shown(pane) and "Flagged" in told(app)
        assert sample_library.document(picked[0].id).sentences[picked[1]].flagged
        await press(pilot, "ctrl+z")
        assert "⚑" not in row_shown(pane)
        await press(pilot, "ctrl+y")
        assert "⚑" in row_shown(pane)


async def test_a_label_is_corrected_where_it_is_searched(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, pane = await at_list(app, pilot, "search")
        picked = screen.picked_sentence
        assert picked
        polarity = sample_library.document(picked[0].id).sentences[picked[1]].polarity
        await press(pilot, "e", "1" if polarity == "strength" else "2", "ctrl+s")
        assert app.screen is screen and "✎ corrected" in row_shown(pane)
        other = sample_library.document(picked[0].id).sentences[picked[1]].polarity
        assert other == ("concern" if polarity == "strength" else "strength")
        assert "orrected to" in told(app)


def sums_of(screen: FindingRows) -> list[list[str]]:
    assert isinstance(screen, Journey | Compare) and isinstance(screen.sums, CellTable)
    return screen.sums.shown


def picked_visit(screen: FindingRows) -> str | None:
    picked = screen.picked_finding
    return picked.visit if picked else None


def title_count(pane: ConcernsPane | FoundPane) -> int:
    return int(str(pane.border_subtitle).strip() or 0)


@pytest.mark.parametrize("way", ["journey", "compare"])
async def test_a_correction_is_counted_at_once_and_so_is_its_undoing(
    sample_library: Library, way: str
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, pane = await at_list(app, pilot, way)
        sums, count = sums_of(screen), pane.count
        await press(pilot, "j")
        picked = screen.picked_sentence
        assert picked
        polarity = picked[0].sentences[picked[1]].polarity
        tally = screen.sums.matrix.tally("", picked_visit(screen))  # type: ignore[attr-defined]
        at = screen.sums.cursor_coordinate  # type: ignore[attr-defined]
        await press(pilot, "e", "4", "ctrl+s")
        assert app.screen is screen and pane.has_focus
        assert sums_of(screen) != sums
        fewer = screen.sums.matrix.tally("", picked_visit(screen))  # type: ignore[attr-defined]
        assert tally.concerns - fewer.concerns == (polarity in ("concern", "mixed"))
        assert tally.strengths - fewer.strengths == (polarity in ("strength", "mixed"))
        assert pane.count == title_count(pane) == count - 1 and pane.highlighted == 1
        assert screen.sums.cursor_coordinate == at  # type: ignore[attr-defined]
        assert "numbers here" not in told(app)
        await press(pilot, "ctrl+z")
        assert sums_of(screen) == sums and pane.count == count
        await press(pilot, "escape", "escape", "J" if way == "journey" else "equals_sign")
        assert sums_of(app.screen) == sums  # type: ignore[arg-type]


async def test_a_correction_in_read_is_counted_below_it(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, _ = await at_list(app, pilot, "journey")
        sums = sums_of(screen)
        await press(pilot, "enter", "e", "4", "ctrl+s", "escape")
        assert app.screen is screen and sums_of(screen) != sums


async def test_a_correction_while_two_councils_are_compared_is_counted(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, pane = await at_list(app, pilot, "compare")
        assert isinstance(screen, Compare)
        screen.other = "Dudley"
        await screen._compare()
        await answered(pilot)
        await press(pilot, "enter")
        sums, count = sums_of(screen), pane.count
        assert pane.has_focus and count
        await press(pilot, "e", "4", "ctrl+s")
        assert sums_of(screen) != sums and pane.count == count - 1


async def test_what_repeats_is_followed_anew_after_a_correction(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, pane = await at_list(app, pilot, "journey")
        await press(pilot, "escape", "4", "j", "enter")
        assert isinstance(screen, Journey) and pane.has_focus and pane.count
        threads = screen.threads
        theme, rows = threads.items[1].theme, len(threads.items[1].rows)
        await press(pilot, "e", "4", "ctrl+s")
        assert app.screen is screen and pane.has_focus
        assert threads.items[threads.highlighted].theme == theme
        assert len(threads.items[threads.highlighted].rows) == rows - 1 == pane.count


async def test_a_sentence_out_of_sight_is_not_flagged(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        screen, pane = await at_list(app, pilot, "journey")
        await press(pilot, "escape")
        assert app.screen is screen and not pane.region.area
        await press(pilot, "exclamation_mark")
        assert "no finding to flag" in told(app)
        assert not len(sample_library.corrections)
