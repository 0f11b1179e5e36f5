"""A corrected sentence is found again, however its document is cut into sentences now."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.library.refinding import LEAST_SHARE, SHORTEST, Present, key_of, settle
from store.model.correction import Correction

WORDS = st.text("abcdefghij", min_size=1, max_size=9)
TEXTS = st.lists(WORDS, min_size=4, max_size=60)


def said(text: str, occurrence: int = 0, when: str = "", sha256: str = "s") -> Correction:
    return Correction(
        sha256=sha256, text=text, occurrence=occurrence, polarity="concern", when=when
    )


def cut(words: list[str], cuts: set[int]) -> list[str]:
    """The words as sentences that end before these places."""
    edges = [0, *sorted(place for place in cuts if 0 < place < len(words)), len(words)]
    return [" ".join(words[a:b]) for a, b in itertools.pairwise(edges) if a < b]


@given(TEXTS, st.sets(st.integers(1, 59)), st.sets(st.integers(1, 59)), st.data())
def test_what_is_found_after_another_splitting_covers_most_of_it(
    words: list[str], before: set[int], after: set[int], data: st.DataObject
) -> None:
    old, new = cut(words, before), cut(words, after)
    index = data.draw(st.integers(0, len(old) - 1))
    occurrence = Present(old).occurrence(index)
    found = Present(new).find(said(old[index], occurrence), same_bytes=False)
    if found is None:
        # Only what is short or shares too little with every sentence at its place is given up.
        key, start = key_of(old[index]), len(key_of("".join(old[:index])))
        assert (
            len(key) < SHORTEST
            or _best_share(new, start, len(key)) < LEAST_SHARE
            or (key_of("".join(words)).count(key) > 1)
        )
    else:
        here, there = key_of(old[index]), key_of(new[found.index])
        assert found.share >= LEAST_SHARE
        assert here == there or _common(here, there) >= LEAST_SHARE * max(len(here), len(there))


def _best_share(new: list[str], start: int, length: int) -> float:
    best, place = 0.0, 0
    for sentence in new:
        size = len(key_of(sentence))
        common = min(start + length, place + size) - max(start, place)
        best = max(best, common / max(size, length))
        place += size
    return best


def _common(one: str, other: str) -> int:
    """Length of the longest end of one that the other begins with, or of the contained one."""
    if one in other or other in one:
        return min(len(one), len(other))
    ends = [n for n in range(1, min(len(one), len(other)) + 1)
            if one.endswith(other[:n]) or other.endswith(one[:n])]  # fmt: skip
    return max(ends, default=0)


@given(TEXTS, st.sets(st.integers(1, 59)))
def test_the_same_splitting_finds_every_sentence_itself(words: list[str], cuts: set[int]) -> None:
    texts = cut(words, cuts)
    present = Present(texts)
    for index, text in enumerate(texts):
        found = present.find(said(text, present.occurrence(index)), same_bytes=True)
        assert found is not None and found.index == index and found.share == 1


@given(st.lists(st.text(max_size=40), max_size=20), st.text(max_size=60), st.booleans())
def test_no_text_makes_it_fail(texts: list[str], text: str, same: bool) -> None:
    found = Present(texts).find(said(text, 3), same_bytes=same)
    assert found is None or 0 <= found.index < len(texts)


LONG = "Management oversight of casework is not yet effective across the service."


@pytest.mark.parametrize(
    "now",
    [
        "MANAGEMENT oversight of case-work is not yet effective across the service .",
        "“Management oversight of casework is not\u00a0yet eﬀective across the service.”",
        "Management oversight of casework is not yet effec- tive across the service.",
    ],
)
def test_print_may_differ(now: str) -> None:
    found = Present(["Another sentence.", now]).find(said(LONG), same_bytes=False)
    assert found is not None and found.index == 1 and found.share == 1


def test_a_sentence_joined_with_a_shorter_one_is_found_in_it() -> None:
    texts = [f"{LONG} Leaders know this.", "The end."]
    found = Present(texts).find(said(LONG), same_bytes=False)
    assert found is not None and found.index == 0 and LEAST_SHARE <= found.share < 1


def test_a_sentence_drowned_in_a_long_one_is_given_up() -> None:
    texts = [f"{LONG} " + "Much else was said of much else on that day. " * 6]
    assert Present(texts).find(said(LONG), same_bytes=True) is None


def test_a_sentence_cut_in_two_goes_to_the_longer_part() -> None:
    texts = ["Management oversight;", "of casework is not yet effective across the service."]
    found = Present(texts).find(said(LONG), same_bytes=False)
    assert found is not None and found.index == 1


@pytest.mark.parametrize(
    "now",
    [
        LONG.replace("not yet effective", "yet effective"),
        LONG.replace("effective", "ineffective"),
        LONG.replace("the service", "the 5 services"),
    ],
)
def test_other_words_that_turn_the_meaning_are_another_sentence(now: str) -> None:
    for same in (True, False):
        assert Present([now]).find(said(LONG), same_bytes=same) is None


def test_a_word_read_otherwise_from_the_same_bytes_is_the_same_sentence() -> None:
    now = LONG.replace("casework", "caseworks")
    found = Present(["Nothing of that.", now]).find(said(LONG), same_bytes=True)
    assert found is not None and found.index == 1
    assert Present([now]).find(said(LONG), same_bytes=False) is None
    other = LONG.replace("casework", "caseworkz")
    assert Present([now, other]).find(said(LONG), same_bytes=True) is None, "which is it?"


def test_of_two_for_one_sentence_the_closer_has_it_then_its_own_then_the_newer() -> None:
    joined = f"{LONG} Leaders know."
    whole, part = said(joined, when="1"), said(LONG, when="2")
    settled, lost = settle([part, whole], [joined], "s")
    assert settled == {0: whole} and lost == [part]
    inherited, own = said(LONG, when="9", sha256="other"), said(LONG, when="1")
    assert settle([inherited, own], [LONG], "s")[0] == {0: own}
    older, newer = said(LONG, when="1", sha256="a"), said(LONG, when="2", sha256="b")
    assert settle([newer, older], [LONG], "s")[0] == {0: newer}


def test_the_same_words_twice_are_two_sentences() -> None:
    texts = [LONG, "Between.", LONG]
    second = said(LONG, Present(texts).occurrence(2))
    assert settle([second], texts, "s")[0] == {2: second}
