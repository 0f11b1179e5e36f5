"""What stands around each sentence of a document, as the labeller is given it."""

from functools import lru_cache
from typing import Final

from store.findings.labels import Context
from store.model.document import Document, Sentence
from store.model.vocabulary import HEADLINE
from store.parsing.headings import tells_circumstances
from store.parsing.improvement import is_point, is_proposal_heading, opens_something_else
from store.parsing.known_headings import is_improvement_heading


def contexts(document: Document) -> list[Context]:
    """One context a sentence, in order."""
    return [context_of(document, index) for index in range(len(document.sentences))]


def context_of(document: Document, index: int) -> Context:
    """What stands around one sentence."""
    sentences = document.sentences
    sentence = sentences[index]
    section, part = sentence.section, sentence.part or ""
    near = [
        other.text if 0 <= place < len(sentences) and _together(sentence, other) else ""
        for place in (index - 1, index + 1)
        for other in (sentences[place % len(sentences)],)
    ]
    listed = sentence.bullet or sentence.number is not None
    improvement, circumstances = _heads(section, part)
    proposed = document.kind == "other" and sentence.voice != "ofsted"
    proposed = proposed and is_proposal_heading(section)
    improvement = listed and improvement and is_point(sentence.text) and not proposed
    alone = not (sentence.bullet or any(near) or section == HEADLINE)
    return Context(
        section=section,
        part=part,
        lead_in=sentence.lead_in or "",
        before=near[0],
        after=near[1],
        bullet=sentence.bullet,
        improvement=improvement,
        circumstances=circumstances,
        title=alone and not improvement and _is_title(sentence.text),
    )


@lru_cache(maxsize=1_024)
def _heads(section: str, part: str) -> tuple[bool, bool]:
    """Whether its headings are over what must be put right, and over circumstances."""
    # A part ends at a heading over something else, even where it was read otherwise.
    below = is_improvement_heading(part) and not opens_something_else(section)
    return is_improvement_heading(section) or below, tells_circumstances(section, part)


TITLE_WORDS: Final = 8
LABEL_WORDS: Final = 3
"""A line of more words that ends with a colon may tell who does what: "Children wait too long:"."""


def _is_title(text: str) -> bool:
    """Whether words that make up a paragraph only name what follows: "Quality of planning".

    So do the numbered headings of council papers, "3. RISKS", and labels, "Minutes:".
    """
    words = len(text.split())
    if len(text) >= 100 or words > TITLE_WORDS or not text[:1].isupper():
        return False
    return text[-1].isalpha() or (text[-1] == ":" and words <= LABEL_WORDS)


def _together(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences stand in the same paragraph."""
    return one.section == other.section and one.paragraph == other.paragraph
