"""Covers, tables and team lists of inspection reports, in every shape they are known to have."""

from collections.abc import Callable
from random import Random

import pytest

from store.model.document import Document
from store.parsing import parse
from store.reading.reader import Reading

from .covers import Report, without_layout
from .ilacs_reports import ilacs
from .printing import Choose, as_text, every_variant, line, only, reading_of
from .sif_reports import sif

MAKERS: dict[str, Callable[[Choose], Report]] = {"ilacs": ilacs, "sif": sif}


def as_layout_text(report: Report) -> Reading:
    """What `pdftotext -layout` makes of it: what stands at one height is one row."""
    rows: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for row in report.lines:
        rows.setdefault((row.page, -round(row.y / 6)), []).append((row.x, row.text))
    out, page = [], 1
    for (number, _), cells in sorted(rows.items()):
        text = "   ".join(cell for _, cell in sorted(cells))
        out.append(f"\f{text}" if number != page else text)
        page = number
    return as_text("\n".join(out))


def as_read_text(report: Report) -> Reading:
    """What plain `pdftotext` makes of it: one piece a line, from top to bottom."""
    ordered = sorted(report.lines, key=lambda row: (row.page, -row.y, row.x))
    return as_text("\n".join(row.text for row in ordered))


RENDERINGS: dict[str, Callable[[Report], Reading]] = {
    "pdf": lambda report: reading_of(report.lines),
    "bare": lambda report: reading_of(without_layout(report.lines)),
    "text": as_read_text,
    "layout": as_layout_text,
}


def facts_of(document: Document) -> dict[str, object]:
    visit = document.visits[0]
    grades: dict[str, str] = dict(document.judgements)
    return {
        "urn of": document.councils[0].name if document.councils else None,
        "kind": (document.framework or document.kind).removesuffix("-short"),
        "ranges": [list(part) for part in visit.ranges] or [[visit.start, visit.end]],
        "lead": document.lead_inspector,
        "published": document.published,
        "overall": grades.pop("overall", None),
        "grades": grades,
    }


@pytest.mark.parametrize(
    ("maker", "part", "variant"),
    [(name, *variant) for name, make in MAKERS.items() for variant in every_variant(make)],
)
def test_each_variant_of_each_part_is_read(maker: str, part: str, variant: int) -> None:
    report = MAKERS[maker](only(part, variant))
    for name, render in RENDERINGS.items():
        assert facts_of(parse(render(report)).document) == report.facts, name


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("seed", range(40))
def test_variants_are_read_together(maker: str, seed: int) -> None:
    random = Random(seed)
    report = MAKERS[maker](lambda part, count: random.randrange(count))
    for name, render in RENDERINGS.items():
        assert facts_of(parse(render(report)).document) == report.facts, name


def test_a_short_inspection_is_told_by_its_days_and_said_to_be_inferred() -> None:
    text = (
        "Bolton\nInspection of children’s social care services\n"
        "Inspection dates: {dates}\nLead inspector: Ann Bell\nJudgement Grade\n"
        "Overall effectiveness Good\nChildren are well cared for.\n"
    )
    week = parse(as_text(text.format(dates="5 to 9 March 2018"))).document
    fortnight = parse(as_text(text.format(dates="5 to 16 March 2018"))).document
    assert (week.framework, fortnight.framework) == ("ilacs-short", "ilacs")
    assert "short inspection: inferred from its 5 days, not printed" in week.notes


def test_only_the_first_part_of_a_two_part_inspection_tells_its_length() -> None:
    text = (
        "Derbyshire County Council\nInspection of children’s social care services\n"
        "Inspection dates: 20 to 24 May 2019 and 17 to\n21 June 2019\nLead inspector: Ann Bell\n"
    )
    document = parse(as_text(text)).document
    assert document.framework == "ilacs-short"
    assert document.visits[0].end == "2019-06-21"


LSCB = [
    (
        "Surrey Safeguarding Children Board\nReview of the effectiveness of the Local Safeguarding "
        "Children Board1\nInspection dates: 20 October 2014 – 12 November 2014\nReport published: "
        "3 June 2015\nThe effectiveness of the Local Safeguarding Children Board (LSCB) requires "
        "improvement\nThe board is well attended.\n",
        "requires improvement",
    ),
    (
        "Surrey County Council\nReview of the effectiveness of the local safeguarding children "
        "board\nInspection date: 20 October – 12 November 2014\nReport published: 3 June 2015\n"
        "The Local Safeguarding Children Board is inadequate\nThe board is badly attended.\n",
        "inadequate",
    ),
]


@pytest.mark.parametrize(("text", "grade"), LSCB)
def test_a_review_of_the_safeguarding_board_alone(text: str, grade: str) -> None:
    document = parse(as_text(text)).document
    assert (document.kind, document.framework) == ("inspection-report", "lscb")
    assert document.councils[0].name == "Surrey"
    assert document.judgements["lscb"] == grade
    assert document.published == "2015-06-03"
    assert (document.visits[0].start, document.visits[0].end) == ("2014-10-20", "2014-11-12")


LAC_RECORD = [
    "Overall effectiveness Inadequate Grade 4",
    "Capacity to improve Adequate Grade 3",
    "Outcomes for looked after children and",
    "young people",
    "Inadequate Grade 4",
    "Quality of provision Good Grade 2",
    "Leadership and management Outstanding Grade 1",
]


