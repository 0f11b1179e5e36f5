"""Tells by a file's first bytes what it is; its name only settles text against Markdown."""

import re
from typing import Final, Literal

from store.reading.failure import ReadingError

MediaType = Literal[
    "application/pdf",
    "text/html",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
    "text/markdown",
]
DOCX: Final[MediaType] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|title|meta|div|h[1-6]|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_MARKDOWN_MARKS = re.compile(rb"\*\*\S[^*\n]*\*\*|\]\(https?://|^\|?[ :-]*-{3,}[ :|-]*$", re.M)

_FOREIGN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xd0\xcf\x11\xe0", " an old Word, Excel or Outlook file (.doc, .xls, .msg)"),
    (b"{\\rtf", " a rich text file (.rtf)"),
    (b"\x89PNG", " a picture"),
    (b"\xff\xd8\xff", " a picture"),
    (b"GIF8", " a picture"),
    (b"\x7fELF", " a program"),
    (b"MZ", " a program"),
    (b"\x1f\x8b", " a compressed file"),
)


def sniff(data: bytes, name: str) -> MediaType:
    """The media type of `data`.

    Raises:
        ReadingError: `empty` or `unknown-format`.
    """
    head = data[:4096]
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise ReadingError("empty")
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        return _sniff_zip(data)
    for magic, words in _FOREIGN:
        if head.startswith(magic):
            raise ReadingError("unknown-format", words)
    unicode16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    narrow = head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf") if unicode16 else head
    if _HTML.match(narrow.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    if not unicode16 and _looks_binary(head):
        raise ReadingError("unknown-format", " a binary file")
    return "text/markdown" if _is_markdown(data, name) else "text/plain"


def _sniff_zip(data: bytes) -> MediaType:
    # The directory of a zip file lies at its end and names every part.
    if b"word/document.xml" in data:
        return DOCX
    kinds = ((b"xl/workbook", " an Excel workbook"), (b"ppt/presentation", " a presentation"))
    for part, words in kinds:
        if part in data:
            raise ReadingError("unknown-format", words)
    raise ReadingError("unknown-format", " a zip file")


def _looks_binary(head: bytes) -> bool:
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\x00\x00" in head or controls > len(head) / 20


def _is_markdown(data: bytes, name: str) -> bool:
    sample = data[:65536].replace(b"\r\n", b"\n")
    headings = len(_MARKDOWN_HEADING.findall(sample))
    if name.lower().endswith((".md", ".markdown")):
        return True
    return headings >= 2 or (headings == 1 and bool(_MARKDOWN_MARKS.search(sample)))
