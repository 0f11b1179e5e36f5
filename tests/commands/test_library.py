"""`ofsted-tui library …` and `remove`: what they say, and their exit status."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store.library import Library
from store.library.lock import writing
from tui.__main__ import main

Capture = pytest.CaptureFixture[bytes]


def run(capture: Capture, *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capture.readouterr()
    return status, out.decode(), err.decode()


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(autouse=True)
def _no_backups(sample_library_file: Path) -> None:
    """Adding the samples took some."""
    shutil.rmtree(sample_library_file.with_suffix(".backups"), ignore_errors=True)


def test_check_tells_every_fault_and_its_status(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    at = ("--library", sample_library_file)
    assert run(capfdbinary, "library", "check", *at)[:2] == (
        0,
        f"{sample_library_file}: no fault.\n",
    )
    library = Library(sample_library_file)
    id = next(iter(library.records))
    library.file_of(id).unlink()
    status, out, _ = run(capfdbinary, "library", "check", *at)
    assert status == 1 and "is missing; add" in out and out.endswith("1 fault.\n")
    status, out, _ = run(capfdbinary, "library", "check", *at, "--json")
    assert status == 1 and [(row["code"], row["place"]) for row in rows(out)] == [("missing", id)]
    status, out, _ = run(capfdbinary, "library", "repair", *at)
    assert status == 1 and "1 fault" in out  # what cannot be mended is told
    assert run(capfdbinary, "remove", id, *at)[:2] == (0, "1 removed\n")
    status, out, _ = run(capfdbinary, "library", "repair", *at)
    assert (status, out.splitlines()[0]) == (0, "There was nothing to mend.")


def test_a_torn_library_is_mended_in_words(sample_library_file: Path, capfdbinary: Capture) -> None:
    with sample_library_file.open("ab") as file:
        file.write(b'["0123')
    status, out, err = run(capfdbinary, "councils", "--library", sample_library_file)
    assert status == 0 and "never finished" in err and "library.json.broken-1" in err
    assert "Tameside" in out
    assert run(capfdbinary, "library", "check", "--library", sample_library_file)[0] == 0


def test_backup_list_restore(sample_library_file: Path, capfdbinary: Capture) -> None:
    at = ("--library", sample_library_file, "--json")
    status, out, _ = run(capfdbinary, "library", "backup", *at)
    assert status == 0 and rows(out)[0]["backup"].startswith("000001-")
    id = next(iter(Library(sample_library_file).records))
    assert run(capfdbinary, "remove", id, "none", *at[:2])[0] == 1
    assert len(Library(sample_library_file)) == 14
    status, out, _ = run(capfdbinary, "library", "restore", *at)
    assert status == 0 and rows(out)[0]["documents"] == 15
    assert len(Library(sample_library_file)) == 15
    _, out, _ = run(capfdbinary, "library", "backup", "--list", *at)
    assert [row["documents"] for row in rows(out)] == [14, 15]
    status, _, err = run(capfdbinary, "library", "restore", "9", *at)
    assert status == 1 and "there are: 000002-" in err
    assert "000002-" in run(capfdbinary, "library", "backup", "--list", *at[:2])[1]


def test_dump_and_load(sample_library_file: Path, tmp_path: Path, capfdbinary: Capture) -> None:
    dumped, other = tmp_path / "dump.json", tmp_path / "other.json"
    at = ("--library", sample_library_file)
    status, out, _ = run(capfdbinary, "library", "dump", dumped, *at)
    assert status == 0 and out == f"15 documents written to {dumped}.\n"
    assert len(TinyDB(dumped, encoding="utf-8").table("documents")) == 15
    status, _, err = run(capfdbinary, "library", "dump", dumped, *at)
    assert status == 1 and "--force" in err
    assert run(capfdbinary, "library", "dump", dumped, *at, "--force")[0] == 0
    status, out, _ = run(capfdbinary, "library", "load", dumped, "--library", other, "--json")
    assert status == 0 and rows(out) == [{"documents": 15}]
    one, two = Library(sample_library_file), Library(other)
    assert one.records == two.records
    assert all(one.document(id) == two.document(id) for id in one.records)
    status, _, err = run(capfdbinary, "library", "load", dumped, "--library", other)
    assert status == 1 and "--force replaces them" in err
    assert run(capfdbinary, "library", "load", dumped, "--library", other, "--force")[0] == 0


def test_compact_tells_what_it_saved(sample_library_file: Path, capfdbinary: Capture) -> None:
    at = ("--library", sample_library_file)
    library = Library(sample_library_file)
    with library.changing():
        for id in list(library.records)[:3]:
            library.keep_labels(library.document(id))
    status, out, _ = run(capfdbinary, "library", "compact", *at, "--json")
    assert status == 0 and rows(out)[0]["after"] < rows(out)[0]["before"]
    assert "bytes before" in run(capfdbinary, "library", "compact", *at)[1]


@pytest.mark.parametrize("deed", ["compact", "backup", "repair"])
def test_a_busy_library_is_said(sample_library_file: Path, capfdbinary: Capture, deed: str) -> None:
    with writing(sample_library_file):
        status, _, err = run(capfdbinary, "library", deed, "--library", sample_library_file)
    assert status == 1 and "is being written to by process" in err


@pytest.mark.parametrize("arguments", [[], ["polish"], ["dump"], ["load"]])
def test_misuse_is_status_2(arguments: list[str], capfdbinary: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(["library", *arguments])
    assert end.value.code == 2
