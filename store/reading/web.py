"""Web pages: news pages through trafilatura, documents saved as HTML as they stand.

A page that a news site made carries navigation, adverts and comments around its text, and
says so (an <article>, a <nav>, or metadata of kind article): a main-text extractor takes the
text out. A letter or report exported to HTML has none of these and loses its addressee and
date in such an extractor, so it is taken whole.
"""

import json
import re
from typing import Any, Final

import msgspec

from store.model.line import Line
from store.reading.clean import clean, squeeze
from store.reading.failure import ReadingError
from store.reading.limits import Limits
from store.reading.markup import lines_of
from store.reading.plain import decode

_ERROR_TITLE: Final = re.compile(
    r"\b(?:report |page |file |document )?not found\b|\b40[34]\b|\b50[0234]\b|\baccess denied\b"
    r"|\bforbidden\b|\bservice unavailable\b|\bbad gateway\b|\berror\b|\bjust a moment\b"
    r"|\bpage (?:cannot|can't|could not) be (?:found|displayed)\b",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
ERROR_PAGE_WORDS: Final = 400
"""An error page says little: longer pages are taken for documents whatever their title."""


class PageMeta(msgspec.Struct, frozen=True):
    """What a page's own metadata says of it; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    outlet: str | None = None


def read_html(data: bytes, name: str, limits: Limits) -> tuple[list[Line], PageMeta]:
    """The lines of the page's text, and its metadata.

    Raises:
        ReadingError: `not-a-pdf` or `not-a-document` for an error page, `no-text`, `damaged`.
    """
    from lxml import etree, html

    text = _decode(data)
    if len(text) > limits.characters * 4:
        raise ReadingError("too-large", f"more than {limits.characters * 4:,} characters")
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError("no-text") from error
    title = squeeze(clean(root.findtext(".//title") or "").replace("\n", " "))
    lines = lines_of(root)
    _refuse_error_page(title, lines, name)
    meta = PageMeta(title=title or None)
    if _is_news_page(root):
        lines, meta = _main_text(text, root, lines, meta)
    if not any(line.text for line in lines):
        raise ReadingError("no-text")
    return lines, meta


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _refuse_error_page(title: str, lines: list[Line], name: str) -> None:
    heads = [title, *(line.text for line in lines if line.role == "heading")][:3]
    words = sum(len(line.text.split()) for line in lines)
    if words > ERROR_PAGE_WORDS or not any(_ERROR_TITLE.search(head) for head in heads):
        return
    shown = f" (“{title}”)" if title else ""
    if name.lower().endswith(".pdf"):
        raise ReadingError("not-a-pdf", shown)
    raise ReadingError("not-a-document", shown)


def _is_news_page(root: Any) -> bool:
    if root.find(".//article") is not None or root.find(".//nav") is not None:
        return True
    if root.xpath("//meta[@property='og:type' and @content='article']"):
        return True
    if root.xpath("//meta[starts-with(@property, 'article:')]"):
        return True
    return any("Article" in str(node.get("@type", "")) for node in _linked_data(root))


def _linked_data(root: Any) -> list[dict[str, Any]]:
    """The JSON-LD objects of the page, those in a @graph included."""
    found: list[dict[str, Any]] = []
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        stack = [data]
        while stack and len(found) < 100:
            node = stack.pop()
            if isinstance(node, list):
                stack.extend(node)
            elif isinstance(node, dict):
                found.append(node)
                stack.append(node.get("@graph", []))
    return found


def _main_text(
    text: str, root: Any, whole: list[Line], meta: PageMeta
) -> tuple[list[Line], PageMeta]:
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            text,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            favor_precision=False,
            with_metadata=True,
            deduplicate=False,
        )
    except Exception as error:  # the extractor documents no exceptions of its own
        raise ReadingError("damaged", " (its main text could not be told)") from error
    if found is None or isinstance(found, dict) or found.body is None:
        return whole, meta
    article = next(
        (node for node in _linked_data(root) if "Article" in str(node.get("@type", ""))), {}
    )
    author = article.get("author")
    if isinstance(author, list):
        author = author[0] if author else None
    if isinstance(author, dict):
        author = author.get("name")
    publisher = article.get("publisher")
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    meta = PageMeta(
        title=_first(article.get("headline"), found.title, meta.title),
        author=_first(author, found.author),
        date=_iso(article.get("datePublished")) or _iso(found.date),
        outlet=_first(publisher, found.sitename, found.hostname),
    )
    return _body_lines(found.body) or whole, meta


def _first(*values: object) -> str | None:
    for value in values:
        if isinstance(value, str) and (shown := squeeze(clean(value).replace("\n", " "))):
            return shown
    return None


def _iso(value: object) -> str | None:
    match = re.match(r"(?:19|20)\d\d-[01]\d-[0-3]\d", value) if isinstance(value, str) else None
    return match.group() if match else None


def _body_lines(body: Any) -> list[Line]:
    """trafilatura's own tags (head, p, list, item, row, cell, quote) to lines."""
    lines: list[Line] = []
    for element in body.iter("head", "p", "item", "row", "quote", "ab", "code"):
        if element.tag in ("p", "head", "item", "quote") and _inside(element, body):
            continue
        if element.tag == "row":
            cells = [squeeze(clean("".join(cell.itertext()))) for cell in element.iter("cell")]
            lines.append(Line("\t".join(cells), role="cell", gap=True))
            continue
        shown = squeeze(clean("".join(element.itertext())).replace("\n", " "))
        if not shown:
            continue
        if element.tag == "head":
            rend = element.get("rend", "h2")
            level = int(rend[1]) if re.fullmatch(r"h[1-6]", rend) else 2
            lines.append(Line(shown, role="heading", level=level, gap=True))
        elif element.tag == "item":
            lines.append(Line(shown, role="bullet", level=1, gap=True))
        else:
            lines.append(Line(shown, role="paragraph", gap=True))
    return lines


def _inside(element: Any, body: Any) -> bool:
    """Whether a block that is written whole holds this element already."""
    parent = element.getparent()
    while parent is not None and parent is not body:
        if parent.tag in ("p", "head", "item", "row", "quote"):
            return True
        parent = parent.getparent()
    return False
