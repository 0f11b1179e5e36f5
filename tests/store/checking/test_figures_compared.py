"""The figures of an article beside those of its letter."""

import msgspec
import pytest

from store.checking.figures import compare_figures, counted, same_number
from store.model.document import Figure
from tests.store.checking.made_papers import figure, paper, told


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [
        (figure(41), figure(41), True),
        (figure(41), figure(41.4), True),
        (figure(42), figure(41.4), False),
        (figure(41.2), figure(41.4), False),
        (figure(41), figure(40), False),
        (figure(28), figure(None, low=26, high=28), True),
        (figure(27), figure(None, low=26, high=28), False),
        (figure(None, low=26, high=28), figure(None, low=26, high=28), True),
        (figure(None, low=26, high=28), figure(28), False),
    ],
)
def test_which_numbers_say_the_same(theirs: Figure, ours: Figure, same: bool) -> None:
    assert same_number(theirs, ours) is same


def test_what_looks_back_is_not_asked_of_the_letter() -> None:
    then = figure(33, "unallocated cases", "cases", as_of="2016")
    article = paper("a", "article", told("Inspectors then found 33."), figures=(then,))
    assert compare_figures(article, paper("l", "monitoring-visit-letter", told("Good."))) == ()


def test_a_share_in_words_says_the_same_as_one_in_per_cent_near_it() -> None:
    assert same_number(figure(33.3, printed="a third"), figure(33))
    assert not same_number(figure(33.3, printed="a third"), figure(37))


def test_figures_are_the_same_other_or_not_in_the_letter() -> None:
    article = paper(
        "a",
        "article",
        told("Agency staff make up 40 per cent of the workforce."),
        told("The average caseload was 19."),
        told("The council left 33 cases unallocated."),
        told("The council told inspectors that 15 people were shortlisted."),
        figures=(
            figure(40),
            figure(19, "average caseload", "cases", sentence=1),
            figure(33, "unallocated cases", "cases", sentence=2),
            figure(15, "shortlisted for interview", "people", sentence=3),
        ),
    )
    letter = paper(
        "l",
        "monitoring-visit-letter",
        told("41% of staff are agency workers."),
        told("Caseloads averaged 18.5."),
        told("Inspectors were told that 15 people had been shortlisted."),
        figures=(figure(41), figure(18.5, "average caseload", "cases", sentence=1)),
    )
    found = compare_figures(article, letter)
    assert [each.verdict for each in found] == [
        "other number", "same", "not in the letter", "same",
    ]  # fmt: skip
    assert found[0].beside == letter.figures[0] and found[0].sentence == 0
    assert found[1].sentence == 1 and found[2].sentence is None
    assert found[3].beside is None and found[3].sentence == 2
    assert counted(found) == {"same": 2, "other number": 1, "not in the letter": 1}


@pytest.mark.parametrize(
    "text",
    [
        "The visit took place on 15 May.",
        "It wants between 10 and 15 unallocated cases at most.",
        "There are 10 to 15 unallocated cases.",
        "There are 215 unallocated cases, and 15% of them are late.",
    ],
)
def test_a_number_of_another_matter_is_not_taken_for_the_same(text: str) -> None:
    article = paper("a", "article", told("15 cases were unallocated."))
    article = msgspec.structs.replace(article, figures=(figure(15, "unallocated cases", "cases"),))
    letter = paper("l", "monitoring-visit-letter", told(text))
    assert compare_figures(article, letter)[0].verdict == "not in the letter"
