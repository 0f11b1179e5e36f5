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
from tui.screens.finding_rows import FindingRows


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


@pytest.mark.parametrize("way", ["journey", "compare", "search"])
async def test_a_label_is_corrected_where_it_is_listed(sample_library: Library, way: str) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, pane = await at_list(app, pilot, way)
        picked = screen.picked_sentence
        assert picked
        polarity = sample_library.document(picked[0].id).sentences[picked[1]].polarity
        await press(pilot, "e", "1" if polarity == "strength" else "2", "ctrl+s")
        assert app.screen is screen and "✎ corrected" in row_shown(pane)
        other = sample_library.document(picked[0].id).sentences[picked[1]].polarity
        assert other == ("concern" if polarity == "strength" else "strength")
        assert "orrected to" in told(app)
        assert ("numbers here are those from before" in told(app)) is (way != "search")


async def test_numbers_made_before_a_correction_in_read_are_told_of_once(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, _ = await at_list(app, pilot, "journey")
        await press(pilot, "enter", "e", "2", "ctrl+s")
        assert app.screen is not screen and "numbers here" not in told(app)
        await press(pilot, "escape")
        assert app.screen is screen and told(app).count("numbers here") == 1
        app.clear_notifications()
        await press(pilot, "enter", "escape")
        assert app.screen is screen and not told(app)


async def test_a_sentence_out_of_sight_is_not_flagged(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        screen, pane = await at_list(app, pilot, "journey")
        await press(pilot, "escape")
        assert app.screen is screen and not pane.region.area
        await press(pilot, "exclamation_mark")
        assert "no finding to flag" in told(app)
        assert not len(sample_library.corrections)
