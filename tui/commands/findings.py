"""List findings, filtered by council, theme, polarity and more.

example: ofsted-tui findings --council Tameside --theme workforce --polarity concern
"""

import argparse
import sys

from store import paths
from store.export import finding_line
from store.findings.themes import vocabulary
from store.model import POLARITIES
from store.model.vocabulary import VOICES
from store.repeats.known import KnownRepeats
from store.selection import (
    Filters,
    FindingIndex,
    Selection,
    findings,
    mark_repeats,
    with_repeats,
)
from tui.commands.common import add_json, add_library, council_named, open_library
from tui.commands.explain import Explanations
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
    parser.add_argument("--council", action="append", default=[], metavar="NAME")
    parser.add_argument("--visit", metavar="KEY", help="key of a visit, as `visits --json` has it")
    parser.add_argument("--document", metavar="ID")
    parser.add_argument(
        "--theme", action="append", default=[], metavar="THEME", help="may be given several times"
    )
    parser.add_argument(
        "--group", action="append", default=[], metavar="GROUP",
        help="a group of children, such as disabled or care-leavers; may be given several times",
    )  # fmt: skip
    parser.add_argument("--all-themes", action="store_true", help="every theme, not any of them")
    parser.add_argument("--polarity", choices=[*POLARITIES, "concerns", "strengths", "all"])
    parser.add_argument("--since", metavar="DATE", help="documents from this day, month or year on")
    parser.add_argument("--until", metavar="DATE", help="documents up to this day, month or year")
    parser.add_argument("--voice", choices=VOICES, action="append", default=[])
    parser.add_argument("--containing", default="", metavar="TEXT")
    parser.add_argument("--repeats", action="store_true", help="only what an earlier visit found")


def filters_of(args: argparse.Namespace) -> Filters:
    """The arguments as filters; ends the command with 2 for a theme that there is not."""
    known = vocabulary(paths.themes_file()).names()
    themes = []
    for given in args.theme:
        theme = given.lower().replace(" ", "-")
        if theme not in known:
            say(f"There is no theme {given!r}. The themes are: {', '.join(known)}.")
            sys.exit(2)
        themes.append(theme)
    groups = [given.lower().replace(" ", "-") for given in args.group]
    there = vocabulary(paths.themes_file()).groups
    for group in groups:
        if group not in there:
            say(f"There is no group {group!r}. The groups are: {', '.join(there)}.")
            sys.exit(2)
    return Filters(
        groups=tuple(groups),
        councils=tuple(council_named(name) for name in args.council),
        visit=args.visit,
        document=args.document,
        themes=tuple(themes),
        every_theme=args.all_themes,
        shown=args.polarity or "all",
        voices=tuple(args.voice),
        since=args.since,
        until=args.until,
        containing=args.containing,
        repeats=args.repeats,
    )


def run(args: argparse.Namespace) -> int:
    filters = filters_of(args)
    library = open_library(args)
    index = FindingIndex(library.records.values(), library.document, library.visits)
    for id, reason in index.left_out.items():
        say(f"{id}: {reason}")
    known = KnownRepeats(library.document, library.visits)
    if filters.repeats:
        mark_repeats(index, known, filters.councils or known.councils)
    selected = Selection(index, filters)
    found = findings(index, selected.rows(), library.visit_of)
    if args.doubtful:
        found = iter(sorted(found, key=lambda finding: finding.confidence))
    explain = Explanations(library) if args.explain else None
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
