"""Phrases by which sentences are changed for the teacher to label: see `variants`."""

import re
from typing import Final


def _turns(*rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), tuple(others.split("|")))
        for pattern, others in rows
    )


TURNS: Final = _turns(
    (
        "(?:has|have) improved",
        "has not yet improved|needs to improve|is improving|have deteriorated|remains poor"
        "|has improved slightly|was improved",
    ),
    ("improved", "not yet improved|worsened|greatly improved|not improved"),
    ("improving", "deteriorating|not improving|beginning to improve|improving but too slow"),
    ("is not", "is|is still not|is no longer"),
    ("are not", "are|are not always|are no longer|are mostly"),
    ("not (?:yet|always|consistently|sufficiently)", "now|still not|mostly|not"),
    (
        "is",
        "is not|is not yet|is still|remains|is now|should be|will be|was|is not consistently"
        "|needs to be",
    ),
    (
        "are",
        "are not|are not always|are not yet|are now|are mostly|were|should be|will be|remain"
        "|are rarely|are too often not",
    ),
    (
        "(?:has|have) been",
        "has not been|have yet to be|will be|has now been|had previously been",
    ),
    (
        "good|strong|effective",
        "weak|poor|good|not good enough|inconsistent|variable|better|ineffective|reasonable",
    ),
    (
        "weak|poor|inadequate|inconsistent|variable|insufficient",
        "strong|good|sound|improved|much better|adequate",
    ),
    (
        "timely|promptly|quickly|swiftly",
        "late|slow|not timely|delayed|timely|too slowly",
    ),
    ("well", "poorly|not well|very well|increasingly well"),
    (
        "most|the majority of|nearly all|almost all|all",
        "too few|some|a small number of|a minority of|too many|most|not all|many",
    ),
    ("some|too many|a small number of|a few|too few", "most|all|no|some|far fewer|too many"),
    ("increased?|increases|increasing|risen", "decreased|reduced|increased|remained the same"),
    (
        "reduced|reducing|decreased|fallen",
        "increased|risen|not reduced|remained high|reduced",
    ),
    (
        "ensures?|ensuring",
        "does not ensure|fails to ensure|should ensure|ensure|ensured",
    ),
    (
        "clear|robust|thorough|rigorous|detailed|comprehensive",
        "unclear|superficial|not robust|lacking|clear|too brief",
    ),
    ("lack|lacks|lacking", "have|has strong|no longer lacks|benefit from"),
    ("high|higher", "low|too high|lower|manageable|high"),
    ("stable|permanent", "unstable|temporary|increasingly stable|agency"),
    ("remains?", "is no longer|are|remain|has become"),
    ("too|very|extremely", "not|no longer too|less"),
    ("recently|currently|now", "previously|still|not yet|in the past|since"),
    ("can|do|does|did|could", "cannot|do not|does not|should|may|did not"),
)
"""A pattern, and what may stand in its place: the other sign, a doubt, another time."""

JOINTS: Final = (
    ", but ", ", but ", ", although ", ", and ", " and ", ", however ", ", while ", "; ",
    ", which means that ", " because ", " despite ", ", and this ", ", yet ", ", with ", ", as ",
    ". However, ",
)  # fmt: skip

OPENINGS: Final = tuple(
    """Inspectors found that|Inspectors said|Inspectors also said|The report said
    |The report says that|According to Ofsted,|Ofsted found|The letter states that|Ofsted said
    |The watchdog found|A council spokesperson said: “We know
    |You and your senior leaders have ensured that|Your self-assessment shows that
    |At this visit, inspectors saw that|Since the last visit,|Since the previous inspection,
    |In a letter to the council, inspectors wrote that|“|A councillor said: “
    |A spokesman for the council said|During this visit, inspectors reviewed how
    |The visit looked at|We found that|We saw|Senior leaders recognise that
    |Leaders are aware that|Managers acknowledge that|It is positive that
    |It is too early to see whether|Plans are in place to make sure that
    |The authority intends that|Council bosses said|The inspection found|What needs to improve:
    |The local authority should ensure that|Ensure that|Social workers told inspectors that
    |Parents said|As a result,|This means that|In too many cases,|In most cases,
    |For a small number of children,|However,|Children told us that|He added: “|She said""".replace(
        "\n    ", ""
    ).split("|")
)
CLOSINGS: Final = (
    ", inspectors said", ", the report said", ", according to Ofsted", ", it added",
    ", the watchdog found",
)  # fmt: skip
SPEAKERS: Final = (
    "inspectors said.", "the report says.", "Ofsted said.", "a council spokesperson said.",
    "she added.", "the letter says.",
)  # fmt: skip
HEADINGS: Final = ("Ofsted: ", "Children’s services: ", "Council ", "Watchdog says ")
