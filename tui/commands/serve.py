"""Serve the app in a web page, for colleagues without a terminal.

Only this machine can open the page unless another --host is given, which needs a --token.
Visitors can read; with --write they can correct labels too. No file leaves through the page.

example: ofsted-tui serve --port 8000
"""

import argparse
import os
import sys

from store import paths
from store.refusal import refusal
from tui.commands.common import add_library, open_library
from tui.commands.numbers import amount, whole
from tui.commands.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (this machine only)")
    parser.add_argument("--port", type=whole(1, 65535), default=8000, help="where to listen (8000)")
    parser.add_argument(
        "--token",
        default=os.environ.get("OFSTED_TUI_TOKEN"),
        help="what visitors must know (else OFSTED_TUI_TOKEN)",
    )
    parser.add_argument("--write", action="store_true", help="let visitors correct labels")
    parser.add_argument("--sessions", type=whole(1), default=8, metavar="N", help="at once (8)")
    parser.add_argument(
        "--idle",
        type=amount(0.1),
        default=30.0,
        metavar="MINUTES",
        help="until an unused one ends (30)",
    )
    add_library(parser)


def run(args: argparse.Namespace) -> int:
    try:
        from tui.serving.access import is_loopback
        from tui.serving.server import PageServer
    except ImportError as error:
        say(f"Serving needs the extra “serve” ({error}): pip install 'ofsted-tui[serve]'.")
        return 1
    token = args.token or None
    if not is_loopback(args.host):
        if token is None:
            say(f"{args.host} can be reached by others: give a --token that visitors must know.")
            sys.exit(2)
        if len(token) < 16:
            say("The token is shorter than 16 characters: others could guess it.")
            sys.exit(2)
        say(
            "Warning: others on the network can reach this. The connection is not encrypted; put "
            "a web server with TLS in front of it where that matters."
        )
    open_library(args)  # tells now what is wrong with it
    server = PageServer(
        paths.library_file(args.library).absolute(),
        host=args.host,
        port=args.port,
        token=token,
        write=args.write,
        most=args.sessions,
        idle=args.idle * 60,
    )
    end = "/?token=…" if token else "/"
    say(f"Serving on http://{args.host}:{args.port}{end}; ctrl+c ends it.")
    try:
        server.serve()
    except OSError as error:
        say(f"It cannot listen on {args.host}:{args.port}: {refusal(error)}.")
        return 1
    return 0
