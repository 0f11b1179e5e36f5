"""Samples as PDF, laid out as Ofsted lays its letters and reports out, with base fonts only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from sample_source import Block, Sample, grouped, runs

MARGIN: Final = 68.0
WIDTH: Final = A4[0] - 2 * MARGIN
FOOT: Final = 46.0
SQUARE: Final = "\x6e"
"""The code of the filled square in ZapfDingbats."""

BODY: Final = ParagraphStyle(
    "body", fontName="Helvetica", fontSize=12, leading=15, spaceAfter=10, embeddedHyphenation=1
)


def _style(name: str, **changes: Any) -> ParagraphStyle:
    return ParagraphStyle(name, parent=BODY, **changes)


STYLES: Final = {
    "note": _style(
        "note", fontSize=8.5, leading=10.5, spaceAfter=16, textColor=colors.Color(0.3, 0.3, 0.3)
    ),
    "title": _style(
        "title", fontSize=20, leading=24, rightIndent=50, spaceBefore=14, spaceAfter=14
    ),
    "heading": _style(
        "heading", fontName="Helvetica-Bold", fontSize=14, leading=17, spaceBefore=9, keepWithNext=1
    ),
    "subheading": _style("subheading", fontName="Helvetica-Bold", spaceBefore=10, keepWithNext=1),
    "paragraph": BODY,
    "lead-in": _style("lead-in", spaceBefore=4, keepWithNext=1),
    "letterhead": _style(
        "letterhead", fontSize=8.5, leading=10.5, alignment=TA_RIGHT, spaceAfter=0
    ),
    "bullet": _style("bullet", leftIndent=18, bulletFontName="ZapfDingbats", bulletFontSize=8),
    "dot": _style(
        "dot", leftIndent=18, spaceAfter=6, bulletFontName="Helvetica", bulletFontSize=12
    ),
    "numbered": _style("numbered", leftIndent=28, bulletFontName="Helvetica", bulletFontSize=12),
    "footnote": _style("footnote", fontSize=8.5, leading=10.5, spaceAfter=0),
    "cell": _style("cell", fontSize=11, leading=13.5, spaceAfter=0),
    "banner": _style("banner", fontName="Helvetica-Bold", fontSize=14, leading=17, spaceAfter=0),
}
GLYPHS: Final = {"bullet": SQUARE, "dot": "•"}


def write_pdf(sample: Sample, path: Path) -> None:
    """Write one sample; the bytes depend on nothing but the source."""
    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        title=sample.settings["title"],
        author="ofsted-tui",
        subject=sample.blocks[0].text,
        invariant=1,
    )
    furniture = _page_furniture(sample)
    document.addPageTemplates(
        [
            PageTemplate("first", [_frame(_footnotes(sample)[1])], onPageEnd=furniture),
            PageTemplate("later", [_frame(0)], onPageEnd=furniture),
        ]
    )
    document.build(_story(sample))


def _frame(footnotes: float) -> Frame:
    """The frame of a page that keeps so much room free for footnotes."""
    bottom = FOOT + 26 + footnotes
    return Frame(MARGIN, bottom, WIDTH, A4[1] - bottom - 48, 0, 0, 0, 0)


def _story(sample: Sample) -> list[Flowable]:
    story: list[Flowable] = [NextPageTemplate("later")]
    for kind, run in grouped(sample.blocks):
        story += [flowable for block in run for flowable in _flowables(block)]
        if kind == "letterhead":
            story.append(Spacer(0, 26))
    return story


def _flowables(block: Block) -> list[Flowable]:
    if block.kind == "page":
        return [PageBreak()]
    if block.kind == "footnote":
        return []
    if block.kind == "table":
        return [_table(block.rows)]
    if block.kind == "letterhead" and not block.text:
        return [Spacer(0, STYLES["letterhead"].leading)]
    leads_in = block.kind == "paragraph" and block.text.endswith((":", "**"))
    style = STYLES["lead-in" if leads_in else block.kind]
    mark = block.mark or GLYPHS.get(block.kind)
    return [Paragraph(_markup(block.text), style, bulletText=mark)]


def _markup(text: str) -> str:
    """The words in reportlab's own mark-up."""
    forms = {"plain": "{}", "bold": "<b>{}</b>", "raised": '<super size="8">{}</super>'}
    marked = (forms[form].format(escape(words)) for words, form in runs(text))
    return "".join(marked).replace("\n", "<br/>")


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    """A table of judgements; a single row is the banner over a section."""
    if len(rows) == 1:
        return _banner(rows[0])
    boxed = len(rows[0]) == 1
    cells = [[_cell(text, boxed) for text in row] + [""] * (2 - len(row)) for row in rows]
    label = WIDTH * (0.6 if boxed else 0.5)
    table = Table(cells, [label, WIDTH - label], hAlign="LEFT", spaceBefore=6, spaceAfter=14)
    commands: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.8, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if boxed else "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ]
    if boxed:
        commands.append(("SPAN", (0, 0), (1, 0)))
    table.setStyle(TableStyle(commands))
    return table


