"""Whole documents of the rarer kinds, and papers that only look like one, with their facts.

The words are our own; headings and set phrases are those of such papers. A row is a line or a
paragraph; ` test joins them.
"""

from dataclasses import dataclass, field

PROSE = [
    "Leaders know their services. They have acted on what earlier visits found, and the quality "
    "of plans has improved since then.",
    "Not every child is seen alone, and records do not always say why.",
]


@dataclass
class Paper:
    """Rows of a document and what must be read from it; a fact left out is not asked."""

    name: str
    rows: list[str]
    facts: dict[str, object] = field(default_factory=dict)


JTAI_2016 = Paper(
    "joint inspection letter 2016",
    [
        "6 May 2016",
        "Jane Smith, Director of Children’s Services, Salford City Council",
        "John Brown, Chief Officer, Salford Clinical Commissioning Group",
        "Ann Green, Police and Crime Commissioner",
        "Ian White, Chief Constable of Greater Manchester Police",
        "Dear local partnership",
        "Joint targeted area inspection of the multi-agency response to abuse and neglect in "
        "Salford",
        "Between 7 March and 11 March 2016, Ofsted, the Care Quality Commission (CQC), HMI "
        "Constabulary (HMIC) and HMI Probation (HMI Prob) undertook a joint inspection of the "
        "multi-agency response to abuse and neglect in Salford. This inspection included a ‘deep "
        "dive’ focus on the response to child sexual exploitation.",
        "This letter to all the service leaders in the area outlines our findings about the "
        "effectiveness of partnership working and of the work of individual agencies in Salford.",
        "Key strengths",
        *PROSE,
        "Areas for improvement",
        *PROSE,
        "Next steps",
        "The local authority should prepare a written statement of proposed action.",
        "Yours sincerely",
        "Eleanor Schooling",
        "National Director, Social Care",
    ],
    {
        "kind": "jtai-letter", "councils": ["Salford"], "letter_date": "2016-05-06",
        "visit": ("jtai", None, "2016-03-07", "2016-03-11"), "signed_by": "Eleanor Schooling",
        "sections": ["Key strengths", "Areas for improvement", "Next steps"],
    },
)  # fmt: skip

JTAI_2019 = Paper(
    "joint inspection letter 2019",
    [
        "18 April 2019",
        "To: Sarah Jones, Director of Children’s Services, Bexley",
        "Dear Local Partnership",
        "Joint targeted area inspection of the multi-agency response to sexual abuse in the family "
        "in Bexley",
        "Between 21 and 25 January 2019, Ofsted, the Care Quality Commission (CQC), HMICFRS and "
        "HMI Probation carried out a joint inspection of the multi-agency response to sexual abuse "
        "in the family in Bexley.",
        "This letter to all the service leaders in the area sets out our findings.",
        "Headline findings",
        *PROSE,
        "Yours sincerely",
        "Yvette Stanley",
        "National Director, Social Care",
    ],
    {
        "kind": "jtai-letter", "councils": ["Bexley"], "letter_date": "2019-04-18",
        "visit": ("jtai", None, "2019-01-21", "2019-01-25"),
    },
)  # fmt: skip

JTAI_2022 = Paper(
    "joint inspection report 2022",
    [
        "Joint targeted area inspection of Plymouth",
        "Inspection dates: 3 to 7 October 2022",
        "Date of publication: 21 November 2022",
        "Headline findings",
        *PROSE,
        "What needs to improve?",
        "- The timeliness of strategy meetings.",
        "- The sharing of information by partners.",
        "Strengths",
        *PROSE,
        "Main findings",
        *PROSE,
        "Practice study: highly effective practice",
        *PROSE,
        "Next steps",
        "We have determined that Plymouth City Council is the principal authority and should "
        "prepare a written statement of action.",
        "Yours sincerely",
        "Yvette Stanley",
        "National Director, Regulation and Social Care",
    ],
    {
        "kind": "jtai-letter", "councils": ["Plymouth"],
        "visit": ("jtai", None, "2022-10-03", "2022-10-07"),
    },
)  # fmt: skip

