"""Sentences: every character keeps its place, and none is lost or told twice."""

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.parsing.sentences import sentence_spans, split_sentences

WORDS = "Plans are clear and Dr Smith said so e.g. in May. No. 3 was “late”. It is (mostly) done!"
PROSE = st.lists(
    st.sampled_from(
        [
            *WORDS.split(),
            "12.",
            "?",
            "…",
            "U.K.",
            "needed.The",
            "2.1",
            "’",
            "A.",
            "17.2",
            "3.4 Amber",
        ]
    ),
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


@given(st.decimals(0, 999, places=1), st.sampled_from(["Amber", "FTE posts", "Million", "Yes."]))
def test_no_decimal_is_cut(number: Decimal, behind: str) -> None:
    text = f"Caseloads are {number} {behind}"
    assert split_sentences(text) == [text]


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
    ("Absence is 7.4 Red against 5.2 Green.", ["Absence is 7.4 Red against 5.2 Green."]),
    ("Turnover\t12\t16.3\tRed", ["Turnover\t12\t16.3\tRed"]),
    ("It took 3.5 Million pounds.", ["It took 3.5 Million pounds."]),
    ("Plans fell short. 4.2 The board agreed.", ["Plans fell short.", "4.2 The board agreed."]),
    ("It was set up in 2019.3 The chair left.", ["It was set up in 2019.", "The chair left."]),
    ("It rose to 31 (of 40).12 The rest left.", ["It rose to 31 (of 40).", "The rest left."]),
    ("It met at No.10 Downing Street.", ["It met at No.10 Downing Street."]),
    ("It fell from 20 to 18.The rest left.", ["It fell from 20 to 18.", "The rest left."]),
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
