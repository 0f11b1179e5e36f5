"""Where there is room for little: what is left out is left out with a sign, or said shorter."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from store.library import Library
from tests.tui.apps import app_on, settled
from tui.screens.correct import AROUND, FEW_LINES, LINES, _around, _beside
from tui.widgets.path_input import EXAMPLE, PathInput


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def drawn(widget: Widget, line: int = 0) -> str:
    return "".join(segment.text for segment in widget.render_line(line))


@pytest.mark.parametrize("width", [40, 60, 100])
async def test_the_last_line_of_themes_says_where_it_is_cut(
    sample_library: Library, width: int
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(width, 20)) as pilot:
        await press(pilot, "m")
        told = app.screen.query_one("#told")
        whole = str(told.render())
        shown = drawn(told).strip()
        assert shown == whole if len(whole) <= width - 2 else shown.endswith("…")
        assert len(shown) > (width - 2) // 2


@pytest.mark.parametrize("key", ["a", "W"])
@pytest.mark.parametrize("size", [(100, 30), (60, 20), (40, 14)])
async def test_a_field_for_a_path_shows_its_example_whole(
    sample_library: Library, key: str, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, key)
        field = app.screen.query_one(PathInput)
        assert EXAMPLE in drawn(field, 1) + drawn(field)
        assert (field.placeholder != EXAMPLE) == (size[0] > 40)
        await pilot.press(*"/tmp")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "/tmp"


async def test_correct_marks_where_what_stands_around_a_sentence_is_cut(
    sample_library: Library,
) -> None:
    cut = whole = 0
    for record in sample_library.records.values():
        document = sample_library.document(record.id)
        for index, sentence in enumerate(document.sentences):
            before, after = (_beside(document, index, by) for by in (-1, 1))
            for width, most in ((50, FEW_LINES), (36, FEW_LINES), (96, LINES)):
                shown = _around(document, index, width, most)
                rows = shown.plain.splitlines()
                words = " ".join(shown.plain.split())
                assert words.count("▸") == bool(before or after)
                words = words.replace("▸ ", "")  # the sign of the sentence itself
                assert all(len(row) <= width for row in rows)
                begins = (before or sentence.text).split()[:2]
                ends = (after or sentence.text).split()[-2:]
                if words.split()[:2] != begins:
                    assert words.startswith("…"), words
                    cut += 1
                if words.split()[-2:] != ends:
                    assert words.endswith("…"), words
                whole += words == " ".join(f"{before} {sentence.text} {after}".split())
                if len(before) > AROUND:
                    assert words.startswith("… ")
    assert cut and whole
