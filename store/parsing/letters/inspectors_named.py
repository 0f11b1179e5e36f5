"""Who made the visit a letter reports on, and who signed the letter."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.document import Inspector
from store.model.line import Line
from store.parsing.facts import Facts
from store.parsing.people import is_name, people

_ROYAL: Final = r"(?:her|his) majesty.?s inspectors?(?: \(S?HMI\))?"
_NAMES: Final = r"(?P<names>(?-i:[A-Z])[^\n]{3,300}?)(?:\.(?=\s+[A-Z]|\s*$)|$)"
_WERE: Final = re.compile(
    rf"\b(?:the |our )?(?P<office>{_ROYAL}|(?:ofsted |lead |team )*inspectors?)"
    r"(?: for (?:this|the) (?:\w+ )?(?:visit|inspection)| on this visit)?\s+(?:was|were)\s*:?\s+"
    + _NAMES,
    re.IGNORECASE,
)
_VISITED_BY: Final = re.compile(
    r"\b(?:visit|inspection) was (?:carried out|undertaken|conducted|led|completed|made) by\s*:?\s+"
    + _NAMES,
    re.IGNORECASE,
)
_VISITED: Final = re.compile(
    r"(?:^|[.:]\s+)(?P<names>(?-i:[A-Z])[^.\n]{5,200}?),?\s+(?:(?:carried out|undertook|conducted"
    r"|made|led) (?:this|the|a) (?:\w+ )?(?:visit|inspection)\b|visited\b)"
    r"(?:,? with (?P<more>(?-i:[A-Z])[^.\n]{3,120}))?",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    rf",?\s*(?:(?:{_ROYAL}|S?HMI|ofsted inspector),?\s*)?"
    r"(?:\((?:the )?lead(?: inspector)?\)|(?:as )?(?:the )?lead inspector\b)",
    re.IGNORECASE,
)
_LED_BY: Final = re.compile(
    r"(?:the |our )?lead (?:ofsted )?inspector\b(?!s)|(?:visit|inspection) was led by\b", re.I
)
_COMPANION: Final = re.compile(r",?\s+(?:accompanied|supported|joined|assisted) by\s+", re.I)
_SIGNED: Final = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|with best wishes|kind regards)\b[\s,]*", re.IGNORECASE
)
_INSPECTORATE: Final = re.compile(
    r"\bOfsted\b|\bCare Quality Commission\b|\bCQC\b|\bHMICF?R?S?\b|\bConstabulary\b"
    r"|\bHMI? ?P(?:robation)?\b|\bInspectorate of (?:Constabulary|Probation)\b"
)
_OFFICE_LINE: Final = re.compile(
    r"\W*(?:(?:senior |lead )?(?:her|his) majesty.?s (?:senior )?inspector|(?:senior )?S?HMI\b"
    r"|(?:ofsted |senior |lead )+inspector)",
    re.IGNORECASE,
)
REACH: Final = 1800
"""Inspectors are named within this many characters of the text."""
CLOSE_LINES: Final = 40
SIGNED_ROWS: Final = 5
"""A signature has its name within so many lines of the greeting."""
JOINT_ROWS: Final = 20
"""So many lines have the signatures of up to four inspectorates."""
NAME_WORDS: Final = 2


def read_inspectors(opening: str, facts: Facts) -> None:
    """Every inspector whom the opening names, with the role printed for them."""
    text = opening[:REACH]
    for pattern in (_WERE, _VISITED_BY, _VISITED):
        for match in pattern.finditer(text):
            named = _named(match)
            if named:
                facts.inspectors.extend(named)
                facts.saw("inspectors", match.group().strip(". "))
                _read_lead(match.group(), named, facts)
        if facts.inspectors:
            return


def _read_lead(printed: str, named: Sequence[Inspector], facts: Facts) -> None:
    """Who led, if the words say so: "NAME, HMI (lead)", "the lead inspector was NAME"."""
    for person in named:
        after = printed[printed.find(person.name) + len(person.name) :]
        if _LEADS.match(after) or (person is named[0] and _LED_BY.match(printed)):
            facts.lead_inspector = person.name
            facts.saw("lead_inspector", printed.strip(". "))
            return


def _named(match: re.Match[str]) -> list[Inspector]:
    office = match.groupdict().get("office") or ""
    royal = re.match(_ROYAL, office, re.IGNORECASE)
    role = people_role(royal.group()) if royal else None
    found = []
    more = match.groupdict().get("more")
    for names in [*_COMPANION.split(match.group("names")), *([more] if more else [])]:
        for person in people(names):
            if is_name(person.name):
                found.append(Inspector(person.name, person.role or role))
    if match.re is _VISITED and not any(person.role for person in found):
        return []  # "Staff of Leeds City Council visited ..."
    # "Inspectors were told by Leeds City Council ...": the names follow at once or not at all.
    first = found[0].name if found else ""
    return found if first and match.group("names").find(first) < 60 else []


def people_role(printed: str) -> str:
    """ "Her Majesty's Inspectors (HMI)" -> "Her Majesty's Inspector"."""
    return re.sub(r"(?i)(inspector)s?(?: \(S?HMI\))?$", r"\1", printed)


def is_office_line(text: str) -> bool:
    """Whether a line is an inspector's office, as it stands below a signature."""
    return bool(_OFFICE_LINE.match(text))


def read_signature(lines: Sequence[Line], facts: Facts, *, joint: bool = False) -> None:
    """The name under "Yours sincerely"; what stands from there on is no finding.

    Args:
        lines: of the letter.
        facts: to be filled.
        joint: whether several inspectorates made the visit, each of whom signs.
    """
    index = closing(lines)
    if index is not None:
        facts.consumed.update(range(index, len(lines)))
        rest = _SIGNED.sub("", lines[index].text, count=1)
        rows = [rest, *(line.text for line in lines[index + 1 :])]
        if joint:
            _read_names(rows[: JOINT_ROWS + 1], facts)
        if not facts.signed_by:
            _read_name(rows[: SIGNED_ROWS + 1], facts)
        return
    for index in range(len(lines) - 1, max(-1, len(lines) - 8), -1):
        above = lines[index - 1].text if index else ""
        if _OFFICE_LINE.match(lines[index].text) and is_name(above.strip()):
            facts.consumed.update(range(index - 1, len(lines)))
            _read_name([above], facts)
            return


def closing(lines: Sequence[Line]) -> int | None:
    """The line with the closing words of a letter, "Yours sincerely"."""
    first = max(-1, len(lines) - CLOSE_LINES)
    rows = range(len(lines) - 1, first, -1)
    return next((index for index in rows if _SIGNED.match(lines[index].text)), None)


def _read_name(rows: Sequence[str], facts: Facts) -> None:
    for row in rows:
        names = people(row)
        if names and is_name(names[0].name):
            facts.signed_by = names[0].name
            facts.saw("signed_by", row.replace("*", " "))
            return


def _read_names(rows: Sequence[str], facts: Facts) -> None:
    """Every name of the signatures; two stand in one row where the columns were run together."""
    signed: list[str] = []
    abreast = any(len(_INSPECTORATE.findall(row)) > 1 for row in rows)
    for row in rows:
        words = row.split()
        if not is_name(row.strip()):
            continue
        if abreast and len(words) == 2 * NAME_WORDS:
            signed.extend([" ".join(words[:NAME_WORDS]), " ".join(words[NAME_WORDS:])])
        else:
            signed.append(" ".join(words))
    if signed:
        facts.signed_by = "; ".join(dict.fromkeys(signed))
        facts.saw("signed_by", facts.signed_by)
