"""Label the library's findings anew, with the model of this version.

example: ofsted-tui relabel --all
"""

import argparse
import sys

from store import paths
from store.findings.finder import Finder
from store.library import LibraryBusy, LibraryError
from store.relabelling import relabel
from tui.commands.common import add_library, open_library
from tui.commands.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--all", action="store_true", help="also the documents that this model labelled already"
    )
    add_library(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    finder = Finder(paths.themes_file())
    changed = documents = 0
    try:
        for outcome in relabel(library, finder, every=args.all):
            if outcome.problem:
                say(f"{outcome.document}: {outcome.problem}")
            documents += 1
            changed += outcome.changed
    except (LibraryBusy, LibraryError) as error:
        say(error)
        return 1
    say(
        f"{documents:,} documents labelled by {finder.labeller.name}; "
        f"{changed:,} sentences have another label than before.",
        stream=sys.stdout,
    )
    return 0
