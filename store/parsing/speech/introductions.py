"""Whom an article introduces: names with the office they hold, or with what they did.

"Jo Bell, director of …", "council leader Jo Bell", "Jo Bell became director …"; an inspector also
by the visit or the letter: "the visit was led by Jo Bell", "Jo Bell, who wrote the letter".
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from store.parsing.speech.speaker_words import MASKED_NAME, OFFICE_WORD, PARTY_NAME, TITLE
from store.parsing.speech.speakers import Mention, Speaker, without

TITLE_FAR: Final = 12
"""Characters by which an office may stand further from a name than a mere title."""
NEAR: Final = 70
"""Characters that may stand between a name and what introduces it."""

_ONE_CLAUSE: Final = re.compile(r"[^.;:!?“”\"]*")
_HOLDS: Final = re.compile(
    r"\s*(?:\([^)]*\))?\s*[,(–—-]|\s+(?:is|of|becomes?|became|leads|heads|represents)\b"
    r"|\s+(?:was|is|has\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:appointed|named|made|chosen|confirmed"
    r"|hired|elected|promoted|installed)\b"
    r"|\s+(?:has\s+been|took\s+(?:over|up|charge)|has\s+taken\s+(?:over|up|charge)|joined|serves"
    r"|stepped\s+(?:in|up)|started|arrived)\b[^,]*\bas\b"
)
"""Behind a name and before the office that it has."""
_EVENT: Final = re.compile(r"(?i:visit|inspection)s?$")
"""What speaks for Ofsted, but is no office that anybody holds."""
_POST_NOMINAL: Final = re.compile(r"S?HMI")
"""What stands behind an inspector's name without a comma."""
_LED: Final = r"(?:led|headed|conducted|carried\s+out|overs(?:aw|een)|co-?ordinated)"
_WROTE: Final = r"(?:wr(?:ote|itten)|signed|authored|penned)"
_VISIT: Final = r"(?:visit|(?:re-?)?inspection)s?"
_LETTER: Final = r"(?:letter|report|findings)"
_NO_OBJECT: Final = (
    r"(?!(?:to|of|through|in|on|for|about|at|by|with|from|into|after|before|during|and|or|council"
    r"|authority|response|repl\w+)\b)"
)
_DID: Final = re.compile(
    rf",?\s+who\s+(?:(?:also|has|had|\w+ly)\s+)*"
    rf"(?:{_LED}\s+(?:{_NO_OBJECT}[\w’'-]+\s+){{0,3}}?{_VISIT}\b"
    rf"|(?:{_WROTE}|writes)\s+(?:{_NO_OBJECT}[\w’'-]+\s+){{0,3}}?(?P<paper>{_LETTER})\b)"
)
"""Behind an inspector's name: "who led the visit"."""
_OF_OFSTED: Final = re.compile(r"(?:,?\s+(?:of|from|for|at)|,)\s+Ofsted(?!['’])\b")
_DONE_BY: Final = re.compile(
    rf"\b(?:{_VISIT}|(?P<paper>{_LETTER}))\s*(?:,\s*)?(?:(?:which|that)\s+)?"
    rf"(?:(?:is|was|were|has\s+been|had\s+been)\s+)?(?:\w+ly\s+)?"
    rf"(?:(?:{_LED}|{_WROTE})\s+|(?<=,\s))by\s+(?:Mr\s+|Mrs\s+|Ms\s+|Miss\s+|Dr\s+)?$"
    rf"|\b{_VISIT}\s+(?:(?:that|which)\s+)?(?:he|she)\s+{_LED}\s*,\s*$"
)
"""Before an inspector's name: "the visit was led by", "the letter, by"."""
_INSPECTOR: Final = Speaker("ofsted", "inspectors", person=True)


def introduced(text: str, listed: Sequence[Mention]) -> dict[str, Speaker]:
    """The people whom a paragraph introduces.

    Args:
        text: the paragraph; what is quoted in it should be masked.
        listed: its `mentions`.

    Returns:
        Surname, and surname with the name before it -> speaker.
    """
    roles = [
        mention
        for mention in listed
        if mention.role and not _EVENT.search(text, mention.start, mention.end)
    ]
    found: dict[str, Speaker] = {}
    for name in MASKED_NAME.finditer(without(text, listed)):
        if PARTY_NAME.fullmatch(name.group()):
            continue
        *_, first, surname = name.group().split()
        speaker = _office_of(text, name.start(), name.end(), roles)
        if speaker is None and _is_inspector(text, name.start(), name.end(), listed):
            speaker = _INSPECTOR
        if speaker is not None:
            found[surname] = found[f"{first} {surname}"] = speaker._replace(person=True)
    return found


def _office_of(text: str, start: int, end: int, roles: Iterable[Mention]) -> Speaker | None:
    near: list[tuple[int, Speaker]] = []
    for role in roles:
        if role.end <= start and start - role.end <= NEAR:
            between = text[role.end : start]
            if _ONE_CLAUSE.fullmatch(between):
                far = len(between) if len(between) < 3 else 40 + len(between)
                titled = TITLE.fullmatch(text, role.start, role.end)
                # "Cllr Jo Bell, leader of the opposition": an office tells more than a title.
                near.append((far + TITLE_FAR if titled else far, role.speaker))
        elif role.start >= end and role.start - end <= NEAR:
            between = text[end : role.start]
            behind = between.isspace() and _POST_NOMINAL.fullmatch(text, role.start, role.end)
            if behind or (_HOLDS.match(between) and _ONE_CLAUSE.fullmatch(between)):
                office = OFFICE_WORD.search(text, role.start, role.end)
                near.append((len(between) + (0 if office else TITLE_FAR), role.speaker))
    return min(near)[1] if near else None


def _is_inspector(text: str, start: int, end: int, listed: Sequence[Mention]) -> bool:
    """Whether a person of no known office led a visit of Ofsted's, or wrote its letter."""
    if _OF_OFSTED.match(text, end):
        return True
    did = _DID.match(text, end) or _DONE_BY.search(text, max(0, start - NEAR), start)
    if did is None or did.group("paper") is None:
        return did is not None
    at = did.start("paper")
    # The paper is Ofsted's, unless it is said whose else: "the council's report, written by …".
    return any(m.start <= at < m.end and m.speaker.voice == "ofsted" for m in listed)
