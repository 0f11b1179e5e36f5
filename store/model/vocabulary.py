"""The closed sets of words: kinds of document, grades, polarities, voices."""

import re
from typing import Final, Literal

DocumentKind = Literal[
    "monitoring-visit-letter",
    "focused-visit-letter",
    "assurance-visit-letter",
    "jtai-letter",
    "inspection-report",
    "article",
    "other",
]
KINDS: Final[dict[DocumentKind, str]] = {
    "monitoring-visit-letter": "monitoring visit letter",
    "focused-visit-letter": "focused visit letter",
    "assurance-visit-letter": "assurance visit letter",
    "jtai-letter": "joint inspection letter",
    "inspection-report": "inspection report",
    "article": "article",
    "other": "other document",
}
"""Every kind of document with its name in words, in the order in which lists show them."""

LETTER_KINDS: Final[frozenset[str]] = frozenset(kind for kind in KINDS if kind.endswith("-letter"))

Framework = Literal["sif", "reinspection", "ilacs", "ilacs-short", "lac", "lscb"]
FRAMEWORKS: Final[dict[Framework, str]] = {
    "sif": "single inspection (SIF)",
    "reinspection": "re-inspection",
    "ilacs": "ILACS standard inspection",
    "ilacs-short": "ILACS short inspection",
    "lac": "looked-after children inspection",
    "lscb": "review of the safeguarding board",
}

VisitKind = Literal["inspection", "monitoring-visit", "focused-visit", "assurance-visit", "jtai"]
VISIT_KINDS: Final[dict[VisitKind, str]] = {
    "inspection": "inspection",
    "monitoring-visit": "monitoring visit",
    "focused-visit": "focused visit",
    "assurance-visit": "assurance visit",
    "jtai": "joint targeted area inspection",
}

Grade = Literal[
    "outstanding", "good", "requires improvement", "adequate", "inadequate", "not judged"
]
GRADES: Final[tuple[Grade, ...]] = (
    "outstanding",
    "good",
    "requires improvement",
    "adequate",
    "inadequate",
    "not judged",
)
"""Best first. `adequate` was printed until 2013, in the place of `requires improvement`."""

AREAS: Final[dict[str, str]] = {
    "overall": "overall effectiveness",
    "leaders": "impact of leaders",
    "help_protection": "help and protection",
    "in_care": "children in care",
    "care_leavers": "care leavers",
    "in_care_and_care_leavers": "in care and care leavers",
    "looked_after_permanence": "looked after and permanence",
    "adoption": "adoption",
    "leadership": "leadership and management",
    "lscb": "safeguarding board",
    "capacity_to_improve": "capacity to improve",
    "outcomes": "outcomes for children",
    "quality_of_provision": "quality of provision",
    "safeguarding": "safeguarding services",
    "safeguarding_capacity": "safeguarding: capacity to improve",
    "looked_after": "services for looked after children",
    "looked_after_capacity": "looked after: capacity to improve",
}
"""The areas that are judged, over all frameworks since 2012, with their names in words."""

Polarity = Literal["concern", "strength", "mixed", "neutral"]
POLARITIES: Final[tuple[Polarity, ...]] = ("concern", "strength", "mixed", "neutral")

Voice = Literal["ofsted", "council", "reporter", "other"]
VOICES: Final[tuple[Voice, ...]] = ("ofsted", "council", "reporter", "other")

OPENING: Final = "(opening)"
"""The name of the section before the first heading of a document."""

HEADLINE: Final = "(headline)"
"""The section of an article's headline, which is a sentence like any other."""


def group_in_words(group: str) -> str:
    """ "care leavers", "homeless 16–17": a group of children by its name."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", group).replace("-", " ")
