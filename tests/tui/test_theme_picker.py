"""The box of themes: letters, arrows and enter; all of them within reach at every size."""

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.screens.theme_picker import ThemeGrid, ThemePicker

SIZES = [(140, 40), (80, 24), (60, 20), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_theme_is_reached_with_the_arrows(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        grid = app.screen.query_one(ThemeGrid)
        seen = set()
        for _ in range(grid._columns):
            for key in ["up"] * grid.count + ["down"] * grid.count:
                await pilot.press(key)
                seen.add(grid.at)
            await settled(pilot)
            lines = [grid.render_line(y).text for y in range(grid.content_size.height)]
            shown = [line for line in lines if "▸" in line]
            assert len(shown) == 1 and grid.themes[grid.at].name[:12] in shown[0]
            await pilot.press("right")
        assert seen == set(range(len(grid.themes)))
        assert grid.cut == ("for more" in str(grid.border_subtitle))
        assert app.screen.region.contains_region(grid.region)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_takes_the_theme_and_a_letter_goes_before_every_other_key(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        grid = app.screen.query_one(ThemeGrid)
        await pilot.press("down", "pagedown", "pageup", "pagedown", "up")
        chosen = grid.themes[grid.at].id
        await pilot.press("enter")
        await settled(pilot)
        assert browse_of(app).filters.themes == (chosen,)
        for theme in grid.themes:
            browse_of(app).filters = browse_of(app).filters.but(themes=())
            await pilot.press("t")
            await settled(pilot)
            assert isinstance(app.screen, ThemePicker)
            if not theme.key:
                await pilot.press("escape")
                continue
            await pilot.press(theme.key)
            await settled(pilot)
            assert browse_of(app).filters.themes == (theme.id,)
