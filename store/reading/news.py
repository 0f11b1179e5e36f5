"""The main text of a news page, through trafilatura."""

import logging
import re
from itertools import islice
from typing import Any, Final

from msgspec import structs

from store.model.line import Line
from store.reading.linked import LinkedData
from store.reading.markup import lines_of
from store.reading.page_head import alike, meta_of_article
from store.reading.page_meta import PageMeta
from store.reading.surroundings import drop_unseen, take_off

MOST_ELEMENTS: Final = 6_000
"""A tree of more elements or levels than this is not given to trafilatura, which takes about
0.1 ms an element, cannot be interrupted and recurses. News pages, their navigation and comments
taken off, have a few hundred."""
DEEPEST: Final = 200
LOST: Final = 0.25
"""If it leaves out more than this share of the prose in what the page calls its article, the
article is taken as it stands."""
SENTENCE: Final = 12
"""A line of at least so many words that ends like a sentence is prose."""

_REGIONS: Final = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']")
MOST: Final = 0.6

_NUMBERED = re.compile(r"\d{1,3}\. ")

# What trafilatura calls its elements, in HTML.
_AS_HTML: Final = {
    "item": "li",
    "quote": "blockquote",
    "lb": "br",
    "row": "tr",
    "cell": "td",
    "ab": "p",
    "code": "pre",
}

# Its reports of pages it cannot make sense of would be printed over the screen.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_article(root: Any, data: LinkedData) -> tuple[list[Line], PageMeta]:
    """The lines of the article's text, its headline first, and its metadata; changes the tree."""
    drop_unseen(root)
    meta = meta_of_article(root, data)
    take_off(root)
    region = region_of(root)
    lines = page = lines_of(region)
    if _is_within_bounds(root):
        told = _main_lines(root)
        if told and (region is root or _prose(told) >= (1 - LOST) * _prose(lines)):
            lines = _completed(told, lines)
    return _with_headline(_parted(lines, meta.title, page), meta.title), meta


def region_of(root: Any) -> Any:
    """The one part that the page calls its text and that holds most of it, else all of it."""
    whole = _length(root)
    for path in _REGIONS:
        # Teasers of other articles are articles too, but short ones.
        found = max(islice(root.iterfind(path), 50), key=_length, default=None)
        if found is not None and _length(found) >= MOST * whole:
            return found
    return root


def _length(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _prose(lines: list[Line]) -> int:
    """The words of the lines that are sentences."""
    counts = (
        line.text.count(" ") + 1
        for line in lines
        if line.role != "caption" and line.text.rstrip("\"'’”)")[-1:] in (".", "!", "?")
    )
    return sum(count for count in counts if count >= SENTENCE)


def _is_within_bounds(root: Any) -> bool:
    from lxml import etree

    level = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        count += event == "start"
        if level > DEEPEST or count > MOST_ELEMENTS:
            return False
    return True


def _main_lines(root: Any) -> list[Line]:
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            root, include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:  # it documents none of its own; the caller has the page itself
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    for element in body.iter():
        if element.tag == "head":
            rend = element.get("rend", "")
            element.tag = rend if rend in ("h1", "h2", "h3", "h4", "h5", "h6") else "h2"
        elif element.tag == "list":
            element.tag = "ol" if element.get("rend") == "ol" else "ul"
        else:
            element.tag = _AS_HTML.get(element.tag, element.tag)
    return lines_of(body)


def _completed(told: list[Line], page: list[Line]) -> list[Line]:
    """What trafilatura told apart, as the page has it, with the lists and headings it lost.

    Between two lines of the text a list belongs to it, and so does a heading over either;
    other lines that were left out there are offers and credits.
    """
    keys = {_key(line.text) for line in told}
    places = [index for index, line in enumerate(page) if _key(line.text) in keys]
    if len({_key(page[index].text) for index in places}) < 0.9 * len(keys):
        return told  # cut into other lines than the page's own
    kept: list[Line] = []
    below = True
    """Whether the line below is kept."""
    for line in reversed(page[places[0] : places[-1] + 1]):
        listed = line.role == "bullet" or bool(_NUMBERED.match(line.text))
        if (
            _key(line.text) in keys
            or (listed and len(line.text.split()) > 3)
            or (line.role == "heading" and below)
        ):
            kept.append(line)
            below = True
        else:
            below = False
    return kept[::-1]


def _key(text: str) -> str:
    return "".join(_NUMBERED.sub("", text).split())


def _parted(lines: list[Line], headline: str | None, page: list[Line]) -> list[Line]:
    """The lines, the headline taken off the paragraph that trafilatura joined it to."""
    printed = {line.text for line in page}
    cut = len(headline or "") + 1
    return [
        structs.replace(line, text=line.text[cut:])
        if headline and line.text.startswith(f"{headline} ") and line.text[cut:] in printed
        else line
        for line in lines
    ]


def _with_headline(lines: list[Line], headline: str | None) -> list[Line]:
    """The headline as the first line, and only there."""
    if not headline:
        return lines
    head = [
        line
        for line in lines[:4]
        if not (line.text == headline or (line.level == 1 and alike(line.text, headline)))
    ]
    return [Line(headline, role="heading", level=1, gap=True), *head, *lines[4:]]
