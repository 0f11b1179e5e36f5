"""From where an article is checked: a finding, a visit, what is read, and without an article."""

from pathlib import Path

import pytest

from store.library import Library
from tests.library_of_quotations import id_of, library_in
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.articles import press
from tui.panes.councils import CouncilsPane
from tui.screens.chooser import Chooser
from tui.screens.coverage import CoverageScreen
from tui.screens.read import Read

SIZE = (160, 50)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


async def test_v_on_a_finding_of_an_article(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        from tui.panes.concerns import ConcernsPane

        assert browse.index is not None
        article = id_of(library, "article")
        browse.query_one(ConcernsPane).pick(browse.index.row_of(article, 2) or 0)
        await press(pilot, "v")
        assert isinstance(app.screen, CoverageScreen) and app.screen.article.id == article


async def test_v_on_a_visit_with_an_article(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        visit = next(v for v in sample_library.visits if v.council == "Tameside" and v.ordinal == 6)
        browse.query_one(CouncilsPane).pick("Tameside", visit.key)
        await press(pilot, "v")
        await settled(pilot)
        shown = app.screen
        assert isinstance(shown, CoverageScreen) and shown.coverage is not None
        assert {shown.article.id, shown.coverage.letter} == set(visit.documents)


async def test_v_elsewhere_asks_which_article(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        browse_of(app).query_one(CouncilsPane).pick("Worcestershire")
        await settled(pilot)
        await press(pilot, "3", "slash", *"nowhere-at-all", "enter")
        await press(pilot, "v")
        chooser = app.screen
        assert isinstance(chooser, Chooser)
        first = chooser._choices.choices[0][0]
        assert sample_library.records[first].is_about("Worcestershire")
        await press(pilot, "escape")
        assert app.screen is browse_of(app)


async def test_v_from_an_article_and_from_a_letter_being_read(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for kind in ("article", "monitoring-visit-letter"):
            document = library.document(id_of(library, kind))
            app.push_screen(Read(document, 0, browse_of(app).filters, {}, library))
            await press(pilot, "v")
            await settled(pilot)
            shown = app.screen
            assert isinstance(shown, CoverageScreen) and shown.coverage is not None
            assert shown.article.id == id_of(library, "article")
            assert shown.coverage.letter == id_of(library, "monitoring-visit-letter")
            await press(pilot, "escape", "escape")


async def test_without_an_article_it_says_what_to_do(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, Chooser)
        assert "No article is in the library" in app.screen._choices.empty_content().plain
        await press(pilot, "enter", "escape")
        assert app.screen is browse_of(app)
