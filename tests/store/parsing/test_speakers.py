"""Offices, parties and titles tell whose voice somebody's words are in."""

import pytest
from lxml import html

from store.parsing.speech.quotations import quoted
from store.reading.markup import lines_of


def voices_of(*paragraphs: str) -> list[str | None]:
    return [words.voice for words in quoted(paragraphs) if words.marked]


def speakers_of(*paragraphs: str) -> list[str | None]:
    return [words.speaker for words in quoted(paragraphs) if words.marked]


@pytest.mark.parametrize(
    "who",
    [
        "Ines Hall, Director of Children’s Services,",
        "Ines Hall, Wexmoor Council’s Corporate Director for Children, Education and Families,",
        "Director of Children's Services Ines Hall",
        "Wexmoor’s Executive Director – Children and Young People, Ines Hall,",
        "Councillor Amrit Gill, Cabinet Member for Young People, Schools & Families,",
        "Cllr Amrit Gill, Lead Member for Education, Skills and Children,",
        "Amrit Gill, strategic lead for families at the council,",
        "Portfolio Holder for Children and Families Amrit Gill",
        "Ines Hall, chief officer of Wexmoor Children First,",
        "Cllr Amrit Gill (Lab, Wexmoor South), cabinet member for children,",
        "Council leader Cllr Amrit Gill (Green)",
        "Councillor Amrit Gill, the Conservative cabinet member for children,",
        "Amrit Gill, Labour leader of Wexmoor Council,",
        "Councillor Amrit Gill (Con, Wexmoor South), Wexmoor’s new cabinet member for children,",
    ],
)
def test_who_holds_an_office_of_the_council_speaks_for_it(who: str) -> None:
    assert speakers_of(f"{who} said: “We know our task.”") == ["council"]


@pytest.mark.parametrize(
    "who",
    [
        "Opposition leader Cllr Amrit Gill",
        "Cllr Amrit Gill, leader of the opposition,",
        "The leader of the opposition, Cllr Gill,",
        "Conservative councillor Amrit Gill",
        "Green group leader Coun Amrit Gill",
        "Liberal Democrat leader Amrit Gill",
        "Amrit Gill, Labour’s spokeswoman for children and families,",
        "Councillor Gill, of the Wexmoor Independents group,",
        "Cllr Amrit Gill (Lib Dem, Wexmoor South)",
        "Her Conservative counterpart, Amrit Gill,",
        "Ines Hall, Director of Research at the Example Institute,",
        "Ines Hall, director of the Education and Skills Foundation,",
        "A spokesman for Wexmoor Safeguarding Children Partnership",
    ],
)
def test_who_is_of_a_party_or_another_body_does_not_speak_for_the_council(who: str) -> None:
    assert voices_of(f"{who} said: “This cannot go on.”") == ["other"]


def test_a_councillor_in_opposition_keeps_his_voice() -> None:
    assert voices_of(
        "Cllr Amrit Gill, who leads the Tory opposition, said: “It is shameful.”",
        "Cabinet member Cllr Jo Bell said: “We know.”",
        "“Nobody listens,” added Cllr Amrit Gill.",
        "“We do,” said Cllr Jo Bell.",
    ) == ["other", "council", "other", "council"]


@pytest.mark.parametrize(
    "who",
    [
        "Ines Hall, Ofsted’s National Director for Social Care,",
        "Ofsted’s regional director for the North East, Ines Hall,",
    ],
)
def test_a_director_of_ofsted_speaks_for_ofsted(who: str) -> None:
    assert voices_of(f"{who} said: “Work is slow.”") == ["ofsted"]


def test_a_body_with_children_in_its_name_is_called_by_its_name() -> None:
    text = "A spokesman for Wexmoor Safeguarding Children Board said: “We take note.”"
    assert speakers_of(text) == ["Wexmoor Safeguarding Children Board"]


def test_a_director_to_whom_a_letter_goes_speaks_for_the_council_all_the_same() -> None:
    assert voices_of(
        "In a letter to director Ines Hall, inspector Sam Poole said: “Plans drift.”",
        "“Supervision is missed,” he added.",
        "Ms Hall said: “We accept that.”",
        "She told the paper: “It will take time.”",
    ) == ["ofsted", "ofsted", "council", "council"]


