"""No text raises, and none takes long: the patterns are many, and texts are what they are."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.parsing.figures.shape import shape_of
from store.parsing.sentences import LONGEST

from .what_is_read import figures_of

PIECES = st.sampled_from(
    (
        "41% | 12 | twenty-two | a third | one in six | from | to | between | and | of | , | "
        "; | ( | ) | . | - | per cent | weeks | within | days | timescale | overdue | not | "
        "agency | staff | permanent | social workers | newly qualified | new | team | "
        "vacancies | vacant posts | turnover | caseloads | average | an average of | up to | "
        "over | just over | hold | cases | children | young people | looked after | "
        "in care | care leavers | number of | has risen | fallen | increased | "
        "compared with | the | national | England | in 2015 | at 31 March | aged | "
        "paragraphs | £ | waiting | without a plan | placements | same placement | reviews | "
        "visits | assessments | live outside the area | missing | appointed | recruited | "
        "shortlisted | this is an increase | protection plan | same | rate | 10,000 | "
        "nobody | no social worker | more than | ranging | the highest | average number of | "
        "worker | of the council's | posts are | now | : | up | temporary | of them | \t"
    ).split(" | ")
)
TEXTS = st.lists(PIECES, max_size=120).map(" ".join) | st.text(max_size=300)


@settings(deadline=None, max_examples=200)
@given(st.lists(TEXTS, max_size=3))
def test_no_text_raises_and_each_figure_stands_in_its_sentence(texts: list[str]) -> None:
    found = figures_of(*texts)
    for figure in found:
        assert 0 <= figure.sentence < len(texts)
        assert (figure.value is None) == (figure.low is not None) == (figure.high is not None)
        assert figure.low is None or figure.high is None or figure.low < figure.high


@given(TEXTS)
def test_each_number_of_a_shape_has_its_sign(text: str) -> None:
    shape = shape_of(text)
    if shape is not None:
        assert all(shape.text[place] in "#§¤^" for place in shape.numbers)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=4).map(" ".join))
def test_no_words_over_and_over_take_long(words: str) -> None:
    """Less than a second a kilobyte, by a wide margin."""
    text = ((words + " ") * LONGEST)[:LONGEST]
    start = time.process_time()
    figures_of(text)
    assert time.process_time() - start < LONGEST / 1000


@pytest.mark.parametrize(
    "text",
    [
        "3 " + "newly qualified " * 240,
        "3 " + "just over more than up to " * 150,
        "average caseloads " * 220,
        "agency 5% within timescale " * 140,
        "from 5 to 6 " * 330,
        "12 children " + "a" * 3900,
        "number of children in care " + "in at and to of is " * 200 + "5",
        "1 " * 1990,
        "a third of " * 360,
        "within " * 570,
        "3 children " * 360,
    ],
)
def test_what_might_be_slow_is_not(text: str) -> None:
    start = time.process_time()
    figures_of(text)
    assert time.process_time() - start < 1.5
