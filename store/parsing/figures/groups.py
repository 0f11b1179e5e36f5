"""The groups in which children are counted, and the words that say so.

Each group has words that follow the number ("31 children lived in a private fostering
arrangement") or that it follows ("the number of care leavers has risen to 159"). Groups of which
sentences often count only some ("seven care leavers were in custody") count only where the number
is of all of them. Signs in the patterns: see `shape`.
"""

import re
from typing import Final, NamedTuple

from store.parsing.times.months import IN_FULL
from store.patterns import compiled

KIDS: Final = (
    r"(?:(?:disabled |young(?:er)? |older )?(?:children and young people|children or young people"
    r"|children|child|young people|young adults|young person|pupils|babies|infants))"
)
_BRACKET: Final = r"(?: \((?:or )?[^()#]{0,25}\))?"
"""The share in brackets after a count: "161 (or 69%) live ..." """


class Group(NamedTuple):
    """What is measured, and how a sentence says it."""

    measure: str
    signs: tuple[str, ...]
    """Words without one of which no count of the group is there: a cheap first look."""
    words_after: str
    words_before: str
    """What opens the words before such a number: "the number of care leavers"."""
    words_beside: str
    """The same where nothing stands between: "care leavers: 212"."""
    unit: str = "children"
    least: int = 0
    """Fewer are another thing: no council has but a hundred children."""

    @property
    def after(self) -> re.Pattern[str]:
        """The words after a number that is one of this group."""
        return compiled(self.words_after)

    def is_before(self, text: str, place: int) -> bool:
        """Whether words before a number say that it is of this group. In a bracket only the number
        of all of a group counts that sentences often count in part."""
        if not self.words_before:
            return False
        start = max(0, place - _FAR)
        for match in compiled(self.words_before).finditer(text, start, place):
            if compiled(_LEADS_TO).fullmatch(text, match.end(), place):
                is_all = match.group("number") and text.endswith("the ", 0, match.start())
                if is_all or self.measure not in TOTALS or text[place - 1] != "(":
                    return True
        return compiled(self.words_beside).search(text, start, place) is not None


TOTALS: Final = frozenset(
    ("child protection plans", "children looked after", "care leavers", "children in need")
)
"""Groups that sentences often count in part: "a small number of care leavers (four) ..." """
_RUN: Final = (
    r"(?:by (?:(?:about|around|over|nearly) )?(?:#|an? (?:half|third|fifth|tenth|quarter))|in|at"
    r"|across|by|since|on|within|has|have|had|also|currently|recently|further"
    r"|significantly|slightly|steadily|down|up|dropp\w+|drops?|declin\w+|risen|fallen|rose|fell|increas\w+|decreas\w+|reduc\w+|grow\w*"
    r"|remain\w*|§|high|low|local|authority|the|council|county|borough|city|care|from|and|continu\w+"
    r"|to|ris(?:e|ing)|fall(?:ing)?|is|are|was|were|been|being|stands?|stood|this|year|now|time"
    r"|inspection|of|end|point|march|april|may|june|july|august|september|october|november|december"
    r"|·|last|past|over|previous|during|for|between|same|period|months?|quarter|although|but|it|that|this|which|had|relatively|comparatively|still|stable|static|constant|level|broadly|consistently|very|quite"
    r"|january|february|_(?:-_)?|\^|_\))"
)
_RUNS: Final = rf"(?:[ ,(]+(?:{_RUN}|(?:in|across) (?!{_RUN}\b)[a-z'-]+))*[ ,]*"
"""What may stand between "the number of care leavers" and the number."""
_LEADS_TO: Final = (
    rf"{_RUNS}(?:(?<= )(?:to|is|was|were|at|of|now|currently|reached|remains?|remained)"
    r" (?:(?:about|around|over|approximately|just over|high at|low at|currently|now|just under) )*"
    r"|\()"
)
_FAR: Final = 130
"""How far before a number its group may be named."""


