"""Quotations of an article: the words in quotation marks, and who is said to have said them.

A quotation that runs over several paragraphs opens each with a quotation mark and closes only
the last (The Guardian style guide, "quotation marks"); its speaker is named once, before or
behind.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_DOUBLE = re.compile(r"[\"“](?P<words>[^\"“”]{2,2000})(?P<close>[\"”]|$)")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?P<words>[^‘\n]{2,600}?)(?P<close>[’'])(?![\w])")
_SAYS: Final = (
    r"(?:said|says|states?|stated|added|adds|told|wrote|writes|notes?|noted|continued|concluded"
    r"|commented|explained|insisted|warned|found|reads?|according to)"
)
_COUNCIL = re.compile(
    r"\b(?:spokes(?:wo)?man|spokesperson|council(?:lor)?|cllr|lead member|cabinet member|leader of"
    r"|council leader|director of children.?s services|dcs|chief executive|executive member"
    r"|portfolio holder|mayor|trust|we)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:letter|report|summary|document)\b", re.IGNORECASE)
_INSPECTORS = re.compile(r"\b(?:inspectors?|ofsted|inspectorate|watchdog)\b", re.IGNORECASE)
_PRONOUN = re.compile(rf"\b(?:it|they|he|she)\s+{_SAYS}\b|\b{_SAYS}\s+(?:it|they|he|she)\b", re.I)


class Quoted(NamedTuple):
    """Words in quotation marks: their place in the paragraph and the speaker if told."""

    words: str
    paragraph: int
    start: int
    end: int
    speaker: str | None


def quoted(paragraphs: Sequence[str]) -> list[Quoted]:
    """Every quotation, in order; single scare-quoted words are quotations too."""
    found: list[Quoted] = []
    speaker: str | None = None
    open_before = False
    for index, paragraph in enumerate(paragraphs):
        matches = list(_DOUBLE.finditer(paragraph))
        if not matches:
            matches = [m for m in _SINGLE.finditer(paragraph) if _is_speech(m)]
        outside = _outside(paragraph, matches)
        told = speaker_in(outside) if outside.strip() else None
        if told is None and (open_before or _PRONOUN.search(outside) or _bare(outside)):
            told = speaker
        for match in matches:
            words = match.group("words").strip().rstrip(",")
            found.append(Quoted(words, index, match.start("words"), match.end("words"), told))
        if matches:
            open_before = matches[-1].group("close") == ""
        elif speaker_in(outside):
            open_before = False
        speaker = told if matches and told else (speaker_in(outside) or speaker)
    return found


def speaker_in(text: str) -> str | None:
    """Who speaks, by the words around a quotation: a role of a few kinds, or None."""
    said = re.search(rf"\b{_SAYS}\b", text)
    if _COUNCIL.search(text) and said and not _LETTER.search(text[: said.end() + 30]):
        match = _COUNCIL.search(text)
        if match and match.group().lower() not in ("council", "trust"):
            return "council"
        if re.search(rf"\bcouncil\b[^.]{{0,30}}\b{_SAYS}\b", text, re.IGNORECASE) and not (
            _INSPECTORS.search(text)
        ):
            return "council"
    if _LETTER.search(text) and (said or re.search(r"['’]s report|\bletter\b", text)):
        return "inspection summary" if re.search(r"\bsummary\b", text, re.I) else "letter"
    if _INSPECTORS.search(text):
        return "inspectors"
    return None


def _is_speech(match: re.Match[str]) -> bool:
    return len(match.group("words").split()) > 3


def _outside(paragraph: str, matches: Sequence[re.Match[str]]) -> str:
    text, end = "", 0
    for match in matches:
        text += paragraph[end : match.start()] + " … "
        end = match.end()
    return text + paragraph[end:]


def _bare(outside: str) -> bool:
    """Whether the paragraph is nothing but the quotation."""
    return not re.search(r"\w", outside)
