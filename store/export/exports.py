"""Writes what is selected to a file; its suffix says in which form."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from store import paths
from store.export.selected import Selected, select, series_of
from store.export.tables import TABLES, Table, counted, table
from store.export.written import ExportError, write_whole
from store.library import Library
from store.selection import Filters

FORMS: Final[dict[str, str]] = {
    ".md": "a briefing in Markdown",
    ".docx": "a briefing for Word",
    ".html": "a briefing as one web page",
    ".csv": "a table",
    ".xlsx": "a workbook with a sheet a table",
    ".jsonl": "JSON lines of a table",
    ".svg": "a council’s journey and figures as a picture",
    ".png": "the same as pixels",
}
"""Suffix -> what is written."""
OF_ONE_TABLE: Final = (".csv", ".jsonl")
"""The forms that hold one table, which is chosen."""


class Written(msgspec.Struct, frozen=True):
    """What an export wrote."""

    path: Path
    what: str
    """The form and how much it holds: "a table, 121 figures"."""
    left_out: dict[str, str]


def export(
    out: Path,
    library: Library,
    filters: Filters,
    themes: dict[str, str],
    *,
    sheet: str = "findings",
    force: bool = False,
    visit_words: str = "",
    today: str | None = None,
    proceed: Callable[[], bool] = lambda: True,
) -> Written:
    """Write what the filters leave.

    Raises:
        ExportError: the form is not known, nothing is selected that it could show, or the file
            cannot be written; nothing was written then.
    """
    form = out.suffix.lower()
    if form not in FORMS:
        raise ExportError(
            f"{out.name}: the name must end in one of {', '.join(FORMS)}, which says what to write."
        )
    if sheet not in TABLES:
        raise ExportError(f"There is no table {sheet!r}; there are {', '.join(TABLES)}.")
    selected = select(library, filters, themes, visit_words, proceed)
    if not proceed():
        raise ExportError("Stopped; nothing was written.")
    day = today or date.today().isoformat()
    told = table(selected, sheet) if form in OF_ONE_TABLE else None
    write_whole(out, _maker(form, selected, library, told, day), force=force)
    held = counted(told.name, len(told.rows)) if told else _findings(selected)
    return Written(out, f"{FORMS[form]}, {held}", selected.left_out)


def _maker(
    form: str, selected: Selected, library: Library, told: Table | None, today: str
) -> Callable[[Path], None]:
    """What fills the file."""
    if form in (".md", ".html", ".docx"):
        return lambda out: _briefing(form, selected, library, today, out)
    if form in (".svg", ".png"):
        return _picture(selected, library)
    if told is not None and form == ".csv":
        from store.export.csv_file import write_csv

        return lambda out: write_csv(told, out)
    if told is not None:
        return lambda out: _lines(selected, told, out)
    from store.export.workbook import write_workbook

    return lambda out: write_workbook(selected, out)


def _briefing(form: str, selected: Selected, library: Library, today: str, out: Path) -> None:
    from store.export.briefed import briefing
    from store.findings.trained.weights import MODEL_FILE, read_card

    told = briefing(selected, library, read_card(MODEL_FILE), today)
    if form == ".docx":
        from store.export.word import write_word

        write_word(told, out)
        return
    from store.export.pages import page

    out.write_text(page(told, form, paths.config_dir() / "templates"), "utf-8")


def _picture(selected: Selected, library: Library) -> Callable[[Path], None]:
    from store.comparing import theme_matrix
    from store.selection import FindingIndex

    if len(selected.councils) != 1:
        names = ", ".join(card.name for card in selected.councils[:4]) or "none"
        raise ExportError(f"A picture shows one council; choose it with --council ({names}).")
    [card] = selected.councils
    index = FindingIndex(selected.documents, library.document, library.visits)
    matrix = theme_matrix(index, card.name, selected.visits, list(selected.themes))
    series = series_of(selected, library, card.name)

    def draw(out: Path) -> None:
        from store.export.pictures import council_picture

        council_picture(out, matrix, series, selected.themes)

    return draw


def _findings(selected: Selected) -> str:
    return counted("findings", len(selected.findings))


def _lines(selected: Selected, told: Table, out: Path) -> None:
    from store.export.lines import finding_line

    if told.name == "findings":
        lines = [finding_line(finding) for finding in selected.findings]
    else:
        lines = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
    encoder = msgspec.json.Encoder()
    with out.open("wb") as file:
        for line in lines:
            file.write(encoder.encode(line) + b"\n")
