"""Keys that arrive together: each goes to the screen or field that the one before it opens."""

from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from tests.tui.apps import answered, app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.councils import CouncilsPane
from tui.screens.compare import Compare
from tui.screens.compare_with import CompareWith
from tui.screens.correct import Correct
from tui.screens.dates import Dates
from tui.screens.export import Export
from tui.screens.help import Help
from tui.screens.journey import Journey
from tui.screens.read import Read
from tui.screens.search import SearchScreen
from tui.screens.theme_map import ThemeMapScreen
from tui.screens.tour import Tour

WIDE = (160, 50)


async def at_once(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys without any pause between them, as a macro or a lagging line hands them over."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        character = key if len(key) == 1 else None
        name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
        event = events.Key(name, character)
        event.set_sender(pilot.app)
        driver.send_message(event)
    await answered(pilot)
    await until_taken(pilot)


async def until_taken(pilot: Pilot[Any]) -> None:
    """Until no key waits any more."""
    app = pilot.app
    assert isinstance(app, OfstedApp)
    for _ in range(400):
        if not app.keys_waiting:
            break
        await pilot.pause(0.01)
    await answered(pilot)


def field(app: OfstedApp) -> str:
    assert isinstance(app.focused, Input)
    return app.focused.value


@pytest.mark.parametrize("times", [1, 2])
async def test_a_query_typed_behind_s_is_searched(sample_library: Library, times: int) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for _ in range(times):
            await at_once(pilot, "s", *"caseloads")
            assert isinstance(app.screen, SearchScreen) and field(app) == "caseloads"
            assert app.screen.found and app.screen.found.query.terms[0].text == "caseloads"
            await at_once(pilot, "escape", "escape")
        assert app.screen is browse_of(app)
        assert not browse_of(app).filters.themes


async def test_enter_behind_a_query_waits_for_what_it_finds(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "s", *"caseloads", "enter", "enter", "escape", "e", "4")
        assert isinstance(app.screen, Correct)
        search = app.screen_stack[-2]
        assert isinstance(search, SearchScreen) and search.memory.query == "caseloads"


async def test_enter_where_nothing_is_found_stays_in_the_field(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "s", *"zzyzx", "enter", "q")
        assert isinstance(app.screen, SearchScreen) and field(app) == "zzyzxq"


async def test_words_typed_behind_the_filter_key_filter(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "/", *"worc")
        browse = browse_of(app)
        assert app.screen is browse and field(app) == "worc"
        assert not browse.filters.themes
        await at_once(pilot, "enter", "3", "/", *"drift", "enter", "p")
        assert browse.query_one(CouncilsPane).wanted == "worc"
        assert (browse.filters.containing, browse.filters.shown) == ("drift", "strengths")


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
async def test_a_walk_through_screens_typed_at_once(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await at_once(pilot, "3", "enter", "/", *"children", "enter", "n", "O")
        read = app.screen_stack[1]
        assert isinstance(read, Read) and read.found_words == "children"
        await at_once(pilot, *["escape"] * 4)
        assert app.screen is browse_of(app)
        await at_once(pilot, "D", *"2019")
        assert isinstance(app.screen, Dates) and field(app) == "2019"
        await at_once(pilot, "escape", "?", "escape", "m", "/", *"stok")
        assert isinstance(app.screen, ThemeMapScreen) and field(app) == "stok"
        await at_once(pilot, "escape", "escape", "F", "j", "t", "d")
        assert browse_of(app).filters.themes


async def test_over_journey_and_compare(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "J", "2", "tab", "?")
        assert isinstance(app.screen, Help)
        journey = app.screen_stack[-2]
        assert isinstance(journey, Journey) and journey.section == "judgements"
        assert journey.reading
        await at_once(pilot, "escape", "escape", "escape", "=", "c", *"zz")
        assert isinstance(app.screen, CompareWith) and field(app) == "zz"
        await at_once(pilot, "escape")
        assert isinstance(app.screen, Compare)


async def test_the_name_of_a_briefing_typed_behind_its_key(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "x", *"my-briefing")
        assert isinstance(app.screen, Export) and "my-briefing" in field(app)


async def test_the_palette_takes_what_was_typed_and_not_what_stood_there(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "ctrl+p", *"colours light", "enter")
        await pilot.pause(0.1)
        assert app.theme == "ofsted-light" and app.screen is browse_of(app)


async def test_keys_typed_before_the_first_frame_wait_for_it(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await at_once(pilot, "s", *"drift")
        assert isinstance(app.screen, SearchScreen) and field(app) == "drift"


async def test_what_is_pasted_behind_a_key_goes_to_its_field(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        key, pasted = events.Key("s", "s"), events.Paste("management oversight")
        driver = app._driver
        assert driver is not None
        driver.send_message(key)
        driver.send_message(pasted)
        await until_taken(pilot)
        assert isinstance(app.screen, SearchScreen) and field(app) == "management oversight"


async def test_the_order_is_kept_through_the_tour(sample_library: Library) -> None:
    """A key that ends the tour is pressed again below, before those typed behind it."""
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await at_once(pilot, "f2")
        assert isinstance(app.screen, Tour)
        await at_once(pilot, "s", *"drift")
        assert isinstance(app.screen, SearchScreen) and field(app) == "drift"


async def test_keys_go_on_although_a_screen_never_comes(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.keys_in_turn.PATIENCE", 0.1)
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        app.keys_wait_for += 1  # as if what was to be done had been lost with its screen
        await at_once(pilot, "p")
        await pilot.pause(0.3)
        await at_once(pilot, "p")
        assert browse_of(app).filters.shown == "all"
