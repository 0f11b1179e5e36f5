"""How the subcommands speak: JSON lines, a Rich table on a terminal, aligned text in a pipe."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import msgspec

from store.reading.clean import clean

Cell = str | int | float | None


def json_line(fields: Any) -> None:
    """One object on one line of standard output."""
    sys.stdout.buffer.write(msgspec.json.encode(fields) + b"\n")
    sys.stdout.buffer.flush()


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, right: Sequence[str] = ()
) -> None:
    """A table: by Rich on a terminal, plain and aligned elsewhere. `right` aligns columns right."""
    shown = [[_cell(value) for value in row] for row in rows]
    if sys.stdout.isatty():
        _rich_table(columns, shown, right)
        return
    widths = [
        max([len(name), *(len(row[place]) for row in shown)]) for place, name in enumerate(columns)
    ]
    for row in [list(columns), *shown]:
        cells = [
            cell.rjust(width) if name in right else cell.ljust(width)
            for cell, width, name in zip(row, widths, columns, strict=True)
        ]
        print("  ".join(cells).rstrip())


def _rich_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[str]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for place, name in enumerate(columns):
        last = place == len(columns) - 1
        drawn.add_column(
            name,
            justify="right" if name in right else "left",
            overflow="fold" if last else "ellipsis",
            no_wrap=not last,
        )
    for row in rows:
        # Text, not str: a bracket in a document's words is no markup.
        drawn.add_row(*(Text(cell) for cell in row))
    Console(no_color=bool(os.environ.get("NO_COLOR"))).print(drawn)


def _cell(value: Cell) -> str:
    if value is None:
        return "-"
    return plain(str(value))


def plain(text: str) -> str:
    """Words from a document on one line, without what a terminal would obey."""
    return " ".join(clean(text).split())


def say(*words: object, stream: TextIO | None = None) -> None:
    """Talk: to standard error, so that standard output stays data."""
    text = " ".join(clean(str(word)) for word in words)
    print(text, file=stream or sys.stderr, flush=True)
