"""List all councils by themes: how many concerns each has, for all years or a period.

In a pipe every theme is a column; on a terminal each council names its themes, the most told first.

example: ofsted-tui themes --since 2023-01-01 --sort workforce
"""

import argparse
import sys
from collections.abc import Sequence

from store import paths
from store.export.theme_lines import theme_map_line
from store.findings.themes import ThemesFileError, Vocabulary, vocabulary
from store.selection.periods import ALWAYS, period_of
from store.selection.theme_map import COUNCIL, JUDGEMENT, TOTAL, MapRow, sorted_rows, theme_map
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_held, period_given
from tui.commands.output import json_line, say, table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--council", metavar="NAME", help="only this council")
    parser.add_argument("--since", metavar="DATE", help="documents from this day, month or year on")
    parser.add_argument("--until", metavar="DATE", help="documents up to this day, month or year")
    parser.add_argument("--share", action="store_true", help="shares of 100 sentences, not counts")
    parser.add_argument(
        "--sort", metavar="COLUMN", default=TOTAL, help="a theme, council, judgement or total"
    )
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    known = _vocabulary()
    themes = [theme.id for theme in known.themes]
    columns = [COUNCIL, JUDGEMENT, TOTAL, *themes]
    if args.sort not in columns:
        say(f"There is no column {args.sort!r}; there are: {', '.join(columns)}.")
        return 2
    period = period_of(*period_given(args.since, args.until), [ALWAYS])
    found = theme_map(library.records.values(), library.councils, themes, period)
    numbers = args.sort not in (COUNCIL, JUDGEMENT)
    rows = sorted_rows(found.rows, args.sort, descending=numbers, share=args.share)
    if args.council is not None:
        council = council_held(library, args.council)
        rows = [row for row in rows if row.council == council]
    if args.json:
        for row in rows:
            json_line(theme_map_line(row, period))
        return 0
    if not args.council and rows:
        rows.append(found.every)
    if sys.stdout.isatty():
        _print_most_told(rows, themes, share=args.share)
    else:
        _print_matrix(rows, columns[2:], share=args.share)
    return 0


def _print_matrix(rows: Sequence[MapRow], columns: Sequence[str], *, share: bool) -> None:
    """A column a theme, for a pipe."""
    shown = [
        (*_who(row), *(_number(row.value(column, share=share)) for column in columns))
        for row in rows
    ]
    heads = (COUNCIL, JUDGEMENT, "documents", *columns)
    table(heads, shown, right=heads[2:])


def _print_most_told(rows: Sequence[MapRow], themes: Sequence[str], *, share: bool) -> None:
    """The themes of each council in one column, the most told first: a terminal is narrow."""
    shown = []
    for row in rows:
        told = sorted(row.themes, key=lambda theme: -row.themes[theme])
        words = [f"{theme} {_number(row.value(theme, share=share))}" for theme in told]
        shown.append((*_who(row), _number(row.value(TOTAL, share=share)), ", ".join(words)))
    heads = (COUNCIL, JUDGEMENT, "documents", TOTAL, "themes")
    table(heads, shown, right=heads[2:4])


def _who(row: MapRow) -> tuple[str, str | None, int]:
    return row.council or "all councils", row.judgement, row.documents


def _number(value: float) -> str | None:
    """A count, or a share to one decimal; nothing for 0."""
    if not value:
        return None
    return str(value) if isinstance(value, int) else f"{value:.1f}"


def _vocabulary() -> Vocabulary:
    try:
        return vocabulary(paths.themes_file(), phrases=False)
    except ThemesFileError as error:
        say(f"Your themes are not used: {error}")
        return vocabulary(None, phrases=False)
