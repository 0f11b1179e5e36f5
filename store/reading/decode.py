"""Bytes to text: by byte order mark, then UTF-8, then the likeliest other encoding."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    # UTF-32's mark begins like UTF-16's and must be asked for first.
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_SINGLE_BYTE = re.compile(r"cp(?:125\d|437|850)|iso8859-\d+|mac-\w+|koi8-[ru]")
"""Encodings a page may choose for itself. Python knows others that are slow, raise odd errors
or are no encodings of text at all."""

_ASCII: Final = bytes(range(128))
_UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def wide_encoding(data: bytes) -> str | None:
    """The encoding if its mark or its zero bytes give it away, else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    most = 0.35 * len(sample)  # of English text in UTF-16, nearly every second byte
    if zeros[1] > most and not zeros[0]:
        return "utf-16-le"
    if zeros[0] > most and not zeros[1]:
        return "utf-16-be"
    return None


def decode(data: bytes) -> str:
    """The text of a file that says nothing of its encoding; never raises."""
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data)


def decode_page(data: bytes) -> str:
    """The text of a web page, which may say what its encoding is, and may be wrong.

    What is valid UTF-8 is UTF-8 whatever the page says: text in another encoding is not, but
    for pure ASCII, by any likely chance.
    """
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    if declared:
        try:
            name = codecs.lookup(declared.group(1).decode("ascii")).name
        except (LookupError, ValueError):
            name = ""
        if name in ("iso8859-1", "ascii"):
            name = "cp1252"  # as browsers read it: Latin-1 has no typographic quotes
        if _SINGLE_BYTE.fullmatch(name):
            return data.decode(name, errors="replace")
    return _not_utf8(data)


def _not_utf8(data: bytes) -> str:
    high = data.translate(None, _ASCII)
    inside = sum(len(letter) for letter in _UTF8_LETTER.findall(data))
    if inside > len(high) - inside:
        # Texts from two sources in one file, or one that is cut in the middle of a letter.
        return data.decode("utf-8", errors=_AS_CP1252)
    # Latin-1 is not asked about: Windows-1252 holds all its letters.
    best = max(_OLDER, key=lambda name: sum(map(_likely, high.decode(name, errors="replace"))))
    return data.decode(best, errors="replace")


_OLDER: Final = ("cp1252", "mac_roman")
_LIKELY: Final = dict.fromkeys("‘’“”–—…•", 3) | dict.fromkeys("éèêëàâäáçñöôóòûüùúíìïî", 1)
"""What an English text has beside ASCII. charset_normalizer, made for all languages, takes one
short text in six for the wrong one of the two."""


def _likely(character: str) -> int:
    return _LIKELY.get(character, 0)


_AS_CP1252: Final = "ofsted-tui-cp1252"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_AS_CP1252, _as_cp1252)
