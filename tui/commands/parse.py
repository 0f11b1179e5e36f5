"""Read files and print what they say, keeping nothing.

example: ofsted-tui parse letters/*.pdf --json > letters.jsonl
"""

import argparse

from store import paths
from store.export import failure_line, parse_line
from store.findings.finder import Finder
from store.intake import files_under, read_document
from store.model import KINDS
from store.model.dates import in_words
from store.reading.failure import ReadingError
from tui.commands.common import absolute, add_json
from tui.commands.output import json_line, say, table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders to walk")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    finder = Finder(paths.themes_file())
    failed = 0
    rows = []
    for path in files_under(absolute(args.paths)):
        try:
            document = read_document(path, finder)
        except ReadingError as error:
            failed += 1
            if args.json:
                json_line(failure_line(str(path), error.code, str(error)))
            else:
                say(f"{path.name}: {error}")
            continue
        except Exception as error:  # one file must not cost the others
            failed += 1
            message = f"It could not be parsed ({type(error).__name__}: {error}); please report it."
            if args.json:
                json_line(failure_line(str(path), "parser-fault", message))
            else:
                say(f"{path.name}: {message}")
            continue
        if args.json:
            json_line(parse_line(str(path), document))
            continue
        polarities = [sentence.polarity for sentence in document.sentences]
        councils = ", ".join(named.name for named in document.councils) or None
        rows.append(
            (
                path.name,
                KINDS[document.kind],
                councils,
                in_words(document.date) if document.date else None,
                len(document.sentences),
                polarities.count("concern") + polarities.count("mixed"),
                document.title,
            )
        )
    if rows:
        columns = ("file", "kind", "council", "date", "sentences", "concerns", "title")
        table(columns, rows, right=("sentences", "concerns"))
    return 1 if failed else 0
