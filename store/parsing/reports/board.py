"""The grade of the safeguarding board: on the cover, or at the head of its own part."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.facts import Facts
from store.parsing.reports.cover import Cover, consume
from store.parsing.reports.judgements import normal_grade

_GRADE: Final = re.compile(
    r"(?:the )?(?:effectiveness of )?(?:the )?(?:(?:[\w’'&-]{1,20} ){0,6}safeguarding\s+children"
    r".{0,3}\s+board|LSCB)(?: \(\w+\))?(?: in [\w ’'-]{2,40}?)?\s*(?:\bis|\bare|:|-|–)?\s*"
    r"(?:judged (?:to be )?|that it is )?"
    r"(?P<grade>outstanding|good|inadequate|adequate|requires? improvement(?: to be good)?)\b"
    r"(?!\s*(?:if|when|where|at|in|and|practice)\b)",
    re.IGNORECASE,
)
_STARTS: Final = re.compile(
    r"(?:the )?(?:effectiveness of |LSCB\b|(?:[\w’'&-]{1,20} ){0,6}safeguarding children)",
    re.IGNORECASE,
)
_SAFEGUARDING: Final = re.compile(r"safeguarding\s+children", re.IGNORECASE)


def read_board(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    """Fill in the grade of the board if the report judges one."""
    titled = _SAFEGUARDING.search(facts.title or "")
    if not titled and not any(_SAFEGUARDING.search(line.text) for line in lines[60:]):
        return
    alone = facts.framework == "lscb"
    match = _on_cover(" ".join(line.text for _, line in cover), alone)
    if match:
        consume(match, cover, facts)
    else:
        match = _at_head_of_part(lines, len(cover))
    if match is None:
        return
    grade = normal_grade(match.group("grade").lower().replace("require ", "requires "))
    if grade is not None:
        facts.judgements["lscb"] = grade
        facts.saw("judgements.lscb", match.group())
        if facts.framework == "lscb":
            facts.judgements["overall"] = grade


def _on_cover(text: str, alone: bool) -> re.Match[str] | None:
    """The title names the board too: a judgement has a verb, where not only the board is judged."""
    verb = re.compile(r"\b(?:is|are|judged|requires?)\b", re.IGNORECASE)
    return next((m for m in _GRADE.finditer(text) if alone or verb.search(m.group())), None)


def _at_head_of_part(lines: Sequence[Line], start: int) -> re.Match[str] | None:
    """The first heading that grades the board, else the first line that does."""
    plain: re.Match[str] | None = None
    for index in range(start, len(lines)):
        row = lines[index]
        if not _STARTS.match(row.text):
            continue
        match = _GRADE.match(" ".join(line.text for line in lines[index : index + 3]))
        if match is None:
            continue
        if row.bold or not row.size:
            return match
        plain = plain or match
    return plain
