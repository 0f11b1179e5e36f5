"""A quotation that begins behind the word that turns it round: “supportive” of "not supportive".

Word for word it is exact, and yet the letter says the opposite. The word that does it is named
beside the verdict, unless the article has one of its own before the quotation marks.
"""

import re
from typing import Final

_NEGATORS: Final = (
    r"no|not|never|neither|nor|none|nobody|without|cannot|\w+n't|fewer|(?<!\ba )(?:few|little)"
    r"|hardly|barely|scarcely|rarely|seldom|unable|insufficient|absence"
    r"|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?"
)
_BETWEEN: Final = (
    r"a|an|the|any|all|of|in|to|be|been|being|yet|always|longer|sufficient|enough|much|many|very"
    r"|other|such|evidence|\w+ly"
)
"""What may stand between: "not yet always", "no evidence of", "not consistently"."""
_NEGATOR: Final = rf"(?<!or )(?:{_NEGATORS})\b(?! (?:only|just|merely|least)\b)"
"""No negation is in "a few", "a little", "whether or not", "not only"."""
_CUT_OFF: Final = re.compile(
    rf"(?<![\w'-])(?P<negator>{_NEGATOR})(?: (?:{_BETWEEN})\b)* ?[\"'(]*\Z", re.IGNORECASE
)
_TOLD: Final = re.compile(
    rf"(?<![\w'-])(?:{_NEGATOR}|den(?:y|ies|ied)|too few)(?![\w'-])", re.IGNORECASE
)
_LEADING_UP: Final = re.compile(r"[.;:!?]\s|\"")
"""What ends before the words that lead up to a quotation."""
_APOSTROPHES: Final = str.maketrans("‘’“”\u00a0\n", "''\"\"  ")
_BEFORE: Final = 120
"""Characters before a quotation that are looked at."""


def cut_off_before(passage: str, begin: int) -> str:
    """The word of a passage that turns round what begins at this place, as printed; or nothing."""
    first = max(0, begin - _BEFORE)
    match = _CUT_OFF.search(passage[first:begin].translate(_APOSTROPHES))
    return passage[first + match.start("negator") : first + match.end("negator")] if match else ""


def told_before(before: str) -> bool:
    """Whether an article says with its own words, which lead up to a quotation, what turns that
    round: 'staff do not “feel supported”'."""
    own = before[-_BEFORE:].translate(_APOSTROPHES).rstrip("\"'( ") + " "
    return _TOLD.search(_LEADING_UP.split(own)[-1]) is not None
