"""An altered quotation cut where it differs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.checking.marking import pieces_of_quotation, word_spans
from store.checking.verdicts import NOT_FOUND, Shelf, Verdict
from store.checking.wording import segments_of
from tests.store.checking.test_verdicts import SENTENCES, document

SHELF = Shelf([document(SENTENCES)])


def wdiff(quotation: str, verdict: Verdict) -> str:
    """The pieces in one line: {+put in+} and [-left out-]."""
    forms = {"same": "{}", "put in": "{{+{}+}}", "left out": "[-{}-]"}
    return "".join(
        forms[piece.part].format(piece.text) for piece in pieces_of_quotation(quotation, verdict)
    )


@pytest.mark.parametrize(
    ("quotation", "marked"),
    [
        (
            "Children are seen together, and their views are written down by workers.",
            "Children are seen [-alone-]{+together+}, and their views are written down by workers.",
        ),
        (
            "Managers meet to look at the plans of every child who has waited",
            "Managers meet[-weekly-] to look at the plans of every child who has waited",
        ),
        (
            "Managers meet weekly to look hard at the plans of every child who has waited",
            "Managers meet weekly to look {+hard +}at the plans of every child who has waited",
        ),
        (
            "Some children are seen alone, and their views are written down",
            "{+Some +}children are seen alone, and their views are written down",
        ),
    ],
)
def test_the_difference_stands_where_it_is(quotation: str, marked: str) -> None:
    verdict = SHELF.check(quotation)
    assert verdict.verdict == "altered"
    assert wdiff(quotation, verdict).replace(" +}", "+} ") == marked.replace(" +}", "+} ")


def test_the_word_that_differs_at_an_end_stands_for_one_word() -> None:
    verdict = SHELF.check("All children are seen alone, and their views are written down by staff")
    assert verdict.difference[0][2] == ""
    assert verdict.difference[-1] == ("replace", "staff", "workers")


def test_what_was_exact_or_not_found_comes_back_whole() -> None:
    for verdict in (SHELF.check("The first plan was late"), NOT_FOUND):
        pieces = pieces_of_quotation("The first plan was late", verdict)
        assert [(piece.part, piece.text) for piece in pieces] == [
            ("same", "The first plan was late")
        ]


def test_brackets_and_ellipses_do_not_shift_the_marks() -> None:
    quotation = "[C]hildren are seen [the council says] alone … and their wishes are written down"
    spans = word_spans(quotation)
    assert spans is not None
    words = [word for segment in segments_of(quotation) for word in segment.printed]
    shown = [quotation[a:b].replace("[", "").replace("]", "") for a, b in spans]
    assert shown == words
    verdict = SHELF.check(quotation)
    assert "[-views-]{+wishes+}" in wdiff(quotation, verdict)


@given(st.text(alphabet="aAbe [].…‘’'-0%\n", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_whole(quotation: str) -> None:
    verdict = SHELF.check(f"The local authority must see {quotation} visits to children on time")
    pieces = pieces_of_quotation(quotation, NOT_FOUND)
    assert "".join(piece.text for piece in pieces) == quotation
    whole = f"The local authority must see {quotation} visits to children on time"
    kept = [p.text for p in pieces_of_quotation(whole, verdict) if p.part != "left out"]
    assert "".join(kept) == whole


@given(
    st.sampled_from(SENTENCES[1:]),
    st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(["", "never", "too often"])), max_size=3
    ),
)
@settings(max_examples=200, deadline=None)
def test_each_place_is_a_difference(sentence: str, changes: list[tuple[int, str]]) -> None:
    words = sentence.split()
    for place, word in changes:
        words[place % len(words)] = word
    quotation = " ".join(word for word in words if word)
    verdict = SHELF.check(quotation)
    assert len(verdict.places) == len(verdict.difference)
    pieces = pieces_of_quotation(quotation, verdict)
    assert [p.text for p in pieces if p.part == "left out"] == [
        ours for _, _, ours in verdict.difference if ours
    ]
    assert "".join(p.text for p in pieces if p.part != "left out") == quotation
