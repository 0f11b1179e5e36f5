"""One file to its lines: the reader of its format is chosen by content.

Libraries are imported by the first file that needs them, so that a program that reads none
starts fast.
"""

import hashlib
from pathlib import Path

import msgspec

from store.model.document import Source
from store.model.line import Line
from store.reading.contents import Contents
from store.reading.failure import ReadingError
from store.reading.limits import DEFAULT_LIMITS, Limits
from store.reading.opening import bytes_of
from store.reading.page_meta import PageMeta
from store.reading.sniff import DOCX, MediaType, sniff


class Reading(msgspec.Struct, frozen=True):
    """A source with its lines, the number of its pages and what it says of itself."""

    source: Source
    lines: tuple[Line, ...]
    pages: int = 1
    meta: PageMeta = PageMeta()
    unread: tuple[int, ...] = ()
    """Pages of a PDF that gave no text: pictures, blank ones, and ones that are damaged."""
    notes: tuple[str, ...] = ()
    """What whoever reads it should know, such as what was left out."""


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read one file.

    Raises:
        ReadingError: for every reason for which it cannot be read.
    """
    data = bytes_of(path, limits)
    return read_bytes(data, path, limits)


def read_bytes(data: bytes, path: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read a file whose bytes are at hand; `path` gives it its name.

    Raises:
        ReadingError: for every reason for which it cannot be read.
    """
    try:
        if len(data) > limits.bytes:
            raise ReadingError("too-large", f"more than {limits.bytes:,} bytes")
        media_type = sniff(data, path.name)
        read = _read_as(media_type, data, path.name, limits)
    except ReadingError:
        raise
    except MemoryError as error:
        raise ReadingError("too-large", "more in it than fits into memory") from error
    except RecursionError as error:
        raise ReadingError("damaged", " (its parts are nested too deeply)") from error
    except Exception as error:
        # The libraries below promise no set of errors of their own, and one odd file must not
        # cost the others. What this hides from its user, the tests look for.
        raise ReadingError("damaged") from error
    if not any(line.text for line in read.lines):
        raise ReadingError("no-text")
    source = Source(
        path=_shown(path),
        name=_shown(Path(path.name)),
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    return Reading(
        source,
        tuple(read.lines),
        read.pages,
        read.meta,
        tuple(read.unread),
        tuple(read.notes),
    )


def _read_as(media_type: MediaType, data: bytes, name: str, limits: Limits) -> Contents:
    if media_type == "application/pdf":
        from store.reading.pdf import read_pdf

        lines, pages, unread = read_pdf(data, limits)
        return Contents(lines, pages, unread=unread)
    if media_type == "text/html":
        from store.reading.web import read_html

        lines, meta = read_html(data, name, limits)
        return Contents(lines, meta=meta)
    if media_type == DOCX:
        from store.reading.word import read_docx

        return Contents(read_docx(data, limits))
    if media_type == "text/markdown":
        from store.reading.markdown import read_markdown

        lines, meta = read_markdown(data, limits)
        return Contents(lines, meta=meta)
    if media_type == "message/rfc822":
        from store.reading.mail import read_message

        return read_message(data, name, limits, _read_attached)
    from store.reading.plain import read_text

    return Contents(*read_text(data, limits))


def _read_attached(data: bytes, name: str, limits: Limits) -> Contents:
    """A file that a message brings; a message within it is not taken apart in its turn."""
    media_type = sniff(data, name)
    if media_type == "message/rfc822":
        raise ReadingError("unknown-format", " another e-mail")
    return _read_as(media_type, data, name, limits)


def _shown(path: Path) -> str:
    """The path as text that can be kept and printed, whatever bytes its name is made of."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
