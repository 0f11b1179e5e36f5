"""A sentence as numbers: spans hold in the text, numbers stay within the tables."""

from hypothesis import given
from hypothesis import strategies as st

from store.findings.trained.words import (
    LONGEST,
    UNKNOWN,
    Words,
    numbers_of,
    unknown,
    vocabulary_of,
)


def test_words_are_lower_case_with_straight_marks_and_numbers_alike() -> None:
    assert Words("Social workers’ caseloads – 22 of them") == [
        "social", "workers", "'", "caseloads", "-", "0", "of", "them",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    words = Words(text)
    assert len(words) == len(words.spans) <= LONGEST
    ends = [0]
    for start, end in words.spans:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(st.text(alphabet="abc ’“-İß1", max_size=80))
def test_a_word_of_plain_letters_is_found_where_its_span_says(text: str) -> None:
    words = Words(text)
    for word, (start, end) in zip(words, words.spans, strict=True):
        if word.isascii() and word.isalpha():
            assert text[start:end].lower().replace("’", "'") == word


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=8), max_size=20))
def test_every_word_has_a_number_whether_it_is_known_or_not(words: list[str]) -> None:
    vocabulary = vocabulary_of(["abc", "de"])
    numbers = numbers_of(words, vocabulary)
    assert len(numbers) == max(1, len(words))
    for word, number in zip(words, numbers, strict=False):
        if word in ("abc", "de"):
            assert number > UNKNOWN
        else:
            assert 1 <= number <= UNKNOWN


def test_unknown_words_of_one_stem_share_a_number() -> None:
    assert unknown("recruiting") == unknown("recruitment") != unknown("supervising")
