"""Samples as Word documents, in the built-in styles that Ofsted's own letters use."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from sample_source import Block, Kind, Sample, grouped, runs

STYLES: Final[dict[Kind, str]] = {
    "title": "Heading 1",
    "heading": "Heading 2",
    "subheading": "Heading 3",
    "bullet": "List Bullet",
    "dot": "List Bullet",
    "numbered": "List Number",
}
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part in the package, so that the bytes stay the same."""


def write_docx(sample: Sample, path: Path) -> None:
    """Write one sample; the bytes depend on nothing but the source and python-docx."""
    document = docx.Document()
    _set_styles(document)
    _set_properties(document, sample)
    for _, run in grouped(sample.blocks):
        for block in run:
            _add(document, block)
    packed = io.BytesIO()
    document.save(packed)
    path.write_bytes(_without_times(packed))


def _set_styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Tahoma", Pt(12)
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        font = document.styles[name].font
        font.name, font.size, font.bold = "Tahoma", Pt(14), True
        font.color.rgb = RGBColor(0, 0, 0)


def _set_properties(document: Document, sample: Sample) -> None:
    properties = document.core_properties
    properties.title = sample.settings["title"]
    properties.author = properties.last_modified_by = "ofsted-tui"
    properties.comments = sample.blocks[0].text
    properties.created = properties.modified = datetime.fromisoformat(sample.settings["dated"])


def _add(document: Document, block: Block) -> None:
    paragraph = document.add_paragraph(style=STYLES.get(block.kind))
    _fill(paragraph, block.text)
    if block.kind == "letterhead":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.space_after = Pt(0)
    if block.kind in ("letterhead", "note"):
        for run in paragraph.runs:
            run.font.size = Pt(8)


def _fill(paragraph: Paragraph, text: str) -> None:
    for words, form in runs(text):
        run = paragraph.add_run(words)
        run.bold = form == "bold" or None
        run.font.superscript = form == "raised" or None


def _without_times(packed: io.BytesIO) -> bytes:
    """The package once more, every part with one fixed time."""
    again = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return again.getvalue()
