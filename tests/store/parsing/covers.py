"""Makes inspection reports of every era, with what a reader must find on them.

The wording of covers and tables is Ofsted's fixed form; the body is our own. `table` places
labels and grades in the ways in which real PDFs break the rows apart.
"""

import textwrap
from dataclasses import dataclass, field

from store.model.line import Line

from .printing import Choose, line

RI = "requires improvement"
BODY = (
    "Most children are seen often and plans are clear. In a few teams the work is slower, and "
    "managers do not always notice. Partners attend the meetings that matter to families."
)


@dataclass
class Report:
    """The lines of a report and its facts, as the library must hold them."""

    lines: list[Line] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)


# title rows are wrapped; council; how the name stands in an ILACS title and on a line alone
NAMES = [
    ("Tameside", "Tameside", "Tameside Borough Council"),
    ("Derby", "Derby City", "Derby City Council"),
    ("Derbyshire", "Derbyshire", "Derbyshire County Council"),
    ("York", "City of York", "City of York Council"),
    ("North Yorkshire", "North Yorkshire", "North Yorkshire County Council"),
    ("East Riding of Yorkshire", "East Riding of Yorkshire", "East Riding of Yorkshire Council"),
    ("Lincolnshire", "Lincolnshire", "Lincolnshire County Council"),
    ("North Lincolnshire", "North Lincolnshire", "North Lincolnshire Council"),
    ("North East Lincolnshire", "North East Lincolnshire", "North East Lincolnshire Council"),
    ("West Northamptonshire", "West Northamptonshire", "West Northamptonshire"),
    ("Northamptonshire", "Northamptonshire", "Northamptonshire County Council"),
    ("Kingston upon Thames", "Kingston upon Thames", "Royal Borough of Kingston upon Thames"),
    ("Hull", "Kingston upon Hull City", "Kingston upon Hull"),
    ("St Helens", "St Helens", "St Helens Council"),
    ("Southend-on-Sea", "Southend-on-Sea", "Southend-on-Sea Borough Council"),
    ("Stoke-on-Trent", "Stoke-on-Trent", "Stoke-on-Trent City Council"),
    ("Stockton-on-Tees", "Stockton-on-Tees", "Stockton-on-Tees Borough Council"),
    ("Bournemouth, Christchurch and Poole", "Bournemouth, Christchurch and Poole",
     "Bournemouth, Christchurch & Poole"),
    ("Bath and North East Somerset", "Bath and North East Somerset",
     "Bath & North East Somerset Council"),
    ("North Somerset", "North Somerset", "North Somerset"),
    ("Isles of Scilly", "Isles of Scilly", "Council of the Isles of Scilly"),
    ("Bristol", "Bristol City Council", "Bristol City of"),
    ("Medway", "Medway", "Medway Children’s Services"),
    ("Croydon", "London Borough of Croydon", "London Borough of Croydon"),
    ("Windsor and Maidenhead", "the Royal Borough of Windsor and Maidenhead",
     "Royal Borough of Windsor and Maidenhead"),
    ("Kensington and Chelsea", "the Royal Borough of Kensington and Chelsea",
     "Royal Borough of Kensington and Chelsea"),
    ("Westminster", "Westminster City Council", "City of Westminster"),
    ("City of London", "City of London", "City of London"),
    ("Reading", "Reading", "Reading Borough Council"),
    ("Bury", "Bury", "Bury Metropolitan Borough Council"),
    ("Sutton", "Sutton", "London Borough of Sutton"),
    ("Durham", "Durham", "Durham County Council"),
    ("Cheshire West and Chester", "Cheshire West and Chester",
     "Cheshire West and Chester Council"),
    ("Telford and Wrekin", "Telford & Wrekin", "Borough of Telford & Wrekin"),
    ("Blackburn with Darwen", "Blackburn with Darwen", "Blackburn with Darwen Borough Council"),
    ("Herefordshire", "Herefordshire", "County of Herefordshire"),
    ("Newcastle upon Tyne", "Newcastle City", "Newcastle upon Tyne City Council"),
    ("Brighton and Hove", "Brighton and Hove City", "Brighton & Hove"),
    ("Isle of Wight", "Isle of Wight", "Isle of Wight Council"),
    ("Dorset", "Dorset", "Dorset Council"),
    ("Somerset", "Somerset", "Somerset County Council"),
    ("Cumberland", "Cumberland", "Cumberland Council"),
    ("Westmorland and Furness", "Westmorland and Furness", "Westmorland & Furness Council"),
    ("Richmond upon Thames", "Richmond upon Thames", "London Borough of Richmond upon Thames"),
    ("Sefton", "Sefton", "Sefton Metropolitan Borough Council"),
    ("Wirral", "Wirral", "Wirral Metropolitan Borough Council"),
]  # fmt: skip

