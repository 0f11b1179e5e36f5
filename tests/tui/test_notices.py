"""Notices: one at a time, in few lines, out of the way of what a dialog says of its keys."""

import pytest
from textual.widgets._toast import Toast

from store.library import Library
from tests.tui.apps import app_on, settled
from tui.app import OfstedApp

SIZE = (80, 24)


def told(app: OfstedApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_a_notice_takes_the_place_of_the_last(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        for number in range(4):
            app.notify(f"Notice {number}.")
            await settled(pilot)
        assert told(app) == ["Notice 3."]
        (toast,) = app.screen.query(Toast)
        assert toast.outer_size.height == 1
        await pilot.press(*["ctrl+z"] * 4)
        await settled(pilot)
        assert len(app.screen.query(Toast)) == 1


async def test_what_is_not_yet_read_of_a_warning_stays(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        app.notify("It could not be kept.", severity="error")
        await settled(pilot)
        app.notify("Three documents.")
        await settled(pilot)
        assert told(app) == ["It could not be kept.", "Three documents."]
        monkeypatch.setattr("tui.notices.UNREAD", 0.0)
        app.notify("Four documents.")
        await settled(pilot)
        assert told(app) == ["Four documents."]


async def test_escape_puts_a_notice_away_and_goes_back_as_well(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        browse = app.screen
        app.notify("A notice.")
        await settled(pilot)
        assert browse.query(Toast)
        await pilot.press("x")
        await settled(pilot)
        assert not browse.query(Toast), "it is not shown twice"
        (toast,) = app.screen.query(Toast)
        assert toast.region.y == 0, "the keys of a dialog stand at its bottom"
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse and not told(app) and not app.screen.query(Toast)


async def test_problems_at_the_start_are_told_together(sample_library: Library) -> None:
    from tui.settings import Settings

    app = app_on(sample_library, settings=Settings(problems=("One [sic].", "Two.")))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        (words,) = told(app)
        assert "One [sic]." in words and "Two." in words
