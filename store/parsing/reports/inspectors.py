"""Who inspected: the lead on the cover, the team at the end of the report."""

import re
from collections.abc import Sequence

from store.model.document import Inspector
from store.model.line import Line
from store.parsing.facts import Facts
from store.parsing.people import is_name, people
from store.parsing.reports.cover import Cover, labelled

_LEAD = re.compile(
    r"^(?:lead inspectors?(?: on site)?\s*:|reporting inspectors?\s*:?"
    r"|lead inspectors?\s+(?=[A-Z]))\s*",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"^(?P<role>deputy lead inspectors?|team inspectors?|shadow inspectors?|additional inspectors?"
    r"|senior data analysts?|data analysts?|quality assurance managers?|regulatory inspectors?)"
    r"(?: \([^)]{1,30}\))?\s*:\s*",
    re.IGNORECASE,
)
_TEAM_ALONE = re.compile(r"^(?P<role>(?:inspection )?team(?: members?)?)\s*:\s*", re.IGNORECASE)
"""A label of the team right below the lead; anywhere else it may be any team's."""
_NEXT_LABEL = re.compile(
    r"\b(?:deputy lead|team) inspectors?\b"
    r"|\b(?:(?:shadow|additional|regulatory) inspectors?|(?:inspection )?team(?: members?)?"
    r"|(?:senior )?data analysts?|quality assurance managers?)(?: \([^)]{1,30}\))?\s*:",
    re.IGNORECASE,
)
"""Where the lead ends if the rows of the others follow without a blank line."""
_ROLE_ALONE = re.compile(r"(?:,\s*)?(?:Her|His) Majesty.?s Inspectors?")
_OTHER_LABEL = re.compile(r"[A-Z][\w ]{3,40}:")


def read_leads(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    """The lead inspector or inspectors; none where none is printed."""
    value, used = labelled(cover, _LEAD)
    if not value:
        rows = list(enumerate(lines))
        tail = [(i, line) for i, line in rows if _LEAD.match(line.text) and ":" in line.text]
        for index, _ in tail[:1]:
            value, used = labelled(rows[index : index + 4], _LEAD)
    value = _NEXT_LABEL.split(value)[0].strip()
    leads = [person for person in people(value) if is_name(person.name)]
    if not leads:
        return
    # Two leads are printed as "A and B": more names are a team that follows without a label.
    leads = leads[:2] if re.search(r"\band\b|;", value) else leads[:1]
    facts.lead_inspector = "; ".join(person.name for person in leads)
    facts.inspectors.extend(leads)
    facts.saw("lead_inspector", f"Lead inspector: {value}")
    for index in used:
        row = lines[index].text
        if (
            _LEAD.match(row)
            or any(lead.name.split()[-1] in row for lead in leads)
            or _ROLE_ALONE.fullmatch(row)
        ):
            facts.consumed.add(index)
    for index in range(max(0, used[0] - 1), used[0]):
        if re.fullmatch(r"the inspection team:?", lines[index].text, re.IGNORECASE):
            facts.consumed.add(index)


def read_team(lines: Sequence[Line], facts: Facts) -> None:
    """The other members of the team, each with the label their name stands behind."""
    known = {person.name for person in facts.inspectors}
    for index, line in enumerate(lines):
        match = _TEAM.match(line.text)
        if not match and index:
            above = lines[index - 1].text
            listed = _LEAD.match(above) or _TEAM.match(above)
            match = _TEAM_ALONE.match(line.text) if listed else None
        if not match:
            continue
        value, taken = line.text[match.end() :], [index]
        for after in lines[index + 1 : index + 5]:
            if after.gap or _TEAM.match(after.text) or _OTHER_LABEL.match(after.text):
                break
            if (
                not re.match(r"[A-Z]", after.text)
                or after.page != line.page
                or len(after.text) > 95
            ):
                break
            value += f" {after.text}"
            taken.append(taken[-1] + 1)
        facts.consumed.update(taken)
        label = match.group("role").rstrip("s").lower()
        label = label if match.re is _TEAM else "team inspector"
        for person in people(value):
            if is_name(person.name) and person.name not in known:
                known.add(person.name)
                role = f"{label}, {person.role}" if person.role else label
                facts.inspectors.append(Inspector(person.name, role))
