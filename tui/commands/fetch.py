"""Download a council's documents from Ofsted's reports site and keep those the library lacks.

This is the only command that uses the network. It asks for one thing at a time, with pauses.

example: ofsted-tui fetch Tameside Dudley --list
"""

import argparse
import os
import sys
from collections import Counter

import msgspec

from store import paths
from store.model.dates import in_words
from tui.commands.common import add_json, add_library, open_library
from tui.commands.named import council_known
from tui.commands.numbers import amount
from tui.commands.output import json_line, say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("councils", nargs="+", metavar="COUNCIL", help="any of its names")
    parser.add_argument("--list", action="store_true", help="say what there is, download nothing")
    parser.add_argument(
        "--into", metavar="FOLDER", help="where files go (else a folder beside the library)"
    )
    parser.add_argument(
        "--site",
        metavar="ADDRESS",
        default=os.environ.get("OFSTED_TUI_SITE"),
        help="the reports site (else OFSTED_TUI_SITE, else Ofsted's)",
    )
    parser.add_argument(
        "--delay", type=amount(0), default=2.0, metavar="SECONDS", help="between requests (2)"
    )
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from store.fetching.council_documents import SITE, fetch
    from store.fetching.polite import Guest, Manners

    councils = [council_known(name) for name in args.councils]
    library = open_library(args)
    folder = paths.expanded(args.into) if args.into else library.path.parent / "fetched"
    counts: Counter[str] = Counter()
    got: list[str] = []
    manners = Manners(delay=args.delay)
    with Guest(paths.cache_dir() / "pages", manners) as guest:
        site = args.site or SITE
        for step in fetch(councils, library, guest, folder, site, list_only=args.list):
            counts[step.step] += 1
            if step.path is not None:
                got.append(str(step.path))
            if args.json:
                path = str(step.path) if step.path else None
                json_line({**msgspec.structs.asdict(step), "path": path})
                continue
            what = f"{step.council}: {step.title}" if step.title else step.council
            day = f", {in_words(step.date)}" if step.date else ""
            say(f"{what}{day}: {step.message or step.step}")
    if got:
        from tui.commands.add import add

        failed = add(got, library, json=args.json)
    else:
        failed = 0
    if not args.json:
        words = [f"{count} {step}" for step, count in counts.items()]
        say(", ".join(words) or "nothing found", stream=sys.stdout)
    return 1 if counts["failed"] or failed else 0
