"""Which pane has the keys is told by its frame and its tab, not by colour alone."""

import pytest
from textual.app import App
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.widgets.bars import PaneTabs

THEMES = ("dark", "light", "contrast")


def lines(app: App[None]) -> list[str]:
    """What is on the screen, without a colour or a style."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def heavy_frames(app: App[None]) -> list[tuple[int, int]]:
    """The upper left corners of heavy frames, as column and line."""
    return [
        (column, line)
        for line, words in enumerate(lines(app))
        for column, character in enumerate(words)
        if character == "┏"
    ]


async def check_focus(app: App[None], pilot: Pilot[None], pane: str) -> None:
    await settled(pilot)
    region = app.screen.query_one(pane).region
    assert heavy_frames(app) == [(region.x, region.y)], pane


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(100, 30), (160, 50)])
@pytest.mark.parametrize("no_color", [False, True])
async def test_the_pane_with_the_keys_has_a_frame_of_its_own(
    sample_library: Library,
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
    size: tuple[int, int],
    no_color: bool,
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(sample_library, theme=theme)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key, pane in (
            ("3", "#concerns"),
            ("2", "#visit"),
            ("1", "#councils"),
            ("F", "#facets"),
        ):
            await pilot.press(key)
            await check_focus(app, pilot, pane)


async def test_sums_and_sentences_of_journey_and_compare_tell_it_too(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        for key in ("J", "equals_sign"):
            await pilot.press(key)
            await check_focus(app, pilot, "#sums")
            await pilot.press("tab")
            await check_focus(app, pilot, "#sentences")
            await pilot.press("escape", "escape")
            await settled(pilot)


async def test_the_tab_that_is_on_has_a_sign(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        tabs = browse_of(app).query_one(PaneTabs)
        for key, name in (("3", "Concerns"), ("1", "Councils"), ("2", "Visit")):
            await pilot.press(key)
            await settled(pilot)
            shown = str(tabs.render())
            assert f"▸{key} {name}" in shown and shown.count("▸") == 1
