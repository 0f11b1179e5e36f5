"""What must be put right, in whatever marks its points are printed or copied."""

import pytest

from store.findings.contexts import contexts
from store.model.document import Document
from store.model.line import Line
from store.parsing import parse

from .printing import as_text, reading_of
from .what_is_read import read

COVER = """Inspection of Rutland local authority children’s services
Inspection dates: 12 to 16 May 2025
Lead inspector: Ann Bell, His Majesty’s Inspector
Judgement Grade
Overall effectiveness Good

Most families are helped early, and what is begun is seen through to its end.
{below}
The experiences and progress of children who need help and protection: good
1. Families who ask for help have a worker within the week and keep that worker.
"""
TIMELY = "The speed with which families are told what was decided about them"
HOMES = "Homes near enough to school for children who cannot live with their parents"


def report(below: str) -> Document:
    return parse(as_text(COVER.format(below=below))).document


def points(document: Document) -> list[str]:
    return [point.text for point in document.recommendations]


def ruled(document: Document) -> list[str]:
    """The sentences that their heading makes concerns."""
    pairs = zip(document.sentences, contexts(document), strict=True)
    return [sentence.text for sentence, context in pairs if context.improvement]


@pytest.mark.parametrize(
    "below",
    [
        f"What needs to improve?\n{TIMELY}.\n{HOMES}.",
        f"\nWhat needs to improve?\n\n{TIMELY}.\n\n{HOMES}.\n",
        f"\nWhat needs to improve?\n\n{TIMELY}. {HOMES}.\n",
        f"\nAreas for improvement\n\nThe council should:\n\n{TIMELY}.\n\n{HOMES}.\n",
        f"\nWhat needs to improve?\n\na) {TIMELY}.\nb) {HOMES}.\n",
        f"\nWhat needs to improve?\n\n(i) {TIMELY}.\n(ii) {HOMES}.\n",
        f"\nWhat needs to improve?\n\n⬛ {TIMELY}.\n⬛ {HOMES}.\n",
    ],
)
def test_points_are_found_by_their_words_where_bullets_are_lost(below: str) -> None:
    document = report(below)
    assert points(document) == [f"{TIMELY}.", f"{HOMES}."]
    assert ruled(document) == points(document)


def test_points_without_full_stops_are_no_headings_though_long_lines_follow() -> None:
    document = report(f"\nWhat needs to improve\n\nSupervision\n\n{TIMELY}\n\n{HOMES}\n")
    assert points(document) == ["Supervision", TIMELY, HOMES]
    assert [section.heading for section in document.sections][1:] == [
        "What needs to improve",
        "The experiences and progress of children who need help and protection: good",
    ]


def test_the_tag_of_a_point_without_a_bullet_is_taken_off() -> None:
    tag = "outcome 3, national framework"
    document = report(f"What needs to improve?\n{TIMELY}. ({tag})\n{HOMES}. (enabler 1, national\n"
                      "framework)")  # fmt: skip
    assert [(point.text, point.framework_tag) for point in document.recommendations] == [
        (f"{TIMELY}.", tag),
        (f"{HOMES}.", "enabler 1, national framework"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Visits to families are too far apart. Managers know this and have begun to act.",
        "Social workers see children as often as they should.",
        "This was found at the last visit, too.",
        "The reviewing service remains short of staff.",
        "That the committee notes the letter.",
        "2.1 That members agree the plan",
        "To note the findings of the visit.",
    ],
)
def test_prose_below_such_a_heading_is_no_point(prose: str) -> None:
    document = report(f"\nAreas for improvement\n\n{prose}\n")
    assert (points(document), ruled(document)) == ([], [])


def test_the_end_of_a_letter_is_no_point() -> None:
    rows = ["Report on the area’s youth work", "Areas for improvement", f"{TIMELY}.",
            "Yours sincerely", "Tom Hill"]  # fmt: skip
    assert points(read(*rows)) == [f"{TIMELY}."]


@pytest.mark.parametrize(
    "none",
    [
        "Inspectors identified no areas for improvement.",
        "No areas for priority action were found at this visit.",
        "None.",
        "Not applicable.",
    ],
)
@pytest.mark.parametrize("mark", ["", "■ "])
def test_that_nothing_must_improve_is_no_point(none: str, mark: str) -> None:
    document = report(f"\nWhat needs to improve?\n\n{mark}{none}\n")
    assert (points(document), ruled(document)) == ([], [])


