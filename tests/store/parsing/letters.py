"""Makes letters of every wording known, with what a reader must find in them.

The words are our own; the shapes are those of letters from 2016 to 2026 (see the list of
variants in the domain report).
"""

from dataclasses import dataclass, field
from typing import Any

from .printing import Choose, Style

CLOSING_THANKS = "I would like to thank your staff for their time and openness during the visit."


@dataclass
class Letter:
    """A letter and its facts, as the library must hold them."""

    printed: list[tuple[Style, str]] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)

    def add(self, style: Style, *texts: str) -> None:
        self.printed.extend((style, text) for text in texts)


# name in the title, name in the text, council, lines of its address
PLACES = [
    ("Tameside Borough Council children’s services", "Tameside children’s services", "Tameside",
     ["Tameside Metropolitan Borough Council", "Tameside One", "Market Place",
      "Ashton-under-Lyne", "OL6 6BH"]),
    ("Stoke-on-Trent City Council children’s services", "Stoke-on-Trent", "Stoke-on-Trent",
     ["Civic Centre", "Glebe Street", "Stoke-on-Trent ST4 1HH"]),
    ("Bournemouth, Christchurch and Poole children’s services",
     "Bournemouth, Christchurch and Poole local authority children’s services",
     "Bournemouth, Christchurch and Poole",
     ["BCP Council", "Town Hall", "Bourne Avenue", "BH2 6DY"]),
    ("Reading Borough Council children’s services", "Reading children’s services", "Reading",
     ["Civic Offices", "Bridge Street", "Reading RG1 2LU"]),
    ("the Royal Borough of Windsor and Maidenhead children’s services",
     "Windsor and Maidenhead", "Windsor and Maidenhead", ["Town Hall", "St Ives Road", "SL6 1RF"]),
    ("Kingston upon Hull City Council children’s services", "Hull children’s services", "Hull",
     ["The Guildhall", "Alfred Gelder Street", "Hull", "HU1 2AA"]),
    ("London Borough of Croydon children’s services", "the London Borough of Croydon", "Croydon",
     ["Bernard Weatherill House", "8 Mint Walk", "Croydon CR0 1EA"]),
    ("North Northamptonshire children’s services", "North Northamptonshire children’s services",
     "North Northamptonshire", ["Northamptonshire Children’s Trust", "One Angel Square",
                                "Northampton NN1 1ED"]),
    ("Slough Children First", "Slough children’s services", "Slough",
     ["Observatory House", "25 Windsor Road", "Slough SL1 2EL"]),
    ("Bristol City Council local authority children’s services", "Bristol", "Bristol",
     ["City Hall", "College Green", "Bristol BS1 5TR"]),
    ("St Helens local authority children’s services", "St Helens", "St Helens",
     ["Atlas House", "Corporation Street", "St Helens WA9 1LD"]),
    ("Derbyshire County Council children’s services", "Derbyshire", "Derbyshire",
     ["County Hall", "Smedley Street", "Matlock DE4 3AG"]),
]  # fmt: skip

LETTERHEADS = [
    ["Ofsted", "Piccadilly Gate", "Store Street", "Manchester", "M1 2WD", "T 0300 123 1231",
     "Textphone 0161 618 8524", "enquiries@ofsted.gov.uk", "www.gov.uk/ofsted"],
    ["Piccadilly Gate", "Store Street", "Manchester M1 2WD",
     "T 0300 123 1231 Textphone 0161 618 8524 enquiries@ofsted.gov.uk www.gov.uk/ofsted"],
    ["Ofsted", "Agora", "6 Cumberland Place", "Nottingham", "NG1 6HJ", "T 0300 123 1231",
     "www.gov.uk/ofsted", "lasse.support@ofsted.gov.uk"],
    ["Ofsted", "Clive House", "70 Petty France", "Westminster", "London", "SW1H 9EX",
     "T 0300 123 1231"],
    ["Ofsted", "2 Rivergate", "Temple Quay", "Bristol", "BS1 6EH"],
]  # fmt: skip

