"""Export from the app: a name is asked for, the file written, nothing written over unasked."""

from pathlib import Path

import pytest
from textual.widgets import Input

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.screens.export import Export


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
