"""Sentences: every character keeps its place, and none is lost or told twice."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.parsing.sentences import sentence_spans, split_sentences

WORDS = "Plans are clear and Dr Smith said so e.g. in May. No. 3 was “late”. It is (mostly) done!"
PROSE = st.lists(
    st.sampled_from([*WORDS.split(), "12.", "?", "…", "U.K.", "needed.The", "2.1", "’", "A."]),
    max_size=40,
).map(" ".join)


@given(st.one_of(st.text(max_size=400), PROSE))
def test_spans_cover_all_in_order_and_never_overlap(text: str) -> None:
    covered = []
    last = 0
    for start, end in sentence_spans(text):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip() or text[last:start].strip().isdigit()
        covered.append(text[start:end])
        last = end
    assert not text[last:].strip()
    lost = len("".join(text.split())) - len("".join("".join(covered).split()))
    notes = sum(char.isdigit() for char in text)
    assert 0 <= lost <= notes  # only the raised digit of a footnote belongs to no sentence


@given(PROSE)
def test_splitting_again_changes_nothing(text: str) -> None:
    for sentence in split_sentences(text):
        assert "".join(split_sentences(sentence)).replace(" ", "") == sentence.replace(" ", "")


@given(PROSE)
def test_a_sentence_has_no_blanks_around_it(text: str) -> None:
    for start, end in sentence_spans(text):
        assert text[start:end].rstrip() == text[start:end]


EXAMPLES = [
    ("Plans are late. Visits are not.", ["Plans are late.", "Visits are not."]),
    ("Dr Smith left. Mr. Jones came.", ["Dr Smith left.", "Mr. Jones came."]),
    ("This is needed.The council knows.", ["This is needed.", "The council knows."]),
    ("See No. 3 on p. 4. It is there.", ["See No. 3 on p. 4.", "It is there."]),
    ("They said “no.” They left.", ["They said “no.”", "They left."]),
    ("The board works well.2 The chair is new.", ["The board works well.", "The chair is new."]),
    ("It costs £2.5m. That is much.", ["It costs £2.5m.", "That is much."]),
    ("Is it safe? Yes! Good.", ["Is it safe?", "Yes!", "Good."]),
    (
        "Plans are late (Page 7, paragraph 2. Page 9, paragraphs 3, 4.) Visits are not.",
        ["Plans are late (Page 7, paragraph 2. Page 9, paragraphs 3, 4.)", "Visits are not."],
    ),
    (
        "Plans are late. (Page 7, paragraph 2.) Visits are not.",
        ["Plans are late. (Page 7, paragraph 2.)", "Visits are not."],
    ),
    (
        "Plans (of any kind) are late. Page 7 says why.",
        ["Plans (of any kind) are late.", "Page 7 says why."],
    ),
    ("e.g. plans and visits", ["e.g. plans and visits"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), EXAMPLES)
def test_examples(text: str, wanted: list[str]) -> None:
    assert split_sentences(text) == wanted


@pytest.mark.parametrize(
    "piece", ["a ", "a. ", "A.", ". ", "!", "?! ", "“a.” ", "1. ", "e.g. ", "…"]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = process_time()
    list(sentence_spans(text))
    assert process_time() - started < 1.0


def test_a_sentence_may_begin_with_a_sum_of_money() -> None:
    text = "Homes cost more than was planned. £3.4 million was moved. “£2 was left.” (£1 is lost.)"
    assert split_sentences(text) == [
        "Homes cost more than was planned.",
        "£3.4 million was moved.",
        "“£2 was left.”",
        "(£1 is lost.)",
    ]
