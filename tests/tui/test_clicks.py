"""The mouse reaches what keys reach: the sign that folds a council, every tab however narrow."""

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.councils import CouncilsPane
from tui.screens.journey import Journey
from tui.widgets.bars import PaneTabs


async def test_the_sign_before_a_council_folds_it(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        pane = browse_of(app).query_one(CouncilsPane)
        place = next(n for n, (card, _) in enumerate(pane.items) if len(card.visits) > 1)
        name, count = pane.items[place][0].name, pane.count
        left = pane.content_region.x - pane.region.x
        for wanted in (False, True):
            row = next(y for y, view in enumerate(pane._lines_in_view()) if view[0] == place)
            await pilot.click(pane, offset=(left + 1, row + 1))
            await settled(pilot)
            assert (pane.count == count) is wanted
            assert pane.picked and pane.picked[0].name == name


@pytest.mark.parametrize("width", [28, 40, 60])
async def test_every_tab_is_there_however_narrow(sample_library: Library, width: int) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(width, 12)) as pilot:
        await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        journey = app.screen
        assert isinstance(journey, Journey)
        tabs = journey.query_one(PaneTabs)
        shown = str(tabs.render())
        assert len(shown.rstrip()) <= tabs.content_region.width
        assert all(f"{number} " in shown for number in range(1, 5)) and "▸1 Themes" in shown
        await pilot.click(tabs, offset=(shown.index("4 "), 0))
        await settled(pilot)
        assert journey.section == "threads" and "▸4 Repeats" in str(tabs.render())
