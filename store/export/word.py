"""Briefings as Word documents."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.export.briefing import Briefing, Part, Passage
from store.reading.clean import clean

if TYPE_CHECKING:
    from docx.document import Document as Word


def write_word(briefing: Briefing, out: Path) -> None:
    """Headings, lists, tables and charts in Word's own styles, which a reader can change."""
    import docx
    from docx.shared import Cm

    word = docx.Document()
    word.core_properties.title = clean(briefing.title)
    word.core_properties.author = "ofsted-tui"
    word.add_heading(clean(briefing.title), 0)
    word.add_paragraph(clean(f"{briefing.words}. Made {briefing.made} by ofsted-tui."))
    for council in briefing.councils:
        word.add_heading(clean(council.name), 1)
        word.add_paragraph(clean(f"Judgement: {council.judgement}"))
        if council.areas:
            _table(word, ("area", "grade"), council.areas)
        if council.visits:
            word.add_paragraph(clean("Visits: " + "; ".join(council.visits)))
    for since in briefing.since:
        word.add_heading(clean(f"What changed since the last visit: {since.council}"), 1)
        word.add_paragraph(clean(f"{since.later}, against {since.earlier}: {since.in_words}."))
        if since.by_theme:
            rows = [(theme, str(before), str(now)) for theme, before, now in since.by_theme]
            _table(word, ("theme", "before", "now"), rows)
        for name, passages in since.lists:
            if passages:
                word.add_heading(f"{name} ({len(passages)})", 2)
                _passages(word, passages)
    _parts(word, f"Concerns by theme ({briefing.concern_count})", briefing.concerns)
    _parts(word, f"Strengths by theme ({briefing.strength_count})", briefing.strengths)
    if briefing.repeats:
        word.add_heading(f"Told before ({len(briefing.repeats)})", 1)
        for now, earlier in briefing.repeats:
            _passage(word, now)
            word.add_paragraph(
                clean(f"earlier: “{earlier.text}” ({earlier.citation})"), style="List Bullet 2"
            )
    if briefing.histories:
        from store.export.pictures import figure_png

        word.add_heading("Figures over time", 1)
        for history in briefing.histories:
            word.add_heading(clean(f"{history.series.measure}, {history.council}"), 2)
            word.add_picture(io.BytesIO(figure_png(history.series)), width=Cm(15))
            _table(word, ("when", "figure", "said"), history.points)
    if briefing.quotations:
        word.add_heading(f"Quotations checked ({len(briefing.quotations)})", 1)
        _table(word, ("verdict", "quotation", "source"), briefing.quotations)
    word.add_heading(f"Documents ({len(briefing.documents)})", 1)
    _list(word, briefing.documents)
    word.add_heading("How this was made", 1)
    _list(word, briefing.method)
    word.save(str(out))


def _parts(word: "Word", title: str, parts: Sequence[Part]) -> None:
    if not parts:
        return
    word.add_heading(title, 1)
    for part in parts:
        word.add_heading(clean(f"{part.name} ({part.told})"), 2)
        _passages(word, part.passages)
        if part.others:
            word.add_paragraph(clean(part.others_in_words))


def _passages(word: "Word", passages: Iterable[Passage]) -> None:
    for passage in passages:
        _passage(word, passage)


def _passage(word: "Word", passage: Passage) -> None:
    paragraph = word.add_paragraph(clean(f"“{passage.text}” "), style="List Bullet")
    marks = f" [{'; '.join(passage.marks)}]" if passage.marks else ""
    paragraph.add_run(clean(f"({passage.citation}){marks}")).italic = True


def _list(word: "Word", lines: Iterable[str]) -> None:
    for line in lines:
        word.add_paragraph(clean(line), style="List Bullet")


def _table(word: "Word", columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = word.add_table(rows=1, cols=len(columns), style="Light List")
    for cell, name in zip(table.rows[0].cells, columns, strict=True):
        cell.text = name
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = clean(words)
