"""Quotations against one document: exact, altered, not found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.checking.verdicts import Shelf, Verdict
from store.checking.wording import segments_of
from store.model.document import Document, Sentence, Source

SENTENCES = [
    "Leaders’ oversight of front-line practice isn’t yet rigorous – it’s “patchy”.",
    "The local authority must see that visits to children are made on time.",
    "In May, 41% of staff were agency workers, at a cost of 1,200 pounds a week.",
    "The ﬁrst plan was late.",
    "Children are seen alone, and their views are written down by workers who know them well.",
    "Managers meet weekly to look at the plans of every child who has waited.",
]


def document(sentences: list[str], id: str = "letter") -> Document:
    return Document(
        id=id,
        source=Source(id, id, "text/plain", id, 1),
        kind="monitoring-visit-letter",
        sentences=tuple(Sentence(text, "s", n, 1, 0, 0) for n, text in enumerate(sentences)),
    )


SHELF = Shelf([document(SENTENCES)])


@pytest.mark.parametrize(
    ("quotation", "sentence"),
    [
        ("leaders' oversight of front-line practice isn't yet rigorous - it's 'patchy'", 0),
        ("The local authority must see that visits … are made on time", 1),
        ("The [council] must see that visits to children are made on time", 1),
        ("[V]isits to children are made on time", 1),
        ("The local authority must see ... Children are seen alone", 1),
        ("41% of staff were agency workers, at a cost of 1,200 pounds", 2),
        ("The first plan was late", 3),
        ("The first plan was late. Children are seen alone", 3),
        ("their views [and wishes] are written down", None),
        ("patchy", 0),
        ("late", 3),
    ],
)
def test_exact(quotation: str, sentence: int | None) -> None:
    found = SHELF.check(quotation)
    if sentence is None:
        # What stands in brackets is the reporter's: nothing need be left out for it.
        sentence = 4
    assert (found.verdict, found.sentence, found.score) == ("exact", sentence, 1.0)
    assert found.difference == ()


@pytest.mark.parametrize(
    ("quotation", "difference"),
    [
        ("oversight of frontline practice isn’t yet rigorous",
         [("replace", "frontline", "front-line")]),
        ("visits to all children are made on time", [("delete", "all", "")]),
        ("Children are seen alone, and their wishes are written down by workers who know them",
         [("replace", "wishes", "views")]),
        ("Children are seen, and their views are written down by workers who know them well",
         [("insert", "", "alone")]),
        ("The [council] must see that visits to kids are made on time",
         [("replace", "kids", "children")]),
        ("Managers meet monthly to look at the plans … who has waited",
         [("replace", "monthly", "weekly")]),
    ],
)  # fmt: skip
def test_altered_with_the_words_that_differ(
    quotation: str, difference: list[tuple[str, str, str]]
) -> None:
    found = SHELF.check(quotation)
    assert found.verdict == "altered" and list(found.difference) == difference
    assert 0.72 <= found.score < 1


@pytest.mark.parametrize(
    "quotation",
    ["", "…", "[sic]", "!!", "inadequate", "Leaders have no grip on anything that is going on here",
     "visits on time", "Children are on time and the plan was seen by agency managers weekly"],
)  # fmt: skip
def test_not_found(quotation: str) -> None:
    assert SHELF.check(quotation) == Verdict("not found")


def test_the_first_in_order_that_has_it_word_for_word_wins() -> None:
    shelf = Shelf([document(["Plans are late."], "a"), document(["Plans are late."], "b")])
    assert shelf.check("plans are late").document == "a"
    assert shelf.check("plans are late", ["b", "a"]).document == "b"
    assert shelf.check("plans are late", []).verdict == "not found"
    nearly = Shelf([document(["Staff plans are often late."], "a"), document(SENTENCES, "b")])
    assert nearly.check("the first plan was late").document == "b"


def test_segments() -> None:
    [one, two] = segments_of("[T]he plan [for X] is late [...] and thin")
    assert one.words == ("the", "plan", "is", "late") and one.inserted == {2}
    assert two.words == ("and", "thin")


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_texts_are_checked(quotation: str, sentences: list[str]) -> None:
    found = Shelf([document(sentences)]).check(quotation)
    assert found.sentence is None or 0 <= found.sentence < len(sentences)
    assert (found.verdict == "exact") == (found.score == 1.0)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_run_of_words_of_a_document_is_exact(data: st.DataObject) -> None:
    words = " ".join(SENTENCES).split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quotation = " ".join(words[first:last])
    if any(char.isalnum() for char in quotation):
        assert SHELF.check(quotation.upper()).verdict == "exact"
