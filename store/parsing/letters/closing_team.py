"""The team below the text of a report on a joint inspection, which has no cover to name it."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.document import Inspector
from store.model.line import Line
from store.parsing.facts import Facts
from store.parsing.people import is_name, people

_HEADING: Final = re.compile(r"(?:the )?(?:inspection |inspectors?.? )?team(?: members?)?:?", re.I)
_LABEL: Final = re.compile(r"\W*(?P<label>[A-Z][^:.]{2,60}):\s*")
CLOSE_LINES: Final = 40
"""The team stands within so many lines of the end, for some reports add what to complain to."""
ROW: Final = 95
"""A longer line is text."""


def read_closing_team(lines: Sequence[Line], facts: Facts) -> None:
    """Every inspector below a heading such as "Inspection team", the lead among them."""
    first = max(0, len(lines) - CLOSE_LINES)
    heading = next(
        (i for i in range(len(lines) - 1, first - 1, -1) if _HEADING.fullmatch(lines[i].text)), None
    )
    if heading is None:
        return
    for index in range(heading + 1, len(lines)):
        row = lines[index].text
        if len(row) > ROW or row.endswith("."):
            return
        label = _LABEL.match(row)
        value = row[label.end() :] if label else row
        named = [person for person in people(value) if is_name(person.name)]
        if not (named or label):
            return
        if named and label and re.search(r"\blead\b", label.group("label"), re.IGNORECASE):
            facts.lead_inspector = "; ".join(person.name for person in named)
            facts.saw("lead_inspector", row)
        if index == heading + 1:
            facts.consumed.add(heading)
        facts.consumed.add(index)
        _add(named, facts)


def _add(named: Sequence[Inspector], facts: Facts) -> None:
    known = {person.name for person in facts.inspectors}
    facts.inspectors.extend(person for person in named if person.name not in known)
    if named:
        facts.saw("inspectors", ", ".join(person.name for person in named))
