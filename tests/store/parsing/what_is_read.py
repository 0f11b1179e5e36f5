"""What is read of a few rows or sentences: the document, whose words they are, the figures."""

from store.findings.voices import voices
from store.model.document import Document, Figure, Sentence
from store.model.vocabulary import Voice
from store.parsing import Parsed, parse
from store.parsing.figures import figures

from .printing import as_text


def read(*rows: str) -> Document:
    """The document whose lines or paragraphs these are, with an empty line between any two."""
    return parse(as_text("\n\n".join(rows))).document


def told_by(parsed: Parsed) -> dict[str, Voice]:
    """Every sentence of a document with whose words it is."""
    found = voices(parsed.document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
    return dict(zip((s.text for s in parsed.document.sentences), found, strict=True))


def figures_of(*texts: str) -> list[Figure]:
    """The figures of a text that has these sentences."""
    return figures([Sentence(text, "", 1, 1, 0, len(text)) for text in texts])
