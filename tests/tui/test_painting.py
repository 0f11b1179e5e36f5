"""What is painted, and how often: the same look as Textual's own way gives, with less work."""

import gc
import time
from collections.abc import Hashable
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen
from textual.visual import RichVisual, Visual
from textual.widgets import Static

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui import garbage
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.dims_below import DimsBelow
from tui.screens.painting import PaintsChanges
from tui.screens.theme_picker import ThemePicker
from tui.themes import DARK, THEMES
from tui.widgets.dimmed import Dimmed
from tui.widgets.row_list import RowList

CELL = list[tuple[str, str]]


class Named(RowList):
    """Rows that say what they show: a name each."""

    names: tuple[str, ...] = ()
    made: int = 0

    def row_key(self, index: int, highlighted: bool) -> Hashable:
        return self.names[index]

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        self.made += 1
        return Content.styled(self.names[index], "$accent")

    def show(self, *names: str) -> None:
        self.names = names
        self.set_count(len(names))


class NamesApp(App[None]):
    CSS = "Named { border: round $accent; padding: 1 2; } Static { height: 3; background: red; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("[@click=app.bell]above[/]")
            yield Named(id="names")


def _cells(strips: Any) -> list[CELL]:
    """Each line as characters with their colours and weight."""
    return [
        [
            (character, str(segment.style and segment.style.clear_meta_and_links()))
            for segment in strip
            for character in segment.text
        ]
        for strip in strips
    ]


# Lists


async def test_a_row_that_shows_the_same_is_not_made_anew_wherever_it_stands() -> None:
    async with NamesApp().run_test(size=(40, 20)) as pilot:
        rows = pilot.app.query_one(Named)
        rows.show("a", "b", "c", "d")
        await pilot.pause()
        made = rows.made
        rows.show("d", "c", "b")
        await pilot.pause()
        # "d" is highlighted now, which it was not before.
        assert rows.made == made + 1
        assert [rows.render_line(y).text[:1] for y in range(3)] == ["d", "c", "b"]


async def test_rows_are_made_anew_in_the_colours_of_another_theme() -> None:
    async with NamesApp().run_test(size=(40, 20)) as pilot:
        rows = pilot.app.query_one(Named)
        rows.show("a", "b")
        await pilot.pause()
        made, before = rows.made, _cells([rows.render_line(1)])
        pilot.app.theme = next(theme.name for theme in THEMES if not theme.dark)
        await pilot.pause()
        assert _cells([rows.render_line(1)]) != before
        assert rows.made > made


async def test_a_list_within_its_frame_looks_as_textual_draws_it() -> None:
    async with NamesApp().run_test(size=(40, 12)) as pilot:
        rows = pilot.app.query_one(Named)
        rows.border_title, rows.border_subtitle = "Names", "3 of 9"
        rows.show(*"abcdefghi")
        await pilot.pause()
        whole = rows.size.region.grow(rows.gutter)
        ours = _cells(rows.render_lines(whole.reset_offset))
        rows._styles_cache = StylesCache()
        assert ours == _cells(rows.render_lines(whole.reset_offset))


# Dialogs


class Sheet(ModalScreen[None], DimsBelow):
    """A dialog with a word in it."""

    def compose(self) -> ComposeResult:
        yield Static("dialog")


async def test_the_screen_below_a_dialog_is_dimmed_as_textual_dims_it() -> None:
    app = NamesApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one(Named).show("a", "b")
        await pilot.pause()
        below = app.screen
        sheet = Sheet()
        await app.push_screen(sheet)
        await pilot.pause()
        color = sheet.styles.background
        assert 0 < color.a < 1

        def lines(visual: Visual) -> list[CELL]:
            return _cells(Visual.to_strips(sheet, visual, 40, 12, sheet.visual_style))

        theirs = RichVisual(sheet, BackgroundScreen(below, color))
        assert lines(Dimmed(below, color)) == lines(theirs)


async def test_a_change_below_a_dialog_is_seen_through_it() -> None:
    app = NamesApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one(Named).show("a", "b")
        await app.push_screen(Sheet())
        await pilot.pause()
        app.screen_stack[0].query_one(Named).show("changed")
        await pilot.pause(0.1)
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "changed" in shown and "dialog" in shown


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Each frame as (screen, whether anything was drawn in it), as they come."""
    frames: list[tuple[str, bool]] = []
    real = App._display

    def display(app: App[Any], screen: Screen[Any], update: Any) -> None:
        if update is not None:
            frames.append((type(screen).__name__, True))
        real(app, screen, update)

    monkeypatch.setattr(App, "_display", display)
    return frames


async def test_a_dialog_is_painted_once_when_it_opens_and_once_when_it_has_gone(
    painted: list[tuple[str, bool]], sample_library: Library
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("3")
        await settled(pilot)
        painted.clear()
        await pilot.press("t")
        await settled(pilot)
        assert isinstance(app.screen, ThemePicker)
        assert [name for name, _ in painted].count("ThemePicker") == 1
        painted.clear()
        await pilot.press("escape")
        await settled(pilot)
        assert [name for name, _ in painted] == ["Browse"]


async def test_a_pane_of_another_size_is_painted_once(
    painted: list[tuple[str, bool]], sample_library: Library
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("1", "<")
        await settled(pilot)
        painted.clear()
        width = app.screen.query_one(ConcernsPane).size.width
        await pilot.press("<")
        await settled(pilot)
        assert app.screen.query_one(ConcernsPane).size.width > width
        assert len(painted) == 1


async def test_moving_the_focus_does_not_paint_the_whole_screen(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        screen = browse_of(app)
        assert isinstance(screen, PaintsChanges)
        screen.query_one(ConcernsPane).focus()
        await pilot.pause()
        assert screen.size.region not in screen._compositor._dirty_regions
        assert screen.focused is screen.query_one(ConcernsPane)
        screen.query_one(CouncilsPane).focus()
        await settled(pilot)


# Garbage


async def test_garbage_is_looked_for_when_no_key_is_pressed(
    monkeypatch: pytest.MonkeyPatch, sample_library: Library
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append(1))
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda *numbers: None)
    app: OfstedApp = app_on(sample_library)
    app.alone = True
    async with app.run_test() as pilot:
        await settled(pilot)
        looked.clear()
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, garbage.DUE))
        await pilot.press("down")
        app._collect_at_rest()
        assert not looked
        app.last_key_at = time.monotonic() - garbage.AT_REST
        app._collect_at_rest()
        assert looked
        monkeypatch.setattr(gc, "get_count", lambda: (600, 9, garbage.DUE - 1))
        app._collect_at_rest()
        assert len(looked) == 1
