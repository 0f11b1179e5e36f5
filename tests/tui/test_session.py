"""What is remembered between runs, and that nothing in the file can stop the app."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.library import Library
from store.selection import Filters
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.tour import Tour
from tui.session import Place, Session
from tui.widgets.deck import Deck

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def test_a_place_comes_back(tmp_path: Path) -> None:
    file, library = tmp_path / "state" / "session.json", tmp_path / "library.json"
    place = Place("Dudley", "v", "d:3", Filters(themes=("workforce",), shown="all"), {}, 2)
    session = Session(file)
    session.remember(library, place, {"councils": 50, "visit": 0})
    session.tour_seen = True
    assert session.save() is None
    again = Session(file)
    assert again.place(library) == place
    assert again.sizes == {"councils": 50, "visit": 0} and again.tour_seen
    assert again.place(tmp_path / "other.json") is None
    assert [each.name for each in file.parent.iterdir()] == ["session.json"]


@pytest.mark.parametrize(
    "words", ["", "{", "[]", "null", '{"version": 99, "tour_seen": true}', "\x00\xff", "[" * 99999]
)
def test_a_file_that_cannot_be_used_is_passed_over(tmp_path: Path, words: str) -> None:
    file = tmp_path / "session.json"
    file.write_text(words, "utf-8")
    session = Session(file)
    assert not session.tour_seen and session.sizes == {}
    assert session.place(tmp_path / "library.json") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=JSON, panes=JSON, place=JSON)
def test_no_content_breaks_it(tmp_path: Path, places: object, panes: object, place: object) -> None:
    library = tmp_path / "library.json"
    fields = ("council", "visit", "finding", "filters", "choice", "pane")
    for known in (places, {str(library): place}, {str(library): dict.fromkeys(fields, place)}):
        file = tmp_path / "session.json"
        file.write_text(json.dumps({"version": 1, "places": known, "panes": panes}), "utf-8")
        session = Session(file)
        found = session.place(library)
        assert found is None or found.pane in (0, 1, 2)
        assert set(session.sizes) <= {"councils", "visit"}
        assert session.save() is None


def test_settings_changed_since_win_over_the_remembered_theme(tmp_path: Path) -> None:
    session = Session(tmp_path / "session.json")
    session.remember_theme("ofsted-light", "ofsted-dark")
    assert session.theme_over("ofsted-dark") == "ofsted-light"
    assert session.theme_over("ofsted-contrast") == "ofsted-contrast"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    session = Session(tmp_path / "file" / "session.json")
    assert "cannot be written" in (session.save() or "")


async def test_the_app_opens_where_it_was_left(sample_library: Library, tmp_path: Path) -> None:
    file = tmp_path / "state" / "session.json"
    first = app_on(sample_library, session=_after_tour(file))
    async with first.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        browse = browse_of(first)
        visit = next(v for v in sample_library.visits if v.council == "Tameside" and v.ordinal == 6)
        browse.query_one(CouncilsPane).pick("Tameside", visit.key)
        await settled(pilot)
        await pilot.press("S", "greater_than_sign", "3", "p", "j", "j", "ctrl+t")
        await settled(pilot)
        row = browse.query_one(ConcernsPane).picked_row
        filters, width = browse.filters, browse.query_one("#councils").outer_size.width
        await pilot.press("q")
        await pilot.pause()
    second = app_on(sample_library, session=Session(file))
    async with second.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await settled(pilot)
        browse = browse_of(second)
        picked = browse.query_one(CouncilsPane).picked
        assert picked and picked[1] and picked[1].key == visit.key
        assert browse.filters == filters and filters.shown == "strengths"
        assert browse.query_one(ConcernsPane).picked_row == row
        assert browse.council_choice.order == "judgement"
        assert browse.query_one("#councils").outer_size.width == width
        assert browse.query_one(Deck).active == 2 and second.theme == "ofsted-light"


def _after_tour(file: Path) -> Session:
    session = Session(file)
    session.tour_seen = True
    return session


async def test_what_is_no_longer_there_is_passed_over(
    sample_library: Library, tmp_path: Path
) -> None:
    session = _after_tour(tmp_path / "session.json")
    gone = Place("Atlantis", "Atlantis|x", "no:99", Filters(themes=("gone",)), {"order": 3}, 1)
    session.remember(sample_library.path, gone, {})
    app = app_on(sample_library, session=session)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        picked = browse_of(app).query_one(CouncilsPane).picked
        assert picked and picked[0].name == "Dudley"
        assert browse_of(app).filters.themes == ()


async def test_the_tour_is_shown_once_and_can_be_skipped(
    sample_library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "session.json"
    app = app_on(sample_library, session=Session(file))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Tour)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)
    again = app_on(sample_library, session=Session(file))
    async with again.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert again.screen is browse_of(again)


async def test_the_tour_has_four_steps_and_goes_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f2")
        await settled(pilot)
        titles = []
        for _ in range(4):
            titles.append(str(app.screen.query_one("#tour").border_title))
            await pilot.press("enter")
            await settled(pilot)
        assert [title[-6:] for title in titles] == [f"{step} of 4" for step in (1, 2, 3, 4)]
        assert app.screen is browse_of(app)
        await pilot.press("f2", "right", "left")
        await settled(pilot)
        assert isinstance(app.screen, Tour) and app.screen.step == 0


async def test_a_key_of_the_screen_ends_the_tour_and_acts(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f2")
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert browse_of(app).filters.shown == "strengths"


async def test_an_empty_library_has_no_tour(empty_library: Library, tmp_path: Path) -> None:
    app = app_on(empty_library, session=Session(tmp_path / "session.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.screen is browse_of(app)


def test_the_demo_keeps_no_place(tmp_path: Path) -> None:
    session = Session(tmp_path / "session.json", follow=False)
    session.remember(tmp_path / "library.json", Place("Dudley"), {"councils": 50})
    assert session.place(tmp_path / "library.json") is None and session.sizes == {}
