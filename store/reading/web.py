"""Web pages: news pages by their main text, documents saved or shown as HTML as they stand.

A page that a news site made carries navigation, adverts and comments around its text, and
says so (an <article>, a <nav>, or metadata of kind article): a main-text extractor takes the
text out. A letter or report exported to HTML, or shown on a site of the government's, loses its
addressee and date in such an extractor, so it is taken whole.
"""

import re
from typing import Any, Final

from store.model.line import Line
from store.reading.decode import decode_page
from store.reading.error_page import refuse_error_page
from store.reading.failure import ReadingError
from store.reading.limits import Limits, Stopwatch
from store.reading.linked import LinkedData
from store.reading.markup import lines_of
from store.reading.page_head import meta_of_document, page_title
from store.reading.page_meta import PageMeta
from store.reading.tree import parsed

MARKUP: Final = 4
"""A page may have so many times more characters than the text that is allowed."""

HEAD: Final = 80
"""Within so many lines a letter's salutation stands, or a report's cover."""

_SALUTATION = re.compile(r"dear\b.{0,80}$", re.IGNORECASE)
_CLOSING = re.compile(r"yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_COVER = re.compile(r"(?:inspection dates?|lead inspectors?|inspection of .{4,90})\s*(?::|$)", re.I)


def read_html(data: bytes, name: str, limits: Limits) -> tuple[list[Line], PageMeta]:
    """The lines of the page's text, and its metadata.

    Raises:
        ReadingError: `not-a-pdf` or `not-a-document` for an error page, `no-text`, `damaged`,
            `too-large`, `too-slow`.
    """
    stopwatch = Stopwatch(limits)
    if len(data) > 4 * MARKUP * limits.characters:
        raise ReadingError("too-large", f"{len(data):,} bytes")
    text = decode_page(data)
    if len(text) > MARKUP * limits.characters:
        raise ReadingError("too-large", f"more than {MARKUP * limits.characters:,} characters")
    root = parsed(text, limits)
    stopwatch.check()
    lines = lines_of(root)
    if sum(len(line.text) for line in lines) > limits.characters:
        raise ReadingError("too-large", f"more than {limits.characters:,} characters")
    refuse_error_page(page_title(root), lines, name)
    stopwatch.check()
    if _is_document(lines):
        lines, meta = _document(root, lines)
    elif _is_news_page(root, linked := LinkedData(root), lines):
        from store.reading.news import read_article

        lines, meta = read_article(root, linked)
    else:
        lines, meta = _plain_page(root, lines)
    stopwatch.check()
    return lines, meta


def _is_document(lines: list[Line]) -> bool:
    """Whether the page prints a letter's salutation and closing, or a report's cover."""
    rows = [line.text for line in lines[:HEAD]]
    if any(map(_SALUTATION.match, rows)) and any(_CLOSING.match(line.text) for line in lines):
        return True
    return sum(bool(_COVER.match(row)) for row in rows) >= 2


def _document(root: Any, whole: list[Line]) -> tuple[list[Line], PageMeta]:
    from store.reading.news import region_of
    from store.reading.surroundings import take_off

    meta = meta_of_document(root)
    take_off(root)
    return lines_of(region_of(root)) or whole, meta


def _plain_page(root: Any, whole: list[Line]) -> tuple[list[Line], PageMeta]:
    """A page of no known kind: its main part, if it says which that is, else all of it but the
    links above its headline."""
    from store.reading.plain_page import main_part
    from store.reading.surroundings import links_above

    meta = meta_of_document(root)
    if found := main_part(root, meta):
        return found
    if not links_above(root, meta.title):
        return whole, meta
    return lines_of(root) or whole, meta


def _is_news_page(root: Any, data: LinkedData, lines: list[Line]) -> bool:
    if root.find(".//article") is not None or root.find(".//nav") is not None:
        return True
    if root.xpath("//meta[@property='og:type' and @content='article']"):
        return True
    if root.xpath("//meta[starts-with(@property, 'article:')]"):
        return True
    if data.article():
        return True
    addressed = any(_SALUTATION.match(line.text) for line in lines[:HEAD])
    return not addressed and _prints_its_title(root)


def _prints_its_title(root: Any) -> bool:
    """Whether the page of a site heads its text with the title by which others are to link it."""
    told = root.xpath("//meta[@property='og:title']/@content")
    if not told or not root.xpath("//meta[@property='og:site_name']"):
        return False
    titles = {" ".join("".join(h1.itertext()).split()).lower() for h1 in root.iter("h1")}
    return " ".join(told[0].split()).lower() in titles
