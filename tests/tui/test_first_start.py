"""The first start: an empty library offers only what is of use; what is wrong is told and stays."""

import pytest
from textual.widgets._toast import Toast

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from tests.conftest import SAMPLES
from tests.tui.apps import app_on, browse_of, settled
from tui.screens.problems import Problems
from tui.screens.tour import Tour
from tui.session import Session
from tui.settings import Settings
from tui.widgets.key_bar import KeyBar


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
async def test_an_empty_library_offers_to_add(
    empty_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        bar = browse_of(app).query_one(KeyBar)
        assert "a Add" in str(bar.render())
        assert not {"Export", "Copy", "Why", "Search"} & set(str(bar.render()).split())
        await pilot.press("escape")
        await settled(pilot)
        assert "a Add" in str(bar.render())
        list(take_in(sorted(SAMPLES.iterdir())[:1], empty_library, Finder()))
        empty_library.refresh()
        browse_of(app).load()
        await settled(pilot)
        assert "Export" in str(bar.render())


@pytest.mark.parametrize("many", [False, True])
async def test_what_is_wrong_is_told_behind_the_tour(
    sample_library: Library, tmp_path_factory: pytest.TempPathFactory, many: bool
) -> None:
    file = tmp_path_factory.mktemp("state") / "session.json"
    wrong = tuple(
        f"[keys] line {n}: there is no command “none{n}”" for n in range(9 if many else 1)
    )
    app = app_on(sample_library, settings=Settings(problems=wrong), session=Session(file))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Tour)
        await pilot.press("escape")
        await settled(pilot)
        if not many:
            (toast,) = app.screen.query(Toast)
            assert "line 0" in str(toast.render())
            return
        assert isinstance(app.screen, Problems)
        told = str(app.screen.query_one("#problems-text").render())
        assert all(f"line {n}:" in told for n in range(9))
        await pilot.press("j", "escape")
        await settled(pilot)
        assert app.screen is browse_of(app)
