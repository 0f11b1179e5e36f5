"""The screens as pictures. Change one knowingly: `make snapshots`, and look at the report first."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.test_add import bad_files
from tui.panes.councils import CouncilsPane

Compare = Callable[..., bool]
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "160x50": (160, 50)}
THEMES = ("dark", "light")
Steps = Callable[[Pilot[Any]], Awaitable[None]]

sizes = pytest.mark.parametrize("size", SIZES)
themes = pytest.mark.parametrize("theme", THEMES)


def at_tameside(library: Library, *keys: str) -> Steps:
    """Go to the sixth monitoring visit of Tameside, then press keys."""

    async def steps(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
        browse_of(pilot.app).query_one(CouncilsPane).pick("Tameside", visit.key)  # type: ignore[arg-type]
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return steps


@sizes
@themes
def test_browse(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    app = app_on(sample_library, theme=theme)
    steps = at_tameside(sample_library)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
def test_browse_filtered_by_workforce(
    snap_compare: Compare, sample_library: Library, size: str
) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "3", "t", "w")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
def test_browse_filtered_by_management_oversight(
    snap_compare: Compare, sample_library: Library, size: str
) -> None:
    app = app_on(sample_library, theme="light")
    steps = at_tameside(sample_library, "3", "t", "m")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
@themes
def test_read(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    app = app_on(sample_library, theme=theme)
    steps = at_tameside(sample_library, "3", "j", "enter", "n")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_help(snap_compare: Compare, sample_library: Library, size: str) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "question_mark")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
@themes
def test_empty_library(
    snap_compare: Compare, empty_library: Library, size: str, theme: str
) -> None:
    app = app_on(empty_library, theme=theme)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=settled)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
@themes
def test_add_report(
    snap_compare: Compare, empty_library: Library, tmp_path: Path, size: str, theme: str
) -> None:
    app = app_on(empty_library, theme=theme, new_paths=[bad_files(tmp_path / "mixed")])
    assert snap_compare(app, terminal_size=SIZES[size], run_before=until_reported)


async def until_reported(pilot: Pilot[Any]) -> None:
    while not getattr(pilot.app.screen, "ended", False):
        await pilot.pause(0.02)
    await settled(pilot)


@pytest.mark.parametrize("size", ["80x24", "160x50"])
def test_theme_picker(snap_compare: Compare, sample_library: Library, size: str) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "t")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


def test_evidence(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "2", "i")
    assert snap_compare(app, terminal_size=SIZES["160x50"], run_before=steps)


def test_high_contrast(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library, theme="contrast")
    steps = at_tameside(sample_library, "3")
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=steps)


@sizes
def test_no_color(
    snap_compare: Compare, sample_library: Library, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "3", "j")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


def test_braille_display(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "3")
    assert snap_compare(app, terminal_size=(40, 12), run_before=steps)


@pytest.mark.parametrize("size", ["80x24", "160x50"])
def test_why(snap_compare: Compare, sample_library: Library, size: str) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, "3", "j", "w")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


def test_quotations_of_an_article(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library)
    article = next(r for r in sample_library.records.values() if r.kind == "article")

    async def steps(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        document = sample_library.document(article.id)
        from tui.screens.read import Read

        names = browse_of(app).vocabulary.names()
        await app.push_screen(Read(document, 0, browse_of(app).filters, names, sample_library))
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)

    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=steps)
