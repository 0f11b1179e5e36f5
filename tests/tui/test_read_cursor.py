"""The cursor of Read: one for every key, over headings that stay in sight."""

import pytest

from store.library import Library
from tests.tui.apps import app_on, settled
from tests.tui.reading import open_letter
from tui.panes.document import DocumentPane
from tui.screens.read import Read
from tui.widgets.bars import TitleBar


def under_cursor(read: Read) -> list[str]:
    """The lines on the screen that begin with the sign of the cursor."""
    pane = read.query_one(DocumentPane)
    lines = [pane.render_line(y).text for y in range(pane.content_size.height)]
    return [line for line in lines if line.startswith("▸")]


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
async def test_there_is_one_cursor_which_every_key_moves_and_acts_on(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        read = await open_letter(app, pilot, sample_library)
        pane = read.query_one(DocumentPane)
        seen = {read.sentence}
        for key in ("G", "g", *["down"] * 6, "pagedown", "right", "up", "left", "n"):
            before = read.sentence
            await pilot.press(key)
            await settled(pilot)
            seen.add(read.sentence)
            assert read.sentence != before, key
            assert read.sentence in pane.sentences_here(), key
            (line,) = under_cursor(read)
            words = read.document.sentences[read.sentence].text.split()
            assert words[0] in line, key
            assert read.sentence_at_hand() == (read.document.id, read.sentence)
            assert read.picked_sentence == (read.document, read.sentence)
            if read.sentence in read.findings:
                place = read.findings.index(read.sentence) + 1
                told = f"concerns: {place} of {len(read.findings)}"
            else:
                told = f"{len(read.findings)} concerns"
            assert told in str(read.query_one(TitleBar).render()), key
        assert len(seen) > 8
        await pilot.press("G", "y")
        await settled(pilot)
        assert read.document.sentences[read.sentence].text in app.clipboard


async def test_the_cursor_passes_over_headings_but_shows_them(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(60, 20)) as pilot:
        read = await open_letter(app, pilot, sample_library)
        pane = read.query_one(DocumentPane)
        last = pane.sections[-1]
        await pilot.press("G")
        while read.sentence > last.first:
            await pilot.press("up")
        await settled(pilot)
        assert read.sentence == last.first
        drawn = [pane.render_line(y).text for y in range(pane.content_size.height)]
        assert any(last.heading[:30] in line for line in drawn)
        await pilot.press("g")
        walked = [read.sentence]
        assert walked == [0]
        for _ in range(pane.count):
            await pilot.press("down")
            walked.append(read.sentence)
        back = [read.sentence]
        for _ in range(pane.count):
            await pilot.press("up")
            back.append(read.sentence)
        assert sorted(set(walked)) == sorted(set(back))
        assert len(set(walked)) == pane.count - len(pane.sections)
