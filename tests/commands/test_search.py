"""`ofsted-tui search`: what it prints, and what it says to what it does not understand."""

import json

import pytest

from store.library import Library
from tui.__main__ import main

Capture = pytest.CaptureFixture[str]


def search(library: Library, *arguments: str) -> int:
    return main(["search", *arguments, "--library", str(library.path)])


def test_json_lines_have_marks_and_scores(sample_library: Library, capfd: Capture) -> None:
    assert search(sample_library, "caseloads", "--json", "--limit", "3") == 0
    printed, said = capfd.readouterr()
    lines = [json.loads(line) for line in printed.splitlines()]
    assert len(lines) == 3 and "the best 3 are shown" in said
    for line in lines:
        assert [line["text"][a:b].lower() for a, b in line["marks"]] == ["caseloads"] * len(
            line["marks"]
        )
        assert line["marks"] and line["citation"] and line["score"] > 0
    assert [line["score"] for line in lines] == sorted(
        (line["score"] for line in lines), reverse=True
    )


def test_all_of_them_and_fields_alone(sample_library: Library, capfd: Capture) -> None:
    assert search(sample_library, "theme:workforce polarity:concern", "--json", "--limit", "0") == 0
    printed, said = capfd.readouterr()
    lines = [json.loads(line) for line in printed.splitlines()]
    assert len(lines) > 3 and f"{len(lines):,} found" in said and "shown" not in said
    assert all("workforce" in line["themes"] and line["score"] is None for line in lines)


def test_a_table_without_a_terminal(sample_library: Library, capfd: Capture) -> None:
    assert search(sample_library, '"social', 'workers"', "--limit", "2") == 0
    printed, _ = capfd.readouterr()
    assert printed.splitlines()[0].split() == ["polarity", "themes", "where", "sentence"]
    assert len(printed.splitlines()) == 3 and printed.lower().count("social workers") >= 2


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("theme:workforse", "did you mean theme:workforce?"),
        ("before:soon", "is no date"),
        ("...", "nothing to search for"),
    ],
)
def test_misuse_is_told(sample_library: Library, query: str, words: str, capfd: Capture) -> None:
    assert search(sample_library, query) == 2
    printed, said = capfd.readouterr()
    assert printed == "" and words in said


def test_nothing_found_is_no_fault(sample_library: Library, capfd: Capture) -> None:
    assert search(sample_library, "zebras", "--json") == 0
    printed, said = capfd.readouterr()
    assert printed == "" and "0 found" in said
