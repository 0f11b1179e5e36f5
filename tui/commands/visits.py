"""List the visits of the library.

example: ofsted-tui visits --council Tameside
"""

import argparse

from store.export import visit_line
from store.model.dates import range_in_words
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held
from tui.commands.output import json_line, table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--council", metavar="NAME", help="only visits to this council")
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    council = None if args.council is None else council_held(library, args.council)
    visits = [visit for visit in library.visits if council in (None, visit.council)]
    if args.json:
        for visit in visits:
            json_line(visit_line(visit, library.records))
        return 0
    rows = [
        (
            visit.council,
            visit.name,
            range_in_words(visit.start, visit.end) or None,
            len(visit.documents),
            visit_line(visit, library.records)["concerns"],
            "; ".join(visit.focus) or None,
        )
        for visit in visits
    ]
    columns = ("council", "visit", "dates", "documents", "concerns", "focus")
    table(columns, rows, right=("documents", "concerns"))
    return 0
