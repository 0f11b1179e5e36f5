"""Where a paragraph says that somebody says something, and who: "Ofsted found that …".

The one who speaks is the subject of the verb: what stands before it, or behind it where the
verb is turned round ("…," said the council's leader). Objects of prepositions are passed over:
in "a letter to the council said" the letter speaks.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.parsing.saying_words import (
    ACCORDING,
    ADVERBS,
    AGENT,
    BARE_VERBS,
    CONJUNCTION,
    CONTINUES,
    DETERMINER,
    DOES,
    FEELING,
    JOINED,
    NEVER_COUNCIL,
    NO_SUBJECT,
    ORDERED,
    PASSIVE,
    PRONOUN,
    REPORTING,
    SPEAKING,
    UNDER,
    UNKNOWN,
    VERBS,
)
from store.parsing.speakers import Mention, Speaker, is_council_name

REACH: Final = 400
"""Characters before a verb in which its subject is looked for."""

_ORDER: Final = re.compile(r"\s+(?:to|over)\b")


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
        near = bisect_left(starts, match.start() - REACH), bisect_left(starts, match.end() + REACH)
        mentions = every[slice(*near)]
        if any(mention.start <= match.start() < mention.end for mention in mentions):
            continue
        saying = _saying(text, start, end, match, mentions, found)
        if saying is not None:
            found.append(saying)
    for match in FEELING.finditer(text, start, end):
        at = match.start()
        mentions = every[bisect_left(starts, at - REACH) : bisect_left(starts, at)]
        subject = _subject(text, max(start, match.start() - REACH), match.start(), mentions)
        pronoun = re.search(r"\b(They|they|He|he|She|she)\s+$", text[max(start, at - 6) : at])
        if pronoun:
            found.append(Saying(at, match.end(), None, pronoun.group(1).lower(), verb="is"))
        elif subject is not None and subject.speaker.voice in ("ofsted", "council"):
            found.append(Saying(subject.start, match.end(), subject.speaker, verb="is"))
    for match in ACCORDING.finditer(text, start, end):
        named = next(iter(every[bisect_left(starts, match.end()) :][:1]), None)
        if named is not None and named.start <= match.end() + 60:
            found.append(Saying(match.start(), named.end, named.speaker, verb="according to"))
    return sorted(found, key=lambda saying: saying.start)


def _saying(
    text: str,
    start: int,
    end: int,
    match: re.Match[str],
    mentions: Sequence[Mention],
    before: Sequence[Saying],
) -> Saying | None:
    verb = match.group().lower()
    at, stop = match.span()
    lead = text[max(start, at - REACH) : at]
    by = re.match(r"\s+(?:also\s+)?by\s", text[stop : stop + 10])
    if PASSIVE.search(lead) or (by and verb.endswith(("ed", "told", "found"))):
        return _passive(text, end, match, verb, mentions, lead)
    if re.search(r"[\"”'’»],?\s*[–—-]?\s*$", lead) or not lead.strip():
        turned = _turned(text, end, match, mentions)
        if turned is not None:
            return turned
    if NO_SUBJECT.search(lead):
        return None
    if JOINED.search(lead) and before:
        former = before[-1]
        if not any(former.end <= mention.start < at for mention in mentions):
            return Saying(at, stop, former.speaker, former.pronoun, former.implied, verb)
    subject = _subject(text, max(start, at - REACH), at, mentions)
    pronoun = PRONOUN.search(lead)
    if pronoun and (subject is None or subject.end <= at - len(lead) + pronoun.start(1)):
        if verb in SPEAKING or verb in REPORTING or verb in NEVER_COUNCIL:
            place = at - len(lead) + pronoun.start(1)
            return Saying(place, stop, None, pronoun.group(1).lower(), False, verb)
        return None
    if subject is None:
        turned = _turned(text, end, match, mentions) if lead.rstrip().endswith(",") else None
        return turned or _unknown(at, stop, verb, lead, text[stop : stop + 12])
    if verb in BARE_VERBS and at - subject.end > 14 and not DOES.search(lead):
        return None
    if verb.endswith("ing") and verb not in CONTINUES:
        return None
    return _by(subject, text, at, stop, end, verb, mentions)


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
    ordered = verb in ORDERED and at - subject.end < 2 and _ORDER.match(text, stop, end)
    if speaker.voice == "council" and (verb in NEVER_COUNCIL or ordered):
        # "a department previously rated inadequate by Ofsted" has its agent behind it, if any.
        agent = _agent(text, stop, end, mentions)
        return Saying(at, stop, agent or Speaker("ofsted", "Ofsted"), "", agent is None, verb)
    if speaker.voice == "other":
        if verb not in SPEAKING and (verb == "reported" or at - subject.end > 30):
            return None
        told = re.match(r"\s+(?:the\s+)?(?:Ofsted(?:['’]s)?\s+)?inspectors?\b", text[stop : stop + 40])
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
    agent = _agent(text, match.end(), end, mentions)
    if agent is not None:
        return Saying(match.start(), match.end(), agent, verb=verb)
    if verb == "told" and re.search(r"\b[Ii]nspectors\s+\w+\s+$", lead):
        return Saying(match.start(), match.end(), Speaker("ofsted", "inspectors", True), verb=verb)
    if verb in NEVER_COUNCIL or verb in REPORTING:
        return Saying(match.start(), match.end(), Speaker("ofsted", "Ofsted"), "", True, verb)
    return None


def _agent(text: str, stop: int, end: int, mentions: Sequence[Mention]) -> Speaker | None:
    """ "by inspectors", soon behind the verb."""
    by = AGENT.search(text, stop, min(end, stop + 140))
    if by is None:
        return None
    return next((m.speaker for m in mentions if by.end() <= m.start <= by.end() + 30), None)


def _turned(
    text: str, end: int, match: re.Match[str], mentions: Sequence[Mention]
) -> Saying | None:
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
        whose = _stranger(place)
        return Saying(match.start(), name.end(), whose, verb=verb)
    return None


def _whole_name(text: str, named: Sequence[Mention]) -> Mention:
    """The last word of "Ofsted's report", "a council spokesman"."""
    whole = named[0]
    for mention in named[1:]:
        if not re.fullmatch(r"(?:['’]s?)?\s+", text[whole.end : mention.start]):
            break
        whole = mention
    return whole


def _subject(text: str, start: int, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The last of those before the verb who are no object of a preposition."""
    before = [mention for mention in mentions if start <= mention.start and mention.end <= at]
    end = start
    free: Mention | None = None
    for mention in before:
        gap = text[end : mention.start]
        beside = mention is before[-1] and ADVERBS.fullmatch(text[mention.end : at])
        if not UNDER.search(gap) or (beside and CONJUNCTION.search(gap)):
            free = mention
        end = mention.end
    if free is not None and free is not before[-1]:
        between = text[free.end : at]
        if re.search(r"[,;]", between) and not re.search(r"[,;]", text[before[-1].end : at]):
            # "Of the managers, the council said" has its subject behind the comma, but
            # "the letter, sent to the council, said" has it before.
            last = before[-1]
            if not re.search(r",[^,]*,", between):
                return last if re.match(r"\s*(?:\w+\s+){0,2}$", text[last.end : at]) else free
        return free
    if free is None and before and re.match(r"\s*(?:(?!and\b|to\b)[\w’']+\s+){0,2}$", text[before[-1].end : at]):
        return before[-1]
    return free


