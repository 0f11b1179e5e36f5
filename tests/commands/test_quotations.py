"""`ofsted-tui quotations`: the JSON of the contract, a table, and its filters."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from tests.library_of_quotations import id_of, library_in
from tui.__main__ import main

KEYS = {"text", "speaker", "verdict", "source", "difference", "score"}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


def told(
    capfdbinary: pytest.CaptureFixture[bytes], library: Library, *more: str
) -> list[dict[str, Any]]:
    assert main(["quotations", "--library", str(library.path), "--json", *more]) == 0
    out, _ = capfdbinary.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def test_every_quotation_has_the_keys_of_the_contract(
    library: Library, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = told(capfdbinary, library)
    assert len(lines) == 5
    assert all(line.keys() >= KEYS for line in lines)
    assert [line["verdict"] for line in lines] == [
        "exact", "exact", "altered", "not found", "not found",
    ]  # fmt: skip
    exact, altered = lines[1], lines[2]
    assert exact["source"]["document"] == id_of(library, "monitoring-visit-letter")
    assert exact["score"] == 1.0 and exact["difference"] == [] and exact["speaker"] == "letter"
    assert altered["difference"] == [["replace", "Frontline", "Front-line"]]
    assert 0.72 < altered["score"] < 1
    assert lines[3]["source"] is None and lines[3]["applicable"] is True
    assert lines[4]["speaker"] == "council" and lines[4]["applicable"] is False


def test_filters(library: Library, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    article = id_of(library, "article")
    assert len(told(capfdbinary, library, "--document", article)) == 5
    assert not told(capfdbinary, library, "--document", id_of(library, "monitoring-visit-letter"))
    assert len(told(capfdbinary, library, "--verdict", "altered")) == 1
    [missing] = told(capfdbinary, library, "--verdict", "not found")
    assert missing["applicable"] and missing["speaker"] == "inspectors"
    assert len(told(capfdbinary, library, "--council", "Tameside Council")) == 5
    with pytest.raises(SystemExit, match="1"):  # a council of which the library holds nothing
        told(capfdbinary, library, "--council", "Bury")


def test_a_table_in_a_pipe(library: Library, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["quotations", "--library", str(library.path)]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "~ altered" in out and "“Frontline” for “Front-line”" in out
    assert "? not found" in out and "· own words" in out and "= exact" in out


def test_an_unknown_document_is_a_misuse(library: Library) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["quotations", "--library", str(library.path), "--document", "none"])
    assert ended.value.code == 2
