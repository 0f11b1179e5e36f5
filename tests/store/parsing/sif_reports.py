"""Makes reports of the single inspection framework (SIF) and of re-inspections, 2013 to 2018."""

import textwrap

from .covers import ANY_GRADE, BODY, DATE_LABELS, DATES, NAMES, RI, Report, paragraph
from .judgement_tables import TABLES, table
from .printing import Choose, line

SIF = [
    ("help_protection", "1. Children who need help and protection"),
    ("looked_after_permanence", "2. Children looked after and achieving permanence"),
    ("adoption", "2.1 Adoption performance"),
    ("care_leavers", "2.2 Experiences and progress of care leavers"),
    ("leadership", "3. Leadership, management and governance"),
]
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
            paragraph(
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
    report.lines.extend(paragraph(700.0, 2))
    report.lines.extend(
        paragraph(
            640.0,
            2,
            "An LSCB requires improvement if it does not yet "
            "show the characteristics of a good one. " + BODY,
        )
    )
    report.lines.extend(
        paragraph(
            560.0,
            2,
            "The previous inspection of safeguarding was in May "
            "2011. The local authority was judged to be adequate.",
        )
    )
    for page in range(3, 8):
        report.lines.append(line(str(page), 34.0, page=page))
        for index in range(6):
            report.lines.extend(paragraph(700.0 - index * 60.0, page))
    if board and where == "part":
        report.lines.append(line("The Local Safeguarding Children Board (LSCB)", 732.0, page=8,
                                 size=16.0, bold=True))  # fmt: skip
        for index, row in enumerate(textwrap.wrap(text, 54)):
            report.lines.append(line(row, 690.0 - 17 * index, page=8, size=14.0, bold=True))
        report.lines.extend(paragraph(620.0, 8))
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
