"""Takes out of a text what a terminal would obey and a reader would not see.

Control characters, terminal escape sequences, bidirectional overrides, zero-width characters
and noncharacters go; letters, typographic quotes, dashes and ligatures stay as printed.
"""

import re
from typing import Final

from store.patterns import compiled

SOFT_HYPHEN: Final = "\u00ad"
"""Stands where a reader saw a hyphen at the end of a line; the parser decides if it stays."""

# A string sequence (a window title, a hyperlink) goes with its payload only where it is closed
# on its own line: an open one would take the text that follows along.
_ESCAPES: Final = (
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|(?:\x1b[PX^_\]]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9b-\x9f\r\n]{0,4096}+"
    r"(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]{0,8}[0-~]"
)
_BLANKS: Final = r"\t\n\f\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_BLANK: Final = f"[{_BLANKS}]"
_SPACES: Final = f"[ {_BLANKS}]+"

_UNUSUAL = re.compile(
    r"[^\t\n\f -~\xa0-\u0250\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2500-\u27bf"
    r"\ue000-\uf8ff\ufb00-\ufb06]"
)
"""Finds no character of an English document. Eight times as fast as looking for the unwanted
ones, of which there are many kinds, and hardly ever followed by that."""

_CONTROLS: Final = r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
_FORMATS: Final = (  # Unicode's format characters, but for the few that print something
    r"\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BLANK: Final = r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufffc"
"""Joiners, fillers and variation selectors: letters or marks to Unicode, nothing to the eye."""
_NONCHARACTERS: Final = r"\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNWANTED: Final = rf"[{_CONTROLS}{_FORMATS}{_BLANK}{_NONCHARACTERS}\ud800-\udfff]"
_BREAKS: Final = "\x0b\x85\u2028\u2029"


def clean(text: str) -> str:
    """The text without anything invisible or active; line feeds, form feeds and tabs stay.

    A carriage return, which would write over the line before it, becomes a line feed.
    """
    if (text.isascii() and text.isprintable()) or not _UNUSUAL.search(text):
        return text
    text = compiled(_ESCAPES).sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return compiled(_UNWANTED).sub(_instead, text)


def _instead(match: re.Match[str]) -> str:
    character = match.group()
    if character in _BREAKS:
        return "\n"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def squeeze(text: str) -> str:
    """Runs of blanks of any kind become one; none at either end."""
    if "  " in text or compiled(_ODD_BLANK).search(text):
        text = compiled(_SPACES).sub(" ", text)
    return text.strip()


def unbroken(text: str) -> str:
    """The text without soft hyphens: where a format flows, they only say where it may break."""
    return text.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in text else text