JTAI_2023 = Paper(
    "joint inspection letter 2023",
    [
        "Dear Gateshead local safeguarding partnership",
        "Joint targeted area inspection of Gateshead",
        "This letter summarises the findings of the joint targeted area inspection (JTAI) of the "
        "multi-agency response to serious youth violence in Gateshead.",
        "This inspection took place from 11 to 15 September 2023. It was carried out by inspectors "
        "from Ofsted, the Care Quality Commission (CQC) and His Majesty’s Inspectorate of "
        "Constabulary and Fire & Rescue Services (HMICFRS).",
        "Headline findings",
        *PROSE,
    ],
    {
        "kind": "jtai-letter", "councils": ["Gateshead"], "letter_date": None,
        "visit": ("jtai", None, "2023-09-11", "2023-09-15"),
    },
)  # fmt: skip

ASSURANCE_2020 = Paper(
    "assurance visit 2020",
    [
        "Ofsted", "Piccadilly Gate", "Store Street", "Manchester", "M1 2WD",
        "24 November 2020",
        "Elaine Redding, Interim Director of Children’s Services",
        "BCP Council", "Town Hall", "Bournemouth BH2 6EB",
        "Dear Elaine",
        "Focused visit to Bournemouth, Christchurch and Poole children’s services",
        "This letter summarises the findings of the focused visit to Bournemouth, Christchurch and "
        "Poole on 6 and 7 October 2020. The visit was carried out by Her Majesty’s Inspectors "
        "Steve Lowe and Nicola Bennett.",
        "Inspectors looked at the quality and impact of key decision-making across help and "
        "protection, children in care and care leavers services, together with the impact of "
        "leadership on service development.",
        "The methodology for this visit was in line with the ILACS framework. However, the "
        "delivery model was adapted to reflect the COVID-19 context.",
        "Overview",
        *PROSE,
        "Areas for priority action",
        "The local authority needs to take swift and decisive action to address the following:",
        "- the response to risk at the front door",
        "- management oversight of casework",
        "Yours sincerely",
        "Steve Lowe",
        "Her Majesty’s Inspector",
    ],
    {
        "kind": "assurance-visit-letter", "councils": ["Bournemouth, Christchurch and Poole"],
        "letter_date": "2020-11-24", "addressee": "Elaine Redding",
        "visit": ("assurance-visit", None, "2020-10-06", "2020-10-07"),
        "inspectors": ["Steve Lowe", "Nicola Bennett"], "signed_by": "Steve Lowe",
    },
)  # fmt: skip

FOCUSED_2021 = Paper(
    "focused visit after the pandemic",
    [
        "30 June 2021",
        "Martin Pratt",
        "Executive Director Supporting People",
        "London Borough of Camden",
        "Dear Martin",
        "Focused visit to Camden children’s services",
        "This letter summarises the findings of a focused visit to Camden on 18 and 19 May 2021. "
        "Her Majesty’s Inspectors for this visit were Marcie Taylor and Brenda McLaughlin.",
        "Inspectors looked at the local authority’s arrangements for children in need.",
        "This visit was carried out in line with the ILACS framework. However, the delivery model "
        "was adapted to reflect the COVID-19 context, and was carried out fully on site.",
        "Headline findings",
        *PROSE,
        "What needs to improve in this area of social work practice",
        "- The recording of supervision.",
        "Main findings",
        *PROSE,
        "Yours sincerely",
        "Marcie Taylor",
        "Her Majesty’s Inspector",
    ],
    {
        "kind": "focused-visit-letter", "councils": ["Camden"], "letter_date": "2021-06-30",
        "addressee": "Martin Pratt", "visit": ("focused-visit", None, "2021-05-18", "2021-05-19"),
        "inspectors": ["Marcie Taylor", "Brenda McLaughlin"], "signed_by": "Marcie Taylor",
        "focus": ["the local authority’s arrangements for children in need"],
    },
)  # fmt: skip

