"""HTML to a tree, within bounds, with tables that only lay a page out taken for what they are."""

import re
from typing import Any, Final

from store.reading.failure import ReadingError
from store.reading.limits import Limits

MOST_ATTRIBUTES: Final = 1_000
"""libxml2 takes time in the square of a tag's attributes: 16 seconds for 100,000 of them."""
LONG_CELL: Final = 600
"""A cell of several paragraphs longer than this is a column of the page, not a value."""

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,400}>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LONG_TAG = re.compile(r"<[A-Za-z](?:[^>\"']++|\"[^\"]*\"|'[^']*')*+")
_BLOCKS: Final = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol blockquote pre dl".split())
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_TABLE: Final = frozenset("table thead tbody tfoot tr td th".split())


def parsed(text: str, limits: Limits) -> Any:
    """The tree of a page or of a piece of one.

    Raises:
        ReadingError: `too-large`, `damaged`, `no-text`.
    """
    from lxml import etree, html

    if text.count("<") > limits.pieces:
        raise ReadingError("too-large", f"more than {limits.pieces:,} tags")
    text = _DECLARATION.sub("", text.replace("\x00", ""), count=1)
    _refuse_long_tags(text)
    # Without huge_tree the parser silently leaves out the rest of a page after a text of
    # 10 MB or 256 levels; with it, after 2,048 levels, and that is asked for below.
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError("no-text") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise ReadingError("damaged", " (its parts are nested too deeply)")
    for table in list(root.iter("table")):
        if table.get("role") == "presentation" or _lays_out(table):
            _dissolve(table)
    return root


def _refuse_long_tags(text: str) -> None:
    for match in _LONG_TAG.finditer(text):
        if match.end() - match.start() > 2 * MOST_ATTRIBUTES:
            names = _QUOTED.sub("", match.group()).split()
            if len(names) > MOST_ATTRIBUTES:
                raise ReadingError("damaged", f" (a tag has {len(names):,} attributes)")


def _lays_out(table: Any) -> bool:
    """Whether a table holds columns of a page rather than values."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = list(table.iter("td", "th"))
    for cell in cells:
        blocks = [child for child in cell.iter() if child.tag in _BLOCKS and child is not cell]
        if len(blocks) < 2:
            continue
        if len(cells) == 1 or any(block.tag in _HEADINGS for block in blocks):
            return True
        if sum(map(len, cell.itertext())) > LONG_CELL:
            return True
    return False


def _dissolve(table: Any) -> None:
    """Makes blocks of a table's parts; a table within it is asked about by itself."""
    stack = [table]
    while stack:
        element = stack.pop()
        stack.extend(child for child in element if child.tag in _TABLE and child.tag != "table")
        element.tag = "div"
