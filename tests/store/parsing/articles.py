"""Makes press articles in the styles of papers, broadcasters, trade press and councils.

All of it is invented: no such article appeared. `BODIES` gives the text with the facts that a
reader finds in it, `HEADS` what stands between headline and text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

MONITORING, FOCUSED, INSPECTION = "monitoring-visit", "focused-visit", "inspection"


@dataclass
class Body:
    """Headline and text of an article, with its facts."""

    name: str
    published: date
    headline: str
    paragraphs: list[str]
    councils: list[str]
    visits: list[tuple[str, str, int | None, str | None, str | None]] = field(default_factory=list)
    """Council, kind, ordinal, start, end of the visits reported on; those mentioned follow."""
    mentioned: list[tuple[str, str, int | None, str | None, str | None]] = field(
        default_factory=list
    )
    judged: dict[str, str] = field(default_factory=dict)


Head = tuple[Callable[[date], list[str]], str | None, bool]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


# lines under the headline, author, whether the date is printed
HEADS: dict[str, Head] = {
    "bar": (lambda d: ["By Jane Doe", f"| {_day(d)}"], "Jane Doe", True),
    "bare name": (lambda d: ["Jane Doe", f"{d:%A, %B} {d.day}, {d.year}"], "Jane Doe", True),
    "ldrs": (lambda d: ["By Jane Doe, Local Democracy Reporter", _day(d)], "Jane Doe", True),
    "bbc 2022": (
        lambda d: ["By Jane Doe", "BBC News", f"Published {_day(d)}"], "Jane Doe", True),
    "bbc rows": (
        lambda d: ["By Jane Doe", "Local Democracy Reporting Service", "Published", _day(d)],
        "Jane Doe", True),
    "bbc 2024": (
        lambda d: ["Jane Doe", "BBC News, Yorkshire", f"{_day(d)}, 06:00 GMT",
                   "Updated 3 hours ago"], "Jane Doe", True),
    "handle": (lambda d: ["By Jane Doe @janedoe", f"{d.day}th {d:%B %Y}"], "Jane Doe", True),
    "reach": (
        lambda d: ["By Jane Doe Local Democracy Reporter", f"06:00, {d.day} {d:%b %Y}".upper()],
        "Jane Doe", True),
    "reach rows": (
        lambda d: ["By", "Jane Doe", "Local Democracy Reporter",
                   f"06:00, {d.day} {d:%b %Y}".upper(),
                   f"Updated 07:12, {d.day} {d:%b %Y}".upper()],
        "Jane Doe", True),
    "words by": (lambda d: ["Words by Jane Doe", f"{d:%a} {d.day} {d:%b %Y}"], "Jane Doe", True),
    "guardian": (
        lambda d: ["Jane Doe Social affairs correspondent", f"{d:%a} {d.day} {d:%b %Y} 06.00 GMT"],
        "Jane Doe", True),
    "trade": (
        lambda d: [f"By Jane Doe on {d:%B} {d.day}, {d.year} in Children, Social work leaders"],
        "Jane Doe", True),
    "date by": (lambda d: [f"{d:%B} {d.day}, {d.year} by Jane Doe"], "Jane Doe", True),
    "name date": (lambda d: [f"Jane Doe {d.day:02} {d:%B %Y}"], "Jane Doe", True),
    "name bar date": (lambda d: [f"By Jane Doe | {d.day:02} {d:%B %Y}"], "Jane Doe", True),
    "kent": (
        lambda d: ["By: Jane Doe jdoe@example.co.uk", f"Published: 06:00, {d.day:02} {d:%B %Y}",
                   f"| Updated: 12:31, {_day(d)}"], "Jane Doe", True),
    "slashes": (lambda d: [f"Posted on {d:%d/%m/%Y}"], None, True),
    "date alone": (lambda d: [_day(d)], None, True),
    "weekday": (lambda d: [f"First published: {d:%A} {_day(d)}"], None, True),
    "release": (lambda d: [f"Published date: {_day(d)}", "Category: News"], None, True),
    "ago": (lambda d: ["By Jane Doe", "Published 1 day ago"], "Jane Doe", False),
    "double name": (
        lambda d: ["Mary-Ann O’Brien, Senior Reporter", _day(d)], "Mary-Ann O’Brien", True),
    "editor": (lambda d: ["By Jane Doe, Education Editor", _day(d)], "Jane Doe", True),
    "iso": (lambda d: ["By Jane Doe", d.isoformat()], "Jane Doe", True),
    "stamp": (lambda d: [f"{_day(d)} at 6:00am", "Jane Doe"], "Jane Doe", True),
    "us short": (lambda d: ["By Jane Doe", f"{d:%b} {d.day}, {d.year}"], "Jane Doe", True),
    "paper": (
        lambda d: ["Jane Doe", "Tameside Reporter", _day(d)], "Jane Doe", True),
    "read time": (
        lambda d: ["By Jane Doe", _day(d), "3 min read", "Share this article"], "Jane Doe", True),
    "hours": (
        lambda d: [f"Published: 4:05 PM {d:%B} {d.day}, {d.year}    Updated: 8:10 AM May 2, 2025",
                   "Jane Doe"], "Jane Doe", True),
    "updated first": (
        lambda d: ["Jane Doe", f"Updated: 9am 2 May 2025 | Published: 6am {_day(d)}"],
        "Jane Doe", True),
    "all in a row": (
        lambda d: [f"Jane Doe, Local Democracy Reporting Service | Kent Online | {d:%b} {d.day}, "
                   f"{d.year}"], "Jane Doe", True),
    "two names": (
        lambda d: ["Exclusive", "Jane Doe & Seán O'Hara-Lee", f"{d:%a}, {d.day} {d:%b %Y} at 06:30 "
                   "GMT", "·4 min read"], "Jane Doe & Seán O'Hara-Lee", True),
    "handle between": (
        lambda d: ["By Jane Doe @JaneDoeNews Crime and Transport Reporter", _day(d)],
        "Jane Doe", True),
    "handle below": (
        lambda d: [_day(d), "by Jane Doe, LDR", "@janedoe"], "Jane Doe", True),
    "sections behind": (
        lambda d: [f"Jane Doe on {d:%B} {d.day}, {d.year} in Adoption, Social work leaders"],
        "Jane Doe", True),
}  # fmt: skip

BODIES = [
    Body(
        "sixth visit", date(2019, 2, 12),
        "Social workers still leaving Medway as Ofsted returns for sixth time",
        ["Turnover among social workers is holding back Medway Council, inspectors have warned.",
         "Ofsted’s sixth monitoring visit, on 15 and 16 January, looked at care leavers.",
         "Medway’s children’s services were rated inadequate in August 2017.",
         "“The pace of change is too slow for some young people,” the letter says.",
         "A council spokesman said: “We have hired 12 social workers since Christmas.”"],
        ["Medway"], [("Medway", MONITORING, 6, "2019-01-15", "2019-01-16")],
        judged={"Medway": "2017-08"},
    ),
    Body(
        "last month", date(2023, 10, 5),
        "Inspectors see green shoots at troubled children’s department",
        ["Children in Bradford are starting to get better help, according to Ofsted.",
         "The watchdog made its second monitoring visit to Bradford Council last month, since it "
         "found services inadequate in January 2023.",
         "Inspectors said caseloads in the assessment teams had fallen to 17 on average.",
         "But plans for some children were written late and said little about what they wanted.",
         "Council leader Ann Other said: “We know there is a long way to go.”"],
        ["Bradford"], [("Bradford", MONITORING, 2, "2023-09", "2023-09")],
        judged={"Bradford": "2023-01"},
    ),
    Body(
        "focused in month", date(2024, 3, 5),
        "Ofsted praises ‘front door’ for children in Wigan",
        ["Wigan Council has strengthened the service that takes calls about children at risk.",
         "In a letter after a focused visit in January, Ofsted said decisions were now swift.",
         "Inspectors looked at the front door, where concerns about children are received.",
         "They found that a small number of families waited too long for a first visit.",
         "Cabinet member Cllr Jo Bloggs said: “This is a credit to our staff.”"],
        ["Wigan"], [("Wigan", FOCUSED, None, "2024-01", "2024-01")],
    ),
    Body(
        "two councils", date(2019, 7, 10),
        "Two ‘inadequate’ councils told to move faster",
        ["Progress is uneven at two councils whose children’s services failed inspections.",
         "Monitoring visits to Croydon and Torbay in June found more to do at both.",
         "In Croydon, inspectors said plans for children in care lacked ambition. It was the "
         "fifth monitoring visit since services were judged inadequate in September 2017.",
         "“Supervision is not yet reflective,” the letter to Croydon says.",
         "In Torbay, the council had brought in new managers, but caseloads remained too high.",
         "The letter to Torbay says that staff feel supported."],
        ["Croydon", "Torbay"],
        [("Croydon", MONITORING, 5, "2019-06", "2019-06"),
         ("Torbay", MONITORING, None, "2019-06", "2019-06")],
        judged={"Croydon": "2017-09"},
    ),
    Body(
        "full inspection good", date(2024, 1, 19),
        "Children’s services in Rutland rated good by Ofsted",
        ["Rutland County Council’s children’s services have been rated good after an inspection.",
         "Inspectors spent two weeks with the council in November.",
         "They said children are listened to and helped early.",
         "Managers were told to improve the quality of pathway plans for care leavers.",
         "Director of children’s services Sam Sample said she was proud of her teams."],
        ["Rutland"], [("Rutland", INSPECTION, None, "2023-11", "2023-11")],
    ),
    Body(
        "full inspection inadequate", date(2024, 2, 13),
        "Council apologises after ‘inadequate’ verdict on children’s services",
        ["Children in Herefordshire were left at risk of harm, Ofsted has found.",
         "The inspection, which took place between 4 and 15 December 2023, rated Herefordshire "
         "Council inadequate overall.",
         "Leaders had not noticed how far the service had fallen, the report says.",
         "The council’s leader said: “We are sorry. Children deserve better than this.”"],
        ["Herefordshire"], [("Herefordshire", INSPECTION, None, "2023-12-04", "2023-12-15")],
        judged={"Herefordshire": "2023-12"},
    ),
    Body(
        "in passing", date(2018, 11, 20),
        "New boss for Northamptonshire children’s services",
        ["Northamptonshire County Council has a new director of children’s services.",
         "Pat Person, who worked at Essex County Council for nine years, starts in January.",
         "An Ofsted monitoring visit to Northamptonshire last month found that hundreds of "
         "children had no social worker.",
         "She will work with commissioners from Lincolnshire County Council, a partner in "
         "practice.",
         "Northamptonshire said it was pleased with the appointment."],
        ["Northamptonshire"],
        [("Northamptonshire", MONITORING, None, "2018-10", "2018-10")],
    ),
    Body(
        "press release", date(2025, 2, 20),
        "Ofsted recognises progress in Doncaster’s children’s services",
        ["City of Doncaster Council has welcomed a letter from Ofsted on its work with children.",
         "Inspectors visited Doncaster on 14 and 15 January 2025 for a focused visit on children "
         "in need and those on protection plans.",
         "They found that social workers see children often and know them well.",
         "The letter also says that supervision notes should be fuller.",
         "Mayor Robin Example said: “I want to thank every member of staff.”"],
        ["Doncaster"], [("Doncaster", FOCUSED, None, "2025-01-14", "2025-01-15")],
    ),
    Body(
        "no visit", date(2022, 5, 3),
        "Children’s commissioner to stay another year",
        ["A government commissioner will oversee children’s services in Sandwell until 2023.",
         "Sandwell Council lost control of the service after Ofsted rated it inadequate in May "
         "2015.",
         "The trust that runs it today employs 300 social workers.",
         "Councillors will debate the decision next week."],
        ["Sandwell"], [], judged={"Sandwell": "2015-05"},
    ),
    Body(
        "looks back", date(2021, 11, 30),
        "‘Tangible’ progress for Stoke’s vulnerable children",
        ["Stoke-on-Trent City Council is improving at pace, Ofsted says in its latest letter.",
         "A fourth monitoring visit, on 19 and 20 October 2021, saw better plans for children in "
         "care.",
         "At a visit in September 2020 inspectors had called progress fragile.",
         "The council was handed the lowest rating in 2019.",
         "Cabinet member Dave Demo said: “Our staff never gave up.”"],
        ["Stoke-on-Trent"], [("Stoke-on-Trent", MONITORING, 4, "2021-10-19", "2021-10-20")],
        [("Stoke-on-Trent", MONITORING, None, "2020-09", "2020-09")],
        judged={"Stoke-on-Trent": "2019"},
    ),
    Body(
        "digits", date(2017, 10, 12),
        "3rd monitoring report on children’s services in Kirklees",
        ["The 3rd monitoring visit by Ofsted to Kirklees Council took place in September.",
         "Inspectors found the pace of improvement too slow in work with missing children.",
         "Kirklees was judged inadequate in November 2016.",
         "A spokeswoman said the council accepted the findings."],
        ["Kirklees"], [("Kirklees", MONITORING, 3, "2017-09", "2017-09")],
        judged={"Kirklees": "2016-11"},
    ),
    Body(
        "nested names", date(2024, 6, 11),
        "North East Lincolnshire families wait too long, Ofsted finds",
        ["North East Lincolnshire Council must see children sooner, inspectors have said.",
         "The third monitoring visit since North East Lincolnshire was rated inadequate in "
         "November 2021 was carried out on 1 and 2 May 2024.",
         "The council works with Lincolnshire as its improvement partner.",
         "Some children in Grimsby had four social workers in a year."],
        ["North East Lincolnshire"],
        [("North East Lincolnshire", MONITORING, 3, "2024-05-01", "2024-05-02")],
        judged={"North East Lincolnshire": "2021-11"},
    ),
    Body(
        "earlier this year", date(2020, 3, 2),
        "Watchdog: too many agency staff in Bury children’s team",
        ["More than a third of social workers in Bury are agency staff, Ofsted has found.",
         "Inspectors made a focused visit to Bury Council earlier this year.",
         "They said managers check work more closely than they did.",
         "“Recruitment is our first concern,” said Bury Council’s director."],
        ["Bury"], [("Bury", FOCUSED, None, None, None)],
    ),
    Body(
        "ordinal in quotes", date(2023, 3, 28),
        "Ofsted: ‘steady improvement’ for Shropshire care leavers",
        ["Care leavers in Shropshire are better supported than a year ago, says Ofsted.",
         "Its inspectors carried out a first monitoring visit to Shropshire Council on 14 and 15 "
         "February.",
         "Shropshire’s children’s services were found to be inadequate last March.",
         "“Personal advisers are tenacious,” they wrote.",
         "The council said it would not be complacent."],
        ["Shropshire"], [("Shropshire", MONITORING, 1, "2023-02-14", "2023-02-15")],
        judged={"Shropshire": "2022-03"},
    ),
]  # fmt: skip

TAILS: dict[str, list[str]] = {
    "none": [],
    "disqus": ["blog comments powered by Disqus"],
    "bbc": ["Follow BBC Yorkshire on Facebook, X and Instagram.", "Related topics",
            "Ofsted inspections", "More on this story", "Council leader quits over report",
            "22 January 2019"],
    "newsletter": ["Read more: Fire at town centre hotel", "Sign up to our daily newsletter",
                   "Most read", "Ten best pubs in the county"],
    "subscribe": ["Subscribe", "© Example Media 2024"],
    "editors": ["Notes to editors",
                "For more information contact the press office on 01234 567890."],
}  # fmt: skip

MIDDLES: dict[str, list[str]] = {
    "none": [],
    "caption": ["Image source, Google", "Image caption, The council’s offices"],
    "read more": ["READ MORE: Council tax to rise by five per cent"],
    "advert": ["Advertisement", "Article continues below"],
    "picture": ["The council’s offices. Picture: Google"],
    "newsletter": ["Get the latest news with our newsletter", "Sign up here"],
    "inbox": [
        "Get the biggest stories sent straight to your inbox.",
        "Enter your email",
        "Receive our free newsletters with top stories by signing up here",
    ],
}


def as_rows(body: Body, head: str, middle: str = "none", tail: str = "none") -> list[str]:
    """The lines of the article, without blank lines."""
    return [
        body.headline,
        *HEADS[head][0](body.published),
        *body.paragraphs[:1],
        *MIDDLES[middle],
        *body.paragraphs[1:],
        *TAILS[tail],
    ]
