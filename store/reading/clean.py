"""Takes out of a text what a terminal would obey and a reader would not see.

Control characters, terminal escape sequences, bidirectional overrides, zero-width characters
and noncharacters go; letters, typographic quotes, dashes and ligatures stay as printed.
"""

import re
from typing import Final

SOFT_HYPHEN: Final = "\u00ad"
"""Stands where a reader saw a hyphen at the end of a line; the parser decides if it stays."""

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|[PX^_\]][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)?"
    r"|[ -/]{0,8}[0-~])?"
    r"|\x9b[0-?]{0,64}[ -/]{0,8}[@-~]"
)
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

_DELETED: Final = {
    **{code: None for code in range(0x20) if code not in (0x09, 0x0A, 0x0C)},
    **dict.fromkeys(range(0x7F, 0xA0)),
    **dict.fromkeys(range(0x200B, 0x2010)),
    **dict.fromkeys(range(0x202A, 0x202F)),
    **dict.fromkeys(range(0x2060, 0x2070)),
    **dict.fromkeys(range(0xFE00, 0xFE10)),
    **dict.fromkeys(range(0xFFF0, 0xFFFC)),
    0xFEFF: None,
    0xFFFF: None,
    0xFFFE: SOFT_HYPHEN,
    0x02: SOFT_HYPHEN,  # PDFium's sign for a hyphen at the end of a line
    0x2028: "\n",
    0x2029: "\n",
    0x85: "\n",
    0x0B: "\n",
}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_SUSPECT = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """The text without anything invisible or active; line feeds, form feeds and tabs stay."""
    if not _SUSPECT.search(text):
        return text
    if "\x1b" in text or "\x9b" in text:
        text = _ESCAPES.sub("", text)
    return _SURROGATES.sub("\ufffd", text.translate(_DELETED))


def squeeze(text: str) -> str:
    """Runs of blanks of any kind become one; none at either end."""
    return _SPACES.sub(" ", text).strip()