COUNTING: Final = (
    "number",
    "rise in",
    "rease in",
    "reduction in",
    "decline in",
    "fall in",
    "total",
    "population",
    "alloc",
)
"""Words without one of which none stands before a number, but in a list: "care leavers: 212"."""


def _group(
    measure: str, signs: str, after: str, named: str = "", unit: str = "children", least: int = 0
) -> Group:
    """`named`: the group's name as it stands after "the number of"."""
    bare = rf"|{named}" if measure == "unallocated cases" else ""
    beside = r":" if measure in TOTALS else r"(?::| \()"
    before = (
        rf"\b(?:(?P<number>(?:number|total|population)s? (?:of )?{named})"
        rf"|(?:increase|rise|reduction|decrease|decline|fall|drop|growth) in {named}(?:"
        rf" \([a-z]+\))?|{named} (?:population|numbers?){bare})(?![a-z])"
    )
    return Group(
        measure,
        tuple(signs.split("|")),
        _BRACKET + after,
        before if named else "",
        rf"\b{named}{beside} ?$" if named else "",
        unit,
        least,
    )


_ALL: Final = (
    r"(?=\s*(?:[.,;:)]|$|\((?:a rate|_|at ))| at the (?:time|point|end)| as (?:at|of)| at (?:_"
    rf"|the)| on _| in _| (?:in|on|at) (?:the end of )?(?:_ )?(?:{IN_FULL})\b"
    r"| by the (?:local|council|trust|authority)| in total| currently(?=[.,;)]|$)| and #| in the"
    r" (?:local "
    r"authority|borough|county|city|area|authority|town)| (?:for|to) whom| with an allocated)"
)
"""What may follow if the number is of the whole group."""
_WHO: Final = (
    rf"(?: {KIDS})?(?: who)?(?: (?:are|were|have been|had been|being|is|was|currently|now))*"
)
_NOT_SOME: Final = (
    r"\b(?!,? (?:(?:who|that) )?(?:had|have|has|were|are|was|is|did|do|does) (?:not|no|never)\b"
    r"| (?:without|whose)\b)"
)
"""What follows if the number is of some of the group only: "62 children on plans had not been"."""
_IN: Final = r"(?: (?:lived?|lives|living|resided?|residing|placed|cared for|staying|reside))"
LAC: Final = (
    r"(?:looked[- ]after children(?: and young people)?|children looked[- ]after|(?:children|young "
    r"people|children and young people) looked[- ]after|children in (?:its |our |the council's"
    r" |their "
    r")?care|cared[- ]for children|children and young people in care|children being looked after)"
)
_SOMEONE: Final = (
    r"(?!(?:foster|residential|their|his|her|grand\w+|famil\w+|relatives?|kin\w*|carers?|the|one|two"
    r"|staff|others?|an?|members|friends|custody|secure|prison|education|stable|permanent|placements?"
    r"|care|long|short|school|year|years|key|this|these|those|unregulated|specialist|homes?|house\w*"
    r"|supported|hospital|residential|which|whom|any|all|some|need|and|connected|parents?)\b)"
)
"""What follows "looked after by" or "in" where it is the council or its place, whose name nobody
can list: no carers, no home."""

