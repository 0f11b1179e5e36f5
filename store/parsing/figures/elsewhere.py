"""Numbers that are not the council's own as they are: England's, neighbours', targets, wishes."""

from typing import Final

from store.parsing.figures.shape import Shape
from store.patterns import compiled

OTHERS: Final = (
    r"\b(?:national|nationally|england|english|statistical|neighbours?|comparators?|comparable|benchmark"
    r"|(?:similar|other) (?:local )?(?:authorit|council)\w*|(?:authorities|councils) rated"
    r"|target(?! range)|country|region\w*"
    r"|threshold|all (?:children|pupils))\b"
)
_ELSEWHERE_AFTER: Final = (
    r"(?:(?!\b(?:against|compar|than|while|but|and)\b)[^#§,;()]){0,22}\b(?:nationally|(?:for|in"
    r"|across) england|for all (?:children|pupils)|of"
    r" all pupils"
    r"|for (?:\S+ )?(?:councils|authorities)|in the country"
    r"|(?:for|in|of|among) (?:\S+ )?(?:statistical|similar|comparable|comparator|neighbouring)"
    r"|national(?:ly)?\b|for similar|target\b)"
)
_THAN_AVERAGE: Final = r"\bthan (?:the|an) average (?:range )?of (?:between )?$"
_ELSEWHERE_FIRST: Final = (
    r"(?:^|[;.] )(?:nationally|(?:in|across) (?:england|the country)),? "
    r"(?:(?!\b(?:but|while|whereas|although|compar\w+|than|locally|here|its|their|our|this|council"
    r"|authority|borough|county|city|(?:in|at|for|across) (?!care\b|need\b|_|[#§]|the same\b))\b)"
    r"[^;.])*$"
)
"""A sentence of which all is told of the country, until it turns to a place."""
_OWN_AFTER: Final = (
    r"\b(?:behind|below|above|outside|exceed(?:s|ing)?|(?:better|worse|higher|lower|longer"
    r"|shorter) than)"
    r" (?:the )?(?:national|england|english)[^#§¤;]{0,40}?,? with (?:(?!than\b)[^#§¤;]){0,50}$"
)
"""What leads from England's to the council's own: "is behind national rates, with 31"."""
_WITH_ANOTHER: Final = r"§ and $"
_CHANGES: Final = (
    r"(?:reduc|cut|bring|brought|lower|decreas|increas|rais|improv|grow|halv|mov|driv|fall|ris|drop"
    r"|get|limit|keep|achiev|reach|push|com)(?:ed?|ing|e|en)?"
)
_HOPED: Final = (
    rf"\b(?:(?:wants?|wanted|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|pledged?"
    r"|promis\w+|intend\w*|intentions?|seek(?:s|ing)?|expect\w*|aspir\w+|ambitions?|targets?|goals?"
    r"|commit\w+|need(?:s|ed)?|asked|propos\w+|would like)(?: [\w'-]+){0,4}? to"
    rf"|\b(?:going|working|trying|looking) to|will|would|should|must)"
    rf" (?:(?:be|\w+ly|further) )?{_CHANGES} "
    r"(?:(?!\b(?:which|is|are|was|were|has|have|had|now|and)\b)[^#§¤;,.]){0,80}"
    r"\b(?:to|below|under|than|above) (?:\w+ ){0,2}$"
)
"""What leads to a number that is hoped for, and not reached: "it wants to cut vacancies to 9%"."""
_WILL_BE: Final = (
    rf"\b(?:will|would|should|could) (?:then |also |soon )?(?:be (?:down|up|{_CHANGES})|fall|drop"
    rf"|rise"
    rf"|stand|reach)(?: (?:to|at|by|further|back|again|about|around|just|under|over))* $"
)
"""What leads to a number that is still to come."""


def is_elsewhere(shape: Shape, place: int) -> bool:
    """Whether a number is of England, of neighbours or a target, and not of this council."""
    text = shape.text
    listed = compiled(_WITH_ANOTHER).search(text, max(0, place - 8), place)
    if listed and listed.start() in shape.numbers and is_elsewhere(shape, listed.start()):
        return True
    apart = text[:place].replace("# or more", "  or more")
    start = max(apart.rfind(sign) for sign in "#§¤^;(,") + 1
    others = compiled(OTHERS).search(text, max(start, place - 90), place)
    if others and not compiled(_OWN_AFTER).search(text, max(start, place - 110), place):
        return True
    if compiled(_ELSEWHERE_FIRST).search(text, 0, place):
        return True
    opened = text[start - 1 : start] == "("
    if opened and compiled(OTHERS).search(text, max(0, start - 22), start):
        return True
    if compiled(_THAN_AVERAGE).search(text, max(0, place - 60), place):
        return True
    return bool(compiled(_ELSEWHERE_AFTER).match(text, place + 1))


def is_hoped(shape: Shape, place: int) -> bool:
    """Whether a number is what somebody wants, and not what is."""
    return bool(
        compiled(_HOPED).search(shape.text, max(0, place - 140), place)
        or compiled(_WILL_BE).search(shape.text, max(0, place - 60), place)
    )
