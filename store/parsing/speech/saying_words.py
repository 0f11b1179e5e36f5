"""The verbs by which articles report what somebody says. See `sayings`."""

import re
from typing import Final

_SPEAKING: Final = """
    said says saying say states stated stating adds added adding told tells telling wrote writes
    continued continues commented comments explained explains insisted insists insisting warned
    warns warning argued argues claimed claims claiming admitted admits admitting accepted accepts
    apologised apologises responded responds replied replies pledged pledges promised promises
    vowed stressed stresses acknowledged acknowledges acknowledging confirmed confirms denied
    urged urges remarked declared announced believed believes hoped asked thanked welcomed
    welcomes welcoming reiterated emphasised emphasises conceded concedes tweeted posted reads
    read concluded concludes concluding noted notes noting recalled complained complains suggested
    suggests agreed agrees joked maintained maintains accused accuses accusing cautioned cautions
    countered counters retorted quipped answered disputed disputes refuted refutes
""".split()
_REPORTING: Final = """
    praised praises praising criticised criticises criticising highlighted highlights highlighting
    described describes describing called calling calls reported reports identified identifies
    recognised recognises raised raises commended commends expressed credited credits cited cites
    citing hailed hails blamed blames pointed listed lists questioned flagged recommended
    recommends observed observes discovered heard revealed reveals uncovered branded labelled
    detailed details indicated outlined
""".split()
_JUDGING: Final = """
    found finds finding saw judged judges rated graded deemed assessed considered heard
""".split()
_BARE: Final = """
    say state add tell warn find note praise criticise highlight describe acknowledge conclude
    recognise report identify raise stress argue claim insist admit believe write urge welcome
""".split()

SPEAKING: Final = frozenset(_SPEAKING) | {"say", "state", "add", "tell", "warn", "note", "stress",
                                          "argue", "claim", "insist", "admit", "believe", "write",
                                          "acknowledge", "conclude", "went on",
                                          "goes on", "rejected", "rejects"}  # fmt: skip
"""Verbs that anybody may be the subject of."""
REPORTING: Final = frozenset(_REPORTING) | {
    "praise", "criticise", "highlight", "describe", "recognise", "report", "identify", "raise",
}  # fmt: skip
"""Verbs of an inspector's report; without a subject, as passives, they are Ofsted's."""
NEVER_COUNCIL: Final = frozenset(_JUDGING) | {
    "find", "cited", "identified", "observed", "branded", "labelled", "discovered", "uncovered",
    "flagged", "recommended", "commended", "criticised", "described", "praised", "highlighted",
    "summed up",
}  # fmt: skip
"""With a council before them these have a passive sense: "a council rated inadequate"."""
ORDERED: Final = frozenset({"told", "urged", "warned", "asked"})
"""In headlines these are passives: "Council told to act"."""
BARE_VERBS: Final = frozenset(_BARE)
"""The form of "inspectors say", which is also a noun's or an infinitive's."""
CONTINUES: Final = frozenset(
    "saying adding warning noting concluding stating describing criticising praising "
    "highlighting citing calling claiming insisting admitting finding acknowledging "
    "welcoming".split()
)

OBJECTED: Final = frozenset(
    "praised praises criticised criticises commended commends thanked urged urges told tells "
    "warned warns welcomed welcomes called calls described describes credited credits blamed "
    "blames hailed hails asked".split()
) | {"paid tribute", "pays tribute", "gave credit", "gave praise"}
"""Verbs with those whom they are about behind them: "praised the leaders and said …"."""
CLAUSE: Final = re.compile(r"\b(?:that|which|who|whose|where|when|after|while|as|but|because)\b")
PHRASES: Final = frozenset({"went on", "goes on", "paid tribute", "pays tribute", "gave credit",
                            "gave praise", "drew attention", "summed up"})  # fmt: skip
