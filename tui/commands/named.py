"""What arguments name: councils, visits, documents and periods; one that there is not ends it.

A mistyped name that matched nothing would look like a council without findings.
"""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Never

from store.library import Library
from store.selection.days import NoDate, typed_range
from tui.commands.output import say

if TYPE_CHECKING:
    from store.model.council import Council


def council_known(given: str) -> "Council":
    """The council of any of its names; ends the command with 2 for one that there is not."""
    from store.parsing.councils import register

    council = register().named(given)
    if council is None:
        hint = _hint(given, (known.name for known in register().councils))
        _misused(f"There is no council {given!r}{hint}")
    return council


def council_held(library: Library, given: str) -> str:
    """The short name of a council that the library tells of.

    Ends the command with 2 for a name that no council bears, with 1 for a council of which the
    library holds nothing.
    """
    held = {card.name for card in library.councils} | {visit.council for visit in library.visits}
    if given in held:
        return given
    name = council_known(given).name
    if name not in held:
        say(f"The library holds no document about {name}.")
        sys.exit(1)
    return name


def visit_held(library: Library, key: str) -> str:
    """The key of a visit of the library; ends the command with 2 for another."""
    keys = [visit.key for visit in library.visits]
    if key not in keys:
        hint = _hint(key, keys)
        _misused(f"There is no visit {key!r} in the library{hint} `visits --json` has the keys.")
    return key


def document_held(library: Library, id: str) -> str:
    """The id of a document of the library; ends the command with 2 for another."""
    if id not in library.records:
        _misused(f"There is no document {id!r} in the library; see `documents`.")
    return id


def period_given(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Both ends of a period as ISO dates; ends the command with 2 for what is no date."""
    try:
        return typed_range(since or "", until or "")
    except NoDate as error:
        _misused(str(error))


def _hint(given: str, names: Iterable[str]) -> str:
    """The end of the sentence: what may have been meant."""
    from difflib import get_close_matches

    by_small = {name.casefold(): name for name in names}
    close = get_close_matches(given.casefold(), by_small, 1)
    return f"; did you mean {by_small[close[0]]}?" if close else "."


def _misused(words: str) -> Never:
    say(words)
    sys.exit(2)
