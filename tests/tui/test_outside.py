"""Other programs: viewer, pager, editor, clipboard; none of them is really run."""

import contextlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui import clipboard, outside
from tui.outside import OutsideError
from tui.settings import Settings


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started."""
    commands: list[list[str]] = []

    def start(command: Sequence[str], **_: Any) -> None:
        commands.append(list(command))

    monkeypatch.setattr(outside, "_start", start)
    return commands


def program(folder: Path, name: str, script: str) -> Path:
    """A program on the PATH that the test wrote."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)
    return file


def test_commands_are_split_as_a_shell_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "less -R --prompt='a b'")
    monkeypatch.setenv("EDITOR", "code -w")
    monkeypatch.delenv("VISUAL", raising=False)
    assert outside.pager() == ["less", "-R", "--prompt=a b"]
    assert outside.editor() == ["code", "-w"]
    monkeypatch.setenv("VISUAL", "vim")
    assert outside.editor() == ["vim"]
    monkeypatch.setenv("PAGER", "less 'unclosed")
    with pytest.raises(OutsideError, match="is no command"):
        outside.pager()


def test_without_any_program_the_variable_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("PAGER", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutsideError, match=r"set \$PAGER"):
        outside.pager()
    with pytest.raises(OutsideError, match=r"set \$EDITOR"):
        outside.editor()


def test_a_viewer_of_the_settings_gets_file_and_page(started: list[list[str]]) -> None:
    file = Path("/tmp/a report.pdf")
    outside.open_in_viewer(file, 7, "zathura --page={page} {file}")
    outside.open_in_viewer(file, 7, "feh")
    assert started == [["zathura", "--page=7", str(file)], ["feh", str(file)]]


@pytest.mark.skipif(sys.platform != "linux", reason="asks the desktop as Linux does")
def test_a_pdf_opens_at_its_page_where_the_default_viewer_takes_one(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path, "xdg-mime", "echo org.kde.okular.desktop")
    program(tmp_path, "okular", "true")
    program(tmp_path, "xdg-open", "true")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    said = outside.open_in_viewer(tmp_path / "a.pdf", 3)
    outside.open_in_viewer(tmp_path / "a.docx", 3)
    assert started[0] == ["okular", "--page", "3", str(tmp_path / "a.pdf")] and "page 3" in said
    assert started[1] == ["xdg-open", str(tmp_path / "a.docx")]


def test_the_passage_comes_first_and_then_the_document(sample_library: Library) -> None:
    for record in sample_library.records.values():
        document = sample_library.document(record.id)
        for index in (0, len(document.sentences) - 1):
            text = outside.passage_text(document, index)
            assert text.startswith(f"“{document.sentences[index].text}”\n(")
            flat = "".join(text.split())
            assert all("".join(s.text.split()) in flat for s in document.sentences)
            assert "\x1b" not in text


async def test_the_pager_gets_the_passage_and_the_file_is_gone_after(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    pager = program(tmp_path, "my pager", f'echo "$1" > {seen}; cat "$2" >> {seen}')
    monkeypatch.setenv("PAGER", f"'{pager}' --plain")
    monkeypatch.setenv("EDITOR", str(tmp_path / "missing"))
    monkeypatch.delenv("VISUAL", raising=False)
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        monkeypatch.setattr(type(app), "suspend", lambda self: contextlib.nullcontext())
        finding = browse_of(app).picked_finding
        monkeypatch.setattr(outside.tempfile, "tempdir", str(tmp_path / "temporary"))
        (tmp_path / "temporary").mkdir()
        await pilot.press("P")
        await settled(pilot)
        assert finding and finding.text in seen.read_text("utf-8")
        assert seen.read_text("utf-8").startswith("--plain\n")
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert "could not be started" in list(app._notifications)[-1].message
        assert list((tmp_path / "temporary").iterdir()) == []


async def test_where_the_terminal_cannot_be_left_it_is_told(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "cat")
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("P")
        await settled(pilot)
        assert "cannot be handed" in list(app._notifications)[-1].message


async def test_the_source_opens_at_the_page_of_the_finding(
    sample_library: Library, started: list[list[str]]
) -> None:
    settings = Settings(viewer="viewer {page} {file}")
    app = app_on(sample_library, settings=settings)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        finding = browse_of(app).picked_finding
        await pilot.press("o")
        await settled(pilot)
        assert finding and started == [
            ["viewer", str(finding.page), sample_library.document(finding.document).source.path]
        ]


async def test_copying_tries_the_terminal_and_the_system(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, bytes]] = []
    monkeypatch.setattr(clipboard.shutil, "which", lambda name: name if name == "xclip" else None)

    def run(command: Sequence[str], **how: Any) -> None:
        given.append((command[0], how["input"]))

    monkeypatch.setattr(clipboard.subprocess, "run", run)
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        finding = browse_of(app).picked_finding
        await pilot.press("y")
        await settled(pilot)
        assert finding and app.clipboard == clipboard.quotation(finding)
        assert given == [("xclip", app.clipboard.encode())]


async def test_a_clipboard_tool_that_fails_is_passed_over(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    monkeypatch.setattr(clipboard.shutil, "which", lambda name: name)

    def fail(command: Sequence[str], **_: Any) -> None:
        tried.append(command[0])
        raise subprocess.TimeoutExpired(list(command), 2)

    monkeypatch.setattr(clipboard.subprocess, "run", fail)
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert app.clipboard and len(tried) > 2
