"""Verdicts on quotations in words and signs, for screens and for the command line."""

from typing import Final

from store.checking import changes
from store.checking.articles import CheckedQuotation
from store.checking.verdicts import Verdict

SIGNS: Final = {"exact": "=", "altered": "~", "not found": "?"}
"""A sign for each verdict, so that none is told by colour alone."""
OWN_WORDS: Final = "· own words"


def verdict_in_words(checked: CheckedQuotation) -> str:
    """ "= exact", "~ altered", "? not found", or "· own words" of a council's or another's."""
    if checked.own_words:
        return OWN_WORDS
    return f"{SIGNS[checked.verdict.verdict]} {checked.verdict.verdict}"


def changes_in_words(verdict: Verdict, most: int = 4) -> str:
    """The words that differ, the first few."""
    return changes.changes_in_words(verdict.difference, most)
