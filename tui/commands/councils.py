"""List the councils of the library.

example: ofsted-tui councils --json | jq -r .name
"""

import argparse

from store.export import council_line
from store.model.dates import in_words
from tui.commands.common import add_json, add_library, open_library
from tui.commands.output import json_line, table


def arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    if args.json:
        for card in library.councils:
            json_line(council_line(card))
        return 0
    rows = [
        (
            card.name,
            card.judgement,
            in_words(card.judged) if card.judged else None,
            len(card.visits),
            card.documents,
            card.concerns,
            card.strengths,
        )
        for card in library.councils
    ]
    columns = ("council", "judgement", "judged", "visits", "documents", "concerns", "strengths")
    table(columns, rows, right=columns[3:])
    return 0
