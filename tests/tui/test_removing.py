"""Documents that name no council are seen, and any document can be removed, if that is meant."""

from pathlib import Path

import pytest

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library
from tests.tui.apps import answered, app_on, browse_of, settled
from tests.tui.test_palette import choose
from tui.app import OfstedApp
from tui.panes.councils import CouncilsPane
from tui.screens.chooser import Chooser
from tui.screens.read import Read
from tui.widgets.deck import Deck

WIDE = (160, 50)
LIST = "Shopping list: milk, bread, eggs and two pounds of apples. The queue was too long again.\n"
"""A text that names no council. The name of its file is as hostile as can be."""
NAME = "shop [bold] ping [@x].txt"


@pytest.fixture
def with_a_list(sample_library: Library, tmp_path: Path) -> Library:
    file = tmp_path / NAME
    file.write_text(LIST, "utf-8")
    outcomes = list(take_in(files_under([file]), sample_library, Finder()))
    assert all(outcome.ok for outcome in outcomes)
    assert any(not record.councils for record in sample_library.records.values())
    return sample_library


def names(app: OfstedApp) -> list[str]:
    pane = browse_of(app).query_one(CouncilsPane)
    return [card.name for card, visit in pane.items if visit is None]


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
async def test_what_names_no_council_has_a_row(with_a_list: Library, size: tuple[int, int]) -> None:
    app = app_on(with_a_list)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        assert names(app)[-1] == "" and str(pane.border_subtitle) == "4"
        await pilot.press("end", "p", "p")
        await settled(pilot)
        assert "no council" in pane.row_content(pane.highlighted, 78, True).plain
        assert browse.sub_title == "all sentences · no council"
        assert browse.selection is not None and browse.index is not None
        (record,) = [r for r in with_a_list.records.values() if not r.councils]
        told = {browse.index.place_of(row).document for row in browse.selection.rows()}
        assert told == {record.id} and browse.selection.count == record.sentences
        assert "[@x].txt" in str(browse.query_one("#facts").render())
        for key in ("J", "equals_sign", "m", "escape", "enter", "enter", "escape", "escape"):
            await pilot.press(key)
            await settled(pilot)
        assert app.screen is browse


async def test_without_such_a_document_there_is_no_such_row(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "" not in names(app) and len(names(app)) == 4


async def test_the_palette_opens_a_document_by_its_name(with_a_list: Library) -> None:
    app = app_on(with_a_list)
    async with app.run_test(size=(120, 40)) as pilot:
        await choose(pilot, "document shop")
        assert isinstance(app.screen, Read)
        assert app.screen.document.source.name == NAME


async def test_a_document_is_removed_when_that_is_said(with_a_list: Library) -> None:
    app = app_on(with_a_list)
    before = len(with_a_list)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("end", "delete")
        await settled(pilot)
        assert isinstance(app.screen, Chooser)
        await pilot.press("enter")  # what is highlighted first keeps it
        await answered(pilot)
        assert app.screen is browse_of(app) and len(with_a_list) == before
        await pilot.press("delete", "escape")
        await answered(pilot)
        assert len(with_a_list) == before
        await pilot.press("delete", "down", "enter")
        await answered(pilot)
        assert len(with_a_list) == before - 1 and "" not in names(app)
        assert any("is removed" in str(note.message) for note in app._notifications)
        assert browse_of(app).filters.councils[0] in names(app)
    assert len(Library(with_a_list.path)) == before - 1


async def test_of_several_documents_one_is_chosen(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        held = [r.id for r in sample_library.records.values() if r.is_about("Dudley")]
        await pilot.press("delete")
        await settled(pilot)
        shown = app.screen
        assert isinstance(shown, Chooser)
        assert [id for id, _ in shown._choices.choices] == held
        await pilot.press("down", "enter")
        await settled(pilot)
        assert set(sample_library.records) >= set(held)
        await pilot.press("down", "enter")
        await answered(pilot)
        left = [id for id in held if id in sample_library.records]
        assert left == [held[0], *held[2:]]


async def test_in_the_findings_it_is_the_document_of_the_finding(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("3", "end")
        await settled(pilot)
        document = browse.picked_sentence
        assert document is not None and browse.query_one(Deck).active == 2
        id = document[0].id
        await pilot.press("delete", "down", "enter")
        await answered(pilot)
        assert id not in sample_library.records
        assert browse.selection is not None and browse.selection.count
        assert id not in [place.document for place in browse.index.places if browse.index]


async def test_the_last_document_removed_leaves_the_welcome(
    empty_library: Library, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    file.write_text(LIST, "utf-8")
    list(take_in(files_under([file]), empty_library, Finder()))
    app = app_on(empty_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert names(app) == [""]
        await pilot.press("delete", "down", "enter")
        await answered(pilot)
        assert len(empty_library) == 0 and names(app) == []
        assert "Press a to add" in str(browse_of(app).query_one("#facts").render()).replace(
            "\n", " "
        )


async def test_a_page_for_reading_removes_nothing(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for mode in ("read", "write"):
        monkeypatch.setenv("OFSTED_TUI_SERVED", mode)
        app = app_on(sample_library)
        async with app.run_test(size=WIDE) as pilot:
            await settled(pilot)
            await pilot.press("delete")
            await settled(pilot)
            assert app.screen is browse_of(app)
            await app.run_action("remove_document", browse_of(app))
            await settled(pilot)
            assert app.screen is browse_of(app)
