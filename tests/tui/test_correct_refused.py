"""What cannot be corrected says why, and nothing that was written is lost."""

import msgspec
import pytest

from store.library import Library
from store.library.lock import writing
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.correcting import at_findings, correct_of, press
from tui.screens.corrections import CorrectionRows, CorrectionsScreen
from tui.widgets.label_choice import LabelChoice

WIDE = (160, 50)


async def test_a_read_only_library_says_so(sample_library: Library, told: list[str]) -> None:
    sample_library.cards.schema = 99
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        for key in ("e", "exclamation_mark", "ctrl+z"):
            await press(pilot, key)
            assert app.screen is browse and "newer version" in told[-1]


async def test_a_busy_library_keeps_what_was_written_on_the_screen(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setattr("store.library.library.writing", lambda path, wait: writing(path, 0.1))
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        with writing(sample_library.path):
            await press(pilot, "e", "2", "enter")
            shown = str(correct_of(app).query_one("#correct-problem").render())
            assert "Not saved" in shown and "being written to" in shown
            assert correct_of(app).query_one(LabelChoice).polarity == "strength"
        await press(pilot, "enter")
        assert app.screen is browse and len(sample_library.corrections) == 1
        with writing(sample_library.path):
            await press(pilot, "ctrl+z")
        assert "being written to" in told[-1]
        await press(pilot, "ctrl+z")
        assert len(sample_library.corrections) == 0, "what failed can be tried again"


async def test_a_document_that_was_read_anew_elsewhere_is_shown_as_it_is_now(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        row = pane.picked_row
        assert row is not None and browse.index is not None
        before = browse.index
        document, number, _ = browse.index.sentence(row)
        other = Library(sample_library.path)
        kept = other.as_kept(document.id)
        shorter = msgspec.structs.replace(kept, sentences=kept.sentences[: number + 2])
        with other.changing():
            other.keep_labels(shorter)
        await pilot.press("exclamation_mark")
        for _ in range(500):  # repeats begun on the former index are cancelled: no use to wait
            await pilot.pause(0.02)
            if browse.index is not before:
                break
        assert browse.index is not before and browse.index is not None, "read anew"
        assert browse.index.rows == before.rows - len(kept.sentences) + number + 2
        assert [s.flagged for s in browse.library.document(document.id).sentences][number]


async def test_a_sentence_that_is_gone_is_told(sample_library: Library, told: list[str]) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        document, number, _ = browse.index.sentence(pane.picked_row or 0)  # type: ignore[union-attr]
        other = Library(sample_library.path)
        kept = other.as_kept(document.id)
        with other.changing():
            other.keep_labels(msgspec.structs.replace(kept, sentences=kept.sentences[:number]))
        for key in ("exclamation_mark", "e"):
            await press(pilot, key)
            assert app.screen is browse and "read anew meanwhile" in told[-1]


async def test_nothing_to_correct_is_said(empty_library: Library, told: list[str]) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "exclamation_mark")
        assert told == ["There is no finding to correct.", "There is no finding to flag."]
        await press(pilot, "E")
        assert isinstance(app.screen, CorrectionsScreen)
        assert "Nothing is corrected yet" in str(
            app.screen.query_one(CorrectionRows).empty_content()
        )
        await press(pilot, "delete", "x", "enter", "escape")
        assert app.screen is browse_of(app)
