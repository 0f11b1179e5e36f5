"""The command line: the JSON is a contract, exit statuses too, and no output ever breaks a line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from tests.conftest import SAMPLES
from tui.__main__ import main
from tui.commands import COMMANDS

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"
PARSE_KEYS = {
    "path", "ok", "sha256", "media_type", "kind", "framework", "title", "councils", "published",
    "letter_date", "visits", "judged_inadequate", "lead_inspector", "inspectors", "addressee",
    "author", "outlet", "focus", "judgements", "sections", "sentences", "figures", "quotations",
    "evidence", "published_from_name", "recommendations",
}  # fmt: skip
SENTENCE_KEYS = {
    "text", "section", "paragraph", "page", "start", "end", "polarity", "themes", "groups",
    "confidence", "cues", "voice",
}  # fmt: skip
FINDING_KEYS = {
    "document", "council", "visit", "section", "paragraph", "page", "text", "polarity", "themes",
    "confidence", "corrected", "repeat_of", "citation",
}  # fmt: skip

Capture = pytest.CaptureFixture[bytes]


def lines_of(capfdbinary: Capture) -> list[dict[str, Any]]:
    out, _ = capfdbinary.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def test_parse_has_every_key_of_the_contract(capfdbinary: Capture) -> None:
    assert main(["parse", str(LETTER), "--json"]) == 0
    [line] = lines_of(capfdbinary)
    assert line.keys() >= PARSE_KEYS
    assert all(sentence.keys() >= SENTENCE_KEYS for sentence in line["sentences"])
    assert line["ok"] is True and line["kind"] == "monitoring-visit-letter"
    assert line["visits"][0] | {"focus": 0} == {
        "council": "Tameside", "kind": "monitoring-visit", "ordinal": 6, "start": "2018-08-22",
        "end": "2018-08-22", "focus": 0, "mentioned": False,
    }  # fmt: skip
    assert line["councils"][0]["name"] == "Tameside" and line["councils"][0]["urn"] == 80569
    for sentence in line["sentences"]:
        assert line["text"][sentence["start"] : sentence["end"]] == sentence["text"]


def test_parse_tells_of_a_bad_file_and_goes_on(tmp_path: Path, capfdbinary: Capture) -> None:
    bad = tmp_path / "empty.pdf"
    bad.write_bytes(b"")
    assert main(["parse", str(bad), str(LETTER), "--json"]) == 1
    first, second = lines_of(capfdbinary)
    assert first["ok"] is False and first["error"]["code"] == "empty" and first["error"]["message"]
    assert second["ok"] is True
    assert first["path"] == str(bad)


def test_add_reports_each_file(tmp_path: Path, capfdbinary: Capture) -> None:
    library = tmp_path / "library.json"
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    arguments = ["add", str(LETTER), str(bad), "--library", str(library), "--json"]
    assert main(arguments) == 1
    added, failed = lines_of(capfdbinary)
    assert added.keys() == failed.keys() == {"path", "ok", "id", "status", "error"}
    assert (added["status"], failed["status"]) == ("added", "failed")
    assert failed["error"]["code"] == "empty"
    main(arguments)
    assert [line["status"] for line in lines_of(capfdbinary)] == ["unchanged", "failed"]
    assert added["id"] in Library(library).records


@pytest.mark.parametrize("command", ["councils", "visits", "documents"])
def test_lists_print_one_object_a_line(
    sample_library_file: Path, command: str, capfdbinary: Capture
) -> None:
    assert main([command, "--library", str(sample_library_file), "--json"]) == 0
    listed = lines_of(capfdbinary)
    library = Library(sample_library_file)
    assert len(listed) == len(getattr(library, "records" if command == "documents" else command))
    assert main([command, "--library", str(sample_library_file)]) == 0
    out, _ = capfdbinary.readouterr()
    assert len(out.decode().splitlines()) == len(listed) + 1


def test_findings_filters(sample_library_file: Path, capfdbinary: Capture) -> None:
    base = ["findings", "--library", str(sample_library_file), "--json"]

    def found(*arguments: str) -> list[dict[str, Any]]:
        assert main([*base, *arguments]) == 0
        return lines_of(capfdbinary)

    every = found()
    assert all(finding.keys() >= FINDING_KEYS for finding in every)
    tameside = found("--council", "tameside metropolitan borough council")
    assert {f["council"] for f in tameside} == {"Tameside"} and len(tameside) < len(every)
    concerns = found("--polarity", "concern", "--theme", "management oversight")
    assert concerns and all("management-oversight" in f["themes"] for f in concerns)
    both = found("--theme", "workforce", "--theme", "caseloads", "--all-themes")
    assert all({"workforce", "caseloads"} <= set(f["themes"]) for f in both)
    dated = found("--since", "2018-09-01", "--until", "2018-09")
    assert dated and all(f["date"].startswith("2018-09") for f in dated)
    assert all("superv" in f["text"].lower() for f in found("--containing", "superv"))
    assert {f["voice"] for f in found("--voice", "council")} == {"council"}
    key = tameside[0]["visit"]
    assert {f["visit"] for f in found("--visit", key)} == {key}


def test_an_unknown_theme_is_a_misuse(sample_library_file: Path, capsys: Any) -> None:
    with pytest.raises(SystemExit) as error:
        main(["findings", "--library", str(sample_library_file), "--theme", "weather"])
    assert error.value.code == 2
    assert "There is no theme 'weather'" in capsys.readouterr().err


def run(arguments: list[str], text: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_classify_answers_in_order_and_survives_bad_lines() -> None:
    rows = [
        {"id": n, "text": text} for n, text in enumerate(["Caseloads are too high.", "", "½ [/"])
    ]
    text = "\n".join([json.dumps(rows[0]), "not json", json.dumps(rows[1]), json.dumps(rows[2])])
    result = run(["classify"], text)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    assert all(a.keys() == {"id", "polarity", "themes", "confidence"} for a in answers)
    assert answers[0]["polarity"] == "concern" and "caseloads" in answers[0]["themes"]
    assert result.returncode == 1 and "Not a line of the form" in result.stderr


def test_classify_answers_before_its_input_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "classify"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout
        for number in range(3):
            process.stdin.write(
                json.dumps({"id": number, "text": "Plans are weak."}).encode() + b"\n"
            )
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=20) == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run([command, "--help"])
    assert result.returncode == 0
    assert f"ofsted-tui {command}" in result.stdout.partition("example:")[2]


def test_without_a_terminal_a_summary_is_printed(sample_library_file: Path) -> None:
    result = run(["--library", str(sample_library_file)])
    assert result.returncode == 0
    assert "15 documents, 4 councils" in result.stdout and "Tameside" in result.stdout


def test_paths_are_added_first_without_a_terminal(tmp_path: Path) -> None:
    result = run(["--library", str(tmp_path / "library.json"), str(LETTER)])
    assert "1 documents" in result.stdout and "Tameside" in result.stdout


def test_demo_uses_a_library_of_its_own(tmp_path: Path) -> None:
    result = run(["--demo"])
    assert "15 documents, 4 councils" in result.stdout
    assert not (tmp_path / "data").exists()


def test_where_prints_every_path(tmp_path: Path) -> None:
    result = run(["--where"])
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == [
        "library", "documents", "corrections", "index", "settings", "themes", "session",
        "demo library", "sample documents",
    ]  # fmt: skip
    assert str(tmp_path / "config") in result.stdout


def test_version_and_misuse() -> None:
    assert run(["--version"]).stdout.startswith("ofsted-tui ")
    assert run(["--nonsense"]).returncode == 2
    assert run(["findings", "--polarity", "bad"]).returncode == 2


def test_a_reader_that_goes_away_is_no_fault(sample_library_file: Path) -> None:
    command = f"{sys.executable} -m tui findings --json --library {sample_library_file} | head -1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert json.loads(result.stdout) and "Traceback" not in result.stderr


def test_a_damaged_library_is_said_in_words(tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    file.write_text("{ broken")
    result = run(["councils", "--library", str(file)])
    assert result.returncode == 1
    assert "puts a backup in its place" in result.stderr and "Traceback" not in result.stderr
