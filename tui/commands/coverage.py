"""Lay articles beside the letters they report on: quotations, figures, themes left out.

example: ofsted-tui coverage ff3ca7f2de752d30
"""

import argparse
import sys
from collections.abc import Iterator

from store.checking.articles import QuotationChecker
from store.checking.coverage import Coverage, coverage, letters_of, newest_articles
from store.export.coverage_lines import coverage_line
from store.library import Library, LibraryError, Record
from store.model.dates import in_words
from store.model.document import Document
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held
from tui.commands.output import json_line, plain, say, table
from tui.covering import figure_in_words, letter_in_words, short_summary, summary, theme_in_words
from tui.quoting import changes_in_words, verdict_in_words


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", nargs="?", metavar="DOCUMENT", help="id of one article, whole")
    parser.add_argument("--letter", metavar="ID", help="compare with this letter or report")
    parser.add_argument("--council", metavar="NAME", help="only articles about this council")
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    for id in (args.document, args.letter):
        if id and id not in library.records:
            say(f"There is no document {id!r} in the library; see `documents`.")
            sys.exit(2)
    articles = newest_articles(library.records.values(), lambda record: False)
    if args.document:
        articles = [record for record in articles if record.id == args.document]
        if not articles:
            say(f"Document {args.document!r} is no article.")
            sys.exit(2)
    if args.council is not None:
        council = council_held(library, args.council)
        articles = [record for record in articles if record.is_about(council)]
    failed: list[str] = []
    found = _covered(library, articles, args.letter, failed)
    if args.json:
        for record, known, letter in found:
            json_line(coverage_line(known, record, letter))
    elif args.document:
        for record, known, letter in found:
            _print_whole(record, known, letter, library)
    else:
        rows = [
            (
                record.id,
                in_words(record.date or ""),
                short_summary(known),
                letter_in_words(library.records[letter.id]) if letter else None,
            )
            for record, known, letter in found
        ]
        table(("article", "date", "= exact ~ altered ? not found", "beside"), rows)
    return 1 if failed else 0


def _covered(
    library: Library, articles: list[Record], wanted: str | None, failed: list[str]
) -> Iterator[tuple[Record, Coverage, Document | None]]:
    """Each article with what was found; a damaged one is told of and left out."""
    checker = QuotationChecker(library)
    for record in articles:
        try:
            article = library.document(record.id)
            checked = checker.check(record.id)
            letters = letters_of(article, library.records.values(), library.visits, checked)
            chosen = wanted or (letters[0].id if letters else None)
            letter = library.document(chosen) if chosen else None
        except LibraryError as error:
            failed.append(record.id)
            say(f"{record.id}: {error}")
            continue
        yield record, coverage(article, letter, checked), letter


def _print_whole(
    record: Record, known: Coverage, letter: Document | None, library: Library
) -> None:
    """One article: the summary, then a table for quotations, figures and themes."""
    print(plain(record.title or record.name))
    if letter is not None:
        print(f"beside: {plain(letter_in_words(library.records[letter.id]))}")
    print(summary(known))
    if known.quotations:
        print()
        rows = [
            (
                verdict_in_words(checked),
                changes_in_words(checked.verdict, 40) or None,
                f"“{checked.quotation.text}”",
            )
            for checked in known.quotations
        ]
        table(("quotation", "differs", "words"), rows)
    if known.figures:
        print()
        figures = [(compared.verdict, figure_in_words(compared)) for compared in known.figures]
        table(("figure", "what"), figures)
    if known.themes and letter is not None:
        print()
        themes = [
            (
                theme.theme or "without a theme",
                theme_in_words(theme),
                " / ".join(letter.sentences[index].text for index in theme.left_out) or None,
            )
            for theme in known.themes
        ]
        table(("theme", "in the article", "left out"), themes)
