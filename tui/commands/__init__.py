"""The subcommands of `ofsted-tui`, each in a module of its own that is loaded when it is asked for.

A module has `arguments(parser)`, `run(args) -> int` and a docstring whose first line is its help
and whose rest is its example.
"""

from typing import Final

COMMANDS: Final[dict[str, str]] = {
    "parse": "read files and print what they say, keeping nothing",
    "add": "read files and folders and keep them in the library",
    "watch": "keep what appears in a folder, until interrupted",
    "fetch": "download a council's documents from Ofsted's site, and keep them",
    "councils": "list the councils of the library",
    "visits": "list the visits of the library",
    "documents": "list the documents of the library",
    "findings": "list findings, filtered by council, theme, polarity and more",
    "journey": "one council over time: themes, judgements, figures, repeats",
    "compare": "two visits of one council, or two councils, theme by theme",
    "search": "search every sentence of the library, the best first",
    "relabel": "label the library's findings anew, with the model of this version",
    "export": "write a briefing, a table or a picture of what is selected",
    "quotations": "check the quotations of articles against the letters and reports held",
    "serve": "serve the app in a web page",
    "coverage": "lay articles beside the letters they report on: what they quote and leave out",
    "themes": "list all councils by themes: where is workforce a concern",
    "corrections": "list your corrections, export them, take a colleague's in",
    "remove": "take documents out of the library",
    "library": "check, repair, compact, backup, restore, dump or load the library",
    "classify": "label sentences from standard input",
    "manual": "print the manual page, for `man`",
    "completions": "print what lets a shell complete commands and options",
}
"""Name -> what it does, in the order in which help lists them."""
