"""Whether a figure rose or fell, and from what: "reduced from 22 to 18.5", "up from 31%"."""

import re
from typing import Final, NamedTuple

from store.model.document import Direction
from store.parsing.figures.elsewhere import OTHERS
from store.parsing.figures.shape import EARLIER, Shape
from store.parsing.times.months import IN_FULL
from store.patterns import compiled


class Change(NamedTuple):
    """How a figure changed; the places of the earlier number and, if it comes later in the
    sentence ("203 in March, rising to 308"), of the present one."""

    direction: Direction | None = None
    before: int | None = None
    now: int | None = None


_UP: Final = (
    r"ris(?:e|es|en|ing)|rose|increas\w+|grow(?:n|s|ing|th)|grew|doubl\w+|tripl\w+|climb\w+"
)
_DOWN: Final = (
    r"fall(?:s|en|ing)?|fell|reduc\w+|decreas\w+|drop(?:s|ped|ping)?|declin\w+|halv\w+"
    r"|lower(?:ed|ing)"
    r"|shr(?:unk|ank|inking)"
)
_SAME: Final = r"unchanged|the same as|remain\w* (?:stable|static|the same)|no change|been stable"
_WORD: Final = (
    rf"\b(?:(?P<same>{_SAME})|(?P<up>{_UP}|up (?:from|by|on)|higher than (?:the )?(?:last"
    rf"|previous))"
    rf"|(?P<down>{_DOWN}|down (?:from|by|to|on)|cut (?:to|from|by)|lower than (?:the )?(?:last"
    rf"|previous))"
    r"|(?P<better>improv\w+|better than (?:the )?(?:last|previous))|(?P<worse>worse\w*"
    r"|deteriorat\w+))\b"
)
_CHANGING: Final = rf"(?:{_UP}|{_DOWN}|improv\w+|worsen\w*|deteriorat\w+)"
_FROM: Final = rf"\bfrom [^#§¤·^;,.]{{0,50}}(\{EARLIER})[^#§¤^;]{{0,60}} to (?:[\w-]+ ){{0,4}}$"
_SINCE: Final = (
    rf"(?:# or more|[^#§¤;.]){{0,60}}?\b(?:compared (?:with|to)|against|rather than|instead of"
    rf"|(?:{_CHANGING}|up"
    rf"|down)[^#§¤;.]{{0,20}}? (?:from|on))"
    r" (?P<told>[^#§¤^;.]{0,30}?)(?P<sign>[#§¤])(?P<when>[^#§;.]{0,30})"
)
_RISING_TO: Final = (
    rf"[^#§¤;]{{0,60}}?\b(?:rising|increasing|growing|falling|reducing|decreasing|dropping"
    rf"|declining|improving"
    rf"|(?:which|this|and|but)(?: (?:had|has|have|since|then|later|now|been))* {_CHANGING})"
    r"(?: \w+)? to (?:[\w-]+ ){0,3}(?P<sign>[#§¤])"
)
_NOW: Final = (
    r"[^#§¤;]{0,60}(?:,? (?:and|but) (?:(?:is|are|stands?|has|have|fallen|risen|come|down|up|to"
    r"|at) )+(?:about"
    r" |around |just )?(?=[#§¤] (?:now|today|currently)\b)"
    r"|[;,] (?:and |but )?there (?:is|are) (?:now|currently) (?:about |around |just |only )?"
    r"(?=[#§¤](?:[.,;)]|$))|[;,] (?:and |but )?(?:now|today|currently),? (?:the|this|that)"
    r" (?:figure"
    r"|number"
    r"|rate|average|proportion|total) (?:(?:is|stands?|at|has|fallen|risen|to|about|around) )+"
    r"|[;,] (?:and |but )?(?:the|that) (?:figure|number|rate|average|proportion|total) (?:(?:is"
    r"|stands?"
    r"|has) )?(?:now|currently|today) (?:(?:is|stands?|at|fallen|risen|to|about|around) )*|[;,]"
    r" (?:and |but )?(?:this|it|which) (?:(?:is|are|stands|was|now|currently"
    r"|at) )+|,? (?:and|but) (?:(?:is|are|stands?|they are) )?(?:now|currently) (?:(?:at|down to"
    r"|up to|about|around|an average of) )*|, (?:(?:this|it|they) )?now (?:(?:averag(?:es?|ing)"
    r"|stand(?:s|ing)?|is|are|total(?:s|ling)?|number(?:s|ing)?|hold(?:s|ing)?|at|down to|up to"
    r"|about|around|an average of) )*|, (?:is|are|stands?|has|have) now (?:(?:at|fallen|risen"
    r"|reduced|to|down|up|about|around) )*)(?P<sign>[#§¤])"
)
_MONTH: Final = rf"(?:{IN_FULL})"
_TIME: Final = (
    rf"_|\bprevious|\blast\b|\bbefore\b|\bearlier\b|\bago\b|\b(?:in|at the end of)"
    rf" {_MONTH}\b|\bat the (?:time|start|beginning)\b|\bat the (?:\w+ )?(?:inspection|visit)\b"
)
_EARLIER: Final = rf"{_TIME}|^\s*$|^[,)]"
_IN_BRACKETS: Final = (
    r" \((?:(?:was|previously|up|down|from) )*(?P<sign>[#§¤])(?P<when>[^#§¤;.)]{0,30})"
)
"""The earlier value in brackets: "34.5% (41.2% at the last visit)"."""
_FROM_NEXT: Final = (
    r"(?: [\w-]+){0,4}?,? \(?from (?:(?:about|around|just|over|under|almost|nearly|a|an) )*"
    r"(?P<sign>[#§¤])(?P<when>[^#§;.]{0,30})"
)
"""The earlier value behind the present one: "has risen to 41%, from 29%"."""
_AFTER_SEMICOLON: Final = (
    rf"[^#§¤;.]{{0,110}}?; (?:which|this|it) (?:is|was|represents) (?:an? )?(?:[\w-]+ ){{0,2}}?"
    rf"(?:{_CHANGING}|improvement|higher|lower|better)\b[^#§¤;.]{{0,20}}? (?:from|on|than"
    rf"|compared (?:with"
    rf"|to)) (?P<told>[^#§¤^;.]{{0,30}}?)(?P<sign>[#§¤])(?P<when>[^#§;.]{{0,30}})"
)
"""The earlier value behind a semicolon: "84% are in time; this is better than 71% last year"."""
_IT_WAS: Final = (
    r"[^#§¤;.]{0,40}?(?:[;,:]| -|\() ?(?:(?:and|but|while|whereas) )?(?:[^#§¤;.]{0,40} )?"
    r"(?:it|this|that|they|the (?:figure|number|rate|average|proportion|total)) (?:(?:was|were"
    r"|had|been"
    r"|stood|averaged|at|about|around|over|under|nearly|just)"
    r" )+(?P<sign>[#§¤])(?P<when>[^#§;.]{0,30})"
)
"""The earlier value in a clause of its own: "is now 16; at our last visit it was 21"."""
_MORE_THAN: Final = (
    rf"[^#§¤;.]{{0,60}}?,? \(?(?:(?:which|this|that) (?:is|was) |an? )?(?:(?:about|around|over"
    rf"|nearly) )?"
    rf"[#§_](?: percentage points?)? (?P<word>more|higher|fewer|less|lower) than"
    rf" (?=[^#§¤;.]{{0,25}}?(?:{_TIME}))"
)
"""By how much it is more than it was: "there are 612, 40 more than a year ago"."""
_BY_TO: Final = rf"(?P<word>\b{_CHANGING})(?: \w+)? by [^;,.]{{1,40}}?,? to (?:[\w-]+ ){{0,3}}$"
"""A change, and what leads from it to what it led to: "has risen by 12% to 702"."""
_AFTERWARDS: Final = (
    rf"[^#§¤;.]{{0,30}}?,? (?:(?:which|this) (?:is|was) |and (?:is |are )?)?(?:an? )?(?:\w+ )?"
    rf"(?P<word>improvement|{_CHANGING}|(?:higher|lower|better) than (?:the )?(?:last"
    rf"|previous))\b(?! to\b)"
)
_APPOSED: Final = (
    rf"[^#§¤;.]{{0,80}}?(?:,|(?<! to)(?<! in)(?<! by)(?<! with)(?<! for)(?<! of)(?<! is)(?<! and)"
    rf"(?<! was)(?<! from)(?<! through)(?= an? \w+ (?:of #|of one|from|since|on) )) (?:an? |which"
    rf" (?:is|was|represents) an? )(?:\w+"
    rf" )?(?P<word>{_CHANGING}) (?:of|from|on|since|in)\b"
)
_THIS_IS: Final = (
    r"^(?:this|these|it)(?: (?:figure|number|rate|total|\w+))? (?:is|was|are|were|represents?"
    r"|shows?)"
    rf" (?:an? )?(?:[\w%§-]+ ){{0,3}}?(?P<word>{_CHANGING}|unchanged|higher|lower|better)\b"
    r"[^#§¤;.]{0,30}?(?:[#§¤] )?(?:from|on|than|compared (?:with|to)) (?:[^#§¤;.]{0,25}"
    r" )?(?P<sign>[#§¤])"
)
_THIS_HAS: Final = (
    r"^[^#§¤;.]{0,60}?\b(?:this|these|it|the (?:figure|number|rate)|performance)(?: (?:figure"
    r"|number|rate))?"
    rf"(?: (?:had|has|have|since|then|later|now|been))* (?P<word>{_CHANGING})(?: \w+)? \(?to"
    rf" (?:[\w-]+ ){{0,3}}"
    r"(?P<sign>[#§¤])"
)
_IS_NOW: Final = (
    r"^(?:(?:that|this|it) is(?: down to| up to| about| only)? (?P<today>[#§¤]) (?:now|today"
    r"|currently)\b"
    r"|(?:this|these|it|they|the (?:figure|number|rate|average|proportion))"
    r"(?: (?:has|have|is|are|stands?|fallen|risen|come))* (?:now|currently)"
    r"(?: (?:is|are|stands?|at|down|up|to|fallen|risen|just|only|around|about|an average of))*"
    r" (?P<sign>[#§¤]))"
)
_COMPARED: Final = (
    r"\b(?:compar\w+ (?:with|to)|from|opposed to|rather than|instead of|(?:improve\w+|increase"
    r"|rise|reduction"
    r"|decrease|drop|fall) (?:on|of)"
    r"|(?:since|on|from|than|with|to|in|at) [^#§;,]{0,30},? when(?: only| just| it was)?"
    r"|previous (?:year|quarter|month|figure|rate|inspection|visit)(?:'s)?(?: of| at| was)?(?: \()?"
    r"|last (?:year|quarter|month|figure|rate|inspection|visit)(?:'s)? (?:of|at|was|\())"
    r"(?: the| a| an| average| of| around| about| approximately| just)* ?$"
)
_NONE_NOW: Final = (
    r"[^#§¤.]{0,120}(?:(?:[,;:]| -)(?: (?:and|but|whereas|while))?| (?:and|but))"
    r" (?:there (?:(?:are|is) )?(?:now (?:(?:are|is) )?(?:none|no such)|none now)\b(?! of )"
    r"|(?:there (?:are|is) )?(?:now|currently|today),? (?:(?:there (?:are|is) )?none\b(?! of )"
    r"|(?:that (?:figure|number) |it )?is (?:zero|nil|none)\b)"
    r"|none (?:(?:do|does|are|is|has|have) )?now\b|(?:this|it|that) is now (?:zero|nil|none)\b)"
)
"""What follows a number of which nothing is left: "106 had no plan; there are now none"."""
_OTHER_SUBJECT: Final = (
    r"\b(?:but|although|though|while|whereas|and|yet) (?:some|a few|a small number|many|several"
    r"|most|others|one)\b"
    r"|\bthe number of [^,;]{0,60}, with $|, with (?!performance\b|rates?\b)[a-z]+ (?:for|of"
    r"|from) (?:[a-z]+ at )?$"
)
"""Where the sentence turns to somebody else: what fell before it did not fall for them."""
_WHEN_BEGAN: Final = (
    r"\bwhen (?!(?:\w+ ){0,3}(?:inspectors?|ofsted|we) )(?:\w+ ){1,5}"
    r"(?:started|began|joined|qualified|arrived|took over)\b"
    r"(?:(?!\b(?:now|today|currently)\b)[^;.]){0,90}$"
)
"""What was so when somebody came: "when the director arrived, caseloads averaged 31"."""
_GOES_ON: Final = r"; (?:the )?(?:current|rates?|now)\b"
"""What goes on with the same figure: "use of locums is falling; current rates are 14%"."""
_NEW_CLAUSE: Final = (
    r"\b(?:and|but|while|whereas|although|though)"
    r" (?!(?:is|are|has|have|this|that|it|they|these)\b)\w+"
)
"""Where something else begins of which a change is told."""


