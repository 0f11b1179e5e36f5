"""Points of what must be put right whose bullets got lost, as in copies from web pages.

Below "What needs to improve" such a copy has a line or a paragraph a point: "The quality of
plans." They are told from prose by their words: a point names a thing or a task and says
nothing of anybody; the first paragraph that does ends them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from store.parsing.blocks import Block
from store.parsing.improvement import is_point, opens_something_else
from store.parsing.known_headings import DEADLINE, KNOWN, is_improvement_heading
from store.parsing.recommendations import TAG
from store.parsing.sentences import sentence_spans

LONGEST: Final = 500
"""In characters; the longest recommendation in 40 reports has 452."""
HEADING: Final = 90
_LETTER_ENDS: Final = re.compile(r"(?:yours (?:sincerely|faithfully)|kind regards|dear )\b", re.I)
_ENDS: Final = re.compile(r"[.;!?)]$")
_TASK: Final = re.compile(
    r"(?:(?:urgently|immediately|as a matter of urgency,|further|to)\s+)?(?:accelerate|act|address"
    r"|agree|align|assure|build|clarify|complete|consider|consolidate|continue|develop|embed|enable"
    r"|engage|ensure|establish|evaluate|expand|extend|give|hold|identify|implement|improve"
    r"|increase|introduce|make (?:sure|better|full)|monitor|prepare|prioritise|promote|provide|put"
    r"|raise|recruit|reduce|refresh|remove|resolve|review|revise|secure|set|share|simplify|speed"
    r"|strengthen|take (?:steps|action|account)|tackle|track|undertake|update|use|work with)\b",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(
    r"(?:[\d.]+\s+)?(?:that|to (?:note|agree|approve|receive|consider|endorse|delegate))\b",
    re.IGNORECASE,
)
"""What a council's paper recommends to its committee tells nothing that is wrong."""
_ASKED: Final = re.compile(r"\b(?:should|must|needs? to)\b")
_FURTHER: Final = re.compile(
    r",|\b(?:that|which|who|whom|whose|where|when|whether|what|how|why|if|so|because|to|as|than"
    r"|until|before|after)\b"
)
"""Where a clause begins in which somebody may do something without the point's telling of it."""
_TOLD: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|will|would|may|might|remains?"
    r"|found|finds?|saw|identified|shows?|said|told|knows?|receives?|gets?|makes?)\b",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(
    r"(?:(?:children|young people|care leavers|families|parents|carers|foster carers|social workers"
    r"|workers|personal advisers|practitioners|leaders|(?:senior |team )?managers|inspectors"
    r"|partners|councillors|elected members|staff (?:are|have)|the (?:council|local authority"
    r"|director|board|team|service))(?![’'\w]|\s(?:and|of|in|for|with|on)\b)"
    r"|(?:they|it|this|these|there|we|i|you|ofsted|most|some|many|all|both|several|few|a few|no"
    r"|not|too|almost|nearly|a (?:small|large|minority|majority|number)|in|at|on|since|during|for"
    r"|by|however|while|although|when|as)\b)",
    re.IGNORECASE,
)


def plain_points(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """For the index of each paragraph that is points without bullets, those points as bullets."""
    found: dict[int, list[Block]] = {}
    for index, block in enumerate(blocks):
        if not _is_heading_above(block):
            continue
        found.update(_below(blocks, index))
    return found


def _is_heading_above(block: Block) -> bool:
    if not is_improvement_heading(block.text):
        return False
    if block.kind == "paragraph":
        plain = block.number is None and len(block.text) <= HEADING
        return plain and bool(KNOWN.match(block.text) or block.text.endswith("?"))
    return block.kind == "heading"


def _below(blocks: Sequence[Block], above: int) -> dict[int, list[Block]]:
    found: dict[int, list[Block]] = {}
    end = above + 1
    while end < len(blocks) and _goes_on(blocks[end]):
        if not _leads_in(blocks[end].text):
            found[end] = list(_points(blocks[end]))
            if not found[end]:
                del found[end]
                break
        end += 1
    after = blocks[end] if end < len(blocks) else None
    if after is None or after.kind == "heading" or _is_other_heading(after):
        return found
    if after.kind == "bullet":
        return {}  # what stands above bullets leads in to them
    last = max(found, default=above)
    if last == end - 1 and not _ENDS.search(blocks[last].text):
        found.pop(last, None)  # the heading over what follows
    return found


def _goes_on(block: Block) -> bool:
    if _LETTER_ENDS.match(block.text):
        return False
    if block.kind != "paragraph" or _is_other_heading(block):
        return False
    return block.number is None or _leads_in(block.text)


def _is_other_heading(block: Block) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(text) > 2 * HEADING:
        return False
    return bool(KNOWN.match(text)) or (not _ENDS.search(text) and opens_something_else(text))


def _leads_in(text: str) -> bool:
    return bool(DEADLINE.match(text)) or text.endswith(":") or not is_point(text)


def _points(block: Block) -> Iterator[Block]:
    """The points of a paragraph, one a sentence; none if any sentence tells of somebody."""
    if TAG.search(block.text):
        yield _bullet(block, 0, len(block.text))
        return
    spans = list(sentence_spans(block.text))
    if len(block.text) > LONGEST or not all(_names(block.text[a:b]) for a, b in spans):
        return
    starts = [a for a, b in spans if a == spans[0][0] or not _is_only_asked(block.text[a:b])]
    for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
        yield _bullet(block, start, end)


def _bullet(block: Block, start: int, end: int) -> Block:
    return msgspec.structs.replace(
        block,
        kind="bullet",
        level=1,
        text=block.text[start:end].rstrip(),
        page=block.page_at(start),
        turns=tuple((at - start, page) for at, page in block.turns if start < at < end),
    )


def _names(sentence: str) -> bool:
    """Whether it names what must get better, or asks for it, and tells of nobody."""
    if _PROPOSED.match(sentence):
        return False
    if _TASK.match(sentence) or _is_only_asked(sentence):
        return True
    head = _FURTHER.split(sentence, maxsplit=1)[0]
    named = re.search(r"[a-z]{3}", head) or re.match(r"(?:whether|how)\b", sentence, re.I)
    return bool(named) and not (_SOMEBODY.match(sentence) or _TOLD.search(head))


def _is_only_asked(sentence: str) -> bool:
    """Whether it asks for something by its verb, as what spells out a point does too."""
    head = _FURTHER.split(sentence, maxsplit=1)[0]
    return bool(_ASKED.search(sentence, 0, len(head) + 12)) and not _TASK.match(sentence)
