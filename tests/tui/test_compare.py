"""Compare: two visits, two councils, what is counted, marked and copied."""

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.comparing import at_compare, chosen, councils_of, head, visits_of
from tui.panes.compare_councils import CouncilsTable
from tui.panes.compare_visits import VisitsTable
from tui.panes.concerns import ConcernsPane
from tui.screens.read import Read

MEDIUM = (120, 40)


async def test_it_opens_on_the_visit_and_the_one_before(sample_library: Library) -> None:
    app = app_on(sample_library)
    sixth = next(v for v in sample_library.visits if v.council == "Tameside" and v.ordinal == 6)
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot, visit=sixth.key)
        table = visits_of(compare)
        assert table.later == sixth and table.earlier.ordinal == 5
        assert "does not mean settled" in head(compare)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_without_a_visit_the_last_two_are_compared(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        table = visits_of(await at_compare(app, pilot))
        assert (table.earlier.when, table.later.when) == ("2023-12-04", "2025-02")


async def test_the_counts_add_up_and_open_their_sentences(sample_library: Library) -> None:
    app = app_on(sample_library)
    report = next(v for v in sample_library.visits if v.key.startswith("Tameside|inspection|2023"))
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot, visit=report.key)
        await chosen(pilot, "sixth")
        table = visits_of(compare)
        assert table.told is not None
        gone, before, again, elsewhere, new = table.told.parts
        assert again and before and gone and new
        pane = compare.query_one(ConcernsPane)
        counts = {"gone": gone, "again": before + again, "elsewhere": elsewhere, "new": new}
        for column, name in enumerate(table.columns_shown):
            table.move_cursor(row=0, column=column)
            await settled(pilot)
            if name in counts:
                expected = compare.held.rows_of([told.id for told in counts[name]])
                assert list(compare.pointed.rows if compare.pointed else ()) == expected
                assert pane.count == len(expected)
        table.move_cursor(row=1, column=table.columns_shown.index("now"))
        await settled(pilot)
        assert compare.pointed and compare.pointed.filters
        assert compare.pointed.filters.visit == table.later.key
        assert pane.count == table.matrix.tally(table.themes[1], table.later.key).concerns
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert isinstance(app.screen, Read)


