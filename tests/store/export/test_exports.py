"""Exports: every form holds what was selected, word for word, and is written whole or not."""

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import docx
import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import paths
from store.export import exports
from store.export.csv_file import defused
from store.export.exports import FORMS, export
from store.export.pages import as_markdown
from store.export.selected import Selected, select
from store.export.tables import TABLES, counted, table
from store.export.written import ExportError, ExportExists, write_whole
from store.findings.themes import vocabulary
from store.library import Library
from store.library.record import CONCERNS, STRENGTHS
from store.selection import Filters

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


def test_what_was_written_is_counted(sample_library: Library, tmp_path: Path) -> None:
    for name in TABLES:
        out = tmp_path / f"{name}.csv"
        told = export(out, sample_library, TAMESIDE, THEMES, sheet=name)
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = len(list(csv.reader(file))) - 1
        assert told.what == f"a table, {counted(name, rows)}"
    page = export(tmp_path / "t.md", sample_library, TAMESIDE, THEMES)
    assert page.what.endswith(
        counted("findings", len(select(sample_library, TAMESIDE, THEMES).findings))
    )
    assert counted("figures", 1) == "1 figure" and counted("matrix", 1) == "1 row"


def test_quotations_tell_paper_title_and_changes_in_words(
    sample_library: Library, tmp_path: Path
) -> None:
    out = written(sample_library, tmp_path / "q.csv", Filters(), sheet="quotations")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    records = sample_library.records
    assert rows
    for row in rows:
        record = records[row["document"]]
        assert row["outlet"] == (record.outlet or "")
        assert row["title"] == (record.title or record.name)
    altered = [row["differs"] for row in rows if row["differs"]]
    assert altered
    for told in altered:
        assert all(
            piece.endswith((" is added", " is left out")) or "” for “" in piece
            for piece in told.split("; ")
        )


def test_a_quotation_of_no_known_paper_has_no_outlet(
    sample_library: Library, tmp_path: Path
) -> None:
    chosen = select(sample_library, Filters(), THEMES)
    [one, *_] = chosen.quotations
    nameless = msgspec.structs.replace(one, outlet=None, title="A headline")
    told = table(msgspec.structs.replace(chosen, quotations=(nameless,)), "quotations")
    row = dict(zip(told.columns, told.rows[0], strict=True))
    assert row["outlet"] is None and row["title"] == "A headline"


def test_a_missing_folder_is_named(sample_library: Library, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        written(sample_library, tmp_path / "missing" / "t.csv")
    assert str(error.value).endswith(f"there is no folder {tmp_path / 'missing'}; make it first.")
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="Not a directory") as error:
        written(sample_library, tmp_path / "file" / "t.csv")
    assert ".export-" not in str(error.value) and "Errno" not in str(error.value)
