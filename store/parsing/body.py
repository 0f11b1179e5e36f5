"""Blocks to sections and sentences with their places in one text."""

import re
from collections.abc import Sequence

import msgspec

from store.model.document import Section, Sentence
from store.model.vocabulary import HEADLINE, OPENING
from store.parsing.blocks import Block
from store.parsing.headings import CONTEXT, PART, tells_circumstances
from store.parsing.improvement import improvement_headings
from store.parsing.known_headings import is_improvement_heading
from store.parsing.recommendations import LINKED, TAG
from store.parsing.sentences import sentence_spans


class Body(msgspec.Struct, frozen=True):
    """The running text of a document."""

    text: str
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    paragraph_of: tuple[int, ...]
    """For each sentence the index of its block among all that are no headings."""
    lead_ins: dict[int, str]
    """For the sentences of bullets the paragraph that leads in to them."""
    set_apart: frozenset[int] = frozenset()
    """The blocks, among all that are no headings, that the page sets apart as quotations."""
    inspectors: frozenset[int] = frozenset()
    """Those that stand in a column of what Ofsted said."""


def body_of(blocks: Sequence[Block], headline: str | None = None) -> Body:
    """Set out the blocks; `headline` becomes the first sentence if there is one."""
    setter = _Setter()
    if headline:
        setter.heading(Block("heading", headline, 1), HEADLINE)
        setter.sentence_of(headline, Block("paragraph", headline, 1))
        setter.section(OPENING)
    for block, improvement in zip(blocks, improvement_headings(blocks), strict=True):
        if block.kind == "heading":
            setter.heading(block, block.text, improvement)
        else:
            setter.paragraph(block)
    return setter.body()


class _Setter:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._sections: list[Section] = []
        self._sentences: list[Sentence] = []
        self._paragraph_of: list[int] = []
        self._lead_ins: dict[int, str] = {}
        self._heading, self._count = OPENING, 0
        self._part: str | None = None
        self._blocks = -1
        self._set_apart: set[int] = set()
        self._inspectors: set[int] = set()
        self._lead = ""

    def section(self, heading: str) -> None:
        """Begin a section; one without a paragraph leaves no trace but as the part of others."""
        self._close()
        self._heading, self._count = heading, 0

    def heading(self, block: Block, name: str, improvement: str | None = None) -> None:
        """Begin a section; `improvement` is the heading over what to put right that reaches it."""
        self.section(name)
        part = self._part or ""
        if improvement not in (None, block.text):
            self._part = part if is_improvement_heading(part) else improvement
        elif PART.match(block.text) or block.level == 1:
            self._part = name
        elif _is_left(part, name, improvement):
            self._part = None
        if name != HEADLINE:
            self._write(block.text)
        self._lead = ""

    def paragraph(self, block: Block) -> None:
        text = block.text
        if "(" in text:  # both marks have one
            text = TAG.sub("", LINKED.sub("", text))
        text = text.strip()
        if not re.search(r"\w", text):
            return
        self.sentence_of(text, block)
        if block.kind != "bullet":
            self._lead = text if text.endswith(":") else ""

    def sentence_of(self, text: str, block: Block) -> None:
        """Write a paragraph and keep its sentences."""
        offset = self._write(text)
        self._count += 1
        self._blocks += 1
        if block.quote:
            self._set_apart.add(self._blocks)
        if block.inspectors:
            self._inspectors.add(self._blocks)
        bullet = block.kind == "bullet"
        for start, end in sentence_spans(text):
            if bullet and self._lead:
                self._lead_ins[len(self._sentences)] = self._lead
            self._sentences.append(
                Sentence(
                    text=text[start:end],
                    section=self._heading,
                    paragraph=self._count,
                    page=block.page_at(start),
                    start=offset + start,
                    end=offset + end,
                    number=block.number,
                    bullet=bullet,
                    part=self._part if self._part != self._heading else None,
                )
            )
            self._paragraph_of.append(self._blocks)

    def body(self) -> Body:
        self._close()
        return Body(
            "\n\n".join(self._parts),
            tuple(self._sections),
            tuple(self._sentences),
            tuple(self._paragraph_of),
            self._lead_ins,
            frozenset(self._set_apart),
            frozenset(self._inspectors),
        )

    def _write(self, text: str) -> int:
        offset = self._length
        self._parts.append(text)
        self._length += len(text) + 2
        return offset

    def _close(self) -> None:
        if self._count:
            part = self._part if self._part != self._heading else None
            self._sections.append(Section(self._heading, self._count, part))


def _is_left(part: str, heading: str, improvement: str | None) -> bool:
    """Whether a part over what to put right, or over circumstances, cannot hold this heading."""
    if is_improvement_heading(part):
        return improvement is None
    return bool(CONTEXT.match(part)) and not tells_circumstances(heading, part)
