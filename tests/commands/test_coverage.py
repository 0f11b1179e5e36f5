"""`ofsted-tui coverage` and `ofsted-tui themes`: JSON lines, tables, and misuse."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from store.model.vocabulary import LETTER_KINDS
from tests.library_of_quotations import id_of, library_in
from tui.__main__ import main


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


def lines(
    capfdbinary: pytest.CaptureFixture[bytes], library: Library, *command: str
) -> list[dict[str, Any]]:
    assert main([*command, "--json", "--library", str(library.path)]) == 0
    out, _ = capfdbinary.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def printed(
    capfdbinary: pytest.CaptureFixture[bytes], library: Library, *command: str, status: int = 0
) -> str:
    assert main([*command, "--library", str(library.path)]) == status
    return capfdbinary.readouterr().out.decode()


def test_coverage_of_every_article(
    library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (line,) = lines(capfdbinary, library, "coverage")
    assert line["article"] == id_of(library, "article")
    assert line["letter"] == id_of(library, "monitoring-visit-letter")
    quotations = line["quotations"]
    assert (quotations["exact"], quotations["altered"], quotations["not_found"]) == (2, 1, 1)
    assert quotations["own_words"] == 1 and len(quotations["checked"]) == 5
    themes = line["themes"]["by_theme"]
    assert themes[-1]["theme"] is None and themes[-1]["left_out"][0]["text"]
    table = printed(capfdbinary, library, "coverage")
    assert "=2 ~1 ?1" in table and "letter of 14 Mar 2019" in table
    with pytest.raises(SystemExit, match="1"):  # a council of which the library holds nothing
        main(["coverage", "--council", "Bury", "--json", "--library", str(library.path)])


def test_coverage_of_one_article(
    sample_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    records = sample_library.records.values()
    article = next(r.id for r in records if r.kind == "article" and r.date == "2018-09-18")
    (line,) = lines(capfdbinary, sample_library, "coverage", article)
    assert line["themes"]["covered"] < line["themes"]["of_letter"]
    caseload = next(f for f in line["figures"] if f["measure"] == "highest caseloads")
    assert caseload["verdict"] == "same" and caseload["letter"]["high"] == 28
    whole = printed(capfdbinary, sample_library, "coverage", article)
    assert "“frontline” for “front-line”" in whole
    assert "? not mentioned" in whole or "? left out: all" in whole
    other = next(r.id for r in records if r.kind == "inspection-report" and r.is_about("Tameside"))
    (line,) = lines(capfdbinary, sample_library, "coverage", article, "--letter", other)
    assert line["letter"] == other


@pytest.mark.parametrize("given", [["nonesuch"], ["--letter", "nonesuch"]])
def test_unknown_documents_are_misuse(library: Library, given: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["coverage", *given, "--library", str(library.path)])
    assert ended.value.code == 2


def test_quotations_come_with_the_citation_of_their_passage(
    library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (line,) = lines(capfdbinary, library, "coverage")
    checked = line["quotations"]["checked"]
    assert [bool(each["citation"]) for each in checked] == [True, True, True, False, False]
    assert [each["citation"] for each in checked] == [
        each["citation"] for each in lines(capfdbinary, library, "quotations")
    ]
    assert line["compared_with"] == "nearest before"


def test_an_article_whose_letter_is_not_held_is_compared_with_nothing(
    sample_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    records = sample_library.records.values()
    article = next(r.id for r in records if r.kind == "article" and r.date == "2017-03-24")
    (line,) = lines(capfdbinary, sample_library, "coverage", article)
    assert line["letter"] is None and line["compared_with"] is None
    assert line["figures"] == [] and line["themes"]["by_theme"] == []
    assert line["quotations"]["not_found"] == 0 and line["quotations"]["letter_not_held"]
    assert not any(each["applicable"] for each in line["quotations"]["checked"])
    whole = printed(capfdbinary, sample_library, "coverage", article)
    assert "the letter it is on is not in the library" in whole
    assert "left out" not in whole and "not found" not in whole and "Beside" not in whole
    later = next(r.id for r in records if r.is_about("Reading") and r.kind in LETTER_KINDS)
    asked = printed(capfdbinary, sample_library, "coverage", article, "--letter", later)
    assert "It came out after the article, so it is not what that is on." in asked


def test_only_a_letter_or_report_of_the_same_council_is_taken_as_the_letter(
    sample_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    records = sample_library.records.values()
    reading, tameside = (
        next(r.id for r in records if r.kind == "article" and r.is_about(council))
        for council in ("Reading", "Tameside")
    )
    dudley = next(r.id for r in records if r.kind == "inspection-report" and r.is_about("Dudley"))
    for given in ([reading, "--letter", tameside], [reading, "--letter", dudley]):
        with pytest.raises(SystemExit) as ended:
            main(["coverage", *given, "--library", str(sample_library.path)])
        assert ended.value.code == 2
    found = lines(capfdbinary, sample_library, "coverage", "--letter", dudley)
    assert found and all(sample_library.records[one["article"]].is_about("Dudley") for one in found)


def test_a_letter_is_no_article(library: Library) -> None:
    letter = id_of(library, "monitoring-visit-letter")
    with pytest.raises(SystemExit) as ended:
        main(["coverage", letter, "--library", str(library.path)])
    assert ended.value.code == 2


def test_a_damaged_article_is_told_and_the_others_are_printed(
    sample_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    article = id_of(sample_library, "article")
    sample_library.file_of(article).write_text("{", "utf-8")
    assert main(["coverage", "--json", "--library", str(sample_library.path)]) == 1
    out, talk = capfdbinary.readouterr()
    assert len(out.splitlines()) == 3 and article in talk.decode()


def test_themes_of_every_council(
    sample_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = lines(capfdbinary, sample_library, "themes")
    assert found[0]["council"] == "Tameside" and len(found) == 4
    card = next(c for c in sample_library.councils if c.name == "Tameside")
    assert found[0]["concerns"] == card.concerns and found[0]["judgement"] == "inadequate"
    assert found[0]["share"]["workforce"] == pytest.approx(
        100 * found[0]["themes"]["workforce"] / found[0]["sentences"], abs=0.01
    )
    by_name = lines(capfdbinary, sample_library, "themes", "--sort", "council")
    assert [line["council"] for line in by_name] == sorted(line["council"] for line in found)
    since = lines(capfdbinary, sample_library, "themes", "--since", "2018")
    assert since[0]["since"] == "2018" and since[0]["documents"] < found[0]["documents"]
    assert len(lines(capfdbinary, sample_library, "themes", "--council", "Dudley Council")) == 1


def test_themes_in_a_pipe(
    sample_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    table = printed(capfdbinary, sample_library, "themes")
    assert "all councils" in table and "workforce" in table.splitlines()[0]
    share = printed(capfdbinary, sample_library, "themes", "--share", "--sort", "workforce")
    assert "." in share.splitlines()[1]
    printed(capfdbinary, sample_library, "themes", "--sort", "colour", status=2)


def test_themes_on_a_terminal(
    sample_library: Library,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "dumb")
    assert main(["themes", "--library", str(sample_library.path)]) == 0
    shown = capsys.readouterr().out
    card = next(c for c in sample_library.councils if c.name == "Tameside")
    counts = Counter[str]()
    for record in sample_library.records.values():
        counts.update(record.themes.get("Tameside", {}))
    [(theme, most)] = counts.most_common(1)
    assert f"{card.concerns}" in shown and f"{theme} {most}" in shown
    assert max(len(line) for line in shown.splitlines()) <= 100


def test_an_empty_library(
    empty_library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert lines(capfdbinary, empty_library, "themes") == []
    assert lines(capfdbinary, empty_library, "coverage") == []
