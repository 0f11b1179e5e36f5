"""Who a person is that an article calls by name: by office, by a visit led, by a letter written."""

import pytest

from store.parsing.speech.quotations import quoted

HEAD = ["Wexmoor told to act", "A council spokesman said: “We know our task.”"]
"""The council speaks first, so that nobody gets its voice by mistake unseen."""


def voice_of(*paragraphs: str) -> str | None:
    """Whose voice the last quotation of an article is in."""
    found = [words for words in quoted([*HEAD, *paragraphs]) if words.marked]
    return found[-1].voice


@pytest.mark.parametrize(
    "introduced",
    [
        "Inspector Ada Frost’s report runs to nine pages.",
        "Ada Frost, Her Majesty’s Inspector, came in March.",
        "The report was signed by Ada Frost HMI.",
        "The inspection was carried out by Ada Frost in March.",
        "The visit, which was led by Ms Ada Frost, took two days.",
        "The letter, by Ada Frost, was sent on Monday.",
        "Ada Frost, who led the two-day visit, came back in March.",
        "Ada Frost, who signed the letter, came back in March.",
        "Ada Frost, of Ofsted, came back in March.",
    ],
)
def test_an_inspector_is_known_by_the_visit_or_the_letter(introduced: str) -> None:
    assert voice_of(introduced, "“Children drift,” Ms Frost wrote.") == "ofsted"
    assert voice_of(introduced, "“Children drift,” said Frost.") == "ofsted"


@pytest.mark.parametrize(
    "introduced",
    [
        "Ada Frost, who led the council through the inspection, came in March.",
        "Ada Frost, who wrote a response to the letter, came in March.",
        "The council’s report, written by Ada Frost, runs to nine pages.",
        "The walk, led by Ada Frost, took two days.",
        "Ada Frost is a fan of Ofsted’s.",
    ],
)
def test_nobody_else_is_an_inspector(introduced: str) -> None:
    assert voice_of(introduced, "“Children drift,” Ms Frost wrote.") != "ofsted"


@pytest.mark.parametrize(
    "introduced",
    [
        "Ada Frost became director of children’s services in May.",
        "Ada Frost was appointed chief executive in May.",
        "Ada Frost has been named as the new director of children’s services.",
        "Ada Frost took over as director in May.",
        "The council’s new chief executive is Ada Frost.",
        "Chief executive Ada Frost’s first week was busy.",
    ],
)
def test_who_has_taken_an_office_of_the_council_speaks_for_it(introduced: str) -> None:
    other = "A parent said: “I am tired.”"
    assert voice_of(introduced, other, "“We will do it,” said Ms Frost.") == "council"


@pytest.mark.parametrize(
    "who",
    [
        "Former director Ada Frost",
        "The council’s former chief executive, Ada Frost,",
        "Ada Frost, former cabinet member for children,",
        "Ada Frost, formerly leader of the council,",
        "Ex-council leader Ada Frost",
        "The previous director",
        "Ada Frost, who stood down as the council’s director in May,",
        "Ada Frost, who resigned as leader,",
        "Ada Frost, independent chair of the improvement board,",
        "The independent chairman of the board",
        "Cllr Ada Frost, who leads the opposition,",
    ],
)
def test_who_has_left_or_is_independent_does_not_speak_for_the_council(who: str) -> None:
    assert voice_of(f"{who} said: “It was well meant.”") == "other"


@pytest.mark.parametrize(
    "who",
    [
        "Outgoing director Ada Frost",
        "The then director, Ada Frost,",
        "Ada Frost, a former nurse and now the council’s director of children’s services,",
        "Ada Frost, who was a teacher before she became the council’s director,",
    ],
)
def test_who_holds_the_office_still_speaks_for_the_council(who: str) -> None:
    assert voice_of(f"{who} said: “It was well meant.”") == "council"


@pytest.mark.parametrize(
    ("before", "voice"),
    [
        ("Ada Frost, who carried out the inspection, was plain.", "ofsted"),
        ("Ada Frost, the council’s deputy leader, was in tears.", "council"),
        ("Cllr Ada Frost (Green) leads the opposition.", "other"),
        ("Cllr Ada Frost leads the Conservatives.", "other"),
        ("Members heard from director Ada Frost.", "council"),
        ("Mr Frost has six children.", "other"),
    ],
)
def test_he_and_she_are_whom_the_sentence_before_is_about(before: str, voice: str) -> None:
    former = {"ofsted": "council", "council": "other", "other": "council"}[voice]
    spoken = {"council": "Leader Bo Marsh said he was glad.", "other": "Tom Peel MP said no."}
    assert voice_of(spoken[former], before, "“It has to change,” she said.") == voice


def test_who_is_asked_replies() -> None:
    asked = "Cllr Sam Reed (Lab) asked: “Why so late?” "
    assert voice_of(f"Director Ada Frost said: “We act.” {asked}She replied: “Money.”") == "council"
    assert voice_of(f"Director Ada Frost said: “We act.” {asked}He added: “Why?”") == "other"


@pytest.mark.parametrize(
    ("text", "speaker", "voice"),
    [
        ("Opposition leader Ada Frost accused the cabinet of “sleep”.", "Opposition leader",
         "other"),
        ("Ada Frost accused the council of “sleep”.", "Ada Frost", "other"),
        ("The council leader accused ministers of “sleep”.", "council", "council"),
        ("Council accused by MP of “sleep”.", "MP", "other"),
        ("And MP Ada Frost said “no”.", "MP", "other"),
        ("But Wexmoor MP Ada Frost said “no”.", "Wexmoor MP", "other"),
        ("Her brother, Max*, said: “No.”", "Max", "other"),
        ("Max (not his real name) said: “No.”", "Max", "other"),
    ],
)  # fmt: skip
def test_who_accuses_and_whose_name_was_changed_is_heard(
    text: str, speaker: str, voice: str
) -> None:
    found = [words for words in quoted([text]) if words.marked]
    assert [(words.speaker, words.voice) for words in found] == [(speaker, voice)]


@pytest.mark.parametrize(
    "text",
    [
        "Council accused of neglect over plans",
        "The council was accused of neglect.",
        "The views expressed are his own.",
    ],
)
def test_nobody_is_heard_where_nobody_speaks(text: str) -> None:
    assert quoted([text]) == []
