"""What an article tells of a letter, or of papers, without a verb of saying.

"Areas for improvement include …" and "Among other findings: …" are Ofsted's; "the council's
figures show that …" are the council's. See `sayings`.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.speech.sayers import Saying, stranger
from store.parsing.speech.saying_words import FINDINGS
from store.parsing.speech.speaker_words import CAPITALISED, TO_MEMBERS
from store.parsing.speech.speakers import Mention, Speaker

_OFSTED: Final = Speaker("ofsted", "Ofsted")
_LEADS: Final = re.compile(
    r"\W*(?:(?:Also|And|But|Meanwhile|Elsewhere|However|Yet),?\s+)?"
    r"(?P<among>[Aa]mong(?:st)?\s+)?"
    # "the", "its", "other", "Ofsted's", "the letter's many"; no clause
    r"(?:(?!(?:no|any|new)\b)[\w’'-]+\s+){0,4}",
    re.IGNORECASE,
)
"""What stands before the word for findings, from the beginning of the sentence on."""
_LISTED: Final = re.compile(r"\s+(?:also\s+)?include[sd]?\b|[^.:;“”\"]{0,40}:\s+(?=[\w“\"‘])")
"""Behind it: "Strengths include …", "Findings of the visit: …"."""
_AMONG: Final = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+(?:is|are|was|were)\b")
"""Behind it where "among" leads: "Among the concerns was …"."""
_THERE: Final = re.compile(
    r"\W*[Tt]here\s+(?:is|was)\s+(?:(?:also|some|strong|further|more|particular)\s+)*"
    r"(?:criticism|praise),?\s+(?:too,?\s+)?(?:of|for|about|over)\b(?![^.;]*\b(?:from|by)\b)"
)
"""Nobody is named who criticises."""
_SAID_TO_BE: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+)?said\s+to\s+(?:be|have|show|lack)\s+(?:\w+\s+){0,3}?"
    r"(?=[\"“‘])"
)
_ONE_PERSON: Final = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|I)|(?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+)\s+$"
)
_PAPERS: Final = re.compile(
    r"\b(?P<papers>data|figures|statistics|documents|papers|records|research|stud(?:y|ies)|surveys?"
    r"|analys[ei]s|audits?|minutes|e-?mails|reports?|letters?|accounts)\b"
    r"[^.;:“”\"]{0,80}?\s(?P<verb>show(?:s|ed)?|suggest|reveal|indicate)\s+(?:that|how|why)\b",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"\s+(?:(?:published|released|compiled|produced|collected|obtained)\s+)?(?:by|from)\s+"
    r"(?:the\s+|an?\s+)?"
)
_OWNS: Final = re.compile(r"(?:['’]s?)?\s+(?:(?:own|latest|internal|official|new)\s+)*")


def findings_told(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Saying]:
    """The sayings of a sentence that a word for findings, or for papers, tells.

    Args:
        text: the paragraph, with what is quoted masked.
        start: where the sentence begins.
        end: where it ends.
        mentions: those who could speak, in the sentence.
    """
    found: list[Saying] = []
    word = FINDINGS.search(text, start, end)
    lead = _LEADS.fullmatch(text, start, word.start()) if word else None
    if word and lead:
        listed = _LISTED.match(text, word.end(), end)
        if listed is None and lead.group("among"):
            listed = _AMONG.match(text, word.end(), end)
        if listed:
            found.append(Saying(start, listed.end(), _finder(word, mentions), "", True, "include"))
    there = _THERE.match(text, start, end)
    if there:
        found.append(Saying(start, there.end(), _OFSTED, "", True, "criticism"))
    for match in _SAID_TO_BE.finditer(text, start, end):
        if not _is_of_one(text, start, match.start(), mentions):
            found.append(Saying(match.start(), match.end(), _OFSTED, "", True, "said"))
    for match in _PAPERS.finditer(text, start, end):
        speaker = _owner(text, match, mentions)
        if speaker is not None:
            found.append(Saying(match.start(), match.end(), speaker, verb=match.group("verb")))
    return found


def _finder(word: re.Match[str], mentions: Sequence[Mention]) -> Speaker:
    """Whose findings they are: "the council's failings" are what Ofsted found there."""
    others = [m.speaker for m in mentions if m.end <= word.start() and m.speaker.voice == "other"]
    return others[-1] if others else _OFSTED


def _is_of_one(text: str, start: int, at: int, mentions: Sequence[Mention]) -> bool:
    """Whether it is a person, and none of those whom inspectors see, who is said to be so."""
    before = [mention for mention in mentions if mention.end <= at]
    last = before[-1] if before else None
    if last is not None and not text[last.end : at].strip():
        plural = text[last.start : last.end].endswith("s")
        return last.name or last.speaker.voice == "other" or (last.role and not plural)
    return _ONE_PERSON.search(text, max(start, at - 60), at) is not None


def _owner(text: str, match: re.Match[str], mentions: Sequence[Mention]) -> Speaker | None:
    """Whose papers they are: "figures from the DfE", "the council's own figures"."""
    start, end = match.span("papers")
    if TO_MEMBERS.match(text, end):
        return Speaker("council", "council")
    joint = _FROM.match(text, end)
    if joint:
        near = (m for m in mentions if joint.end() <= m.start <= joint.end() + 25)
        behind = next(near, None)
        if behind is not None:
            return behind.speaker
        name = CAPITALISED.match(text, joint.end())
        return stranger(name.group()) if name else None
    named = [m for m in mentions if m.end <= end]
    if not named:
        return None
    last = named[-1]
    itself = last.end > start  # "the report" is a speaker
    return last.speaker if itself or _OWNS.fullmatch(text, last.end, start) else None
