"""Intake: which files are taken, what becomes of each, and that one never costs another."""

from pathlib import Path

import pytest

from store import parsing
from store.findings.finder import Finder
from store.intake import Outcome, files_under, take_in
from store.library import Library
from store.reading.limits import Limits
from store.reading.reader import Reading
from tests.conftest import SAMPLES

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"


def test_folders_are_walked_without_what_is_no_document(tmp_path: Path) -> None:
    wanted = []
    for name in ("b.pdf", "a.txt", "sub/c.docx", "sub/deeper/d.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
        wanted.append(file)
    for name in (".DS_Store", "~$letter.docx", "README.md", ".git/config"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert files_under([tmp_path]) == [wanted[1], wanted[0], *wanted[2:]]
    # A file named by the user is taken whatever its name.
    assert files_under([tmp_path / "README.md"]) == [tmp_path / "README.md"]


def test_one_bad_file_costs_no_other(
    empty_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, odd, empty = tmp_path / "good.txt", tmp_path / "odd.txt", tmp_path / "empty.txt"
    good.write_bytes(LETTER.read_bytes())
    odd.write_text("Something that our own parser trips over.")
    empty.write_bytes(b"")
    real = parsing.parse

    def tripping(reading: Reading) -> parsing.Parsed:
        if reading.source.name == "odd.txt":
            raise KeyError("a fault of ours")
        return real(reading)

    monkeypatch.setattr(parsing, "parse", tripping)
    missing = tmp_path / "missing.txt"
    outcomes = list(take_in([empty, odd, missing, good], empty_library, Finder()))
    assert [(o.status, o.code) for o in outcomes] == [
        ("failed", "empty"),
        ("failed", "parser-fault"),
        ("failed", "not-found"),
        ("added", None),
    ]
    assert all(o.message for o in outcomes[:3]) and "report" in (outcomes[1].message or "")
    assert len(Library(empty_library.path)) == 1


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    assert files_under([tmp_path, tmp_path / "a.txt", tmp_path]) == [tmp_path / "a.txt"]


def test_what_the_library_has_is_not_read_again(
    empty_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy of it.txt"
    copy.write_bytes(LETTER.read_bytes())
    [first] = take_in([LETTER], empty_library, Finder())

    def never(reading: Reading) -> parsing.Parsed:
        raise AssertionError("it was read")

    monkeypatch.setattr(parsing, "parse", never)
    again = list(take_in([LETTER, copy], Library(empty_library.path), Finder()))
    assert [(o.status, o.id) for o in again] == [("unchanged", first.id)] * 2


def test_the_library_is_free_while_files_are_read(
    empty_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another writer has its turn between two documents of a run."""
    held: list[bool] = []
    real = parsing.parse

    def looking(reading: Reading) -> parsing.Parsed:
        with Library(empty_library.path).changing(wait=0.0):
            held.append(False)
        return real(reading)

    monkeypatch.setattr(parsing, "parse", looking)
    files = files_under([SAMPLES])[:3]
    assert all(outcome.ok for outcome in take_in(files, empty_library, Finder()))
    assert held == [False] * 3 and len(Library(empty_library.path)) == 3


def test_a_run_that_nobody_follows_to_its_end_keeps_what_was_read(empty_library: Library) -> None:
    run = take_in(files_under([SAMPLES])[:4], empty_library, Finder())
    next(run)
    run.close()
    assert len(Library(empty_library.path)) >= 1


def test_what_is_done_when_it_is_stopped_stays(empty_library: Library) -> None:
    left = iter([True, True, False])
    outcomes = list(
        take_in(files_under([SAMPLES]), empty_library, Finder(), proceed=lambda: next(left))
    )
    assert len(outcomes) == 2 == len(Library(empty_library.path))


def test_limits_are_obeyed(empty_library: Library) -> None:
    [outcome] = take_in([LETTER], empty_library, Finder(), Limits(bytes=100))
    assert outcome.code == "too-large" and "raise the limit" in (outcome.message or "")


def test_outcomes_are_values() -> None:
    assert Outcome("x", "added", id="1").ok and not Outcome("x", "failed").ok