# how the day is printed, ISO
LETTER_DATES = [
    ("17 September 2018", "2018-09-17"),
    ("17th September 2018", "2018-09-17"),
    ("Date: 4 March 2019", "2019-03-04"),
    ("3 August 2022", "2022-08-03"),
    ("Monday 25 March 2024", "2024-03-25"),
    ("1 Dec 2023", "2023-12-01"),
    ("08 January 2021", "2021-01-08"),
    ("12 May 2026", "2026-05-12"),
]

# lines, salutation, addressee
ADDRESSEES = [
    (["James Thomas", "Director of Children’s Services"], "Dear James", "James Thomas"),
    (["Ms Jane Smith", "Interim Director of Children’s Services"], "Dear Ms Smith", "Jane Smith"),
    (["Mr Robert O’Neill", "Director of Children's Services"], "Dear Mr O’Neill", "Robert O’Neill"),
    (["Director of Children’s Services", "Mary-Ann Hughes"], "Dear Mary-Ann", "Mary-Ann Hughes"),
    (["Priya Nair, Executive Director of Children and Families"], "Dear Priya", "Priya Nair"),
    (["Alison Jeffery", "Strategic Director, People", "alison.jeffery@example.gov.uk"],
     "Dear Alison,", "Alison Jeffery"),
    (["BY EMAIL", "Sara Tough", "Acting Director of Children’s Services"], "Dear Sara",
     "Sara Tough"),
    (["Mrs J Cartwright", "Director for Children and Adults"], "Dear Mrs Cartwright",
     "J Cartwright"),
    (["Dr Anna de Souza", "Director of People’s Services"], "Dear Dr de Souza", "Anna de Souza"),
    (["Tom Savory – Director of Children’s Services (Interim)"], "Dear Tom", "Tom Savory"),
    (["Ali Stathers-Tracey", "Director for Children and Families"], "Dear Ali",
     "Ali Stathers-Tracey"),
    (["Interim Director of Children’s Services: Mark Douglas"], "Dear Mark", "Mark Douglas"),
    (["Helen Lincoln", "Executive Director for Children and Families"], "Dear Helen",
     "Helen Lincoln"),
    (["Sally Rowe", "Executive Director Children’s Services"], "Dear Mrs Rowe", "Sally Rowe"),
    (["Stuart Gallimore OBE", "Director of Children’s Services"], "Dear Stuart",
     "Stuart Gallimore"),
    (["Director of Children’s Services"], "Dear Director", "Director of Children’s Services"),
    (["Interim Director of Children’s Services"], "Dear Director of Children’s Services",
     "Interim Director of Children’s Services"),
    (["Robert Alan Smith", "Director of Children’s Services"], "Dear Bob", "Robert Alan Smith"),
    (["Jane Smith", "Director of Children’s Services"], "Dear Director", "Jane Smith"),
    (["Katherine (Kate) Foley", "Director of Children’s Services"], "Dear Kate",
     "Katherine (Kate) Foley"),
    (["Ms Kathryn Rees", "Corporate Director for Children"], "Dear Ms Rees", "Kathryn Rees"),
    (["FAO Steve Crocker", "Director of Children’s Services"], "Dear Steve", "Steve Crocker"),
    (["Chief Executive and Director: Gail Hancock"], "Dear Ms Hancock", "Gail Hancock"),
    (["Rachael Wardell OBE, Executive Director"], "Dear Rachael", "Rachael Wardell"),
    (["Sir Derek Myers", "Commissioner"], "Dear Sir Derek", "Derek Myers"),
    (["Lucy Butler (Director of Children’s Services)"], "Dear Lucy", "Lucy Butler"),
    (["Melissa Caslake, Director of Children’s Services,"], "Dear Ms. Caslake", "Melissa Caslake"),
    (["Private and confidential", "Ann Graham", "Director of Children’s Services"], "Dear Ann",
     "Ann Graham"),
    (["Nina Philippidis, Acting Director of Children’s Services, by email"], "Dear Nina",
     "Nina Philippidis"),
    (["Mr Gareth Morgan Davies", "Director of Children’s Services"], "Dear Mr Morgan Davies",
     "Gareth Morgan Davies"),
    (["Cathi Hadley", "Corporate Director, Children’s Services"], "Dear Cathi Hadley",
     "Cathi Hadley"),
]  # fmt: skip

