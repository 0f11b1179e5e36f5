"""Press articles made up for the tests of speech, in styles that papers use; none appeared.

Each has its paragraphs and, for words that occur in it, whose voice they are in. `QUOTED` asks
after quotations, `TOLD` after whole sentences.
"""

from typing import NamedTuple


class Article(NamedTuple):
    name: str
    paragraphs: list[str]
    quoted: dict[str, str | None]
    """How a quotation begins -> whose voice, None for nobody's."""
    told: dict[str, str]
    """Words of a sentence -> its voice."""


O, C, X, R = "ofsted", "council", "other", "reporter"  # noqa: E741

ARTICLES = [
    Article(
        "single quotes, verb behind",
        ["Care plans ‘drift’ in Wexmoor",
         "‘Too many children’s plans drift without purpose’, the letter from Ofsted says.",
         "‘The managers’ grip on the work is loose, and supervision is missed’, it adds.",
         "Wexmoor’s director of children’s services, Ines Hall, said: ‘We’re not complacent.’",
         "‘Our staff’s commitment is total,’ Hall added."],
        {"drift": None, "Too many": O, "The managers’ grip": O, "We’re not": C, "Our staff’s": C},
        {"Too many": O, "The managers’": O, "We’re not": C, "commitment": C},
    ),
    Article(
        "speaker, role, said",
        ["Kestrel Bay told to act on caseloads",
         "Councillor Amrit Gill, cabinet member for children, families and skills, said: \"Our new "
         "academy opens in May. It will train 40 people.\"",
         "Priya Nair, who has been a Unison organiser since 2011, said: \"Staff are burnt out.\"",
         "Tom Peel, MP for Kestrel Bay, told the paper: “This is a scandal.”"],
        {"Our new academy": C, "Staff are": X, "This is": X},
        {"It will train": C, "Staff are burnt": X, "a scandal": X},
    ),
    Article(
        "one speaker over paragraphs",
        ["“We are sorry to every young person we failed,” council leader Bo Marsh said.",
         "“There is no excuse.",
         "“We have brought in new managers and they are already making a difference.",
         "“I will not rest until it is put right.”",
         "Inspectors will be back in the spring."],
        {"We are sorry": C, "There is": C, "We have brought": C, "I will not": C},
        {"no excuse": C, "new managers": C, "I will not rest": C, "back in the spring": R},
    ),
    Article(
        "closing mark alone",
        ["A spokesperson for Aldmere Council said: “We welcome the letter.",
         "Recruitment has begun.”",
         "The next visit is due in June."],
        {"We welcome": C, "Recruitment": C},
        {"Recruitment has begun": C, "due in June": R},
    ),
    Article(
        "interrupted quotation",
        ["“The threshold is understood,” inspectors wrote, “but it is not applied evenly.”",
         "“We know that,” said Cllr Dee Fox, “and we are acting on it.”"],
        {"The threshold": O, "but it is": O, "We know": C, "and we are": C},
        {"The threshold": O, "We know": C},
    ),
    Article(
        "pronouns",
        ["Corran’s children’s services chief Lily Park said the report was fair.",
         "“It reflects what we knew,” she said.",
         "Ofsted said leaders had been slow to act.",
         "“Drift is not challenged,” it added.",
         "Inspectors visited two offices.",
         "They found that some records were empty."],
        {"It reflects": C, "Drift is": O},
        {"the report was fair": C, "slow to act": O, "records were empty": O, "two offices": R},
    ),
    Article(
        "charity and commissioner",
        ["A spokeswoman for the NSPCC said: \"Babies cannot wait.\"",
         "Children’s commissioner Ada Long described the findings as \"deeply worrying\".",
         "A report by the commissioner found that foster carers were leaving.",
         "\"Nobody rang me back,\" one mother said.",
         "A Department for Education spokesperson said: \"We will consider next steps.\""],
        {"Babies": X, "deeply": X, "Nobody": X, "We will consider": X},
        {"Babies": X, "deeply": X, "foster carers": X, "Nobody rang": X, "next steps": X},
    ),
    Article(
        "list behind a colon",
        ["The watchdog said the council should:",
         "• see children sooner",
         "• write down why decisions are made",
         "The council has two months to reply."],
        {},
        {"see children sooner": O, "write down why": O, "two months": R},
    ),
    Article(
        "words set apart",
        ["The letter concludes:",
         "Practice in the disabled children’s team is better, but plans are still not precise.",
         "Work on the plan goes on."],
        {},
        {"Practice in the disabled": O, "Work on the plan": R},
    ),
    Article(
        "quote first, then who",
        ["“A service in which children wait too long.”",
         "That was the verdict of inspectors who spent a week in Norbury last month.",
         "“Morale is on the floor.”",
         "— Sam Reed, branch secretary of the union"],
        {"A service": O, "Morale": X},
        {"A service in which": O, "Morale": X},
    ),
    Article(
        "according to",
        ["Social workers change too often, according to the letter.",
         "According to the council, 30 posts have been filled since.",
         "According to Ofsted inspectors, this has “yet to make a difference”."],
        {"yet to make": O},
        {"change too often": O, "30 posts": C, "make a difference": O},
    ),
    Article(
        "no quotation marks",
        ["Inspectors found that visits to children were late.",
         "The council said it accepted the findings and had already hired more staff.",
         "The authority has also apologised to families.",
         "The building opened in 1974.",
         "Leaders at the council insisted that the worst was over.",
         "Children were not always seen alone, the report said."],
        {},
        {"visits to children": O, "accepted the findings": C, "apologised": C, "1974": R,
         "worst was over": C, "seen alone": O},
    ),
    Article(
        "letter to the council",
        ["A letter to the council said managers were “too optimistic”.",
         "In a letter to the council’s chief executive, inspectors praised “calm, skilful” work.",
         "The council, which was rated inadequate by Ofsted in 2019, said it was “heartened”."],
        {"too optimistic": O, "calm, skilful": O, "heartened": C},
        {"too optimistic": O, "calm, skilful": O, "heartened": C},
    ),
    Article(
        "passives",
        ["Supervision was described by inspectors as “patchy”.",
         "Workers were praised for being “warm and persistent”.",
         "The quality of plans was deemed “uneven”.",
         "Councillors were told by the director that money was tight."],
        {"patchy": O, "warm and": O, "uneven": O},
        {"patchy": O, "warm and": O, "uneven": O, "money was tight": C},
    ),
    Article(
        "dated judgement",
        ["Services in Thornley were rated inadequate in March 2019, with “corrosive drift” cited.",
         "A visit in May 2020 found work was “still too slow”."],
        {"corrosive": O, "still too": O},
        {"corrosive": R, "still too": O},
    ),
    Article(
        "opposition",
        ["Labour group leader Finn Cole said: “They have failed a generation.”",
         "Shadow cabinet member Zoe Tan added that the plan was thin.",
         "But council leader Ray Moss replied: “We have a plan and it is working.”"],
        {"They have failed": X, "We have a plan": C},
        {"failed a generation": X, "plan was thin": X, "it is working": C},
    ),
    Article(
        "straight single marks and nested ones",
        ["'Staff say they are \"listened to\" and stay longer', Ofsted's letter states.",
         "'This isn't the end', a council spokesman said. 'It's the start of the story.'"],
        {"Staff say": O, "This isn't": C, "It's the start": C},
        {"Staff say": O, "This isn't": C, "It's the start": C},
    ),
    Article(
        "told and told by",
        ["Young people told inspectors they trust their personal advisers.",
         "One foster carer told the Gazette: “I was never asked.”",
         "Ofsted told the council to improve its records."],
        {"I was never": X},
        {"personal advisers": O, "never asked": X, "improve its records": O},
    ),
    Article(
        "name and colon",
        ["Cllr Ivy Stone: “I am proud of our teams.”",
         "Ofsted: “Oversight is not consistent.”"],
        {"I am proud": C, "Oversight": O},
        {"I am proud": C, "Oversight is": O},
    ),
    Article(
        "council by its place",
        ["Northamptonshire said it was “on the right path”.",
         "The trust’s chief executive, Gus Hale, admitted there was “more to do”."],
        {"on the right": C, "more to do": C},
        {"on the right": C, "more to do": C},
    ),
    Article(
        "sentence that names behind",
        ["“Plans are now sharper.” Ofsted said.",
         "“Nobody can be satisfied with that.” Cllr Noor, leader of the council, added: “We are "
         "not.”"],
        {"Plans are": O, "Nobody can": C, "We are": C},
        {"Plans are": O, "Nobody can": C},
    ),
    Article(
        "spokespeople of others",
        ["An Ofsted spokesperson said: “We stand by our letter.”",
         "A spokesman for the police said: “Enquiries continue.”",
         "A Home Office spokeswoman said: “We do not comment.”",
         "A city council spokeswoman said: “We do.”"],
        {"We stand": O, "Enquiries": X, "We do not": X, "We do.": C},
        {"We stand": O, "Enquiries": X, "We do not": X},
    ),
]  # fmt: skip
