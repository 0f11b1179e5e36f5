"""The terminal shows what the screen holds: whatever is left unpainted had not changed."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from store.library import Library
from tests.tui.apps import app_on, settled
from tui.screens.dims_below import DimsBelow
from tui.widgets.drawn_rows import DrawnRows

Cell = tuple[str, str]
KEYS = (
    "down down down up pagedown end home tab shift+tab 1 2 3 z > < t w t m A T p p V F slash d e "
    "enter escape S R O n N i J tab down equals_sign escape question_mark pagedown escape s c a "
    "down enter e escape C D escape y ctrl+p escape E escape 0 w escape h l k j g G M escape"
).split()


class Painted:
    """What a terminal would show of the updates that an app has written to it."""

    def __init__(self) -> None:
        self.lines: list[list[Cell]] = []

    def take(self, update: Any) -> None:
        if isinstance(update, LayoutUpdate):
            self.lines = [_cells(segment for strip in line for segment in strip)
                          for line in update.strips]  # fmt: skip
        elif isinstance(update, ChopsUpdate):
            for y, left, right in update.spans:
                for (x, strip), end in zip(
                    update.chops[y].items(), update.chop_ends[y], strict=False
                ):
                    if x < right and end > left and strip is not None:
                        cells = _cells(strip)
                        for at in range(max(x, left), min(x + len(cells), right)):
                            self.lines[y][at] = cells[at - x]


def _cells(segments: Any) -> list[Cell]:
    """Each cell with its look; of a character two cells wide the second is empty."""
    cells: list[Cell] = []
    for segment in segments:
        look = str(segment.style and segment.style.clear_meta_and_links())
        for character in segment.text:
            cells.append((character, look))
            cells.extend([("", look)] * (Segment(character).cell_length - 1))
    return cells


def _as_it_is(app: App[Any]) -> list[list[Cell]]:
    """The screen drawn from nothing."""
    for screen in app.screen_stack:
        _forget(screen)
    visible_screen_stack.set(list(app._background_screens))
    strips: Sequence[Strip] = app.screen._compositor.render_strips(app.size)
    return [_cells(strip) for strip in strips]


def _forget(screen: Screen[Any]) -> None:
    for widget in screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()
        widget._set_dirty()
        if isinstance(widget, DrawnRows):
            widget._drawn.clear()
            widget._kept.clear()
            widget._view = widget._empty_strips = None
    if isinstance(screen, DimsBelow):
        screen._dimmed = None


@pytest.mark.parametrize("size", [(160, 50), (80, 24)], ids=["160x50", "80x24"])
@pytest.mark.parametrize("seed", range(4))
async def test_nothing_is_left_unpainted(
    monkeypatch: pytest.MonkeyPatch, sample_library: Library, size: tuple[int, int], seed: int
) -> None:
    painted = Painted()
    real = App._display

    def display(app: App[Any], screen: Screen[Any], update: Any) -> None:
        if update is not None and screen is app.screen and not app._batch_count:
            painted.take(update)
        real(app, screen, update)

    monkeypatch.setattr(App, "_display", display)
    choice = random.Random(seed)
    keys = KEYS if seed == 0 else choice.choices(KEYS, k=60)
    app = app_on(sample_library)
    pressed: list[str] = []
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in keys:
            pressed.append(key)
            await pilot.press(key)
            await settled(pilot)
            if len(pressed) % 2 == 0:
                shown, held = painted.lines, _as_it_is(app)
                for y, (one, other) in enumerate(zip(shown, held, strict=True)):
                    assert one == other, f"line {y} of {app.screen} after {pressed}"
