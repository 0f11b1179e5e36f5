"""What is told of a sentence's surroundings before it is labelled."""

import pytest

from store.findings.contexts import contexts
from store.model.document import Document, Sentence, Source
from store.model.vocabulary import HEADLINE


def document_of(*sentences: Sentence) -> Document:
    source = Source(path="/x.txt", name="x.txt", media_type="text/plain", sha256="0", size=1)
    return Document(id="0", source=source, kind="inspection-report", sentences=sentences)


def sentence(text: str, paragraph: int, section: str = "Areas", bullet: bool = False) -> Sentence:
    return Sentence(
        text=text,
        section=section,
        paragraph=paragraph,
        page=1,
        start=0,
        end=len(text),
        bullet=bullet,
    )


AFTER = sentence("Strengthen the supervision of social workers.", 2, bullet=True)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (sentence("The timeliness of planning", 1), True),
        (sentence("Plans are late.", 1), False),
        (sentence("The timeliness of planning", 1, bullet=True), False),
        (sentence("The timeliness of planning", 2), False),
        (sentence("Council praised for progress", 1, section=HEADLINE), False),
        (sentence("plans for children", 1), False),
        (sentence("The number of children in need of plans is far too high", 1), False),
    ],
)
def test_a_line_that_names_what_follows_is_a_title(first: Sentence, title: bool) -> None:
    assert [context.title for context in contexts(document_of(first, AFTER))] == [title, False]