"""Verbs of several words, of which a pronoun may be the subject."""
WENT_ON: Final = re.compile(r"\b(?:went|goes)\s+on\s+to\s+$")
"""Before an infinitive that has a subject all the same: "she went on to say"."""
_BLAME: Final = (
    r"(?:(?:the|any|this|all|those|these|Ofsted['’]s|its|their)\s+)?(?:\w+\s+)?(?:claims?"
    r"|criticisms?|findings?|suggestions?|accusations?|allegations?|verdict|conclusions?)\b"
)
"""What is rejected in words; "the council rejected the plan" is a deed."""
VERBS: Final = re.compile(
    r"\b(?:" + "|".join(sorted({*_SPEAKING, *_REPORTING, *_JUDGING, *_BARE}, key=len, reverse=True))
    + rf"|reject(?:ed|s)(?=\s+{_BLAME})"
    r"|summed\s+up|gave\s+(?:credit|praise)|set\s+out|put\s+it|drew\s+attention"
    r"|pa(?:id|ys)\s+tribute"
    # "The meeting went on till late" says nothing; "she went on: …" and "…,” she went on." do.
    r"|(?:went|goes)\s+on(?=\s*[:,]?\s*[\"“‘']|\s*[:.,]))\b"
)  # fmt: skip
FEELING: Final = re.compile(
    r"\b(?:is|are|was|were|been|remain|remains|remained)\s+(?:(?:\w+ly|very|also|both|more|still)\s+)?"
    r"(?:concerned|positive|critical|impressed|satisfied|pleased|complimentary|clear\s+that"
    r"|disappointed|worried|sorry|proud|confident)\b"
)
"""What inspectors and councils are, where somebody else would say it."""
FELT: Final = re.compile(
    r"(?P<who>\bThey|\bthey|\b[Ii]nspectors|\bOfsted)\s+(?:is|are|was|were)\s+(?:(?:\w+ly|very|also)\s+)?"
    r"[\"“‘'](?=[xX])"
)
"""They "were “encouraged”": inspectors, in words of their own."""
PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:\w+ly|also|not|now|again|then|never"
    r"|all|both|once|still)\s+){0,2}$"
)
AGENT: Final = re.compile(r"\bby\s+(?:the\s+|an?\s+)?")
JOINED: Final = re.compile(
    r"(?:\b(?:and|but|or|then|while)\s+|,\s+)(?:(?:\w+ly|also|has|have|had|then)\s+){0,2}$"
)
"""Before a verb that shares the subject of the one before it."""
NO_SUBJECT: Final = re.compile(
    r"\b(?:to|it\s+is|that\s+is|there\s+(?:is|are)|not|the|a|an|of|this|these|its|their|his|her"
    r"|for|our|no|any|more|some|which\s+was|own|serious|new|further|key|main)\s+$|['’]s?\s+$",
    re.IGNORECASE,
)  # fmt: skip
"""Before a verb that is none, but an infinitive or a noun: "to say", "a report", "the finding"."""
PRONOUN: Final = re.compile(
    r"\b(it|they|he|she|who|which|statement)\s+(?:(?:also|then|has|have|had|later|further|now|went|on|to|did"
    r"|\w+ly|would|will|does|do)\s+){0,4}$",
    re.IGNORECASE,
)
OWN_WORK: Final = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:audits?|reviews?|surveys?|stock-?takes?|self-\w+|analys[ei]s"
    r"|inquiry|investigation|consultation|research|monitoring)\b|['’]s?\s+(?:own|internal)\b"
)
"""Behind a council, what it finds out itself: "the council's own audit found"."""
HEARERS: Final = re.compile(
    r"(?i:councillor|cllr|committee|panel|board|members?\b|cabinet|officers|managers|meeting)"
)
"""Who are told things by many; what "council bosses were told" is Ofsted's."""
ACCORDING: Final = re.compile(
    r"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+words\s+of|in\s+the\s+view\s+of)\s+"
)
ASCRIBED: Final = re.compile(
    r"\b(?i:words?|quot(?:es?|ations?)|remarks?|claims?|statements?|passages?|sentences?|lines?"
    r"|phrases?|comments?|verdicts?|messages?)\b[^.;:]{0,60}?\b(?:attributed|ascribed)\s+to\s+"
)
"""A line that is only said to be somebody's."""
FINDINGS: Final = re.compile(
    r"(?<!\b[Hh]er\s)(?<!\b[Hh]is\s)(?<!\b[Mm]y\s)(?<!\b[Oo]ur\s)"
    r"\b(?i:criticisms?|failings?|failures|shortcomings|weaknesses|strengths|findings?|concerns"
    r"|positives|negatives|recommendations|verdicts?|areas\s+(?:for|of)\s+(?:improvement|concern"
    r"|strength|development)|good\s+points|bad\s+points)\b"
)
"""What announces a list of Ofsted's words where nobody is named: "Among the criticisms:"."""
VERDICT: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:just\s+|only\s+|also\s+)*(?:(?:\w+|a\s+\w+)\s+(?:of|among)\s+)?"
    r"(?:the|its|their|that)\s+(?:[\w’'-]+\s+){0,2}?(?:verdicts?|findings?|criticisms|conclusions?"
    r"|judge?ments?)\b(?!['’])"
)
"""Behind words in quotation marks, what makes them Ofsted's: "“…” was the verdict"."""
HEARSAY: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:said|alleged|claimed|rumoured|supposed)\s+to\s+have\s+$"
)
"""Before a verb of which the reporter does not know that it is so."""
NO_NAME: Final = re.compile(
    r"\b(?:\w+\s+)?(?:which|whom)\b|(?:I|We|You|He|She|It|They|This|That|There)\b"
)
"""A clause, and not the name of one who speaks, begins so."""
QUOTING: Final = re.compile(r"[\"“”„«»]|[\W_]x{3,}")
"""Words in quotation marks, masked or not, are no part of a name."""
SHARED_PRONOUN: Final = re.compile(
    r"\W*(It|They|He|She)\s+(?!(?:is|was)\b)\w.*\s(?:and|but)\s+(?:(?:\w+ly|also|then)\s+)?",
    re.DOTALL,
)
"""Before a verb that shares the pronoun at its sentence's beginning: "She met us and said"."""
BEHIND_NAME: Final = re.compile(
    r"\s+(?:who|which|that|is|are|was|were|has|have|had|would|will|also|then|later)\b.*", re.DOTALL
)
"""What stands between one who speaks and the verb."""
UNDER: Final = re.compile(
    r"\b(?:[Oo]f|[Tt]o|[Aa]t|[Ff]or|[Oo]n|[Ii]n|[Bb]y|[Ff]rom|[Ww]ith|[Aa]bout|[Ii]nto|[Aa]fter"
    r"|[Bb]efore|[Ff]ollowing|[Ss]ince|[Aa]gainst|[Bb]etween|[Uu]nder|[Oo]ver|[Tt]old|than|via"
    r"|[Tt]hrough|[Dd]uring|[Dd]espite|[Oo]utlining|[Rr]egarding|[Cc]oncerning|visited|visiting"
    r"|who|whose|that|among|towards|as|inspecting|gave|given|handed|sent|criticised|praised|met"
    r"|meeting|within|including)\s+"
    r"(?:(?:the|a|an|its|their|his|her|this|that|these|all|some|both)\s+)?"
    r"(?:(?!(?:the|a|an|its|their|his|her|this|that|these|which|whom)\b)[\w’'-]+\s+){0,3}$"
)
"""Before one who is no subject but the object of a preposition or of a clause; but "in which" and
"by whom" open a clause with a subject of its own."""
DETERMINER: Final = re.compile(
    r"^(?:(?:The|A|An|But|And|However|Meanwhile|Now|Yet|In|So|Mr|Mrs|Ms|Miss|Dr|of|the|and|upon)\s+)+"
)
UNKNOWN: Final = re.compile(
    r"\s+((?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
)
CONJUNCTION: Final = re.compile(
    r"\b(?:[Aa]fter|[Bb]efore|[Ss]ince|as|that|than|[Ww]hile|[Ww]hen)\s+(?:(?:the|an?|its|their)\s+)?"
    r"(?:[\w’'-]+\s+)?$"
)
"""What stands before an object may also begin a clause: "after inspectors found"."""
ADVERBS: Final = re.compile(
    r"\s+(?:(?:has|had|have|also|then|later|now|\w+ly|again|previously|would|did)\s+)*"
)
DOES: Final = re.compile(r"\b(?:did|do|does|will|would|could|must)\s+(?:also\s+)?$")
"""Before an infinitive that has a subject all the same: "inspectors, however, did find"."""
NAME_BEFORE: Final = re.compile(
    r"((?:[A-Z][\w’'.-]*|and|upon|of|the)(?:\s+(?:[A-Z][\w’'.-]*|and|upon|of))*)"
    # "Lee*, said": whose name was changed
    r"\*{0,3}(?:\s*\([^()]{0,60}\))?(?:\s*,[^,]{0,60},|,)?\s+(?:(?:has|had|have|also|then|later|now)\s+)*$"
)
"""A name right before the verb, with what stands between commas behind it."""
