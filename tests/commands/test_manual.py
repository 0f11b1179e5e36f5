"""What is told of the commands outside of --help: the manual page, completions, docs."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import make_command_line
from tui.__main__ import main
from tui.commands import COMMANDS, completions, manual
from tui.commands.parsers import walk, whole_parser


def options() -> Iterator[tuple[str, str]]:
    """Every command (or deed of one) with each of its long options but --help."""
    for parser in walk(whole_parser()):
        for action in parser._actions:
            for option in action.option_strings:
                if option.startswith("--") and option != "--help":
                    yield parser.prog, option


def run_bash(script: str, words: str) -> str:
    """What bash answers to the tab key behind these words, a candidate a line."""
    asked = f"""{script}
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_shtab_ofsted_tui; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "--norc"], input=asked, capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bash() -> str:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    return completions.script("bash")


def test_the_manual_names_every_command_and_option() -> None:
    page = manual.page().replace("\\-", "-")
    assert all(f"ofsted-tui {name}" in page for name in COMMANDS)
    for program, option in options():
        told = page[page.index(f"\\fB{program}\\fR") :] if " " in program else page
        assert option in told, (program, option)
    for name in ("OFSTED_TUI_LIBRARY", "OFSTED_TUI_WORKERS", ".SH EXIT STATUS", ".SH FILES"):
        assert name in page


def test_the_manual_keeps_the_examples() -> None:
    page = manual.page().replace("\\-", "-")
    assert "ofsted-tui findings --council Tameside --theme workforce --polarity concern" in page


@pytest.mark.parametrize(
    "reader", [["man", "-l", "-"], ["mandoc", "-T", "utf8"]], ids=["man", "mandoc"]
)
def test_man_shows_the_manual(reader: list[str]) -> None:
    if not shutil.which(reader[0]):
        pytest.skip(f"{reader[0]} is not installed")
    shown = subprocess.run(reader, input=manual.page(), capture_output=True, text=True)
    assert shown.returncode == 0, shown.stderr
    words = " ".join(shown.stdout.split())
    assert "read what Ofsted says about children" in words
    assert "EXIT STATUS" in words and "--doubtful" in words


def test_the_command_prints_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manual"]) == 0
    assert capsys.readouterr().out == manual.page()


@pytest.mark.parametrize("shell", completions.SHELLS)
def test_completions_name_every_command_and_option(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completions", shell]) == 0
    script = capsys.readouterr().out
    assert all(name in script for name in COMMANDS)
    dashes = "-l " if shell == "fish" else "--"
    assert all(dashes + option[2:] in script for _, option in options())


def test_bash_takes_the_completions_in(bash: str) -> None:
    done = subprocess.run(
        ["bash", "--norc"],
        input=f"{bash}\ncomplete -p ofsted-tui\n",
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "complete -o default -F _shtab_ofsted_tui ofsted-tui"
    assert done.returncode == 0 and not done.stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("ofsted-tui jo", {"journey"}),
        ("ofsted-tui library re", {"repair", "restore"}),
        ("ofsted-tui library dump --f", {"--force"}),
        ("ofsted-tui findings --po", {"--polarity"}),
        ("ofsted-tui findings --polarity s", {"strength", "strengths"}),
        ("ofsted-tui findings --council Tameside --theme workf", {"workforce"}),
        ("ofsted-tui completions z", {"zsh"}),
        ("ofsted-tui nothing-like-it", set()),
    ],
)
def test_bash_completes(bash: str, words: str, offered: set[str]) -> None:
    assert set(run_bash(bash, words).split()) == offered


def test_bash_completes_files_and_folders(bash: str, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letter.pdf").touch()
    files = run_bash(bash, f"ofsted-tui add {tmp_path}/let").split()
    assert set(files) == {f"{tmp_path}/letters", f"{tmp_path}/letter.pdf"}
    assert run_bash(bash, f"ofsted-tui watch {tmp_path}/let").split() == [f"{tmp_path}/letters"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_understand_theirs(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-n"], input=completions.script(shell), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_page_of_commands_is_current() -> None:
    told = make_command_line.FILE.read_text("utf-8")
    assert told == make_command_line.page(), "run: python -m tests.making.make_command_line"
