"""Correcting by keyboard: the screen, its marks everywhere, undo and redo, the list of all."""

import contextlib
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from store.library import Library
from store.library.lock import writing
from store.selection import Filters
from tests.store.library.kept_documents import copy, keep, read_letter
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.document import DocumentPane
from tui.screens.ask import AskToLeave
from tui.screens.browse import Browse
from tui.screens.correct import Correct
from tui.screens.corrections import CorrectionRows, CorrectionsScreen
from tui.screens.export_corrections import ExportCorrections
from tui.screens.read import Read
from tui.widgets.label_choice import LabelChoice

WIDE = (160, 50)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        for _ in range(2):
            # A correction begins the work on repeats anew: what was begun before is cancelled.
            with contextlib.suppress(WorkerCancelled):
                await settled(pilot)


async def at_findings(app: OfstedApp, pilot: Pilot[Any]) -> tuple[Browse, ConcernsPane]:
    """At the second finding of Tameside's sixth monitoring visit."""
    await settled(pilot)
    browse = browse_of(app)
    visit = next(v for v in browse.library.visits if v.council == "Tameside" and v.ordinal == 6)
    browse.query_one(CouncilsPane).pick("Tameside", visit.key)
    await settled(pilot)
    await press(pilot, "3", "j")
    return browse, browse.query_one(ConcernsPane)


def shown_row(pane: ConcernsPane) -> str:
    return pane.row_content(pane.highlighted, 80, True).plain


