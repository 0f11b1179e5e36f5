"""Reports of 2009 to 2012, which judge safeguarding and the care of looked after children apart."""

import pytest

from store.model.document import Document
from store.model.vocabulary import AREAS
from store.parsing import parse

from .printing import as_text

COVER = """Inspection of safeguarding and looked after children services
London Borough of Ealing

Inspection dates: 9 May to 20 May 2011
Reporting inspector Ann Bell HMI
Age group: All
Published: 1 July 2011

About this inspection
1. The purpose of the inspection is to evaluate what services do to keep the young safe.

"""
SECTIONS = """Safeguarding services
Overall effectiveness{grade3}
2. Safe and steady work goes on in most teams, though some families wait for it.

Capacity for improvement{grade2}
3. The council knows what it does badly.

Areas for improvement
4. In order to improve safeguarding, the council should take the following action:
Immediately:
\tensure that the police take part in every talk
\tprovide a worker for each family that waits
Within six months:
\treview how schools are told of what was decided

Services for looked after children
Overall effectiveness{grade4}
5. Many who are looked after move too often.
"""
RECORD = """Record of main findings:
Safeguarding services
Overall effectiveness {0}
Capacity for improvement {1}
Safeguarding outcomes for children and young people {0}
Services for looked after children
Overall effectiveness {2}
Capacity for improvement {0}
Being healthy {1}
"""
BESIDE = {"grade2": " Grade 2 (good)", "grade3": " Grade 3 (adequate)",
          "grade4": " Grade 4 (inadequate)"}  # fmt: skip
BELOW = {name: grade.replace(" ", "\n", 1) for name, grade in BESIDE.items()}


def report(text: str) -> Document:
    return parse(as_text(COVER + text)).document


@pytest.mark.parametrize("grades", [("Adequate", "Good", "Inadequate"),
                                    ("Grade 3", "Grade 2", "Grade 4"),
                                    ("\nAdequate", "\nGood", "\nInadequate")])  # fmt: skip
def test_both_parts_of_the_record_are_read_and_are_no_sentences(
    grades: tuple[str, str, str],
) -> None:
    document = report("A council in flux.\n\n" + RECORD.format(*grades))
    assert document.framework == "lac"
    assert document.judgements == {
        "safeguarding": "adequate",
        "safeguarding_capacity": "good",
        "looked_after": "inadequate",
        "looked_after_capacity": "adequate",
    }
    assert set(document.judgements) <= set(AREAS)
    assert document.sentences[-1].text == "A council in flux."


@pytest.mark.parametrize("grades", [BESIDE, BELOW])
def test_where_the_record_is_lost_the_sections_tell_the_grades(grades: dict[str, str]) -> None:
    document = report(SECTIONS.format(**grades))
    assert document.judgements == {
        "safeguarding": "adequate",
        "safeguarding_capacity": "good",
        "looked_after": "inadequate",
    }


def test_points_that_are_only_set_in_below_their_deadlines_are_recommendations() -> None:
    document = report(SECTIONS.format(**BESIDE))
    assert [(point.text, point.deadline) for point in document.recommendations] == [
        ("ensure that the police take part in every talk", "Immediately"),
        ("provide a worker for each family that waits", "Immediately"),
        ("review how schools are told of what was decided", "Within six months"),
    ]


def test_a_report_on_care_alone_keeps_its_one_record() -> None:
    text = (
        "Record of main findings\nServices for looked after children\nOverall effectiveness Good "
        "Grade 2\nCapacity for improvement Adequate Grade 3\n"
    )
    assert report(text).judgements == {"overall": "good", "capacity_to_improve": "adequate"}
