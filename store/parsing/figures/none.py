"""A figure of nought that is told without a number: "no children are unallocated"."""

from typing import Final

from store.model.document import Figure
from store.patterns import compiled

_NONE: Final = (
    r"\bno unallocated (?:cases|children|work)\b"
    r"|\b(?:no|none of (?:the|its|these)) (?:open )?(?:cases?|child(?:ren)?)(?: and young"
    r" people)? (?:(?:are|were|is|was|remain|now"
    r"|currently"
    r"|being|left) )+(?:unallocated|awaiting allocation|without an? (?:\w+ )?(?:social )?worker)\b"
)
_NOT_SO: Final = (
    r"\b(?:ensur\w+|mak\w+ sure|must|should|will|would|until|unless|whether|if|aim\w*|target"
    r"|ambition|hop\w+"
    r"|commit\w+|so that|not|previously)\b|\bno longer\b"
)
"""What tells of a wish or of another time: "to ensure that no cases are unallocated"."""


def none_unallocated(text: str, index: int) -> Figure | None:
    """Nought unallocated cases, if a sentence says so."""
    lowered = text.lower()
    if "allocat" not in lowered and "without a" not in lowered:
        return None
    match = compiled(_NONE).search(lowered)
    if match is None or compiled(_NOT_SO).search(lowered, 0, match.end()):
        return None
    return Figure("unallocated cases", 0.0, None, None, "cases", index)