async def test_a_theme_is_told_of_at_one_visit_or_both(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        table = visits_of(await at_compare(app, pilot))
        states = {table.state(theme) for theme in table.matrix.themes}
        assert states >= {"both", "then"}
        for theme in table.matrix.themes:
            then = table.matrix.tally(theme, table.earlier.key).concerns
            now = table.matrix.tally(theme, table.later.key).concerns
            expected = {(1, 1): "both", (1, 0): "then", (0, 1): "now", (0, 0): ""}
            assert table.state(theme) == expected[bool(then), bool(now)]
        await pilot.press("z")
        await settled(pilot)
        assert table.themes[1:] == table.matrix.themes


async def test_what_is_told_again_is_marked_as_in_browse(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(170, 40)) as pilot:
        compare = await at_compare(app, pilot)
        await chosen(pilot, "sixth")
        await pilot.press("C", *"2023", "enter")
        await settled(pilot)
        table = visits_of(compare)
        assert table.told is not None
        marked = {*compare.held.repeats.of("Tameside").earlier}
        pane = compare.query_one(ConcernsPane)
        for name in ("again", "new"):
            table.move_cursor(row=0, column=table.columns_shown.index(name))
            await settled(pilot)
            assert compare.pointed and compare.pointed.rows
            found = [compare.finding(row) for row in compare.pointed.rows]
            later = [each for each in found if each.visit == table.later.key]
            assert later
            for finding in later:
                assert bool(finding.repeat_of) == (finding.id in marked)
                assert bool(pane.again(finding)) == (finding.id in marked)
            if name == "new":
                assert not any(finding.repeat_of for finding in later)


async def test_grades_are_told_with_the_inspections_that_gave_them(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(170, 40)) as pilot:
        compare = await at_compare(app, pilot)  # a monitoring visit, which gives no grades
        await chosen(pilot, "sixth")
        await pilot.press("C", *"2023", "enter")
        await settled(pilot)
        table = visits_of(compare)
        assert (table.earlier.when, table.later.when) == ("2018-08-22", "2023-12-04")
        assert "inspected Sep 2016 → Dec 2023: " in head(compare)


async def test_per_and_swap(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot)
        await pilot.press("m", "X")
        await settled(pilot)
        visits_of(compare)
        await chosen(pilot, "read")
        table = councils_of(compare)
        one, other = table.sides
        assert table.shown[1][2] == f"{100 * one.tally('').concerns / one.sentences:.1f}"
        assert "no statistical neighbour" in head(compare)
        await pilot.press("m")
        await settled(pilot)
        assert table.shown[1][2] == f"{one.tally('').concerns / one.documents:.1f}"
        await pilot.press("X")
        await settled(pilot)
        assert [side.council for side in councils_of(compare).sides] == ["Reading", "Tameside"]
        assert councils_of(compare).sides[0].tally("") == other.tally("")


def test_more_concern_is_told_of_one_or_alike(sample_library: Library) -> None:
    from types import SimpleNamespace

    table = CouncilsTable.__new__(CouncilsTable)
    table.sides = (  # type: ignore[assignment]
        SimpleNamespace(council="Ours", documents=1),
        SimpleNamespace(council="Theirs", documents=1),
    )
    for shares, words in (
        ((3.0, 1.0), "◀ Ours"), ((1.0, 3.0), "▶ Theirs"), ((2.0, 2.1), "≈ alike"), ((0.0, 0.0), ""),
    ):  # fmt: skip
        table._shares = lambda theme, told=shares: told  # type: ignore[method-assign]
        assert table.more_of("workforce") == words


async def test_what_is_counted_and_the_order_stay_whatever_is_compared(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        compare = await at_compare(app, pilot)
        await chosen(pilot, "dudley")
        await pilot.press("m", "z")
        await settled(pilot)
        before = councils_of(compare)
        head, themes = before.shown[0], before.themes
        for turn in ("X", "reading", "dudley"):
            if turn == "X":
                await pilot.press("X")
                await settled(pilot)
            else:
                await chosen(pilot, turn)
            table = compare.table
            assert table is not None and table is not before and not table.by_number
            assert list(table.themes[1:]) == [t for t in themes[1:] if t in table.themes]
            if isinstance(table, CouncilsTable):
                assert table.per == "document" and table.shown[0][2] == head[2]


@pytest.mark.parametrize("other", ["", "dudley"])
async def test_what_is_compared_is_copied_with_its_sources(
    sample_library: Library, copied: list[str], other: str
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        await at_compare(app, pilot)
        if other:
            await chosen(pilot, other)
        await pilot.press("y")
        await settled(pilot)
        assert "drift and delay\t" in copied[0]
        expected = "3 letters and reports" if other else "tameside-2024-02-13-inspection-report.pdf"
        assert expected in copied[0]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (150, 40), (160, 50)])
async def test_with_room_the_visits_and_the_names_of_themes_are_told_in_full(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        table = visits_of(await at_compare(app, pilot))
        assert ("state" in table.columns_shown) == (size[0] >= 100)
        assert table.beyond == (0, 0)
        cut = _cut(table)
        assert not any(cut[1:]) and (size[0] <= 100 or not cut[0])


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (150, 40), (160, 50)])
async def test_the_council_told_more_of_is_named(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        compare = await at_compare(app, pilot)
        await chosen(pilot, "worcester")
        table = councils_of(compare)
        assert any("Tameside" in row[-1] for row in table.shown[1:])
        cut = _cut(table)
        assert not cut[-1] if size[0] > 80 else cut[-1] <= {"▶ Worcestershire"}
        assert size[0] < 150 or not any(cut)
        assert table.beyond == (0, 0)


def _cut(table: VisitsTable | CouncilsTable) -> list[set[str]]:
    """Of each column what has not room in it."""
    columns = zip(*table.shown[1:], strict=True)
    return [
        {words for words in shown if len(words) > column.width}
        for shown, column in zip(columns, table.ordered_columns, strict=True)
    ]
