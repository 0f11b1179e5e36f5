"""Look after the library's files: check, mend, back up, write out and take back.

example: ofsted-tui library check
         ofsted-tui library dump ~/ofsted.json
"""

import argparse
import sys
from pathlib import Path

from store import paths
from store.library import Library, LibraryBusy, LibraryError
from store.refusal import refusal
from tui.commands.common import add_json, add_library, open_library
from tui.commands.output import json_line, say, table

DEEDS = {
    "check": "tell every fault in words; exit status 1 if there is any",
    "repair": "mend what can be mended; what cannot be read is kept aside",
    "compact": "write the library's file anew without what is no longer needed",
    "backup": "keep the present state, or list what is kept (--list)",
    "restore": "put a backup back: the newest good one, or the one named",
    "dump": "write everything into FILE, one ordinary TinyDB file",
    "load": "make the library what FILE, written by dump, says",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    for name, words in DEEDS.items():
        deed = deeds.add_parser(name, help=words, description=words)
        add_library(deed)
        add_json(deed)
        if name == "backup":
            deed.add_argument("--list", action="store_true", help="list the backups, newest first")
        if name == "restore":
            deed.add_argument("name", nargs="?", metavar="BACKUP", help="its number or name")
        if name in ("dump", "load"):
            deed.add_argument("file", metavar="FILE", type=Path)
            deed.add_argument(
                "--force",
                action="store_true",
                help="replace FILE if it exists"
                if name == "dump"
                else "replace the documents that the library holds; they are kept as a backup",
            )


def run(args: argparse.Namespace) -> int:
    path = paths.library_file(args.library)
    try:
        if args.deed == "check":
            return _check(path, args.json)
        if args.deed == "repair":
            return _repair(path, args.json)
        if args.deed == "compact":
            return _compact(open_library(args), args.json)
        if args.deed == "backup":
            return _backup(path, args)
        if args.deed == "restore":
            return _restore(path, args)
        return _dump(args) if args.deed == "dump" else _load(args)
    except (LibraryBusy, LibraryError) as error:
        say(error)
        return 1


def _told(words: str, json: bool, **fields: object) -> None:
    if json:
        json_line(fields)
    else:
        say(words, stream=sys.stdout)


def _check(path: Path, json: bool) -> int:
    from store.library.check import check

    faults = check(path)
    for fault in faults:
        if json:
            json_line(fault)
        else:
            say(fault.message, stream=sys.stdout)
    if not json:
        count = f"{len(faults)} fault{'s' if len(faults) != 1 else ''}"
        say(f"{path}: {count if faults else 'no fault'}.", stream=sys.stdout)
    return 1 if faults else 0


def _repair(path: Path, json: bool) -> int:
    from store.library.repair import repair

    done = 0
    for words in repair(path):
        done += 1
        _told(words, json, done=words)
    if not done and not json:
        say("There was nothing to mend.", stream=sys.stdout)
    return _check(path, json)


def _compact(library: Library, json: bool) -> int:
    from store.library.compaction import compact

    before, after = compact(library)
    words = f"{before:,} bytes before, {after:,} now."
    _told(words, json, before=before, after=after)
    return 0


def _backup(path: Path, args: argparse.Namespace) -> int:
    from store.library.backups import backups_of, take_backup

    if args.list:
        backups = backups_of(path)
        if args.json:
            for backup in backups:
                json_line(
                    {
                        "backup": backup.name,
                        "taken": backup.taken,
                        "documents": backup.documents,
                        "path": str(backup.path),
                    }
                )
        else:
            rows = [(b.name, b.taken, b.documents, str(b.path)) for b in backups]
            table(("backup", "taken", "documents", "folder"), rows, right=("documents",))
        return 0
    library = open_library(args)
    with library.changing():
        try:
            kept = take_backup(path)
        except OSError as error:
            raise LibraryError(f"No backup could be taken: {refusal(error)}.") from error
    _told(f"Kept as {kept}.", args.json, backup=kept.name, path=str(kept))
    return 0


def _restore(path: Path, args: argparse.Namespace) -> int:
    from store.library.restore import restore

    backup, kept = restore(path, args.name)
    words = f"The backup {backup.name} ({backup.documents:,} documents) was put back. {kept}"
    _told(words, args.json, backup=backup.name, documents=backup.documents)
    return 0


def _dump(args: argparse.Namespace) -> int:
    from store.library.dump import dump

    if args.file.exists() and not args.force:
        raise LibraryError(f"{args.file} exists; --force replaces it.")
    count = dump(open_library(args), args.file)
    _told(f"{count:,} documents written to {args.file}.", args.json, documents=count)
    return 0


def _load(args: argparse.Namespace) -> int:
    from store.library.dump import load

    library = open_library(args)
    if len(library) and not args.force:
        raise LibraryError(
            f"The library holds {len(library):,} documents; --force replaces them by those of "
            f"{args.file} (they are kept as a backup)."
        )
    count = load(library, args.file)
    _told(f"The library has the {count:,} documents of {args.file}.", args.json, documents=count)
    return 0
