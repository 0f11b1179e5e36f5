"""What inspection reports of every era have on their covers, and what all of them share.

The wording of covers is Ofsted's fixed form; the body is our own. `ilacs_reports` and `sif_reports`
make whole reports of it.
"""

import textwrap
from dataclasses import dataclass, field

from store.model.line import Line

from .printing import line

RI = "requires improvement"
ANY_GRADE = ["outstanding", "good", "inadequate", RI, RI]
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


def paragraph(y: float, page: int, text: str = BODY) -> list[Line]:
    rows = textwrap.wrap(text, 84)
    return [line(row, y - 14.5 * i, page=page) for i, row in enumerate(rows)]


def without_layout(lines: list[Line]) -> list[Line]:
    """The same lines from a text copy: in their order, without size, weight or place."""
    return [Line(row.text, row.page) for row in lines]
