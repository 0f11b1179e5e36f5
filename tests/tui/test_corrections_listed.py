"""The list of all corrections: gone to, removed, corrected again, written as training data."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from store.selection import Filters
from tests.tui.apps import app_on, settled
from tests.tui.correcting import at_findings, press
from tui.app import OfstedApp
from tui.screens.browse import Browse
from tui.screens.corrections import CorrectionRows, CorrectionsScreen
from tui.screens.export_corrections import ExportCorrections
from tui.screens.read import Read

WIDE = (160, 50)


async def some_corrections(app: OfstedApp, pilot: Pilot[Any]) -> tuple[Browse, CorrectionRows]:
    """Two corrections and the list of them."""
    browse, _ = await at_findings(app, pilot)
    browse.filters = Filters(shown="all", visit=browse.filters.visit, councils=("Tameside",))
    await settled(pilot)
    await press(pilot, "e", "2", "enter", "j", "exclamation_mark", "E")
    assert isinstance(app.screen, CorrectionsScreen)
    return browse, app.screen.query_one(CorrectionRows)


async def test_the_list_goes_to_the_finding_and_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, rows = await some_corrections(app, pilot)
        shown = [rows.row_content(n, 90, False).plain for n in range(rows.count)]
        assert rows.count == 2 and "⚑ flagged" in shown[0] and "→ strength" in shown[1]
        assert all("Ofsted, Tameside monitoring visit letter" in " ".join(s.split()) for s in shown)
        await press(pilot, "j", "enter")
        read = app.screen
        assert isinstance(read, Read) and read.document.sentences[read.sentence].corrected
        await press(pilot, "escape")
        assert isinstance(app.screen, CorrectionsScreen)
        await press(pilot, "E")
        assert app.screen is browse


async def test_one_is_removed_and_brought_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, rows = await some_corrections(app, pilot)
        await press(pilot, "j", "delete")
        assert rows.count == 1 and len(Library(sample_library.path).corrections) == 1
        assert browse.selection is not None
        assert not any(browse.finding(r).corrected for r in browse.selection.rows())
        await press(pilot, "ctrl+z")
        assert rows.count == 2 and len(Library(sample_library.path).corrections) == 2
        assert any(browse.finding(r).corrected for r in browse.selection.rows())


async def test_one_is_corrected_again_from_the_list(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        _, rows = await some_corrections(app, pilot)
        await press(pilot, "j", "e", "4", "enter")
        assert isinstance(app.screen, CorrectionsScreen) and rows.count == 2
        assert rows.placed[0].correction.polarity == "neutral", "changed last, shown first"
        picked = rows.picked
        assert picked is not None and picked.correction.polarity == "neutral"


async def test_an_orphan_is_marked_and_kept(sample_library: Library, told: list[str]) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        _, rows = await some_corrections(app, pilot)
        text = rows.placed[0].correction.text
        await press(pilot, "escape")
    file = sample_library.path
    with sample_library.changing():
        for id, record in list(sample_library.records.items()):
            if record.kind != "article":
                sample_library.remove(id)
    app = app_on(Library(file))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "E")
        rows = app.screen.query_one(CorrectionRows)
        shown = rows.row_content(0, 200, False).plain
        assert "✗ orphan: its document is not in the library" in shown and text in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, CorrectionsScreen)
        assert told[-1].startswith("It cannot be gone to")
        await press(pilot, "delete", "ctrl+z")
        assert rows.count == 2


async def test_x_writes_training_data_and_asks_before_it_replaces(
    sample_library: Library, tmp_path: Path
) -> None:
    from store.training.examples import load

    file = tmp_path / "out" / "mine.jsonl"
    file.parent.mkdir()
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await some_corrections(app, pilot)
        for _ in range(2):
            await press(pilot, "x")
            assert isinstance(app.screen, ExportCorrections)
            app.screen.query_one(Input).value = str(file.with_suffix(""))
            await settled(pilot)
            await press(pilot, "enter")
            if isinstance(app.screen, ExportCorrections):
                shown = str(app.screen.query_one("#export-words").render())
                assert "already there: enter again replaces it" in shown
                assert file.read_bytes() == b"precious"
                await press(pilot, "enter")
            assert isinstance(app.screen, CorrectionsScreen)
            examples = load(file.parent)
            assert [e.polarity for e in examples.train] == ["strength"]
            file.write_bytes(b"precious")
        await press(pilot, "x")
        app.screen.query_one(Input).value = str(tmp_path / "no" / "folder" / "x.jsonl")
        await settled(pilot)
        await press(pilot, "enter")
        assert "cannot be written" in str(app.screen.query_one("#export-words").render())
        await press(pilot, "escape")
        assert isinstance(app.screen, CorrectionsScreen)
