"""Every sentence of an article is given to who says it."""

import pytest

from store.findings.voices import voices
from store.model.line import Line
from store.parsing import parse
from tests.store.parsing.printing import reading_of
from tests.store.parsing.spoken_articles import ARTICLES, Article

HEAD = ["By Jane Doe", "5 March 2024"]


def voiced(paragraphs: list[str]) -> list[tuple[str, str]]:
    lines = [Line(row, gap=True) for row in ["Council told to act on children’s services", *HEAD]]
    parsed = parse(reading_of([*lines, *(Line(text, gap=True) for text in paragraphs)]))
    assert parsed.document.kind == "article"
    found = voices(parsed.document, parsed.quoted, parsed.paragraph_of)
    return [(s.text, v) for s, v in zip(parsed.document.sentences, found, strict=True)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_sentences_have_the_voice_of_their_speaker(article: Article) -> None:
    said = voiced(article.paragraphs)
    got = {words: [voice for text, voice in said if words in text] for words in article.told}
    assert got == {words: [voice] for words, voice in article.told.items()}


def test_letters_speak_as_ofsted_whatever_they_quote() -> None:
    lines = [
        "Monitoring visit to Tameside children’s services",
        "This letter summarises the findings of the monitoring visit to Tameside on 5 March 2019.",
        "Yours sincerely",
        "The council said: “We agree.”",
    ]
    parsed = parse(reading_of([Line(text, gap=True) for text in lines]))
    found = voices(parsed.document, parsed.quoted, parsed.paragraph_of)
    assert set(found) == {"ofsted"}


def test_a_letter_that_an_article_prints_whole_speaks_as_ofsted() -> None:
    letter = ["This letter summarises the findings of the monitoring visit to Wexmoor in May.",
              "Plans drift."]  # fmt: skip
    told = dict(voiced(["Here is all of it.", *letter, "Yours sincerely", "A march is planned."]))
    assert told[letter[0]] == told["Plans drift."] == "ofsted"
    assert told["Here is all of it."] == told["A march is planned."] == "reporter"
    unsigned = dict(voiced(["Here is some of it.", *letter, "A march is planned."]))
    assert unsigned["A march is planned."] == "reporter"
