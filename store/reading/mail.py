"""E-mails: the text of a message saved as a file, and quote marks in one that was pasted."""

import contextlib
import email
import re
from email.header import decode_header, make_header
from email.message import Message
from typing import Any, Final

from store.model.line import Line
from store.reading.clean import clean, squeeze, unbroken
from store.reading.failure import ReadingError
from store.reading.limits import Limits, Stopwatch
from store.reading.page_meta import PageMeta
from store.reading.plain import read_text

LONGEST_SUBJECT: Final = 300
WORTH: Final = 0.5
"""A message's plain text counts unless the page beside it has more than twice as many words:
some programs put "this message is a web page" there."""

_TAG = re.compile(rb"<[^<>]{0,2000}>")


def read_message(data: bytes, name: str, limits: Limits) -> tuple[list[Line], PageMeta]:
    """The lines of the message's own text, without its headers and attachments; its subject.

    Raises:
        ReadingError: `no-text`, and what reading text or a web page raises.
    """
    stopwatch = Stopwatch(limits)
    message = email.message_from_bytes(data)
    stopwatch.check()
    plain = _longest(message, "text/plain")
    page = _longest(message, "text/html")
    stopwatch.check()
    subject = _subject(message)
    if plain.strip() and _words(plain) >= WORTH * _words(page):
        return read_text(plain, limits)[0], PageMeta(title=subject)
    if not page.strip():
        raise ReadingError("no-text")
    from store.reading.web import read_html

    lines, meta = read_html(page, name, limits)
    return lines, PageMeta(title=meta.title or subject)


def _longest(message: Message, media_type: str) -> bytes:
    """Of the parts of that type, those of forwarded messages too, the one with most in it."""
    found = [
        payload
        for part in message.walk()
        if part.get_content_type() == media_type
        and part.get_content_disposition() != "attachment"
        and isinstance(payload := _payload(part), bytes)
    ]
    return max(found, key=len, default=b"")


def _payload(part: Message) -> Any:
    # What the part says of its encoding is decoded as for any other file: by what is in it.
    return part.get_payload(decode=True)


def _words(text: bytes) -> int:
    return len(_TAG.sub(b" ", text).split())


def _subject(message: Message) -> str | None:
    printed = str(message.get("Subject", ""))[:LONGEST_SUBJECT]
    with contextlib.suppress(ValueError, LookupError):  # a broken or unknown encoding: as it is
        printed = str(make_header(decode_header(printed)))
    return squeeze(unbroken(clean(printed)).replace("\n", " ")) or None
