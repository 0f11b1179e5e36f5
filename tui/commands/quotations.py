"""Check the quotations of articles against the letters and reports the library holds.

example: ofsted-tui quotations --verdict altered
"""

import argparse
from collections.abc import Iterator

from store.checking.articles import CheckedQuotation, QuotationChecker, articles_of
from store.checking.verdicts import VERDICTS
from store.export.quotation_lines import quotation_line, source_citation
from store.library import LibraryError, Record
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held, document_held
from tui.commands.output import json_line, say, table
from tui.quoting import changes_in_words, verdict_in_words


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--document", metavar="ID", help="only the quotations of this article")
    parser.add_argument("--council", metavar="NAME", help="only articles about this council")
    parser.add_argument("--verdict", choices=VERDICTS, help="only quotations with this verdict")
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    articles = articles_of(library.records.values())
    if args.document:
        id = document_held(library, args.document)
        articles = [record for record in articles if record.id == id]
    if args.council is not None:
        council = council_held(library, args.council)
        articles = [record for record in articles if record.is_about(council)]
    checker = QuotationChecker(library)
    failed: list[str] = []
    found = (
        (record, checked)
        for record in articles
        for checked in _checked(checker, record, failed)
        if args.verdict in (None, checked.standing)
    )
    if args.json:
        for record, checked in found:
            json_line(quotation_line(checked, record, source_citation(library, checked)))
        return 1 if failed else 0
    rows = [
        (
            verdict_in_words(checked),
            checked.quotation.speaker,
            source_citation(library, checked),
            changes_in_words(checked.verdict, 40) or None,
            f"“{checked.quotation.text}”",
        )
        for _, checked in found
    ]
    table(("verdict", "speaker", "source", "differs", "quotation"), rows)
    return 1 if failed else 0


def _checked(
    checker: QuotationChecker, record: Record, failed: list[str]
) -> Iterator[CheckedQuotation]:
    """The quotations of an article; a damaged one is told of and left out."""
    try:
        yield from checker.check(record.id)
    except LibraryError as error:
        failed.append(record.id)
        say(f"{record.id}: {error}")
