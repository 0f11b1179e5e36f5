"""Sentences made from real ones: new, readable, the same at each run, of the kinds meant."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.training.variants import clauses, neighbours, variants

TEXTS = [
    "Social workers visit children regularly, but plans are not always clear.",
    "Managers’ oversight has improved, although supervision is too infrequent in some teams.",
    "Most care leavers are in suitable accommodation.",
    "Assessments are timely; they lead to effective help for families.",
]
NEAR = {"children": ["families"], "clear": ["precise"], "supervision": ["oversight"]}


def made(count: int, seed: int = 0) -> list[str]:
    return variants(TEXTS, np.ones(len(TEXTS), np.float32), NEAR, count, seed)


def test_what_is_made_is_new_and_each_only_once() -> None:
    found = made(60)
    assert len(found) == 60 == len({text.lower() for text in found})
    assert not {text.lower() for text in found} & {text.lower() for text in TEXTS}


def test_one_seed_makes_the_same_and_another_does_not() -> None:
    assert made(30) == made(30) != made(30, seed=1)


def test_every_kind_is_made() -> None:
    found = " | ".join(made(150))
    assert "| Plans are not always clear. |" in found  # a clause alone
    assert "families regularly" in found  # a word's neighbour
    assert "Ofsted" in found or "nspectors" in found  # told by another
    assert "has not yet improved" in found or "needs to improve" in found  # turned round


def test_clauses_are_cut_where_one_ends() -> None:
    assert clauses(TEXTS[0]) == [
        "Social workers visit children regularly",
        "plans are not always clear",
    ]
    assert clauses("Too short, this.") == []


def test_a_text_that_is_hard_is_changed_more_often() -> None:
    doubt = np.array([0.5, 0, 0, 0], np.float32)
    found = variants(TEXTS, doubt, {}, 60)
    first = sum("visit" in text or "always clear" in text for text in found)
    assert first > 20


def test_neighbours_are_the_nearest_and_not_the_word_itself() -> None:
    words = ["timely", "prompt", "foster", "22"]
    vectors = np.array([[1, 0], [0.9, 0.1], [0, 1], [1, 0]], np.float32)
    found = neighbours(words, vectors)
    assert found["timely"] == ["prompt"] and found["foster"] == [] and "22" not in found


@pytest.mark.parametrize("texts", [[], ["short"], ["word " * 100]])
def test_where_nothing_can_be_made_nothing_is(texts: list[str]) -> None:
    assert variants(texts, np.ones(len(texts), np.float32), {}, 5) == []


@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_may_be_changed(texts: list[str]) -> None:
    for text in variants(texts, np.ones(len(texts), np.float32), {}, 5):
        assert text.strip() and text not in texts
