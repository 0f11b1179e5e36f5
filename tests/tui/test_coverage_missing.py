"""An article checked where something is missing: quotations, its letter, room."""

from pathlib import Path

import pytest

import tests.library_of_quotations as made
from store.library import Library
from tests.library_of_quotations import id_of, library_in
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.articles import opened, press, rows, summary, with_article
from tui.panes.checks import ChecksPane
from tui.panes.letter import LetterPane

SIZE = (160, 50)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


async def test_an_article_without_quotations(tmp_path: Path) -> None:
    text = "Tameside told to speed up\n\nBy Jane Doe\n\n| 20 March 2019\n\n"
    text += "Tameside Council is slow.\n\nInspectors from Ofsted visited it in February.\n"
    library = with_article(tmp_path, text)
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert summary(shown).startswith("no quotations; ")
        await press(pilot, "u", "n", "j", "k", "y", "right_curly_bracket")
        pane = shown.query_one(ChecksPane)
        assert app.screen is shown and pane.picked and pane.picked.concern is not None


async def test_an_article_whose_letter_is_not_held(tmp_path: Path) -> None:
    library = with_article(tmp_path, made.ARTICLE, None)
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert "the letter it is on is not in the library" in summary(shown)
        assert "is not in the library" in str(shown.query_one("#no-letter").render())
        assert "· letter not held" in rows(shown) and "not found" not in rows(shown)
        await press(pilot, "j", "enter", "L", "f")
        assert app.screen is shown
        await press(pilot, "escape", "escape")
        assert app.screen is browse_of(app)


async def test_without_its_letter_the_pane_shows_only_where_quotations_are_from(
    tmp_path: Path,
) -> None:
    app = app_on(with_article(tmp_path, made.ARTICLE.replace("20 March 2019", "20 March 2021")))
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert shown.letter is None
        letter = shown.query_one(LetterPane)
        seen = set()
        for _ in range(5):
            await press(pilot, "u")
            check = shown.query_one(ChecksPane).picked
            assert check is not None and check.quotation is not None
            seen.add(letter.document)
            assert letter.document == check.quotation.verdict.document
            assert letter.query_one("#no-letter").display is (letter.document is None)
        assert len(seen) == 2


async def test_other_letters_of_the_council_are_not_taken_for_the_one_it_is_on(
    sample_library: Library,
) -> None:
    records = sample_library.records.values()
    article = next(r.id for r in records if r.kind == "article" and r.date == "2017-03-24")
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, article)
        assert shown.letter is None and shown.letters
        assert "Left out" not in rows(shown) and "not found" not in summary(shown)
        assert "L: 2 others." in summary(shown)
        assert "L compares it" in str(shown.query_one("#no-letter").render())
        await press(pilot, "L", "enter")
        await settled(pilot)
        assert shown.letter is not None and "Left out" in rows(shown)
        assert "so it is not what that is on" in summary(shown)


async def test_a_damaged_letter_is_told_of(library: Library) -> None:
    letter = id_of(library, "monitoring-visit-letter")
    library.file_of(letter).write_text("{", "utf-8")
    fresh = Library(library.path)
    app = app_on(fresh)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert "could not be checked" in summary(shown)
        assert any("damaged" in str(n.message) for n in app._notifications)
        await press(pilot, "j", "n", "u", "f", "L", "y", "enter", "escape", "escape")


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    words = "[red]not markup[/] \x1b[31m[/"
    text = made.ARTICLE.replace("Frontline managers", f"{words} Frontline managers")
    library = with_article(tmp_path, text.replace("Tameside told", "[b]Tameside[/] told"))
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await opened(app, pilot)
        assert "“[red]−Front-line +not markup[/] [/ Frontline managers" in rows(shown)
        assert "\x1b" not in rows(shown)
        await press(pilot, "j", "j", "y", "enter", "escape", "L", "escape", "M", "escape")
        assert app.screen is shown


async def test_after_a_resize_everything_is_still_there(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        await press(pilot, "j")
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert summary(shown) == "=2 ~1 ?1"
        assert shown.query_one(ChecksPane).display
        await press(pilot, "enter")
        assert shown.query_one(LetterPane).display
        await pilot.resize_terminal(160, 50)
        await settled(pilot)
        assert "2 of 4 quotations exact" in summary(shown)