# value behind "Inspection dates:" (a bar breaks the line), ranges
DATES: list[tuple[str, list[list[str]]]] = [
    ("11 to 22 May 2026", [["2026-05-11", "2026-05-22"]]),
    ("31 October to 11 November 2022", [["2022-10-31", "2022-11-11"]]),
    ("25 February 2019 to 8 March 2019", [["2019-02-25", "2019-03-08"]]),
    ("12 June to 6 July 2017", [["2017-06-12", "2017-07-06"]]),
    ("30 September to 11 October 2024 and 13 to 16 January 2025",
     [["2024-09-30", "2024-10-11"], ["2025-01-13", "2025-01-16"]]),
    ("5 to 9 December 2022 and 6|to 10 March 2023",
     [["2022-12-05", "2022-12-09"], ["2023-03-06", "2023-03-10"]]),
    ("20 to 24 May 2019 and 17 to|21 June 2019",
     [["2019-05-20", "2019-05-24"], ["2019-06-17", "2019-06-21"]]),
    ("8 – 12 July 2013", [["2013-07-08", "2013-07-12"]]),
    ("9–24 November 2017", [["2017-11-09", "2017-11-24"]]),
    ("14 January 2014- 5 February 2014", [["2014-01-14", "2014-02-05"]]),
    ("15-19 July 2013", [["2013-07-15", "2013-07-19"]]),
    ("20 June 2017 ─ 13 July 2017", [["2017-06-20", "2017-07-13"]]),
    ("12/09/2016 to 06/10/2016", [["2016-09-12", "2016-10-06"]]),
    ("1/06/2015 – 25/06/2015", [["2015-06-01", "2015-06-25"]]),
    ("05 July 2016–27 July 2016", [["2016-07-05", "2016-07-27"]]),
    ("11 January to 8 February 2016", [["2016-01-11", "2016-02-08"]]),
    ("19 November-11 December 2013 and 28 – 30|January 2014",
     [["2013-11-19", "2013-12-11"], ["2014-01-28", "2014-01-30"]]),
    ("28 July 2016", [["2016-07-28", "2016-07-28"]]),
    ("25 November to 17 January 2014", [["2013-11-25", "2014-01-17"]]),
    ("6 to|30 July 2015", [["2015-07-06", "2015-07-30"]]),
    ("11 to 22|September 2023", [["2023-09-11", "2023-09-22"]]),
    ("9 March 2020 to 13 March 2020", [["2020-03-09", "2020-03-13"]]),
    ("4th to 15th December 2023", [["2023-12-04", "2023-12-15"]]),
    ("Monday 4 to Friday 15 December 2023", [["2023-12-04", "2023-12-15"]]),
    ("13 January 2015 — 4 February 2015", [["2015-01-13", "2015-02-04"]]),
    ("From 14 to 25 November 2022", [["2022-11-14", "2022-11-25"]]),
]  # fmt: skip
DATE_LABELS = ["Inspection dates:", "Inspection date:", "Inspection Dates:", "Inspection dates :"]

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
SIF = [
    ("help_protection", "1. Children who need help and protection"),
    ("looked_after_permanence", "2. Children looked after and achieving permanence"),
    ("adoption", "2.1 Adoption performance"),
    ("care_leavers", "2.2 Experiences and progress of care leavers"),
    ("leadership", "3. Leadership, management and governance"),
]
ANY_GRADE = ["outstanding", "good", "inadequate", RI, RI]

TABLES = ["first line", "last line", "middle", "above", "columns", "around", "beside"]
"""Where a grade stands against the lines of its label."""


