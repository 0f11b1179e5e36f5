"""Word files (.docx) through mammoth: tracked changes, text boxes, lists and tables come right."""

import io
import re
import zipfile
from typing import Any, Final

from store.model.line import Line
from store.reading.failure import ReadingError
from store.reading.limits import Limits
from store.reading.markup import lines_of

MAX_PARTS: Final = 5_000
RATIO: Final = 200
"""A part that unpacks to more than this many times its size is taken for a bomb."""

_STYLES: Final = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Paragraph'] => p:fresh
p[style-name='footer'] => !
p[style-name='header'] => !
"""


def read_docx(data: bytes, limits: Limits) -> list[Line]:
    """The lines of the document's body; headers, footers, footnotes and pictures are left out.

    Raises:
        ReadingError: `damaged`, `encrypted`, `too-large`, `no-text`.
    """
    _refuse_bombs(data, limits)
    import mammoth
    from lxml import html

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
            external_file_access=False,
        )
    except RecursionError as error:
        raise ReadingError("damaged", " (its parts are nested too deeply)") from error
    except Exception as error:  # mammoth lets through whatever the broken parts raise
        raise ReadingError("damaged") from error
    markup: str = result.value
    if not re.sub(r"<[^>]{0,500}>", "", markup).strip():
        raise ReadingError("no-text")
    root = html.document_fromstring(f"<html><body>{markup}</body></html>")
    _drop_notes(root)
    return lines_of(root)


def _refuse_bombs(data: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadingError("damaged") from error
    if len(infos) > MAX_PARTS:
        raise ReadingError("too-large", f"{len(infos):,} parts")
    if any(info.flag_bits & 1 for info in infos):
        raise ReadingError("encrypted")
    size = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if size > limits.bytes or size > max(packed, 1) * RATIO + 4_000_000:
        raise ReadingError("too-large", f"{size:,} bytes when unpacked")


def _drop_notes(root: Any) -> None:
    """Takes out footnotes at the end and their marks in the text."""
    for mark in root.xpath("//sup[a[starts-with(@id, 'footnote-ref-')]]"):
        mark.drop_tree()
    for note in root.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        note.drop_tree()
