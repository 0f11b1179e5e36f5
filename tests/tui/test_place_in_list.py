"""Where a finding stands, as its list says it: the paragraph and the page are never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.wording import PlaceInList

PLACE = PlaceInList("report 9 Jun 2022", "Children who are privately fostered", "¶14, p. 11")


def test_the_heading_gives_way_first_then_the_document() -> None:
    whole = "report 9 Jun 2022 · Children who are privately fostered ¶14, p. 11"
    assert PLACE.within(90) == PLACE.within(len(whole)) == whole
    assert PLACE.within(44) == "report 9 Jun 2022 · Children who… ¶14, p. 11"
    assert PLACE.within(34) == "report 9 Jun 2022 · ¶14, p. 11"
    assert PLACE.within(22) == "report 9 J… ¶14, p. 11"
    assert PLACE.within(10) == "¶14, p. 11"
    assert PlaceInList("", "Children who are privately fostered", "¶14").within(20) == (
        "Children who ar… ¶14"
    )
    assert PlaceInList("letter", "", "¶3").within(30) == "letter · ¶3"


@given(st.text(max_size=30), st.text(max_size=60), st.integers(14, 100))
def test_the_mark_is_whole_at_every_width(document: str, heading: str, width: int) -> None:
    place = PlaceInList(document, heading, "para 7, p. 31")
    assert place.within(width).endswith("para 7, p. 31")
    assert cell_len(place.within(width)) <= width


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (100, 30), (160, 50)])
async def test_every_row_of_the_list_ends_its_place_with_the_mark(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.query_one(CouncilsPane).pick("Tameside")
        await settled(pilot)
        pane = browse.query_one(ConcernsPane)
        assert pane.count
        width = max(28, pane.content_size.width - pane.EDGE)
        for row in range(pane.count):
            finding = browse.finding(browse.selection.listed[row])  # type: ignore[union-attr]
            mark = browse._place(finding).mark
            shown = pane.row_content(row, width, False).plain.splitlines()
            assert any(line.rstrip().endswith(mark) for line in shown), shown
