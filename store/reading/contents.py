"""What a reader of one format makes of a file."""

import msgspec

from store.model.line import Line
from store.reading.page_meta import PageMeta


class Contents(msgspec.Struct):
    """The lines of a file, with what is known of it beside them."""

    lines: list[Line]
    pages: int = 1
    meta: PageMeta = PageMeta()
    unread: list[int] = []
    """Pages of a PDF that gave no text."""
    notes: list[str] = []
    """What whoever reads the document should know, such as what was left out."""
