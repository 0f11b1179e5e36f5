"""What a visit looked at: bullets after a lead-in, or the sentence that says it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from store.model.line import Line
from store.parsing.blocks import Block, blocks_of
from store.parsing.councils import register
from store.parsing.facts import Facts
from store.parsing.known_headings import KNOWN
from store.parsing.letters.note_marks import without_note_marks
from store.parsing.unmarked_points import point_trimmed, unmarked_points

_LEAD_IN: Final = re.compile(
    r"(?:with (?:a|the) (?:particular |specific )?focus on|in (?:the )?following areas?(?: of "
    r"(?:concern|practice))?(?: identified at the (?:last|previous) inspection)?|focus(?:s?ed|ing)"
    r" on(?: the following)?|looked at(?: the following)?|areas? (?:covered|considered)(?: were)?"
    r"|areas of(?: practice)?|progress made in|in particular|evaluated|reviewed(?: the following)?"
    r"|considered|includ(?:ing|ed)|the following(?: areas?)?(?: of practice)?|examined)\s*:\s*$",
    re.IGNORECASE,
)
_LOOKED_AT: Final = re.compile(
    r"(?:^|[.!?] )(?:inspectors|this (?:\w+ )?visit|the (?:\w+ )?visit|we)"
    r" (?:also )?(?:looked at|reviewed|evaluated|focuss?ed on|considered|examined)"
    r"(?:(?!\b(?:and|that|who|which|visit) (?:found|saw|noted|heard)\b)[^.!?]){3,300}:\s*$",
    re.IGNORECASE,
)
"""A whole sentence that leads in to the points: "Inspectors looked at services for ... :"."""
_AREAS: Final = re.compile(
    r"areas? (?:covered|considered|reviewed) (?:by|in|during|at) (?:the|this) (?:\w+ )?"
    r"(?:visit|inspection)",
    re.IGNORECASE,
)
_PROSE: Final = re.compile(
    r"\b(?:inspectors|this visit|the visit|we|this inspection)\s+(?:looked at|(?:also )?reviewed"
    r"|evaluated|focuss?ed on|considered|examined)\s+(?P<focus>(?:the (?:progress|local"
    r" authority.?s arrangements|council.?s arrangements|arrangements|quality|effectiveness|impact"
    r"|experiences|response|support|services?|help|work|front|‘front|following)|how|progress"
    r"|children|arrangements|services|support|planning|permanence).{10,400}?)(?:\.(?=\s|$)|(?<!:)$)",
    re.IGNORECASE,
)
_DEEP_DIVE: Final = re.compile(
    r"\bdeep[ -]dive['’”\"]?\s+(?:(?:theme|inspection|investigation|focus(?:ed)?)\s+)?"
    r"(?:on|into|of|(?:that )?(?:looked|looking) at)\s+(?P<theme>[^.]{10,300}?)\.(?=\s|$)",
    re.IGNORECASE,
)
_RESPONSE: Final = re.compile(
    r"\b(?P<theme>(?:the )?(?:multi-?\s?agency|partnership|joint) response to [^.;]{5,200}?)"
    r"(?=$|[.;]|, (?:carried|undertaken|which)\b)",
    re.IGNORECASE,
)
_IN_PLACE: Final = re.compile(
    r"[\s,]+(?:in|across|at|by|for|to)(?: the)?(?: (?:area|city|county|(?:royal |london )?borough)"
    r"(?: of)?)?\s*$",
    re.IGNORECASE,
)
_EVIDENCE: Final = re.compile(
    r"\b(?:range of evidence|evidence, including|case records|electronic records)\b", re.IGNORECASE
)
_ENDED: Final = re.compile(r"[.!?][\"'’”)]*$")
OPENING_LINES: Final = 60
OPENING_BLOCKS: Final = 14


def read_focus(lines: Sequence[Line], facts: Facts) -> None:
    """Fill the focus of the visit from the lines that follow the letter's title."""
    opening = list(lines[:OPENING_LINES])
    blocks = blocks_of(opening)
    for index, block in enumerate(blocks):
        if _EVIDENCE.search(block.text):
            continue  # "considered a range of evidence, including:" is no focus
        heading = _AREAS.match(block.text)
        leads_in = _LEAD_IN.search(block.text) or _LOOKED_AT.search(block.text)
        if not (heading or leads_in or _led_by_heading(blocks, index)):
            continue
        points = _marked(blocks[index + 1 :])
        if not points and not heading:
            points = unmarked_points(opening, block.text)
        if points:
            facts.focus = tuple(without_note_marks(point) for point in points)
            facts.saw("focus", block.text[-200:])
            return
    for text in _whole_paragraphs(blocks[:OPENING_BLOCKS]):
        match = _PROSE.search(text)
        if match:
            facts.focus = (without_note_marks(match.group("focus").strip()),)
            facts.saw("focus", match.group())
            return


def theme_of_joint(title: str, opening: str) -> tuple[str, ...]:
    """What a joint inspection looked at: its deep dive, else the response that its title names."""
    dive = _DEEP_DIVE.search(opening)
    if dive:
        return (without_note_marks(dive.group("theme").strip()),)
    response = _RESPONSE.search(title) or _RESPONSE.search(opening)
    if not response:
        return ()
    theme = response.group("theme")
    places = [mention.start for mention in register().mentions(theme)]
    named = _IN_PLACE.sub("", theme[: places[0]]) if places else theme
    return (without_note_marks(named.strip()),)


def _marked(blocks: Sequence[Block]) -> list[str]:
    """The bullets or numbered points at the start."""
    points = takewhile(lambda block: block.kind == "bullet" or bool(block.number), blocks)
    return [point_trimmed(block.text) for block in points]


def _whole_paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    """The paragraphs between headings; one that a page cut in two goes on in the next block."""
    whole = ""
    for block in blocks:
        if block.kind == "heading" or KNOWN.match(block.text) or _AREAS.fullmatch(block.text):
            yield whole
            whole = ""
            continue
        whole = f"{whole} {block.text}".strip()
        if _ENDED.search(whole):
            yield whole
            whole = ""
    yield whole


def _led_by_heading(blocks: Sequence[Block], index: int) -> bool:
    """Whether this paragraph leads in to the bullets under "Areas covered by the visit"."""
    before = blocks[index - 1].text if index else ""
    return bool(_AREAS.match(before)) and blocks[index].text.endswith(":")
