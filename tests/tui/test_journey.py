"""Journey: every section, every key, what it opens and what it copies."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.journeys import at_journey, sentences
from tests.tui.small_libraries import one_document
from tui.panes.councils import CouncilsPane
from tui.screens.compare import Compare
from tui.screens.journey import Journey
from tui.screens.read import Read

WIDE = (160, 50)
MEDIUM = (120, 40)
SMALL = (80, 24)


async def test_it_opens_on_the_visit_that_was_highlighted(sample_library: Library) -> None:
    app = app_on(sample_library)
    visit = next(v for v in sample_library.visits if v.council == "Tameside" and v.ordinal == 6)
    async with app.run_test(size=WIDE) as pilot:
        journey = await at_journey(app, pilot, visit=visit.key)
        column = journey.themes.cursor_coordinate.column
        assert journey.themes.matrix.visits[column - 2] == visit
        assert journey.pointed and journey.pointed.filters
        assert journey.pointed.filters.visit == visit.key
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_the_sentences_follow_the_cursor(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        table, matrix = journey.themes, journey.themes.matrix
        for keys in (
            ("j",),
            ("down",),
            ("h",),
            ("left",),
            ("l",),
            ("right",),
            ("k",),
            ("G",),
            ("g",),
        ):
            await pilot.press(*keys)
            await settled(pilot)
            row, column = table.cursor_coordinate
            visit = matrix.visits[column - 2].key if column > 1 else None
            expected = matrix.rows(table.themes[row], visit)
            assert sentences(journey).count == len(expected)
            assert list(journey.pointed.rows if journey.pointed else ()) == expected
        assert table.cursor_coordinate.row == 0


async def test_enter_reads_the_findings_and_escape_comes_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        journey = await at_journey(app, pilot)
        assert not sentences(journey).display
        await pilot.press("j", "enter")
        await settled(pilot)
        assert journey.reading and sentences(journey).display
        row = sentences(journey).picked_row
        await pilot.press("enter")
        await settled(pilot)
        read = app.screen
        assert isinstance(read, Read) and row is not None
        document, number, _ = journey.held.index.sentence(row)
        assert (read.document.id, read.sentence) == (document.id, number)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is journey and journey.reading
        await pilot.press("escape")
        await settled(pilot)
        assert journey.themes.has_focus and not sentences(journey).display
        await pilot.press("tab")
        await settled(pilot)
        assert journey.reading
        await pilot.press("shift+tab", "escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_an_empty_cell_opens_nothing(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        empty = next(n for n, v in enumerate(journey.themes.matrix.visits) if not v.documents)
        journey.themes.move_cursor(row=1, column=empty + 2)
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert not journey.reading and sentences(journey).count == 0
        assert journey.themes.shown[1][empty + 2] == ""


async def test_browse_takes_the_filters_of_a_cell(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("p", "j")
        await settled(pilot)
        pointed = journey.pointed
        assert pointed and pointed.filters
        await pilot.press("B")
        await settled(pilot)
        browse = browse_of(app)
        assert app.screen is browse and browse.filters == pointed.filters
        assert browse.selection and browse.selection.rows() == list(pointed.rows)
        picked = browse.query_one(CouncilsPane).picked
        assert picked and picked[1] and picked[1].key == pointed.filters.visit


async def test_order_and_signs(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        table = journey.themes
        await pilot.press("j", "j")
        theme = table.themes[table.cursor_coordinate.row]
        await pilot.press("z")
        await settled(pilot)
        assert table.themes[1:] == table.matrix.themes
        assert table.themes[table.cursor_coordinate.row] == theme
        await pilot.press("z")
        await settled(pilot)
        assert table.themes[1:] == table.matrix.by_number()
        for signs, sign in (("concerns", "+"), ("strengths", "−"), ("both", None)):
            await pilot.press("p")
            await settled(pilot)
            assert table.signs == signs
            cells = "".join("".join(row[1:]) for row in table.shown[1:])
            assert sign is None or sign not in cells
        assert "+" in cells and "−" in cells


async def test_judgements_show_change_and_open_the_area(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("2")
        await settled(pilot)
        table = journey.judged
        assert journey.section == "judgements" and table.has_focus
        shown = {row[0]: row[1:] for row in table.shown[1:]}
        assert shown["overall effectiveness"] == ["inadequate", "= inadequate"]
        assert shown["adoption"] == ["good", ""]
        table.move_cursor(row=table.areas.index("in_care"), column=2)
        await settled(pilot)
        pointed = journey.pointed
        assert pointed and pointed.rows
        headings = {journey.held.index.sentence(row)[2].section for row in pointed.rows}
        assert all("children in care" in heading for heading in headings)


async def test_figures_are_plotted_and_their_sentences_marked(sample_library: Library) -> None:
    from tui.panes.figure_plot import FigurePlot
    from tui.panes.journey_figures import mark_of

    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("3")
        await settled(pilot)
        await settled(pilot)
        measures = journey.figures.measures
        assert measures.has_focus and measures.current
        assert measures.current.measure == "highest caseloads" and measures.current.over_time
        plot = journey.query_one(FigurePlot)
        assert plot.display and plot.plotted == measures.current
        marks = {mark_of(point.figure) for point in measures.current.points}
        # The line, the one range, the figures by their signs, the one that is marked.
        assert plot.drawn == 3 + len(marks)
        words = str(journey.query_one("#plot-words").render())
        assert "● the sentence highlighted" in words and "│ range" in words
        assert all(f"{mark} " in words for mark in marks)
        beside = [point for point in measures.current.points if point not in measures.current.line]
        assert ("also told: " in words) == bool(beside)
        assert (
            plot.marked
            and journey.held.index.row_of(plot.marked.document, plot.marked.figure.sentence)
            == sentences(journey).picked_row
        )
        first = plot.marked
        await pilot.press("enter", "j")
        await settled(pilot)
        assert plot.marked and plot.marked != first
        await pilot.press("escape", "j")
        await settled(pilot)
        assert measures.current and not measures.current.over_time and not plot.display
        assert "one date only" in str(journey.query_one("#plot-words").render())


async def test_repeats_tell_at_how_many_visits(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("4")
        await settled(pilot)
        items = journey.threads.items
        oversight = next(n for n, item in enumerate(items) if item.theme == "management-oversight")
        row = str(journey.threads.row_content(oversight, 80, False))
        assert "management oversight" in row and "found at 4 of 5 visits" in row
        assert row.count("−") == 4 and row.count("·") == 1
        thread = next(n for n, item in enumerate(items) if item.thread)
        journey.threads.highlight(thread)
        await settled(pilot)
        assert sentences(journey).count == len(items[thread].rows) > 1
        visits = {journey.finding(row).visit for row in items[thread].rows}
        assert visits == set(items[thread].visits)
        await pilot.press("B")
        await settled(pilot)
        assert browse_of(app).filters.repeats


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("1", "drift and delay\t−"),
        ("2", "overall effectiveness\tinadequate"),
        ("3", "agency staff 41 %"),
        ("4", "management oversight: found at 4 of 5 visits"),
    ],
)
async def test_each_section_copies_its_sums_with_sources(
    sample_library: Library, copied: list[str], section: str, words: str
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        await at_journey(app, pilot)
        await pilot.press(section, "y")
        await settled(pilot)
        assert len(copied) == 1
        assert words in copied[0] and "Tameside" in copied[0]
        assert "2016" in copied[0] and "report" in copied[0]


async def test_in_the_sentences_y_copies_the_finding(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    monkeypatch.setattr("tui.clipboard.copy_finding", lambda app, finding: found.append(finding.id))
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("enter", "y")
        await settled(pilot)
        row = sentences(journey).picked_row
        assert row is not None and found == [journey.finding(row).id]


async def test_tabs_and_cells_by_mouse(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.click("#sections", offset=(14, 0))
        await settled(pilot)
        assert journey.section == "judgements"
        await pilot.click("#sections", offset=(2, 0))
        await settled(pilot)
        await pilot.click("#themes-by-visit", offset=(3, 4), times=2)
        await settled(pilot)
        assert journey.themes.cursor_coordinate[1] == 0 and journey.reading


async def test_compare_lies_over_journey(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        await pilot.press("equals_sign")
        await settled(pilot)
        assert isinstance(app.screen, Compare)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is journey


EMPTY: dict[str, Callable[[Journey], str]] = {
    "3": lambda journey: str(journey.figures.measures.empty_content()),
    "4": lambda journey: str(journey.threads.empty_content()),
}


async def test_a_council_with_one_document(tmp_path: Path) -> None:
    library = one_document(tmp_path, "reading-2019-07-19-monitoring-visit-letter.pdf")
    app = app_on(library)
    async with app.run_test(size=SMALL) as pilot:
        journey = await at_journey(app, pilot, "Reading")
        held = [visit for visit in journey.themes.matrix.visits if visit.documents]
        assert len(held) == 1 and sentences(journey).count > 0
        for key, words in (("3", "give no figures"), ("4", "nothing can repeat")):
            await pilot.press(key, "enter", "y")
            await settled(pilot)
            assert words in EMPTY[key](journey) and not journey.reading


async def test_an_empty_library_has_no_journey(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("J", "equals_sign")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_the_colours_follow_the_theme(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        journey = await at_journey(app, pilot)
        before = journey.themes.get_cell_at(journey.themes.cursor_coordinate).spans
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert journey.themes.get_cell_at(journey.themes.cursor_coordinate).spans != before
