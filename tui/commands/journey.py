"""Print one council over time: themes by visit, judgements, figures, what repeats.

example: ofsted-tui journey Tameside
"""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from store import paths
from store.comparing import (
    EVERY_THEME,
    Judged,
    Series,
    Tally,
    ThemeMatrix,
    Thread,
    figure_series,
    judgements,
    theme_matrix,
    threads,
)
from store.findings.themes import vocabulary
from store.library import Library
from store.model.amounts import amount_in_words
from store.model.dates import in_words
from store.model.vocabulary import AREAS
from store.repeats.known import KnownRepeats
from store.selection import FindingIndex
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held
from tui.commands.output import json_line, plain, table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("council", metavar="COUNCIL", help="any name of a council of the library")
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    council = council_held(library, args.council)
    about = [record for record in library.records.values() if record.is_about(council)]
    index = FindingIndex(about, library.document, library.visits)
    known = vocabulary(paths.themes_file(), phrases=False)
    matrix = theme_matrix(index, council, library.visits, [theme.id for theme in known.themes])
    judged = judgements(council, about, library.visits)
    series = figure_series(council, about, library.visits, library.council_of)
    found = _threads(library, matrix)

    def newest(thread: Thread) -> str:
        document, _, number = thread.sentences[0].rpartition(":")
        return library.document(document).sentences[int(number)].text

    if args.json:
        for line in _lines(matrix, judged, series, found):
            json_line(line)
    else:
        _print(matrix, judged, series, found, known.names(), newest)
    return 0


def _counts(tally: Tally) -> str:
    return f"−{tally.concerns} +{tally.strengths}" if tally.findings else "·"


def _threads(library: Library, matrix: ThemeMatrix) -> list[Thread]:
    def themes_of(id: str) -> tuple[str, ...]:
        document, _, number = id.rpartition(":")
        return library.document(document).sentences[int(number)].themes

    repeats = KnownRepeats(library.document, library.visits).of(matrix.council)
    return threads(repeats, [visit.key for visit in matrix.visits], themes_of)


def _lines(
    matrix: ThemeMatrix, judged: list[Judged], series: list[Series], found: list[Thread]
) -> Iterator[dict[str, Any]]:
    council = {"council": matrix.council}
    for theme in matrix.themes:
        for visit in matrix.visits:
            tally = matrix.tally(theme, visit.key)
            counts = {"concerns": tally.concerns, "strengths": tally.strengths}
            yield {"part": "theme", **council, "theme": theme, "visit": visit.key, **counts}
    for each in judged:
        dates = {"date": each.when, "judged": each.judged}
        told = {"document": each.document, "recalled": each.recalled, "grades": each.grades}
        yield {"part": "judgement", **council, **dates, **told}
    for measured in series:
        for point in measured.points:
            figure = point.figure
            yield {
                "part": "figure",
                **council,
                "measure": measured.measure,
                "unit": measured.unit,
                "date": point.when,
                "value": figure.value,
                "low": figure.low,
                "high": figure.high,
                "bound": figure.bound,
                "printed": figure.printed,
                "as_of": figure.as_of,
                "document": point.document,
                "sentence": figure.sentence,
            }
    for thread in found:
        yield {
            "part": "repeat",
            **council,
            "theme": thread.theme,
            "visits": thread.visits,
            "findings": thread.sentences,
        }


def _print(
    matrix: ThemeMatrix,
    judged: list[Judged],
    series: list[Series],
    found: list[Thread],
    names: dict[str, str],
    newest: Callable[[Thread], str],
) -> None:
    held = [visit for visit in matrix.visits if visit.documents]
    rows = []
    for theme in (EVERY_THEME, *matrix.by_number()):
        keys = (None, *(visit.key for visit in held))
        tallies = [matrix.tally(theme, key) for key in keys]
        cells = [_counts(tally) for tally in tallies]
        rows.append((names.get(theme, theme or "all findings"), *cells))
    dates = [in_words(visit.when) for visit in held]
    table(("theme", "all visits", *dates), rows, right=("all visits", *dates))
    for each in judged:
        grades = "; ".join(f"{AREAS[area]} {grade}" for area, grade in each.grades.items())
        of = "recalled" if each.recalled else f"inspection of {in_words(each.when)}"
        print(f"\njudged {in_words(each.judged)} ({of}): {grades}")
    if any(measured.over_time for measured in series):
        print()
    for measured in series:
        if measured.over_time:
            told = " → ".join(
                f"{amount_in_words(point.figure)} ({in_words(point.when)})"
                for point in measured.line
            )
            print(plain(f"{measured.measure}, {measured.unit}: {told}"))
    if found:
        print()
    for thread in found:
        told = f"the same weakness at {len(thread.visits)} of {len(held)} visits"
        name = names.get(thread.theme or "", thread.theme or "of no theme")
        print(plain(f"{name}: {told}, last “{newest(thread)}”"))
