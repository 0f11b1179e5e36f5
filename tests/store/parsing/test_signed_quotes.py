"""Quotations that a page sets apart and signs, and lists that a word for findings announces."""

import pytest
from lxml import html

from store.findings.voices import voices
from store.parsing import parse
from store.parsing.speech.quotations import quoted
from store.reading.markup import lines_of

from .printing import reading_of

PAGE = (
    "<div><h1>Medway told to act by Ofsted</h1><p>By Sue Hall</p><p>5 March 2024</p>"
    "<p>Inspectors came to Medway Council in May.</p>"
    "<p>Leader Jo Bell said: “We know our task.”</p>{}<p>The next visit is in June.</p></div>"
)


@pytest.mark.parametrize(
    ("apart", "speaker", "voice"),
    [
        ("Care is better. – Ada Frost, Ofsted", "inspectors", "ofsted"),
        ("Care is better — Ada Frost, Ofsted", "inspectors", "ofsted"),
        ("<p>Care is better.</p><footer>— Ada Frost, HMI</footer>", "inspectors", "ofsted"),
        ("<p>Care is better.</p><cite>Director Ada Frost</cite>", "council", "council"),
        ("<p>Care is better.</p><cite>Ada Frost, Unison</cite>", "Unison", "other"),
        ("<p>Care is better.</p><p>Much better.</p><p>– Ada Frost</p>", "Ada Frost", "other"),
        ("<p>“Care is better.”</p><cite>Ada Frost</cite>", "Ada Frost", "other"),
    ],
)
def test_who_signs_what_is_set_apart_says_it(apart: str, speaker: str, voice: str) -> None:
    page = PAGE.format(f"<blockquote>{apart}</blockquote>")
    parsed = parse(reading_of(lines_of(html.fromstring(page))))
    document = parsed.document
    found = [q for q in document.quotations if q.text.startswith(("Care", "Much"))]
    assert {(q.speaker, q.voice) for q in found} == {(speaker, voice)}
    told = voices(document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
    by_text = {s.text: v for s, v in zip(document.sentences, told, strict=True)}
    assert voice in {v for text, v in by_text.items() if "Care is better" in text}
    assert by_text["The next visit is in June."] == "reporter"


@pytest.mark.parametrize(
    "apart",
    [
        "Caseloads - the main cause - are high.",
        "<p>Caseloads are high.</p><p>They were low in May.</p>",
        "Medway Council: children’s services",
    ],
)
def test_what_is_set_apart_unsigned_is_no_quotation(apart: str) -> None:
    page = PAGE.format(f"<blockquote>{apart}</blockquote>")
    document = parse(reading_of(lines_of(html.fromstring(page)))).document
    assert [q.text for q in document.quotations] == ["We know our task."]


ITEMS = ["“Plans drift”", "“Children wait”"]


@pytest.mark.parametrize(
    ("lead", "voice"),
    [
        ("Among the criticisms:", "ofsted"),
        ("The main findings were:", "ofsted"),
        ("Areas for improvement include:", "ofsted"),
        ("The unions’ concerns:", "other"),
        ("The council set out its strengths:", "council"),
    ],
)
def test_a_list_of_quotations_is_whose_findings_announce_it(lead: str, voice: str) -> None:
    above = ["Medway told to act", "Leader Jo Bell said: “We know our task.”"]
    texts = [*above, lead, *ITEMS, "The next visit is in June."]
    found = [words.voice for words in quoted(texts, frozenset({3, 4})) if words.marked]
    assert found[1:] == [voice, voice]


def test_in_a_paper_of_a_body_a_list_of_findings_may_be_its_own() -> None:
    texts = ["Our concerns:", *ITEMS]
    assert {w.voice for w in quoted(texts, frozenset({1, 2}), paper=True)} == {None}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("“Plans drift” was the verdict.", "ofsted"),
        ("“Plans drift” and “children wait” are two of the findings.", "ofsted"),
        ("“Plans drift” was the verdict of the council leader.", "council"),
        ("“Plans drift” was the verdict of one review.", None),
        ("“Plans drift” was a slogan.", None),
    ],
)
def test_the_verdict_is_ofsteds_unless_it_is_said_whose(text: str, voice: str | None) -> None:
    found = [words for words in quoted(["Medway told to act", text]) if words.marked]
    assert {words.voice for words in found} == {voice}
