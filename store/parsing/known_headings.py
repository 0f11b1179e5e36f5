"""The headings that Ofsted's letters and reports have had since 2012, by their words."""

import re
from typing import Final

KNOWN: Final = re.compile(
    r"(?:headline findings|areas? covered by (?:the|this) visit|overview|findings(?: and evaluation"
    r" of progress)?|main findings|key (?:strengths|findings)"
    r"(?: and (?:weaknesses|areas for improvement))?(?: of the .{0,60})?|strengths"
    r"|what needs to improve\b.{0,60}"
    r"|areas? for (?:improvement|development|priority action)|priority and immediate action"
    r"|recommendations?"
    r"|executive summary|summary(?: of (?:key )?findings.{0,60}| for children and young people)?"
    r"|progress since the last inspection|inspection findings.{0,60}|next steps"
    r"|practice study.{0,60}|case study.{0,60}|conclusion|background|introduction"
    r"|the (?:impact of leaders|experiences and progress)\b.{0,160}"
    r"|leadership,? management and governance.{0,40}|information about this (?:inspection|local"
    r" authority).{0,40}|previous ofsted inspections?|local leadership|service information"
    r"|this local authority (?:has|requires|is)\b.{0,60}because:?"
    r"|(?:the )?[\w’' ]{2,40} (?:is|requires) [\w ]{4,30} because:"
    r"|inspection judge?ments? about the .{2,60}|what does .{2,40} need to improve\?"
    r"|about this inspection|overall effectiveness.{0,60}|capacity to improve.{0,40}"
    r"|capacity for improvement(?:\W+(?:grade \d.{0,20}|outstanding|good|adequate|inadequate))?"
    r"|safeguarding services:?|services for looked[ -]after children:?"
    r"|outcomes for looked after.{0,60}|quality of provision.{0,40}|other information.{0,60})$",
    re.IGNORECASE,
)

DEADLINE: Final = re.compile(
    r"(?:immediately|within (?:\w+ ){1,3}(?:days?|weeks?|months?|years?))(?: of [^:]{3,60})?:?$",
    re.I,
)
"""A heading or line that says until when the points below it are to be done."""

_UNDER: Final = re.compile(
    r"(?:what (?:needs|does .{1,40} need) to improve"
    r"|areas? for (?:improvement|development|priority action)"
    r"|priority and immediate action|recommendations?\b)",
    re.IGNORECASE,
)


def is_improvement_heading(heading: str) -> bool:
    """Whether what stands under this heading must be put right."""
    return bool(_UNDER.match(heading))
