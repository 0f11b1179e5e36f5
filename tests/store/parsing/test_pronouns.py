"""A pronoun, a crosshead or a trailing clause is his who spoke, known to hold an office or not."""

import pytest

from store.parsing.speech.quotations import Quoted, quoted

LEAD = "Inspectors wrote that “plans are late”."


def by(words: str, *paragraphs: str) -> tuple[str | None, str | None]:
    """Voice and speaker of the quotation that begins with these words."""
    found: list[Quoted] = quoted(["Services under review", LEAD, *paragraphs])
    [one] = [q for q in found if q.marked and q.words.startswith(words)]
    return one.voice, one.speaker


@pytest.mark.parametrize(
    ("words", "paragraph", "voice"),
    [
        ("It is", "Care leaver Sam Poole says inspectors cared. “It is good,” he says.", "other"),
        ("It is", "Teacher Ann Fox says inspectors were fair. “It is good,” she adds.",
         "other"),
        ("We lose", "The charity was not so sure. “We lose staff,” it said.", "other"),
        ("We lose", "Unison took another view. “We lose staff,” it said.", "other"),
        ("Stay", "Jo Bell, who runs Medway’s children’s services, says all can change."
         " “Stay with it,” she says.", "council"),
        ("Stay", "Jo Bell, who heads both Medway and Kent children’s services, says all can"
         " change. “Stay with it,” she says.", "council"),
        ("let down", "The coroner criticised the council, saying it “let down” a boy.", "other"),
        ("let down", "The judge found the authority at fault, warning that it “let down” a boy.",
         "other"),
        ("We asked", "Parents told inspectors: “We asked for help.”", "ofsted"),
    ],
)  # fmt: skip
def test_who_is_meant(words: str, paragraph: str, voice: str) -> None:
    assert by(words, paragraph)[0] == voice


BELOW = "Director Jo Bell said there was more to do."


@pytest.mark.parametrize("crosshead", ["‘More to do’", "“We have more to do”", "'More to do'"])
def test_a_crosshead_is_his_who_speaks_below_it(crosshead: str) -> None:
    words = crosshead.strip("‘’“”'")
    assert by(words, crosshead, BELOW)[0] == "council"
    assert by(words, crosshead, "The next visit is in May.") == (None, None)


def test_words_that_a_colon_leads_in_are_no_crosshead() -> None:
    assert by("More to do", "The inspectors’ verdict reads:", "“More to do”", BELOW)[0] == "ofsted"


def test_a_feeling_in_a_headline_is_his_beside_whom_it_stands() -> None:
    [first, *_] = quoted(["Council boss ‘ashamed’ after services are rated inadequate", LEAD])
    assert (first.words, first.voice) == ("ashamed", "council")
    [first, *_] = quoted(["Children ‘at risk’ after services are rated inadequate", LEAD])
    assert (first.words, first.voice) == ("at risk", "ofsted")
