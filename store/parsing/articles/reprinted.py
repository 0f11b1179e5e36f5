"""A letter of Ofsted's that an article prints in full: its words are Ofsted's, not the paper's."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.model.vocabulary import HEADLINE
from store.parsing.blocks import Block
from store.parsing.body import Body
from store.parsing.letters.inspectors_named import is_office_line
from store.parsing.letters.salutation import is_prose, is_title
from store.parsing.papers.other_papers import ATTRIBUTED
from store.parsing.people import is_name

if TYPE_CHECKING:
    from store.parsing.speech.quotations import Quoted

_BEGINS: Final = re.compile(
    r"(?:dear\b.{1,150}?\s)?(?:this letter (?:\w+ ){0,2}(?:summari[sz]es|sets out|reports|outlines"
    r"|contains|provides)"
    r"|(?:I am|we are) writing to|I write to)\b.{0,80}\b(?:findings|outcome)\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_DEAR: Final = re.compile(r"dear\s+[A-Z][^.]{0,60}$", re.IGNORECASE)
_SIGNED: Final = re.compile(r"\W*ofsted\W*$|\W*on behalf of\b", re.IGNORECASE)
_ROLE: Final = re.compile(r"(?:[A-Z][\w'’-]*,? ){2,5}(?:Majesty.?s Inspector|HMI)\W*")
"""A name and an office that a page joined into one line."""
SIGNATURE: Final = 3
"""Lines below "Yours sincerely": a name, an office, an institution."""


class Reprint:
    """The blocks of an article, and which of its paragraphs are a reprinted letter's."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = list(blocks)
        """Without salutation and signature, which say nothing."""
        self._paragraphs = range(0)
        begun = _first(_BEGINS, blocks, 0)
        if begun is None:
            return
        closed = _first(_ENDS, blocks, begun)
        if closed is None:  # an extract: nothing tells where the paper speaks again
            return
        after = closed + 1
        while after <= closed + SIGNATURE and _signs(blocks[after : after + 1]):
            after += 1
        first = _count(blocks[:begun])
        self._paragraphs = range(first, first + _count(blocks[begun:closed]))
        self.blocks[closed:after] = []
        dear = _salutation(blocks, begun)
        if dear is not None:
            if blocks[dear].kind != "heading":
                self._paragraphs = range(first - 1, self._paragraphs.stop - 1)
            # The letter's title, which may stand between the two, is the letter's.
            titled = _count(blocks[dear + 1 : begun])
            self._paragraphs = range(self._paragraphs.start - titled, self._paragraphs.stop)
            del self.blocks[dear]

    def spoken(self, found: "Sequence[Quoted]", body: Body) -> "list[Quoted]":
        """What is said in the article, the letter said by Ofsted as a whole.

        Args:
            found: what is quoted or reported in the body.
            body: the article's, set out from `blocks`, with or without its headline.
        """
        from store.parsing.speech.quotations import Quoted

        if not self._paragraphs:
            return list(found)
        headline = body.sections[0].heading == HEADLINE
        letter = {place + headline for place in self._paragraphs}
        ends: dict[int, tuple[int, int]] = {}
        for sentence, place in zip(body.sentences, body.paragraph_of, strict=True):
            if place in letter:
                ends[place] = (ends.get(place, (sentence.start, 0))[0], sentence.end)
        told = [
            Quoted(body.text[start:end], place, 0, end - start, "letter", "ofsted", marked=False)
            for place, (start, end) in ends.items()
        ]
        return [words for words in found if words.paragraph not in letter] + told


def _first(pattern: re.Pattern[str], blocks: Sequence[Block], start: int) -> int | None:
    return next((i for i in range(start, len(blocks)) if pattern.match(blocks[i].text)), None)


def _count(blocks: Sequence[Block]) -> int:
    """How many of the blocks are paragraphs of the text."""
    return sum(b.kind != "heading" and bool(re.search(r"\w", b.text)) for b in blocks)


def _salutation(blocks: Sequence[Block], begun: int) -> int | None:
    """The block "Dear ..." right above the letter's opening or above its title."""
    above = begun - 1
    if above > 0 and is_title(blocks[above].text):
        above -= 1
    return above if above >= 0 and _DEAR.match(blocks[above].text) else None


def _signs(block: Sequence[Block]) -> bool:
    """Whether the block, if there is one, belongs to a signature."""
    text = block[0].text if block else ""
    if is_prose(text) or ATTRIBUTED.search(text):
        return False  # "Jo Bell, cabinet member, said: ..." begins with a name too
    name = text.split(",")[0].strip()
    alone = is_name(name) or _ROLE.fullmatch(text)
    return bool(alone) or is_office_line(text) or bool(_SIGNED.match(text))
