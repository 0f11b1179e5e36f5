"""List the documents of the library.

example: ofsted-tui documents --json | jq -r '[.date, .title] | @tsv'
"""

import argparse

from store.export import document_line
from store.model import KINDS
from store.model.dates import in_words
from tui.commands.common import add_json, add_library, open_library
from tui.commands.output import json_line, table


def arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    records = sorted(library.records.values(), key=lambda record: record.date or "", reverse=True)
    if args.json:
        for record in records:
            json_line(document_line(record))
        return 0
    rows = [
        (
            record.id,
            in_words(record.date) if record.date else None,
            KINDS[record.kind],
            ", ".join(named.name for named in record.councils) or None,
            record.sentences,
            record.title,
        )
        for record in records
    ]
    columns = ("id", "date", "kind", "council", "sentences", "title")
    table(columns, rows, right=("sentences",))
    return 0