def is_earlier(shape: Shape, place: int) -> bool:
    """Whether a number is only what a present one is compared with, or is no longer so."""
    text = shape.text
    if text[place] == EARLIER or compiled(_NONE_NOW).match(text, place + 1):
        return True
    if "when " in text and compiled(_WHEN_BEGAN).search(text, 0, place):
        return True
    is_range = shape.numbers[place].low is not None
    return not is_range and bool(compiled(_COMPARED).search(text[max(0, place - 60) : place]))


def change_of(shape: Shape, place: int, better: str) -> Change:
    """How the figure at a place changed, as far as its sentence says."""
    text = shape.text
    rising = compiled(_RISING_TO).match(text, place + 1) or compiled(_NOW).match(text, place + 1)
    if rising and rising.group("sign") == text[place]:
        now = rising.start("sign")
        if not compiled(OTHERS).search(text, place, now):
            return _between(shape, place, now, True)
    before = _before(shape, place)
    if before is not None:
        return _between(shape, before, place, False)
    led = compiled(_BY_TO).search(text, max(0, place - 70), place)
    if led and (word := compiled(_WORD).search(led.group("word"))):
        return Change(_direction(word, better))
    start = max(text.rfind(sign, 0, place) for sign in "#§¤^;.") + 1
    if compiled(_GOES_ON).match(text, start - 1 if start else 0):
        start = 0
    words = list(compiled(_WORD).finditer(text, max(start, place - 60), place))
    turned = words and compiled(_OTHER_SUBJECT).search(text, words[-1].end(), place)
    if words and not turned and not compiled(OTHERS).search(text, words[-1].end(), place):
        return Change(_direction(words[-1], better))
    if than := compiled(_MORE_THAN).match(text, place + 1):
        return Change("up" if than.group("word") in ("more", "higher") else "down")
    after = compiled(_AFTERWARDS).match(text, place + 1) or compiled(_APPOSED).match(
        text, place + 1
    )
    apart = after and compiled(_NEW_CLAUSE).search(text, place, after.start("word"))
    if after and not apart and (word := compiled(_WORD).search(after.group("word"))):
        return Change(_direction(word, better))
    return Change()


