"""Whose grade is told: the council's, or that of schools, homes and others Ofsted inspects."""

import re
from typing import Final

from store.parsing.councils import register

_INSPECTED_TOO: Final = re.compile(
    r"\b(?:schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|pre-?schools?|playgroups?"
    r"|child-?minders?|sixth forms?"
    r"|(?:children['’]s|care|residential|nursing|secure|respite|the|this|that|another|each)"
    r" (?:care |children['’]s )?(?:homes?|units?)"
    r"|prisons?|hospitals?|(?:fostering|adoption) agenc(?:y|ies)|(?:training|care) providers?)\b",
    re.IGNORECASE,
)
_COUNCIL: Final = re.compile(
    r"\b(?:councils?|authorit(?:y|ies)|children['’]s (?:social (?:care|services|work)|services)"
    r"|social (?:services|care)|services for children|department|directorate)\b",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"\b(?:in|within|across|of|around|near|at|(?:run|owned|managed|operated|maintained|provided"
    r"|funded|used|commissioned) by)\s+(?:(?:the|its)\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a council: where the schools are, or whose the homes."""
_ASIDE: Final = re.compile(r",\s+(?:which|who|whose|where)\b[^,;]{0,120},", re.IGNORECASE)
_COUNT: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_SOME: Final = re.compile(
    rf"(?<!section )(?<!category )\b{_COUNT}(?: of (?:them|which|these|those))?"
    r" (?:(?:was|were|been|being|is|are|has|have)\s+)*$",
    re.IGNORECASE,
)
_SOME_OF_THEM: Final = re.compile(rf"\b{_COUNT} of (?:them|which|these|those)\b", re.IGNORECASE)


def of_something_else(sentence: str, start: int, end: int) -> bool:
    """Whether the grade told from `start` to `end` is of a school, a home, one of several.

    Args:
        sentence: one sentence.
        start: where the words of the judgement begin ("rated").
        end: where they end ("inadequate").
    """
    if _SOME.search(sentence, 0, start) or _SOME_OF_THEM.search(sentence, start, end):
        return True
    text = _ASIDE.sub(" ", sentence[:start]) + sentence[start:end]
    others = list(_INSPECTED_TOO.finditer(text))
    return bool(others) and not _names_council(text, others[-1].end())


def _names_council(text: str, start: int) -> bool:
    """Whether a council or its services are told of from `start` on, as more than a place."""
    places = [match.start() for match in _COUNCIL.finditer(text, start)]
    places.extend(mention.start for mention in register().mentions(text) if mention.start >= start)
    return any(not _WHERE.search(text[start:place]) for place in places)
