"""Facets, periods, outline, tour, panes alone and resized, as pictures."""

from collections.abc import Callable

import pytest

from store.library import Library
from tests.tui.apps import app_on
from tests.tui.test_snapshots import SIZES, at_tameside, sizes

Compare = Callable[..., bool]
LOOKS = ("dark", "light", "contrast", "nocolor")
looks = pytest.mark.parametrize("look", LOOKS)


def check(
    snap_compare: Compare,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    look: str,
    *keys: str,
) -> None:
    """Compare the screen after these keys, in one of the looks."""
    if look == "nocolor":
        monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(library, theme="dark" if look == "nocolor" else look)
    steps = at_tameside(library, *keys)
    assert snap_compare(app, terminal_size=size, run_before=steps)


@sizes
def test_facets(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    keys = ("3", "F", "down", "enter")
    check(snap_compare, sample_library, monkeypatch, SIZES[size], "dark", *keys)


@looks
def test_facets_in_every_look(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    keys = ("3", "F", "down", "enter")
    check(snap_compare, sample_library, monkeypatch, SIZES["160x50"], look, *keys)


@looks
def test_reading_in_every_look(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    keys = ("3", "j", "enter", "n")
    check(snap_compare, sample_library, monkeypatch, SIZES["80x24"], look, *keys)


@pytest.mark.parametrize("size", ["80x24", "160x50"])
def test_outline(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    keys = ("3", "enter", "O")
    check(snap_compare, sample_library, monkeypatch, SIZES[size], "dark", *keys)


def test_a_wrong_date(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ("D", *"31/6/2018")
    check(snap_compare, sample_library, monkeypatch, SIZES["80x24"], "light", *keys)


@sizes
def test_tour(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    check(snap_compare, sample_library, monkeypatch, SIZES[size], "dark", "f2", "enter")


def test_a_pane_alone(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(snap_compare, sample_library, monkeypatch, SIZES["160x50"], "dark", "3", "z")


def test_panes_resized_and_sorted(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = ["greater_than_sign"] * 5
    keys = ("S", "S", "S", *wider)
    check(snap_compare, sample_library, monkeypatch, SIZES["160x50"], "dark", *keys)


@pytest.mark.parametrize("keys", [("1",), ("2",), ("3", "enter"), ("3", "F")], ids="-".join)
def test_braille(
    snap_compare: Compare,
    sample_library: Library,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
) -> None:
    check(snap_compare, sample_library, monkeypatch, (40, 12), "nocolor", *keys)
