"""The `ofsted-tui` command. Textual is imported only when the app opens."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from store import paths
from tui.commands import COMMANDS

_EPILOG = """commands (each with --help):
{commands}

With no command the app opens on your library; PATHs are added to it first.
Nothing leaves this machine.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, 1 (some files could not be read) or 2 (misused)."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        if given and given[0] in COMMANDS:
            return _subcommand(given[0], given[1:])
        return _app(given)
    except BrokenPipeError:
        # Whoever read our output has gone, as `| head` does: that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _subcommand(name: str, given: list[str]) -> int:
    module = importlib.import_module(f"tui.commands.{name}")
    summary, _, example = (module.__doc__ or "").strip().partition("\n\n")
    parser = argparse.ArgumentParser(
        prog=f"ofsted-tui {name}",
        description=summary,
        epilog=example,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.arguments(parser)
    status: int = module.run(parser.parse_args(given))
    return status


def _app(given: list[str]) -> int:
    listed = "\n".join(f"  {name:<11} {words}" for name, words in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="ofsted-tui",
        description="Read what Ofsted says about children's services, in a terminal.",
        epilog=_EPILOG.format(commands=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders to add first")
    parser.add_argument("--library", metavar="PATH", help="the library's file or folder")
    parser.add_argument("--demo", action="store_true", help="open the sample documents instead")
    parser.add_argument("--where", action="store_true", help="print every path that is used")
    parser.add_argument("--version", action="store_true", help="print the versions and end")
    args = parser.parse_args(given)
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
    from tui.commands.common import open_library

    page = served.mode()
    only_read = served.TO_READ if page == "read" else None
    library = open_library(argparse.Namespace(library=library_path), only_read)
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
    from tui.app import open_app

    new = [Path(path).expanduser() for path in added]
    return open_app(library, new, demo=demo)


def _where(args: argparse.Namespace) -> int:
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
