"""Search every sentence of the library, the best first.

A query is words that must all be there, "phrases in quotation marks", beginnings such as
supervis*, what must not be there as -agency, and fields: theme:workforce council:tameside
kind:letter polarity:concern voice:council group:young-carers before:2019 after:2018-06
(since: and until: include the day, month or year they name; polarity:concerns also finds what is
mixed, a concern and a strength at once).

example: ofsted-tui search '"management oversight" theme:supervision council:tameside' --limit 5
"""

import argparse
import os
import sys
from collections.abc import Sequence

from store import paths
from store.export import finding_line
from store.findings.themes import vocabulary
from store.model.finding import Finding
from store.reading.clean import clean
from store.search import ALL, Found, Search, WordsDamaged, marks, search_of, wanted_words
from store.selection import findings, index_of
from tui.commands.common import add_json, add_library, open_library
from tui.commands.numbers import whole
from tui.commands.output import json_line, say, table

Spans = Sequence[tuple[int, int]]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="put it in quotation marks",
    )
    parser.add_argument(
        "--limit", type=whole(0), default=20, metavar="N", help="at most so many (20); 0 for all"
    )
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    index = index_of(library)
    for id, reason in index.left_out.items():
        say(f"{id}: {reason}")
    search = search_of(library, index, vocabulary(paths.themes_file()))
    if behind := len(search.words.behind(index)):
        say(f"The words of {behind:,} documents could not be taken in now and are not searched.")
    query = search.understand(" ".join(args.query))
    for problem in query.problems:
        say(problem)
    if query.problems:
        return 2
    if query.is_empty:
        say("There is nothing to search for in this query.")
        return 2
    most = args.limit if args.limit > 0 else ALL
    try:
        found = search.find(query, most=most)
    except WordsDamaged:
        search.words.follow(index)
        found = search.find(query, most=most)
    _print(found, search, list(findings(index, found.rows[:most], library.visit_of)), args.json)
    shown = min(most, len(found.rows))
    how = "best" if found.ranked else "newest"
    say(f"{found.count:,} found" + (f"; the {how} {shown:,} are shown" * (shown < found.count)))
    return 0


def _print(found: Found, search: Search, listed: list[Finding], as_json: bool) -> None:
    wanted = wanted_words(found.query)
    marked = [(finding, marks(finding.text, wanted)) for finding in listed]
    if as_json:
        for place, (finding, spans) in enumerate(marked):
            score = round(found.scores[place], 3) if found.ranked else None
            json_line({**finding_line(finding), "marks": spans, "score": score})
    elif sys.stdout.isatty():
        _print_richly(marked)
    else:
        rows = [
            (finding.polarity, ", ".join(finding.themes) or None, finding.citation, finding.text)
            for finding, _ in marked
        ]
        table(("polarity", "themes", "where", "sentence"), rows)


def _print_richly(marked: Sequence[tuple[Finding, Spans]]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(no_color=bool(os.environ.get("NO_COLOR")), highlight=False)
    for finding, spans in marked:
        told = [finding.citation, finding.polarity, *finding.themes]
        console.print(Text(clean(" · ".join(told)), style="dim"))
        sentence = Text(finding.text)  # Text, not str: a bracket in a document is no markup
        if clean(finding.text) == finding.text:
            for start, end in spans:
                sentence.stylize("bold underline", start, end)
        else:
            sentence = Text(clean(finding.text))
        console.print(sentence, end="\n\n")
