"""Take documents out of the library. The files that they were read from stay.

example: ofsted-tui remove 89fcd2da0d1324ee
"""

import argparse
import sys

from store.library import LibraryBusy, LibraryError
from tui.commands.common import add_library, open_library
from tui.commands.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="as `ofsted-tui documents` lists them")
    add_library(parser)


def run(args: argparse.Namespace) -> int:
    library = open_library(args)
    unknown = removed = 0
    try:
        with library.changing():
            for id in dict.fromkeys(args.ids):
                if id in library.records:
                    library.remove(id)
                    removed += 1
                else:
                    say(f"The library has no document {id}.")
                    unknown += 1
    except (LibraryBusy, LibraryError) as error:
        say(error)
        return 1
    say(f"{removed} removed", stream=sys.stdout)
    return 1 if unknown else 0
