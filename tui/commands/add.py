"""Read files and folders and keep them in the library.

example: ofsted-tui add ~/Downloads/letters
"""

import argparse
import sys
from collections import Counter

from store import paths
from store.export import outcome_line
from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library, LibraryBusy, LibraryError
from tui.commands.common import absolute, add_json, add_library, open_library
from tui.commands.output import json_line, say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders to walk")
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    return add(args.paths, open_library(args), json=args.json)


def add(given: list[str], library: Library, *, json: bool = False) -> int:
    """Add files with progress on standard error; 1 if some could not be read."""
    files = files_under(absolute(given))
    counts: Counter[str] = Counter()
    progress = sys.stderr.isatty()
    try:
        for done, outcome in enumerate(take_in(files, library, Finder(paths.themes_file())), 1):
            counts[outcome.status] += 1
            if progress:
                print(f"\r\x1b[K{done} of {len(files)}", end="", file=sys.stderr, flush=True)
            if json:
                json_line(outcome_line(outcome))
            elif not outcome.ok:
                if progress:
                    print("\r\x1b[K", end="", file=sys.stderr)
                say(f"{outcome.path}: {outcome.message}")
    except (LibraryBusy, LibraryError) as error:
        say(error)
        return 1
    finally:
        if progress:
            print("\r\x1b[K", end="", file=sys.stderr)
    if not json:
        words = [f"{count} {status}" for status, count in counts.items()]
        say(", ".join(words) or "nothing to add", stream=sys.stdout)
    return 1 if counts["failed"] else 0
