"""Read: walking through findings, finding words, copying, going back."""

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.document import DocumentPane
from tui.screens.read import Read
from tui.widgets.bars import TitleBar
from tui.widgets.filter_line import FilterLine

SIZE = (100, 30)


async def open_letter(app, pilot, library: Library) -> Read:  # type: ignore[no-untyped-def]
    """Read the Tameside letter of September 2018, from its first concern."""
    await settled(pilot)
    visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
    browse_of(app).query_one(CouncilsPane).pick("Tameside", visit.key)
    await settled(pilot)
    pane = browse_of(app).query_one(ConcernsPane)
    index = browse_of(app).index
    assert index is not None
    letter = next(i for i in visit.documents if library.records[i].kind.endswith("letter"))
    rows = browse_of(app).selection.rows()
    pane.pick(next(row for row in rows if index.place_of(row).document == letter))
    await settled(pilot)
    await pilot.press("3")
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    assert isinstance(app.screen, Read)
    return app.screen


async def test_enter_opens_the_document_at_the_finding(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        assert read.document.kind == "monitoring-visit-letter"
        assert read.sentence == read.findings[0]
        assert "1 of" in str(read.query_one(TitleBar).render())


async def test_n_walks_through_the_findings_and_round(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        findings = read.findings
        assert len(findings) > 5
        seen = [read.sentence]
        for _ in range(len(findings)):
            await pilot.press("n")
            seen.append(read.sentence)
        assert seen == [*findings, findings[0]]
        await pilot.press("N")
        assert read.sentence == findings[-1]


async def test_n_goes_on_from_where_the_reader_scrolled_to(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        await pilot.press("end", "N")
        await settled(pilot)
        assert read.sentence == read.findings[-1]
        await pilot.press("home", "n")
        await settled(pilot)
        assert read.sentence == read.findings[0]


async def test_find_counts_and_steps_through_the_places(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        await pilot.press("slash", *"supervision")
        await settled(pilot)
        places = [
            index
            for index, sentence in enumerate(read.document.sentences)
            if "supervision" in sentence.text.lower()
        ]
        assert list(read.found) == places and len(places) > 1
        assert read.sentence in places
        await pilot.press("enter")
        await settled(pilot)
        assert not read.query_one(FilterLine).is_open
        here = places.index(read.sentence)
        await pilot.press("n")
        assert read.sentence == places[(here + 1) % len(places)]
        assert f"of {len(places)}" in str(read.query_one(TitleBar).render())
        await pilot.press("escape")
        await settled(pilot)
        assert not read.found and app.screen is read
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_polarity_changes_what_is_marked(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        concerns = read.findings
        await pilot.press("p")
        await settled(pilot)
        assert read.filters.shown == "strengths" and read.findings != concerns


async def test_copy_takes_the_sentence_that_is_read(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        await pilot.press("n", "y")
        await settled(pilot)
        text = read.document.sentences[read.sentence].text
        assert app.clipboard.startswith(f"“{text}” (Ofsted, Tameside monitoring visit letter")


async def test_gutter_has_a_sign_where_each_finding_begins(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        pane = read.query_one(DocumentPane)
        drawn = "\n".join(
            pane.row_content(row, 90, False).plain for row in range(pane.count)
        ).splitlines()
        signs = [line[1] for line in drawn if len(line) > 2 and line[1] in "−±+"]
        starts = len(read.findings)
        # Two findings that begin in one line share its sign.
        assert starts * 0.6 <= len(signs) <= starts


async def test_whole_text_is_shown_in_order(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        pane = read.query_one(DocumentPane)
        shown = " ".join(
            " ".join(line[4:] for line in pane.row_content(row, 80, False).plain.split("\n"))
            for row in range(pane.count)
        )
        flat = "".join(shown.split())
        position = 0
        for sentence in read.document.sentences:
            wanted = "".join(sentence.text.split())
            position = flat.index(wanted, position) + len(wanted)
