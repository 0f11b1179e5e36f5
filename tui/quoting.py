"""Verdicts on quotations in words and signs, for screens and for the command line."""

from typing import Final

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


def change_in_words(change: tuple[str, str, str]) -> str:
    """ "“frontline” for “front-line”", first the newspaper's words."""
    operation, theirs, ours = change
    if operation == "replace":
        return f"“{theirs}” for “{ours}”"
    return f"“{theirs}” is added" if operation == "delete" else f"“{ours}” is left out"


def changes_in_words(verdict: Verdict, most: int = 4) -> str:
    """The words that differ, the first few."""
    told = [change_in_words(change) for change in verdict.difference]
    more = f"; {len(told) - most} more" if len(told) > most else ""
    return "; ".join(told[:most]) + more
