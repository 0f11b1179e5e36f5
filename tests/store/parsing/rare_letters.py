"""Whole letters and reports of the rarer kinds, with their facts.

The words are our own; headings and set phrases are those of such papers.
"""

from .papers import PROSE, Paper

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