# printed after "on" or "on the", start, end
VISIT_DATES = [
    ("on 22 August 2018", "2018-08-22", "2018-08-22"),
    ("on 22 and 23 November 2016", "2016-11-22", "2016-11-23"),
    ("on 6 and 7 March 2023", "2023-03-06", "2023-03-07"),
    ("on 4 July 2018 and 5 July 2018", "2018-07-04", "2018-07-05"),
    ("on 31 October and 1 November 2023", "2023-10-31", "2023-11-01"),
    ("on 31 January 2019 and 1 February 2019", "2019-01-31", "2019-02-01"),
    ("from 14 to 16 May 2024", "2024-05-14", "2024-05-16"),
    ("between 28 February and 1 March 2017", "2017-02-28", "2017-03-01"),
    ("on 26–27 June 2019", "2019-06-26", "2019-06-27"),
    ("on 21 – 22 February 2024", "2024-02-21", "2024-02-22"),
    ("on the 11th and 12th October 2017", "2017-10-11", "2017-10-12"),
    ("on Tuesday 5 and Wednesday 6 December 2023", "2023-12-05", "2023-12-06"),
    ("on 13, 14 and 15 May 2025", "2025-05-13", "2025-05-15"),
    ("which took place on 20 and 21 January 2026", "2026-01-20", "2026-01-21"),
    ("that was carried out on 9 May 2017 and 10 May 2017", "2017-05-09", "2017-05-10"),
    ("in October 2022", "2022-10", "2022-10"),
    ("on Wednesday 22 August 2018", "2018-08-22", "2018-08-22"),
    ("on 30 & 31 January 2019", "2019-01-30", "2019-01-31"),
    ("over two days on 10 and 11 July 2019", "2019-07-10", "2019-07-11"),
    ("between 17 and 19 October 2022", "2022-10-17", "2022-10-19"),
    ("on 30 June and 1 July 2021", "2021-06-30", "2021-07-01"),
    ("on 22nd and 23rd February 2022", "2022-02-22", "2022-02-23"),
    ("on 06/03/2023 and 07/03/2023", "2023-03-06", "2023-03-07"),
    ("during the week of 9 to 13 December 2019", "2019-12-09", "2019-12-13"),
    ("from 31 January 2023 to 1 February 2023", "2023-01-31", "2023-02-01"),
    ("(2 and 3 October 2024)", "2024-10-02", "2024-10-03"),
]

# sentence, ordinal, judged inadequate
ORDINALS = [
    ("The visit was the sixth monitoring visit since the local authority was judged inadequate in "
     "December 2016.", 6, "2016-12"),
    ("This was the first monitoring visit since the council was judged inadequate in July 2022.",
     1, "2022-07"),
    ("It was the 2nd monitoring visit since the local authority was judged to be inadequate in "
     "September 2021.", 2, "2021-09"),
    ("This was the third visit since the local authority was judged inadequate in June 2018.",
     3, "2018-06"),
    ("This was the fourth monitoring visit since the local authority’s children’s services were "
     "judged to be inadequate overall in May 2019.", 4, "2019-05"),
    ("This was the fifth quarterly monitoring visit following the inspection of November 2018, "
     "when services were judged inadequate.", 5, "2018-11"),
    ("The visit was the tenth monitoring visit since the inspection in 2016 judged services to be "
     "inadequate.", 10, "2016"),
    ("This is the seventh visit since children’s services were found to be inadequate in February "
     "2020.", 7, "2020-02"),
    ("The visit was the second monitoring visit since the local authority was judged inadequate "
     "for the second time in March 2015.", 2, "2015-03"),
    ("This was the eighth monitoring visit following the local authority being judged inadequate "
     "in January 2018.", 8, "2018-01"),
    ("The visit was the second monitoring visit since the local authority was judged inadequate "
     "for overall effectiveness in July 2022.", 2, "2022-07"),
    ("The local authority was judged inadequate in April 2016. This was the fourth monitoring "
     "visit.", 4, "2016-04"),
    ("This is the ninth monitoring visit since the council was judged inadequate in August 2016, "
     "and the second since services moved to a company in December 2018.", 9, "2016-08"),
    ("This was the 11th monitoring visit since the local authority’s overall effectiveness was "
     "judged ‘inadequate’ in March 2019.", 11, "2019-03"),
    ("The visit was the third monitoring visit since the local authority was judged as inadequate "
     "in the single inspection of October 2015.", 3, "2015-10"),
    ("This was the first monitoring visit since the local authority was judged inadequate in "
     "August\n2022.".replace("\n", " "), 1, "2022-08"),
    ("The council has been inadequate since the inspection published in November 2023; this was "
     "its fifth monitoring visit.", 5, "2023-11"),
    ("It is the first monitoring visit since the inspection of 4 to 15 December 2023, when the "
     "local authority was judged inadequate.", 1, "2023-12"),
    ("", None, None),
]  # fmt: skip