def table(
    rows: list[tuple[str, str]], y: float, how: str, columns: int, narrow: bool, x: float = 303.0
) -> list[Line]:
    """The lines of a judgement table in the order and at the places of one way of printing.

    Args:
        rows: label and printed grade.
        how: one of `TABLES`.
        columns: characters of a label's line.
        narrow: whether the grades wrap too.
    """
    labels: list[Line] = []
    grades: list[Line] = []
    out: list[Line] = []
    for label, grade in rows:
        parts = textwrap.wrap(label, columns)
        cells = textwrap.wrap(grade, 21) if narrow else [grade]
        tops = [y - 14.5 * index for index in range(len(parts))]
        bottom = tops[-1]
        own = [line(text, top) for text, top in zip(parts, tops, strict=True)]
        start = {
            "first line": tops[0],
            "last line": bottom + 14.5 * (len(cells) - 1),
            "above": tops[0] + 7.0,
        }.get(how, (tops[0] + bottom) / 2 + 7.2 * (len(cells) - 1))
        if how == "beside" and len(cells) == 1:
            own[-1] = line(f"{parts[-1]} {grade}", bottom)
            right: list[Line] = []
        else:
            right = [line(cell, start - 14.4 * i, x=x) for i, cell in enumerate(cells)]
        if how == "around" and len(right) == 2:
            out.extend([right[0], *own, right[1]])
        elif how == "above":
            out.extend([*right, *own])
        elif how == "columns":
            labels.extend(own)
            grades.extend(right)
        else:
            out.extend([*own, *right])
        y = min(bottom, start - 14.4 * (len(cells) - 1)) - 27.0
    return [*out, *labels, *grades]


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
    report.lines.extend(_paragraph(low - 34.0, 1))
    _ilacs_body(report, ILACS[era], grades, title, shown.replace("|", " "))
    report.facts = {
        "urn of": name, "ranges": ranges, "lead": lead, "published": None,
        "overall": grades.pop("overall", None), "grades": grades, "kind": "ilacs",
    }  # fmt: skip
    return report


def _paragraph(y: float, page: int, text: str = BODY) -> list[Line]:
    rows = textwrap.wrap(text, 84)
    return [line(row, y - 14.5 * i, page=page) for i, row in enumerate(rows)]


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
                report.lines.extend(_paragraph(y, page))
                y -= 44.0
        y = 736.0


HEADLINES = {
    "good": ["Children’s services in {x} are good", "The overall judgement is good",
             "The overall judgement is that children’s services are good",
             "The overall judgement is that children’s service is good"],
    RI: ["Children’s services in {x} require improvement to be good",
         "Children’s services in {x} require improvement",
         "Children’s services in {x} requires improvement",
         "The overall judgement is requires improvement",
         "The overall judgement is that children’s services require improvement",
         "The overall judgement is that children’s services requires improvement"],
    "inadequate": ["Children’s services in {x} are inadequate",
                   "The overall judgement is inadequate",
                   "The overall judgement is that children’s services are inadequate",
                   "Children’s services in {x} is inadequate"],
    "outstanding": ["Children’s services in {x} are outstanding",
                    "The overall judgement is outstanding",
                    "The overall judgement is that children’s services are outstanding"],
}  # fmt: skip
BOARDS = [
    ("cover", "The effectiveness of the Local Safeguarding Children Board (LSCB) is {g}."),
    ("part", "The Local Safeguarding Children Board is {g}"),
    ("part", "The Local Safeguarding Children Board (LSCB) is {g}"),
    ("part", "The effectiveness of the Local Safeguarding Children Board is {g}"),
    ("part", "The Local Safeguarding Children Board {g}"),
]


