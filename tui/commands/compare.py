"""Compare the last two visits to a council, or one council with another, theme by theme.

example: ofsted-tui compare Tameside
         ofsted-tui compare Tameside Dudley
"""

import argparse

from store import paths
from store.comparing import between, profile, theme_matrix
from store.findings.themes import vocabulary
from store.library import Library
from store.model.visit import Visit
from store.repeats.known import KnownRepeats
from store.selection import FindingIndex
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held, visit_held
from tui.commands.output import json_line, say, table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("council", metavar="COUNCIL", help="any name of a council of the library")
    parser.add_argument("other", metavar="OTHER", nargs="?", help="another council")
    parser.add_argument(
        "--earlier", metavar="KEY", help="key of a visit, as `visits --json` has it"
    )
    parser.add_argument("--later", metavar="KEY", help="key of a later visit; else the last one")
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    council = council_held(library, args.council)
    if args.other is not None:
        return _councils(library, council, council_held(library, args.other), as_json=args.json)
    for key in (args.earlier, args.later):
        if key is not None:
            visit_held(library, key)
    known = [v for v in library.visits if v.council == council and v.documents]
    visits = sorted(known, key=lambda visit: visit.when)
    later = _named(visits, args.later) if args.later else (visits[-1] if visits else None)
    before = [v for v in visits if later is not None and v.when < later.when]
    earlier = _named(visits, args.earlier) if args.earlier else (before[-1] if before else None)
    if earlier is None or later is None:
        say(f"There are no two such visits to {council} with documents in the library.")
        return 1
    if earlier.when >= later.when:
        say(f"The {earlier.name_and_date} is not earlier than the {later.name_and_date}.")
        return 2
    return _visits(library, earlier, later, as_json=args.json)


def _named(visits: list[Visit], key: str) -> Visit | None:
    return next((visit for visit in visits if visit.key == key), None)


def _visits(library: Library, earlier: Visit, later: Visit, *, as_json: bool) -> int:
    ids = {*earlier.documents, *later.documents}
    records = [library.records[id] for id in ids]
    index = FindingIndex(records, library.document, (earlier, later))
    words = vocabulary(paths.themes_file(), phrases=False)
    themes = [theme.id for theme in words.themes]
    matrix = theme_matrix(index, later.council, (earlier, later), themes)
    repeats = KnownRepeats(library.document, library.visits)
    known = repeats.of(later.council).earlier
    told = between(repeats.told_at(earlier), repeats.told_at(later), known)
    rows: list[tuple[str | int, ...]] = []
    for theme in themes:
        gone, before, again, elsewhere, new = told.of_theme(theme).parts
        then, now = matrix.tally(theme, earlier.key), matrix.tally(theme, later.key)
        if as_json:
            json_line(
                {
                    "council": later.council,
                    "theme": theme,
                    "earlier": earlier.key,
                    "later": later.key,
                    "concerns": [then.concerns, now.concerns],
                    "strengths": [then.strengths, now.strengths],
                    "not_told_again": [each.id for each in gone],
                    "told_before": [each.id for each in before],
                    "told_again": [each.id for each in again],
                    "told_at_another_visit": [each.id for each in elsewhere],
                    "new": [each.id for each in new],
                }
            )
        listed = (gone, again, elsewhere, new)
        counts = (then.concerns, *(len(each) for each in listed), now.concerns)
        rows.append((words.names()[theme], *counts))
    if not as_json:
        ends = (earlier.began_in_words, later.began_in_words)
        told_of = ("not told again", "told again", "told before", "new")
        columns = ("theme", ends[0], *told_of, ends[1])
        table(columns, rows, right=columns[1:])
    return 0


def _councils(library: Library, one: str, other: str, *, as_json: bool) -> int:
    records = [r for r in library.records.values() if r.is_about(one) or r.is_about(other)]
    index = FindingIndex(records, library.document, library.visits)
    words = vocabulary(paths.themes_file(), phrases=False)
    themes = [theme.id for theme in words.themes]
    sides = [profile(index, name, records, themes) for name in (one, other)]
    rows = []
    for theme in themes:
        row: list[str | int | None] = [words.names()[theme]]
        for side in sides:
            tally = side.tally(theme)
            share = side.share(tally.concerns, "sentences")
            if as_json:
                json_line(
                    {
                        "council": side.council,
                        "theme": theme,
                        "concerns": tally.concerns,
                        "strengths": tally.strengths,
                        "concerns_per_100_sentences": share,
                        "sentences": side.sentences,
                        "documents": side.documents,
                    }
                )
            row += [tally.concerns, tally.strengths, None if share is None else f"{share:.1f}"]
        rows.append(tuple(row))
    if not as_json:
        columns = tuple(
            f"{side.council} {what}" for side in sides for what in ("−", "+", "per 100")
        )
        table(("theme", *columns), rows, right=columns)
    return 0
