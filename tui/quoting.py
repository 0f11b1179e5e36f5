"""Verdicts on quotations in words and signs, for screens and for the command line."""

from typing import Final

from store.checking import changes
from store.checking.articles import CheckedQuotation
from store.checking.verdicts import Verdict

SIGNS: Final = {"exact": "=", "altered": "~", "not found": "?"}
"""A sign for each verdict, so that none is told by colour alone."""
NO_VERDICT: Final = "·"
"""The sign of what has none."""


def verdict_in_words(checked: CheckedQuotation) -> str:
    """ "= exact", "~ altered", "? not found"; without a verdict "· own words" of a council's or
    another's, and "· letter not held" where only a letter could have it that is not held."""
    standing = checked.standing
    return f"{SIGNS.get(standing, NO_VERDICT)} {standing}"


def changes_in_words(verdict: Verdict, most: int = 4) -> str:
    """The words that differ, the first few."""
    return changes.changes_in_words(verdict.difference, most)
