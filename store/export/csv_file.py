"""A table as comma-separated values that a spreadsheet opens without running anything."""

import csv
from pathlib import Path
from typing import Final

from store.export.tables import Cell, Table

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def write_csv(table: Table, out: Path) -> None:
    """With a byte order mark, for Excel reads the file as Latin-1 without one."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(table.columns)
        rows.writerows([defused(cell) for cell in row] for row in table.rows)


def defused(cell: Cell) -> Cell:
    """Text that would be run as a formula, with an apostrophe before it that shows it as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
