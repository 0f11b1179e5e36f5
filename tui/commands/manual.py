"""Print the manual page of ofsted-tui and all its commands, in the form that `man` reads.

example: ofsted-tui manual > ~/.local/share/man/man1/ofsted-tui.1
         ofsted-tui manual | man -l -
"""

import argparse
import sys
from typing import Final

import store

SECTIONS: Final = {
    "exit status": """.TP
0
all well
.TP
1
some files could not be read (the others were), or the command found fault
.TP
2
the command was used wrongly
.TP
130
interrupted; what was done is kept""",
    "environment": """.TP
OFSTED_TUI_LIBRARY
the library's file or folder, unless \\-\\-library says otherwise
.TP
OFSTED_TUI_CONFIG
the folder of settings.toml and themes.toml
.TP
OFSTED_TUI_STATE
the folder in which the app keeps where you were
.TP
OFSTED_TUI_THEME
the colours: dark, light or contrast
.TP
OFSTED_TUI_WORKERS
how many processes read files
.TP
OFSTED_TUI_SITE
the address that fetch asks, unless \\-\\-site says otherwise
.TP
NO_COLOR
if set, nothing is coloured""",
    "files": """What lies where on this machine is told by
.B ofsted\\-tui \\-\\-where""",
}
"""What the page says beside the commands, in roff."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(args: argparse.Namespace) -> int:
    sys.stdout.write(page())
    return 0


def page() -> str:
    """The manual page, as roff."""
    from argparse_manpage.manpage import Manpage

    from tui.commands.parsers import walk, whole_parser

    whole = whole_parser()
    for parser in walk(whole):
        if parser.epilog:  # the library leaves it out
            parser.description = f"{parser.description}\n\n{parser.epilog}"
            parser.epilog = None
    data = {
        "version": store.__version__,
        "project_name": whole.prog,
        "description": "read what Ofsted says about children's services",
        "manual_title": "User commands",
    }
    made = Manpage(whole, data, format="single-commands-section")
    for heading, roff in SECTIONS.items():
        made.add_section(heading, "=", roff)
    return str(made)
