"""Exports: every form holds what was selected, word for word, and is written whole or not."""

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import paths
from store.comparing import EVERY_THEME, theme_matrix
from store.export import exports
from store.export.briefed import NO_THEME, briefing
from store.export.csv_file import defused
from store.export.exports import FORMS, export
from store.export.pages import as_markdown
from store.export.selected import Selected, select
from store.export.tables import TABLES, Cell, table
from store.export.written import ExportError, ExportExists, write_whole
from store.findings.themes import vocabulary
from store.findings.trained.weights import MODEL_FILE, read_card
from store.library import Library
from store.library.record import CONCERNS, STRENGTHS
from store.selection import Filters, Selection, index_of
from store.selection.theme_map import strengths_map, theme_map

THEMES = vocabulary(None, phrases=False).names()
TAMESIDE = Filters(councils=("Tameside",))


@pytest.fixture
def tameside(sample_library: Library) -> Selected:
    return select(sample_library, TAMESIDE, THEMES)


def written(library: Library, out: Path, filters: Filters = TAMESIDE, **given: str) -> Path:
    export(out, library, filters, THEMES, today="2026-11-22", **given)  # type: ignore[arg-type]
    return out


def concerns(selected: Selected) -> list[str]:
    return [f.text for f in selected.findings if f.polarity in CONCERNS]


