"""Labels on the command line: versions, reasons, doubt, labelling anew, sentences alone."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

Capture = pytest.CaptureFixture[bytes]


def lines_of(capfdbinary: Capture) -> list[dict[str, Any]]:
    out, _ = capfdbinary.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def test_version_names_the_model_and_its_scores(capfdbinary: Capture) -> None:
    assert main(["--version"]) == 0
    out, _ = capfdbinary.readouterr()
    assert b"ofsted-tui 0" in out and b"model 2" in out and b"sha256" in out and b"F1" in out


def test_explain_weighs_every_word(sample_library_file: Path, capfdbinary: Capture) -> None:
    given = ["--library", str(sample_library_file), "--council", "Reading", "--theme", "workforce"]
    assert main(["findings", *given, "--explain", "--json"]) == 0
    lines = lines_of(capfdbinary)
    assert lines
    for line in lines:
        reasons = line["why"]
        assert reasons["runner_up"] != line["polarity"] and "workforce" in reasons["themes"]
        for word in reasons["words"]:
            assert 0 <= word["start"] < word["end"] <= len(line["text"])


def test_explain_says_where_a_heading_decided(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    given = ["--library", str(sample_library_file), "--council", "Dudley", "--containing", "daily"]
    assert main(["findings", *given, "--explain", "--json"]) == 0
    ruled = [line for line in lines_of(capfdbinary) if line["section"] == "Recommendations"]
    assert ruled
    assert {(line["polarity"], line["why"]["decided_by"]) for line in ruled} == {
        ("concern", "heading")
    }
    assert main(["findings", *given, "--explain"]) == 0
    out, _ = capfdbinary.readouterr()
    assert b"concern, decided by the heading it stands under\n  the words alone: " in out


def test_explain_in_words_fits_a_pipe(sample_library_file: Path, capfdbinary: Capture) -> None:
    given = ["--library", str(sample_library_file), "--council", "Reading", "--theme", "workforce"]
    assert main(["findings", *given, "--explain"]) == 0
    out, _ = capfdbinary.readouterr()
    assert "█" in out.decode() and b"\x1b" not in out and b"then " in out


def test_doubtful_findings_come_first(sample_library_file: Path, capfdbinary: Capture) -> None:
    given = ["--library", str(sample_library_file), "--polarity", "concerns"]
    assert main(["findings", *given, "--doubtful", "--json"]) == 0
    doubt = [line["confidence"] for line in lines_of(capfdbinary)]
    assert len(doubt) > 20 and doubt == sorted(doubt)


def test_relabel_with_the_same_model_has_nothing_to_do(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    assert main(["relabel", "--library", str(sample_library_file)]) == 0
    out, _ = capfdbinary.readouterr()
    assert out.startswith(b"0 documents labelled by trained-")
    assert main(["relabel", "--all", "--library", str(sample_library_file)]) == 0
    out, _ = capfdbinary.readouterr()
    assert out.startswith(b"15 documents") and b"; 0 sentences have another label" in out


def test_classify_gives_a_label_a_line(
    capfdbinary: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = tmp_path / "asked.jsonl"
    asked.write_text('{"id": "a", "text": "Caseloads are too high."}\n')
    with asked.open("rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        assert main(["classify"]) == 0
    [line] = lines_of(capfdbinary)
    assert line["id"] == "a" and line["polarity"] == "concern" and "caseloads" in line["themes"]
    assert 0.5 < line["confidence"] <= 1


def test_findings_can_be_asked_for_by_group(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    library = ["--library", str(sample_library_file), "--json"]
    assert main(["findings", *library]) == 0
    of = {group for line in lines_of(capfdbinary) for group in line["groups"]}
    assert of
    group = sorted(of)[0]
    assert main(["findings", *library, "--group", group]) == 0
    found = lines_of(capfdbinary)
    assert found and all(group in line["groups"] for line in found)
    with pytest.raises(SystemExit) as stopped:
        main(["findings", *library, "--group", "martians"])
    assert stopped.value.code == 2
