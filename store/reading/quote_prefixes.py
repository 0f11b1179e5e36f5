"""Takes the marks off a text that a mail program quoted: "> " at the head of each line."""

import re
from typing import Final

LEAST: Final = 6
"""Fewer lines in a row that begin with the mark may be links of a web page, or steps of a path."""

_PREFIX = re.compile(r"[ \t]{0,3}>[> \t]*")
_RUN = re.compile(r"(?:^[ \t]{0,3}>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_PROSE = re.compile(r"^[ \t]{0,3}>[> \t]*(?:[a-z]|$)", re.MULTILINE)


def without_quote_prefixes(text: str) -> str:
    """The text with quoted passages as they were before they were quoted.

    A passage has lines that break within a sentence, or blank lines that are quoted too; a list
    of links has neither.
    """
    return _RUN.sub(_unquoted, text) if "\n>" in text or text.startswith(">") else text


def _unquoted(run: re.Match[str]) -> str:
    rows = run.group().split("\n")
    if len(rows) < LEAST or not _PROSE.search(run.group().rstrip("\n")):
        return run.group()
    return "\n".join(_PREFIX.sub("", row, count=1) for row in rows)
