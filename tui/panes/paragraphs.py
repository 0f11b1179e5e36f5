"""A document in rows: its headings, and the sentences of each paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.model.document import Document


@dataclass(frozen=True)
class Paragraph:
    """A heading, or the sentences of one paragraph by their indexes."""

    heading: str = ""
    first: int = 0
    last: int = -1
    part: bool = False
    """Whether the heading is of a larger part of the report."""

    @property
    def sentences(self) -> range:
        """Empty for a heading."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Section:
    """A heading of the document as the outline lists it."""

    heading: str
    row: int
    part: bool
    first: int
    last: int
    """The sentences under it; `last` lies before `first` if there are none."""


def paragraphs_of(document: Document) -> list[Paragraph]:
    """Headings and paragraphs in the order of the text."""
    found: list[Paragraph] = []
    place: tuple[str, str | None, int] | None = None
    part: str | None = None
    section = ""
    for index, sentence in enumerate(document.sentences):
        here = (sentence.section, sentence.part, sentence.paragraph)
        restarted = place is not None and sentence.paragraph < place[2]
        if sentence.part and sentence.part != part:
            found.append(Paragraph(heading=sentence.part, part=True))
            section = ""
        if (sentence.section != section or restarted) and not sentence.section.startswith("("):
            found.append(Paragraph(heading=sentence.section))
        part, section = sentence.part or sentence.section, sentence.section
        if here == place and not restarted:
            found[-1] = Paragraph(first=found[-1].first, last=index)
        else:
            found.append(Paragraph(first=index, last=index))
        place = here
    return found


def sections_of(paragraphs: Sequence[Paragraph]) -> list[Section]:
    """The headings in order, each with the sentences up to the next of its rank."""
    heads = [(row, p) for row, p in enumerate(paragraphs) if p.heading]
    found = []
    for place, (row, head) in enumerate(heads):
        following = heads[place + 1 :]
        end = next((r for r, other in following if other.part or not head.part), None)
        under = [p for p in paragraphs[row + 1 : end] if not p.heading]
        first, last = (under[0].first, under[-1].last) if under else (0, -1)
        found.append(Section(head.heading, row, head.part, first, last))
    return found
