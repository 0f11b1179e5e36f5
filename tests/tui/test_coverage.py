"""An article beside its letter: what is checked, what follows, other articles and letters."""

import re
from pathlib import Path

import pytest

from store.library import Library
from tests.library_of_quotations import library_in
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.articles import opened, passage, press, rows, summary, tameside
from tui.panes.checks import ChecksPane
from tui.panes.document import DocumentPane
from tui.panes.letter import LetterPane
from tui.screens.chooser import Chooser
from tui.screens.coverage import CoverageScreen
from tui.screens.read import Read
from tui.widgets.deck import Deck

SIZE = (160, 50)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


async def test_the_summary_and_the_rows(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert "2 of 4 quotations exact, 1 altered, 1 not found, 1 in somebody’s own words" in (
            summary(shown)
        )
        assert "Beside: Tameside, monitoring visit letter of 14 Mar 2019." in summary(shown)
        drawn = rows(shown)
        assert "= exact" in drawn and "? not found" in drawn and "· own words" in drawn
        assert "“−Front-line +Frontline managers keep a close eye on visits" in drawn
        assert "Figures  none" in drawn and "Left out" in drawn
        pane = shown.query_one(ChecksPane)
        assert pane.picked is not None and pane.picked.quotation is not None
        assert pane.picked.quotation.number == 0


async def test_the_panes_follow_the_quotations(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        article = shown.query_one("#article", DocumentPane)
        await press(pilot, "j")
        assert passage(shown).startswith("The pace of change is uneven")
        assert "pace of change" in article._document.sentences[article.sentence].text
        await press(pilot, "down")
        assert passage(shown).startswith("Front-line managers")
        await press(pilot, "u")
        letter = shown.query_one(LetterPane)
        assert letter.border_subtitle == "not found in any document held"
        await press(pilot, "U", "U")
        assert passage(shown).startswith("The pace of change is uneven")
        assert letter.border_subtitle == ""
        await press(pilot, "U", "U")
        pane = shown.query_one(ChecksPane)
        assert pane.picked and pane.picked.quotation and pane.picked.quotation.number == 4


async def test_headings_are_passed_over_and_parts_can_be_jumped_to(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, tameside(sample_library))
        pane = shown.query_one(ChecksPane)
        seen = []
        for _ in range(pane.count):
            await pilot.press("j")
            await pilot.pause()
            assert pane.picked is not None
            seen.append(pane.picked.part)
        assert list(dict.fromkeys(seen)) == ["Quotations", "Figures", "Left out"]
        await press(pilot, "g", "right_curly_bracket")
        assert pane.picked and pane.picked.figure is not None
        said = pane.picked.figure.sentence
        assert said is not None and shown.letter is not None
        assert passage(shown) == shown.letter.sentences[said].text
        await press(pilot, "right_curly_bracket")
        assert pane.picked and pane.picked.concern is not None
        assert passage(shown) == shown.letter.sentences[pane.picked.concern].text  # type: ignore[union-attr]
        assert "left out" in str(shown.query_one(LetterPane).border_subtitle)
        await press(pilot, "right_curly_bracket", "left_curly_bracket")
        assert pane.picked and pane.picked.figure is not None
        await press(pilot, "G")
        assert pane.picked and pane.picked.part == "Left out"


async def test_n_goes_through_what_differs(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, tameside(sample_library))
        pane = shown.query_one(ChecksPane)
        every = [n for n, check in enumerate(pane.checks) if check.differs]
        for place in [*every[:4], every[3], every[2]]:
            await press(pilot, "n" if place > pane.highlighted else "N")
            assert pane.highlighted in every
        await press(pilot, "g", "N")
        assert pane.highlighted == every[-1]  # round at the ends
        await press(pilot, "n")
        assert pane.highlighted == every[0]


async def test_themes_left_out_whole_come_first(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, tameside(sample_library))
        found = shown.coverage
        assert found is not None and found.named_themes
        assert f"{found.covered_themes} of {len(found.named_themes)} themes of the letter" in (
            summary(shown)
        )
        drawn = rows(shown)
        whole = re.search(r"\? (?:not mentioned|left out: all)", drawn)
        assert whole and whole.start() < drawn.index("~ left out")
        assert "= taken up" in drawn
        assert "= same  average caseload: 18.5 cases" in drawn


async def test_enter_goes_on_to_the_letter_and_escape_comes_back(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await opened(app, pilot)
        deck = shown.query_one(Deck)
        await press(pilot, "j", "enter")
        letter = shown.query_one(LetterPane)
        assert deck.active == 2 and letter.display and app.focused is letter.pane
        await press(pilot, "u")  # walks on while the letter is read
        assert passage(shown).startswith("Front-line managers") and deck.active == 2
        await press(pilot, "escape")
        assert deck.active == 0 and app.screen is shown
        await press(pilot, "2")
        assert app.focused is shown.query_one("#article")
        await press(pilot, "tab", "shift+tab", "1", "escape")
        assert app.screen is browse_of(app)


async def test_f_reads_the_passage_full_screen(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        await press(pilot, "j", "f")
        read = app.screen
        assert isinstance(read, Read)
        assert read.document.sentences[read.sentence].text.startswith("The pace of change")
        await press(pilot, "escape", "u", "u", "f")
        assert app.screen is shown  # not found: there is nothing to read


async def test_another_letter(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, tameside(sample_library))
        first = shown.coverage
        assert first is not None and "nearest before" not in summary(shown)
        await press(pilot, "L")
        assert isinstance(app.screen, Chooser)
        await press(pilot, "escape", "L", "j", "enter")
        await settled(pilot)
        assert app.screen is shown and shown.coverage is not None
        assert shown.coverage.letter == shown.letters[1].id != first.letter
        assert shown.coverage.quotations == first.quotations
        assert "inspection report" in summary(shown)
        assert "perhaps not what that is on" in summary(shown)


async def test_a_quotation_from_another_document_is_shown_in_it(sample_library: Library) -> None:
    records = sample_library.records.values()
    article = next(r.id for r in records if r.kind == "article" and r.date == "2018-08-31")
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, article)
        letter = shown.query_one(LetterPane)
        assert shown.letter is None
        await press(pilot, "L", "enter")
        await settled(pilot)
        await press(pilot, "g", "u")
        assert shown.letter is not None and letter.document != shown.letter.id
        assert letter.border_subtitle == "another document than the letter"
        assert "from: Ofsted, Dudley inspection report" in rows(shown)
        await press(pilot, "U")
        assert letter.document == shown.letter.id


async def test_another_article(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, tameside(sample_library))
        await press(pilot, "M")
        chooser = app.screen
        assert isinstance(chooser, Chooser) and len(chooser._choices.choices) == 4
        await press(pilot, "j", "enter")
        await settled(pilot)
        other = app.screen
        assert isinstance(other, CoverageScreen) and other is not shown
        assert other.coverage is not None and other.coverage.article != shown.article.id
        await press(pilot, "escape")
        assert app.screen is browse_of(app)


async def test_copy_names_the_article_and_the_letter(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await press(pilot, "u", "u", "y")
        assert "“Frontline managers keep" in app.clipboard
        assert "altered (“Frontline” for “Front-line”)" in app.clipboard
        assert "“Front-line managers keep a close eye" in app.clipboard
        assert "monitoring visit letter" in app.clipboard and "Tameside told" in app.clipboard
        await press(pilot, "right_curly_bracket", "y")
        assert "Tameside monitoring visit letter" in app.clipboard
