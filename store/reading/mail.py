"""E-mails: the text of a message saved as a file, or the document for which it is the cover."""

import contextlib
import email
import re
from collections.abc import Callable, Sequence
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any, Final

import msgspec

from store.reading.attached import Attached, attached_documents
from store.reading.clean import clean, squeeze, unbroken
from store.reading.contents import Contents
from store.reading.failure import ReadingError
from store.reading.limits import Limits, Stopwatch
from store.reading.page_meta import PageMeta
from store.reading.plain import read_text

LONGEST_SUBJECT: Final = 300
WORTH: Final = 0.5
"""A message's plain text counts unless the page beside it has more than twice as many words:
some programs put "this message is a web page" there. Its own text counts beside an attached
document in the same way: what has less is a covering note."""
COVERING: Final = 150
"""A message with fewer words says little more than what is attached to it."""

ReadAttached = Callable[[bytes, str, Limits], Contents]
"""Reads the bytes of a file with that name, but no message."""

_TAG = re.compile(rb"<[^<>]{0,2000}>")
_PASSED_ON = re.compile(r"(?:re\s*:\s*)*fwd?\s*:", re.IGNORECASE)
_PASSED_ON_BELOW = re.compile(
    r"-{2,}\s*(?:forwarded message|original message)|begin forwarded message|from\s*:\s*\S",
    re.IGNORECASE,
)


def read_message(data: bytes, name: str, limits: Limits, read: ReadAttached) -> Contents:
    """What the message says: its own text, without its headers, or the one document attached to
    it if its own text is but a covering note; its subject and day.

    What was left out, or that the lines are those of an attachment, is said in the notes.

    Raises:
        ReadingError: `no-text`, `attached` if the document lies in attachments that are several or
            cannot be read, and what reading text, a web page or an attached file raises.
    """
    stopwatch = Stopwatch(limits)
    message = email.message_from_bytes(data)
    stopwatch.check()
    documents = [*attached_documents(message)]
    own = _own_text(message, name, limits, stopwatch)
    if not documents:
        if own is None:
            raise ReadingError("no-text")
        return own
    words = _count(own)
    names = ", ".join(document.name for document in documents[:5])
    if len(documents) > 1 and words < COVERING:
        raise ReadingError("attached", f" ({names})")
    if len(documents) == 1:
        try:
            found = _read_attached(documents[0], limits, stopwatch, read)
        except ReadingError as error:
            if error.code == "too-slow":
                raise stopwatch.too_slow() from error
            if words < COVERING:
                raise ReadingError("attached", f" ({names}: {str(error).rstrip('.')})") from error
        else:
            if own is None or words < WORTH * _count(found):
                found.notes = [f"this is {names}, attached to the e-mail", *found.notes]
                return found
    assert own is not None  # it has words enough
    own.notes = [f"left out what is attached to the e-mail: {names}"]
    return own


def _read_attached(
    document: Attached, limits: Limits, stopwatch: Stopwatch, read: ReadAttached
) -> Contents:
    """The attached file, in the time that is left for the message."""
    data = document.data()
    stopwatch.check()
    found = read(data, document.name, msgspec.structs.replace(limits, seconds=stopwatch.left()))
    if not any(line.text for line in found.lines):
        raise ReadingError("no-text")
    return found


def _own_text(message: Message, name: str, limits: Limits, stopwatch: Stopwatch) -> Contents | None:
    """The lines of the message's own text; None if it has none."""
    plain, said_in = _longest(message, "text/plain")
    page, shown_in = _longest(message, "text/html")
    stopwatch.check()
    if plain.strip() and _words(plain) >= WORTH * _words(page):
        lines = read_text(plain, limits)[0]
        return Contents(lines, meta=_meta(said_in, [line.text for line in lines]))
    if not page.strip():
        return None
    from store.reading.web import read_html

    lines, meta = read_html(page, name, limits)
    told = _meta(shown_in, [line.text for line in lines])
    if meta.title:
        told = msgspec.structs.replace(meta, date=meta.date or told.date)
    return Contents(lines, meta=told)


def _longest(message: Message, media_type: str) -> tuple[bytes, Message]:
    """Of the parts of that type, those of forwarded messages too, the one with most in it; and
    the message that it belongs to."""
    longest, of = b"", message
    holder = message
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                holder = inner[0]
        if (
            part.get_content_type() == media_type
            and part.get_content_disposition() != "attachment"
            and isinstance(payload := _payload(part), bytes)
            and len(payload) > len(longest)
        ):
            longest, of = payload, holder
    return longest, of


def _payload(part: Message) -> Any:
    # What the part says of its encoding is decoded as for any other file: by what is in it.
    return part.get_payload(decode=True)


def _words(text: bytes) -> int:
    return len(_TAG.sub(b" ", text).split())


def _count(contents: Contents | None) -> int:
    return sum(len(line.text.split()) for line in contents.lines) if contents else 0


def _meta(message: Message, rows: Sequence[str]) -> PageMeta:
    """Subject and day; what is passed on is from another day than the message."""
    subject = _subject(message)
    passed_on = (subject and _PASSED_ON.match(subject)) or any(map(_PASSED_ON_BELOW.match, rows))
    return PageMeta(title=subject, date=None if passed_on else _day(message), mailed=True)


def _subject(message: Message) -> str | None:
    printed = str(message.get("Subject", ""))[:LONGEST_SUBJECT]
    with contextlib.suppress(ValueError, LookupError):  # a broken or unknown encoding: as it is
        printed = str(make_header(decode_header(printed)))
    return squeeze(unbroken(clean(printed)).replace("\n", " ")) or None


def _day(message: Message) -> str | None:
    """The day on which it was sent, where it was sent."""
    with contextlib.suppress(ValueError, TypeError, OverflowError):
        return f"{parsedate_to_datetime(str(message.get('Date', ''))[:100]):%Y-%m-%d}"
    return None
