"""Where a paragraph says that somebody says something, and who: "Ofsted found that …".

The one who speaks is the subject of the verb: what stands before it, or behind it where the
verb is turned round ("…," said the council's leader). See `sayers`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from store.parsing.speech.sayers import Saying, agent_of, subject_of, turned, unknown
from store.parsing.speech.saying_words import (
    ACCORDING,
    ASCRIBED,
    BARE_VERBS,
    CLAUSE,
    CONTINUES,
    DOES,
    FEELING,
    FELT,
    HEARERS,
    HEARSAY,
    JOINED,
    NEVER_COUNCIL,
    NO_SUBJECT,
    OBJECTED,
    ORDERED,
    OWN_WORK,
    PASSIVE,
    PHRASES,
    PRONOUN,
    REPORTING,
    SHARED_PRONOUN,
    SPEAKING,
    VERBS,
    VERDICT,
    WENT_ON,
)
from store.parsing.speech.speakers import Mention, Speaker
from store.parsing.speech.told_findings import findings_told

REACH: Final = 400
"""Characters before a verb in which its subject is looked for."""

_QUOTE_NEXT: Final = re.compile(r"\s*(?::|[:,]?\s*[\"“‘'])")
_BEGINS: Final = re.compile(r"\W*(?:(?:But|And|However|Overall|Meanwhile|Yet),?\s+)?")
_OPENING: Final = re.compile(
    r"(?:said|says|add(?:ed|s)|wr[oi]tes?|warn(?:ed|s)|ask(?:ed|s)|explain)"
)
_TOLD_TO: Final = re.compile(r"\s+(?:to(?!\s+\w+\s+by)|that|it|its|not\s+to)\s[^“\"‘]*[“\"‘]")
"""Told to do something, some words of which are quoted."""
_OWNER_NEXT: Final = re.compile(r"\s+(?:of|from|by)\b")
_OF: Final = re.compile(r"\s+of\b")
_ORDER: Final = re.compile(r"\s+(?:to|over)\b")


def sayings(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Saying]:
    """The sayings of one sentence, in order.

    Args:
        text: the paragraph, with what is quoted masked.
        start: where the sentence begins.
        end: where it ends.
        mentions: those who could speak, in the sentence.
    """
    found: list[Saying] = []
    every = mentions
    starts = [mention.start for mention in every]
    for match in VERBS.finditer(text, start, end):
        # Those near the verb, so that the time taken grows with the length of the text alone.
        first, last = match.start() - REACH, match.end() + REACH
        mentions = every[bisect_left(starts, first) : bisect_left(starts, last)]
        if any(mention.start <= match.start() < mention.end for mention in mentions):
            continue
        saying = _saying(text, start, end, match, mentions, found)
        if saying is not None:
            found.append(saying)
    for match in FEELING.finditer(text, start, end):
        at = match.start()
        mentions = every[bisect_left(starts, at - REACH) : bisect_left(starts, at)]
        subject = subject_of(text, max(start, match.start() - REACH), match.start(), mentions)
        pronoun = re.search(r"\b(They|they|He|he|She|she)\s+$", text[max(start, at - 6) : at])
        if pronoun:
            found.append(Saying(at, match.end(), None, pronoun.group(1).lower(), verb="is"))
        elif subject is not None and subject.speaker.voice in ("ofsted", "council"):
            found.append(Saying(subject.start, match.end(), subject.speaker, verb="is"))
    for match in FELT.finditer(text, start, end):
        if not _BEGINS.fullmatch(text[start : match.start()][:40]):
            continue  # "The leader said inspectors were “fair”."
        named_so = match.group("who").lower() != "they"
        speaker = Speaker("ofsted", "inspectors", person=True) if named_so else None
        found.append(Saying(match.start(), match.end() - 1, speaker, "they", verb="felt"))
    for match in ACCORDING.finditer(text, start, end):
        named = next(iter(every[bisect_left(starts, match.end()) :][:1]), None)
        if named is not None and named.start <= match.end() + 60:
            found.append(Saying(match.start(), named.end, named.speaker, verb="according to"))
    for match in VERDICT.finditer(text, start, end):
        named = next(iter(every[bisect_left(starts, match.end()) :][:1]), None)
        near = named is not None and named.start <= match.end() + 20
        if not near and _OWNER_NEXT.match(text, match.end(), end):
            continue
        speaker = named.speaker if named is not None and near else Speaker("ofsted", "Ofsted")
        # It tells whose the words in quotation marks are; the sentence is still the reporter's.
        found.append(Saying(match.start(), match.end(), speaker, implied=True, hearsay=True))
    for match in ASCRIBED.finditer(text, start, end):
        named = next(iter(every[bisect_left(starts, match.end()) :][:1]), None)
        if named is not None and named.start <= match.end() + 20:
            found.append(
                Saying(match.start(), named.end, named.speaker, verb="according to", hearsay=True)
            )
    found.extend(findings_told(text, start, end, every))
    return sorted(found, key=lambda saying: saying.start)


def _saying(
    text: str,
    start: int,
    end: int,
    match: re.Match[str],
    mentions: Sequence[Mention],
    before: Sequence[Saying],
) -> Saying | None:
    verb = " ".join(match.group().lower().split())
    at, stop = match.span()
    lead = text[max(start, at - REACH) : at]
    further = WENT_ON.search(lead)
    if further:
        at, lead = at - len(further.group()), lead[: further.start()]
    elif verb.endswith(" on") and not (
        _QUOTE_NEXT.match(text, stop) or re.search(r"[\"”’'»],?\s+(?:\S+\s+){1,4}$", lead)
    ):
        return None
    by = re.match(r"\s+(?:also\s+)?by\s", text[stop : stop + 10])
    if PASSIVE.search(lead) or (by and verb.endswith(("ed", "told", "found"))):
        return _passive(text, end, match, verb, mentions, lead)
    # "Said Jo Bell: ..." opens a sentence; "Notes the letter from Ofsted." is a task on a list.
    opens = not lead.strip() and _OPENING.match(verb)
    if opens or re.search(r"[\"”'’»],?\s*[–—-]?\s*$", lead):
        behind = turned(text, end, match, mentions)
        if behind is not None:
            return behind
    if NO_SUBJECT.search(lead):
        return None
    if JOINED.search(lead) and before:
        former = before[-1]
        between = any(former.end <= mention.start < at for mention in mentions)
        # "found the council at fault, saying": with an object between them too.
        trails = verb.endswith("ing") and not CLAUSE.search(text, former.end, at)
        if trails and not former.implied and re.search(r",\s+(?:\w+ly\s+)?$", lead):
            return Saying(at, stop, former.speaker, former.pronoun, former.implied, verb)
        if not between or (former.verb in OBJECTED and not CLAUSE.search(text, former.end, at)):
            return Saying(at, stop, former.speaker, former.pronoun, former.implied, verb)
    subject = subject_of(text, max(start, at - REACH), at, mentions)
    pronoun = PRONOUN.search(lead)
    if pronoun and (subject is None or subject.end <= at - len(lead) + pronoun.start(1)):
        if verb in SPEAKING or verb in REPORTING or verb in NEVER_COUNCIL or verb in PHRASES:
            place = at - len(lead) + pronoun.start(1)
            return Saying(place, stop, None, pronoun.group(1).lower(), False, verb)
        return None
    shared = None if subject else SHARED_PRONOUN.fullmatch(lead)
    if shared and verb in SPEAKING and not CLAUSE.search(lead):
        return Saying(at, stop, None, shared.group(1).lower(), False, verb)
    if subject is None:
        behind = turned(text, end, match, mentions) if lead.rstrip().endswith(",") else None
        return behind or unknown(at, stop, verb, lead, text[stop : stop + 12])
    if verb in BARE_VERBS and at - subject.end > 14 and not DOES.search(lead):
        return None
    if verb.endswith("ing") and verb not in CONTINUES:
        return None
    told = _by(subject, text, at, stop, end, verb, mentions)
    return told._replace(hearsay=True) if told and HEARSAY.search(lead) else told


def _by(
    subject: Mention,
    text: str,
    at: int,
    stop: int,
    end: int,
    verb: str,
    mentions: Sequence[Mention],
) -> Saying | None:
    """A saying with a subject that is named."""
    speaker = subject.speaker
    begin = subject.start if at - subject.end < 60 else at
    if verb in ("heard", "considered", "saw") and HEARERS.search(text, subject.start, subject.end):
        return None  # "Councillors heard that …": whoever told them
    if speaker.voice == "council" and OWN_WORK.match(text, subject.end, at):
        return Saying(begin, stop, speaker, verb=verb)
    if verb == "accused" and _OF.match(text, stop, end):
        # A headline's "Council accused of delay" tells nobody who accuses, or them behind "by".
        agent = agent_of(text, stop, end, mentions)
        return Saying(at, stop, agent, verb=verb) if agent else None
    ordered = verb in ORDERED and at - subject.end < 2 and _ORDER.match(text, stop, end)
    if speaker.voice == "council" and (verb in NEVER_COUNCIL or ordered):
        # "a department previously rated inadequate by Ofsted" has its agent behind it, if any.
        agent = agent_of(text, stop, end, mentions)
        return Saying(at, stop, agent or Speaker("ofsted", "Ofsted"), "", agent is None, verb)
    if speaker.voice == "other":
        if verb not in SPEAKING and (verb == "reported" or at - subject.end > 30):
            return None
        # "Staff told inspectors" is what inspectors heard; "staff say inspectors listened" is not.
        told = verb.startswith("t") and re.match(
            r"\s+(?:the\s+)?(?:Ofsted(?:['’]s)?\s+)?inspectors?\b", text[stop : stop + 40]
        )
        if told:
            speaker = Speaker("ofsted", "inspectors", person=True)
        elif verb in NEVER_COUNCIL and at - subject.end > 30:
            return None
    return Saying(begin, stop, speaker, verb=verb)


def _passive(
    text: str,
    end: int,
    match: re.Match[str],
    verb: str,
    mentions: Sequence[Mention],
    lead: str,
) -> Saying | None:
    agent = agent_of(text, match.end(), end, mentions)
    if agent is not None:
        return Saying(match.start(), match.end(), agent, verb=verb)
    if verb == "told" and re.search(r"\b[Ii]nspectors\s+\w+\s+$", lead):
        return Saying(match.start(), match.end(), Speaker("ofsted", "inspectors", True), verb=verb)
    if (
        verb in NEVER_COUNCIL
        or verb in REPORTING
        or _council_told(text, end, match, verb, mentions)
    ):
        return Saying(match.start(), match.end(), Speaker("ofsted", "Ofsted"), "", True, verb)
    return None


def _council_told(
    text: str, end: int, match: re.Match[str], verb: str, mentions: Sequence[Mention]
) -> bool:
    """Whether it is the council that "was told: “…”", which is Ofsted's to tell."""
    if verb not in ORDERED or not (
        _QUOTE_NEXT.match(text, match.end()) or _TOLD_TO.match(text, match.end(), end)
    ):
        return False
    before = [mention for mention in mentions if mention.end <= match.start()]
    return bool(
        before
        and before[-1].speaker.voice == "council"
        and not HEARERS.search(text, before[-1].start, before[-1].end)
        and re.fullmatch(r"(?:\s+\w+){1,4}\s+", text[before[-1].end : match.start()])
    )
