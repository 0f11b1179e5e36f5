"""Watch folders and keep what appears or changes in them, until interrupted.

example: ofsted-tui watch ~/Downloads/letters
"""

import argparse
import sys

from tui.commands.add import add
from tui.commands.common import absolute, add_json, add_library, open_library
from tui.commands.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument(
        "--poll", action="store_true", help="look again and again, as network folders need it"
    )
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from store.watching import watch

    folders = absolute(args.folders)
    for folder in folders:
        if not folder.is_dir():
            say(f"{folder} is no folder.")
            sys.exit(2)
    library = open_library(args)
    say(f"Watching {', '.join(str(folder) for folder in folders)}; ctrl+c ends it.")
    try:
        for files in watch(folders, poll=args.poll):
            add([str(file) for file in files], library, json=args.json)
    except KeyboardInterrupt:
        say("Stopped watching.")
    return 0
