"""Regular expressions that are compiled when a text first needs them.

Those of the figures are many and long: to compile them all on import takes longer than to read a
letter, and most documents need few of them. An app that only opens a library needs fewer still.
"""

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled once."""
    return re.compile(pattern, flags)
