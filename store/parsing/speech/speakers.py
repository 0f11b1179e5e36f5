"""Who speaks in an article: Ofsted, the council or others, by the words for them.

`mentions(text)` finds everybody who could say something, with the voice they would have. Words
that fit several ("a spokesman", "the report", "chief executive") go by whom they stand with:
"a spokesman for the charity", "a report by the commissioner".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from store.model.vocabulary import Voice
from store.parsing.councils import register
from store.parsing.speech.speaker_words import (
    AFFILIATED,
    BY,
    CAPITALISED,
    FOR,
    FORMER,
    FORMERLY,
    HELD,
    LEXICON,
    NO_OWNER,
    OFFICE_WORD,
    OURS,
    OWNED,
    POLITICAL,
    SPOKEN_FOR,
    TITLE,
    TO_MEMBERS,
)

_NO_NAME: Final = re.compile(r"^(?:A|An|The|But|And|However|Meanwhile|Its|Their)\s+")


class Speaker(NamedTuple):
    """Someone who speaks: whose voice it is, and what to call them."""

    voice: Voice
    label: str
    person: bool = False
    unowned: str = ""
    """For a spokesman of whom it is not said whose he is: "a", "the" or "its"."""


class Mention(NamedTuple):
    """Words that name a speaker, with their place."""

    start: int
    end: int
    speaker: Speaker
    role: bool = False
    """Whether they name a person by an office, which may belong to a name nearby."""
    name: bool = False
    """Whether they are the surname of somebody whose office is known."""


def mentions(text: str) -> list[Mention]:
    """Those who could speak, in the order in which they stand.

    Args:
        text: a paragraph; what is quoted in it should be masked.
    """
    found = list(LEXICON.finditer(text))
    plain = [_plain(match) for match in found]
    listed = [
        _resolved(text, found, plain, place) if match.lastgroup in ("paper", "office") else
        Mention(match.start(), match.end(), plain[place], match.lastgroup in OWNED)
        for place, match in enumerate(found)
    ]  # fmt: skip
    listed = [_of_party(text, listed, place) for place in range(len(listed))]
    return [_of_none(text, mention) for mention in listed]


def with_surnames(
    text: str, listed: Sequence[Mention], known: Mapping[str, Speaker]
) -> list[Mention]:
    """Those who could speak and those who are named by a surname alone: "Smith added".

    Args:
        text: the paragraph.
        listed: its `mentions`.
        known: surnames that were introduced with an office, here or in another paragraph.
    """
    return sorted((*listed, *_surnames(text, listed, known))) if known else list(listed)


def is_council_name(text: str) -> bool:
    """Whether the words are a council's name, as in "Northamptonshire said it was pleased"."""
    return register().named(text) is not None


def _of_party(text: str, listed: Sequence[Mention], place: int) -> Mention:
    """A councillor who is called by party or opposition, and by no office, speaks for neither
    the council nor Ofsted: "opposition leader Cllr Bell", "Cllr Jo Bell (Lab, Wexmoor South)".
    """
    mention = listed[place]
    if not TITLE.fullmatch(text, mention.start, mention.end):
        return mention
    before = listed[place - 1] if place else None
    gap = text[before.end : mention.start] if before is not None else ""
    if before is not None and before.role and re.fullmatch(r",?\s+", gap):
        political = POLITICAL.search(text, before.start, before.end)
        return mention._replace(speaker=before.speaker) if political else mention
    party = AFFILIATED.match(text, mention.end)
    if party is None:
        return mention
    office = next((m for m in listed[place + 1 :] if m.end > party.end()), None)
    held = (
        office is not None
        and office.role
        and office.speaker.voice == "council"
        and OFFICE_WORD.search(text, office.start, office.end)
        and HELD.fullmatch(text, party.end(), office.start)
    )
    if held:
        return mention
    label = f"{text[mention.start : mention.end]} {party.group('name')}"
    return mention._replace(speaker=Speaker("other", label, person=True))


def _of_none(text: str, mention: Mention) -> Mention:
    """Who has left an office of the council, or holds one that is independent of it, does not
    speak for it: "former director Jo Bell", "independent chair of the improvement board".
    """
    if mention.speaker.voice != "council" or not mention.speaker.person or not mention.role:
        return mention
    before = FORMER.search(text, max(0, mention.start - 60), mention.start)
    if before is None and not FORMERLY.match(text, mention.start, mention.end):
        return mention
    words = text[before.start() if before else mention.start : mention.end]
    return mention._replace(speaker=Speaker("other", " ".join(words.split()), person=True))


