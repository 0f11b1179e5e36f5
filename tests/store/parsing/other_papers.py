"""Papers that only look like a letter, and news without a head, with their facts.

The words are our own; headings and set phrases are those of such papers.
"""

from .papers import PROSE, Paper

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
