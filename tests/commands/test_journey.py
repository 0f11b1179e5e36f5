"""`journey` and `compare` on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

Capture = pytest.CaptureFixture[bytes]


def lines(capture: Capture, *arguments: str) -> list[dict[str, Any]]:
    assert main([*arguments, "--json"]) == 0
    out, _ = capture.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def printed(capture: Capture, status: int, *arguments: str) -> str:
    assert main(list(arguments)) == status
    out, err = capture.readouterr()
    return (err if status else out).decode()


def test_a_journey_in_parts(sample_library_file: Path, capfdbinary: Capture) -> None:
    library = ("--library", str(sample_library_file))
    told = lines(capfdbinary, "journey", "tameside", *library)
    parts = {part: [each for each in told if each["part"] == part] for part in
             ("theme", "judgement", "figure", "repeat")}  # fmt: skip
    assert all(parts.values()) and len(told) == sum(map(len, parts.values()))
    assert {each["council"] for each in told} == {"Tameside"}
    assert [each["date"] for each in parts["judgement"]] == ["2016-09-26", "2023-12-04"]
    [council] = [each for each in lines(capfdbinary, "councils", *library)
                 if each["name"] == "Tameside"]  # fmt: skip
    assert parts["judgement"][-1]["judged"] == council["judged"] == "2024-02-13"
    agency = [each for each in parts["figure"] if each["measure"] == "agency staff"]
    assert [(each["date"], each["value"]) for each in agency] == [("2018-08-22", 41.0)]
    assert all(len(each["visits"]) > 1 for each in parts["repeat"])
    shown = printed(capfdbinary, 0, "journey", "Tameside", *library)
    assert "judged 13 Feb 2024 (inspection of 4 Dec 2023): " in shown
    assert "management oversight" in shown and "same weakness at 2 of 5 visits" in shown
    assert "highest caseloads, cases: over 30 (26 Sep 2016) → 26–28 (22 Aug 2018)" in shown


def test_two_visits(sample_library_file: Path, capfdbinary: Capture) -> None:
    library = ("--library", str(sample_library_file))
    keys = ("--earlier", "Tameside|monitoring-visit|2018-08-22")
    told = lines(capfdbinary, "compare", "Tameside", *keys, *library)
    assert len(told) == 22 and {each["later"] for each in told} == {
        "Tameside|monitoring-visit|2025-02"
    }
    assert any(each["told_again"] for each in told)
    for each in told:
        assert len(each["not_told_again"]) + len(each["told_before"]) <= each["concerns"][0]
    assert "not told again" in printed(capfdbinary, 0, "compare", "Tameside", *library)


def test_the_earlier_of_two_visits_is_the_earlier(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    library = ("--library", str(sample_library_file))
    sixth, later = "Tameside|monitoring-visit|2018-08-22", "Tameside|monitoring-visit|2025-02"
    for keys in ((later, sixth), (sixth, sixth)):
        visits = ("--earlier", keys[0], "--later", keys[1])
        told = printed(capfdbinary, 2, "compare", "Tameside", *visits, *library)
        assert "is not earlier than the sixth monitoring visit of 22 Aug 2018" in told


def test_two_councils(sample_library_file: Path, capfdbinary: Capture) -> None:
    library = ("--library", str(sample_library_file))
    told = lines(capfdbinary, "compare", "Tameside", "Dudley", *library)
    assert [each["council"] for each in told[:2]] == ["Tameside", "Dudley"] and len(told) == 44
    for each in told:
        share = 100 * each["concerns"] / each["sentences"]
        assert each["concerns_per_100_sentences"] == pytest.approx(share)
    assert "Dudley per 100" in printed(capfdbinary, 0, "compare", "Tameside", "Dudley", *library)


def test_what_is_not_held_is_said(sample_library_file: Path, capfdbinary: Capture) -> None:
    library = ("--library", str(sample_library_file))
    for command in (
        ("journey", "Norfolk"), ("compare", "Norfolk"), ("compare", "Tameside", "Norfolk")
    ):  # fmt: skip
        with pytest.raises(SystemExit, match="1"):
            main([*command, *library])
        assert "no document about Norfolk" in capfdbinary.readouterr().err.decode()
    lone = ("compare", "Tameside", "--later", "Tameside|inspection|2016-09-26")
    assert "no two such visits" in printed(capfdbinary, 1, *lone, *library)
