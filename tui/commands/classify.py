"""Label sentences from standard input, as they come.

example: echo '{"id": "1", "text": "Caseloads are too high."}' | ofsted-tui classify
"""

import argparse
import os
import sys
from typing import Any

import msgspec

from store import paths
from store.findings.finder import Finder
from tui.commands.output import json_line, say

CHUNK = 1 << 16


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the only form there is; accepted")


def run(args: argparse.Namespace) -> int:
    finder = Finder(paths.themes_file())
    wrong = 0
    pending = b""
    source = sys.stdin.fileno()
    while chunk := os.read(source, CHUNK):
        *lines, pending = (pending + chunk).split(b"\n")
        wrong += _answer(lines, finder)
    wrong += _answer([pending], finder)
    return 1 if wrong else 0


def _answer(lines: list[bytes], finder: Finder) -> int:
    """Label what is whole so far; the number of lines that were not of the form."""
    asked: list[tuple[Any, str]] = []
    wrong = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
            if not isinstance(row["text"], str):
                raise TypeError("its text is no text")
            asked.append((row["id"], row["text"]))
        except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
            wrong += 1
            say(f'Not a line of the form {{"id": …, "text": …}}: {error}')
    labels = finder.classify([text for _, text in asked])
    for (id, _), label in zip(asked, labels, strict=True):
        json_line(
            {
                "id": id,
                "polarity": label.polarity,
                "themes": label.themes,
                "confidence": round(label.confidence, 3),
            }
        )
    return wrong