def _unknown(at: int, stop: int, verb: str, lead: str, rest_of: str) -> Saying | None:
    """A verb of speech whose subject is nobody known: a council by its place, or another."""
    if verb in REPORTING and re.match(r"\s+(?:was|were|is|are|includes?|included)\b", rest_of):
        # "Another problem highlighted was …"
        return Saying(at, stop, Speaker("ofsted", "Ofsted"), "", True, verb)
    if verb not in SPEAKING:
        return None
    name = re.search(r"((?:[A-Z][\w’'.-]*|and|upon|of|the)(?:\s+(?:[A-Z][\w’'.-]*|and|upon|of))*)"
                     r"(?:\s*,[^,]{0,60},)?\s+(?:(?:has|had|have|also|then|later|now)\s+)*$", lead[-160:])  # fmt: skip
    if name:
        words = DETERMINER.sub("", name.group(1)).strip()
        if words[:1].isupper():
            return Saying(at - len(lead[-160:]) + name.start(), stop, _stranger(words), verb=verb)
    rest = lead.strip()
    if verb in BARE_VERBS or not re.search(r"[a-z]{2}", rest) or len(rest) > 120:
        return None
    label = re.split(r"[,;:]", rest)[-1].strip()
    return Saying(at, stop, Speaker("other", label, True), verb=verb) if label else None


def _stranger(words: str) -> Speaker:
    if is_council_name(words):
        return Speaker("council", "council")
    return Speaker("other", words, person=True)