@pytest.mark.parametrize("suffix", FORMS)
def test_every_form_is_written_alone(sample_library: Library, tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = written(sample_library, folder / f"tameside{suffix}")
    assert out.stat().st_size > 500
    assert list(folder.iterdir()) == [out]


def test_csv_reads_back_to_the_findings(
    sample_library: Library, tameside: Selected, tmp_path: Path
) -> None:
    out = written(sample_library, tmp_path / "findings.csv")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"].lstrip("'") for row in rows] == [f.text for f in tameside.findings]
    assert [row["polarity"] for row in rows] == [f.polarity for f in tameside.findings]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_a_sheet_and_json_lines(
    sample_library: Library, tmp_path: Path, name: str
) -> None:
    book = openpyxl.load_workbook(written(sample_library, tmp_path / "all.xlsx"))
    rows = list(book[name].iter_rows(values_only=True))
    lines = written(sample_library, tmp_path / "lines.jsonl", sheet=name).read_text().splitlines()
    assert len(rows) - 1 == len(lines) > 0
    assert book[name].auto_filter.ref and book[name].freeze_panes == "A2"
    if name != "findings":  # those lines are the command line's own
        assert list(json.loads(lines[0])) == list(rows[0])


def test_a_workbook_links_to_its_sources(sample_library: Library, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(sample_library, tmp_path / "all.xlsx"))
    links = [row[-1].hyperlink for row in book["documents"].iter_rows(min_row=2)]
    names = [
        unquote(link.target or "").replace("\\", "/").rpartition("/")[2] for link in links if link
    ]
    assert sorted(names) == sorted(
        Path(r.path).name for r in sample_library.records.values() if r.is_about("Tameside")
    )


def test_numbers_agree_between_forms(
    sample_library: Library, tameside: Selected, tmp_path: Path
) -> None:
    told = len(concerns(tameside))
    page = written(sample_library, tmp_path / "t.md").read_text("utf-8")
    assert f"## Concerns by theme ({told})" in page
    part = page.split("## Concerns by theme")[1].split("## Strengths by theme")[0]
    assert len(re.findall(r"^- “", part, re.MULTILINE)) == told
    web = written(sample_library, tmp_path / "t.html").read_text("utf-8")
    section = web.split('id="concerns"')[1].split("</section>")[0]
    assert section.count("<li>") == told
    word = docx.Document(str(written(sample_library, tmp_path / "t.docx")))
    listed = [p.text for p in word.paragraphs]
    assert f"Concerns by theme ({told})" in listed
    matrix = openpyxl.load_workbook(written(sample_library, tmp_path / "t.xlsx"))["matrix"]
    rows = list(matrix.iter_rows(min_row=2, values_only=True))
    assert [row[:2] for row in rows] == [("Tameside", "concerns"), ("Tameside", "strengths")]
    for row, polarities in zip(rows, (CONCERNS, STRENGTHS), strict=True):
        counted = [f for f in tameside.findings if f.polarity in polarities]
        assert row[-1] == len(counted)
        workforce = sum("workforce" in f.themes for f in counted)
        assert row[2 + list(THEMES).index("workforce")] == workforce


def listed(library: Library, name: str, filters: Filters) -> list[dict[str, Cell]]:
    told = table(select(library, filters, THEMES), name)
    return [dict(zip(told.columns, row, strict=True)) for row in told.rows]


@pytest.mark.parametrize("shown", ["all", "concerns", "strengths"])
def test_the_matrix_has_the_numbers_of_the_councils(sample_library: Library, shown: str) -> None:
    """Those of the list of councils, of the map of themes and of Journey."""
    rows = {
        (row["council"], row["counted"]): row
        for row in listed(sample_library, "matrix", Filters(shown=shown))
    }
    records, cards = list(sample_library.records.values()), sample_library.councils
    index = index_of(sample_library)
    themes = list(THEMES)
    maps = {
        "concerns": theme_map(records, cards, themes),
        "strengths": strengths_map(index, records, cards, themes),
    }
    asked = ("concerns", "strengths") if shown == "all" else (shown,)
    assert {counted for _, counted in rows} == {*asked}
    for card in cards:
        journey = theme_matrix(index, card.name, sample_library.visits, themes)
        for counted in asked:
            row = rows[card.name, counted]
            assert row["findings"] == getattr(card, counted)
            [mapped] = [each for each in maps[counted].rows if each.council == card.name]
            assert mapped.total == row["findings"]
            assert getattr(journey.tally(EVERY_THEME, None), counted) == row["findings"]
            for theme, name in THEMES.items():
                assert row[name] == mapped.number(theme)
                assert row[name] == getattr(journey.tally(theme, None), counted)


@pytest.mark.parametrize("shown", ["all", "concern", "strengths"])
def test_a_visit_has_the_same_numbers_in_every_export(sample_library: Library, shown: str) -> None:
    index = index_of(sample_library)
    for council in ("Tameside", "Worcestershire"):
        filters = Filters(councils=(council,), shown=shown)
        journey = theme_matrix(index, council, sample_library.visits, list(THEMES))
        rows = {row["visit"]: row for row in listed(sample_library, "visits", filters)}
        assert rows
        for visit in sample_library.visits:
            if visit.council == council:
                row, tally = rows[visit.key], journey.tally(EVERY_THEME, visit.key)
                assert (row["concerns"], row["strengths"]) == (tally.concerns, tally.strengths)
                at_visit = Selection(index, filters.but(visit=visit.key))
                assert row["selected"] == at_visit.count


def test_a_sentence_on_two_councils_is_told_of_each(sample_library: Library) -> None:
    rows = listed(sample_library, "findings", Filters())
    of_both = [row for row in rows if row["council"] == "Tameside; Worcestershire"]
    assert of_both
    for council in ("Tameside", "Worcestershire"):
        own = listed(sample_library, "findings", Filters(councils=(council,)))
        assert {row["council"] for row in own} == {council}
        assert {row["id"] for row in of_both} <= {row["id"] for row in own}
        assert len(own) == sum(council in str(row["council"]).split("; ") for row in rows)


def test_a_briefing_counts_each_theme_as_the_table_does(
    sample_library: Library, tmp_path: Path
) -> None:
    filters = TAMESIDE.but(shown="concerns")
    counts = dict(select(sample_library, filters, THEMES).theme_counts())
    page = written(sample_library, tmp_path / "t.md", filters).read_text("utf-8")
    part = page.split("## Concerns by theme")[1].split("\n## ")[0]
    told = {name.lower(): int(n) for name, n in re.findall(r"^### (.+) \((\d+)\)$", part, re.M)}
    told.pop(NO_THEME, None)
    assert told == {THEMES[theme].lower(): count for theme, count in counts.items()}
    for section in re.split(r"^### ", part, flags=re.M)[1:]:
        total = int(re.match(r".+ \((\d+)\)", section)[1])  # type: ignore[index]
        elsewhere = re.search(r"^\*(?:\d+ more|All|It stands) under (.*)\.\*$", section, re.M)
        others = re.findall(r"\((\d+)\)", elsewhere[1]) if elsewhere else []
        assert len(re.findall("^- “", section, re.M)) + sum(map(int, others)) == total
    word = docx.Document(str(written(sample_library, tmp_path / "t.docx", filters)))
    headings = {p.text for p in word.paragraphs}
    web = written(sample_library, tmp_path / "t.html", filters).read_text("utf-8")
    for theme, count in counts.items():
        assert f"{THEMES[theme]} ({count})" in headings
        assert f"{THEMES[theme].lower()} ({count})</h3>" in web.lower()


def test_what_a_briefing_calls_new_no_visit_told_before(sample_library: Library) -> None:
    found = 0
    for card in sample_library.councils:
        filters = Filters(councils=(card.name,), shown="concerns")
        selected = select(sample_library, filters, THEMES)
        told = briefing(selected, sample_library, read_card(MODEL_FILE), "2026-11-22")
        repeated = {passage.citation + passage.text for passage, _ in told.repeats}
        found += len(repeated)
        for since in told.since:
            assert not {p.citation + p.text for p in since.new} & repeated
    assert found


def test_passages_are_word_for_word(
    sample_library: Library, tameside: Selected, tmp_path: Path
) -> None:
    word = docx.Document(str(written(sample_library, tmp_path / "t.docx")))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert all(f"“{sentence}”" in text for sentence in concerns(tameside))


def test_a_web_page_needs_nothing_from_elsewhere(sample_library: Library, tmp_path: Path) -> None:
    page = written(sample_library, tmp_path / "t.html").read_text("utf-8")
    assert not re.search(r"<script|<link|src=[\"']http|url\(http", page)
    assert "<svg" in page and "Content-Security-Policy" in page


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    from store.findings.finder import Finder
    from store.intake import take_in

    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Ofsted\n\nTameside\n\n=HYPERLINK(1) shows that caseloads are too high.\n\n"
        "<script>alert(1)</script> plans are poor | and *late* [sic] {{ 7*7 }} {% raw %}.\n"
    )
    library = Library(tmp_path / "lib" / "library.json")
    assert all(outcome.ok for outcome in take_in([letter], library, Finder()))
    everything = Filters()
    page = written(library, tmp_path / "t.html", everything).read_text("utf-8")
    assert "<script>alert" not in page and "{{ 7*7 }}" in page
    table = written(library, tmp_path / "t.csv", everything).read_text("utf-8-sig")
    assert "'=HYPERLINK" in table
    book = openpyxl.load_workbook(written(library, tmp_path / "t.xlsx", everything))
    kinds = {cell.data_type for row in book["findings"].iter_rows() for cell in row}
    assert "f" not in kinds
    marked = written(library, tmp_path / "t.md", everything).read_text("utf-8")
    assert r"\<script\>" in marked and r"\[sic\]" in marked and r"\*late\*" in marked