FOCUSED_2023 = Paper(
    "focused visit that looks back at an assurance visit",
    [
        "17 March 2023",
        "Dear Chris",
        "Focused visit to Kirklees children’s services",
        "This letter summarises the findings of the focused visit to Kirklees on 8 and 9 February "
        "2023. His Majesty’s Inspectors for this visit were Ann Bell and Tom Cox.",
        "Inspectors looked at the arrangements for care leavers.",
        "Much has changed since the focused assurance visit of October 2020 and the joint targeted "
        "area inspection of 2019.",
        "Headline findings",
        *PROSE,
    ],
    {
        "kind": "focused-visit-letter", "councils": ["Kirklees"], "letter_date": "2023-03-17",
        "visit": ("focused-visit", None, "2023-02-08", "2023-02-09"), "judged": {},
    },
)  # fmt: skip

BARE_MONITORING = Paper(
    "web copy without address",
    [
        "Monitoring visit to Herefordshire children’s services",
        "This letter summarises the findings of the monitoring visit to Herefordshire children’s "
        "services on 21 and 22 February 2024. This was the fourth monitoring visit since the local "
        "authority was judged inadequate in July 2022. His Majesty’s Inspectors for this visit "
        "were Joy Howick and Emmy Tomsett.",
        "Areas covered by the visit",
        "Inspectors reviewed the progress made in the following areas of concern identified at the "
        "last inspection:",
        "- the support for 16- and 17-year-old children in care",
        "- the support for care leavers",
        "Headline findings",
        *PROSE,
    ],
    {
        "kind": "monitoring-visit-letter", "councils": ["Herefordshire"], "letter_date": None,
        "addressee": None, "visit": ("monitoring-visit", 4, "2024-02-21", "2024-02-22"),
        "judged": {"Herefordshire": "2022-07"}, "inspectors": ["Joy Howick", "Emmy Tomsett"],
        "focus": ["the support for 16- and 17-year-old children in care",
                  "the support for care leavers"],
    },
)  # fmt: skip

ONE_LINE_HEAD = Paper(
    "web copy whose head is one line",
    [
        "Ofsted Piccadilly Gate Store Street Manchester M1 2WD T 0300 123 1231 www.gov.uk/ofsted "
        "12 July 2023 Rachel Farnham Director of Children’s Services Bury Council 3 Knowsley Place "
        "Duke Street Bury BL9 0EJ Dear Rachel Monitoring visit to Bury children’s services This "
        "letter summarises the findings of the monitoring visit to Bury children’s services on 6 "
        "and 7 June 2023. It was the fourth monitoring visit since the local authority was judged "
        "inadequate in December 2021. His Majesty’s Inspectors for this visit were Lisa Summers "
        "and Kathryn Grindrod.",
        "Headline findings",
        *PROSE,
        "Yours sincerely Lisa Summers His Majesty’s Inspector",
    ],
    {
        "kind": "monitoring-visit-letter", "councils": ["Bury"], "letter_date": "2023-07-12",
        "addressee": "Rachel Farnham",
        "visit": ("monitoring-visit", 4, "2023-06-06", "2023-06-07"),
        "judged": {"Bury": "2021-12"}, "inspectors": ["Lisa Summers", "Kathryn Grindrod"],
        "signed_by": "Lisa Summers",
    },
)  # fmt: skip

TRUST_LETTER = Paper(
    "letter to a trust",
    [
        "9 December 2021",
        "Andy Couldrick",
        "Chief Executive",
        "Birmingham Children’s Trust",
        "Dear Andy",
        "Focused visit to Birmingham Children’s Trust on behalf of Birmingham City Council",
        "This letter summarises the findings of a focused visit to Birmingham on 26 and 27 October "
        "2021. Her Majesty’s Inspectors for this visit were Andy Waugh and Alison Smale.",
        "Inspectors looked at the arrangements for children in need of help and protection.",
        "Headline findings",
        *PROSE,
    ],
    {
        "kind": "focused-visit-letter", "councils": ["Birmingham"], "addressee": "Andy Couldrick",
        "visit": ("focused-visit", None, "2021-10-26", "2021-10-27"),
    },
)  # fmt: skip

