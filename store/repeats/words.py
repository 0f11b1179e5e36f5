"""The content words of a sentence: lightly stemmed, with the field's synonyms as one word."""

import re
from functools import cache, lru_cache
from typing import Final

from store.repeats.terms import PHRASES, SAME

LONGEST: Final = 4_000
"""Characters of a sentence that are compared; no real one comes near."""

_EMPTY: Final = frozenset(
    (
        "a able about across acted after all also although always an and any april are area areas "
        "as at august authority based be because been before being but by can cannot case cases "
        "child children consequently consider considered consistently could council currently "
        "date day december determine do does due during each early effective effectively enough "
        "ensure ensures even ever example examples experience experiences february few find finds "
        "first for found from further get getting give given gives good had has have having help "
        "helped how however if impact improve improved improvement improvements improving in "
        "inadequate include included includes including inspected inspection inspections "
        "inspector inspectors insufficient insufficiently into is it its january judge judged "
        "judgement judgements july june lack lacking lacks last lead leads led limited local made "
        "majority make makes manner many march may means might minority more most mostly much "
        "need needs next no not november now number occur occurs october of ofsted often old on "
        "one only or other others outstanding overall own particular particularly past people "
        "person place previous provide provided provides quality receive received receives recent "
        "recently remain remains require required requires rest result resulting robust s same "
        "saw second see seen september service services several should since small so some spoken "
        "still such sufficient sufficiently support supported take taken takes taking than that "
        "the their them there therefore these they this those through time times to told too "
        "under until up upon use used vast very visited was way ways weak weaker well were what "
        "when where whether which while who whom whose will with within without work working "
        "would year years yet young"
    ).split()
)
"""Words that say how much or how well, or that stand in every paragraph of every report."""

_SUFFIXES: Final = (
    "isations", "isation", "ations", "ation", "ments", "ment", "ness", "ings", "ing", "ities",
    "ity", "ions", "ion", "ives", "ive", "ers", "er", "ors", "or", "ably", "able", "ally", "al",
    "ies", "ied", "ely", "ly", "ed", "es", "e", "y", "s",
)  # fmt: skip

_ALIKE: Final = {word: group.split()[0] for group in SAME for word in group.split()}
_IN_ORDER: Final = tuple(phrase.partition(":")[0] for phrase in PHRASES)
NAMES: Final = frozenset(_IN_ORDER)
"""The set phrases, each by the one word that stands for it."""
_PATTERNS: Final = tuple(phrase.partition(": ")[2] for phrase in PHRASES)
_OTHER: Final = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part that the forms of a word share: "recording", "recorded" and "records" are one."""
    if word in _ALIKE:
        return _ALIKE[word]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def content_words(text: str) -> frozenset[str]:
    """The stems and set phrases of a sentence, without the words that tell nothing."""
    spaced = _OTHER.sub(" ", text[:LONGEST].lower())
    phrases: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        phrases.add(_name(match[0]))
        return " "

    rest = [word for word in _any_phrase().sub(keep, spaced).split() if word not in _EMPTY]
    stems = {
        stem(word) for word in rest if word not in _EMPTY and len(word) > 1 and not word.isdigit()
    }
    return frozenset(stems | phrases)


# Compiled when the first sentence is compared, for opening the app must not wait for it.


@cache
def _any_phrase() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(f'(?:{pattern})' for pattern in _PATTERNS)})\b")


@cache
def _each_phrase() -> re.Pattern[str]:
    """With a group each, which tells the phrase but takes more than twice as long to search."""
    return re.compile(rf"(?:{'|'.join(f'({pattern})' for pattern in _PATTERNS)})\b")


@lru_cache(maxsize=10_000)
def _name(found: str) -> str:
    """The set phrase that these words are."""
    match = _each_phrase().match(found)
    return _IN_ORDER[(match.lastindex if match and match.lastindex else 1) - 1]
