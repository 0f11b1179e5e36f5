"""The `ofsted-tui` command. Textual is imported only when the app opens."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store import paths
from tui.commands import COMMANDS

if TYPE_CHECKING:
    import argparse


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, 1 (some files could not be read) or 2 (misused)."""
    given = list(sys.argv[1:] if argv is None else argv)
    _plug()
    try:
        command = bool(given) and given[0] in COMMANDS
        status = _subcommand(given[0], given[1:]) if command else _app(given)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # Whoever read our output has gone, as `| head` does: that is no fault.
        _forget_output()
        return 0
    except OSError as error:
        from store.refusal import refusal

        print(f"It cannot go on: {refusal(error)}.", file=sys.stderr)
        _forget_output()
        return 1
    except KeyboardInterrupt:
        return 130


def _plug() -> None:
    """Put nothing in the place of standard streams that are closed.

    The next file opened would take that place, and be written over with what is printed.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)  # the lowest that is free
            if handle != number:
                os.dup2(handle, number)
            setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", closefd=False))


def _forget_output() -> None:
    """Let what is still to be printed go nowhere, without another fault at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _subcommand(name: str, given: list[str]) -> int:
    from tui.commands.parsers import command_parser

    args = command_parser(name).parse_args(given)
    status: int = importlib.import_module(f"tui.commands.{name}").run(args)
    return status


def _app(given: list[str]) -> int:
    if not given:
        return _open(None, [], demo=False)  # without what reads arguments it opens sooner
    from tui.commands.parsers import app_parser

    args = app_parser().parse_args(given)
    if args.version:
        from tui.commands.versions import versions

        print(versions())
        return 0
    if args.where:
        return _where(args)
    added = list(args.paths)
    if args.demo:
        args.library = args.library or str(paths.demo_library_file())
        samples = paths.sample_docs()
        if samples is None:
            print("The sample documents are not installed here.", file=sys.stderr)
            return 1
        added.insert(0, str(samples))
    return _open(args.library, added, demo=args.demo)


def _open(library_path: str | None, added: list[str], *, demo: bool) -> int:
    from tui import served
    from tui.commands.common import library_at

    page = served.mode()
    only_read = served.TO_READ if page == "read" else None
    library = library_at(library_path, only_read)
    if page is None and not sys.stdout.isatty():
        from tui.commands.summary import print_summary

        status = 0
        if added:
            from tui.commands.add import add

            status = add(added, library)
        return print_summary(library) or status
    if added and not demo:  # the samples are there already, but for the first time
        from store.intake.processes import begin_loading

        begin_loading()
    import gc

    gc.disable()  # nothing of what is loaded now is garbage; the app enables it when it shows
    # Textual holds a frame back for up to a 60th of a second after the last one; a key that
    # leads to two or three frames is done sooner without. It reads this as it is imported.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # So many milliseconds it waits for what an escape begins; as it comes, 100.
    os.environ.setdefault("ESCDELAY", "25")
    from tui.app import open_app
    from tui.commands.common import absolute

    new = absolute(added)
    return open_app(library, new, demo=demo)


def _where(args: "argparse.Namespace") -> int:
    library = paths.library_file(args.library)
    rows = {
        "library": library,
        "documents": library.with_suffix(".documents"),
        "corrections": library.with_suffix(".corrections.json"),
        "index": library.with_suffix(".index"),
        "settings": paths.settings_file(),
        "themes": paths.themes_file(),
        "session": paths.session_file(),
        "demo library": paths.demo_library_file(),
        "sample documents": paths.sample_docs() or "not installed",
    }
    for name, path in rows.items():
        print(f"{name:<17} {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
