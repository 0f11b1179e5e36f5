"""Hostile words through every pane, screen and command: shown as they are, never obeyed."""

from pathlib import Path

import pytest
from textual.content import Content

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from tests.tui.apps import answered, app_on, browse_of, settled
from tui import text
from tui.__main__ import main
from tui.panes.concerns import ConcernsPane

LETTER = """\
17 September 2018

Dear James

Monitoring visit to Tameside [sic] children's services

This letter summarises the findings of the monitoring visit to Tameside children's services on
22 August 2018. The visit was the sixth monitoring visit since the local authority was judged
inadequate in December 2016.

Findings

Caseloads [/] are too high [bold red]for[/bold red] too many $accent social workers [name redacted].
\x1b[31mSupervision is not regular\x1b[0m and \x1b]0;owned\x07records are [@click=app.quit]poor[/].
{long}
"""


@pytest.fixture
def hostile_library(tmp_path: Path) -> Library:
    file = tmp_path / "letter [sic] [b] \x1b[31m.txt"
    # One line of 100,000 characters without an end.
    file.write_text(LETTER.format(long="Delay is too long and " * 4600), "utf-8")
    library = Library(tmp_path / "library" / "library.json")
    outcomes = list(take_in([file], library, Finder()))
    assert [outcome.status for outcome in outcomes] == ["added"]
    return library


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (40, 12)])
async def test_every_pane_shows_the_words(hostile_library: Library, size: tuple[int, int]) -> None:
    app = app_on(hostile_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(ConcernsPane)
        drawn = "\n".join(pane.row_content(row, 60, False).plain for row in range(pane.count))
        flat = " ".join(drawn.replace("▌", " ").split())
        assert "Caseloads [/] are too high [bold red]for[/bold red]" in flat
        assert "$accent" in flat and "[name redacted]" in flat
        assert "\x1b" not in drawn and "\x07" not in drawn
        for key in ("2", "3", "j", "i", "y", "enter"):
            await pilot.press(key)
            await settled(pilot)
        for key in ("n", "j", "slash", "bracketleft", "enter", "escape", "escape"):
            await pilot.press(key)
            await settled(pilot)
        await pilot.press("question_mark", "escape", "slash", "bracketleft", "slash")
        await settled(pilot)
        assert app.is_running


@pytest.mark.parametrize("size", [(160, 50), (40, 12)])
async def test_searching_shows_them_too(hostile_library: Library, size: tuple[int, int]) -> None:
    from tui.panes.found import FoundPane
    from tui.screens.search import SearchScreen
    from tui.widgets.search_input import SearchInput

    app = app_on(hostile_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("s", *"caseloads")
        await answered(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen) and screen.found and screen.found.count
        drawn = screen.query_one(FoundPane).row_content(0, 200, False).plain
        assert "[/] are too high [bold red]for" in drawn and "\x1b" not in drawn
        screen.query_one(SearchInput).value = '[/] theme:[bold] "[red]'
        await answered(pilot)
        assert "no theme “[bold]”" in str(screen.query_one("#search-note").render())
        await pilot.press("enter", "y", "escape", "escape")
        assert app.is_running


@pytest.mark.parametrize(
    "command",
    [
        "councils",
        "visits",
        "documents",
        "findings",
        "findings --json",
        "search caseloads",
        "search caseloads --json",
    ],
)
def test_every_command_prints_them(
    hostile_library: Library, command: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([*command.split(), "--library", str(hostile_library.path)]) == 0
    printed, _ = capfdbinary.readouterr()
    assert b"\x1b" not in printed and b"\x07" not in printed
    if command.startswith(("findings", "search")):
        assert b"[/] are too high" in printed


def test_content_is_never_parsed() -> None:
    for words in ("[sic]", "[/", "[b]bold[/b]", "$primary", "[@click=app.quit]x[/]"):
        assert text.words(words).plain == words
        assert text.marked(words, [(0, 2)], "bold").plain == words
        assert text.line("a ", text.words(words)).plain == f"a {words}"


def test_control_characters_go_and_offsets_that_no_longer_hold_are_dropped() -> None:
    shown = text.marked("a\x1b[31mb", [(0, 1)], "bold")
    assert shown.plain == "ab" and not shown.spans
    assert text.words("one\ntwo\tthree").plain == "one two three"


def test_spans_out_of_range_are_dropped() -> None:
    shown = text.marked("short", [(-1, 3), (2, 99), (50, 60), (4, 2)], "bold")
    assert [(span.start, span.end) for span in shown.spans] == [(2, 5)]


def test_very_long_text_is_cut_with_an_ellipsis() -> None:
    shown = text.words("x" * 200_000)
    assert len(shown) == text.LONGEST + 1 and shown.plain.endswith("…")
    assert isinstance(shown, Content)
