"""The council that an article names once, in its first paragraphs, and calls "the council" then."""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.councils import Mention

_COUNCIL: Final = re.compile(r"\b(?:council|authority|borough)\b", re.IGNORECASE)
_SERVICES: Final = (
    r"(?:children.?s (?:social (?:care|work)|services|trust)|social services|social workers"
    r"|care leavers|child protection|looked[ -]after children|children in care|foster carers)"
)
"""What councils do for children: a place named right beside it is meant as its council."""
_SERVES: Final = re.compile(rf"['’]s?\s+(?:\w+\s+)?{_SERVICES}|\s+{_SERVICES}", re.IGNORECASE)
_SERVED: Final = re.compile(rf"\b{_SERVICES}\s+(?:in|across|at)\s+$", re.IGNORECASE)
_MANY: Final = re.compile(
    r"\b(?:councils|authorities|town halls|nationally|nationwide|annual report"
    r"|across (?:England|the country))\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.!?][\"”’')]*$")
"""A line that is no sentence tells whose a paper is, not what an article is about."""
OPENING: Final = 2
"""Papers name a council once, in the paragraphs up to this one, and go on with "the council"."""


class Opening:
    """The councils that the first paragraphs name."""

    def __init__(self) -> None:
        self._named: set[str] = set()
        self._as_council = False
        self._many = False

    def hear(self, sentence: str, named: Sequence[Mention]) -> None:
        self._named.update(mention.council for mention in named)
        if named and _ENDS.search(sentence):
            self._as_council |= any(_is_council(sentence, mention) for mention in named)
        elif not named and _MANY.search(sentence):
            self._many = True  # "Councils fail care leavers": one that follows is an example

    def only_council(self) -> str | None:
        """The one council that is named, as a council and not as somebody's home town."""
        only = len(self._named) == 1 and self._as_council and not self._many
        return next(iter(self._named)) if only else None


def _is_council(sentence: str, mention: Mention) -> bool:
    """Whether it is named as a council: "Bury Council", "Bury's children's services"."""
    served = _SERVED.search(sentence, max(0, mention.start - 60), mention.start)
    serves = _SERVES.match(sentence, mention.end)
    return bool(_COUNCIL.search(mention.printed) or served or serves)
