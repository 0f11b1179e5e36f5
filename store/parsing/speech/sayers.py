"""Who says it: the subject of a verb of saying, before it, behind it, or nobody known.

Objects of prepositions are passed over: in "a letter to the council said" the letter speaks.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.parsing.speech.saying_words import (
    ADVERBS,
    AGENT,
    BARE_VERBS,
    BEHIND_NAME,
    CONJUNCTION,
    DETERMINER,
    NAME_BEFORE,
    NO_NAME,
    QUOTING,
    REPORTING,
    SPEAKING,
    UNDER,
    UNKNOWN,
)
from store.parsing.speech.speakers import Mention, Speaker, is_council_name

_FIRST_NAMES: Final = re.compile(r",?\s+(?:[A-Z][\w’'.-]*\s+){0,2}")
"""What stands between an office and a surname."""
_DONE: Final = frozenset({"told", "urged", "warned", "asked", "agreed", "promised", "pledged",
                          "accepted", "confirmed", "announced", "welcomed"})  # fmt: skip
_PASSIVE_NEXT: Final = re.compile(
    r"\s+(?:to|after|over|by|for|at|in|as|following|amid|during|at)\b", re.IGNORECASE
)
"""Behind a participle that leaves out its "is", as headlines do."""
_VIEWS: Final = re.compile(r"\b(?:[Vv]iews?|[Oo]pinions?)\s+(?:and\s+\w+\s+)?$")


class Saying(NamedTuple):
    """A verb of saying with the one who speaks."""

    start: int
    """Where the verb, or its subject if that stands beside it, begins."""
    end: int
    speaker: Speaker | None
    """None where only a pronoun names the speaker: see `pronoun`."""
    pronoun: str = ""
    implied: bool = False
    """Whether nobody is named: "was rated", "was deemed to be"."""
    verb: str = ""
    hearsay: bool = False
    """Whether it is only said to be so: "is said to have warned"."""


def subject_of(text: str, start: int, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The last of those before the verb who are no object of a preposition."""
    before = [mention for mention in mentions if start <= mention.start and mention.end <= at]
    end = start
    free: Mention | None = None
    former: Mention | None = None
    for mention in before:
        gap = text[end : mention.start]
        if former is not None and _same_person(former, mention, gap):
            # "sent to director Jo Bell": where the office is an object, so is the name.
            if free is former:
                free = mention
            former, end = mention, mention.end
            continue
        beside = mention is before[-1] and ADVERBS.fullmatch(text[mention.end : at])
        if not UNDER.search(gap) or (beside and CONJUNCTION.search(gap)):
            free = mention
        former, end = mention, mention.end
    if free is not None and free is not before[-1]:
        between = text[free.end : at]
        if re.search(r"[,;]", between) and not re.search(r"[,;]", text[before[-1].end : at]):
            # "Of the managers, the council said" has its subject behind the comma, but
            # "the letter, sent to the council, said" has it before.
            last = before[-1]
            if not re.search(r",[^,]*,", between):
                return last if re.match(r"\s*(?:\w+\s+){0,2}$", text[last.end : at]) else free
        return free
    if (
        free is None
        and before
        and re.match(r"\s*(?:(?!and\b|to\b)[\w’']+\s+){0,2}$", text[before[-1].end : at])
    ):
        return before[-1]
    return free


def _same_person(office: Mention, name: Mention, gap: str) -> bool:
    """Whether the surname belongs to the office right before it: "director Jo Bell"."""
    return (
        name.name
        and office.role
        and office.speaker.voice == name.speaker.voice
        and bool(_FIRST_NAMES.fullmatch(gap))
    )


def _whole_name(text: str, named: Sequence[Mention]) -> Mention:
    """The last word of "Ofsted's report", "a council spokesman"."""
    whole = named[0]
    for mention in named[1:]:
        gap = text[whole.end : mention.start]
        first = mention.name and whole.role and _FIRST_NAMES.fullmatch(gap)
        if not first and not re.fullmatch(r"(?:['’]s?)?\s+", gap):
            break
        whole = mention
    return whole


def turned(text: str, end: int, match: re.Match[str], mentions: Sequence[Mention]) -> Saying | None:
    """ "…," said Jo Bell, director of …: verb first, right behind a quotation or a comma."""
    verb = match.group().lower()
    if verb not in SPEAKING:
        return None
    stop = match.end()
    pronoun = re.match(r"\s+(he|she|they|it)\b(?!\s+\w+ed\b)", text[stop : stop + 12])
    if pronoun:
        return Saying(match.start(), stop + pronoun.end(), None, pronoun.group(1), False, verb)
    reach = re.compile(r"[^.;:\"“]*").match(text, stop, min(end, stop + 220))
    limit = reach.end() if reach else stop
    named = [m for m in mentions if stop <= m.start < limit]
    if verb.endswith("ing") or (verb in ("added", "told") and not named):
        return None
    if named and re.fullmatch(r"\s+(?:(?!that\b|it\b|they\b|he\b|she\b)[\w’'.()-]+[\s,]+){0,14}?",
                              text[stop : named[0].start]):  # fmt: skip
        whole = _whole_name(text, named)
        return Saying(match.start(), whole.end, whole.speaker, verb=verb)
    name = UNKNOWN.match(text, stop, limit)
    if name:
        place = name.group(1)
        whose = stranger(place)
        return Saying(match.start(), name.end(), whose, verb=verb)
    return None


def agent_of(text: str, stop: int, end: int, mentions: Sequence[Mention]) -> Speaker | None:
    """ "by inspectors", soon behind the verb."""
    by = AGENT.search(text, stop, min(end, stop + 140))
    if by is None:
        return None
    near = next((m for m in mentions if by.end() <= m.start <= by.end() + 30), None)
    if near is None or re.search(r"[.;:!?]", text[by.end() : near.start]):
        return None
    return near.speaker


def unknown(at: int, stop: int, verb: str, lead: str, rest_of: str) -> Saying | None:
    """A verb of speech whose subject is nobody known: a council by its place, or another."""
    if verb in REPORTING and re.match(r"\s+(?:was|were|is|are|includes?|included)\b", rest_of):
        # "Another problem highlighted was …"; "the views expressed are her own" are not Ofsted's.
        if _VIEWS.search(lead):
            return None
        return Saying(at, stop, Speaker("ofsted", "Ofsted"), "", True, verb)
    if verb not in SPEAKING:
        return None
    name = NAME_BEFORE.search(lead[-160:])
    if name:
        words = DETERMINER.sub("", name.group(1)).strip()
        if words[:1].isupper():
            return Saying(at - len(lead[-160:]) + name.start(), stop, stranger(words), verb=verb)
    if verb in _DONE and _PASSIVE_NEXT.match(rest_of):
        return None  # "Two councils told to act", "Action plan agreed after inspection"
    rest = lead.strip()
    if verb in BARE_VERBS or not re.search(r"[a-z]{2}", rest) or len(rest) > 120:
        return None
    label = BEHIND_NAME.sub("", re.split(r"[,;:]", rest)[-1].strip())
    if NO_NAME.match(label) or QUOTING.search(label):
        return None
    return Saying(at, stop, Speaker("other", label, True), verb=verb) if label else None


def stranger(words: str) -> Speaker:
    """One who was not introduced: a council by its place, or somebody else by name."""
    if is_council_name(words):
        return Speaker("council", "council")
    return Speaker("other", words, person=True)
