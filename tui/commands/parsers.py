"""The parsers of the command line: of the app, of each command, and of all of them as one tree.

What is told of the commands elsewhere (man page, completions, docs/command-line.md) is made from
these, so that none of it can tell of an option that is not there.
"""

import argparse
import importlib
from collections.abc import Iterator
from typing import Any

from tui.commands import COMMANDS

PROGRAM = "ofsted-tui"
SUMMARY = "Read what Ofsted says about children's services, in a terminal."
_EPILOG = """commands (each with --help):
{commands}

With no command the app opens on your library; PATHs are added to it first.
Nothing leaves this machine.
"""


def app_parser() -> argparse.ArgumentParser:
    """The parser of `ofsted-tui` without a command, which opens the app."""
    listed = "\n".join(f"  {name:<11} {words}" for name, words in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description=SUMMARY,
        epilog=_EPILOG.format(commands=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders to add first")
    _add_options(parser)
    return parser


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one command; loads its module."""
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} {name}", **_described(name))
    importlib.import_module(f"tui.commands.{name}").arguments(parser)
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """The app's options with every command below them; for telling of them, not for parsing."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=SUMMARY)
    _add_options(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, **_described(name))
        importlib.import_module(f"tui.commands.{name}").arguments(command)
    return parser


def below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers directly below a parser, by name: the deeds of `library`, for one."""
    return {
        name: found
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for name, found in action.choices.items()
    }


def walk(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser and all below it, each before what is below it."""
    yield parser
    for found in below(parser).values():
        yield from walk(found)


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", metavar="PATH", help="the library's file or folder")
    parser.add_argument("--demo", action="store_true", help="open the sample documents instead")
    parser.add_argument("--where", action="store_true", help="print every path that is used")
    parser.add_argument("--version", action="store_true", help="print the versions and end")


def _described(name: str) -> dict[str, Any]:
    """What a command's docstring says of it: first a line, the rest for below the options."""
    module = importlib.import_module(f"tui.commands.{name}")
    summary, _, rest = (module.__doc__ or "").strip().partition("\n\n")
    return {
        "description": summary,
        "epilog": rest,
        "formatter_class": argparse.RawDescriptionHelpFormatter,
    }
