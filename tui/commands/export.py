"""Write what is selected to a file: a briefing, a table or a picture.

The name's ending says which: .md, .docx and .html are briefings; .csv, .xlsx and .jsonl are
tables; .svg and .png show one council over time.

example: ofsted-tui export tameside.docx --council Tameside --polarity concerns
"""

import argparse

from store import paths
from store.export.tables import TABLES
from store.export.written import ExportError
from store.findings.themes import vocabulary
from tui.commands.common import add_library, open_library
from tui.commands.findings import add_filters, filters_of
from tui.commands.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", help="the file to write; its ending says the form")
    add_filters(parser)
    parser.add_argument(
        "--table",
        choices=list(TABLES),
        help="which table .csv and .jsonl hold: findings unless given",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that exists")
    add_library(parser)


def run(args: argparse.Namespace) -> int:
    from store.export.exports import OF_ONE_TABLE, export

    out = paths.expanded(args.out)
    if args.table and out.suffix.lower() not in OF_ONE_TABLE:
        say(f"--table says what {' and '.join(OF_ONE_TABLE)} hold; {out.name} is neither.")
        return 2
    library = open_library(args)
    filters = filters_of(args, library)
    themes = vocabulary(paths.themes_file(), phrases=False).names()
    try:
        written = export(
            out,
            library,
            filters,
            themes,
            sheet=args.table or "findings",
            force=args.force,
        )
    except ExportError as error:
        say(error)
        return 1
    for id, reason in written.left_out.items():
        say(f"{id}: {reason}")
    say(f"Wrote {written.path}: {written.what}.")
    return 1 if written.left_out else 0
