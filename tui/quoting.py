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
    another's, and "· letter not held" where only a letter could have it that is not held.

    What was cut off before it stands beside: "= exact, but “no” stands before it".
    """
    standing = checked.standing
    cut_off = checked.verdict.cut_off
    but = f", but “{cut_off}” stands before it" if cut_off else ""
    return f"{SIGNS.get(standing, NO_VERDICT)} {standing}{but}"


def changes_in_words(verdict: Verdict, most: int = 4) -> str:
    """The words that differ, the first few; those cut off before it are told with the verdict."""
    return changes.changes_in_words(verdict.difference, most)
