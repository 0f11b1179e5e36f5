"""The month in which an article says that Ofsted found something."""

import re
from typing import Final

_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_TOLD: Final = re.compile(
    rf"\b(?:[Ii]n|[Oo]n(?:\s+\d{{1,2}}(?:\s+(?:and|to|-)\s+\d{{1,2}})?)?|[Ff]rom|[Bb]y|during)\s+"
    rf"(?P<month>(?:{_MONTHS})\s+(?:19|20)\d\d)\b"
)


def month_told(text: str) -> str | None:
    """ "rated inadequate in December 2016, with …" -> "December 2016", if it is the only one."""
    found = {" ".join(match.group("month").split()) for match in _TOLD.finditer(text)}
    return found.pop() if len(found) == 1 else None