def change_told_next(shape: Shape, better: str) -> Change:
    """How the figure of the sentence before changed: "This is an increase from 203 in March",
    "This had risen to 243 by May"."""
    text = shape.text
    match = compiled(_THIS_IS).match(text)
    if match and not compiled(OTHERS).search(text, 0, match.start("sign")):
        word = compiled(_WORD).search(match.group("word"))
        return Change(_direction(word, better) if word else None, match.start("sign"))
    match = compiled(_THIS_HAS).match(text)
    if match and not compiled(OTHERS).search(text, 0, match.start("sign")):
        word = compiled(_WORD).search(match.group("word"))
        return Change(_direction(word, better) if word else None, None, match.start("sign"))
    if match := compiled(_IS_NOW).match(text):
        return Change(None, None, match.start("sign" if match.group("sign") else "today"))
    return Change()


def _before(shape: Shape, place: int) -> int | None:
    """The place of the earlier number of the same kind."""
    text = shape.text
    left = max(0, place - 130)
    if match := compiled(_FROM).search(text[left:place]):
        return left + match.start(1)
    match = compiled(_IN_BRACKETS).match(text, place + 1)
    if match and match.group("sign") == text[place] and not compiled(OTHERS).search(match.group()):
        told_of = compiled(_TIME).search(match.group("when"))
        return match.start("sign") if told_of else None
    match = compiled(_IT_WAS).match(text, place + 1)
    if match and match.group("sign") == text[place] and _is_of_then(match.group()):
        return match.start("sign")
    match = compiled(_SINCE).match(text, place + 1) or compiled(_AFTER_SEMICOLON).match(
        text, place + 1
    )
    risen = compiled(_WORD).search(text, max(0, place - 40), place) or text.endswith(
        ("up to ", "down to "), 0, place
    )
    if match is None and risen:
        match = compiled(_FROM_NEXT).match(text, place + 1)
    if match is None or match.group("sign") != text[place]:
        return None
    if compiled(OTHERS).search(text, place, match.start("sign")):
        return None
    when = compiled(_EARLIER).search(match.group("when")) or (
        compiled(_EARLIER).search(told) if (told := match.groupdict().get("told")) else None
    )
    return match.start("sign") if when else None


def _is_of_then(clause: str) -> bool:
    """Whether a clause tells of an earlier time, and of the council."""
    return bool(compiled(_TIME).search(clause)) and not compiled(OTHERS).search(clause)


def _between(shape: Shape, before: int, now: int, is_later: bool) -> Change:
    """The change from one number to another; `is_later`: the other is not where we look."""
    one, two = shape.numbers[before].value, shape.numbers[now].value
    if one is None or two is None:
        return Change()
    return Change(direction_between(one, two), before, now if is_later else None)


def direction_between(before: float, now: float) -> Direction:
    """Whether a number rose or fell."""
    return "up" if now > before else "down" if now < before else "unchanged"


def _direction(word: re.Match[str], better: str) -> Direction | None:
    kind = word.lastgroup
    if kind == "same":
        return "unchanged"
    if kind == "up":
        return "up"
    if kind == "down":
        return "down"
    if better not in ("up", "down"):
        return None
    return "up" if (better == "up") == (kind == "better") else "down"
