"""What is the same concern and what is not, on invented sentences."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.repeats.likeness import likeness, same, worded
from store.repeats.words import content_words, stem

THEME = ("supervision",)

ALIKE = [
    (
        "Supervision of social workers is irregular and is often not recorded.",
        "Social workers do not have regular supervision and supervision is poorly recorded.",
    ),
    (
        "Pathway plans are not updated when a young person's circumstances change.",
        "Too many pathway plans are out of date and are not updated as circumstances change.",
    ),
    (
        "Children still have too many changes of social worker, although fewer than before.",
        "Too many changes of social worker make it hard for children to trust anyone.",
    ),
    (
        "Managers record their decisions, but seldom the rationale.",
        "Files record what managers decide without the reasons for the decision.",
    ),
]
UNLIKE = [
    # the same theme, another weakness
    (
        "Supervision is too seldom reflective.",
        "The electronic system cannot show when supervision last took place.",
    ),
    # the same weakness, another part of the service
    (
        "Personal education plans are of uneven quality.",
        "The quality of early help assessments is uneven.",
    ),
    # words that name no part of the service
    ("What this has changed cannot be told so early.", "So early, its effect cannot be told."),
    (
        "Some families are thereby left without what would help them.",
        "Thereby help comes late to some of these families.",
    ),
    ("", ""),
]


@pytest.mark.parametrize(("later", "earlier"), ALIKE)
def test_other_words_for_the_same_weakness_are_the_same(later: str, earlier: str) -> None:
    assert same(worded(later, THEME), worded(earlier, THEME))


@pytest.mark.parametrize(("later", "earlier"), UNLIKE)
def test_a_shared_theme_or_turn_of_phrase_is_not_enough(later: str, earlier: str) -> None:
    assert not same(worded(later, THEME), worded(earlier, THEME))


def test_other_themes_are_never_the_same_but_a_missing_one_may_be() -> None:
    text = ALIKE[0][0]
    assert not same(worded(text, ("supervision",)), worded(text, ("leadership", "recording")))
    assert same(worded(text, ("supervision",)), worded(text, ("recording", "supervision")))
    assert same(worded(text, ()), worded(text, ("supervision",)))


def test_forms_and_synonyms_of_a_word_are_one() -> None:
    assert stem("assessments") == stem("assessment") == stem("assessed")
    assert stem("workloads") == stem("caseload")
    assert content_words("Delays and drift") == content_words("It was slow: backlogs, and waiting.")


def test_a_set_phrase_counts_as_one_word() -> None:
    assert content_words("Return home interviews were late") == {"return home interview", "delay"}


TEXTS = st.text(max_size=400) | st.lists(
    st.sampled_from("not too many plans return home interviews missing from care and or".split()),
    max_size=60,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_likeness_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    a, b = worded(one, ()), worded(other, ())
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert likeness(a, b) <= likeness(a, a) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        "not " * 50_000,
        "missing from home and care or " * 8_000,
        "education employment training and or " * 8_000,
        "mental and emotional well being " * 8_000,
        "a" * 200_000,
        "\x00\ud800" * 1_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    worded(text, ())
    assert time.process_time() - start < 1 + len(text) / 1_000
    assert time.process_time() - start < 1
