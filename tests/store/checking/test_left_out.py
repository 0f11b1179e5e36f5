"""What an article takes up of its letter, theme by theme, and what it leaves out."""

import msgspec
import pytest

from store.checking.coverage import (
    coverage,
)
from store.checking.left_out import themes_covered
from store.checking.paraphrase import Compared, any_same
from store.checking.verdicts import NOT_FOUND, Verdict
from store.model.document import CouncilNamed
from tests.store.checking.made_papers import LETTER, TAMESIDE, checked, paper, told


def test_themes_not_mentioned_come_first_with_what_was_left_out() -> None:
    article = paper(
        "a",
        "article",
        told("Supervision was irregular and was not recorded, the letter says.", "supervision"),
        told("Staff have been praised for their work.", "workforce", polarity="strength"),
    )
    found = {theme.theme: theme for theme in themes_covered(article, LETTER)}
    assert list(found)[:3] == ["caseloads", "family-identity", "missing-exploitation"]
    assert list(found)[-1] == ""
    assert "direct-work" not in found and "drift-delay" not in found
    assert found["caseloads"].left_out == (2,) and not found["caseloads"].covered
    assert found["supervision"].left_out == () and found["supervision"].covered
    assert found["recording"].covered
    assert found["workforce"].left_out == (1,) and found["workforce"].mentioned
    assert not found["workforce"].covered and list(found)[3] == "workforce"


def test_a_theme_is_mentioned_by_its_label_or_by_name() -> None:
    letter = paper(
        "l",
        "monitoring-visit-letter",
        told("Monthly checks have said so repeatedly.", "quality-assurance"),
        told("Nobody asks what children think.", "voice-of-the-child"),
    )
    article = paper("a", "article", told("Audits are picking out the right faults."))
    found = {theme.theme: theme for theme in themes_covered(article, letter)}
    assert found["quality-assurance"].mentioned and not found["quality-assurance"].covered
    assert not found["voice-of-the-child"].mentioned


def test_the_words_of_the_council_are_not_what_the_article_made_of_the_letter() -> None:
    words = "Life story work is not done with all children."
    for voice, covered in (("council", False), ("ofsted", True), ("reporter", True)):
        article = paper("a", "article", told(words, "family-identity", voice=voice))
        found = {theme.theme: theme for theme in themes_covered(article, LETTER)}
        assert found["family-identity"].covered is covered
        assert found["family-identity"].mentioned is covered


def test_a_passage_that_the_council_quotes_is_not_taken_up() -> None:
    article = paper("a", "article", told("Nothing alike at all."))
    for voice, left_out in (("council", (3,)), ("ofsted", ())):
        known = [checked(Verdict("exact", "l", 3, score=1.0), voice=voice)]
        themes = {theme.theme: theme for theme in coverage(article, LETTER, known).themes}
        assert themes["family-identity"].left_out == left_out


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [
        ("Diaries are kept by hand while teams move house, and calls at the homes of foster "
         "carers do not show who was at the door.",
         "A diary is kept by hand while the team moves house, so that nobody who takes up the file "
         "later can tell from it what was tried with a parent or what came of that.", True),
        ("One in three, or 34 per cent of posts, lies vacant.",
         "Even so 34% of all posts in the teams are vacant, which the council must mend.", True),
        ("One in three, or 34 per cent of posts, lies vacant.",
         "Teams are asked to mend this before June, for 36% of posts in it are vacant and idle.",
         False),
    ],
)  # fmt: skip
def test_paraphrases(theirs: str, ours: str, same: bool) -> None:
    assert any_same(Compared(told(ours)), [Compared(told(theirs))]) is same


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On 15 May and on 16 and 17 June 2018 the post was vacant.", set()),
        ("Of 1,204 children 41 per cent, or 3%, waited 18.5 days for 2 visits.",
         {"1204", "41%", "3%", "18.5"}),
        ("It costs £250,000.", set()),
    ],
)  # fmt: skip
def test_numbers_that_tell_a_sentence(text: str, numbers: set[str]) -> None:
    assert Compared(told(text)).numbers == numbers


def test_what_was_quoted_is_taken_up() -> None:
    article = paper("a", "article", told("Nothing alike at all."))
    known = themes_covered(article, LETTER, {3})
    assert next(t for t in known if t.theme == "family-identity").left_out == ()


def test_of_a_letter_on_two_councils_only_those_of_the_article_count() -> None:
    both = msgspec.structs.replace(
        LETTER,
        councils=(*TAMESIDE, CouncilNamed("Bury", None)),
        sentences=(
            told("Visits are late.", "drift-delay", council="Bury"),
            told("Plans are vague.", "assessment-planning", council="Tameside"),
        ),
    )
    article = paper("a", "article", told("Something else."))
    assert [theme.theme for theme in themes_covered(article, both)] == ["assessment-planning"]


def test_counts_leave_out_own_words_and_concerns_without_a_theme() -> None:
    article = paper("a", "article", told("Nothing alike at all."))
    found = coverage(
        article,
        LETTER,
        [
            checked(Verdict("exact", "l", 3, score=1.0)),
            checked(NOT_FOUND, 1),
            checked(NOT_FOUND, 2, "council"),
        ],
    )
    assert (found.with_verdict("exact"), found.with_verdict("not found")) == (1, 1)
    assert len(found.told) == 2 and found.own_words == 1
    assert len(found.named_themes) == 6 and found.covered_themes == 1
    alone = coverage(article, None, [])
    assert alone.letter is None and alone.themes == () and alone.figures == ()
