"""Quotations are found with their marks, and given to who speaks them."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model.line import Line
from store.model.vocabulary import VOICES
from store.parsing import parse
from store.parsing.speech.quotations import quoted
from store.parsing.speech.quote_marks import marked

from .printing import reading_of
from .spoken_articles import ARTICLES, Article


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_quotations_are_given_to_their_speakers(article: Article) -> None:
    bullets = frozenset(i for i, text in enumerate(article.paragraphs) if text.startswith("•"))
    found = [words for words in quoted(article.paragraphs, bullets) if words.marked]
    got = {
        begins: [words.voice for words in found if words.words.startswith(begins)][:1]
        for begins in article.quoted
    }
    assert got == {begins: [voice] for begins, voice in article.quoted.items()}
    assert len(found) == len(article.quoted), [words.words for words in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('Rated "inadequate" by "all".', ["inadequate", "all"]),
        ("The managers’ work and the children’s plans.", []),
        ("‘The managers’ work’, it said, is ‘poor’.", ["The managers’ work", "poor"]),
        ("A ‘good’ school, 'fair' pay and the '90s.", ["good", "fair"]),
        ("“She said ‘no’ twice,” he said.", ["She said ‘no’ twice"]),
        ("'It isn't \"safe\" at all,' she said.", ['It isn\'t "safe" at all']),
        ("said:“We agree.”", ["We agree."]),
        ("It is called “the front door", ["the front door"]),
        ("“First. “Second.”", ["First.", "Second."]),
        ("“” and \"\" and '' and “ . ”", []),
        ('A 6" pipe, 5\'2" tall', []),
        ("«Guillemets» too", ["Guillemets"]),
        ("The boss's 'plan' for the families' homes", ["plan"]),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    assert [text[m.start : m.end] for m in marked(text)] == wanted


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (["It said: ‘The work is slow.", "‘Plans drift.’"], ["The work is slow.", "Plans drift."]),
        (["It said: 'Foster carers' views are lost and nobody asks.", "'They wait.'"],
         ["Foster carers' views are lost and nobody asks.", "They wait."]),
        (["The ‘quiet’ homes are few.", "‘They wait,’ it said."], ["quiet", "They wait"]),
        (["She said: ‘The managers’ work is poor.’", "‘They wait.’"],
         ["The managers’ work is poor.", "They wait."]),
        (["The carers' home and the workers' room.", "'They wait,' it said."], ["They wait"]),
    ],
)  # fmt: skip
def test_a_quotation_in_single_marks_may_open_each_paragraph(
    paragraphs: list[str], wanted: list[str]
) -> None:
    assert [words.words for words in quoted(paragraphs) if words.marked] == wanted


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (["Services were rated inadequate in May 2017, with drift cited as “endemic”."],
         ["Ofsted, May 2017"]),
        (["A visit in May 2018 found work was “too slow”."], ["Ofsted, May 2018"]),
        (["“Work is slow,” the letter states."], ["letter"]),
        (["The inspection summary was blunt.", "“Work is slow,” it said.", "“Plans drift.”"],
         ["inspection summary", "inspection summary"]),
        (["“Work is slow,” says Ofsted’s report."], ["report"]),
        (["“Work is slow,” inspectors said."], ["inspectors"]),
        (["“We know,” said Jo Bell, the council’s director of children’s services."], ["council"]),
        (["“We know,” said Jo Bell, of the tenants’ club."], ["Jo Bell"]),
        (["A “bold” plan was published."], [None]),
        (["Inspectors, who came after services failed in May 2017, found plans “sound”."],
         ["inspectors"]),
        (["One line, in which Ofsted is said to have warned of “a free fall”, is not in it."],
         ["Ofsted"]),
        (["A meeting at which the council promised “reform” went on till late."], ["council"]),
        (["Words attributed to inspectors online, “a lost cause”, were made up."], ["inspectors"]),
        (["The delay was attributed to the council’s “perfect storm” of vacancies."], [None]),
        (["A note in which was stated “do not visit” lay on the desk."], [None]),
        (["One neighbour who was there said “it was quiet”."], ["One neighbour"]),
    ],
)  # fmt: skip
def test_speakers_are_named(paragraphs: list[str], speakers: list[str | None]) -> None:
    assert [words.speaker for words in quoted(paragraphs) if words.marked] == speakers


def test_what_somebody_is_only_said_to_have_said_is_a_quotation_and_no_more() -> None:
    text = "A post in which inspectors are said to have called homes “unfit” was taken down."
    assert [(w.words, w.voice, w.marked) for w in quoted([text])] == [("unfit", "ofsted", True)]


def test_a_quotation_knows_its_place_in_the_document() -> None:
    rows = ["Council told to act", "By Jane Doe", "5 March 2024",
            "Ofsted said plans were late. “Some are missing,” inspectors wrote.",
            "A spokesman said: “We are sorry.", "“It will not happen again,” he said."]  # fmt: skip
    document = parse(reading_of([Line(row, gap=True) for row in rows])).document
    assert [q.text for q in document.quotations] == [
        "Some are missing", "We are sorry.", "It will not happen again",
    ]  # fmt: skip
    for quotation in document.quotations:
        assert document.text[quotation.start : quotation.end] == quotation.text
        sentence = document.sentences[quotation.sentence]
        assert sentence.start <= quotation.start < sentence.end


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", " said ", "Ofsted ", "the council ", "he ", ", ", ". ", ": ",
     "inspectors ", "found ", "a spokesman for ", "Jo Bell ", "was rated by ", "children’s ",
     "the letter ", "to ", "leader of ", "MP", "in May 2017 ", "\n", "— ", "x", "Who "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@given(st.lists(TEXTS, max_size=6))
@settings(max_examples=300, deadline=None)
def test_any_paragraphs_are_read(paragraphs: list[str]) -> None:
    for words in quoted(paragraphs):
        assert paragraphs[words.paragraph][words.start : words.end] == words.words
        assert words.voice is None or words.voice in VOICES
        assert words.words.strip()


@given(TEXTS.filter(bool))
@settings(max_examples=60, deadline=None)
def test_time_grows_with_length_alone(text: str) -> None:
    wall = (text * (4096 // len(text) + 1))[:4096]
    started = process_time()
    quoted([wall])
    assert process_time() - started < 1.0
