"""Journey at every size: how much is seen, columns out of view, titles and numbers not cut."""

from pathlib import Path

import pytest

from store.comparing import Tally
from store.library import Library
from tests.tui.apps import app_on, settled
from tests.tui.journeys import at_journey, sentences
from tests.tui.small_libraries import many_visits
from tui.screens.compare import Compare
from tui.screens.journey import Journey
from tui.widgets.bars import TitleBar

WIDE = (160, 50)
SMALL = (80, 24)


async def test_where_it_is_tall_two_sections_are_seen(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        journey = await at_journey(app, pilot)
        assert journey.themes.display and journey.judged.size.height > 0
        journey.judged.focus()
        await settled(pilot)
        assert journey.section == "judgements"
        assert journey.pointed and "effectiveness" in journey.pointed.title
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert journey.themes.size.height == 0 and journey.judged.size.height > 0


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_columns_out_of_view_are_counted_and_the_cell_has_a_sign(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        journey = await at_journey(app, pilot)
        table = journey.themes
        seen = set()
        for _ in range(len(table.matrix.visits) + 2):
            left, right = table.beyond
            seen.add((left > 0, right > 0))
            told = table.render_line(1).text[: table.ordered_columns[0].get_render_width(table)]
            assert (f"◂ {left}" in told) == (left > 0) and (f"{right} ▸" in told) == (right > 0)
            row = table.render_line(table.header_height).text
            cell = "".join(w for w, _ in table._cells[0][table.cursor_coordinate.column]).strip()
            assert row.count("▸") == 1
            assert not cell or row.partition("▸")[2].strip().startswith(cell.split()[0])
            await pilot.press("left")
            await settled(pilot)
            await pilot.pause(0.3)
        assert (True, False) in seen or (True, True) in seen
        assert any(right for _, right in seen)


@pytest.mark.parametrize("size", [(100, 30), SMALL, (60, 20)])
async def test_sentences_alone_stand_under_what_they_are_of(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("down", "down", "enter")
        await settled(pilot)
        pane = sentences(journey)
        assert journey.pointed is not None and journey.pointed.rows
        drawn = app.screen._compositor.render_strips(app.screen.size)
        lines = ["".join(segment.text for segment in strip) for strip in drawn]
        assert any(journey.pointed.title in line for line in lines), pane.border_title


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_titles_are_said_shorter_before_they_are_cut(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await at_journey(app, pilot)
        for key in ("", "equals_sign"):
            await pilot.press(*([key] if key else []))
            await settled(pilot)
            assert isinstance(app.screen, Compare if key else Journey)
            assert "…" not in str(app.screen.query_one(TitleBar).render())


async def test_a_column_is_as_wide_as_its_own_numbers(sample_library: Library) -> None:
    """What all visits tell of together takes no room from the columns of single visits."""
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        table = (await at_journey(app, pilot)).themes
        real = table.matrix.tally

        def many(theme: str, visit: str | None) -> Tally:
            return real(theme, visit) if visit else Tally(11_234, 10_456)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(table.matrix), "tally", lambda matrix, *of: many(*of))
            table._fill()
        await settled(pilot)
        every, *visits = [column.width for column in table.ordered_columns[1:]]
        assert every == len("−11234 +10456") and set(visits) == {8}
        assert table.shown[1][1] == "−11234 +10456"


@pytest.mark.parametrize("size", [WIDE, (120, 40), SMALL, (40, 12)])
async def test_no_number_is_cut(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Many concerns at one visit and many strengths at another stand in columns of one width."""
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        journey = await at_journey(app, pilot)
        matrix = journey.themes.matrix
        held = [visit.key for visit in matrix.visits if visit.documents]
        odd = {held[0]: Tally(4321, 2), held[-1]: Tally(3, 8765)}
        monkeypatch.setattr(
            type(matrix), "tally", lambda self, theme, visit: odd.get(visit, Tally(4324, 8767))
        )
        journey.themes.next_signs()
        for _ in range(2):
            journey.themes.next_signs()
            await settled(pilot)
            widths = [column.width for column in journey.themes.ordered_columns]
            for row in journey.themes.shown[1:]:
                assert all(
                    len(cell) <= width for cell, width in zip(row[1:], widths[1:], strict=True)
                )
            drawn = "".join(
                "".join(segment.text for segment in journey.themes.render_line(y))
                for y in range(journey.themes.size.height)
            )
            assert "8765" in drawn and "8765…" not in drawn


async def test_wide_screens_show_no_fewer_visits_than_narrow_ones(tmp_path: Path) -> None:
    """Beside many visits the sentences give way, or stand below."""
    library = many_visits(tmp_path, 7)
    shown = []
    for size in [(80, 24), (100, 30), (120, 40), (140, 40), (160, 50)]:
        app = app_on(library)
        async with app.run_test(size=size) as pilot:
            journey = await at_journey(app, pilot)
            await settled(pilot)
            table = journey.themes
            shown.append(len(table.ordered_columns) - sum(table.beyond))
            assert size != (160, 50) or journey.query_one("#sentences").size.width > 40
    assert shown == sorted(shown) and shown[-1] == len(journey.themes.matrix.visits) + 2
