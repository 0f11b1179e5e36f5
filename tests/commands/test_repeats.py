"""`findings --repeats` and the `repeat_of` of the contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

Capture = pytest.CaptureFixture[bytes]


def found(capture: Capture, *arguments: str) -> list[dict[str, Any]]:
    assert main(["findings", *arguments, "--json"]) == 0
    out, _ = capture.readouterr()
    return [json.loads(line) for line in out.splitlines()]


def test_repeats_give_the_id_of_the_earlier_sentence(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    library = ("--library", str(sample_library_file))
    every = {line["id"]: line for line in found(capfdbinary, *library)}
    only = found(capfdbinary, *library, "--repeats")
    assert only and all(line["repeat_of"] for line in only)
    assert {line["id"] for line in only} == {id for id, line in every.items() if line["repeat_of"]}
    for line in only:
        earlier = every[line["repeat_of"]]
        assert earlier["council"] == line["council"] and earlier["visit"] != line["visit"]
        assert {earlier["polarity"], line["polarity"]} <= {"concern", "mixed"}


def test_repeats_combine_with_other_filters(
    sample_library_file: Path, capfdbinary: Capture
) -> None:
    library = ("--library", str(sample_library_file))
    every = found(capfdbinary, *library, "--repeats")
    here = found(capfdbinary, *library, "--repeats", "--council", "Tameside")
    assert here == [line for line in every if line["council"] == "Tameside"]
    assert (
        found(capfdbinary, *library, "--repeats", "--council", "Reading", "--until", "2018") == []
    )