def test_a_heading_over_numbered_paragraphs_is_no_point() -> None:
    below = f"\nWhat needs to improve\n\n{TIMELY}.\n\nHelp for families\n\n1. They wait a week.\n"
    assert points(report(below)) == [f"{TIMELY}."]


def test_paragraphs_of_a_web_page_are_points_up_to_the_next_heading() -> None:
    rows = [
        *(Line(text, role="paragraph") for text in COVER.splitlines()[:5]),
        Line("What needs to improve", role="heading", level=2),
        Line(f"{TIMELY}.", role="paragraph"),
        Line("Ensure that carers are told what the plan is.", role="paragraph"),
        Line("How often brothers and sisters meet;", role="paragraph"),
        Line("Findings", role="heading", level=2),
        Line("A plan that all can read.", role="paragraph"),
    ]
    document = parse(reading_of(rows)).document
    assert points(document) == [
        f"{TIMELY}.",
        "Ensure that carers are told what the plan is.",
        "How often brothers and sisters meet;",
    ]


def test_bullets_under_a_heading_of_their_own_spell_out_no_number_above_it() -> None:
    text = (
        "8 January 2020\n\nDear Ann\n\nFocused visit to Rutland local authority children’s "
        "services\n\nThis letter summarises the findings of the visit on 3 and 4 December 2019.\n\n"
        "Areas for priority action\n\n1. Children who wait for a worker\n2. Managers’ oversight, "
        "including:\n– the checks they make\n\nWhat needs to improve in this area of social work "
        "practice\n\n– Chronologies\n– Plans for what to do if things go wrong\n\nFindings\n\n"
        "■ Most families are seen in time, and know whom they can turn to when they need it.\n\n"
        "Yours sincerely\n\nTom Hill\nHer Majesty’s Inspector\n"
    )
    document = parse(as_text(text)).document
    assert [(point.text, point.priority) for point in document.recommendations] == [
        ("Children who wait for a worker", True),
        ("Managers’ oversight, including: the checks they make", True),
        ("Chronologies", False),
        ("Plans for what to do if things go wrong", False),
    ]


def test_text_in_brackets_at_the_start_of_a_line_is_no_lettered_point() -> None:
    below = "The teams (c) and\n(d) moved, and families liked it.\nLine (x)\nv) was never built."
    assert not any(sentence.bullet for sentence in report(below).sentences)


NOTE = "1 Ofsted produces this report under its power to combine reports in accordance with section"
NOTES = [
    f"{NOTE} 152 of the Education and Inspections Act 2006.\n\n",
    f"{NOTE} 152 of the Education and Inspections Act 2006.\n",
    f"{NOTE}\n152 of the Education and Inspections Act 2006. This report includes the report\nof "
    "the inspection of local authority functions and the report of the review of the Local\n"
    "Safeguarding Children Boards (Review) Regulations 2013.\n\n1\n\n",
    f"{NOTE} 152\n\n",
]


@pytest.mark.parametrize("note", NOTES)
def test_the_note_of_a_cover_takes_nothing_with_it(note: str) -> None:
    text = (
        "Rutland County Council\n\nInspection of services for children in need of help and "
        "protection, children looked after and care leavers\n\nInspection date: 19 September 2016 "
        "– 13 October 2016\n\nReport published: 29 November 2016\n\n1. Children who need help and "
        f"protection Good\n\n{note}The council has turned a corner, and what it began holds. Few "
        "families wait.\n\nExecutive summary\n\nMuch of the work is good.\n\nRecommendations\n\n"
        "1. Ensure that every carer has a rest.\n2. Give each child a book of their own.\n"
    )
    document = parse(as_text(text)).document
    assert [point.number for point in document.recommendations] == ["1", "2"]
    assert [section.heading for section in document.sections] == [
        "(opening)", "Executive summary", "Recommendations"]  # fmt: skip
    assert "Ofsted produces" not in document.text and "Few families wait." in document.text


PAPER = """Report of the Director of Families

Scrutiny Committee

{heading}

{asked}

Background

Caseloads have grown.
"""


