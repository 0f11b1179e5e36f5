"""The files attached to an e-mail that may be documents: the letter itself, mostly."""

from collections.abc import Iterator
from email.message import Message
from typing import Any, Final, NamedTuple

from store.reading.clean import clean, squeeze, unbroken

LONGEST_NAME: Final = 80
_PAGES: Final = ("text/plain", "text/html", "text/markdown")
"""Such a part is mostly the message's own text, and a document only if it is called attached."""
_TYPES: Final = (
    "application/pdf",
    "application/x-pdf",
    "application/msword",
    "application/rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
)
_NAMES: Final = (".pdf", ".docx", ".doc", ".rtf", ".odt")
_TEXT_NAMES: Final = (".txt", ".html", ".htm", ".md", ".markdown")


class Attached(NamedTuple):
    """A document attached to an e-mail."""

    name: str
    """As it may be shown."""
    part: Message

    def data(self) -> bytes:
        payload: Any = self.part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""


def attached_documents(message: Message) -> Iterator[Attached]:
    """Those of the message and of the messages that it passes on; pictures, cards and appointments
    are none. A message attached to it is part of it."""
    for part in message.walk():
        kind = part.get_content_type()
        name = squeeze(unbroken(clean(str(part.get_filename() or ""))).replace("\n", " "))
        ending = name.lower()
        if kind in _PAGES:
            is_file = part.get_content_disposition() == "attachment"
            document = is_file and ending.endswith((*_TEXT_NAMES, *_NAMES))
        else:
            document = kind in _TYPES or ending.endswith(_NAMES)
        if document and not part.is_multipart():
            yield Attached(name[:LONGEST_NAME] or kind, part)
