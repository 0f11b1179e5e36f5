"""Export from the app: a name is asked for, the file written, nothing written over unasked."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from store.library import Library
from tests.tui.apps import answered, app_on, browse_of, settled
from tui.app import OfstedApp
from tui.screens.export import Export
from tui.screens.read import Read


async def test_x_writes_what_is_selected(sample_library: Library, tmp_path: Path) -> None:
    out = tmp_path / "workforce.csv"
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("t", "w")
        await settled(pilot)
        selected = browse_of(app).selection
        assert selected is not None
        await pilot.press("x")
        await settled(pilot)
        assert isinstance(app.screen, Export)
        app.screen.query_one(Input).value = str(out)
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert len(out.read_text("utf-8-sig").splitlines()) - 1 == selected.count


def tables_shown(app: OfstedApp) -> str:
    shown = app.screen.query_one("#export-table")
    return str(shown.render()) if shown.display else ""


async def test_the_table_is_chosen_where_one_is_written(
    sample_library: Library, tmp_path: Path
) -> None:
    out = tmp_path / "visits.csv"
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert isinstance(app.screen, Export)
        await pilot.press("down")
        assert not tables_shown(app) and app.screen.table == "findings"
        app.screen.query_one(Input).value = str(out)
        await settled(pilot)
        assert tables_shown(app).startswith("Table findings")
        await pilot.press("up", "down", "down", "down", "down")
        await settled(pilot)
        assert tables_shown(app).startswith("Table visits")
        await pilot.press("enter")
        await settled(pilot)
        rows = out.read_text("utf-8-sig").splitlines()
        assert rows[0].split(",")[:3] == ["council", "kind", "ordinal"]
        [told] = [note.message for note in app._notifications if note.title == "Written"]
        assert told.endswith(f"a table, {len(rows) - 1} visits.")


async def test_a_table_is_chosen_by_a_click(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        app.screen.query_one(Input).value = "all.JSONL"
        await settled(pilot)
        place = tables_shown(app).rindex("quotations") + 2  # two of padding
        await pilot.click("#export-table", offset=(place, 0))
        await settled(pilot)
        assert isinstance(app.screen, Export) and app.screen.table == "quotations"
        await pilot.click("#export-table", offset=(2, 0))
        assert app.screen.table == "quotations"


async def test_everything_is_in_sight_on_a_small_terminal(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        app.screen.query_one(Input).value = "t.csv"
        await settled(pilot)
        assert ".xlsx" in str(app.screen.query_one("#export-forms").render())
        state = app.screen.query_one("#export-state")
        assert app.screen.max_scroll_y == 0 and state.region.bottom <= 12


async def test_a_file_is_written_over_only_when_asked_twice(
    sample_library: Library, tmp_path: Path
) -> None:
    out = tmp_path / "mine.jsonl"
    out.write_text("mine")
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        app.screen.query_one(Input).value = str(out)
        await pilot.pause()
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, Export) and out.read_text() == "mine"
        assert "exists already" in str(app.screen.query_one("#export-state").render())
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is browse_of(app) and out.read_text() != "mine"


async def test_an_unknown_form_is_told_and_escape_leaves(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        app.screen.query_one(Input).value = "briefing.pdf"
        await pilot.press("enter")
        await settled(pilot)
        assert "must end in" in str(app.screen.query_one("#export-state").render())
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_an_empty_library_has_nothing_to_export(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert any("nothing to export" in note.message for note in app._notifications)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_the_dialog_holds_all_of_it_within_its_frame(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert "Into" in str(app.screen.query_one("#export-state").render())
        app.screen.query_one(Input).value = "no/such/folder/of/this/name/briefing.docx"
        await pilot.press("enter")
        await settled(pilot)
        box = app.screen.query_one("#export")
        assert app.screen.region.contains_region(box.region), "frame and hints are on the screen"
        assert "enter writes" in str(box.border_subtitle)
        inside = box.content_region
        for part in ("#export-name", "#export-state"):
            region = app.screen.query_one(part).region
            assert inside.contains_region(region) and region.height, part
        forms = app.screen.query_one("#export-forms").region
        assert forms.x >= inside.x and forms.right <= inside.right
        assert size[1] < 20 or inside.contains_region(forms)


@pytest.mark.parametrize(("keys", "shown"), [([], "concerns"), (["p", "p"], "all")])
async def test_what_is_read_is_written(
    sample_library: Library, tmp_path: Path, keys: list[str], shown: str
) -> None:
    """From Read only the document that is read, with what is marked there."""
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("3", "enter", *keys, "x")
        await settled(pilot)
        read, export = app.screen_stack[-2:]
        assert isinstance(read, Read) and isinstance(export, Export)
        field = export.query_one(Input)
        assert read.document.councils[0].name.lower() in field.value
        out = tmp_path / "read.jsonl"
        field.value = str(out)
        await pilot.press("enter")
        await answered(pilot)
        assert app.screen is read
        rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        wanted = len(read.document.sentences) if shown == "all" else len(read.findings)
        assert len(rows) == wanted > 0
        assert read.document.date in out.read_text("utf-8")
