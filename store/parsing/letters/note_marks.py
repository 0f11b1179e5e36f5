"""The digits of footnotes, which copies of a page leave behind the words they belong to."""

import re
from typing import Final

_MARK: Final = re.compile(r"(?<=[a-z]{3})\d{1,2}(?=\W|$)")


def without_note_marks(text: str) -> str:
    """ "children’s services1 in Bury" -> "children’s services in Bury"."""
    return _MARK.sub("", text)