def _cell(text: str, boxed: bool) -> Paragraph:
    """A cell: the areas of the older, boxed table are bold, the parts of one set in."""
    if text.startswith("> "):
        indented = ParagraphStyle("indented", parent=STYLES["cell"], leftIndent=34)
        return Paragraph(_markup(text[2:]), indented)
    label = text[0].isdigit() or text.startswith("Children")
    return Paragraph(_markup(f"**{text}**" if boxed and label else text), STYLES["cell"])


def _banner(row: tuple[str, ...]) -> Table:
    label, grade = row
    cells = [Paragraph(label, STYLES["banner"]), Paragraph(grade, STYLES["cell"])]
    table = Table([cells], [WIDTH * 0.7, WIDTH * 0.3], hAlign="LEFT", spaceBefore=6, spaceAfter=8)
    table.setStyle(
        TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 0.8, colors.black),
                ("LINEBEFORE", (1, 0), (1, 0), 0.8, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ]
        )
    )
    table.keepWithNext = True
    return table


def _page_furniture(sample: Sample) -> Callable[[Canvas, BaseDocTemplate], None]:
    """What is drawn on each page once its text stands: footnote, running head, page number."""
    settings = sample.settings

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        page = document.page
        if page == 1:
            _draw_footnotes(canvas, sample)
            if "strap" in settings:
                canvas.setFont("Helvetica", 8)
                canvas.drawCentredString(A4[0] / 2, FOOT - 10, settings["strap"])
        elif "foot" in settings:
            canvas.line(MARGIN, FOOT + 12, A4[0] - MARGIN, FOOT + 12)
            canvas.setFont("Helvetica-Bold", 8)
            canvas.drawString(MARGIN, FOOT, settings["foot"])
            canvas.drawString(MARGIN, FOOT - 10, settings["foot2"])
        _draw_number(canvas, page, settings)

    return draw


def _draw_number(canvas: Canvas, page: int, settings: dict[str, str]) -> None:
    """The page number: on the outer edge of every page, or right from the second on."""
    outer = settings.get("numbers") == "outer"
    if page == 1 and not outer:
        return
    canvas.setFont("Helvetica", 12 if outer else 10)
    if outer and page % 2 == 0:
        canvas.drawString(MARGIN, FOOT - 10, str(page))
    else:
        canvas.drawRightString(A4[0] - MARGIN, FOOT - 10, str(page))


def _footnotes(sample: Sample) -> tuple[list[tuple[Paragraph, float]], float]:
    """The footnotes of the first page, each with its height, and the height of them all."""
    notes = [
        Paragraph(f'<super size="6">{block.mark}</super> {_markup(block.text)}', STYLES["footnote"])
        for block in sample.blocks
        if block.kind == "footnote"
    ]
    sized = [(note, note.wrap(WIDTH, A4[1])[1]) for note in notes]
    return sized, sum(tall + 6 for _, tall in sized)


def _draw_footnotes(canvas: Canvas, sample: Sample) -> None:
    """Draw the footnotes at the foot of the page, under a short rule."""
    height = FOOT + 12
    for note, tall in reversed(_footnotes(sample)[0]):
        note.drawOn(canvas, MARGIN, height)
        height += tall + 6
    if height > FOOT + 12:
        canvas.line(MARGIN, height, MARGIN + 140, height)