def sif(pick: Choose) -> Report:
    """A report of the single inspection or of a re-inspection, 2013 to 2018."""
    report = Report()
    name, _, alone = NAMES[pick("name", len(NAMES))]
    again = pick("again", 4)
    board = again < 2 and bool(pick("board", 3))
    start = ["Inspection", "Inspection", "Re-inspection", "Reinspection"][again]
    rows = [
        f"{start} of services for children in need of help and",
        "protection, children looked after and care leavers",
    ]
    if board:
        rows += ["and", "Review of the effectiveness of the Local Safeguarding Children", "Board"]
    y = 730.0
    for row in textwrap.wrap(alone, 34):
        report.lines.append(line(row, y, size=26.0))
        y -= 28.0
    for row in rows:
        report.lines.append(line(row, y, size=14.0, bold=row != "and"))
        y -= 17.0
    shown, ranges = DATES[pick("dates", len(DATES))]
    first, *rest = shown.split("|")
    y -= 10.0
    label = DATE_LABELS[pick("date label", len(DATE_LABELS))]
    report.lines.append(line(f"{label} {first}", y, size=14.0))
    for row in rest:
        y -= 17.0
        report.lines.append(line(row, y, size=14.0))
    published = [("Report published: 9 December 2016", "2016-12-09"),
                 ("Report Published: 10/08/2015", "2015-08-10"),
                 ("Report published 4 April 2016", "2016-04-04"),
                 ("Published: 13 May 2015", "2015-05-13"), (None, None)]  # fmt: skip
    printed, iso = published[pick("published", len(published))]
    if printed:
        y -= 23.0
        report.lines.append(line(printed, y, size=14.0))
    overall = list(HEADLINES)[pick("overall", len(HEADLINES))]
    headline = HEADLINES[overall][pick("headline", len(HEADLINES[overall]))].format(x=name)
    y -= 30.0
    for row in textwrap.wrap(headline, 58):
        report.lines.append(line(row, y, size=14.0, bold=True))
        y -= 17.0
    if pick("expectation", 2):
        report.lines.extend(
            _paragraph(
                y - 10.0,
                1,
                "The authority is not yet giving good help "
                "and care to all children, young people and families.",
            )
        )
        y -= 50.0
    how = TABLES[pick("table", len(TABLES))]
    wide, narrow = [(44, False), (50, True), (60, False)][pick("columns", 3)]
    grades = {key: ANY_GRADE[(pick(f"grade {key}", 5) + len(key)) % 5] for key, _ in SIF}
    if pick("not judged", 4) == 1:
        grades["adoption"] = "not judged"
    words = {RI: ["Requires improvement", "Requires Improvement"][pick("capital", 2)]}
    printed_rows = [(text, words.get(grades[key], grades[key].capitalize())) for key, text in SIF]
    table_lines = table(printed_rows, y - 20.0, how, wide, narrow, 390.0)
    if pick("misnumbered", 4) == 1:
        table_lines = [
            line(row.text.replace("3. Lead", "1. Lead"), row.y, x=row.x) for row in table_lines
        ]
    report.lines.extend(table_lines)
    lscb = None
    if board:
        lscb = ANY_GRADE[pick("lscb", 5)]
        where, sentence = BOARDS[pick("lscb form", len(BOARDS))]
        text = sentence.format(g=lscb)
        if where == "part" and not sentence.endswith("is {g}"):
            text = text if lscb == RI else text.replace(f" {lscb}", f" is {lscb}")
        low = min(row.y for row in report.lines) - 40.0
        if where == "cover":
            for row in textwrap.wrap(text, 70):
                report.lines.append(line(row, low, size=14.0))
                low -= 17.0
    report.lines.append(line("Executive summary", 730.0, page=2, size=14.0, bold=True))
    report.lines.extend(_paragraph(700.0, 2))
    report.lines.extend(
        _paragraph(
            640.0,
            2,
            "An LSCB requires improvement if it does not yet "
            "show the characteristics of a good one. " + BODY,
        )
    )
    report.lines.extend(
        _paragraph(
            560.0,
            2,
            "The previous inspection of safeguarding was in May "
            "2011. The local authority was judged to be adequate.",
        )
    )
    for page in range(3, 8):
        report.lines.append(line(str(page), 34.0, page=page))
        for index in range(6):
            report.lines.extend(_paragraph(700.0 - index * 60.0, page))
    if board and where == "part":
        report.lines.append(line("The Local Safeguarding Children Board (LSCB)", 732.0, page=8,
                                 size=16.0, bold=True))  # fmt: skip
        for index, row in enumerate(textwrap.wrap(text, 54)):
            report.lines.append(line(row, 690.0 - 17 * index, page=8, size=14.0, bold=True))
        report.lines.extend(_paragraph(620.0, 8))
    team = ["Lead inspector: Paula Thomson-Jones", "Deputy lead inspector: Nick Stacey",
            "Team inspectors: Jon Bowman, Donna Marriott, Kate Malleson and",
            "Lolly Rascagneres", "Shadow inspector: Tara Geere",
            "Senior data analyst: Neil Powell",
            "Quality assurance manager: Carolyn Adcock"]  # fmt: skip
    report.lines.append(line("The inspection team consisted of eight of Her Majesty’s Inspectors "
                             "(HMI) from Ofsted.", 700.0, page=9))  # fmt: skip
    report.lines.append(line("The inspection team", 670.0, page=9, bold=True))
    report.lines.extend(line(row, 640.0 - 14.5 * i, page=9) for i, row in enumerate(team))
    if lscb:
        grades["lscb"] = lscb
    report.facts = {
        "urn of": name, "ranges": ranges, "lead": "Paula Thomson-Jones", "published": iso,
        "overall": overall, "grades": grades, "kind": "sif" if again < 2 else "reinspection",
    }  # fmt: skip
    return report


def without_layout(lines: list[Line]) -> list[Line]:
    """The same lines from a text copy: in their order, without size, weight or place."""
    return [Line(row.text, row.page) for row in lines]
