"""Journey opens at the theme that is being read."""

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.councils import CouncilsPane
from tui.screens.journey import Journey


async def opened(library: Library, *themes: str) -> Journey:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        names = [card.name for card, _ in pane.items]
        pane.highlight(names.index("Tameside"))
        browse.filters = browse.filters.but(themes=themes)
        await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        assert isinstance(app.screen, Journey)
        return app.screen


async def test_one_theme_is_gone_to(sample_library: Library) -> None:
    journey = await opened(sample_library, "caseloads")
    table = journey.themes
    assert table.themes[table.cursor_coordinate.row] == "caseloads"
    assert journey.pointed and "caseloads" in journey.pointed.title


async def test_several_themes_leave_it_at_all_findings(sample_library: Library) -> None:
    journey = await opened(sample_library, "caseloads", "workforce")
    assert journey.themes.cursor_coordinate.row == 0
