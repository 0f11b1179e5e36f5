"""Journey and Compare as pictures; see test_snapshots.py."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.small_libraries import one_document
from tests.tui.test_snapshots import SIZES, Compare, Steps, sizes, themes
from tui.panes.councils import CouncilsPane

BRAILLE = (40, 12)
ONE = "reading-2019-07-19-monitoring-visit-letter.pdf"


def at(council: str, *keys: str) -> Steps:
    """Highlight a council, then press keys."""

    async def steps(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        browse_of(pilot.app).query_one(CouncilsPane).pick(council)  # type: ignore[arg-type]
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await settled(pilot)

    return steps


@sizes
@themes
def test_themes_by_visit(
    snap_compare: Compare, sample_library: Library, size: str, theme: str
) -> None:
    app = app_on(sample_library, theme=theme)
    steps = at("Tameside", "J", "j")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
@pytest.mark.parametrize("section", "234")
def test_sections(snap_compare: Compare, sample_library: Library, size: str, section: str) -> None:
    app = app_on(sample_library, theme="light" if size == "120x40" else "dark")
    steps = at("Tameside", "J", section)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_sentences_of_a_cell(snap_compare: Compare, sample_library: Library, size: str) -> None:
    app = app_on(sample_library)
    steps = at("Tameside", "J", "j", "enter")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
@themes
def test_two_visits(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    app = app_on(sample_library, theme=theme)
    steps = at("Tameside", "equals_sign", "c", *"2018", "enter")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
def test_two_councils(snap_compare: Compare, sample_library: Library, size: str) -> None:
    app = app_on(sample_library)
    steps = at("Tameside", "equals_sign", "c", *"dudl", "enter", "j")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
@themes
def test_choosing(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    app = app_on(sample_library, theme=theme)
    steps = at("Tameside", "equals_sign", "c", "d")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("key", ["J", "equals_sign"])
def test_contrast_over_time(snap_compare: Compare, sample_library: Library, key: str) -> None:
    app = app_on(sample_library, theme="contrast")
    steps = at("Tameside", key)
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=steps)


@pytest.mark.parametrize("keys", ["J", "J3", "="])
def test_no_color_over_time(
    snap_compare: Compare, sample_library: Library, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(sample_library)
    steps = at("Tameside", *("equals_sign" if key == "=" else key for key in keys))
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=steps)


@pytest.mark.parametrize(
    "keys", [("J",), ("J", "2"), ("J", "3"), ("J", "4"), ("J", "enter"), ("equals_sign",)]
)
def test_braille_display_over_time(
    snap_compare: Compare, sample_library: Library, keys: tuple[str, ...]
) -> None:
    app = app_on(sample_library)
    assert snap_compare(app, terminal_size=BRAILLE, run_before=at("Tameside", *keys))


@pytest.mark.parametrize("keys", [("J",), ("J", "2"), ("J", "3"), ("J", "4"), ("equals_sign",)])
def test_one_document_only(snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...]) -> None:
    app = app_on(one_document(tmp_path, ONE))
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=at("Reading", *keys))


def test_right_after_a_resize(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library)
    steps: Callable[[Pilot[Any]], Any] = at("Tameside", "J", "3")

    async def resized(pilot: Pilot[Any]) -> None:
        await steps(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)

    assert snap_compare(app, terminal_size=SIZES["160x50"], run_before=resized)
