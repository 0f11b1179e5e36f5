"""What a web page or an e-mail says of itself; what finds it in a page is in page_head."""

import msgspec


class PageMeta(msgspec.Struct, frozen=True):
    """What a page's own metadata says of it; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    outlet: str | None = None
