"""Bytes to lines: one reader a format, chosen by content.

    read(path) -> Reading        raises ReadingError, and nothing else

The readers take out what a terminal must not see; furniture such as page numbers is left to
the parser, which knows the kinds of document.
"""

import hashlib
from pathlib import Path

import msgspec

from store.model.document import Source
from store.model.line import Line
from store.reading.failure import FailureCode, ReadingError
from store.reading.limits import DEFAULT_LIMITS, Limits
from store.reading.sniff import DOCX, sniff
from store.reading.web import PageMeta

__all__ = ["DEFAULT_LIMITS", "FailureCode", "Limits", "Reading", "ReadingError", "read"]


class Reading(msgspec.Struct, frozen=True):
    """A source with its lines, the number of its pages and what it says of itself."""

    source: Source
    lines: tuple[Line, ...]
    pages: int = 1
    meta: PageMeta = PageMeta()


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read one file.

    Raises:
        ReadingError: for every reason for which it cannot be read.
    """
    data = _bytes_of(path, limits)
    return read_bytes(data, path, limits)


def read_bytes(data: bytes, path: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read a file whose bytes are at hand; `path` gives it its name."""
    media_type = sniff(data, path.name)
    source = Source(
        path=_shown(path),
        name=_shown(Path(path.name)),
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    meta, pages = PageMeta(), 1
    if media_type == "application/pdf":
        from store.reading.pdf import read_pdf

        lines, pages = read_pdf(data, limits)
    elif media_type == "text/html":
        from store.reading.web import read_html

        lines, meta = read_html(data, path.name, limits)
    elif media_type == DOCX:
        from store.reading.word import read_docx

        lines = read_docx(data, limits)
    elif media_type == "text/markdown":
        from store.reading.plain import read_markdown

        lines, pages = read_markdown(data, limits)
    else:
        from store.reading.plain import read_text

        lines, pages = read_text(data, limits)
    if not any(line.text for line in lines):
        raise ReadingError("no-text")
    return Reading(source, tuple(lines), pages, meta)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ReadingError("not-readable")
        if size > limits.bytes:
            raise ReadingError("too-large", f"{size:,} bytes, more than {limits.bytes:,}")
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise ReadingError("not-found") from error
    except (OSError, ValueError) as error:
        raise ReadingError("not-readable") from error
    if len(data) > limits.bytes:
        raise ReadingError("too-large", f"more than {limits.bytes:,} bytes")
    return data


def _shown(path: Path) -> str:
    """The path as text that can be kept and printed, whatever bytes its name is made of."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
