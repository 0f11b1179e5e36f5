"""Tells by a file's first bytes what it is; its name only settles text against Markdown."""

import io
import re
import zipfile
from typing import Final, Literal

from store.reading.decode import wide_encoding
from store.reading.failure import ReadingError

MediaType = Literal[
    "application/pdf",
    "text/html",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
    "text/markdown",
    "message/rfc822",
]
DOCX: Final[MediaType] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_PDF = re.compile(rb"%PDF-\d")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"<(?:article|main|title|meta|link|style|script|div|section|header|footer|nav|aside|form"
    rb"|table|tr|center|font|span|h[1-6]|p|pre|blockquote|figure|ul|ol|dl|hr|br|b|i|strong|em|a"
    rb"|img)\b[^<]{0,2000}>",
    re.IGNORECASE,
)
_XML = re.compile(rb"<\?xml\b")
_HEADERS = re.compile(
    rb"(?:From [^\n]*\n)?((?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,})\s*\n"
)
_SENT = re.compile(
    rb"^(?:MIME-Version|Content-(?:Type|Transfer-Encoding)|Message-ID|Received|Return-Path):",
    re.IGNORECASE | re.MULTILINE,
)
"""Headers that stand in a message as it was sent, not in the text of one that was pasted."""
_MARKDOWN_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_MARKDOWN_MARKS = re.compile(
    rb"\*\*\S[^*\n]{0,200}\*\*|\]\(https?://|^\|?(?: ?:?-{3,}:? ?\|)+", re.MULTILINE
)

_FOREIGN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xd0\xcf\x11\xe0", " an old Word, Excel or Outlook file (.doc, .xls, .msg)"),
    (b"{\\rtf", " a rich text file (.rtf)"),
    (b"From: <Saved by", " a web archive (.mht)"),
    (b"\x89PNG", " a picture"),
    (b"\xff\xd8\xff", " a picture"),
    (b"GIF8", " a picture"),
    (b"II*\x00", " a picture"),
    (b"MM\x00*", " a picture"),
    (b"RIFF", " a picture or a recording"),
    (b"\x7fELF", " a program"),
    (b"MZ\x90\x00", " a program"),
    (b"\x1f\x8b", " a compressed file"),
    (b"7z\xbc\xaf", " a compressed file"),
    (b"Rar!", " a compressed file"),
)
_IN_ZIP: Final = (
    ("xl/", " an Excel workbook"),
    ("ppt/", " a presentation"),
    ("content.xml", " an OpenDocument file (.odt)"),
)


def sniff(data: bytes, name: str) -> MediaType:
    """The media type of `data`.

    Raises:
        ReadingError: `empty`, `damaged`, `encrypted` or `unknown-format`.
    """
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise ReadingError("empty")
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(data)
    for magic, words in _FOREIGN:
        if data.startswith(magic):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise ReadingError("encrypted")  # a Word file with a password
            raise ReadingError("unknown-format", words)
    wide = wide_encoding(data)
    head = data[:65_536]
    if wide:
        head = head.decode(wide, "ignore").encode("utf-8", "ignore")
    head = _without_comments(head.removeprefix(b"\xef\xbb\xbf"))
    if _is_page(head):
        return "text/html"
    if _PDF.search(data, 0, 1024) and b" obj" in data:
        return "application/pdf"  # PDF allows other bytes before its mark
    if _XML.match(head):
        raise ReadingError("unknown-format", " an XML file")
    if not wide and _looks_binary(data[:4096]):
        raise ReadingError("unknown-format", " a binary file")
    if not wide and _is_message(head):
        return "message/rfc822"
    return "text/markdown" if _is_markdown(head, name) else "text/plain"


def _sniff_zip(data: bytes) -> MediaType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
    except Exception as error:  # zipfile documents fewer than a broken directory raises
        raise ReadingError("damaged") from error
    if any(name.startswith("word/document") for name in names):
        return DOCX
    for part, words in _IN_ZIP:
        if any(name.startswith(part) for name in names):
            raise ReadingError("unknown-format", words)
    raise ReadingError("unknown-format", " a zip file")


def _without_comments(head: bytes) -> bytes:
    """What follows the blanks and comments with which a page may begin.

    Step by step: one expression for all of them takes exponential time on a run of comments
    with nothing behind it.
    """
    head = head.lstrip()
    while head.startswith(b"<!--"):
        end = head.find(b"-->")
        if end < 0:
            break
        head = head[end + 3 :].lstrip()
    return head


def _is_page(head: bytes) -> bool:
    if _XML.match(head):
        return _PAGE.search(head, 0, 4096) is not None
    if _PAGE.match(head):
        return True
    # Markdown may hold HTML, even at its very beginning.
    return _FRAGMENT.match(head) is not None and not _MARKDOWN_HEADING.search(head)


def _is_message(head: bytes) -> bool:
    headers = _HEADERS.match(head.replace(b"\r\n", b"\n"))
    return headers is not None and _SENT.search(headers.group(1)) is not None


def _looks_binary(head: bytes) -> bool:
    head = head.rstrip(b"\x00")  # padding
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\x00\x00\x00" in head or controls > 8 + len(head) / 20


def _is_markdown(head: bytes, name: str) -> bool:
    if name.lower().endswith((".md", ".markdown")):
        return True
    headings = len(_MARKDOWN_HEADING.findall(head.replace(b"\r", b"\n")))
    return headings >= 2 or (headings == 1 and _MARKDOWN_MARKS.search(head) is not None)
