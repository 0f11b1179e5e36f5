"""Articles that print a letter of Ofsted's in full."""

from store.model.vocabulary import Voice
from store.parsing import parse

from .printing import as_text
from .what_is_read import told_by

HEAD = [
    "Inspectors’ letter to Medway Council in full",
    "By Jane Doe",
    "7 June 2019",
    "Ofsted has written to Medway Council after a monitoring visit on 14 and 15 May.",
    "“We will read it with care,” said a council spokesman.",
    "The letter reads in full:",
]
LETTER = [
    "This letter summarises the findings of the monitoring visit to Medway children’s services.",
    "Findings",
    "Assessments are now thorough. Too many children still wait to be seen.",
    "Staff told inspectors: “We like it here.”",
]
CLOSING = ["Yours sincerely", "Ann Bell", "Her Majesty’s Inspector"]
AFTER = ["A parent said: “I was never asked.”", "The next visit is due in the autumn of this year."]


def told(rows: list[str]) -> dict[str, Voice]:
    parsed = parse(as_text("\n\n".join(rows)))
    assert parsed.document.kind == "article"
    return told_by(parsed)


def test_the_letter_s_sentences_are_ofsted_s_and_its_signature_is_no_sentence() -> None:
    found = told([*HEAD, *LETTER, *CLOSING, *AFTER])
    assert found[LETTER[0]] == "ofsted"
    assert found["Assessments are now thorough."] == "ofsted"
    assert found["Too many children still wait to be seen."] == "ofsted"
    assert found[HEAD[3]] == found[AFTER[1]] == "reporter"
    assert found[HEAD[4]] == "council"
    assert found[AFTER[0]] == "other"
    assert not {*CLOSING} & {*found}


def test_of_an_extract_nothing_tells_where_it_ends() -> None:
    found = told([*HEAD, *LETTER[:3], *AFTER])
    assert found[AFTER[0]] == "other"
    assert found[AFTER[1]] == "reporter"


def test_an_article_without_a_letter_is_as_it_was() -> None:
    found = told([*HEAD, "Assessments are now thorough, it says.", *AFTER])
    assert found[HEAD[3]] == found[AFTER[1]] == "reporter"
