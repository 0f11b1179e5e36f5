"""Letters after monitoring and focused visits, in every wording known and every rendering."""

from functools import partial
from random import Random

import pytest

from store.model.document import Document
from store.parsing import parse

from .letters import visit_letter
from .printing import RENDERINGS, as_joined_text, as_text, every_variant, only
from .what_is_read import read

KINDS = ("monitoring", "focused")


def facts_of(document: Document) -> dict[str, object]:
    visit = document.visits[0] if document.visits else None
    return {
        "kind": document.kind,
        "councils": [council.name for council in document.councils],
        "letter_date": document.letter_date,
        "addressee": document.addressee,
        "visit.kind": visit and visit.kind,
        "visit.start": visit and visit.start,
        "visit.end": visit and visit.end,
        "visit.ordinal": visit and visit.ordinal,
        "judged_inadequate": document.judged_inadequate,
        "inspectors": [(person.name, person.role) for person in document.inspectors],
        "signed_by": document.signed_by,
        "focus": list(document.focus),
        "sections": [s.heading for s in document.sections if s.heading != "(opening)"],
    }


@pytest.mark.parametrize(
    ("kind", "part", "variant"),
    [(kind, *variant) for kind in KINDS for variant in every_variant(partial(visit_letter, kind))],
)
def test_each_variant_of_each_part_is_read(kind: str, part: str, variant: int) -> None:
    letter = visit_letter(kind, only(part, variant))
    for name, render in RENDERINGS.items():
        assert facts_of(parse(render(letter.printed)).document) == letter.facts, name


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(40))
def test_variants_are_read_together(kind: str, seed: int) -> None:
    random = Random(seed)
    letter = visit_letter(kind, lambda part, count: random.randrange(count))
    for name, render in RENDERINGS.items():
        assert facts_of(parse(render(letter.printed)).document) == letter.facts, name


OPENINGS = [
    (
        "I am writing to set out the findings of Ofsted’s monitoring visit to Medway on 28 and 29 "
        "January 2020, the second since your services were judged inadequate in August 2019. The "
        "visit was made by Ann Bell and Tom Cox, two of Her Majesty’s Inspectors.",
        ["Ann Bell", "Tom Cox"],
    ),
    (
        "Her Majesty’s Inspectors Ann Bell and Tom Cox visited Medway on 28 and 29 January 2020. "
        "This letter summarises their findings. It was the second monitoring visit since the "
        "inspection of August 2019, which judged the council inadequate.",
        ["Ann Bell", "Tom Cox"],
    ),
    (
        "This letter summarises the findings of the monitoring visit to Medway on 28 and 29 "
        "January. This was the second visit to the local authority since it was judged inadequate "
        "in August 2019. Inspectors for this visit were Ann Bell and Tom Cox, both HMI.",
        ["Ann Bell", "Tom Cox"],
    ),
    (
        "This letter summarises the findings of the monitoring visit to Medway on 28 and 29 "
        "January 2020. Medway was judged inadequate by Ofsted in a report published on 27 August "
        "2019 and this was its second monitoring visit. Inspectors were told by Kent Police that "
        "more is known.",
        [],
    ),
]


@pytest.mark.parametrize(("opening", "inspectors"), OPENINGS)
def test_openings_of_other_wording(opening: str, inspectors: list[str]) -> None:
    rows = ["4 March 2020", "Ms Jane Smith", "Director of Children’s Services", "Dear Ms Smith",
            "Monitoring visit to Medway children’s services", opening, "Overview",
            "Social workers know their children well."]  # fmt: skip
    document = read(*rows)
    visit = document.visits[0]
    assert (visit.ordinal, visit.start, visit.end) == (2, "2020-01-28", "2020-01-29")
    assert document.judged_inadequate == {"Medway": "2019-08"}
    assert [person.name for person in document.inspectors] == inspectors


def test_the_address_of_ofsted_names_no_council() -> None:
    rows = ["Ofsted", "Piccadilly Gate", "Store Street", "Manchester", "M1 2WD", "4 March 2020",
            "Dear Jane", "Monitoring visit letter", "This letter summarises the findings of the "
            "monitoring visit on 28 January 2020."]  # fmt: skip
    document = parse(as_text("\n".join(rows))).document
    assert document.kind == "monitoring-visit-letter"
    assert document.councils == ()


def test_what_is_not_printed_stays_unknown() -> None:
    rows = ["Dear Jane", "Focused visit to Medway children’s services", "This letter summarises "
            "the findings of a recent focused visit to Medway.", "Main findings",
            "Social workers know their children well."]  # fmt: skip
    document = read(*rows)
    visit = document.visits[0]
    assert (visit.start, visit.end, visit.ordinal) == (None, None, None)
    assert (document.letter_date, document.addressee, document.signed_by) == (None, None, None)
    assert document.judged_inadequate == {}
    assert document.inspectors == ()


def test_salutation_and_signature_are_no_text() -> None:
    letter = visit_letter("monitoring", only("", 0))
    document = parse(as_joined_text(letter.printed)).document
    assert "Dear" not in document.text
    assert "sincerely" not in document.text
    assert document.sentences[0].text.startswith("This letter summarises")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(12))
def test_the_printed_words_of_a_visit_begin_with_a_whole_word(kind: str, seed: int) -> None:
    random = Random(seed)
    letter = visit_letter(kind, lambda part, count: random.randrange(count))
    words = {word for _, text in letter.printed for word in text.split()}
    document = parse(as_joined_text(letter.printed)).document
    assert document.evidence["visits"].split()[0] in words