def _surnames(
    text: str, listed: Sequence[Mention], known: Mapping[str, Speaker]
) -> Iterable[Mention]:
    before = ""
    for match in re.finditer(r"\b[A-Z][\w’'-]*", without(text, listed)):
        word = re.sub(r"['’]s$", "", match.group())
        if word in known:
            # Two of one name are told apart where their first names are printed.
            whole = f"{before} {word}"
            speaker = known.get(whole, known[word])
            yield Mention(match.start(), match.start() + len(word), speaker, name=True)
        before = word


def without(text: str, listed: Sequence[Mention]) -> str:
    """The text with everything already understood struck out, at the same length."""
    parts, end = [], 0
    for mention in listed:
        parts.append(text[end : mention.start])
        parts.append("#" * (mention.end - mention.start))
        end = mention.end
    return "".join([*parts, text[end:]])


def _plain(match: re.Match[str]) -> Speaker:
    words = match.group().lower()
    group = match.lastgroup
    if group == "other":
        return Speaker("other", " ".join(match.group().split()), person=True)
    if group == "inspectors":
        return Speaker("ofsted", "inspectors", person=True)
    if group == "ofsted":
        return Speaker("ofsted", "Ofsted")
    if group == "paper":
        if "summar" in words:
            return Speaker("ofsted", "inspection summary")
        return Speaker("ofsted", "report" if "report" in words else "letter")
    return Speaker("council", "council", person=group in ("office", "councillor"))


def _resolved(
    text: str, found: Sequence[re.Match[str]], plain: Sequence[Speaker], place: int
) -> Mention:
    """A word that fits several, by whom it stands with: behind it first, then before it."""
    match, speaker = found[place], plain[place]
    paper = match.lastgroup == "paper"
    mention = Mention(match.start(), match.end(), speaker, role=not paper)
    if paper and OURS.search(match.group()):
        return mention
    before = found[place - 1] if place else None
    gap = text[before.end() : match.start()] if before is not None else ""
    owned = (
        before is not None
        and (paper or before.lastgroup != "paper")
        and len(gap) < 40
        and re.fullmatch(rf"(?:['’]s?)?\s+(?:{NO_OWNER}[a-z-]+\s+){{0,2}}", gap)
    )
    if paper and not owned and TO_MEMBERS.match(text, match.end()):
        return mention._replace(speaker=Speaker("council", "council"))
    joint = (BY if paper else FOR).match(text, match.end())
    if joint:
        behind = found[place + 1] if place + 1 < len(found) else None
        if behind is not None and behind.start() - joint.end() <= 25:
            return _voiced(mention, plain[place + 1], match)
        name = CAPITALISED.match(text, joint.end())
        # "Ofsted's regional director for the South West" is Ofsted's, whatever follows.
        if name and not paper and not (owned and re.match(r"['’]", gap)):
            ours = SPOKEN_FOR.search(name.group()) or is_council_name(name.group())
            other = Speaker("other", f"{match.group()} for {name.group()}", person=True)
            return mention if ours else _voiced(mention, other, match)
    if owned:
        return _voiced(mention, plain[place - 1], match)
    if not paper and match.group().lower().startswith("spokes"):
        name = re.search(
            r"((?:[A-Z][\w’'-]*\s+){1,4})$", text[max(0, match.start() - 60) : match.start()]
        )
        words = (
            re.sub(r"^(?:A|An|The|But|And|However|Meanwhile|Its|Their)\s+", "", name.group(1))
            if name
            else ""
        )
        if words.strip() and not is_council_name(words.strip()):
            label = f"{words.strip()} {match.group()}"
            return _voiced(mention, Speaker("other", label, person=True), match)
        article = re.search(r"\b(an?|the|its|their)\s+$", text[: match.start()][-7:], re.IGNORECASE)
        if article:
            return mention._replace(speaker=speaker._replace(unowned=article.group(1).lower()))
    return mention


def _voiced(mention: Mention, whose: Speaker, match: re.Match[str]) -> Mention:
    if whose.voice == mention.speaker.voice:
        return mention
    label = {"council": "council", "ofsted": "Ofsted"}.get(whose.voice, whose.label)
    return mention._replace(speaker=Speaker(whose.voice, label, mention.speaker.person))
