"""Makes letters of every wording known, with what a reader must find in them.

The words are our own; the shapes are those of letters from 2016 to 2026 (see the list of
variants in the domain report).
"""

from dataclasses import dataclass, field
from typing import Any

from .letter_heads import ADDRESSEES, LETTER_DATES, LETTERHEADS, PLACES, SIGNATURES
from .letter_openings import BULLETS, FOCUSES, INSPECTORS, ORDINALS, VISIT_DATES
from .printing import Choose, Style

CLOSING_THANKS = "I would like to thank your staff for their time and openness during the visit."

FINDINGS = [
    "Social workers know their children well and visit them often enough to make a difference.",
    "Too many plans lack timescales, and it is not clear to families what must change or by when.",
    "Supervision takes place each month, but records of it are brief and seldom reflective.",
]

SECTIONS = {
    "monitoring-visit": ["Overview", "Findings and evaluation of progress"],
    "monitoring-visit-2021": ["Headline findings", "Findings and evaluation of progress"],
    "focused-visit": [
        "Overview",
        "What needs to improve in this area of social work practice",
        "Findings",
    ],
    "focused-visit-2021": [
        "Headline findings",
        "What needs to improve in this area of social work practice",
        "Main findings",
    ],
    "focused-visit-priority": [
        "Headline findings",
        "Areas for priority action",
        "What needs to improve in this area of social work practice",
        "Main findings",
    ],
}


@dataclass
class Letter:
    """A letter and its facts, as the library must hold them."""

    printed: list[tuple[Style, str]] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)

    def add(self, style: Style, *texts: str) -> None:
        self.printed.extend((style, text) for text in texts)


def visit_letter(kind: str, choose: Choose) -> Letter:
    """A letter after a monitoring or focused visit, each part in the wording chosen."""
    letter = Letter()

    def pick(part: str, variants: list[Any]) -> Any:
        return variants[choose(part, len(variants))]

    title, place, council, address = pick("place", PLACES)
    letterhead = pick("letterhead", LETTERHEADS)
    shown_date, iso = pick("date", LETTER_DATES)
    lines, dear, addressee = pick("addressee", ADDRESSEES)
    when, start, end = pick("when", VISIT_DATES)
    sentence, ordinal, judged = (
        pick("ordinal", ORDINALS) if kind == "monitoring" else ("", None, None)
    )
    who, inspectors = pick("inspectors", INSPECTORS)
    heading, lead, bullets, focus = pick("focus", FOCUSES)
    signature, signed = pick("signature", SIGNATURES)
    sections = pick("sections", [s for k, s in SECTIONS.items() if k.startswith(kind)])
    (preposition,) = pick("preposition", [("to",), ("of",)])
    (opening,) = pick("opening", [("findings of the",), ("findings of a recent",),
                                  ("findings of our",)])  # fmt: skip
    (verb,) = pick("verb", [("This letter summarises the",), ("This letter sets out the",)])

    letter.add("head", *letterhead)
    letter.add("head", shown_date)
    letter.add("head", *lines, *address)
    letter.add("head", dear)
    letter.add("title", f"{kind.capitalize()} visit {preposition} {title}")
    first = f"{verb} {opening} {kind} visit to {place} {when}. {sentence} {who}".strip()
    letter.add("para", " ".join(first.split()))
    if heading:
        letter.add("heading", heading)
    if lead:
        letter.add("para", lead)
    letter.add("bullet", *[f"{b}{'.' if b == bullets[-1] else ''}" for b in bullets])
    letter.add("para", "The visit considered a range of evidence, including electronic records and "
               "discussions with social workers.")  # fmt: skip
    for name in sections:
        letter.add("heading", name)
        if name.startswith(("What needs", "Areas for")):
            letter.add("bullet", *[f"The {bullet.removeprefix('the ')}." for bullet in BULLETS])
        else:
            letter.add("para", *FINDINGS)
    letter.add("para", CLOSING_THANKS)
    letter.add("para", "I am copying this letter to the Department for Education. It will be "
               "published on the Ofsted website.")  # fmt: skip
    letter.add("head", "Yours sincerely", *signature)
    letter.facts = {
        "kind": f"{kind}-visit-letter",
        "councils": [council],
        "letter_date": iso,
        "addressee": addressee,
        "visit.kind": f"{kind}-visit",
        "visit.start": start,
        "visit.end": end,
        "visit.ordinal": ordinal,
        "judged_inadequate": {council: judged} if judged else {},
        "inspectors": [(name, role) for name, role in inspectors],
        "signed_by": signed,
        "focus": focus,
        "sections": [*([heading] if heading else []), *sections],
    }
    return letter
