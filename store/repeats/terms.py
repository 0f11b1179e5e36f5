"""The field's set phrases and synonyms, each of which counts as one word when likeness is judged.

"Return home interview" counted as three words would make any two sentences on such interviews
alike, whatever they find; as one word it names the part of the service and no more.
"""

from typing import Final

PHRASES: Final = (
    "return home interview: return(?: home)? (?:interview|conversation)s?|rhis?",
    "missing: (?:(?:go|goes|going|went|gone|reported) )?missing"
    "(?: from (?:home|care|school|education)(?: (?:and|or) (?:from )?(?:care|home|education))*)?",
    "careleaver: care leavers?|leaving care|care experienced(?: young people| children)?",
    "socialworker: social workers?|social work",
    "incare: (?:children|child|those|young people) (?:in care|looked after)|looked after children",
    "inneed: (?:children|child) in need|cin",
    "pathwayplan: pathway plan(?:s|ning)?",
    "careplan: care plan(?:s|ning)?",
    "protectionplan: (?:child )?protection plan(?:s|ning)?",
    "conference: (?:child )?protection conferences?|icpcs?|rcpcs?",
    "strategydiscussion: strategy (?:discussion|meeting)s?",
    "section47: section 47(?: enquir\\w+)?|s47|child protection enquir\\w+",
    "proceedings: public law outline(?: plo)?|plo|pre proceedings|care proceedings",
    "pep: personal education plans?|e? ?peps?",
    "iro: independent reviewing officers?(?: iros?)?|independent reviewing service|iros?",
    "adviser: personal advis[eo]rs?(?: pas?)?|pas|leaving care advis[eo]rs?",
    "earlyhelp: early help",
    "neet: not in (?:education|employment|training)(?: (?:education|employment|and|or|training))*"
    "(?: neet)?|not (?:currently )?in eet",
    "eet: (?:education|employment|training)(?: (?:education|employment|and|or|training))+(?: eet)?",
    "mentalhealth: (?:emotional|mental)(?: (?:and|or|emotional|mental|well being|wellbeing))*"
    " health|camhs|child and adolescent mental health(?: services?)?|emotional well ?being",
    "healthassessment: (?:initial |review )?health assessments?|health needs",
    "healthhistory: health (?:histor\\w+|records|passports?)|medical histor\\w+",
    "lifestory: life[ -]?story(?: work)?|life journey work",
    "privatefostering: private(?:ly)? foster\\w+",
    "sgo: special guardianship(?: orders?)?|sgos?",
    "longterm: long term",
    "oversight: manage(?:ment|rs?|rial) (?:oversight|grip)|oversight (?:by|of) managers",
    "exploitation: (?:child )?(?:sexual|criminal) exploitation|cse",
    "domesticabuse: domestic (?:abuse|violence)",
    "frontdoor: front door|mash|multi agency safeguarding hub|first response",
    "board: safeguarding children board|lscb",
    "designatedofficer: designated officers?|lado",
    "familytime: family time|contact (?:arrangements|with family)",
    "virtualschool: virtual school",
    "fosterhome: foster(?:ing)? (?:homes?|placements?|carers?|families)",
    "unregistered: unregistered (?:children s )?(?:homes?|provision|settings?|placements?)",
    "sufficiency: sufficiency"
    "|(?:lack|shortage|limited|insufficient)(?: \\w+)? (?:placements|homes)",
    "bedandbreakfast: bed and breakfast",
    "corporateparent: corporate parent\\w*",
    "supervision: supervision(?: sessions?| records?)?|supervised",
    "changesofworker: (?:changes?|turnover) (?:of|in)(?: their)? (?:social )?(?:workers?|staff)",
)
"""Name, colon, pattern over the lower-case words of a sentence parted by single spaces."""

SAME: Final = (
    "delay delays delayed drift slow slowly timely timeliness late later overdue backlog backlogs "
    "wait waits waiting quickly prompt promptly swiftly swift soon long longer",
    "caseload caseloads workload workloads",
    "turnover instability churn",
    "record records recorded recording document documented documentation",
    "inconsistent inconsistency variable variability variation varies vary varied uneven "
    "consistent consistency",
    "frequency frequent frequently regular regularly regularity infrequent",
    "siblings sibling brothers sisters",
    "rationale reason reasons",
    "chronology chronologies history histories historical",
    "views wishes feelings voice voices",
    "accommodation housing",
    "home homes",
    "placement placements placed",
    "plan plans planning planned",
    "manager managers management managerial",
    "exploitation exploited",
    "timescale timescales timebound deadlines",
    "contingency contingencies",
    "escalate escalated escalation escalating challenge challenges",
    "adoption adopted adopters adopt adoptive",
    "permanence permanency permanent",
    "update updated updating",
    "audit audits auditing audited",
    "aware awareness know",
)
"""Words that tell of the same thing; the first stands for all."""

PARTS: Final = frozenset(
    (
        "assess plan adoption permanence caseload neglectful neglect father advocac audit "
        "leadership school chair review strateg visit match accommodation education train "
        "recruit retent parent board threshold referral homeles contingency escalate decis "
        "reflect carer placement home attain joint disabl data performanc record rationale "
        "allocat consent histor chronology group conferenc unaccompan identif budg staff "
        "turnover views"
    ).split()
)
"""Stems that name a part of the service, as all the set phrases do."""
