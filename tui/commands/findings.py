"""List findings, filtered by council, theme, polarity and more.

A sentence may tell of a concern and a strength at once; it is mixed then. `--polarity concerns`
takes the mixed ones in, as the app and every count of concerns do; `--polarity concern` leaves them
out. So do strengths and strength.

example: ofsted-tui findings --council Tameside --theme workforce --polarity concerns
"""

import argparse
import sys
from collections.abc import Iterable

from store import paths
from store.export import finding_line
from store.findings.themes import vocabulary
from store.library import Library
from store.model import POLARITIES
from store.model.vocabulary import VOICES
from store.repeats.known import KnownRepeats
from store.selection import (
    Filters,
    Selection,
    findings,
    index_of,
    mark_repeats,
    with_repeats,
)
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held, document_held, period_given, visit_held
from tui.commands.output import json_line, say, table


def arguments(parser: argparse.ArgumentParser) -> None:
    add_filters(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="which words each label hangs on, and what came second",
    )
    parser.add_argument(
        "--doubtful", action="store_true", help="the least certain first, to be looked at"
    )
    add_library(parser)
    add_json(parser)


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The filters that `findings` and the exports take."""
    parser.add_argument(
        "--council",
        action="append",
        default=[],
        metavar="NAME",
        help="any name of a council of the library; may be given several times",
    )
    parser.add_argument("--visit", metavar="KEY", help="key of a visit, as `visits --json` has it")
    parser.add_argument("--document", metavar="ID", help="as `documents` lists them")
    parser.add_argument(
        "--theme", action="append", default=[], metavar="THEME", help="may be given several times"
    )
    parser.add_argument(
        "--group", action="append", default=[], metavar="GROUP",
        help="a group of children, such as disabled-children; may be given several times",
    )  # fmt: skip
    parser.add_argument("--all-themes", action="store_true", help="every theme, not any of them")
    parser.add_argument(
        "--polarity",
        choices=[*POLARITIES, "concerns", "strengths", "all"],
        help="concerns are concern and mixed, strengths are strength and mixed; all unless given",
    )
    parser.add_argument("--since", metavar="DATE", help="documents from this day, month or year on")
    parser.add_argument("--until", metavar="DATE", help="documents up to this day, month or year")
    parser.add_argument(
        "--voice",
        choices=VOICES,
        action="append",
        default=[],
        help="whose words; may be given several times",
    )
    parser.add_argument("--containing", default="", metavar="TEXT", help="in any case")
    parser.add_argument("--repeats", action="store_true", help="only what an earlier visit found")
    parser.add_argument("--corrected", action="store_true", help="only what you corrected")
    parser.add_argument("--flagged", action="store_true", help="only what you flagged")


def filters_of(args: argparse.Namespace, library: Library) -> Filters:
    """The arguments as filters; ends the command where one names what there is not."""
    known = vocabulary(paths.themes_file(), phrases=bool(args.group))
    since, until = period_given(args.since, args.until)
    return Filters(
        groups=_each_of("group", args.group, known.groups),
        councils=tuple(council_held(library, name) for name in args.council),
        visit=None if args.visit is None else visit_held(library, args.visit),
        document=None if args.document is None else document_held(library, args.document),
        themes=_each_of("theme", args.theme, known.names()),
        every_theme=args.all_themes,
        shown=args.polarity or "all",
        voices=tuple(args.voice),
        since=since,
        until=until,
        containing=args.containing,
        repeats=args.repeats,
        corrected=args.corrected,
        flagged=args.flagged,
    )


def _each_of(what: str, given: list[str], known: Iterable[str]) -> tuple[str, ...]:
    """The ids of what was given in words; ends the command with 2 for one that there is not."""
    listed = list(known)
    ids = tuple(words.lower().replace(" ", "-") for words in given)
    for id, words in zip(ids, given, strict=True):
        if id not in listed:
            say(f"There is no {what} {words!r}. The {what}s are: {', '.join(listed)}.")
            sys.exit(2)
    return ids


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    filters = filters_of(args, library)
    index = index_of(library)
    for id, reason in index.left_out.items():
        say(f"{id}: {reason}")
    known = KnownRepeats(library.document, library.visits)
    if filters.repeats:
        mark_repeats(index, known, filters.councils or known.councils)
    selected = Selection(index, filters)
    found = findings(index, selected.rows(), library.visit_of, filters.councils)
    if args.doubtful:
        found = iter(sorted(found, key=lambda finding: (finding.settled, finding.confidence)))
    explain = None
    if args.explain:
        from tui.commands.explain import Explanations  # loads the parser and the classifier

        explain = Explanations(library)
    if args.json:
        for finding in with_repeats(found, known):
            line = finding_line(finding)
            json_line({**line, "why": explain.line(finding)} if explain else line)
        return 0
    if explain:
        for finding in found:
            print(explain.text(finding), end="\n\n")
        return 0
    rows = [
        (finding.polarity, ", ".join(finding.themes) or None, finding.citation, finding.text)
        for finding in found
    ]
    table(("polarity", "themes", "where", "finding"), rows)
    return 0