HER = "Her Majesty’s Inspector"
HIS = "His Majesty’s Inspector"
# sentence, names with roles
INSPECTORS = [
    (f"The inspectors were Shabana Abasi, {HER}, and Majella Tallack, Ofsted Inspector.",
     [("Shabana Abasi", HER), ("Majella Tallack", "Ofsted Inspector")]),
    ("His Majesty’s Inspectors for this visit were Joy Howick and Rachel Griffiths.",
     [("Joy Howick", HIS), ("Rachel Griffiths", HIS)]),
    ("Her Majesty’s inspectors for this visit were Lisa Summers and Nick Stacey.",
     [("Lisa Summers", "Her Majesty’s inspector"), ("Nick Stacey", "Her Majesty’s inspector")]),
    ("The visit was carried out by HMI Andy Waugh and Peter McEntee.",
     [("Andy Waugh", "HMI"), ("Peter McEntee", "HMI")]),
    ("The visit was carried out by Her Majesty’s Inspectors, Tracey Scott and Graham Reiter.",
     [("Tracey Scott", HER), ("Graham Reiter", HER)]),
    ("The inspectors were Pauline Higham HMI and Emmy Tomsett HMI.",
     [("Pauline Higham", "HMI"), ("Emmy Tomsett", "HMI")]),
    ("The inspectors were Louise Hocking, HMI, Brenda McInerney, HMI, and Jansy Kelly, Ofsted "
     "Inspector.",
     [("Louise Hocking", "HMI"), ("Brenda McInerney", "HMI"), ("Jansy Kelly", "Ofsted Inspector")]),
    (f"The inspector was Kate Malleson, {HER}.", [("Kate Malleson", HER)]),
    ("The visit was conducted by Kendra Bell, HMI and Anne Waterman, SHMI.",
     [("Kendra Bell", "HMI"), ("Anne Waterman", "SHMI")]),
    ("His Majesty’s Inspector for this visit was Margaret Burke.", [("Margaret Burke", HIS)]),
    ("The inspectors for this visit were Dawn Godfrey HMI (lead) and Neil Penswick HMI.",
     [("Dawn Godfrey", "HMI"), ("Neil Penswick", "HMI")]),
    (f"The visit was undertaken by {HIS}s Rebecca Quested and Jo Warburton, and by Ofsted "
     "Inspector Ty Yousaf.",
     [("Rebecca Quested", HIS), ("Jo Warburton", HIS), ("Ty Yousaf", "Ofsted Inspector")]),
    ("Inspectors were Victoria Horsefield and Naveed Hussain.",
     [("Victoria Horsefield", None), ("Naveed Hussain", None)]),
    ("The inspectors were Alison Smale and Tara Geere, Her Majesty’s Inspectors.",
     [("Alison Smale", HER), ("Tara Geere", HER)]),
    (f"The visit was carried out by Alison Smale, {HER}, and Tara Geere, HMI designate.",
     [("Alison Smale", HER), ("Tara Geere", "HMI designate")]),
    ("His Majesty’s Inspectors (HMI) for this visit were Joy Howick and Matt Reed.",
     [("Joy Howick", HIS), ("Matt Reed", HIS)]),
    (f"Joy Howick, {HIS}, and Mary Candlin, Ofsted Inspector, carried out this visit.",
     [("Joy Howick", HIS), ("Mary Candlin", "Ofsted Inspector")]),
    ("The visit was led by Kate Malleson HMI, accompanied by Margaret Burke HMI.",
     [("Kate Malleson", "HMI"), ("Margaret Burke", "HMI")]),
    ("Her Majesty’s Inspectors (HMI) for this visit were: Jean-Paul O’Brien, Anna de Souza and "
     "Li Wei.", [("Jean-Paul O’Brien", HER), ("Anna de Souza", HER), ("Li Wei", HER)]),
    ("The visit was carried out by two of Her Majesty’s Inspectors.", []),
    ("The lead inspector was Dominic Stevens, HMI. The team inspector was Julie Knight, HMI.",
     [("Dominic Stevens", "HMI"), ("Julie Knight", "HMI")]),
    ("The inspectors were Dominic Stevens, Her Majesty’s Inspector (HMI), Julie Knight, HMI, and "
     "Christine Kennet, Senior HMI.",
     [("Dominic Stevens", HER), ("Julie Knight", "HMI"), ("Christine Kennet", "Senior HMI")]),
    ("", []),
]  # fmt: skip

