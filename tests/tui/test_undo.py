"""Corrections undone and made again, in their order, each shown where it was made."""

from store.library import Library
from store.selection import Filters
from tests.tui.apps import app_on, settled
from tests.tui.correcting import at_findings, press
from tui.panes.concerns import ConcernsPane

WIDE = (160, 50)


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
