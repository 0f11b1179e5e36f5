"""Escape goes back from the findings of a number to where the number stood."""

from store.library import Library
from store.selection import Filters
from tests.tui.apps import answered, app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.compare import Compare
from tui.screens.journey import Journey
from tui.screens.theme_map import ThemeMapScreen, ThemesTable
from tui.way_back import MOST
from tui.widgets.deck import Deck

WIDE = (160, 50)
SMALL = (80, 24)


def kept(app: OfstedApp) -> int:
    """How many screens are kept for the way back."""
    return len(app._installed_screens)


async def test_escape_goes_back_to_the_map_as_it_was(sample_library: Library) -> None:
    for size in (WIDE, SMALL):
        app = app_on(sample_library)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            browse = browse_of(app)
            await pilot.press("slash", *"e", "enter", "3", "t", "c", "j")
            await settled(pilot)
            before, row = browse.filters, browse.query_one(ConcernsPane).picked_row
            choice = browse.council_choice
            await pilot.press("m")
            await settled(pilot)
            shown = app.screen
            assert isinstance(shown, ThemeMapScreen)
            await pilot.press("j", "l", "right_square_bracket", "percent_sign")
            await settled(pilot)
            table = shown.query_one(ThemesTable)
            at = (table.row, table.column)
            await pilot.press("enter")
            await settled(pilot)
            assert app.screen is browse and browse.filters != before
            await pilot.press("escape")
            await settled(pilot)
            assert app.screen is shown and (table.row, table.column) == at and shown.share
            assert app.focused is table
            await pilot.press("escape")
            await settled(pilot)
            assert app.screen is browse
            assert browse.filters == before and browse.council_choice == choice
            assert browse.query_one(ConcernsPane).picked_row == row
            assert browse.query_one(Deck).active == 2
            assert kept(app) == 0 and not shown.is_running


async def test_escape_goes_back_to_journey_and_from_there_to_browse(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.query_one(CouncilsPane).pick("Tameside")
        await settled(pilot)
        before = browse.filters
        await pilot.press("J")
        await answered(pilot)
        shown = app.screen
        assert isinstance(shown, Journey)
        await pilot.press("down", "right", "right")
        await settled(pilot)
        at = shown.themes.cursor_coordinate
        await pilot.press("B")
        await settled(pilot)
        assert app.screen is browse and browse.filters.themes
        # What lies over Browse is closed first.
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is shown and shown.themes.cursor_coordinate == at
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse and browse.filters == before


async def test_escape_goes_back_through_compare_to_journey(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.query_one(CouncilsPane).pick("Tameside")
        await settled(pilot)
        await pilot.press("J")
        await answered(pilot)
        await pilot.press("equals_sign")
        await answered(pilot)
        stack = list(app.screen_stack)
        compare = stack[-1]
        assert isinstance(compare, Compare)
        for _ in range(5):  # to a number that filters can say
            if compare.pointed is None or compare.pointed.filters is None:
                await pilot.press("right")
                await answered(pilot)
        await pilot.press("B")
        await answered(pilot)
        assert app.screen is browse
        await pilot.press("escape")
        await answered(pilot)
        assert list(app.screen_stack) == stack


async def test_who_has_gone_on_is_not_sent_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("m", "enter")
        await settled(pilot)
        assert kept(app) == 1
        browse.query_one(CouncilsPane).pick("Worcestershire")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse and browse.query_one(Deck).active == 0
        assert kept(app) == 0


async def test_the_map_counts_anew_what_was_corrected_meanwhile(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("m", "enter")
        await settled(pilot)
        council = browse.filters.councils[0]
        await pilot.press("e", "4", "ctrl+s")
        await answered(pilot)
        await pilot.press("escape")
        await settled(pilot)
        shown = app.screen
        assert isinstance(shown, ThemeMapScreen)
        card = next(card for card in sample_library.councils if card.name == council)
        row = next(row for row in shown.rows if row.council == council)
        assert row.number("total") == card.concerns


async def test_only_so_many_ways_back_are_kept(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for _ in range(MOST + 2):
            await pilot.press("m", "enter")
            await settled(pilot)
        assert kept(app) == MOST


async def test_a_council_that_is_not_listed_is_listed_for_its_findings(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.choose_councils(browse.council_choice.but(regions=("West Midlands",)))
        await settled(pilot)
        filters = Filters(councils=("Tameside",), shown="concerns")
        browse.show_selection(filters, (), lambda screens, stale: None)
        await settled(pilot)
        assert browse.filters == filters
        picked = browse.query_one(CouncilsPane).picked
        assert picked and picked[0].name == "Tameside"
