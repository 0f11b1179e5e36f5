"""An article beside its letter: what is checked, what follows, which article and which letter."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

import tests.library_of_quotations as made
from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from tests.library_of_quotations import id_of, library_in
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.checks import ChecksPane
from tui.panes.councils import CouncilsPane
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


async def opened(app: OfstedApp, pilot: Pilot[Any], article: str | None = None) -> CoverageScreen:
    await settled(pilot)
    library = app.library
    document = library.document(article or id_of(library, "article"))
    names = browse_of(app).vocabulary.names()
    app.push_screen(CoverageScreen(library, document, None, names))
    await settled(pilot)
    await settled(pilot)
    assert isinstance(app.screen, CoverageScreen)
    return app.screen


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def summary(screen: CoverageScreen) -> str:
    return str(screen.query_one("#summary").render())


def rows(screen: CoverageScreen) -> str:
    pane = screen.query_one(ChecksPane)
    return "\n".join(pane.row_content(n, 100, False).plain for n in range(pane.count))


def passage(screen: CoverageScreen) -> str:
    """The sentence of the letter that is set off."""
    letter = screen.query_one(LetterPane)
    pane = letter.pane
    assert pane is not None and pane.sentence >= 0
    return pane._document.sentences[pane.sentence].text


def tameside(library: Library) -> str:
    """The sample article on the visit of August 2018."""
    records = library.records.values()
    return next(r.id for r in records if r.kind == "article" and r.date == "2018-09-18")


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


# From where it opens


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


# What may be missing


def with_article(tmp_path: Path, text: str, letter: str | None = made.LETTER) -> Library:
    library = Library(tmp_path / "own" / "library.json")
    files = [tmp_path / "article.txt"]
    files[0].write_text(text, "utf-8")
    if letter:
        files.append(tmp_path / "letter.txt")
        files[1].write_text(letter, "utf-8")
    assert all(o.ok for o in take_in(files, library, Finder(labeller=made.Unlabelled())))
    return Library(library.path)


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
