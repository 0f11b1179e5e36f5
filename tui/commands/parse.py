"""Read files and print what they say, keeping nothing.

example: ofsted-tui parse letters/*.pdf --json > letters.jsonl
"""

import argparse

from store import paths
from store.export import failure_line, parse_line
from store.intake import Workers, answers, files_under, worker_count
from store.intake.answers import in_order
from store.intake.files import shown
from store.model import KINDS
from store.model.dates import in_words
from store.model.document import Document
from tui.commands.add import INTERRUPTED, themes_problem
from tui.commands.common import absolute, add_json
from tui.commands.interrupt import until_interrupted
from tui.commands.output import Cell, json_line, plain, say, table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders to walk")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    problem = themes_problem()
    if problem:
        say(problem)
        return 1
    files = files_under(absolute(args.paths))
    failed = 0
    rows: list[tuple[Cell, ...]] = []
    workers = Workers(min(worker_count(), max(1, len(files))), paths.themes_file())
    with until_interrupted() as proceed, workers:
        for path, told in in_order(files, answers(files, workers, proceed=proceed)):
            if told.document is None:
                failed += 1
                if args.json:
                    json_line(failure_line(shown(path), told.code or "", told.message or ""))
                else:
                    say(f"{plain(shown(path))}: {told.message}")
            elif args.json:
                json_line(parse_line(shown(path), told.document))
            else:
                rows.append(_row(path.name, told.document))
        stopped = not proceed()
    if rows:
        columns = ("file", "kind", "council", "date", "sentences", "concerns", "title")
        table(columns, rows, right=("sentences", "concerns"))
    if stopped:
        say("Stopped before the last file.")
        return INTERRUPTED
    return 1 if failed else 0


def _row(name: str, document: Document) -> tuple[Cell, ...]:
    polarities = [sentence.polarity for sentence in document.sentences]
    return (
        name,
        KINDS[document.kind],
        ", ".join(named.name for named in document.councils) or None,
        in_words(document.date) if document.date else None,
        len(document.sentences),
        polarities.count("concern") + polarities.count("mixed"),
        document.title,
    )
