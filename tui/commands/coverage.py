"""Lay articles beside the letters they report on: quotations, figures, themes left out.

example: ofsted-tui coverage ff3ca7f2de752d30
"""

import argparse
import sys
from collections.abc import Iterator
from typing import NamedTuple

from store.checking.articles import QuotationChecker
from store.checking.coverage import (
    Comparison,
    Coverage,
    compared_with,
    coverage,
    letter_on,
    newest_articles,
)
from store.export.coverage_lines import coverage_line
from store.export.quotation_lines import source_citation
from store.library import Library, LibraryError, Record
from store.model.dates import in_words
from store.model.document import Document
from store.model.vocabulary import KINDS
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held, document_held
from tui.commands.output import json_line, plain, say, table
from tui.covering import (
    compared_in_words,
    figure_in_words,
    letter_in_words,
    short_summary,
    summary,
    theme_in_words,
)
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
        if id:
            document_held(library, id)
    letter = library.records[args.letter] if args.letter else None
    if letter is not None and letter.kind in ("article", "other"):
        say(f"Document {args.letter!r} is no letter or report, but an {KINDS[letter.kind]}.")
        sys.exit(2)
    articles = newest_articles(library.records.values(), lambda record: False)
    if args.document:
        articles = [record for record in articles if record.id == args.document]
        if not articles:
            say(f"Document {args.document!r} is no article, nor a paper that quotes.")
            sys.exit(2)
    if args.council is not None:
        council = council_held(library, args.council)
        articles = [record for record in articles if record.is_about(council)]
    if letter is not None:
        known_articles = articles
        articles = [record for record in articles if _share_a_council(record, letter)]
        if args.document and known_articles and not articles:
            say(f"Article {args.document!r} and document {args.letter!r} are of other councils.")
            sys.exit(2)
    failed: list[str] = []
    found = _covered(library, articles, args.letter, failed)
    if args.json:
        for each in found:
            json_line(
                coverage_line(
                    each.coverage,
                    each.record,
                    each.letter,
                    each.how,
                    lambda checked: source_citation(library, checked),
                )
            )
    elif args.document:
        for each in found:
            _print_whole(each, library)
    else:
        rows = [
            (
                each.record.id,
                in_words(each.record.date or ""),
                short_summary(each.coverage),
                letter_in_words(library.records[each.letter.id]) if each.letter else None,
            )
            for each in found
        ]
        table(("article", "date", "= exact ~ altered ? not found", "beside"), rows)
    return 1 if failed else 0


class _Covered(NamedTuple):
    """An article with what was found of it, and the letter it was compared with."""

    record: Record
    coverage: Coverage
    letter: Document | None
    how: Comparison | None


def _share_a_council(article: Record, letter: Record) -> bool:
    """Whether a letter may be of an article's councils, as far as those are known."""
    theirs = {named.name for named in article.councils}
    ours = {named.name for named in letter.councils}
    return not theirs or not ours or bool(theirs & ours)


def _covered(
    library: Library, articles: list[Record], wanted: str | None, failed: list[str]
) -> Iterator[_Covered]:
    """Each article with what was found; a damaged one is told of and left out."""
    checker = QuotationChecker(library)
    for record in articles:
        try:
            article = library.document(record.id)
            checked = checker.check(record.id)
            own = letter_on(article, library.records.values(), library.visits, checked)
            chosen = library.records[wanted] if wanted else own
            letter = library.document(chosen.id) if chosen else None
            how = compared_with(article, chosen, library.visits) if chosen else None
        except LibraryError as error:
            failed.append(record.id)
            say(f"{record.id}: {error}")
            continue
        yield _Covered(record, coverage(article, letter, checked), letter, how)


def _print_whole(found: _Covered, library: Library) -> None:
    """One article: the summary, then a table for quotations, figures and themes."""
    record, known, letter, how = found
    print(plain(record.title or record.name))
    if letter is not None and how is not None:
        print(plain(compared_in_words(library.records[letter.id], how)))
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
