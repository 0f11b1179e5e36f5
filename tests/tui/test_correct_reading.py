"""Correcting while reading: any sentence, here and elsewhere."""

import re

from store.library import Library
from tests.tui.apps import app_on
from tests.tui.correcting import at_findings, press
from tui.panes.document import DocumentPane
from tui.screens.read import Read

WIDE = (160, 50)


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
