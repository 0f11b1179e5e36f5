"""The subcommands of `ofsted-tui`, each in a module of its own that is loaded when it is asked for.

A module has `arguments(parser)`, `run(args) -> int` and a docstring whose first line is its help
and whose rest is its example.
"""

from typing import Final

COMMANDS: Final[dict[str, str]] = {
    "parse": "read files and print what they say, keeping nothing",
    "add": "read files and folders and keep them in the library",
    "councils": "list the councils of the library",
    "visits": "list the visits of the library",
    "documents": "list the documents of the library",
    "findings": "list findings, filtered by council, theme, polarity and more",
    "search": "search every sentence of the library, the best first",
    "relabel": "label the library's findings anew, with the model of this version",
    "quotations": "check the quotations of articles against the letters and reports held",
    "classify": "label sentences from standard input",
}
"""Name -> what it does, in the order in which help lists them."""
