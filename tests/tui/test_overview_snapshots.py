"""Coverage and Themes as pictures. Change one knowingly: look at the report first."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.library_of_quotations import library_in
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.articles import with_article
from tests.tui.test_snapshots import SIZES, sizes, themes
from tui.screens.browse import Browse
from tui.screens.coverage import CoverageScreen

Compare = Callable[..., bool]
Steps = Callable[[Pilot[Any]], Awaitable[None]]
BRAILLE = (40, 12)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Browse, "today", lambda: date(2025, 6, 1))


def pressing(*keys: str) -> Steps:
    async def steps(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return steps


def coverage(library: Library, *keys: str, day: str | None = None) -> Steps:
    """The coverage of the article of a day, then keys."""

    async def steps(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        article = next(
            r.id
            for r in library.records.values()
            if r.kind == "article" and (day is None or r.date == day)
        )
        names = browse_of(pilot.app).vocabulary.names()  # type: ignore[arg-type]
        pilot.app.push_screen(CoverageScreen(library, library.document(article), None, names))
        await settled(pilot)
        await pressing(*keys)(pilot)

    return steps


DAY = "2018-09-18"
TO_ALTERED = ("u", "u")
TO_LEFT_OUT = ("right_curly_bracket", "right_curly_bracket")


@sizes
@themes
def test_coverage(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    app = app_on(sample_library, theme=theme)
    steps = coverage(sample_library, *TO_ALTERED, day=DAY)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@sizes
def test_coverage_left_out(snap_compare: Compare, sample_library: Library, size: str) -> None:
    app = app_on(sample_library)
    steps = coverage(sample_library, *TO_LEFT_OUT, day=DAY)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


def test_coverage_letter_on_a_narrow_screen(snap_compare: Compare, sample_library: Library) -> None:
    steps = coverage(sample_library, *TO_ALTERED, "enter", day=DAY)
    assert snap_compare(app_on(sample_library), terminal_size=(80, 24), run_before=steps)


def test_coverage_choosing_a_letter(snap_compare: Compare, sample_library: Library) -> None:
    steps = coverage(sample_library, "L", day=DAY)
    assert snap_compare(app_on(sample_library), terminal_size=(120, 40), run_before=steps)


def test_coverage_of_another_letter(snap_compare: Compare, sample_library: Library) -> None:
    steps = coverage(sample_library, "L", "j", "enter", *TO_LEFT_OUT, day=DAY)
    assert snap_compare(app_on(sample_library), terminal_size=(120, 40), run_before=steps)


def test_coverage_in_high_contrast(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library, theme="contrast")
    steps = coverage(sample_library, *TO_ALTERED, day=DAY)
    assert snap_compare(app, terminal_size=(120, 40), run_before=steps)


def test_coverage_without_colour(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    steps = coverage(sample_library, *TO_ALTERED, day=DAY)
    assert snap_compare(app_on(sample_library), terminal_size=(120, 40), run_before=steps)


@pytest.mark.parametrize("keys", [(), ("enter",)], ids=["checked", "letter"])
def test_coverage_on_a_braille_display(
    snap_compare: Compare, sample_library: Library, keys: tuple[str, ...]
) -> None:
    steps = coverage(sample_library, *TO_ALTERED, *keys, day=DAY)
    assert snap_compare(app_on(sample_library), terminal_size=BRAILLE, run_before=steps)


def test_coverage_without_a_letter(snap_compare: Compare, tmp_path: Path) -> None:
    from tests.library_of_quotations import ARTICLE

    library = with_article(tmp_path, ARTICLE, None)
    steps = coverage(library, "u")
    assert snap_compare(app_on(library), terminal_size=(120, 40), run_before=steps)


def test_coverage_of_an_article_without_quotations(snap_compare: Compare, tmp_path: Path) -> None:
    text = "Tameside told to speed up\n\nBy Jane Doe\n\n| 20 March 2019\n\nTameside is slow.\n"
    library = with_article(tmp_path, text)
    assert snap_compare(app_on(library), terminal_size=(120, 40), run_before=coverage(library))


def test_no_article_to_choose(snap_compare: Compare, empty_library: Library) -> None:
    assert snap_compare(app_on(empty_library), terminal_size=(80, 24), run_before=pressing("v"))


# Themes


@sizes
@themes
def test_themes(snap_compare: Compare, sample_library: Library, size: str, theme: str) -> None:
    app = app_on(sample_library, theme=theme)
    steps = pressing("m", "g", "t", "w")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


def test_themes_scrolled_and_shared(snap_compare: Compare, sample_library: Library) -> None:
    steps = pressing("m", "dollar_sign", "percent_sign", "right_square_bracket")
    assert snap_compare(app_on(sample_library), terminal_size=(120, 40), run_before=steps)


def test_themes_strengths(snap_compare: Compare, sample_library: Library) -> None:
    steps = pressing("m", "p")
    assert snap_compare(app_on(sample_library), terminal_size=(120, 40), run_before=steps)


def test_themes_choosing_a_period(snap_compare: Compare, sample_library: Library) -> None:
    steps = pressing("m", "d", "j", "j")
    assert snap_compare(app_on(sample_library), terminal_size=(80, 24), run_before=steps)


def test_themes_in_high_contrast(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library, theme="contrast")
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("m", "l"))


@sizes
def test_themes_without_colour(
    snap_compare: Compare, sample_library: Library, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(sample_library)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=pressing("m", "l"))


def test_themes_on_a_braille_display(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library)
    assert snap_compare(app, terminal_size=BRAILLE, run_before=pressing("m", "l", "j"))


def test_themes_of_one_council(snap_compare: Compare, tmp_path: Path) -> None:
    app = app_on(library_in(tmp_path))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("m"))


def test_themes_of_an_empty_library(snap_compare: Compare, empty_library: Library) -> None:
    app = app_on(empty_library)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("m"))
