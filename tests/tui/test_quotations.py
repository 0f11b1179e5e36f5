"""Quotations in Read with their verdicts, and whose words Browse shows."""

from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from tests.library_of_quotations import id_of, library_in
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.concerns import ConcernsPane
from tui.panes.document import DocumentPane
from tui.panes.quotation import QuotationNote
from tui.screens.read import Read

SIZE = (110, 40)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


async def open_article(app: Any, pilot: Any, library: Library, kind: str = "article") -> Read:
    await settled(pilot)
    document = library.document(id_of(library, kind))
    browse = browse_of(app)
    app.push_screen(Read(document, 0, browse.filters, {}, library))
    await settled(pilot)
    assert isinstance(app.screen, Read)
    return app.screen


def note(read: Read) -> str:
    return str(read.query_one(QuotationNote).render())


def rows(read: Read) -> str:
    pane = read.query_one(DocumentPane)
    return "\n".join(pane.row_content(n, 100, False).plain for n in range(pane.count))


async def test_quotations_stand_under_their_paragraphs_with_verdicts(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_article(app, pilot, library)
        shown = rows(read)
        assert "= exact  “uneven”" in shown
        assert "~ altered  “Frontline managers" in shown
        assert "? not found  “Nothing has been done" in shown
        assert "· own words  “We are proud" in shown
        assert "Quotations: 2 exact, 1 altered, 1 not found, 1 own words" in note(read)


async def test_u_walks_and_the_note_tells_what_differs(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_article(app, pilot, library)
        await pilot.press("u", "u", "u")
        await settled(pilot)
        assert read.at_hand == 2
        told = note(read)
        assert "~ altered" in told and "quotation 3 of 5" in told
        assert "“Frontline” for “Front-line”" in told
        assert "monitoring visit letter" in told and "said by: letter" in told
        await pilot.press("U")
        assert read.at_hand == 1
        await pilot.press("u", "u", "u", "u")
        assert read.at_hand == 0
        await pilot.press("U")
        assert read.at_hand == 4


async def test_f_reads_the_passage_a_quotation_is_from(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_article(app, pilot, library)
        await pilot.press("u", "u", "f")
        await settled(pilot)
        source = app.screen
        assert isinstance(source, Read) and source is not read
        assert source.document.kind == "monitoring-visit-letter"
        passage = source.document.sentences[source.sentence].text
        assert passage.startswith("The pace of change is uneven")
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is read
        await pilot.press("u", "u", "f")  # not found anywhere
        await settled(pilot)
        assert app.screen is read


async def test_the_note_follows_the_highlight(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_article(app, pilot, library)
        await pilot.press("j")
        await settled(pilot)
        assert read.at_hand == 0 and "“uneven”" in note(read)
        await pilot.press("G")
        await settled(pilot)
        assert read.at_hand is None and "walks through them" in note(read)


async def test_a_letter_has_no_quotations_to_walk(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_article(app, pilot, library, "monitoring-visit-letter")
        assert not read.query_one(QuotationNote).display
        assert not read.active_bindings.get("u")
        await pilot.press("u", "U", "f")
        assert app.screen is read and read.at_hand is None


async def test_capital_v_walks_through_the_voices(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(ConcernsPane)

        def voices() -> set[str]:
            shown = browse.selection.rows() if browse.selection else []
            return {browse.finding(row).voice for row in shown}

        def drawn() -> str:
            return "\n".join(pane.row_content(n, 90, False).plain for n in range(pane.count))

        assert voices() == {"ofsted", "council", "reporter"}
        assert "council says · " in drawn()
        await pilot.press("V")
        await settled(pilot)
        assert voices() == {"ofsted", "reporter"} and "council says" not in drawn()
        assert "without the council’s words" in browse.sub_title
        await pilot.press("V")
        await settled(pilot)
        assert voices() == {"ofsted"} and "only Ofsted’s words" in browse.sub_title
        await pilot.press("V")
        await settled(pilot)
        assert "council" in voices() and "words" not in browse.sub_title


async def test_hostile_words_of_an_article_are_shown_as_they_are(tmp_path: Path) -> None:
    import tests.library_of_quotations as made

    library = library_in(tmp_path)
    article = library.document(id_of(library, "article"))
    words = "[red]not markup[/] \x1b[31m[/"
    hostile = made.ARTICLE.replace("Nothing has been done", words)
    (tmp_path / "hostile.txt").write_text(hostile, "utf-8")
    from store.findings.finder import Finder
    from store.intake import take_in

    list(take_in([tmp_path / "hostile.txt"], library, Finder(labeller=made.Unlabelled())))
    fresh = Library(library.path)
    other = next(r.id for r in fresh.records.values() if r.kind == "article" and r.id != article.id)
    app = app_on(fresh)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(Read(fresh.document(other), 0, browse_of(app).filters, {}, fresh))
        await settled(pilot)
        await pilot.press("u", "u", "u", "u")
        await settled(pilot)
        read = app.screen
        assert isinstance(read, Read) and "[red]not markup[/]" in note(read)
        assert "\x1b" not in note(read) and "\x1b" not in rows(read)
