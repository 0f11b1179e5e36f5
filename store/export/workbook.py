"""What is selected as a workbook: a sheet a table, with filters, widths and links to sources."""

from pathlib import Path
from typing import Any, Final

from store.export.selected import Selected
from store.export.tables import TABLES, Cell, Table, table

LONGEST: Final = 32_767
"""Characters that a cell can hold (Excel's limit)."""
WIDTHS: Final = {"text": 80, "sentence": 80, "quotation": 80, "citation": 50, "source": 50,
                 "themes": 30, "focus": 50, "title": 50, "file": 60, "differs": 40}  # fmt: skip
WRAPPED: Final = frozenset({"text", "sentence", "quotation", "differs", "focus"})


def write_workbook(selected: Selected, out: Path) -> None:
    """Every text is written as text: what looks like a formula is not run."""
    import xlsxwriter

    with xlsxwriter.Workbook(
        str(out),
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    ) as book:
        book.set_properties({"title": selected.words, "comments": "made by ofsted-tui"})
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
            "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
            "plain": book.add_format({"valign": "top"}),
            "link": book.add_format({"valign": "top", "font_color": "blue", "underline": 1}),
        }
        for name in TABLES:
            _sheet(book, table(selected, name), looks)


def _sheet(book: Any, told: Table, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(told.name)
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(told.columns):
        sheet.write_string(0, column, name, looks["head"])
        width = WIDTHS.get(name, 6 if told.name == "matrix" and column > 1 else 14)
        sheet.set_column(column, column, width)
    for number, row in enumerate(told.rows, 1):
        for column, (name, cell) in enumerate(zip(told.columns, row, strict=True)):
            _write(sheet, number, column, name, cell, told, looks)
    sheet.autofilter(0, 0, max(len(told.rows), 1), len(told.columns) - 1)


def _write(
    sheet: Any, number: int, column: int, name: str, cell: Cell, told: Table, looks: dict[str, Any]
) -> None:
    if cell is None:
        return
    if isinstance(cell, int | float):
        sheet.write_number(number, column, cell, looks["plain"])
        return
    link = told.links.get(cell) if name == "document" else None
    # What a workbook cannot hold as an address the writer refuses, with a number below 0.
    if link and sheet.write_url(number, column, _address(link), looks["link"], cell) == 0:
        return
    look = looks["wrapped" if name in WRAPPED else "plain"]
    sheet.write_string(number, column, cell[:LONGEST], look)


def _address(path: str) -> str:
    return Path(path).absolute().as_uri()