@given(st.text())
def test_no_text_makes_a_formula_or_markdown_of_itself(text: str) -> None:
    cell = defused(text)
    assert not str(cell).startswith(("=", "+", "-", "@"))
    assert not re.search(r"(?<!\\)[\[\]<>|`*]", as_markdown(text).replace("\\\\", ""))


def test_what_exists_is_not_written_over_unasked(sample_library: Library, tmp_path: Path) -> None:
    out = tmp_path / "t.md"
    out.write_text("mine")
    with pytest.raises(ExportExists):
        written(sample_library, out)
    assert out.read_text() == "mine"
    export(out, sample_library, TAMESIDE, THEMES, force=True)
    assert out.read_text() != "mine"


def test_a_failed_export_leaves_nothing(tmp_path: Path) -> None:
    def fails(out: Path) -> None:
        out.write_text("half")
        raise OSError(28, "No space left on device")

    (tmp_path / "t.md").write_text("old")
    with pytest.raises(ExportError, match="No space"):
        write_whole(tmp_path / "t.md", fails, force=True)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("t.pdf", "must end in one of"), ("missing/t.md", "cannot be written"), ("", "is a folder")],
)
def test_what_cannot_be_written_is_told(
    sample_library: Library, tmp_path: Path, name: str, words: str
) -> None:
    out = tmp_path / name if name else tmp_path / "folder.md"
    if not name:
        out.mkdir()
    with pytest.raises(ExportError, match=words):
        written(sample_library, out)


def test_a_picture_is_of_one_council(sample_library: Library, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="--council"):
        written(sample_library, tmp_path / "t.svg", Filters())
    picture = written(sample_library, tmp_path / "t.svg").read_text("utf-8")
    assert "workforce" in picture and "sixth monitoring visit" in picture


def test_the_same_export_has_the_same_bytes(sample_library: Library, tmp_path: Path) -> None:
    for suffix in (".md", ".html", ".svg", ".csv"):
        first = written(sample_library, tmp_path / f"a{suffix}")
        second = written(sample_library, tmp_path / f"b{suffix}")
        assert first.read_bytes() == second.read_bytes()


def test_a_users_template_is_used_and_its_faults_told(
    sample_library: Library, tmp_path: Path
) -> None:
    folder = paths.config_dir() / "templates"
    folder.mkdir(parents=True)
    (folder / "briefing.md").write_text("Mine: {{ briefing.title }}\n")
    assert written(sample_library, tmp_path / "t.md").read_text() == "Mine: Tameside\n"
    (folder / "briefing.md").write_text("{% for %}")
    with pytest.raises(ExportError, match="line 1"):
        written(sample_library, tmp_path / "u.md")
    (folder / "briefing.md").write_text("{{ briefing.nothing.like.it }}")
    with pytest.raises(ExportError, match="fault"):
        written(sample_library, tmp_path / "v.md")


def test_strengths_alone_are_not_set_against_another_visit(
    sample_library: Library, tmp_path: Path
) -> None:
    filters = TAMESIDE.but(shown="strengths")
    page = written(sample_library, tmp_path / "t.md", filters).read_text("utf-8")
    assert "What changed" not in page and "## Strengths by theme" in page


def test_stopping_writes_nothing(sample_library: Library, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Stopped"):
        exports.export(tmp_path / "t.md", sample_library, TAMESIDE, THEMES, proceed=lambda: False)
    assert not list(tmp_path.glob("*.md"))


UTF_8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook(
    sample_library: Library, tameside: Selected, tmp_path: Path
) -> None:
    book = written(sample_library, tmp_path / "t.xlsx")
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", UTF_8, "--outdir", str(tmp_path)]
    done = subprocess.run([*command, str(book)], capture_output=True, timeout=120, check=False)
    out = tmp_path / "t.csv"
    if not out.exists() and b"could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice is installed without its spreadsheet")
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == [f.text for f in tameside.findings]
