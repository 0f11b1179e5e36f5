"""What each part of a page holds: text, links, prose, all measured in one walk over the tree.

Asking part by part would take time in the square of a page's depth.
"""

from typing import Any, Final

LONG_TEXT: Final = 60
"""A run of so many characters without a tag in it is prose rather than a label."""


class Measure:
    """The sums over one element and all that is in it."""

    __slots__ = ("elements", "headline", "in_article", "linked", "links", "prose", "visible")

    def __init__(self, in_article: bool) -> None:
        self.elements = 1
        self.visible = 0
        """Characters other than blanks."""
        self.linked = 0
        """Those of them inside links."""
        self.links = 0
        self.prose = 0
        self.headline = False
        """Whether it holds a first-level heading or what the page calls its main part. An
        article says nothing: sites make articles of their teasers and comments too."""
        self.in_article = in_article

    def add_text(self, text: str | None) -> None:
        if not text:
            return
        if len(text) > LONG_TEXT:
            self.prose += len(text)
            self.visible += len(text) - text.count(" ")
        else:
            self.visible += sum(map(len, text.split()))

    def add(self, part: "Measure") -> None:
        self.elements += part.elements
        self.visible += part.visible
        self.linked += part.linked
        self.links += part.links
        self.prose += part.prose
        self.headline = self.headline or part.headline


def measured(root: Any) -> dict[Any, Measure]:
    """The measure of every element, in the order in which they begin."""
    from lxml import etree

    found: dict[Any, Measure] = {}
    open_parts: list[Measure] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            above = open_parts[-1].in_article if open_parts else False
            measure = Measure(above or element.tag in ("article", "blockquote"))
            measure.add_text(element.text)
            found[element] = measure
            open_parts.append(measure)
            continue
        measure = open_parts.pop()
        if element.tag == "a":
            measure.linked, measure.links = measure.visible, measure.links + 1
        elif element.tag in ("h1", "main"):
            measure.headline = True
        if open_parts:
            open_parts[-1].add(measure)
            open_parts[-1].add_text(element.tail)
    return found
