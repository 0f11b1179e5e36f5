"""The strip of themes: a click on one chooses it, a click beside them leads to all."""

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.screens.theme_picker import ThemePicker
from tui.widgets.bars import ThemeStrip


async def test_a_click_chooses_a_theme_and_another_leaves_it(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        strip = browse.query_one(ThemeStrip)
        name = strip.themes[1][2]
        await pilot.click(strip, offset=(str(strip.render()).index(name) + 1, 0))
        await settled(pilot)
        chosen = [row for row in browse.theme_rows() if row[-1]]
        assert [row[2] for row in chosen] == [name]
        assert browse.filters.themes == (chosen[0][0],)
        await pilot.click(strip, offset=(str(strip.render()).index(f"●{name}") + 1, 0))
        await settled(pilot)
        assert browse.filters.themes == ()


@pytest.mark.parametrize("words", ["themes t", "+"])
async def test_a_click_beside_them_leads_to_all(sample_library: Library, words: str) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        strip = browse_of(app).query_one(ThemeStrip)
        await pilot.click(strip, offset=(str(strip.render()).index(words) + 1, 0))
        await settled(pilot)
        assert isinstance(app.screen, ThemePicker)
