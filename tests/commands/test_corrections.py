"""Corrections on the command line: listed, exported for training, taken in elsewhere."""

import json
import os
import shutil
import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.library import Library
from store.library.corrections import corrections_file
from store.model.correction import Correction
from store.training.examples import load
from tui.__main__ import main

Capture = pytest.CaptureFixture[bytes]


def lines_of(capfdbinary: Capture) -> list[dict[str, Any]]:
    out, _ = capfdbinary.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def correct(library: Library, document: str, index: int, **says: object) -> Correction:
    blank = library.corrections.blank(library.as_kept(document), index, "Overview ¶1")
    new = msgspec.structs.replace(blank, when=f"2026-01-0{index}T00:00:00+00:00", **says)
    library.corrections.replace(None, new)
    return new


@pytest.fixture
def corrected(sample_library: Library) -> Library:
    """Three corrections of the sixth visit's letter: a label, a theme, a note alone."""
    id = letter_of(sample_library)
    correct(sample_library, id, 1, polarity="strength", themes=("recording", "workforce"))
    correct(sample_library, id, 2, themes=())
    correct(sample_library, id, 3, note="ask them [/] \x1b[31m", flagged=True)
    return sample_library


def letter_of(library: Library) -> str:
    visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
    return visit.documents[0]


def test_findings_say_and_select_what_was_corrected(
    corrected: Library, capfdbinary: Capture
) -> None:
    given = ["findings", "--library", str(corrected.path), "--json"]
    assert main(given) == 0
    every = lines_of(capfdbinary)
    assert main([*given, "--corrected"]) == 0
    lines = lines_of(capfdbinary)
    assert [line["corrected"] for line in lines] == [True, True] and len(lines) < len(every)
    assert lines[0]["polarity"] == "strength" and lines[0]["themes"] == ["recording", "workforce"]
    assert sum(line["corrected"] for line in every) == 2
    assert main([*given, "--flagged"]) == 0
    (line,) = lines_of(capfdbinary)
    assert line["note"] == "ask them [/] \x1b[31m" and line["flagged"] and not line["corrected"]


def test_they_are_listed_with_their_change_and_place(
    corrected: Library, capfdbinary: Capture
) -> None:
    assert main(["corrections", "--library", str(corrected.path)]) == 0
    out, _ = capfdbinary.readouterr()
    shown = out.decode()
    assert "→ strength · recording, workforce" in shown and "Overview ¶1" in shown
    assert "⚑" in shown and "ask them [/]" in shown and "\x1b" not in shown
    assert main(["corrections", "--library", str(corrected.path), "--json"]) == 0
    lines = lines_of(capfdbinary)
    assert [line["sentence"] for line in lines] == [1, 2, 3]
    assert {line["document"] for line in lines} == {letter_of(corrected)}
    assert lines[0]["to"] == {"polarity": "strength", "themes": ["recording", "workforce"]}
    assert lines[0]["from"]["polarity"] and not lines[0]["orphaned"]


def test_orphans_are_told_apart(corrected: Library, tmp_path: Path, capfdbinary: Capture) -> None:
    other = Library(tmp_path / "other" / "library.json")
    other.path.parent.mkdir()
    shutil.copy(corrections_file(corrected.path), corrections_file(other.path))
    assert main(["corrections", "--orphans", "--library", str(other.path)]) == 0
    out, _ = capfdbinary.readouterr()
    assert out.decode().count("orphan: its document is not in the library") == 3
    assert main(["corrections", "--orphans", "--library", str(corrected.path), "--json"]) == 0
    assert lines_of(capfdbinary) == []


def test_what_is_exported_is_what_training_reads(corrected: Library, tmp_path: Path) -> None:
    folder = tmp_path / "labelled"
    folder.mkdir()
    file = folder / "mine.jsonl"
    assert main(["corrections", "--export", str(file), "--library", str(corrected.path)]) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    examples = load(folder)
    assert len(examples.train) == 2 and len(examples.unlabelled) == 1
    sentences = corrected.document(letter_of(corrected)).sentences
    for example, sentence in zip(examples.train, sentences[1:3], strict=True):
        assert (example.text, example.polarity) == (sentence.text, sentence.polarity)
        assert example.themes == sentence.themes and example.council.endswith("_tameside")
    assert examples.unlabelled[0].text == sentences[3].text
    source = corrected.records[letter_of(corrected)].path
    assert os.path.dirname(source).encode() not in file.read_bytes()  # noqa: PTH120


def test_a_file_is_replaced_only_when_told_to(
    corrected: Library, tmp_path: Path, capfdbinary: Capture
) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text("precious")
    given = ["corrections", "--export", str(file), "--library", str(corrected.path)]
    assert main(given) == 1
    assert file.read_text() == "precious" and b"--force" in capfdbinary.readouterr()[1]
    assert main([*given, "--force"]) == 0
    assert len(file.read_bytes().splitlines()) == 3
    assert main([*given[:2], str(tmp_path / "no" / "x.jsonl"), *given[3:]]) == 1
    assert b"cannot be written" in capfdbinary.readouterr()[1]
    assert [p.name for p in tmp_path.iterdir() if ".new" in p.name] == []


def a_colleague(library: Library, folder: Path) -> Library:
    """A library of the same documents without corrections."""
    shutil.copytree(library.path.parent, folder)
    for file in folder.glob("*.corrections.json*"):
        file.unlink()
    return Library(folder / "library.json")


