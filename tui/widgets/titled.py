"""The titles in the border of a pane: from words that may be a document's, and set only where
they change, for to set one has Textual paint the whole pane again."""

from textual.content import Content
from textual.widget import Widget

from tui import text


def entitle(
    pane: Widget, title: str | Content | None = None, subtitle: str | Content | None = None
) -> None:
    """Give a pane its title above and its subtitle below; None leaves it as it is."""
    if title is not None:
        wanted = _content(title)
        if pane.border_title != wanted.markup:
            pane.border_title = wanted
    if subtitle is not None:
        wanted = _content(subtitle)
        if (pane.border_subtitle or "") != wanted.markup:
            pane.border_subtitle = wanted


def _content(words: str | Content) -> Content:
    return text.words(words) if isinstance(words, str) else words
