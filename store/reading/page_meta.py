"""What a web page, an e-mail or a Markdown file says of itself.

What finds it in a page is in page_head.
"""

import msgspec


class PageMeta(msgspec.Struct, frozen=True):
    """What a page's own metadata says of it; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    """The office that a government's page names as the one it is from."""
    mailed: bool = False
    """Whether title and date are the subject and the day of an e-mail: the text has its own."""
