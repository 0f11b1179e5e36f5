"""PDF files made in memory: by reportlab where its look matters, by hand where it must be odd."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINES: Final = (
    "Inspectors read the files of forty children in two days.",
    "Most of the plans had dates, and most of the dates had been kept.",
    "Managers knew which of them had not, and why.",
)


def drawn(
    draw: Callable[[Canvas], None], locked: pdfencrypt.StandardEncryption | None = None
) -> bytes:
    """One or more pages on which `draw` draws."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, encrypt=locked)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def pdf_of(*pages: Sequence[str], size: float = 12.0) -> bytes:
    """Pages of lines, one under the other."""

    def draw(canvas: Canvas) -> None:
        for lines in pages or (LINES,):
            canvas.setFont("Helvetica", size)
            for index, text in enumerate(lines):
                canvas.drawString(72, 760 - index * size * 1.25, text)
            canvas.showPage()

    return drawn(draw)


def locked_pdf(user: str, owner: str = "owner", bits: int = 128) -> bytes:
    """A locked file; without a user's password it may still be read."""
    lock = pdfencrypt.StandardEncryption(user, owner, canPrint=0, strength=bits)

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(LINES):
            canvas.drawString(72, 760 - index * 15, text)

    return drawn(draw, lock)


def raw_pdf(objects: Iterable[bytes], root: int = 1) -> bytes:
    """A file of the objects as given, numbered from 1, with a correct cross-reference table."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    out.write(trailer % (len(places) + 1, root, start))
    return out.getvalue()


def stream(content: bytes, extra: bytes = b"", packed: bool = False) -> bytes:
    if packed:
        content, extra = zlib.compress(content, 9), extra + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def one_page(
    content: bytes,
    font: bytes = b"",
    more: Sequence[bytes] = (),
    extra: bytes = b"",
    **options: bool,
) -> bytes:
    """A page that runs `content`; further objects are numbered from 6."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % extra,
            stream(content, **options),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % font,
            *more,
        ]
    )


def mapped(codes: dict[int, str]) -> bytes:
    """A ToUnicode map: what the glyphs of these codes stand for."""
    rows = "".join(
        f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>\n" for code, text in codes.items()
    )
    return stream(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(codes)} beginbfchar\n{rows}endbfchar endcmap end end"
        ).encode("ascii")
    )
