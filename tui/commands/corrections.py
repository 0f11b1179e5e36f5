"""List your corrections, export them as training data, take a colleague's in.

example: ofsted-tui corrections --export mine.jsonl
"""

import argparse
import sys
from pathlib import Path

from store import paths
from store.export.correction_lines import (
    Joined,
    correction_line,
    join,
    read_training_lines,
    write_training_lines,
)
from store.export.written import ExportError
from store.findings.themes import vocabulary
from store.library import CorrectionsError, Library, LibraryBusy, LibraryError
from store.model.correction import Correction
from store.refusal import refusal
from tui.commands.common import add_json, add_library, open_library
from tui.commands.output import json_line, say, table
from tui.correction_words import CORRECTED, FLAGGED, change_in_words, label_in_words, opening


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--export", metavar="FILE.jsonl",
        help="write them as the labelled lines that `python -m store.training` reads",
    )  # fmt: skip
    what.add_argument(
        "--load", metavar="FILE.jsonl", help="take the corrections of an exported file in"
    )
    parser.add_argument(
        "--orphans", action="store_true", help="only those whose sentence is not there now"
    )
    parser.add_argument("--force", action="store_true", help="let --export replace a file")
    parser.add_argument(
        "--theirs", action="store_true", help="let --load replace your own where they differ"
    )
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    if problem := _misused(args):
        say(problem)
        return 2
    library = open_library(args)
    if library.corrections.problem:
        say(library.corrections.problem)
    try:
        if args.load is not None:
            return _load(paths.expanded(args.load), library, args)
        if args.export is not None:
            return _export(paths.expanded(args.export), library, args)
        return _list(library, args)
    except (CorrectionsError, LibraryBusy, LibraryError) as error:
        say(error)
        return 1


def _misused(args: argparse.Namespace) -> str:
    """What an option asks for that does nothing without another."""
    if args.theirs and args.load is None:
        return "--theirs says what --load does; name the file to --load."
    if args.force and args.export is None:
        return "--force says what --export does; name the file to --export."
    if args.orphans and args.load is not None:
        return "--orphans lists or exports; --load takes all of the file in."
    return ""


def _list(library: Library, args: argparse.Namespace) -> int:
    placed = [each for each in library.corrections.placed() if each.orphaned or not args.orphans]
    if args.json:
        for each in placed:
            json_line(correction_line(each))
        return 0
    names = vocabulary(paths.themes_file(), phrases=False).names()
    rows = [
        (
            CORRECTED + (f" {FLAGGED}" if each.correction.flagged else ""),
            change_in_words(each.correction, names),
            f"orphan: {each.reason}" if each.orphaned else each.correction.place,
            each.correction.note or None,
            each.correction.text,
        )
        for each in placed
    ]
    table(("", "from → to", "where", "note", "sentence"), rows)
    return 0


def _export(file: Path, library: Library, args: argparse.Namespace) -> int:
    placed = library.corrections.placed()
    wanted = [each.correction for each in placed if each.orphaned or not args.orphans]
    try:
        count = write_training_lines(file, wanted, over=args.force)
    except ExportError as error:
        say(error)
        return 1
    labelled = sum(correction.corrects for correction in wanted)
    say(f"{count:,} corrections written to {file}, {labelled:,} of them labels.")
    if file.name.startswith("dev"):
        say("Training holds files that begin with “dev” apart: it would not learn from this one.")
    return 0


def _load(file: Path, library: Library, args: argparse.Namespace) -> int:
    given: list[Correction] = []
    bad = 0
    try:
        for line in read_training_lines(file):
            if line.correction is None:
                bad += 1
                say(f"{file.name}:{line.number}: {line.problem}")
            else:
                given.append(line.correction)
    except OSError as error:
        say(f"{file} cannot be read: {refusal(error, file)}.")
        return 1
    names = vocabulary(paths.themes_file(), phrases=False).names()
    joined = join(library.corrections, given, names)
    taken = [*joined.new, *(new for _, new in joined.conflicts if args.theirs)]
    if taken:
        library.corrections.take(taken)
    _tell(joined, names, args)
    orphans = {each.correction for each in library.corrections.placed() if each.orphaned}
    lost = sum(correction in orphans for correction in taken)
    if lost:
        say(f"{lost:,} of them belong to no sentence of this library; see corrections --orphans.")
    return 1 if bad else 0


def _tell(joined: Joined, names: dict[str, str], args: argparse.Namespace) -> None:
    for mine, other in joined.conflicts:
        own, said = (label_in_words(each.said, names) for each in (mine, other))
        kept = "theirs taken" if args.theirs else "yours kept"
        notes = f" (note: {other.note})" if other.note and other.note != mine.note else ""
        say(f"{kept}: yours {own}, theirs {said}{notes}: {opening(mine.text)}, {mine.place}")
    for theme in joined.unknown:
        say(f"There is no theme {theme!r} in your themes; it is kept as it is written.")
    new, same, differ = len(joined.new), len(joined.same), len(joined.conflicts)
    if args.json:
        taken = new + (differ if args.theirs else 0)
        json_line({"taken": taken, "new": new, "same": same, "different": differ})
    elif args.theirs and differ:
        told = f"{new + differ:,} taken in, {differ:,} of them in place of yours"
        say(f"{told}, {same:,} already here.", stream=sys.stdout)
    else:
        hint = "; --theirs takes those" if differ else ""
        told = f"{new:,} taken in, {same:,} already here, {differ:,} said otherwise"
        say(f"{told}{hint}.", stream=sys.stdout)
