"""The words by which articles name those who speak. See `speakers`."""

import re
from typing import Final

_S: Final = "['’]s"
_CAP: Final = r"[A-Z][\w’'-]*"

_FIELD: Final = rf"""
    (?:(?:the\ )?(?i:council|children(?:{_S})?|services?|young|people|education|social|care|work
        |famil(?:y|ies)|skills|learning|early|help|adults?|health|wellbeing|safeguarding|schools?
        |inclusion|commissioning|lifelong|culture|youth|communit(?:y|ies)|prevention|justice
        |aspirations?|achievement|attainment|opportunit(?:y|ies)|corporate|parenting|disabilit(?:y|ies)
        |send|housing|public|improvement|quality|practice|operations|integrated|strategy|years
        |protection|well-being|looked|after|fostering|adoption|transformation|support)\b)
"""
_NOT_A_BODY: Final = rf"""
    (?!(?:\s+(?:{_CAP}|for|of|and)){{0,3}}\s+(?:Institute|Association|Society|Network|Alliance
        |Foundation|Bureau|Union|Commission(?:er)?|Fund|Charity|Forum|Federation|Partnership|Board
        |England|UK|Centre|University|College)\b)
"""
"""Behind the fields of an office: else they are the beginning of a body's own name."""
_OFFICES_OF: Final = rf"""
    (?:\s+(?:(?:of|for|with\ responsibility\ for)\s+|[–—-]\s+(?=[A-Z]))
        {_FIELD}(?:(?:,?\s+(?:and|&)|,)?\s+{_FIELD})*{_NOT_A_BODY})?
"""
_PARTY: Final = (
    r"(?:Labour|Conservatives?|Tor(?:y|ies)|Lib(?:eral)?\ Dem(?:ocrat)?s?|Greens?|UKIP|Ukip"
    r"|Reform(?:\ UK)?|[Ii]ndependents?)"
)
NO_OWNER: Final = (
    r"(?!(?:to|of|for|by|from|with|in|on|at|about|and|or|but|as|that|than|when|while|after|before"
    r"|over|into|an?|the|its|their|his|her|this|these|said|says|told|was|were|is|are|has|have|had)\b)"
)
"""Words between an owner and what is the owner's are none of these: "the letter to the director"
is no director of the letter's."""
_QUALIFIED: Final = rf"(?!(?i:and|but|yet|so|if|then|also|the)\ ){NO_OWNER}[\w’'-]+\ "
"""The word before that tells which: "Wexmoor MP", "children's charity"; not "told MPs"."""
_OTHER: Final = rf"""
    (?:[Ss]hadow|[Oo]pposition|[Rr]ival|[Bb]ackbench)\s+(?:[\w’'-]+\s+){{0,3}}?
        (?:councillors?|leaders?|members?|spokes\w+|ministers?|secretary|[Cc]llr){_OFFICES_OF}
  | [Oo]pposition
  | {_PARTY}(?:{_S})?(?:\s+[Oo]pposition)?\s+(?:[Gg]roup|[Pp]arty)
        (?:(?:{_S})?\s+(?:(?:deputy\ )?leader|spokes\w+|councillors?)\b{_OFFICES_OF})?
  | {_PARTY}(?:{_S})?\s+(?:[Oo]pposition\ )?(?:
        (?:deputy\ )?[Ll]eader
            (?!\s+of\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,5}}?(?:[Cc]ouncil|authority)\b)
      | spokes\w+{_OFFICES_OF} | [Cc]ouncillors? | [Cc]llrs?\b\.? | [Cc]ouns?\b\.? | counterpart)
  | (?:{_CAP}\s+){{0,3}}[Ss]afeguarding\s+[Cc]hildren(?:{_S})?\s+(?:[Pp]artnership|[Bb]oard)
  | (?:{_QUALIFIED})?MPs?\b | [Mm]embers?\ of\ [Pp]arliament
  | (?:[Tt]he\ )?[Pp]rime\ [Mm]inister | (?:[Ee]ducation|[Hh]ealth|[Hh]ome)\ [Ss]ecretary
  | [Ss]ecretary\ of\ [Ss]tate(?:\ for\ [Ee]ducation)?
  | (?:(?:[Cc]hildren{_S}|[Ee]ducation|[Ss]chools|[Jj]unior)\s+)?[Mm]inisters?\b{_OFFICES_OF}
  | (?:House\ of\ )?Commons(?:{_S})?(?:\s+\w+){{0,3}}\s+[Cc]ommittee | [Ss]elect\ [Cc]ommittee
  | [Dd]epartment\ (?:for|of)\ (?:Education|Health)(?:\ and\ Social\ Care)? | DfE | Home\ Office
  | Whitehall | [Gg]overnment
  | [Cc]hildren{_S}\ [Cc]ommissioner(?:\ for\ England)? | [Cc]ommissioners?
  | [Cc]hief\ [Ss]ocial\ [Ww]orker
  | NSPCC | Barnardo{_S} | Children{_S}\ Society | Action\ for\ Children | Coram | Childline
  | Save\ the\ Children | Family\ Rights\ Group | National\ Children{_S}\ Bureau | Article\ 39
  | Fostering\ Network | National\ Youth\ Advocacy\ Service | Become\ charity
  | (?:{_QUALIFIED})?[Cc]harit(?:y|ies) | [Cc]ampaign(?:ers?|\ group) | [Tt]hink[ -]tank
  | (?:[Tt]rade\ )?[Uu]nions? | U(?:nison|NISON) | GMB | Unite | NEU | NASUWT | BASW | PCS
  | British\ Association\ of\ Social\ Workers | Social\ Workers\ Union
  | (?:Local\ Government\ Association|LGA)
        (?:{_S}\ (?:Children\ and\ Young\ People\ )?[Bb]oard)? | ADCS | Solace
  | Association\ of\ Directors\ of\ Children{_S}\ Services
  | (?:[Ff]oster|[Aa]doptive|[Bb]irth|[Kk]inship)\ (?:parents?|carers?|mothers?|fathers?)
  | (?:[Gg]rand)?(?:[Pp]arents?|[Mm]others?|[Ff]athers?) | [Mm]ums?\b | [Dd]ads?\b | [Cc]arers?
  | [Ff]amil(?:y|ies) | [Rr]elatives?
  | [Cc]hildren\ and\ young\ people | [Yy]oung\ (?:people|person) | [Cc]are\ leavers?
  | [Cc]hildren(?!{_S}|\ First\b) | [Yy]oungsters? | [Pp]upils? | [Tt]eenagers? | [Rr]esidents?
  | [Ww]histle-?blowers? | [Pp]rotesters?
  | [Pp]olice(?:\ and\ [Cc]rime\ [Cc]ommissioner)? | [Dd]etectives? | NHS | [Hh]ospitals?
  | [Pp]rofessors? | [Aa]cademics? | [Ee]xperts? | [Rr]esearchers? | [Cc]ritics?
  | [Hh]ead[ ]?teachers? | [Tt]eachers? | [Jj]udges? | [Cc]oroners? | [Ll]awyers? | [Ss]olicitors?
  | [Oo]mbudsman | [Ss]erious\ case\ review | (?:[Ff]ormer\ )?[Ss]ocial\ workers?
"""
_INSPECTORS: Final = rf"""
    (?:[Hh](?:er|is)\ [Mm]ajesty{_S}\ |[Ll]ead\ |[Ss]enior\ |Ofsted(?:{_S})?\ |HM\ )*
        (?:[Cc]hief\ )?[Ii]nspectors?
  | [Ii]nspection\ team | HMIs? | SHMI
  | (?:(?:[Mm]onitoring|[Ff]ocused|[Ff]ollow-up|[Aa]ssurance)\ )[Vv]isits?
  | (?:[Ff]ull\ |Ofsted\ )?[Ii]nspections?(?!\ (?:summar|report|letter|finding))
  | (?<=\w\s)visits?(?=\s+(?:in|on|found|concluded|also|earlier|last|to|said|identified|highlighted
        |revealed|uncovered|noted|raised|praised|criticised|recognised)\b)
"""
_OFSTED: Final = r"""
    Ofsted | OFSTED | [Ii]nspectorate | (?:[\w’'-]+\ )?[Ww]atchdog | [Rr]egulator
"""
_PAPER: Final = r"""
    (?:(?:[Ii]nspection|[Ss]ummary|[Mm]onitoring|[Vv]isit|[Dd]amning|[Oo]fficial|Ofsted)\s+){0,2}
        (?:letters?|reports?|summary|summaries|document|[Ff]indings)
  | Letters? | Reports?
"""
_OFFICE: Final = rf"""
    spokes(?:man|woman|person|people|persons)\b | Spokes(?:man|woman|person|people)\b
  | (?:(?:[Dd]eputy|[Aa]cting|[Ii]nterim|[Aa]ssistant|[Cc]orporate|[Ee]xecutive|[Ss]trategic
        |[Mm]anaging|[Ff]ormer|[Nn]ew|[Pp]olitical|[Jj]oint|[Gg]roup|[Ss]ervice|[Nn]ational
        |[Rr]egional|[Pp]ermanent|[Oo]utgoing|[Ii]ncoming|[Pp]rogramme)\ )*
    (?: (?:[Dd]irectors?|[Hh]ead(?=\ of\ (?:the\ )?(?i:children|service|social|safeguard)))\b
        {_OFFICES_OF}
      | [Cc]hief\ (?:executives?|officers?|operating\ officer)\b | [Ll]eaders?\b )
  | [Cc]hair(?:man|woman|person)?\b | [Bb]oss(?:es)?\b | [Cc]hiefs?\b
"""
_MEMBERS: Final = rf"""
    (?:[Ll]ead|[Cc]abinet|[Ee]xecutive)\ (?:[Mm]embers?|[Cc]ouncillors?)\b{_OFFICES_OF}
  | (?:[Ee]xecutive|[Cc]abinet|[Ss]trategic)\ [Ll]ead\b{_OFFICES_OF}
  | [Pp]ortfolio[ ][Hh]olders?\b{_OFFICES_OF}
  | [Cc]ouncillors?\b | [Cc]llrs?\b\.? | [Cc]ouns?\b\.? | (?:[Dd]eputy\ )?[Mm]ayor\b | DCS\b
  | [Tt]he\ (?:man|woman|person)\ (?:(?:now|who\ is|who\ will\ be)\ )*(?:in\ charge|at\ the\ helm)
  | who\ (?:leads|heads|runs|oversees)\ (?:both\ )?(?:
        the\ (?:council|authority)
      | (?:(?:the\ )?(?:{_CAP}|city|county|borough|town|council|authority)(?:{_S})?
            (?:\ and\ {_CAP})?\ )?children{_S}\ services)
"""
_NO_NAME: Final = (
    r"(?!(?:In|At|The|A|An|But|And|For|To|From|By|After|Following|When|While|As|If|Since|With|On"
    r"|Although|However|Inspectors?|Ofsted|Both|Last|Before|Under|Since|Now|This|That|Its|Their)\b)"
)
_COUNCIL: Final = rf"""
    (?:{_NO_NAME}{_CAP}\s+(?:(?:and|upon|with|le|under|{_NO_NAME}{_CAP}|(?<=City\s)of
        |(?<=Isle\s)of|(?<=Borough\s)of)\s+){{0,5}})?[Cc]ouncil\b
        (?:\ (?:bosses|chiefs|officials|officers|leaders))?
  | [Ll]ocal\ authority | [Aa]uthority | (?:[Tt]own|[Cc]ounty|[Cc]ity|[Cc]ivic)\ [Hh]all
  | [Cc]hildren{_S}\ services(?:\ department)?
  | (?:[Cc]hildren{_S}\ )?(?:[Ss]ervices\ )?[Tt]rust\b | Achieving\ for\ Children
  | Together\ for\ Children | Children\ First
  | (?:[Ss]crutiny\ )?(?:[Cc]ommittee|[Pp]anel)\b | (?:[Ss]enior\ )?[Mm]anagers\b
  | (?:[Ss]enior\ )?[Oo]fficers\b | [Cc]abinet\b | Members\b(?!\ of\b)
"""
LEXICON: Final = re.compile(
    rf"(?<![\w])(?:(?P<inspectors>{_INSPECTORS})|(?P<other>{_OTHER})|(?P<councillor>{_MEMBERS})"
    rf"|(?P<paper>{_PAPER})|(?P<ofsted>{_OFSTED})|(?P<office>{_OFFICE})"
    rf"|(?P<council>{_COUNCIL}))(?![\w])",
    re.VERBOSE,
)
"""Everybody who could speak; the group that matches tells who. `office` and `paper` depend."""
OWNED: Final = frozenset({"other", "inspectors", "councillor"})
"""Groups whose words may be the office of a person named beside them."""
OURS: Final = re.compile(r"(?i)inspection|monitoring|ofsted|damning")
"""A report of these is Ofsted's, whosever it is called: "the council's inspection report"."""
TO_MEMBERS: Final = re.compile(
    r"\s+(?:to|for|before)\s+(?:the\s+|a\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?:cabinet|committee|councillors|panel|members|full\s+council|council\s+meeting)\b"
)
"""A report that goes to these is the council's own."""
BY: Final = re.compile(r"\s+(?:by|from)\s+(?:the\s+|an?\s+)?")
FOR: Final = re.compile(r",?\s+(?:for|from|of|at|on behalf of|with)\s+(?:the\s+|an?\s+)?")
CAPITALISED: Final = re.compile(rf"{_CAP}(?:\s+(?:for|of|and|the|{_CAP}))*")
SPOKEN_FOR: Final = re.compile(r"Council|Borough|Children First|for Children|Trust|Authority")
BODY: Final = re.compile(
    r"(?!MPs?$|HMI$)[A-Z]{2,}|(?:DfE|Unison|Unite|Coram|Solace|Childline|Barnardo.s|Cafcass|Whitehall|[Gg]overnment)"
    r"|.*(?:[Cc]harity|[Uu]nion|[Ss]ociety|Office|[Pp]artnership|[Bb]oard|Association|Network|Group"
    r"|group|Bureau|[Dd]epartment.*|for Children|the Children|[Pp]olice)"
)
"""The name of a body that may have a spokesman, and of no person."""
TITLE: Final = re.compile(r"[Cc]ouncillor|[Cc](?:llr|oun)\.?")
"""Said of any councillor, whether in office or in opposition."""
POLITICAL: Final = re.compile(
    rf"[Oo]pposition|[Ss]hadow|[Rr]ival|[Bb]ackbench|{_PARTY}", re.VERBOSE
)
PARTY_NAME: Final = re.compile(_PARTY)
OFFICE_WORD: Final = re.compile(
    r"(?i:leader|member|spokes|portfolio|chair|director|executive|opposition|shadow|lead\b|mayor)"
)
AFFILIATED: Final = re.compile(
    rf"\s+(?P<name>{_CAP}(?:\s+{_CAP}){{0,2}})\s*(?:"
    rf"\(\s*(?:{_PARTY}|Con|Lab|LD|LibDem|Lib|Ind|Grn|SDP|TUSC)\b\.?[^()]{{0,60}}\)"
    rf"|(?:,|(?=\s+leads))\s+(?:(?:of|from|for|an?|the|(?:who\ )?(?:leads|represents))\s+)+"
    rf"(?:{_CAP}\s+){{0,3}}?(?:{_PARTY}|[Oo]pposition)\b)",
    re.VERBOSE,
)
"""A councillor by name and party: "(Lab, Wexmoor South)", ", of the Wexmoor Independent Group"."""
HELD: Final = re.compile(
    r"\)?,?\s*(?:(?:the|and|who|is|new|deputy|council['’]s|[A-Z][\w’'-]*)\s+)*"
)
"""What stands between a councillor's party and the office: "(Con, Wexmoor), Wexmoor's leader"."""
FORMER: Final = re.compile(
    rf"(?:\b(?:[Ff]ormer|[Ee]x|[Pp]revious|[Ff]ormerly|[Pp]reviously|[Oo]ne-time|[Rr]etired|[Ss]acked"
    rf"|[Oo]usted|[Dd]eparted)[\s-]+|\b(?:step(?:ped|s)|stood|stands)\s+down\s+(?:\w+\s+){{0,2}}as\s+"
    rf"|\b(?:resigned|retired|quit)\s+as\s+)"
    rf"(?:(?:the|its|their)\s+)?(?:{NO_OWNER}[\w’'-]+\s+){{0,3}}$"
    rf"|\b[Ii]ndependent\s+$"
)
"""Before an office that is held no more, or that is independent of the council."""
FORMERLY: Final = re.compile(r"(?:[A-Za-z]+\s){0,2}?[Ff]ormer\b")
"""The same where the word is read as part of the office."""
MASKED_NAME: Final = re.compile(
    r"(?<![\w#])[A-Z][a-z'’]+(?:[-'’][A-Z][a-z]+)?(?:\s+[A-Z]\.?)?"
    r"(?:\s+(?:de|da|van|von|al|Mc|Mac)?\s?[A-Z](?:[\w-]|['’](?!s\b)(?=\w))+){1,2}"
)
"""A person's name where no word for a speaker stands, without the 's of an owner."""
