"""Makes inspection reports of local authority children’s services (ILACS), 2018 to today."""

import textwrap

from .covers import ANY_GRADE, DATE_LABELS, DATES, NAMES, RI, Report, paragraph
from .judgement_tables import TABLES, table
from .printing import Choose, line

# lines, lead
LEADS: list[tuple[list[str], str | None]] = [
    (["Lead inspector: Andy Waugh, His Majesty’s Inspector"], "Andy Waugh"),
    (["Lead inspector: Dominic Stevens", "Her Majesty’s Inspector"], "Dominic Stevens"),
    (["Lead inspectors: Rebecca Quested, His Majesty’s Inspector, and Matthew Reed,",
      "His Majesty’s Inspector"], "Rebecca Quested; Matthew Reed"),
    (["Lead inspectors: Anna Gravelle and Nasim Butt"], "Anna Gravelle; Nasim Butt"),
    (["Lead inspector: Louise Warren HMI"], "Louise Warren"),
    (["Lead inspector: Louise Warren, HMI"], "Louise Warren"),
    (["Lead inspector: Louise Warren (HMI)"], "Louise Warren"),
    (["Lead inspector: Christine Kennet, Senior HMI"], "Christine Kennet"),
    (["Lead inspector: Mary-Anne O’Brien, Her Majesty’s Inspector"], "Mary-Anne O’Brien"),
    (["Lead inspector: Ty Yousaf, Senior His Majesty’s Inspector"], "Ty Yousaf"),
    (["Lead inspector: Julie Killey", "His Majesty’s Inspector (HMI)"], "Julie Killey"),
    (["Lead inspector: Anji Parker, Social Care Regulatory Inspector"], "Anji Parker"),
    (["Lead Inspector: Joy Howick, His", "Majesty’s Inspector"], "Joy Howick"),
    (["Lead inspectors: Maire Atherton and Marcie Taylor, His Majesty’s Inspectors"],
     "Maire Atherton; Marcie Taylor"),
    (["Lead inspector: Rosie de la Mare, His Majesty’s Inspector"], "Rosie de la Mare"),
    ([], None),
]  # fmt: skip

GOOD_RI = "Requires improvement to be good"
GRADES = {
    "outstanding": ["Outstanding"],
    "good": ["Good"],
    "inadequate": ["Inadequate"],
    RI: [GOOD_RI, GOOD_RI, "Requires improvement"],
    "not judged": ["Not judged"],
}

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
TYPO = "The experiences and progress of children care leavers"
BOTH = "The experiences and progress of children in care and care leavers"
ILACS = {
    "2018": [("leaders", LEADERS), ("help_protection", HELP), ("in_care_and_care_leavers", BOTH),
             ("overall", "Overall effectiveness")],
    "2023": [("leaders", LEADERS), ("help_protection", HELP), ("in_care", CARE),
             ("care_leavers", LEAVERS), ("overall", "Overall effectiveness")],
    "2025": [("leaders", LEADERS), ("help_protection", HELP), ("in_care", CARE),
             ("care_leavers", TYPO), ("overall", "Overall effectiveness")],
    "2026": [("leaders", "The impact of leaders on practice with children and families"),
             ("help_protection", HELP), ("in_care", CARE), ("care_leavers", LEAVERS)],
}  # fmt: skip


def ilacs(pick: Choose) -> Report:
    """An ILACS report: cover, three pages of findings."""
    report = Report()
    name, in_title, alone = NAMES[pick("name", len(NAMES))]
    era = list(ILACS)[pick("era", len(ILACS))]
    title = [
        f"Inspection of {in_title} local authority children’s services",
        f"Inspection of {in_title} children’s services",
        f"Inspection of {in_title} local authority children’s social care services",
    ][pick("title", 3)]
    y = 690.0
    if era == "2018" and pick("cover", 2):
        report.lines.append(line(alone, y, size=26.0))
        kinds = ["Inspection of local authority children’s social care services",
                 "Inspection of children’s social care services",
                 "Inspection of local authority children’s services"]  # fmt: skip
        for row in textwrap.wrap(kinds[pick("kind", 3)], 52):
            y -= 20.0
            report.lines.append(line(row, y, size=16.0, bold=True))
    else:
        for row in textwrap.wrap(title, [24, 30, 36][pick("width", 3)]):
            report.lines.append(line(row, y, size=26.0))
            y -= 31.5
    shown, ranges = DATES[pick("dates", len(DATES))]
    first, *rest = shown.split("|")
    y -= 26.5
    label = DATE_LABELS[pick("date label", len(DATE_LABELS))]
    report.lines.append(line(f"{label} {first}", y))
    for row in rest:
        y -= 14.5
        report.lines.append(line(row, y))
    lead_rows, lead = LEADS[pick("lead", len(LEADS))]
    y -= 12.0
    for row in lead_rows:
        y -= 14.5
        report.lines.append(line(row, y))
    y -= 40.0
    report.lines.append(line("Judgement Grade", y, bold=True))
    how = TABLES[pick("table", len(TABLES))]
    wide, narrow = [(37, False), (44, True), (60, True), (46, False)][pick("columns", 4)]
    grades = {key: ANY_GRADE[(pick(f"grade {key}", 5) + len(key)) % 5] for key, _ in ILACS[era]}
    short = 2 * pick("short grade", 2)
    rows = [(text, (GRADES[grades[key]] * 3)[short]) for key, text in ILACS[era]]
    report.lines.extend(table(rows, y - 33.0, how, wide, narrow, 400.0 if wide > 50 else 303.0))
    low = min(row.y for row in report.lines)
    report.lines.extend(paragraph(low - 34.0, 1))
    _ilacs_body(report, ILACS[era], grades, title, shown.replace("|", " "))
    report.facts = {
        "urn of": name, "ranges": ranges, "lead": lead, "published": None,
        "overall": grades.pop("overall", None), "grades": grades, "kind": "ilacs",
    }  # fmt: skip
    return report


def _ilacs_body(
    report: Report, areas: list[tuple[str, str]], grades: dict[str, str], title: str, shown: str
) -> None:
    page, y = 2, 736.0
    for number in (2, 3, 4):
        report.lines.append(line(title, 39.6, page=number, size=8.0, bold=True))
        report.lines.append(line(f"{shown} {number}", 30.0, page=number, size=8.0, bold=True))
        for key, text in areas[(number - 2) * 2 : (number - 1) * 2]:
            if key == "overall":
                continue
            grade = GOOD_RI.lower() if grades[key] == RI else grades[key]
            page = number
            for row in textwrap.wrap(f"{text}: {grade}", 64):
                report.lines.append(line(row, y, page=page, size=14.0, bold=True))
                y -= 17.0
            for _ in range(3):
                y -= 14.0
                report.lines.extend(paragraph(y, page))
                y -= 44.0
        y = 736.0
