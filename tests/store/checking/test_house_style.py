"""Numbers and shares are the same words in whatever house style they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.checking.verdicts import Shelf
from store.checking.wording import coarse_line, folded_words, words_of
from tests.store.checking.test_verdicts import document

SHELF = Shelf(
    [
        document(
            [
                "Locum workers hold 31% of the posts in the duty team.",
                "Their number went down from forty-four to 38 over the summer.",
                "Seven of the 12 plans were late, and sixty per cent had no review.",
                "In recent weeks a percentage of 12.5 % was told to us at the centre.",
            ]
        )
    ]
)


@pytest.mark.parametrize(
    ("quotation", "sentence"),
    [
        ("31 per cent of the posts", 0),
        ("31 percent of the posts in the duty team", 0),
        ("31pc of the posts in the duty team", 0),
        ("31 PC of the posts in the duty team", 0),
        ("thirty-one per cent of the posts", 0),
        ("went down from 44 to thirty-eight", 1),
        ("7 of the twelve plans were late, and 60% had no review", 2),
        ("a percentage of 12.5pc", 3),
    ],
)
def test_another_house_style_is_exact(quotation: str, sentence: int) -> None:
    found = SHELF.check(quotation)
    assert (found.verdict, found.sentence, found.difference) == ("exact", sentence, ())


@pytest.mark.parametrize(
    ("quotation", "difference"),
    [
        ("Locum workers hold 41 per cent of the posts", ("replace", "41 per cent", "31%")),
        ("Locum workers hold 31 of the posts in the duty team", ("replace", "31", "31%")),
        ("went down from forty-five to 38", ("replace", "forty-five", "forty-four")),
    ],
)  # fmt: skip
def test_another_number_is_told_as_printed(
    quotation: str, difference: tuple[str, str, str]
) -> None:
    found = SHELF.check(quotation)
    assert (found.verdict, found.difference) == ("altered", (difference,))


def test_words_that_only_look_so_stay() -> None:
    assert folded_words("Recent centres: per cent of PCs") == [
        "recent", "centres", "per", "cent", "of", "pcs",
    ]  # fmt: skip
    assert coarse_line("per centre, recent, npc") == b"per centre recent npc"


@given(st.lists(st.sampled_from(["9%", "nine", "per cent", "per", "cent", "12", "pc", "a", "%", "-",
                                 "forty-two", "’s", "ﬁ", ",", "."])))  # fmt: skip
def test_spans_are_of_the_words_as_compared(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [word.folded for word in words_of(text)] == folded_words(text)
    assert all(text[w.start : w.end].strip() for w in words_of(text))
