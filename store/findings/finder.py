"""Labels the sentences of documents: polarity and themes, groups of children, voice."""

from pathlib import Path

import msgspec

from store.findings.cues import CueLabeller
from store.findings.labels import ALONE, Context, Label, Labeller
from store.findings.phrases import PhraseFinder, tokens_of
from store.findings.themes import vocabulary
from store.findings.voices import voices
from store.model.document import Document, Sentence
from store.parsing import Parsed
from store.parsing.headings import CONTEXT
from store.parsing.recommendations import is_improvement_heading


class Finder:
    """Labels documents and single sentences with one labeller and one vocabulary."""

    def __init__(self, own_themes: Path | None = None, labeller: Labeller | None = None) -> None:
        self.vocabulary = vocabulary(own_themes)
        self.labeller: Labeller = labeller or CueLabeller(self.vocabulary)
        self._groups = PhraseFinder(self.vocabulary.groups)

    def find(self, parsed: Parsed) -> Document:
        """The document with every sentence labelled and given its voice."""
        document = parsed.document
        contexts = [self._context(parsed, index) for index in range(len(document.sentences))]
        labels = self.labeller.label([s.text for s in document.sentences], contexts)
        spoken = voices(document, parsed.quoted, parsed.paragraph_of)
        sentences = tuple(
            _labelled(sentence, label, self.groups(sentence.text), voice)
            for sentence, label, voice in zip(document.sentences, labels, spoken, strict=True)
        )
        return msgspec.structs.replace(document, sentences=sentences, model=self.labeller.name)

    def classify(self, texts: list[str]) -> list[Label]:
        """Labels of sentences that stand alone."""
        return self.labeller.label(texts, [ALONE] * len(texts))

    def groups(self, text: str) -> tuple[str, ...]:
        """The groups of children that a text names."""
        hits = self._groups.find(tokens_of(text[:20_000]))
        return tuple(sorted({hit.tag for hit in hits}))

    def _context(self, parsed: Parsed, index: int) -> Context:
        sentences = parsed.document.sentences
        sentence = sentences[index]
        section, part = sentence.section, sentence.part or ""
        near = [
            other.text if 0 <= place < len(sentences) and _together(sentence, other) else ""
            for place in (index - 1, index + 1)
            for other in (sentences[place % len(sentences)],)
        ]
        listed = sentence.bullet or sentence.number is not None
        improvement = is_improvement_heading(section) or is_improvement_heading(part)
        return Context(
            section=section,
            part=part,
            lead_in=parsed.lead_ins.get(index, ""),
            before=near[0],
            after=near[1],
            bullet=sentence.bullet,
            improvement=listed and improvement,
            circumstances=bool(CONTEXT.match(section) or CONTEXT.match(part)),
        )


def _together(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences stand in the same paragraph."""
    return one.section == other.section and one.paragraph == other.paragraph


def _labelled(sentence: Sentence, label: Label, groups: tuple[str, ...], voice: str) -> Sentence:
    return msgspec.structs.replace(
        sentence,
        polarity=label.polarity,
        themes=label.themes,
        groups=groups,
        confidence=round(label.confidence, 3),
        cues=label.cues,
        voice=voice,
    )