BULLETS = [
    "the quality of assessments and care plans",
    "the timeliness of permanence planning",
    "management oversight, supervision and case direction",
]
# heading, lead-in, bullets or prose, focus
FOCUSES: list[tuple[str, str, list[str], list[str]]] = [
    ("Areas covered by the visit",
     "This visit reviewed the progress made with regards to children looked after, with a focus "
     "on:",
     BULLETS, BULLETS),
    ("Areas covered by the visit",
     "Inspectors reviewed the progress made in the following areas of concern identified at the "
     "last inspection:", BULLETS, BULLETS),
    ("Areas covered by the visit",
     "During the course of this visit, inspectors reviewed the progress made in the area of help "
     "and protection, in particular:", BULLETS, BULLETS),
    ("", "Inspectors looked at the local authority’s arrangements for children in need and those "
     "subject to a child protection plan.", [],
     ["the local authority’s arrangements for children in need and those subject to a child "
      "protection plan"]),
    ("", "Inspectors looked at the local authority’s arrangements for the front door. In "
     "particular, they looked at:", BULLETS, BULLETS),
    ("Areas covered by the visit",
     "Inspectors reviewed the progress made in the experiences and progress of care leavers.", [],
     ["the progress made in the experiences and progress of care leavers"]),
    ("Areas covered by the visit", "Inspectors evaluated the progress made in:", BULLETS, BULLETS),
    ("", "This visit focused on the progress made for children who are looked after.", [],
     ["the progress made for children who are looked after"]),
    ("Areas covered by the visit", "The visit considered the following areas:", BULLETS, BULLETS),
    ("Areas covered by the visit",
     "During this visit, inspectors reviewed the progress made since the last inspection in the "
     "areas of:", BULLETS, BULLETS),
    ("", "This visit focused on:", BULLETS, BULLETS),
    ("Areas covered by the visit", "Inspectors reviewed the following areas of practice:",
     BULLETS, BULLETS),
    ("Areas covered by this visit", "", BULLETS, BULLETS),
    ("", "This visit focused on the local authority’s arrangements for achieving permanence.", [],
     ["the local authority’s arrangements for achieving permanence"]),
    ("Areas covered by the visit",
     "During the course of this visit, inspectors reviewed the progress made in the area of help "
     "and protection, with a particular focus on the response to children at risk of "
     "exploitation.", [],
     ["the progress made in the area of help and protection, with a particular focus on the "
      "response to children at risk of exploitation"]),
    ("", "Inspectors considered the local authority’s arrangements for the ‘front door’, "
     "including thresholds and early help.", [],
     ["the local authority’s arrangements for the ‘front door’, including thresholds and early "
      "help"]),
    ("", "This visit looked at the effectiveness of planning and achieving permanence for "
     "children in care.", [],
     ["the effectiveness of planning and achieving permanence for children in care"]),
]  # fmt: skip

FINDINGS = [
    "Social workers know their children well and visit them often enough to make a difference.",
    "Too many plans lack timescales, and it is not clear to families what must change or by when.",
    "Supervision takes place each month, but records of it are brief and seldom reflective.",
]

