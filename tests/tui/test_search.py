"""The search screen: answers as one types, marked words, the passage, history, filters."""

from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from store.selection import Filters, Selection
from tests.tui.apps import answered, app_on, browse_of, settled
from tests.tui.searching import opened, shown, title
from tests.tui.test_snapshots import SIZES, Compare, sizes
from tui.app import OfstedApp
from tui.panes.found import FoundPane
from tui.screens.read import Read
from tui.widgets.search_input import SearchInput

WIDE = (160, 50)


async def test_what_is_typed_is_found_at_once(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"caseload")
        assert screen.found and screen.found.count > 0
        assert all("caseload" in row.lower() for row in shown(screen))
        await pilot.press("s")
        await answered(pilot)
        assert screen.found.query.terms[0].text == "caseloads"
        assert all("caseloads" in row.lower() for row in shown(screen))
        assert f"{screen.found.count:,} found" in title(screen) and " ms" in title(screen)
        await pilot.press(*["backspace"] * 9)
        await answered(pilot)
        assert screen.found.query.is_empty and screen.query_one(FoundPane).count == 0


async def test_the_help_on_queries_stands_where_nothing_is_asked(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        help_ = str(screen.query_one(FoundPane).empty_content())
        assert "theme:workforce" in help_ and "words that begin like this" in help_


async def test_words_are_marked_and_the_passage_follows(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"supervision", "enter")
        pane = screen.query_one(FoundPane)
        assert screen.focused is pane
        content = pane.row_content(0, 100, False)
        marked = {content.plain[s.start : s.end].lower() for s in content.spans
                  if "underline" in str(s.style)}  # fmt: skip
        assert marked == {"supervision"}
        before = str(screen.query_one("#preview").render())
        assert "supervision" in before.lower()
        await pilot.press("j")
        await answered(pilot)
        row = pane.picked_row
        assert row is not None
        finding = screen.finding(row)
        after = " ".join(str(screen.query_one("#preview").render()).split())
        assert after != " ".join(before.split())
        assert finding.text[:40] in after and finding.citation[:30] in after


async def test_enter_reads_the_sentence_and_escape_comes_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"oversight", "enter", "j")
        row = screen.query_one(FoundPane).picked_row
        assert row is not None
        finding = screen.finding(row)
        await pilot.press("enter")
        await settled(pilot)
        read = app.screen
        assert isinstance(read, Read)
        assert f"{read.document.id}:{read.sentence}" == finding.id
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is screen and screen.query_one(FoundPane).picked_row == row
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(screen.focused, SearchInput)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_the_query_and_its_history_are_remembered(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"drift", "enter", "escape", "escape")
        assert app.screen is browse_of(app)
        screen = await opened(pilot)
        field = screen.query_one(SearchInput)
        assert field.value == "drift" and screen.found and screen.found.count
        await pilot.press(*["backspace"] * 5, *"agency", "enter", "slash")
        await answered(pilot)
        assert screen.focused is field
        await pilot.press("up")
        assert field.value == "agency"
        await pilot.press("up")
        await answered(pilot)
        assert field.value == "drift" and screen.found.query.terms[0].text == "drift"
        await pilot.press("down", "down")
        assert field.value == "agency"
        await pilot.press("down")
        await answered(pilot)
        assert screen.focused is screen.query_one(FoundPane)


async def test_another_query_takes_the_place_of_the_last_and_a_cursor_key_goes_on_with_it(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, *"neglect", "enter", "escape", "escape")
        screen = await opened(pilot, *"agency")
        field = screen.query_one(SearchInput)
        assert field.value == "agency" and screen.found
        assert [term.text for term in screen.found.query.terms] == ["agency"]
        await pilot.press("enter", "slash", *" staff", "enter", "escape", "escape")
        assert app.screen is browse_of(app)
        screen = await opened(pilot, "end", *"ing")
        assert screen.query_one(SearchInput).value == "agency staffing"


async def test_f3_searches_within_the_filters_of_browsing(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse_of(app).filters = Filters(shown="concerns", themes=("workforce",))
        screen = await opened(pilot, *"children", "f3")
        assert screen.found and screen.index
        own = set(Selection(screen.index, screen.filters).rows())
        narrowed = screen.found.count
        assert narrowed and set(screen.found.rows) <= own
        assert "within concerns · workforce" in title(screen)
        await pilot.press("f3")
        await answered(pilot)
        assert screen.found.count > narrowed
        assert "in the whole library" in title(screen)


async def test_a_finding_found_can_be_copied_and_explained(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"drift", "enter", "y")
        assert app.clipboard and "drift" in app.clipboard.lower()
        await pilot.press("n", "N", "w")
        await settled(pilot)
        assert app.screen is not screen
        await pilot.press("escape")


async def test_more_than_a_screenful_follows(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.search.AT_ONCE", 3)
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"children")
        pane = screen.query_one(FoundPane)
        assert screen.found and screen.found.count > 3
        assert pane.count == screen.found.count
        rows = [pane._rows[place] for place in range(pane.count)]
        assert rows[:3] == list(screen.found.rows) and len(set(rows)) == len(rows)


async def test_the_library_read_anew_is_searched_anew(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"drift", "escape")
        first = screen.memory.search
        await pilot.press("f5")
        await settled(pilot)
        screen = await opened(pilot)
        assert screen.memory.search is not first
        assert screen.memory.search and screen.memory.search.index is browse_of(app).index


# Pictures


def typing(query: str, *keys: str) -> Any:
    async def steps(pilot: Pilot[Any]) -> None:
        screen = await opened(pilot)
        field = screen.query_one(SearchInput)
        field.cursor_blink = False
        field.value = query
        field.cursor_position = len(query)
        await answered(pilot)
        for key in keys:
            await pilot.press(key)
            await answered(pilot)

    return steps


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time passes, so that the pictures do not tell how long a search took."""
    monkeypatch.setattr("tui.screens.search.perf_counter", lambda: 0.0)


def on(library: Library, theme: str = "dark") -> OfstedApp:
    return app_on(library, theme=theme)


@sizes
@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.usefixtures("still")
def test_search(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    steps = typing('supervis* "social workers"', "enter", "j")
    assert snap_compare(on(sample_library, theme), terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
@pytest.mark.usefixtures("still")
def test_search_help(snap_compare: Compare, sample_library: Library, size: str) -> None:
    assert snap_compare(on(sample_library), terminal_size=SIZES[size], run_before=typing(""))


@pytest.mark.usefixtures("still")
def test_search_not_understood(snap_compare: Compare, sample_library: Library) -> None:
    steps = typing("theme:workforse agency")
    assert snap_compare(on(sample_library), terminal_size=(80, 24), run_before=steps)


@pytest.mark.usefixtures("still")
def test_search_high_contrast_filtered(snap_compare: Compare, sample_library: Library) -> None:
    steps = typing("children", "f3")
    app = on(sample_library, "contrast")
    assert snap_compare(app, terminal_size=(120, 40), run_before=steps)


@pytest.mark.usefixtures("still")
def test_search_no_color(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    steps = typing("caseloads", "enter")
    assert snap_compare(on(sample_library), terminal_size=(80, 24), run_before=steps)


@pytest.mark.usefixtures("still")
def test_search_braille_display(snap_compare: Compare, sample_library: Library) -> None:
    steps = typing("caseloads", "enter")
    assert snap_compare(on(sample_library), terminal_size=(40, 12), run_before=steps)
