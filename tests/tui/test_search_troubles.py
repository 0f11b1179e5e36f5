"""The search screen where there is no answer: misread, outrun, an empty library, a fault."""

from typing import Any

import pytest

from store.library import Library
from store.search import WordsDamaged
from tests.tui.apps import answered, app_on, browse_of, settled
from tests.tui.searching import opened, title
from tui.panes.found import FoundPane
from tui.widgets.search_input import SearchInput

WIDE = (160, 50)


async def test_what_is_not_understood_is_told(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"theme:workforse")
        note = screen.query_one("#search-note")
        assert note.display and "did you mean theme:workforce?" in str(note.render())
        assert "No sentence holds all of this" in str(screen.query_one(FoundPane).empty_content())
        await pilot.press(*["backspace"] * 2, *"ce")
        await answered(pilot)
        assert not note.display and screen.found and screen.found.count


async def test_answers_to_earlier_questions_are_dropped(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"drift")
        now = screen.found
        assert now and screen.memory.search
        stale = screen.memory.search.find(screen.memory.search.understand("children"))
        screen._show(screen._asked - 1, stale, 0.0)
        screen._show_more(screen._asked - 1, list(stale.rows))
        assert screen.found is now and screen.query_one(FoundPane).count == now.count


async def test_before_the_library_is_read_s_says_so(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.index = None
        await pilot.press("s")
        await settled(pilot)
        assert app.screen is browse


async def test_an_empty_library_can_be_searched(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"agency", "enter")
        assert screen.found and screen.found.count == 0
        assert isinstance(screen.focused, SearchInput)


async def test_a_search_that_fails_says_so(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk [sic] is gone")

    monkeypatch.setattr("tui.screens.search.search_of", fail)
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        assert "failed" in title(screen) and app.screen is screen
        assert any("the disk [sic] is gone" in told.message for told in app._notifications)
        await pilot.press("escape")


async def test_damaged_words_are_made_anew_while_searching(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"drift")
        assert screen.found and screen._search
        count = screen.found.count
        find, broken = screen._search.words.search, [True]

        def harmed(*arguments: Any) -> Any:
            if broken:
                broken.clear()
                screen._search.words.take_away()  # type: ignore[union-attr]
                raise WordsDamaged("a segment cannot be read")
            return find(*arguments)

        monkeypatch.setattr(screen._search.words, "search", harmed)
        await pilot.press("space", "backspace")
        await answered(pilot)
        assert not broken and screen.found.count == count
