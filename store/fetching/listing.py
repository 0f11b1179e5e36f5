"""What the page of a council on Ofsted's reports site lists.

A page is a timeline of events; each has links to its files, `…/file/NUMBER`, whose words are the
title, the form and the date: "Children's services inspection, pdf - 13 February 2024".
"""

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

import msgspec

from store.parsing.times.dates import date_spans

if TYPE_CHECKING:
    from lxml.etree import _Element

_FILE: Final = re.compile(r"/file/(\d{4,12})/?$")
_TITLE_END: Final = re.compile(r",?\s*(?:\(?(?:pdf|docx?|html?|opens in).*)?$", re.IGNORECASE)
_WANTED: Final = re.compile(
    r"children|monitoring visit|focused visit|assurance visit|joint targeted|jtai|safeguarding"
    r"|looked after|care leavers|\bSIF\b|\bILACS\b",
    re.IGNORECASE,
)
_UNWANTED: Final = re.compile(
    r"\bSEND\b|special educational needs|further education|adult learning|school improvement"
    r"|children.s home|childminder|nursery",
    re.IGNORECASE,
)


class Listed(msgspec.Struct, frozen=True):
    """A file that the page of a council lists."""

    number: str
    """The site's own number of the file; it stays when the file is replaced."""
    url: str
    title: str
    date: str | None
    """ISO; None where the page prints none."""


class Listing(msgspec.Struct, frozen=True):
    """What a page lists: the documents on children's services, and how many others."""

    documents: tuple[Listed, ...]
    others: int


class LayoutChanged(Exception):
    """The page is not of the form known; the message names what was not found."""


def listing(page: bytes, url: str) -> Listing:
    """The files that a council's page lists, in the page's order, each once.

    Raises:
        LayoutChanged: it has no link to a file, or is no web page at all.
    """
    from lxml import html

    try:
        tree = html.document_fromstring(page)
    except (ValueError, html.etree.ParserError) as error:
        raise LayoutChanged(f"{url} is no web page ({error}).") from error
    found: dict[str, Listed] = {}
    others = 0
    links = 0
    for link in tree.iter("a"):
        address = urljoin(url, link.get("href") or "")
        match = _FILE.search(urlsplit(address).path)
        if match is None:
            continue
        links += 1
        words = _words(link)
        event = _event_of(link)
        if not _is_wanted(f"{words} {event}"):
            others += 1
        elif match[1] not in found:
            date = _date(words) or _date(event)
            found[match[1]] = Listed(match[1], address, _title(words), date)
    if not links:
        raise LayoutChanged(
            f"{url} has no links of the form …/file/NUMBER, by which its documents were known: "
            "its layout has changed, or it is not the page of a council. Download what you need "
            "in a browser and add it with `ofsted-tui add`."
        )
    return Listing(tuple(found.values()), others)


def _words(element: "_Element") -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _event_of(link: "_Element") -> str:
    """The words of the entry in the timeline that a link stands in."""
    for above in link.iterancestors("li", "article", "tr"):
        return _words(above)[:400]
    return ""


def _date(words: str) -> str | None:
    return next((span.end or span.start for span in date_spans(words)), None)


def _is_wanted(words: str) -> bool:
    return bool(_WANTED.search(words)) and not _UNWANTED.search(words)


def _title(words: str) -> str:
    return _TITLE_END.sub("", words).strip(" -–:,") or "document"
