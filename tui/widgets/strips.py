"""The lines of a list as strips, in a quarter of the time that Textual's own way takes.

`Visual.to_strips` marks every segment with its place in the text, for selecting it with the
mouse, so that no two segments share a style. Lists are not selected from: their segments do.
"""

from functools import lru_cache

import rich.style
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


def strips_of(widget: Widget, content: Content, width: int, base: Style) -> list[Strip]:
    """The lines of what a widget shows, wrapped and padded to `width` cells; at least one."""
    plain = content.plain
    if content.cell_length <= width and "\n" not in plain and "\t" not in plain:
        lines = [content]
    else:
        lines = content.wrap(width)
    parse = widget.app.stylesheet.parse_style
    ground = _rich(base, base)
    strips = []
    for line in lines:
        rendered = line.render(base, end="", parse_style=parse)
        segments = [Segment(words, _rich(base, style)) for words, style in rendered if words]
        strips.append(Strip(segments, line.cell_length).extend_cell_length(width, ground))
    return strips


@lru_cache(maxsize=1024)
def _rich(base: Style, style: Style) -> rich.style.Style:
    """Rich's style of one over another; the same object for the same styles."""
    return (base + style).rich_style
