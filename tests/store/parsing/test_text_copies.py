"""What a copy as plain text leaves of pages: numbers alone at their tops, two reports in one."""

import pytest

from store.parsing import parse

from .printing import as_text
from .what_is_read import read

COVER = """Rutland County Council

Inspection of services for children in need of help and protection, children looked after and \
care leavers

Inspection date: 19 September 2016 – 13 October 2016

Report published: 29 November 2016

1. Children who need help and protection Good

Executive summary

The council has turned a corner, and what it began holds. Few families wait.
"""


def test_a_number_at_the_top_of_a_page_is_its_paragraphs() -> None:
    towers = "Ash Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper".split()
    pages = [
        f"{2 * place + 10}.\n\n{tower} Tower sees families who ask for help within the week.\n\n"
        f"{2 * place + 11}.\n\nElsewhere, as in {tower} Mews, families wait.\n\n{place + 2}"
        for place, tower in enumerate(towers)
    ]
    document = parse(as_text("\f".join([COVER, *pages]))).document
    told = [sentence.number for sentence in document.sentences if sentence.number]
    assert told == [str(number) for number in range(10, 30)]


IMPRINT = """The Office for Standards in Education, Children's Services and Skills (Ofsted)
regulates and inspects to achieve excellence in the care of children and young people.
If you would like a copy of this document in a different format, please telephone.
Piccadilly Gate
Store Street
© Crown copyright 2016
"""


def test_a_report_on_the_board_behind_the_imprint_is_read_and_the_imprint_is_not() -> None:
    first = "".join(f"\n{n}. Team {n} keeps its promises to families.\n" for n in range(10, 160))
    board = "".join(f"\n{n}. Partner {n} sits on the board and speaks.\n" for n in range(1, 91))
    text = f"{COVER}{first}\n{IMPRINT}\n\fFindings\n{board}\n{IMPRINT}"
    told = parse(as_text(text)).document.text
    assert "Team 159 keeps" in told and "Partner 1 sits" in told and "Partner 90 sits" in told
    assert "Office for Standards" not in told and "Crown copyright" not in told


def test_the_few_rows_behind_an_imprint_go_with_it() -> None:
    first = "".join(f"\n{n}. Team {n} keeps its promises to families.\n" for n in range(10, 60))
    told = parse(as_text(f"{COVER}{first}\n{IMPRINT}Printed at the works\nNo. 7\n")).document.text
    assert told.endswith("Team 59 keeps its promises to families.")


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Team", "team inspector"),
        ("Inspection team", "team inspector"),
        ("Team inspectors", "team inspector"),
        ("Additional inspectors", "additional inspector"),
    ],
)
def test_the_deputy_is_no_lead_inspector(gap: str, label: str, role: str) -> None:
    document = parse(as_text("\n".join([
        "Bury Council", "",
        "Inspection of services for children in need of help and protection, children looked "
        "after and care leavers", "",
        "Inspection date: 3 June 2014 - 25 June 2014", "",
        "Report published: 8 August 2014", "",
        "The overall judgement is that children’s services require improvement", "",
        "Information about this inspection", gap,
        "Lead inspector: Louise Warren HMI",
        "Deputy lead inspector: Andy Waugh HMI",
        f"{label}: Julie Killey and Ty Yousaf",
    ]))).document  # fmt: skip
    assert document.kind == "inspection-report"
    assert document.lead_inspector == "Louise Warren"
    assert [(person.name, person.role) for person in document.inspectors] == [
        ("Louise Warren", "HMI"),
        ("Andy Waugh", "deputy lead inspector, HMI"),
        ("Julie Killey", role),
        ("Ty Yousaf", role),
    ]


def test_a_team_that_is_not_listed_below_the_lead_is_not_one_of_inspectors() -> None:
    document = read(
        "Bury Council",
        "Inspection of services for children in need of help and protection, children looked "
        "after and care leavers",
        "Inspection date: 3 June 2014 - 25 June 2014",
        "Lead inspector: Louise Warren HMI",
        "The overall judgement is that children’s services require improvement",
        "Team: Early Help Hub",
    )
    assert [person.name for person in document.inspectors] == ["Louise Warren"]
