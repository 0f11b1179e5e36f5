"""Every binding of every screen does something that can be seen; no key breaks any screen."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.binding import ActiveBinding
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.keys import KEYS
from tui.panes.councils import CouncilsPane
from tui.screens.browse import Browse
from tui.screens.read import Read

SIZE = (150, 45)
Open = Callable[[Pilot[Any], Library], Awaitable[None]]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def browse(pilot: Pilot[Any], library: Library) -> None:
    """At the sixth visit to Tameside, in the middle of the findings, with a theme and words."""
    await settled(pilot)
    visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
    browse_of(pilot.app).query_one(CouncilsPane).pick("Tameside", visit.key)  # type: ignore[arg-type]
    await settled(pilot)
    await press(pilot, "3", "j", "j")


async def councils(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "1")


async def visit(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "2", "i", "j")


async def read(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "enter", "pagedown")


async def article(pilot: Pilot[Any], library: Library) -> None:
    await settled(pilot)
    known = next(r for r in library.records.values() if r.kind == "article" and r.quotations)
    document, here = library.document(known.id), browse_of(pilot.app)  # type: ignore[arg-type]
    names = here.vocabulary.names()
    await pilot.app.push_screen(Read(document, 3, here.filters, names, library))
    await settled(pilot)


async def facets(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "F", "pagedown")


async def outline(pilot: Pilot[Any], library: Library) -> None:
    await read(pilot, library)
    await press(pilot, "O", "home")


async def dates(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "D")


async def tour(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "f2", "right")


async def shown_help(pilot: Pilot[Any], library: Library) -> None:
    await browse(pilot, library)
    await press(pilot, "question_mark", "j")


PLACES: dict[str, Open] = {
    "councils": councils,
    "visit": visit,
    "concerns": browse,
    "read": read,
    "article": article,
    "facets": facets,
    "outline": outline,
    "dates": dates,
    "tour": tour,
    "help": shown_help,
}
BEFORE: dict[str, tuple[str, ...]] = {
    "any-all": ("t", "w"),
    "clear-themes": ("t", "w"),
    "clear-filters": ("t", "w"),
    "page-up": ("end",),
    "row-first": ("end",),
    "row-up": ("end",),
}
"""What must be so for a key to have something to do."""
NOTHING_MORE = {
    ("councils", "councils"),
    ("councils", "pane-1"),
    ("councils", "back"),
    ("visit", "pane-2"),
    ("concerns", "pane-3"),
}
"""Keys that go where one is already; from elsewhere they are walked too."""


def picture(app: OfstedApp) -> object:
    """All that a key could change: what is painted, said, copied or asked for."""
    lines = [
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips(app.screen.size)
    ]
    styles = [
        str([segment.style for segment in strip])
        for strip in app.screen._compositor.render_strips(app.screen.size)
    ]
    told = [notice.message for notice in app._notifications]
    names = [type(screen).__name__ for screen in app.screen_stack]
    return lines, styles, told, names, app.clipboard, app.is_running, str(app.focused)


@pytest.fixture(autouse=True)
def _nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("tui.outside._start", lambda command: None)


def _walked_here(active: ActiveBinding, place: str) -> bool:
    """Bindings of the app, and those of Browse, are walked once, from the list of findings."""
    return place == "concerns" or not isinstance(active.node, OfstedApp | Browse)


@pytest.mark.parametrize("place", PLACES)
async def test_every_live_binding_changes_something(sample_library: Library, place: str) -> None:
    """One app a binding, for a key may lead anywhere; the table's own words are its help."""
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await PLACES[place](pilot, sample_library)
        bound = {
            active.binding.id: active.binding.key
            for active in app.screen.active_bindings.values()
            if active.binding.id in KEYS and active.enabled and _walked_here(active, place)
        }
    silent = []
    for id, key in bound.items():
        if (place, id) in NOTHING_MORE or id is None:
            continue
        app = app_on(sample_library)
        async with app.run_test(size=SIZE, notifications=True) as pilot:
            await PLACES[place](pilot, sample_library)
            if place in ("councils", "visit", "concerns", "read", "facets", "outline"):
                await press(pilot, *BEFORE.get(id, ()))
            before = picture(app)
            await press(pilot, key)
            if app.is_running and picture(app) == before:
                silent.append(f"{id} ({key})")
    assert silent == []


@pytest.mark.parametrize("place", PLACES)
async def test_no_key_of_the_table_breaks_a_screen(sample_library: Library, place: str) -> None:
    keys = [key for known in KEYS.values() for key in known.keys.split(",")]
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await PLACES[place](pilot, sample_library)
        for key in keys:
            if key in ("q", "ctrl+q"):
                continue
            await pilot.press(key)
            await pilot.pause()
            while len(app.screen_stack) > 6:
                app.pop_screen()
        await settled(pilot)
        assert app.is_running


@pytest.mark.parametrize("place", [name for name in PLACES if name != "dates"])
async def test_q_quits_from_everywhere(sample_library: Library, place: str) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await PLACES[place](pilot, sample_library)
        await pilot.press("q")
        await settled(pilot)
        await settled(pilot)
        assert not app.is_running


@pytest.mark.parametrize("place", PLACES)
async def test_escape_leads_back_to_browse_and_never_quits(
    sample_library: Library, place: str
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await PLACES[place](pilot, sample_library)
        await press(pilot, *["escape"] * 5)
        assert app.is_running and app.screen is browse_of(app)
        assert app.focused is browse_of(app).query_one(CouncilsPane)


async def test_q_is_a_letter_in_a_text_field(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await dates(pilot, sample_library)
        await press(pilot, "q")
        assert app.is_running
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert not app.is_running


async def test_a_click_on_the_key_bar_presses_the_key(sample_library: Library) -> None:
    from tui.widgets.key_bar import KeyBar

    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await browse(pilot, sample_library)
        bar = browse_of(app).query_one(KeyBar)
        at = bar.render().plain.index("Polarity")
        await pilot.click(bar, offset=(at, 0))
        await settled(pilot)
        assert browse_of(app).filters.shown == "strengths"
