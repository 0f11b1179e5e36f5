"""Outputs that are full or closed, and paths that are none: said in a line, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from store import paths
from store.library import Library

COMMANDS = ("councils", "findings --json", "library check", "manual")


def run(words: str, library: Path, redirected: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        f"{sys.executable} -m tui {words} {redirected}",
        shell=True,
        env={**os.environ, "OFSTED_TUI_LIBRARY": str(library)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_is_said(words: str, sample_library_file: Path) -> None:
    done = run(words, sample_library_file, "> /dev/full")
    assert done.returncode == 1 and done.stderr.startswith("It cannot go on: No space left")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="streams are closed as a shell of Unix does it")
@pytest.mark.parametrize("words", COMMANDS)
def test_closed_streams_are_nothing(words: str, sample_library_file: Path) -> None:
    before = sample_library_file.read_bytes()
    done = run(words, sample_library_file, "<&- >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert run(words, sample_library_file, "<&- >&- 2>&-").returncode == 0
    assert sample_library_file.read_bytes() == before


def test_an_empty_path_is_not_the_folder_one_is_in(tmp_path: Path) -> None:
    library = tmp_path / "library.json"
    for command in ("parse", "add", "watch", ""):
        done = run(f"{command} ''", library, "< /dev/null")
        assert done.returncode == 2 and "A path is empty" in done.stderr
    assert not len(Library(library))


def test_a_home_that_there_is_not_stays_a_name() -> None:
    assert paths.expanded("~no-such-user/x") == Path("~no-such-user/x")
    assert paths.expanded("~/x") == Path.home() / "x"


def test_text_that_is_no_text_is_not_labelled(tmp_path: Path) -> None:
    lines = [json.dumps({"id": 1, "text": None}), json.dumps({"id": 2, "text": "Plans are weak."})]
    done = subprocess.run(
        [sys.executable, "-m", "tui", "classify"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1 and "its text is no text" in done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [2]