def test_a_colleagues_are_taken_in_and_conflicts_told(
    corrected: Library, tmp_path: Path, capfdbinary: Capture
) -> None:
    file = tmp_path / "theirs.jsonl"
    assert main(["corrections", "--export", str(file), "--library", str(corrected.path)]) == 0
    own = a_colleague(corrected, tmp_path / "own")
    id = letter_of(own)
    correct(own, id, 1, polarity="neutral")
    capfdbinary.readouterr()
    given = ["corrections", "--load", str(file), "--library", str(own.path)]
    assert main(given) == 0
    out, told = capfdbinary.readouterr()
    assert out.startswith(b"2 taken in, 0 already here, 1 said otherwise; --theirs")
    assert b"yours kept: yours neutral" in told and b"theirs strength" in told
    sentences = Library(own.path).document(id).sentences
    assert sentences[1].polarity == "neutral" and sentences[2].corrected and sentences[3].flagged
    assert main([*given, "--theirs"]) == 0
    assert capfdbinary.readouterr()[0].startswith(
        b"1 taken in, 1 of them in place of yours, 2 already here."
    )
    after = Library(own.path)
    assert after.document(id).sentences[1].polarity == "strength"
    told_strengths = sum(s.polarity == "strength" for s in after.document(id).sentences)
    assert after.records[id].counts["Tameside"]["strength"] == told_strengths
    assert main(given) == 0
    assert capfdbinary.readouterr()[0].startswith(b"0 taken in, 3 already here, 0 said otherwise.")


def test_what_was_taken_in_is_told_to_programs(
    corrected: Library, tmp_path: Path, capfdbinary: Capture
) -> None:
    file = tmp_path / "theirs.jsonl"
    assert main(["corrections", "--export", str(file), "--library", str(corrected.path)]) == 0
    own = a_colleague(corrected, tmp_path / "own")
    correct(own, letter_of(own), 1, polarity="neutral")
    capfdbinary.readouterr()
    given = ["corrections", "--load", str(file), "--library", str(own.path), "--json"]
    assert main(given) == 0
    assert lines_of(capfdbinary) == [{"taken": 2, "new": 2, "same": 0, "different": 1}]
    assert main([*given, "--theirs"]) == 0
    assert lines_of(capfdbinary) == [{"taken": 1, "new": 0, "same": 2, "different": 1}]


@pytest.mark.parametrize(
    "given",
    [["--theirs"], ["--force"], ["--load", "x", "--orphans"], ["--export", "x", "--theirs"]],
    ids=" ".join,
)
def test_an_option_that_would_do_nothing_is_a_misuse(
    given: list[str], empty_library: Library, capfdbinary: Capture
) -> None:
    assert main(["corrections", *given, "--library", str(empty_library.path)]) == 2
    out, told = capfdbinary.readouterr()
    assert not out and given[-1].encode() in told


def test_those_of_documents_that_are_not_here_wait(
    corrected: Library, empty_library: Library, tmp_path: Path, capfdbinary: Capture
) -> None:
    file = tmp_path / "theirs.jsonl"
    assert main(["corrections", "--export", str(file), "--library", str(corrected.path)]) == 0
    given = ["--library", str(empty_library.path)]
    assert main(["corrections", "--load", str(file), *given]) == 0
    assert b"3 of them belong to no sentence" in capfdbinary.readouterr()[1]
    source = corrected.records[letter_of(corrected)].path
    assert main(["add", source, *given]) == 0
    placed = Library(empty_library.path).corrections.placed()
    assert len(placed) == 3 and not any(each.orphaned for each in placed)


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "labelled by hand", "polarity": "concern"}',
        b'{"correction": {"sha256": "s", "text": "t", "polarity": "grave"}}',
        b'{"correction": {"sha256": "s", "text": "t"}}',
        b"not JSON",
        b"\xff\xfe",
        b"[" * 5000,
    ],
)
def test_a_bad_line_is_told_and_the_others_are_taken(
    corrected: Library, tmp_path: Path, capfdbinary: Capture, line: bytes
) -> None:
    file = tmp_path / "theirs.jsonl"
    assert main(["corrections", "--export", str(file), "--library", str(corrected.path)]) == 0
    file.write_bytes(line + b"\n\n" + file.read_bytes())
    own = a_colleague(corrected, tmp_path / "own")
    capfdbinary.readouterr()
    assert main(["corrections", "--load", str(file), "--library", str(own.path)]) == 1
    out, told = capfdbinary.readouterr()
    assert out.startswith(b"3 taken in") and b"theirs.jsonl:1: " in told
    assert len(Library(own.path).corrections) == 3


def test_a_file_that_is_not_there_is_told(empty_library: Library, capfdbinary: Capture) -> None:
    given = ["corrections", "--load", "/nonexistent/x.jsonl", "--library", str(empty_library.path)]
    assert main(given) == 1
    told = capfdbinary.readouterr()[1]
    assert b"/nonexistent/x.jsonl cannot be read: No such file" in told and b"Errno" not in told


def test_settled_findings_are_the_last_to_be_doubted(
    corrected: Library, capfdbinary: Capture
) -> None:
    given = ["findings", "--library", str(corrected.path), "--doubtful", "--json"]
    assert main(given) == 0
    settled = [line["corrected"] for line in lines_of(capfdbinary)]
    assert settled == sorted(settled) and sum(settled) == 2