LETTERS = [
    JTAI_2016, JTAI_2019, JTAI_2022, JTAI_2023, ASSURANCE_2020, FOCUSED_2021, FOCUSED_2023,
    BARE_MONITORING, ONE_LINE_HEAD, TRUST_LETTER,
]  # fmt: skip

OTHERS = [
    Paper("request for information", [
        "Freedom of Information request 2231 - agency staff",
        "Wigan Council",
        "Response date: 02/05/2019",
        "Please say how many social workers of the council’s children’s services are agency staff.",
        "In all there are 31. The council was judged inadequate by Ofsted in August 2018.",
    ], {"councils": ["Wigan"]}),
    Paper("committee minutes", [
        "Minutes of the Children’s Scrutiny Committee",
        "Tuesday 5 March 2024 at 10.00am",
        "Present: Councillors Smith (Chair), Jones and Patel",
        "Apologies: Councillor Brown",
        "12. Ofsted monitoring visit",
        "The Director presented the letter on the third monitoring visit to Tameside children’s "
        "services, which took place on 16 and 17 January 2024.",
        "Members noted that caseloads had fallen.",
        "RESOLVED: that the report be noted.",
    ], {"councils": ["Tameside"]}),
    Paper("agenda item", [
        "Agenda item",
        "Fourth Ofsted Monitoring Visit feedback",
        "Meeting of Cabinet, Thursday 28 March 2024 2.30 pm (Item 81.)",
        "To share the feedback letter from Ofsted following its fourth monitoring visit.",
        "Minutes:",
        "The cabinet member read out the headline findings of the monitoring visit to "
        "Herefordshire on 21 and 22 February 2024.",
        "The leader said: “We welcome this letter.”",
    ], {"councils": ["Herefordshire"]}),
    Paper("cover report", [
        "Report to: Cabinet",
        "Date: 14 September 2022",
        "Subject: Ofsted focused visit to Wigan Council children’s services",
        "Report of: Director of Children’s Services",
        "Wards affected: All",
        "Purpose of report",
        "To inform members of the outcome of the focused visit of July 2022.",
        "Recommendations",
        "1. That members note the letter.",
    ], {"councils": ["Wigan"]}),
    Paper("inspection item on an agenda", [
        "Children and Young People Scrutiny Panel",
        "Inspection of services for children in need of help and protection, children looked after "
        "and care leavers",
        "Report of the Strategic Director",
        "Purpose of report",
        "The panel is asked to consider the inspection report published on 4 April 2016.",
        "Resolved: that the panel receives an update in June.",
    ]),
    Paper("handbook", [
        "Monitoring local authority children’s services judged inadequate",
        "Inspectors’ handbook",
        "This guidance describes what inspectors do when they carry out monitoring visits to local "
        "authorities judged inadequate.",
        "Published: May 2016",
        "Reference no: 160035",
        "Contents",
        "Introduction 3",
        "Monitoring visits 6",
        "Annex F. Monitoring report (letter) 16",
        "The letter will say: this letter summarises the findings of the monitoring visit to "
        "[name] on [date].",
    ], {"councils": []}),
    Paper("guidance page", [
        "Inspecting local authority children’s services",
        "Updated 5 April 2024",
        "Applies to England",
        "Introduction",
        "This document sets out the framework for inspecting local authority children’s services.",
        "Focused visits look at one aspect of service. Monitoring visits follow a judgement of "
        "inadequate.",
    ], {"councils": []}),
    Paper("joint SEND letter", [
        "17 December 2021",
        "Ms Stephanie Butterworth",
        "Director of Children’s Services",
        "Tameside Metropolitan Borough Council",
        "Dear Ms Butterworth",
        "Joint area SEND inspection in Tameside",
        "Between 18 October 2021 and 22 October 2021, Ofsted and the Care Quality Commission "
        "conducted a joint inspection of the local area of Tameside to judge how well it has put "
        "the special educational needs reforms in place.",
        "The inspection was led by one of Her Majesty’s Inspectors, with a team of inspectors.",
        "Main Findings",
        *PROSE,
        "Yours sincerely",
        "Andrew Cook, HMI",
    ], {"councils": ["Tameside"]}),
    Paper("area SEND report", [
        "Area SEND inspection of Rochdale Local Area Partnership",
        "Inspection dates: 13 to 17 November 2023",
        "Dates of previous inspection: 4 to 8 February 2019",
        "Inspection outcome",
        "The local area partnership’s arrangements typically lead to positive experiences. The "
        "last inspection of Rochdale children’s services was in January 2023.",
        *PROSE,
    ], {"councils": ["Rochdale"]}),
    Paper("children’s home report", [
        "SC012345",
        "Registered provider: Example Care Limited",
        "Full inspection",
        "Inspected under the social care common inspection framework",
        "Information about this children’s home",
        "The home provides care for up to four children. It is run by a company in Bolton.",
        "Inspection dates: 14 and 15 May 2024",
        "Overall experiences and progress of children and young people, taking into account good",
        "How well children and young people are helped and protected good",
        "The effectiveness of leaders and managers requires improvement to be good",
        "Inspector: A. Example, Social Care Inspector",
    ]),
    Paper("school report", [
        "Inspection of St Helens Example Primary School",
        "1 High Street, St Helens WA10 1AA",
        "Inspection dates: 5 and 6 March 2024",
        "Outcome",
        "The school continues to be a good school.",
        "What is it like to attend this school?",
        *PROSE,
        "Children’s services at the local authority work with the school.",
    ]),
    Paper("letter of a department", [
        "Department for Education",
        "Sanctuary Buildings, Great Smith Street, London SW1P 3BT",
        "19 July 2022",
        "Dear Sandra",
        "Improvement notice for Tameside Metropolitan Borough Council",
        "This notice is given because of the poor progress noted by Ofsted in its focused visit to "
        "Tameside children’s services of April 2022.",
        "The council should work with an adviser until the department is content.",
        "Yours sincerely",
        "A. Minister",
    ], {"councils": ["Tameside"]}),
    Paper("action plan letter", [
        "Ofsted", "Piccadilly Gate", "Manchester M1 2WD",
        "3 October 2017",
        "Dear Ms Smith",
        "Post-inspection action plan",
        "Thank you for the action plan that Kirklees Council sent to us on 12 September 2017.",
        "We consider that it reflects the findings of the inspection of October 2016.",
        "Yours sincerely", "A. Person", "Senior HMI",
    ], {"councils": ["Kirklees"]}),
    Paper("peer review letter", [
        "12 May 2023",
        "Dear Jane",
        "LGA Children’s Services Peer Challenge: Stockport Metropolitan Borough Council",
        "On behalf of the team, I would like to say what a pleasure it was to be invited.",
        "The team spent four days on site in April 2023 and looked at the front door.",
        "Yours sincerely", "A. Peer", "Programme Manager",
    ], {"councils": ["Stockport"]}),
    Paper("recipe", [
        "Leek and potato soup", "Slice three leeks.",
        "Boil them with four potatoes for 20 minutes.",
        "Serve with bread.",
    ], {"councils": []}),
]  # fmt: skip

NEWS_WITHOUT_HEAD = [
    Paper("no byline", [
        "Ofsted praises Wigan’s work with families",
        "Ofsted inspectors have praised Wigan Council after a focused visit to its front door.",
        "The letter said: “Children get help quickly.”",
        "The council’s director said she was delighted with the letter.",
        "More staff will be hired by the summer, she told councillors.",
    ], {"councils": ["Wigan"]}),
    Paper("release", [
        "Ofsted monitoring visit: improvements continue in Medway",
        "Medway Council has welcomed the letter that Ofsted published today after its latest "
        "monitoring visit to Medway’s children’s services.",
        "Cllr Josie Example, portfolio holder for children’s services, said: “We know that there "
        "is more to do, and we are doing it.”",
        "The inspectors found that children were safer than a year ago.",
        "Notes to editors",
    ], {"councils": ["Medway"]}),
]  # fmt: skip
