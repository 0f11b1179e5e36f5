"""Print what lets a shell complete commands, options and their values by the tab key.

Keep what is printed where your shell looks for it: for bash as
~/.local/share/bash-completion/completions/ofsted-tui, for zsh as _ofsted-tui in a folder of
$fpath, for fish as ~/.config/fish/completions/ofsted-tui.fish.

example: source <(ofsted-tui completions bash)
"""

import argparse
import sys
from typing import Final

SHELLS: Final = ("bash", "zsh", "fish")
FILES: Final = ("PATH", "FILE", "OUT", "FILE.jsonl")
FOLDERS: Final = ("FOLDER",)
"""What is asked for under these names are files and folders."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL")


def run(args: argparse.Namespace) -> int:
    sys.stdout.write(script(args.shell))
    return 0


def script(shell: str) -> str:
    """The completions of every command, as a script of that shell."""
    import shtab

    written = shtab.complete(_completed(), shell)
    if shell == "bash":
        # The first word may also be a file or folder to add: where no command fits, bash's own.
        written = written.replace("complete -o bashdefault -F", "complete -o default -F")
    return written if written.endswith("\n") else written + "\n"


def _completed() -> argparse.ArgumentParser:
    """All parsers, told which of their arguments are files, themes or groups of children."""
    import shtab

    from store import paths
    from store.findings.themes import vocabulary
    from tui.commands.parsers import walk, whole_parser

    themes = vocabulary(paths.themes_file(), phrases=False).names()

    whole = whole_parser()
    for parser in walk(whole):
        for action in parser._actions:
            if action.metavar in FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif action.metavar in FOLDERS:
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
            elif action.metavar == "THEME":
                action.choices = tuple(themes)
    return whole