def test_two_of_one_name_are_told_apart_by_their_first_names() -> None:
    assert voices_of(
        "Ines Hall, director of children’s services, said: “We know.”",
        "Opposition councillor Tom Hall said: “They do not.”",
        "“We do,” Ines Hall said.",
        "Speaking later, Tom Hall said: “Nothing changes.”",
    ) == ["council", "other", "council", "other"]


@pytest.mark.parametrize(
    ("paragraphs", "voices"),
    [
        (["The letter, sent to director Ines Hall, says: “Plans drift.”",
          "“Nobody asks why,” it adds."], ["ofsted", "ofsted"]),
        (["Lead inspector Sam Poole called plans “poor”.",
          "Mr Poole praised “driven” managers, and said staff stayed."], ["ofsted", "ofsted"]),
        (["Inspectors came in May.", "They were “heartened” by calm teams."], ["ofsted"]),
        (["Council leader Jo Bell said inspectors were “fair”."], ["council"]),
        (["Inspector Sam Poole said plans drift.",
          "He goes on to say that “supervision is missed”."], ["ofsted"]),
        (["Town hall bosses have been told: “Children wait.”"], ["ofsted"]),
        (["Councillors were told: “It will cost us.”"], [None]),
        (["Councillors heard that posts had “doubled”."], [None]),
        (["The council’s own review found “gaps” in records."], ["council"]),
        (["Ines Hall, director of children’s services, said: “We know.”",
          "She went on: “It takes time.”",
          "“Thank you,” she goes on."], ["council", "council", "council"]),
        (["Ines Hall, director of children’s services, said: “We know.”",
          "She paid tribute to “tireless” staff and added: “Thank you.”"],
         ["council", "council", "council"]),
        (["“Plans drift.” – Ofsted"], ["ofsted"]),
        (["“My worker left.” – Jo Bell, a foster carer from Wexmoor"], ["other"]),
        (["The charity called it a “shock”.", "“We hear it often,” a spokeswoman said."],
         ["other", "other"]),
        (["A spokesman for the GMB said: “Staff leave.”", "“Nobody stays,” the spokesman added."],
         ["other", "other"]),
        (["The MP said it was “sad”.", "A spokesman said: “We are sorry.”"], ["other", "council"]),
    ],
)  # fmt: skip
def test_who_is_meant(paragraphs: list[str], voices: list[str | None]) -> None:
    assert voices_of(*paragraphs) == voices


def test_a_word_quoted_in_a_list_is_whose_the_list_is() -> None:
    items = frozenset({1, 2})
    found = quoted(["The letter says:", "Staff are ‘driven’.", "Visits are made."], items)
    assert [(w.words, w.voice) for w in found if w.marked] == [("driven", "ofsted")]


def test_masked_words_are_no_name() -> None:
    for name in speakers_of("Visits to “quiet” homes and said: “They wait.”"):
        assert name is None or "x" not in name


def test_words_that_a_page_sets_apart_are_a_quotation() -> None:
    paragraphs = ["Cllr Amrit Gill, cabinet member, said:", "Inspectors saw the work of all.",
                  "Nobody rests.", "The letter is on Ofsted’s site."]  # fmt: skip
    found = [w for w in quoted(paragraphs, set_apart=frozenset({1, 2})) if w.marked]
    assert [(w.words, w.voice) for w in found] == [
        (paragraphs[1], "council"), (paragraphs[2], "council"),
    ]  # fmt: skip


def test_who_is_announced_and_says_we_needs_no_marks() -> None:
    assert voices_of(
        "In a statement, council leader Amrit Gill said:",
        "We are glad that inspectors praised our staff.",
        "There is more for us to do.",
        "A march is planned for Friday.",
    ) == ["council", "council"]


def test_a_page_tells_what_it_sets_apart() -> None:
    page = "<p>She said:</p><blockquote><p>One.</p><p>Two.</p></blockquote><p>Three.</p>"
    lines = lines_of(html.fromstring(page))
    assert [line.text for line in lines if line.quote] == ["One.", "Two."]
