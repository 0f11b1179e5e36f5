"""What letters say of a visit: its days, its number, its inspectors and what it looked at."""

from .letter_heads import HER, HIS

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