# lines under "Yours sincerely"
SIGNATURES = [
    (["Shabana Abasi", HER], "Shabana Abasi"),
    ([f"Shabana Abasi **{HER}**"], "Shabana Abasi"),
    (["Joy Howick, HMI"], "Joy Howick"),
    (["Neil Penswick", "Senior HMI"], "Neil Penswick"),
    (["Rebecca Quested", HIS, "Ofsted"], "Rebecca Quested"),
    ([f"{HIS}", "Andy Waugh"], "Andy Waugh"),
    (["Nigel Parkes", "Lead inspector"], "Nigel Parkes"),
    (["Brenda McLaughlin", "Senior Her Majesty’s Inspector, Social Care"], "Brenda McLaughlin"),
    (["Catherine Heron HMI", "Ofsted lead inspector"], "Catherine Heron"),
]
SECTIONS = {
    "monitoring-visit": ["Overview", "Findings and evaluation of progress"],
    "monitoring-visit-2021": ["Headline findings", "Findings and evaluation of progress"],
    "focused-visit": [
        "Overview",
        "What needs to improve in this area of social work practice",
        "Findings",
    ],
    "focused-visit-2021": [
        "Headline findings",
        "What needs to improve in this area of social work practice",
        "Main findings",
    ],
    "focused-visit-priority": [
        "Headline findings",
        "Areas for priority action",
        "What needs to improve in this area of social work practice",
        "Main findings",
    ],
}


def visit_letter(kind: str, choose: Choose) -> Letter:
    """A letter after a monitoring or focused visit, each part in the wording chosen."""
    letter = Letter()

    def pick(part: str, variants: list[Any]) -> Any:
        return variants[choose(part, len(variants))]

    title, place, council, address = pick("place", PLACES)
    letterhead = pick("letterhead", LETTERHEADS)
    shown_date, iso = pick("date", LETTER_DATES)
    lines, dear, addressee = pick("addressee", ADDRESSEES)
    when, start, end = pick("when", VISIT_DATES)
    sentence, ordinal, judged = (
        pick("ordinal", ORDINALS) if kind == "monitoring" else ("", None, None)
    )
    who, inspectors = pick("inspectors", INSPECTORS)
    heading, lead, bullets, focus = pick("focus", FOCUSES)
    signature, signed = pick("signature", SIGNATURES)
    sections = pick("sections", [s for k, s in SECTIONS.items() if k.startswith(kind)])
    (preposition,) = pick("preposition", [("to",), ("of",)])
    (opening,) = pick("opening", [("findings of the",), ("findings of a recent",),
                                  ("findings of our",)])  # fmt: skip
    (verb,) = pick("verb", [("This letter summarises the",), ("This letter sets out the",)])

    letter.add("head", *letterhead)
    letter.add("head", shown_date)
    letter.add("head", *lines, *address)
    letter.add("head", dear)
    letter.add("title", f"{kind.capitalize()} visit {preposition} {title}")
    first = f"{verb} {opening} {kind} visit to {place} {when}. {sentence} {who}".strip()
    letter.add("para", " ".join(first.split()))
    if heading:
        letter.add("heading", heading)
    if lead:
        letter.add("para", lead)
    letter.add("bullet", *[f"{b}{'.' if b == bullets[-1] else ''}" for b in bullets])
    letter.add("para", "The visit considered a range of evidence, including electronic records and "
               "discussions with social workers.")  # fmt: skip
    for name in sections:
        letter.add("heading", name)
        if name.startswith(("What needs", "Areas for")):
            letter.add("bullet", *[f"The {bullet.removeprefix('the ')}." for bullet in BULLETS])
        else:
            letter.add("para", *FINDINGS)
    letter.add("para", CLOSING_THANKS)
    letter.add("para", "I am copying this letter to the Department for Education. It will be "
               "published on the Ofsted website.")  # fmt: skip
    letter.add("head", "Yours sincerely", *signature)
    letter.facts = {
        "kind": f"{kind}-visit-letter",
        "councils": [council],
        "letter_date": iso,
        "addressee": addressee,
        "visit.kind": f"{kind}-visit",
        "visit.start": start,
        "visit.end": end,
        "visit.ordinal": ordinal,
        "judged_inadequate": {council: judged} if judged else {},
        "inspectors": [(name, role) for name, role in inspectors],
        "signed_by": signed,
        "focus": focus,
        "sections": [*([heading] if heading else []), *sections],
    }
    return letter
