"""What is told of a sentence's surroundings before it is labelled."""

import pytest

from store.findings.contexts import contexts
from store.model.document import Document, Sentence, Source
from store.model.vocabulary import HEADLINE


def document_of(*sentences: Sentence) -> Document:
    source = Source(path="/x.txt", name="x.txt", media_type="text/plain", sha256="0", size=1)
    return Document(id="0", source=source, kind="inspection-report", sentences=sentences)


def sentence(
    text: str,
    paragraph: int,
    section: str = "Areas",
    bullet: bool = False,
    number: str | None = None,
) -> Sentence:
    return Sentence(
        text=text,
        section=section,
        paragraph=paragraph,
        page=1,
        start=0,
        end=len(text),
        bullet=bullet,
        number=number,
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
        (sentence("FINANCIAL RISKS", 1, number="3"), True),
        (sentence("Introduction", 1, number="1"), True),
        (sentence("Families wait.", 1, number="1"), False),
        (sentence("The timeliness of planning", 1, "Areas for improvement", number="1"), False),
        (sentence("Minutes:", 1), True),
        (sentence("Children wait too long for:", 1), False),
        (sentence("The number of children in need of plans is far too high", 1), False),
    ],
)
def test_a_line_that_names_what_follows_is_a_title(first: Sentence, title: bool) -> None:
    assert [context.title for context in contexts(document_of(first, AFTER))] == [title, False]


def test_a_document_read_before_parts_ended_is_put_right() -> None:
    text = "The board is a strong one."
    for section, wanted in [
        ("Inspection findings – the board", False),
        ("Key strengths", False),
        ("Within three months:", True),
        ("The quality of plans", True),
    ]:
        told = Sentence(text, section, 1, 1, 0, 26, number="9", part="Recommendations")
        [context] = contexts(document_of(told))
        assert context.improvement is wanted


def test_circumstances_hold_no_findings() -> None:
    for section, wanted in [
        ("Children living in this area", True),
        ("The inspection team", True),
        ("Areas for improvement", False),
        ("Key strengths and weaknesses of the board", False),
    ]:
        part = "Information about this local authority area"
        told = Sentence("Plans are late.", section, 1, 1, 0, 15, part=part)
        [context] = contexts(document_of(told))
        assert context.circumstances is wanted
