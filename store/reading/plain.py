"""Plain text to lines."""

from store.model.line import Line
from store.reading.clean import SOFT_HYPHEN, clean, squeeze, unbroken
from store.reading.decode import decode
from store.reading.limits import Limits, Stopwatch, refuse_long
from store.reading.quote_prefixes import without_quote_prefixes
from store.reading.text_tables import table_rows


def read_text(data: bytes, limits: Limits) -> tuple[list[Line], int]:
    """One line of text a line; a form feed begins a page, a blank line makes a gap. The row of a
    table of numbers is a cell, as in every format.

    Raises:
        ReadingError: `too-large`, `too-slow`.
    """
    stopwatch = Stopwatch(limits)
    text = clean(decode(data))
    refuse_long(text, limits)
    sheets = without_quote_prefixes(text).split("\f")
    while len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()  # pdftotext ends every page with a form feed, the last one too
    lines: list[Line] = []
    gap = True
    for page, sheet in enumerate(sheets, 1):
        stopwatch.check()
        rows = sheet.removesuffix("\n").split("\n")
        tables = table_rows(rows)
        for index, row in enumerate(rows):
            if index in tables:
                lines.append(Line(unbroken(tables[index]), page, role="cell", gap=True))
                gap = True
                continue
            shown = _printed(row)
            if not shown:
                gap = True
                continue
            lines.append(Line(shown, page, gap=gap, x=_indent(row)))
            gap = False
    return lines, len(sheets)


def _printed(row: str) -> str:
    shown = squeeze(unbroken(row))
    if shown and row.rstrip().endswith(SOFT_HYPHEN):
        # At the end of a line it was printed, and the parser decides whether it stays.
        shown += SOFT_HYPHEN
    return shown


def _indent(row: str) -> float:
    """In how many columns the row is set in."""
    blank = row[: len(row) - len(row.lstrip())]
    return float(len(blank.expandtabs(8)))
