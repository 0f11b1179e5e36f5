"""Who has been heard of so far in an article: whom "he", "it" and "a spokesman" stand for."""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.speech.sayers import Saying, stranger
from store.parsing.speech.speaker_words import BODY
from store.parsing.speech.speakers import Mention, Speaker
from store.parsing.speech.spoken_paragraph import SpokenParagraph, fits

PERSON_OPENS: Final = re.compile(r"\W*(?:[A-Z][\w’'-]+\s+){1,2}[A-Z][\w’'-]+,\s+who\b")
"""A sentence that begins so is said by a person, whatever body the clause names."""
OPENS: Final = 12
"""Characters in front of the one whom a sentence is about."""

_SPOKESMAN: Final = re.compile(r"\b[Ss]pokes(?:man|woman|person|people)\b")
_TITLED: Final = re.compile(
    r"\W*(?:(?:But|And|Meanwhile|However|Yet|Now),?\s+)?"
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness)\.?"
    r"(?:\s+[A-Z][\w’'-]+){1,3})(?!['’])\s+(?!and\b)"
)
"""A person whom the sentence is about, though it is not known what they are."""
_NAME_ONLY: Final = re.compile(
    r"\W*(?:(?:But|And|Meanwhile|However|Yet|Now),?\s+)?(?:(?:The|A|An)\s+)?"
    r"(?:[A-Z][\w’'.-]*\s+){0,4}"
)
_UNKNOWN_WHO: Final = re.compile(
    r"\b(?:by|from|with)\s+(?:the|an?|one)\s+(?P<who>(?:[a-z][\w’'-]*\s+){0,2}[a-z][\w’'-]*),\s+$"
)
"""Before "who said": somebody who was named by no word for a speaker, "by a local baker, who"."""
_OWNER: Final = re.compile(r"\W?['’]")
_ASKING: Final = frozenset({"asked", "asks"})
_REPLYING: Final = frozenset(
    {"replied", "replies", "responded", "responds", "answered", "answers", "countered", "retorted"}
)


class Heard:
    """Who has been heard of, paragraph by paragraph."""

    def __init__(self) -> None:
        self.last: Speaker | None = None
        """Who spoke last, for pronouns and for quotations that stand alone."""
        self._person: Speaker | None = None
        self._asked: Speaker | None = None
        """The person who was heard before the one who asks, and who is to reply."""
        self._spokesman: Speaker | None = None
        self._named: Speaker | None = None
        """Who was named last, whether speaking or not."""
        self._body: Speaker | None = None
        """The body that the sentence before is about, neither Ofsted nor council, for "it"."""

    def settle(self, paragraph: SpokenParagraph) -> None:
        """Give every saying of the paragraph a speaker, pronouns theirs by what came before."""
        for index, ((start, end), found) in enumerate(
            zip(paragraph.sentences, paragraph.sayings, strict=True)
        ):
            settled = []
            named = [m for m in paragraph.mentions if start <= m.start < end]
            for saying in found:
                speaker = saying.speaker or self._meant(saying, named, paragraph.masked)
                speaker = self._owned(speaker, paragraph.masked[saying.start : saying.end])
                if speaker is None or (saying.pronoun and not fits(saying, speaker)):
                    continue
                if saying.speaker and PERSON_OPENS.match(paragraph.masked, start, saying.start):
                    speaker = speaker._replace(person=True)
                settled.append(saying._replace(speaker=speaker))
                self._asked = (self._person or self.last) if saying.verb in _ASKING else None
                self.remember(speaker)
            paragraph.sayings[index] = settled
            if not settled:
                self._tell_of(paragraph.masked, start, end, named)

    def remember(self, speaker: Speaker) -> None:
        """Somebody speaks."""
        self.last = self._named = speaker
        self._body = None
        if speaker.person:
            self._person = speaker

    def _tell_of(self, text: str, start: int, end: int, named: Sequence[Mention]) -> None:
        """A sentence in which nobody says anything: "Jo Bell, its director, came in May." """
        titled = _TITLED.match(text, start, end)
        if titled and not any(m.start < titled.end() for m in named):
            self._person = Speaker("other", " ".join(titled.group("name").split()), person=True)
        if not named:
            return
        first = named[0]
        leading = first.speaker
        self._named = leading if leading.voice != "other" or leading.person else self._named
        opens = first.start - start <= OPENS
        self._body = leading if opens and BODY.fullmatch(leading.label) else None
        people = {m.speaker for m in named if _is_one_person(text, m)}
        subject = _NAME_ONLY.fullmatch(text, start, first.start) and not _OWNER.match(
            text, first.end
        )
        if subject and _is_one_person(text, first):
            self._person = leading
        elif not titled and len(people) == 1 and any(m.name for m in named):
            self._person = people.pop()  # "They heard from director Jo Bell. “…,” she said."

    def _meant(self, saying: Saying, named: Sequence[Mention], text: str) -> Speaker | None:
        if saying.pronoun in ("he", "she"):
            if saying.verb in _REPLYING and self._asked is not None:
                return self._asked
            return self._person or self.last
        if saying.pronoun in ("who", "which"):
            before = [m for m in named if m.end <= saying.start]
            unknown = _UNKNOWN_WHO.search(text, before[-1].end if before else 0, saying.start)
            if unknown and saying.pronoun == "who":
                return stranger(unknown.group("who"))
            return before[-1].speaker if before else self.last
        if saying.pronoun == "it" and self._body is not None:
            return self._body
        nearer = self._named if self._named and self._named.voice != "other" else None
        return nearer or self.last

    def _owned(self, speaker: Speaker | None, words: str) -> Speaker | None:
        """Whose a spokesman is: "the spokesman" his who spoke before, "a spokesman" the body's
        that was heard last, as in "The NSPCC called it alarming. …, a spokesman said."
        """
        if speaker is None or not _SPOKESMAN.search(words):
            return speaker
        if speaker.unowned:
            heard = self.last
            if speaker.unowned in ("its", "their"):
                speaker = self._spokesman_of(self._body or self._named or heard, speaker)
            elif speaker.unowned != "the":
                body = heard is not None and heard.voice == "other" and BODY.fullmatch(heard.label)
                speaker = heard if heard and body else speaker
            elif self._spokesman is not None:
                speaker = self._spokesman
        self._spokesman = speaker = speaker._replace(person=True, unowned="")
        return speaker

    def _spokesman_of(self, owner: Speaker | None, speaker: Speaker) -> Speaker:
        """ "Its spokesman": a charity's, if one was named; else the council's, for of whatever
        Ofsted found the sentence before tells, it is the council that answers.
        """
        body = owner is not None and owner.voice == "other" and BODY.fullmatch(owner.label)
        return owner if owner and body else speaker


def _is_one_person(text: str, mention: Mention) -> bool:
    """Whether words name one person, as a surname or an office does, and no body or group."""
    last = text[mention.start : mention.end]
    return mention.name or (
        mention.role and mention.speaker.person and not last.endswith("s")
        and not BODY.fullmatch(mention.speaker.label)
    )  # fmt: skip
