"""Markdown to lines: headings, paragraphs, list items, table rows, and HTML in its midst."""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from store.model.line import Line, Role
from store.reading.clean import clean, squeeze, unbroken
from store.reading.decode import decode
from store.reading.limits import Limits, Stopwatch, refuse_long
from store.reading.page_meta import PageMeta

LONG: Final = 20_000
"""A paragraph longer than this is taken as it stands: emphasis and links are looked for in a
time that grows with the square of its length."""
DEEPEST: Final = 80
"""The parser drops what is nested deeper; by itself it would do so from 20 on."""

_FRONT_MATTER = re.compile(r"---\n(?:[\w-]+:[^\n]*\n|[ \t-][^\n]*\n){1,60}?---[ \t]*(?:\n|$)")
_ENTRY = re.compile(r"^(?P<key>[\w-]{1,40}):[ \t]+(?P<value>[^\n]+)$", re.MULTILINE)
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_DAYS: Final = ("published", "date", "publish_date", "pubdate")
_OUTLETS: Final = ("outlet", "publisher", "site", "site_name")
LONGEST_ENTRY: Final = 300
_BREAK = re.compile(r"<br\b[^>]{0,99}>", re.IGNORECASE)
_NOTE = re.compile(r"\[\^[\w-]{1,30}\](?P<text>:)?")


def read_markdown(data: bytes, limits: Limits) -> tuple[list[Line], PageMeta]:
    """The lines of the text as it would be shown, and what its front matter says of it.

    Raises:
        ReadingError: `too-large`, `too-slow`.
    """
    text = clean(decode(data))
    refuse_long(text, limits)
    matter = _FRONT_MATTER.match(text)
    if matter is None:
        return _Reader(limits).read(text), PageMeta()
    return _Reader(limits).read(text[matter.end() :]), _front(matter.group())


def _front(matter: str) -> PageMeta:
    """Title, author, day and outlet, as programs that clip web pages and site makers write them."""
    told: dict[str, str] = {}
    for found in _ENTRY.finditer(matter):
        value = squeeze(unbroken(found.group("value"))).strip("\"'")
        if value and len(value) <= LONGEST_ENTRY and value[0] not in "[{|>&*":
            told.setdefault(found.group("key").lower(), value)
    day = _ISO.match(next((told[key] for key in _DAYS if key in told), ""))
    outlet = next((told[key] for key in _OUTLETS if key in told), None)
    return PageMeta(told.get("title"), told.get("author"), day.group() if day else None, outlet)


class _Reader:
    """Walks the blocks of a text and looks into each at its turn, so that it can be stopped."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._stopwatch = Stopwatch(limits)
        self._markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
        self._markdown.disable("inline")
        self._lines: list[Line] = []
        self._level = 0
        self._in_item = False
        """Whether the next paragraph is the first of a list item."""
        self._cells: list[str] | None = None
        self._lists: list[int | None] = []
        """For each list that is open the number of its next item, None in a bulleted one."""

    def read(self, text: str) -> list[Line]:
        env: dict[str, object] = {}
        for token in self._markdown.parse(text, env):
            if token.type == "inline":
                self._stopwatch.check()
                self._add(self._inside(token, env))
            elif token.type == "html_block":
                self._add_html(token.content)
            elif token.type in ("code_block", "fence"):
                rows = [squeeze(row) for row in token.content.split("\n")]
                self._lines.extend(Line(row, gap=i == 0) for i, row in enumerate(rows) if row)
            else:
                self._turn(token)
        return self._lines

    def _turn(self, token: Token) -> None:
        """Note that a block begins or ends."""
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._in_item = True
            case "list_item_close":
                self._in_item = False
                if self._lists and (number := self._lists[-1]) is not None:
                    self._lists[-1] = number + 1
            case "heading_open":
                self._level = int(token.tag[1])
            case "heading_close":
                self._level = 0
            case "tr_open":
                self._cells = []
            case "tr_close":
                if row := "\t".join(self._cells or ()).strip():
                    self._lines.append(Line(row, role="cell", gap=True))
                self._cells = None

    def _inside(self, token: Token, env: dict[str, object]) -> str:
        """The text of a paragraph; a line feed stands where its author broke the line."""
        if len(token.content) > LONG or token.content.isspace() or not token.content:
            return token.content.replace("\n", " ")
        children: list[Token] = []
        self._markdown.inline.parse(token.content, self._markdown, env, children)
        return _text(children)

    def _add(self, text: str) -> None:
        note = _NOTE.match(text)
        if note and note.group("text"):
            return  # footnotes are left out, as in the other formats
        text = unbroken(_NOTE.sub("", text))
        shown = squeeze(text)
        if self._cells is not None:
            self._cells.append(shown)
        elif not shown:
            return
        elif self._level:
            self._lines.append(Line(shown, role="heading", level=self._level, gap=True))
        elif self._in_item and self._lists:
            number, self._in_item = self._lists[-1], False
            if number is None:
                self._lines.append(Line(shown, role="bullet", level=len(self._lists), gap=True))
            else:
                self._lines.append(Line(f"{number}. {shown}", role="paragraph", gap=True))
        else:
            rows = [row for row in map(squeeze, text.split("\n")) if row]
            # The lines of an address block, say, are no paragraphs of their own.
            role: Role = "paragraph" if len(rows) == 1 else ""
            self._lines.extend(Line(row, role=role, gap=i == 0) for i, row in enumerate(rows))

    def _add_html(self, content: str) -> None:
        from store.reading.markup import lines_of
        from store.reading.tree import parsed

        self._stopwatch.check()
        self._lines.extend(lines_of(parsed(f"<html><body>{content}</body></html>", self._limits)))


def _text(children: Sequence[Token]) -> str:
    parts = []
    for child in children:
        if child.type in ("text", "text_special", "code_inline"):
            parts.append(child.content)
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and _BREAK.match(child.content)
        ):
            parts.append("\n")
        elif child.type == "softbreak":
            parts.append(" ")
    return "".join(parts)