@pytest.mark.parametrize("columns", [False, True])
def test_an_inspection_of_2013_has_its_grades_on_the_last_page(columns: bool) -> None:
    labels = ["Inspection dates: 8 – 12 July 2013", "Reporting inspector Ann Bell HMI",
              "Age group: All", "Published: 16 August 2013"]  # fmt: skip
    if columns:  # as pdftotext sets labels apart from values
        labels = ["Inspection dates:", "", "8 – 12 July 2013", "", "Reporting inspector Ann Bell "
                  "HMI", "", "Age group:", "Published:", "", "All", "16 August 2013"]  # fmt: skip
    rows = ["Inspection of looked after children services", "Sandwell Metropolitan Borough Council",
            *labels, "\fAbout this inspection", "1. The inspection looked at services.",
            "The inspection judgements and what they mean",
            "Good (Grade 2) A service that exceeds minimum requirements",
            "\fRecord of main findings", "Services for looked after children",
            *LAC_RECORD]  # fmt: skip
    document = parse(as_text("\n".join(rows))).document
    assert (document.framework, document.councils[0].name) == ("lac", "Sandwell")
    assert document.lead_inspector == "Ann Bell"
    assert document.published == "2013-08-16"
    assert (document.visits[0].start, document.visits[0].end) == ("2013-07-08", "2013-07-12")
    assert document.judgements == {
        "overall": "inadequate",
        "capacity_to_improve": "adequate",
        "outcomes": "inadequate",
        "quality_of_provision": "good",
        "leadership": "outstanding",
    }


TITLES = [
    ("Inspection of Bradford Children and Families Trust", "Bradford"),
    ("Inspection of Birmingham Children’s Trust", "Birmingham"),
    ("Inspection of Slough Children First", "Slough"),
    ("Inspection of Together for Children Sunderland", "Sunderland"),
    ("Inspection of Southend-on- Sea local authority children’s services", "Southend-on-Sea"),
]


@pytest.mark.parametrize(("title", "council"), TITLES)
def test_titles_that_name_a_trust_or_break_a_name(title: str, council: str) -> None:
    rows = [title, "Inspection dates: 4 to 15 December 2023", "Lead inspector: Ann Bell",
            "Judgement Grade", "Overall effectiveness Good", "Children are safe."]  # fmt: skip
    document = parse(as_text("\n".join(rows))).document
    assert document.kind == "inspection-report"
    assert [named.name for named in document.councils] == [council]


def test_a_title_drawn_after_the_labels_is_found_by_its_size() -> None:
    lines = [
        line("Inspection dates: 4 to 15 December 2023", 625),
        line("Lead inspector: Ann Bell, His Majesty’s Inspector", 600),
        line("Judgement Grade", 560),
        line("Overall effectiveness Good", 480),
        line("Services are good for most children in the area, and have long been so.", 430),
        line("Inspection of Tameside local", 686, size=26),
        line("authority children’s services", 655, size=26),
    ]
    document = parse(reading_of(lines)).document
    assert document.framework == "ilacs"
    assert document.title == "Inspection of Tameside local authority children’s services"
    assert document.councils[0].name == "Tameside"


def test_section_headings_fill_a_gap_of_the_table_and_nothing_is_guessed() -> None:
    lines = [
        line("Inspection of Bury local authority children’s services", 690, size=26),
        line("Inspection dates: 4 to 15 December 2023", 650),
        line("Judgement Grade", 600),
        line("The impact of leaders on social work", 570),
        line("practice with children and families", 555),
        line("The experiences and progress of", 520),
        line("children who need help and protection", 505),
        line("Good", 520, x=303),
        line("Overall effectiveness Inadequate", 480),
        line("Services are mixed. " * 4, 440),
        line("The impact of leaders on social work practice with children and", 700, page=2,
             size=14, bold=True),
        line("families: inadequate", 683, page=2, size=14, bold=True),
        line("Leaders did not know their services well enough to improve them.", 650, page=2),
    ]  # fmt: skip
    document = parse(reading_of(lines)).document
    assert document.judgements == {
        "leaders": "inadequate",
        "help_protection": "good",
        "overall": "inadequate",
    }
    assert document.lead_inspector is None


def test_a_definition_of_a_grade_is_no_judgement_of_the_board() -> None:
    rows = [
        "Bolton Council", "Inspection of services for children in need of help and protection, "
        "children looked after and care leavers",
        "Inspection date: 5 to 29 May 2015", "Report published: 3 July 2015",
        "Children’s services in Bolton are good", "1. Children who need help and protection Good",
        *["The work is good and children are safe."] * 70,
        "What the inspection judgements mean: the Local Safeguarding Children Board",
        "An LSCB requires improvement if it does not yet have the marks of a good one.",
        "The LSCB is inadequate if it does not do what the law asks.",
    ]  # fmt: skip
    document = parse(as_text("\n".join(rows))).document
    assert "lscb" not in document.judgements
    assert document.judgements["overall"] == "good"


def test_the_date_of_the_file_name_is_kept_apart_from_the_printed_one() -> None:
    report = ilacs(only("", 0))
    name = "children's services inspection - 01 july 2019.pdf"
    document = parse(reading_of(report.lines, name)).document
    assert (document.published, document.published_from_name) == (None, "2019-07-01")