@pytest.mark.parametrize("heading", ["Recommendation", "Recommendations", "RECOMMENDATIONS:"])
@pytest.mark.parametrize(
    "asked",
    [
        "1. Members are asked to note the letter from Ofsted.\n2. That Cabinet receive it.",
        "That the Committee:\n\n1. notes the letter of Ofsted.\n2. agrees the plan.",
        "- To note the report.\n- To receive a further one in May.",
    ],
)
def test_what_a_paper_proposes_to_its_members_is_no_point(heading: str, asked: str) -> None:
    document = parse(as_text(PAPER.format(heading=heading, asked=asked))).document
    assert document.kind == "other"
    assert points(document) == []


def test_what_ofsted_asks_for_in_a_letter_that_a_paper_encloses_stays_a_point() -> None:
    asked = "1. Members are asked to note the letter."
    letter = (
        "This letter summarises the findings of the focused visit to Rutland in May.\n\n"
        f"What needs to improve\n\n- {TIMELY}.\n- {HOMES}.\n\nYours sincerely\n"
    )
    paper = PAPER.format(heading="Recommendations", asked=asked) + "\nAppendix A\n\n" + letter
    assert points(parse(as_text(paper)).document) == [f"{TIMELY}.", f"{HOMES}."]


def test_what_a_council_s_paper_repeats_of_what_must_improve_stays_a_point() -> None:
    asked = f"- {TIMELY}.\n- {HOMES}."
    paper = PAPER.format(heading="What needs to improve", asked=asked)
    assert points(parse(as_text(paper)).document) == [f"{TIMELY}.", f"{HOMES}."]


def test_what_a_board_knows_of_itself_is_no_point_of_ofsted_s() -> None:
    rows = "Rutland Safeguarding Children Board\n\nAnnual report 2019\n\n"
    rows += f"Our year\n\nMuch was done.\n\nWhat needs to improve\n\n- {TIMELY}.\n"
    assert points(parse(as_text(rows)).document) == []


@pytest.mark.parametrize("mark", ["  - ", "- ", "    o "])
def test_parts_of_a_point_are_one_point_with_it(mark: str) -> None:
    lead = "- The reliability of:" if mark != "    o " else "• The reliability of:"
    after = "- Homes for brothers and sisters." if lead[0] == "-" else f"• {HOMES}."
    document = report(
        f"\nWhat needs to improve?\n\n{lead}\n{mark}reviews, and\n{mark}case records.\n{after}\n"
    )
    whole = "The reliability of: reviews, and case records."
    assert points(document) == [whole, after[2:]]
    assert ruled(document) == [whole, after[2:]]


def test_sentences_and_long_parts_below_a_point_stay_sentences_of_their_own() -> None:
    below = (
        "\nWhat needs to improve?\n\n- The reliability of:\n- Reviews of plans.\n- Case records.\n"
    )
    assert points(report(below)) == ["The reliability of:", "Reviews of plans.", "Case records."]


def test_a_list_of_circumstances_is_not_joined() -> None:
    rows = "\nLocal picture\n\n- Of this number:\n- 12 live elsewhere\n- six live at home\n"
    told = [sentence.text for sentence in report(rows).sentences if sentence.bullet]
    assert told == ["Of this number:", "12 live elsewhere", "six live at home"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("above", "priority"),
    [
        ("Areas for priority action", True),
        ("Areas for priority action\n\nThe council must:", True),
        ("Areas for development", False),
    ],
)
def test_numbers_need_no_full_stop_below_the_heading(above: str, priority: bool, gap: str) -> None:
    listed = gap.join([above, f"1 {TIMELY}.", f"2 {HOMES}."])
    document = report(f"\n{listed}\n")
    found = [(point.number, point.text, point.priority) for point in document.recommendations]
    assert found == [("1", f"{TIMELY}.", priority), ("2", f"{HOMES}.", priority)]


def test_a_number_that_begins_a_sentence_elsewhere_stays_in_it() -> None:
    document = report("\nOverview\n\n1 Home in three has a vacancy, which is too many by far.\n")
    assert any(sentence.text.startswith("1 Home") for sentence in document.sentences)


def test_areas_for_development_are_no_priority_though_they_follow_such() -> None:
    document = report(
        f"\nAreas for priority action\n- {TIMELY}.\n\nAreas for development\n- {HOMES}.\n"
    )
    assert [point.priority for point in document.recommendations] == [True, False]