GROUPS: Final = (
    _group(
        "children in the area", "under|aged",
        rf" {KIDS} (?:who are )?(?:aged )?(?:under|below|between|aged|_)(?: the age of)?",
        least=3000,
    ),
    _group(
        "children in need", "in need",
        rf"(?: {KIDS}[^#§;,]{{0,40}} (?:in need of a specialist|identified[^#§;,]{{0,40}} in"
        rf" need\b)"
        rf"|(?: {KIDS})? (?:are|were) in need\b(?! of)|(?: (?:are|were))? children in"
        rf" need\b(?! of| plan| team| service| cen| cases)"
        rf"| {KIDS} (?:with|on|subject to|have|had) (?:an? )?(?:child[- ]in[- ]need|children"
        rf" in need) plan)",
        r"(?:open )?children in need(?: of (?:[\w-]+ ){1,4}support)?",
        least=10,
    ),
    _group(
        "child protection plans", "protection plan",
        rf"(?:(?: {KIDS}[^#§;,]{{0,45}})? (?:subjects? (?:of|to)|on|with|have|had)(?: an?| the"
        rf"| their)?"
        r" (?:child )?protection plans?| (?:child )?protection plans)(?! for\b)"
        rf"{_NOT_SOME}",
        rf"(?:{KIDS} )?(?:subject to |on |with |who are subject of |the subject of )?(?:a"
        rf" )?child protection plans?",
    ),
    _group("children without a plan", "plan",
           rf" {KIDS}[^#§;.,]{{0,25}} (?:without|(?:do|did) not have) an? (?:[\w-]+"
           rf" ){{0,2}}?plan\b",
           r"children(?: in care| in need)? without an? (?:[\w-]+ ){0,2}?plan"),
    _group(
        "children looked after", "look|care",
        rf"(?:(?: {KIDS})? (?:who )?(?:are|were|is|was|being)(?: being| currently| now)*"
        rf" looked after(?: by\b|{_ALL})"
        rf"| {LAC}{_ALL}| {KIDS} in (?:the )?care of the (?:local|council|authority|trust)"
        rf"|(?: {LAC}| (?:{KIDS} )?(?:are|were) (?:being )?looked after) by {_SOMEONE}[a-z]+"
        rf"|(?:(?<=there are #)|(?<=there were #)|(?<=are currently #)) {LAC} in {_SOMEONE}[a-z]+"
        rf"(?: [a-z]+){{0,2}}(?=[.,;]|$)"
        rf"|(?:(?<=looking after #)|(?<=looked after #)|(?<=looks after #)) {KIDS}"
        rf"|(?:(?<=\bhas #)|(?<=\bhad #)|(?<=are #)|(?<=were #)) {LAC}(?: aged\b| who are aged\b)"
        rf"| {KIDS} (?:are |were )?in (?:its |our |the council's"
        rf" )?care{_ALL})",
        rf"{LAC}",
        least=10,
    ),
    _group("care leavers", "care",
           r"(?:(?<=\bhas #)|(?<=\bhad #)|(?<=are #)|(?<=were #)) care[- ]leavers (?:over|under"
           r"|aged|between)\b|"
           rf"(?<=\bof the #) care leavers(?= \()"
           rf"| care[- ](?:leavers|experienced young (?:people|adults))(?!, represent){_ALL}"
           rf"| {KIDS}[^#§;]{{0,40}} as care leavers\b", r"care leavers", least=10),
    _group(
        "privately fostered children", "private",
        rf" {KIDS}[^#§;]{{0,40}}? (?:private(?:ly)?[- ](?:arranged )?foster\w*)",
        rf"(?:{KIDS} )?(?:(?:who are |known to be |identified as )*)(?:living )?(?:in )?(?:an?"
        rf" )?private(?:ly)?[- ](?:arranged"
        rf" )?foster\w*(?: placements?| arrangements?| children)?",
    ),
    _group(
        "unaccompanied children", "unaccompanied|asylum",
        rf"{_WHO} (?:unaccompanied|seeking asylum|asylum[- ]seek)",
        r"unaccompanied (?:asylum[- ]seeking )?(?:children|young people)?",
    ),
    _group(
        "children outside the area", "out",
        rf"(?= (?:liv|are|were|resid|placed|looked|of the|\(|{KIDS}))"
        rf"(?:{_WHO}| looked after children| of the total[^#§;,]{{0,30}}"
        rf" population){_BRACKET}(?:{_IN}| are)?"
        r"(?: more than| over)?[^#§;,]{0,12} out(?:side)?(?: of)?(?: the| their)?(?: local)?"
        r" (?:authority"
        r"|area|borough|city|county|council|_)",
        rf"{LAC} (?:living|placed) out(?:side)?(?: of)? (?:the )?(?:\w+ )?(?:area|authority"
        rf"|borough|county|city)",
    ),
    _group("children in foster care", "foster",
           rf"{_WHO}{_BRACKET}(?: of the [^#§;,]{{0,30}} population)?{_IN}?(?: with(?: \w+)?"
           rf" foster (?:famil|carer)| in foster (?:care|plac|home)(?!\w* who| who))"),
    _group("children in residential homes", "children's homes",
           rf"{_WHO}(?: of these)?{_IN} in (?:[\w-]+ )?(?:residential )?children's homes(?!"
           rf" which| that| judged)"),
    _group("children in unregistered homes", "unregist",
           rf"{_WHO}{_IN}? in (?:[\w-]+ ){{0,2}}?unregistered (?:\w+ )?(?:children's )?(?:homes?\b"
           rf"|placements?\b|provision|settings?\b|accommodation)"),
    _group("children in residential schools", "schools",
           rf"{_WHO}{_IN} in residential (?:special )?schools"),
    _group("children placed with parents", "parent|at home",
           rf"{_WHO}{_IN} (?:with (?:their |a )?(?:birth )?parents?\b|at home (?:on|with|under)\b)",
           rf"(?:{KIDS} )?(?:placed|living) (?:with parents|at home)(?: on care orders?)?"),
    _group("adoptions", "adopt",
           rf"(?: {KIDS}(?: who)?(?: have been| were| had been)?(?: successfully)? adopted\b(?!"
           rf" from)"
           rf"|(?: {KIDS})? had an adoption order"
           r"| adoption placements\b"
           rf"| adoptions\b(?! panel| team)| adoption orders\b)",
           r"(?:(?:children|young people) (?:being |who (?:were|have been) )?adopted|adoptions"
           r"|adoption orders)", unit="children"),
    _group("special guardianship orders", "guardian|sgo",
           rf"(?: {KIDS} (?:who )?(?:are|were) (?:cared for|looked after|living|placed) (?:under"
           rf"|on|with|through)"
           r" (?:an? )?special guardianship"
           rf"| {KIDS} (?:who )?(?:have |had )?(?:became|become|were|are)(?: made)?(?: the)?"
           rf" subjects? (?:of|to) (?:an? )?"
           rf"special guardianship|(?:(?<=made for #)|(?<=made in #)|(?<=used for #)|(?<=used in"
           rf" #)|(?<=granted for #)"
           rf"|(?<=granted in #)) (?:cases|{KIDS})\b|(?: new)? special guardianships? orders\b|"
           rf" sgos\b)",
           r"(?:(?:children )?(?:leaving care )?(?:(?:on|under|through|subject to) )?(?:special"
           r" guardianship"
           r" orders|sgos))"),
    _group("left care", "cease|left care",
           rf"{_WHO}(?: have)?(?: (?:ceased|ceasing) to be looked after\b(?! and (?:moved|are"
           rf"|now))| left care\b)"),
    _group("returned to care", "return|care|re-",
           rf"{_WHO}(?: subsequently)?(?: who)?(?: from (?:#|one) famil(?:y|ies))?(?: had| have)?"
           r" (?:(?:came|come|coming|became|become|entered|entering)(?: back)?(?: into)? (?:care"
           r"|looked"
           r" after) for an? (?:second|third|subsequent)|returned to (?:be looked after|care)"
           r"|coming"
           rf" back into care|re-entered care|readmitted to care|returning to care)"),
    _group("moved to independent living", "independent",
           rf"{_WHO}(?: have)?(?: (?:ceased|ceasing) to be looked after and)?(?: have)?"
           rf" mov(?:ed|ing) on to independent"),
    _group("living in shared houses", "multiple",
           rf"{_WHO}(?: ceased to be looked after and)?(?: are)?(?: now)?{_IN} in houses (?:in"
           rf"|of) multiple"),
    _group("entered care", "becom|became|into care|enter",
           rf" {KIDS}(?:(?! (?:from|not|never) )[^#§;.,]){{0,40}} (?:became|becoming|have become"
           rf"|had become|came|coming"
           rf"|entered|entering)(?: into)? (?:looked after|care)\b"),
    _group("children missing education", "educat",
           rf"(?: open)?(?: cases of)?(?: {KIDS})?(?: who)?(?: (?:(?:are|were) currently|are|were"
           rf"|referred as"
           rf"|recorded as|known to be))? missing (?:from |out on )?education\b",
           r"children (?:who are )?missing (?:from )?education(?: cases)?"),
    _group("missing children", "missing|whereabouts",
           rf"(?: {KIDS} (?:(?:who )?(?:had |have )?(?:(?:went|gone|go|been|were|was|are|going"
           rf"|reported) ){{0,2}}missing\b(?! (?:from )?educ| out)"
           rf"|[^#§;.,]{{0,80}}\b(?:currently|were|are|went|had been|have been|reported)"
           rf" missing\b(?! (?:from )?educ| out)"
           rf"|whose whereabouts)"
           rf"| missing children\b"
           rf"|(?<=relating to #) {KIDS}|(?<=pertaining to #) {KIDS}|(?<=involving #) {KIDS})"),
    _group("home-educated children", "home|ehe",
           rf"(?: {KIDS}| primary| currently known| who)?[^#§;.]{{0,25}} (?:to be |are |were"
           rf" )?(?:electively |educated (?:in|at) )(?:home|their home)|(?: currently known)?"
           rf" to be ehe\b",
           r"(?:(?:electively )?home[- ]educated children|children (?:who (?:are|were) )?(?:being"
           r" )?"
           r"electively home[- ]educated)"),
    _group("children placed for adoption", "for adoption",
           rf" {KIDS}[^#§;.,]{{0,25}} placed for adoption\b|(?:(?<=placing #)|(?<=placed #))"
           rf" {KIDS} for"
           r" adoption\b", r"children placed for adoption"),
    _group("children with an adoption plan", "adopt|placement order",
           rf" {KIDS}(?: were| are)?(?: identified as)? (?:with|have had|had|have|has|having) an?"
           rf" (?:plan"
           rf" (?:for|of) adoption|adoption (?:plan|decision)"
           rf"|decision (?:for adoption|to adopt\b|(?:made )?that they should be (?:adopted"
           rf"|placed for"
           rf" adoption)))| {KIDS}[^#§;.,]{{0,15}} (?:with|had|have) (?:an?"
           rf" )?placement orders?"),
    _group("children waiting", "wait",
           rf"(?: {KIDS}(?:(?! (?:none|nobody|no longer|not) )[^#§;,]){{0,120}} (?:waiting"
           rf"|awaiting|on (?:the|a) waiting list)\b(?!"
           rf" (?:to be |for )?allocat| (?:for )?an? (?:\w+ )?social worker)"
           rf"|(?<=waiting list of #) {KIDS})"),
    _group("unallocated cases", "alloc|worker",
           r" (?:cases|children|young people|families|assessments)(?: and young"
           r" people)?[^#§;.]{0,30}? (?:no (?:(?:named|allocated) (?:social )?|social )worker"
           r"|without an? (?:(?:named|allocated) (?:social )?|(?:permanent )?social )worker"
           r"|(?:had|have|has|are|were|is) not (?:yet )?(?:been )?allocated(?! an? (?:pa\b"
           r"|pers|ment|youth|adv))|unallocated|(?:waiting for|awaiting) an? (?:\w+ )?social"
           r" worker|waiting (?:to be|for) allocat\w+|awaiting"
           r" allocation|(?:do|did|does) not have an? (?:(?:named|allocated) (?:social )?"
           r"|social )worker)"
           r"| unallocated\b",
           r"(?:unallocated (?:cases|children)|(?:cases|children) (?:without a social worker"
           r"|(?:waiting for|awaiting) allocation))",
           unit="cases"),
)  # fmt: skip
