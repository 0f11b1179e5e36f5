"""Correcting by keyboard: the screen, its fields, leaving it, and its marks everywhere."""

from pathlib import Path

import msgspec
import pytest
from textual.widgets import TextArea

from store.library import Library
from store.selection import Filters
from tests.store.library.kept_documents import copy, keep, read_letter
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.correcting import at_findings, correct_of, press, shown_row
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.document import DocumentPane
from tui.screens.ask import AskToLeave
from tui.screens.corrections import CorrectionRows
from tui.screens.read import Read
from tui.widgets.label_choice import LabelChoice

WIDE = (160, 50)


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


async def test_the_sentence_that_is_corrected_is_told_without_bold(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, _ = await at_findings(app, pilot)
        picked = browse.picked_sentence
        assert picked is not None
        await press(pilot, "e")
        shown = " ".join(str(correct_of(app).query_one("#correct-sentence").render()).split())
        assert f"▸ {picked[0].sentences[picked[1]].text[:30]}" in shown and shown.count("▸") == 1
