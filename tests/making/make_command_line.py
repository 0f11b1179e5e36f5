"""Writes docs/command-line.md from the commands' own parsers."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tui.commands import COMMANDS
from tui.commands.parsers import app_parser, below, command_parser

FILE = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
HEAD = """# The command line

Made from the commands themselves by `python -m tests.making.make_command_line`; each command says
the same with `--help`. `ofsted-tui manual` prints it as a manual page, `ofsted-tui completions
bash`, `zsh` or `fish` what lets your shell complete it.

On a terminal a command prints a table, in a pipe plain text with tabs, with `--json` [one JSON
object a line](json.md). What is asked for goes to standard output, everything else to standard
error.

Exit status: 0 all well; 1 some files could not be read (the rest were), or the command found
fault; 2 used wrongly; 130 interrupted, and what was done is kept.

Environment: `OFSTED_TUI_LIBRARY` another library; `OFSTED_TUI_CONFIG` the folder of settings.toml
and themes.toml; `OFSTED_TUI_STATE` the folder in which the app keeps where you were;
`OFSTED_TUI_THEME` dark, light or contrast; `OFSTED_TUI_WORKERS` how many processes read files;
`OFSTED_TUI_SITE` the address that `fetch` asks; `NO_COLOR` nothing coloured.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, *_section("ofsted-tui", app_parser(), "the app", example=False)]
    for name, words in COMMANDS.items():
        parts += _section(f"ofsted-tui {name}", command_parser(name), words)
    return "\n".join(parts)


def _section(
    title: str, parser: argparse.ArgumentParser, words: str, *, example: bool = True, depth: int = 2
) -> Iterator[str]:
    yield f"{'#' * depth} {title}\n"
    yield f"{_sentence(parser.description or words)}\n"
    told, _, shown = (parser.epilog or "").partition("example: ") if example else ("", "", "")
    if told.strip():
        yield f"{_plain(told.strip())}\n"
    if shown:
        lines = [line.strip() for line in shown.strip().splitlines()]
        yield "\n".join(f"    {line}" for line in lines) + "\n"
    if rows := list(_rows(parser)):
        yield "| | |\n|---|---|"
        yield "\n".join(f"| `{form}` | {_plain(does)} |" for form, does in rows) + "\n"
    for name, found in below(parser).items():
        yield from _section(f"{title} {name}", found, "", depth=depth + 1)


def _rows(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Every argument but --help: its form, what it does."""
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction | argparse._SubParsersAction):
            continue
        value = _value(action)
        form = f"{', '.join(action.option_strings)} {value}".strip()
        does = action.help or ""
        if action.choices:
            does = f"{does}{': ' if does else ''}{', '.join(map(str, action.choices))}"
        yield form, does


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    name = action.metavar or action.dest.upper()
    assert isinstance(name, str)
    return name + {"*": "...", "+": "..."}.get(str(action.nargs), "")


def _sentence(words: str) -> str:
    words = _plain(words)
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def _plain(words: str) -> str:
    """Words as Markdown shows them as they are."""
    return words.replace("%%", "%").replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def main() -> None:
    FILE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
