"""Arguments and openings that several subcommands share."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from store import paths
from store.library import Library, LibraryError
from tui.commands.output import say

if TYPE_CHECKING:
    import argparse


def add_json(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def add_library(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "--library",
        metavar="PATH",
        help="the library's file or folder (else OFSTED_TUI_LIBRARY, else your data folder)",
    )


def open_library(args: "argparse.Namespace") -> Library:
    """The library that the arguments name; ends the command where it cannot be opened."""
    return library_at(args.library)


def library_at(path: str | None, only_read: str | None = None) -> Library:
    """The library at a path, or at the usual place; ends the command where it cannot be opened.

    `only_read` says why it is opened for reading only.
    """
    try:
        library = Library(paths.library_file(path), only_read=only_read)
    except LibraryError as error:
        say(error)
        sys.exit(1)
    if library.repaired:
        say(library.repaired)
    return library


def absolute(given: list[str]) -> list[Path]:
    """The paths that were given; ends the command with 2 for an empty one.

    It would stand for the folder that one is in, and all of it be read for a variable not set.
    """
    if "" in given:
        say("A path is empty; write . for this folder.")
        sys.exit(2)
    return [paths.expanded(path) for path in given]
