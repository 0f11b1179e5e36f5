"""Which councils an article is about, and of which of them each paragraph speaks."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.document import CouncilNamed
from store.parsing.articles.opening import OPENING, Opening
from store.parsing.blocks import Block
from store.parsing.councils import register
from store.parsing.facts import Facts
from store.parsing.sentences import LONGEST, split_sentences

_COUNTS: Final = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_SEVERAL: Final = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}|both)\b[^.]{{0,40}}\b(?:councils|authorities)\b",
    re.IGNORECASE,
)
_CUE: Final = re.compile(
    r"\b(?:ofsted|inspect\w*|monitoring visit|focused visit|rated|judged|watchdog|rating)\b", re.I
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:runs?|ran|running|provides?) children.?s (?:social care )?services? in [^.]{0,80}$"
    r"|\b(?:chief executive|director|head|leader) (?:of|at|in) [^.,]{0,60}"
    r"\b(?:at|in|for) [^.]{0,40}$"
    r"|\bchief executive of [^.]{0,90}$|\bformer(?:ly)?\b [^.]{0,60}$|\bpartner\b[^.]{0,40}$"
    r"|\b(?:like|such as|unlike|alongside|neighbouring|nearby|compared (?:with|to)|similar to)\s"
    r"[^.]{0,40}$"
    r"|\b(?:worked|works|served|joined|joins|joining|moved|moves|moving|came|comes|arrived"
    r"|seconded|commissioners?|adviser|advisers|officers|colleagues)\b[^.]{0,30}"
    r"\b(?:at|from|for|with|in|to)\b [^.]{0,40}$"
    r"|\b(?:support|help)\b[^.]{0,30}\b(?:at|from|with|to)\b [^.]{0,40}$",
    re.IGNORECASE,
)
LONGEST_NAME: Final = 60
"""A longer line is no council's name."""
LEAD: Final = 4
"""A subject is named in the headline or in the paragraphs up to this one."""
PASSING: Final = 4
"""What another council weighs at most that is named further down, in a sentence or two."""


def read_councils(paragraphs: Sequence[str], above: Sequence[str], facts: Facts) -> None:
    """The councils it is about: named in headline or lead, or again and again beside Ofsted.

    Args:
        paragraphs: the article's, headline first.
        above: for each paragraph the heading right above it, or an empty string.
        facts: to be filled.
    """
    headed = [name for text in above if (name := _only_council(text))]
    if len(set(headed)) > 1:
        _take(list(dict.fromkeys(headed)), {}, facts)
        return
    printed: dict[str, str] = {}
    weight: Counter[str] = Counter()
    leading: set[str] = set()
    opening = Opening()
    for index, paragraph in enumerate(paragraphs):
        for sentence in split_sentences(paragraph):
            if len(sentence) > LONGEST:
                continue
            named = register().mentions(sentence)
            if index <= OPENING:
                opening.hear(sentence, named)
            for mention in named:
                printed.setdefault(mention.council, mention.printed)
                if _ELSEWHERE.search(sentence[max(0, mention.start - 160) : mention.start]):
                    continue
                if index <= LEAD:
                    leading.add(mention.council)
                value = 3 if index == 0 else 2 if _CUE.search(sentence) else 1
                weight[mention.council] += value
    if not weight:
        return
    subjects = _subjects(weight, leading, " ".join(paragraphs[:2]))
    only = opening.only_council()
    passing = sum(weight[name] for name in subjects) <= PASSING
    if only in leading and passing and only not in subjects:
        subjects = [only]
    _take(subjects, printed, facts)


def with_council_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a paragraph being a heading that is no more than a council's name.

    Round-ups put it above what they tell of each, however short that is.
    """
    found = list(blocks)
    for index, block in enumerate(blocks[:-1]):
        below = blocks[index + 1]
        if block.kind != "paragraph" or below.kind == "heading" or len(block.text) > LONGEST_NAME:
            continue
        if _only_council(block.text):
            found[index] = msgspec.structs.replace(block, kind="heading", level=2)
    return found


def _only_council(heading: str) -> str | None:
    """The council of which a heading is the name and nothing more, as roundups have them."""
    mentions = register().mentions(heading)
    whole = len(mentions) == 1 and len(mentions[0].printed) > 0.8 * len(heading)
    return mentions[0].council if whole else None


def _take(names: Sequence[str], printed: dict[str, str], facts: Facts) -> None:
    for name in names:
        council = register().get(name)
        if council is not None:
            facts.councils.append(CouncilNamed(name, council.urn, printed.get(name, name)))
    facts.saw("councils", "; ".join(named.printed or "" for named in facts.councils))


def _subjects(weight: Counter[str], leading: set[str], opening: str) -> list[str]:
    most = weight.most_common(1)[0][1]
    several = _SEVERAL.search(opening)
    if several:
        count = _COUNTS.get(several.group("count").lower(), 2)
        best = [name for name, value in weight.most_common(count) if value >= 2]
        return [name for name in weight if name in best] or [weight.most_common(1)[0][0]]
    subjects = [
        name
        for name, value in weight.items()
        if value >= max(3, most * 0.3) and (name in leading or value >= most * 0.5)
    ]
    if subjects:
        return subjects
    top = [name for name, value in weight.items() if value == most]
    return top if most > 1 and len(top) == 1 else []  # all are named in passing


def council_of_each(
    paragraphs: Sequence[str], above: Sequence[str], names: Sequence[str]
) -> list[str | None]:
    """For each paragraph the council it speaks of: the one named in it, else the last named.

    A heading names it too. A paragraph that names several of them, or stands before any,
    speaks of none alone.
    """
    if len(names) == 1:
        return [names[0]] * len(paragraphs)
    current: str | None = None
    found: list[str | None] = []
    for paragraph, heading in zip(paragraphs, above, strict=True):
        if heading and (headed := _only_council(heading)) in names:
            current = headed
        named = named_in(paragraph, names)
        if len(named) == 1:
            current = named[0]
        found.append(None if len(named) > 1 else current)
    return found


def named_in(text: str, names: Sequence[str]) -> list[str]:
    """Those of `names` that the text mentions, in the order of `names`."""
    mentioned = {mention.council for mention in register().mentions(text)}
    return [name for name in names if name in mentioned]
