"""Intake: which files are taken, what becomes of each, and that one never costs another."""

from pathlib import Path

import pytest

from store import intake
from store.findings.finder import Finder
from store.intake import Outcome, files_under, take_in
from store.library import Library
from store.reading.limits import Limits
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
    real = intake.parse

    def tripping(reading: object) -> object:
        if getattr(reading, "source").name == "odd.txt":  # noqa: B009
            raise KeyError("a fault of ours")
        return real(reading)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "parse", tripping)
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
