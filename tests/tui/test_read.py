"""Read: walking through findings, what is marked, the outline, copying, going back."""

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.reading import open_letter
from tui.panes.document import DocumentPane
from tui.screens.outline import SectionList
from tui.screens.read import Read
from tui.widgets.bars import TitleBar

SIZE = (100, 30)


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
        # Findings that begin in one line share its sign.
        assert starts * 0.4 <= len(signs) <= starts


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


async def test_the_outline_lists_sections_with_their_findings_and_goes_there(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        pane = read.query_one(DocumentPane)
        await pilot.press("O")
        await settled(pilot)
        outline = app.screen.query_one(SectionList)
        assert [s.heading for s in outline.sections] == [s.heading for s in pane.sections]
        inside = [
            sum(section.first <= index <= section.last for index in read.findings)
            for section in outline.sections
        ]
        shown = [outline.row_content(n, 60, False).plain.split()[-1] for n in range(outline.count)]
        assert shown == [str(count) if count else "none" for count in inside] and sum(inside) > 5
        await pilot.press("end", "enter")
        await settled(pilot)
        assert app.screen is read and read.sentence == pane.sections[-1].first
        await pilot.press("n")
        assert read.sentence > pane.sections[-1].first or read.sentence == read.findings[0]


async def test_the_minimap_has_a_sign_where_each_finding_lies(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        pane = read.query_one(DocumentPane)
        cells = {pane.map.cell_of(index) for index in read.findings}
        drawn = {y for y in range(pane.content_size.height) if pane.edge(y).text[0] in "−±+"}
        assert drawn == cells
        await pilot.press("p")
        await settled(pilot)
        drawn = {y for y in range(pane.content_size.height) if pane.edge(y).text[0] == "+"}
        assert drawn
        first = min(drawn)
        x = pane.outer_size.width - pane.gutter.right - 2
        await pilot.click(pane, offset=(x, first + pane.gutter.top))
        await settled(pilot)
        assert read.query_one(DocumentPane).highlighted >= 0
        assert pane.map.cell_of(pane.sentence) == first


async def test_figures_and_quotations_are_marked(sample_library: Library) -> None:
    article = next(r for r in sample_library.records.values() if r.quotations and r.figures)
    document = sample_library.document(article.id)
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        names = browse_of(app).vocabulary.names()
        await app.push_screen(Read(document, 0, browse_of(app).filters, names))
        await settled(pilot)
        pane = app.screen.query_one(DocumentPane)
        contents = [pane.row_content(row, 90, False) for row in range(pane.count)]
        gutters = [line[2:3] for content in contents for line in content.plain.split("\n")]
        assert "#" in gutters and "”" in gutters
        marked = [
            content.plain[span.start : span.end]
            for content in contents
            for span in content.spans
            if "underline" in str(span.style) or "italic" in str(span.style)
        ]
        shown = " ".join(marked)
        for quotation in document.quotations:
            assert quotation.text.split()[0] in shown


async def test_themes_are_chosen_while_reading(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        every = len(read.findings)
        await pilot.press("t", "w")
        await settled(pilot)
        assert read.filters.themes == ("workforce",)
        assert 0 < len(read.findings) < every
        assert all("workforce" in read.document.sentences[i].themes for i in read.findings)
        await pilot.press("T")
        await settled(pilot)
        assert len(read.findings) == every
        assert browse_of(app).filters.themes == ()


async def test_r_reads_the_same_concern_at_the_earlier_visit(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        known = browse_of(app).known_repeats.of("Tameside").earlier
        repeated = next(i for i in read.findings if f"{read.document.id}:{i}" in known)
        read.go_to_sentence(repeated)
        await pilot.press("r")
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, Read) and app.screen is not read
        earlier = f"{app.screen.document.id}:{app.screen.sentence}"
        assert earlier == known[f"{read.document.id}:{repeated}"]
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is read


@pytest.mark.parametrize("width", [100, 80, 60])
async def test_the_title_is_said_shorter_before_it_is_cut(
    sample_library: Library, width: int
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(width, 24)) as pilot:
        read = await open_letter(app, pilot, sample_library)
        for key in ("n", "G"):
            await pilot.press(key)
            await settled(pilot)
            title = str(read.query_one(TitleBar).render())
            assert "Tameside" in title and "2018" in title and "…" not in title
