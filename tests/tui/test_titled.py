"""Titles of panes and lines of lists: as they are written, and no more painted than needed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Static

from tui import text
from tui.widgets.strips import strips_of
from tui.widgets.titled import entitle


class _Pane(Static):
    painted = 0

    def refresh(self, *regions: Region, **named: bool) -> "_Pane":
        self.painted += 1
        return super().refresh(*regions, **named)


class _App(App[None]):
    def compose(self) -> ComposeResult:
        yield _Pane("words")


@pytest.mark.parametrize("title", ["Article · The [/] Herald", "[bold]Leaders[/bold]", "plain"])
async def test_a_title_stands_as_it_is_written(title: str) -> None:
    async with _App().run_test() as pilot:
        pane = pilot.app.query_one(_Pane)
        entitle(pane, title, f"{title} below")
        assert Content.from_markup(pane.border_title or "").plain == title
        assert Content.from_markup(pane.border_subtitle or "").plain == f"{title} below"


async def test_the_same_title_again_paints_nothing() -> None:
    async with _App().run_test() as pilot:
        pane = pilot.app.query_one(_Pane)
        entitle(pane, "Concerns", "3 of [4]")
        before = pane.painted
        entitle(pane, "Concerns", "3 of [4]")
        assert pane.painted == before
        entitle(pane, subtitle="2 of [4]")
        assert pane.painted > before
        assert pane.border_title == "Concerns"


def _looks(strips: list[Strip]) -> list[list[tuple[str, str]]]:
    """Each cell's character and style, without what a style carries beside its look."""
    return [
        [
            (
                character,
                str(segment.style and segment.style.clear_meta_and_links()).replace(
                    "not reverse ", ""
                ),
            )
            for segment in strip
            for character in segment.text
        ]
        for strip in strips
    ]


async def test_lines_of_a_list_look_as_textual_itself_makes_them() -> None:
    words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=90)

    async with _App().run_test() as pilot:
        pane = pilot.app.query_one(_Pane)

        @settings(max_examples=150, deadline=None)
        @given(words, words, st.integers(4, 60))
        def look_alike(one: str, other: str, width: int) -> None:
            content = text.lines([text.line((text.words(one, "bold")), " a "), text.words(other)])
            theirs = Visual.to_strips(pane, content, width, None, pane.visual_style, pad=True)
            assert _looks(strips_of(pane, content, width, pane.visual_style)) == _looks(theirs)

        look_alike()