def correct_of(app: OfstedApp) -> Correct:
    assert isinstance(app.screen, Correct)
    return app.screen


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that was notified, also what has gone from the screen since."""
    words: list[str] = []
    notify = OfstedApp.notify

    def noted(app: OfstedApp, message: str, **more: Any) -> None:
        words.append(message)
        notify(app, message, **more)

    monkeypatch.setattr(OfstedApp, "notify", noted)
    return words


async def test_e_then_a_digit_and_letters_correct_the_finding(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        row = pane.picked_row
        assert row is not None
        before = browse.finding(row)
        await press(pilot, "e", "2", "w", "q", "enter")
        assert app.screen is browse
        after = browse.finding(row)
        assert after.corrected and after.polarity == "strength"
        assert set(after.themes) == {*before.themes} ^ {"workforce", "quality-assurance"}
        saved = Library(sample_library.path).document(after.document).sentences[after.index]
        assert (saved.polarity, saved.themes) == (after.polarity, after.themes)


async def test_everything_in_browse_follows_at_once(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        assert browse.selection is not None
        row, count = pane.picked_row, pane.count
        assert row is not None
        following = browse.selection.rows()[pane.highlighted + 1]
        id = browse.finding(row).document
        concerns = {c.name: c.concerns for c in browse.query_one(CouncilsPane)._cards}
        await press(pilot, "e", "4", "enter")
        assert pane.count == count - 1 and row not in browse.selection.rows()
        assert pane.picked_row == following, "what came next is highlighted"
        assert str(pane.border_subtitle).startswith(f"{count - 1} of")
        cards = {c.name: c.concerns for c in browse.query_one(CouncilsPane)._cards}
        assert cards["Tameside"] == concerns["Tameside"] - 1
        assert browse.library.records[id].counts["Tameside"]["neutral"]
        await press(pilot, "p", "p")  # all sentences
        pane.pick(row)
        await settled(pilot)
        assert "✎ corrected" in shown_row(pane)
        assert "✎ corrected" in str(browse.query_one("#passage").render())
        await press(pilot, "ctrl+z")
        assert pane.picked_row == row, "the highlight stays on the same sentence"
        assert "✎" not in shown_row(pane)
        assert {c.name: c.concerns for c in browse.query_one(CouncilsPane)._cards} == concerns


async def test_escape_leaves_an_untouched_correction_at_once(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        await press(pilot, "e")
        assert not correct_of(app).is_changed
        await press(pilot, "escape")
        assert app.screen is browse and len(sample_library.corrections) == 0
        await press(pilot, "e", "enter")
        assert app.screen is browse and len(sample_library.corrections) == 0


async def test_escape_asks_before_a_change_is_lost(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        await press(pilot, "e", "2", "escape")
        assert isinstance(app.screen, AskToLeave)
        await press(pilot, "escape")
        assert correct_of(app).query_one(LabelChoice).polarity == "strength"
        await press(pilot, "escape", "d")
        assert app.screen is browse and len(sample_library.corrections) == 0
        await press(pilot, "e", "2", "escape", "ctrl+s")
        assert app.screen is browse and len(sample_library.corrections) == 1


async def test_a_change_taken_back_by_hand_is_none(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        await press(pilot, "e", "w", "w", "2", "exclamation_mark", "exclamation_mark", "0")
        assert not correct_of(app).is_changed
        await press(pilot, "escape")
        assert app.screen is browse


async def test_a_note_is_written_in_its_field_and_shown(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        label = browse.finding(pane.picked_row or 0)
        await press(pilot, "e", "tab")
        assert correct_of(app).query_one(TextArea).has_focus
        await press(pilot, *"ask w", "enter", *"[/]", "escape")
        assert correct_of(app).query_one(LabelChoice).has_focus, "escape goes inward to outward"
        await press(pilot, "ctrl+s")
        assert app.screen is browse
        finding = browse.finding(pane.picked_row or 0)
        assert finding.note == "ask w\n[/]" and not finding.corrected
        assert finding.themes == label.themes, "letters of the note switched no theme"
        shown = shown_row(pane)
        assert "✎ note" in shown and "ask w [/]" in shown


async def test_a_flag_with_one_key_and_off_again(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        await press(pilot, "exclamation_mark")
        assert "⚑ flagged" in shown_row(pane) and "⚑" in str(browse.query_one("#passage").render())
        assert len(Library(sample_library.path).corrections) == 1
        await press(pilot, "exclamation_mark")
        assert "⚑" not in shown_row(pane)
        assert len(Library(sample_library.path).corrections) == 0


async def test_a_confirmed_label_is_doubtful_no_more_unless_flagged(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        browse.filters = Filters(shown="concern")
        await settled(pilot)
        assert browse.selection is not None
        row = next(r for r in browse.selection.rows() if browse.finding(r).confidence < 0.6)
        pane.pick(row)
        await settled(pilot)
        assert "? doubtful" in shown_row(pane)
        await press(pilot, "e", "1", "enter")
        assert pane.picked_row == row
        assert "doubtful" not in shown_row(pane) and "✎ corrected" in shown_row(pane)
        await press(pilot, "exclamation_mark")
        assert "? doubtful" in shown_row(pane) and "⚑ flagged" in shown_row(pane)


async def test_steps_are_undone_and_made_again_in_order(
    sample_library: Library, told: list[str]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        browse.filters = Filters(shown="all")
        await settled(pilot)
        row = pane.picked_row
        assert row is not None
        states = [browse.finding(row)]
        for keys in (("e", "2", "enter"), ("exclamation_mark",), ("e", "3", "w", "enter")):
            await press(pilot, *keys)
            states.append(browse.finding(row))
        assert len({(s.polarity, s.themes, s.flagged) for s in states}) == 4
        assert any(words.startswith("Corrected to strength: “") for words in told)
        for state in states[-2::-1]:
            await press(pilot, "ctrl+z")
            assert browse.finding(row) == state
        assert len(Library(sample_library.path).corrections) == 0
        assert any(words.startswith("Undone: corrected to strength, “") for words in told)
        await press(pilot, "ctrl+z")
        assert "There is no correction of this session to undo." in told
        for state in states[1:]:
            await press(pilot, "ctrl+y")
            assert browse.finding(row) == state
        await press(pilot, "ctrl+y")
        assert "There is no correction of this session to redo." in told
        await press(pilot, "ctrl+z", "exclamation_mark", "ctrl+y")
        assert told[-1].endswith("to redo."), "a new step forgets what was undone"


async def test_w_tells_whose_label_it_explains(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        browse.filters = browse.filters.but(shown="all")
        await settled(pilot)
        await press(pilot, "e", "4", "enter", "w")
        shown = str(app.screen.query_one("#why-text").render())
        assert "✎ corrected to · neutral; this is the classifier’s own label" in shown


async def test_a_mouse_does_it_too(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await at_findings(app, pilot)
        await press(pilot, "e")
        choice = correct_of(app).query_one(LabelChoice)
        rows = [row.plain for row in choice._rows(choice.content_size.width)]
        for words, seen in (
            ("strength", lambda: choice.polarity == "strength"),
            ("caseloads", lambda: "caseloads" in (choice.themes or ())),
            ("not flagged", lambda: choice.flagged),
            ("as labelled", lambda: choice.polarity is None and choice.themes is None),
        ):
            y = next(n for n, row in enumerate(rows) if words in row)
            await pilot.click(choice, offset=(rows[y].index(words) + 1, y))
            await settled(pilot)
            assert seen(), words


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


# Reading


async def test_any_sentence_can_be_gone_to_and_corrected_while_reading(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_findings(app, pilot)
        row = pane.picked_row
        await press(pilot, "enter")
        read = app.screen
        assert isinstance(read, Read)
        first = read.sentence
        await press(pilot, "right")
        assert read.sentence == first + 1
        await press(pilot, "left", "left")
        assert read.sentence == first - 1
        await press(pilot, "e", "3", "exclamation_mark", "enter")
        assert app.screen is read
        assert read.document.sentences[first - 1].polarity == "mixed"
        document = read.query_one(DocumentPane)
        shown = "\n".join(document.row_content(n, 90, False).plain for n in range(document.count))
        assert "✎ corrected  ⚑ flagged: ± mixed" in shown
        assert any(re.match("▸±⚑ ", line) for line in shown.splitlines())
        await press(pilot, "ctrl+z")
        assert read.document.sentences[first - 1].polarity != "mixed"
        await press(pilot, "ctrl+y", "escape")
        assert app.screen is browse and pane.picked_row == row
        assert browse.selection is not None and row is not None
        assert row - 1 in browse.selection.rows(), "the list behind it followed"


async def test_reading_elsewhere_corrects_what_is_seen(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await at_findings(app, pilot)
        await press(pilot, "enter")
        read = app.screen
        assert isinstance(read, Read)
        before = read.sentence
        await press(pilot, "G")
        here = read.query_one(DocumentPane).sentences_here()
        assert before not in here
        await press(pilot, "exclamation_mark")
        assert read.document.sentences[here.start].flagged and read.sentence == here.start


# All of them


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


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (40, 12)])
async def test_hostile_words_are_shown_as_they_are(
    sample_library: Library, size: tuple[int, int]
) -> None:
    document = next(iter(sample_library.records))
    blank = sample_library.corrections.blank(sample_library.as_kept(document), 1, "[/] ¶")
    hostile = msgspec.structs.replace(
        blank, themes=("[bold]own[/]",), note="[/] \x1b[31m[sic]\n" + "long " * 900, flagged=True
    )
    sample_library.corrections.replace(None, hostile)
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "E")
        rows = app.screen.query_one(CorrectionRows)
        shown = rows.row_content(0, 80, True).plain
        assert "[/] [sic]" in shown and "[bold]own[/]" in shown and "\x1b" not in shown
        await press(pilot, "e")
        choice = correct_of(app).query_one(LabelChoice)
        assert "[bold]own[/]" in "".join(row.plain for row in choice._rows(80))
        await press(pilot, "escape", "enter")
        assert isinstance(app.screen, Read)
        document_pane = app.screen.query_one(DocumentPane)
        drawn = "".join(document_pane.row_content(n, 80, False).plain for n in range(3))
        assert "\x1b" not in drawn


async def test_a_flag_moves_nothing_of_one_day(tmp_path: Path) -> None:
    """Two articles of one visit and one day: neither they nor the cursor change places."""
    library = Library(tmp_path / "two" / "library.json")
    article = msgspec.structs.replace(read_letter(), kind="article")
    keep(library, copy(article, 1), copy(article, 2))
    app = app_on(library)
    async with app.run_test(size=(160, 30)) as pilot:
        await settled(pilot)
        browse, pane = browse_of(app), browse_of(app).query_one(ConcernsPane)
        (visit,) = library.visits
        browse.query_one(CouncilsPane).pick(visit.council, visit.key)
        await settled(pilot)
        await press(pilot, "2", "pagedown", "3")
        details = browse.query_one("#details")
        assert details.scroll_y > 0
        order = [place.document for place in browse.index.places] if browse.index else []
        for number in (0, 1):
            row = browse.index.row_of(order[number], 0) if browse.index else None
            assert row is not None
            pane.pick(row)
            await settled(pilot)
            assert pane.picked_row is not None
            picked = browse.finding(pane.picked_row)
            assert picked.document == order[number]
            for key, flagged in (("exclamation_mark", True), ("ctrl+z", False)):
                await press(pilot, key)
                assert browse.index and [p.document for p in browse.index.places] == order
                assert library.visits == [visit]
                assert pane.picked_row is not None
                now = browse.finding(pane.picked_row)
                assert (now.id, now.flagged) == (picked.id, flagged)
                assert details.scroll_y > 0, "the visit's details stay where they were scrolled to"


async def test_undoing_goes_to_the_finding_whose_label_comes_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        pane = browse.query_one(ConcernsPane)
        await press(pilot, "j")
        picked = browse.picked_sentence
        assert picked is not None
        at = picked[0].id, picked[1]
        await press(pilot, "e", "2", "enter", "j", "j")
        assert browse.sentence_at_hand() != at
        await press(pilot, "ctrl+z")
        assert browse.sentence_at_hand() == at and pane.picked_row is not None
        await press(pilot, "j", "ctrl+y")
        assert browse.sentence_at_hand() != at, (
            "it is not listed: nothing else is highlighted for it"
        )


async def test_the_sentence_that_is_corrected_is_told_without_bold(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        picked = browse.picked_sentence
        assert picked is not None
        await press(pilot, "e")
        shown = " ".join(str(correct_of(app).query_one("#correct-sentence").render()).split())
        assert f"▸ {picked[0].sentences[picked[1]].text[:30]}" in shown and shown.count("▸") == 1
