"""What a concern finds wrong, whatever it finds it of: late, uneven, missing, not recorded."""

import re
from functools import cache
from typing import Final

from store.repeats.words import LONGEST

_WORDS: Final = {
    "~late": r"delay\w*|drift\w*|slow\w*|timel\w+|untimely|later?|too long|wait\w*|backlogs?"
    r"|quick\w*|prompt\w*|swift\w*|soon|overdue|timescales?|in time|on time|protracted|hours"
    r"|pace|urgency",
    "~uneven": r"inconsisten\w+|consisten\w+|vari(?:a\w+|e[sd])|vary|mixed|uneven|poor|weak\w*"
    r"|not (?:yet )?(?:sufficiently |always )?(?:good|robust|effective)|ineffective\w*"
    r"|good enough|inadequate|quality|robust\w*|rigou?r\w*|not (?:all )?(?:\w+ )?effective"
    r"|strengthen|improve\w*|embed\w*|underdeveloped|well developed",
    "~missing": r"(?:do|does|did|are|is|has|have|had|were|was) not (?:always |yet |routinely "
    r"|consistently |all )?(?:been )?(?:receiv|hav|held|tak|offered|provided|complet|undertaken"
    r"|conven|benefit|get|given|identified|considered|allocated|used|promoted|invited)\w*"
    r"|not all|without|absen\w+|lack\w*|missed|gaps?|too few|take-?up",
    "~stale": r"up.to.date|updat\w+|out of date|change in|circumstances? change|changes? (?:in|to)"
    r"|reviewed",
    "~vague": r"specific\w*|measur\w+|vague|clear\w*|unclear|clarity|generic|time.?bound|smart"
    r"|outcome.focused|focus\w*|detail\w*|brief|contingenc\w+",
    "~unrecorded": r"record\w*|document\w*|evidenced|files?|written|reflected",
    "~high": r"high|too many|increas\w+|workloads?|caseloads?|excessive",
    "~seldom": r"frequen\w+|regular\w*|gaps",
    "~shallow": r"analy\w+|descriptive|superficial|depth|curiosity|cursory|evaluat\w+"
    r"|understand\w*",
    "~unaware": r"aware\w*|do not know|did not know|unaware|inform\w*|entitlements?|understand\w*",
    "~turnover": r"turnover|churn|instability|stability"
    r"|changes? (?:of|in) (?:their )?(?:social )?(?:worker|staff)s?",
    "~scarce": r"shortage\w*|sufficien\w+|insufficient|enough|limited|choice|availab\w+|capacity"
    r"|recruit\w*",
    "~unchallenged": r"challeng\w+|escalat\w+|scrutin\w+|grip|oversight|rationale",
    "~unsafe": r"risk\w*|harm\w*|neglect\w*|unsafe|safe",
}
"""Name (with a mark that no word has), and the words that speak of it, for good or ill: of a
concern it is known that it speaks for ill."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Compiled when the first sentence is compared, for opening the app must not wait for it."""
    return {name: re.compile(rf"\b(?:{words})\b") for name, words in _WORDS.items()}


def weaknesses(text: str) -> frozenset[str]:
    """What a sentence finds wrong, if it is a concern."""
    lower = text[:LONGEST].lower()
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(lower))
