"""Labels the sentences of documents: polarity and themes, groups of children, voice."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.findings.contexts import context_of, contexts
from store.findings.labels import ALONE, Label, Labeller
from store.findings.phrases import PhraseFinder, tokens_of
from store.findings.themes import vocabulary
from store.findings.trained.labeller import TrainedLabeller
from store.findings.voices import voices
from store.model.document import Document, Sentence
from store.parsing import Parsed

if TYPE_CHECKING:
    from store.findings.trained.occlusion import Why


class Finder:
    """Labels documents and single sentences with one labeller and one vocabulary.

    Raises:
        ThemesFileError: the user's themes file cannot be used.
        ModelFileError: the package's model file is missing or damaged.
    """

    def __init__(self, own_themes: Path | None = None, labeller: Labeller | None = None) -> None:
        self.vocabulary = vocabulary(own_themes)
        self.labeller = labeller or TrainedLabeller(self.vocabulary)
        self._groups = PhraseFinder(self.vocabulary.groups)

    def find(self, parsed: Parsed) -> Document:
        """The document with every sentence labelled and given its voice."""
        document = parsed.document
        spoken = voices(document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
        sentences = tuple(
            msgspec.structs.replace(sentence, voice=voice, lead_in=parsed.lead_ins.get(index))
            for index, (sentence, voice) in enumerate(zip(document.sentences, spoken, strict=True))
        )
        return self.relabel(msgspec.structs.replace(document, sentences=sentences))

    def relabel(self, document: Document) -> Document:
        """The document with its sentences labelled anew; whose voice each is stays."""
        labels = self.labeller.label([s.text for s in document.sentences], contexts(document))
        sentences = tuple(
            _labelled(sentence, label, self.groups(sentence.text))
            for sentence, label in zip(document.sentences, labels, strict=True)
        )
        return msgspec.structs.replace(document, sentences=sentences, model=self.labeller.name)

    def classify(self, texts: list[str]) -> list[Label]:
        """Labels of sentences that stand alone, without their cues."""
        return self.labeller.label(texts, [ALONE] * len(texts), marked=False)

    def why(self, document: Document, index: int) -> "Why | None":
        """Why a sentence got its label; None where the labeller cannot tell."""
        if not isinstance(self.labeller, TrainedLabeller):
            return None
        from store.findings.trained.occlusion import why

        return why(self.labeller, document.sentences[index].text, context_of(document, index))

    def groups(self, text: str) -> tuple[str, ...]:
        """The groups of children that a text names."""
        hits = self._groups.find(tokens_of(text[:20_000]))
        return tuple(sorted({hit.tag for hit in hits}))


def _labelled(sentence: Sentence, label: Label, groups: tuple[str, ...]) -> Sentence:
    return msgspec.structs.replace(
        sentence,
        polarity=label.polarity,
        themes=label.themes,
        groups=groups,
        confidence=round(label.confidence, 3),
        cues=label.cues,
    )
