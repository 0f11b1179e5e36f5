"""Make the PDF and Word files of sample_docs from the texts in samples/.

    python tests/making/make_samples.py            # make all of them
    python tests/making/make_samples.py --check    # make nothing, report what would change

Needs the `samples` extra (reportlab, python-docx); the same versions give the same bytes. The
plain text, Markdown and HTML files of sample_docs are their own source and are not made here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sample_docx import write_docx
from sample_pdf import write_pdf
from sample_source import Sample, read_sample

SOURCES: Final = Path(__file__).parent / "samples"
TARGET: Final = Path(__file__).parents[2] / "sample_docs"
NOTE: Final = (
    "Retelling for demonstration: written for ofsted-tui from published facts. "
    "Not an Ofsted document and not a news report."
)
WRITERS: Final[dict[str, Callable[[Sample, Path], None]]] = {"pdf": write_pdf, "docx": write_docx}


def make(folder: Path) -> list[str]:
    """Make every sample in a folder; the names of the files."""
    names = []
    for source in sorted(SOURCES.glob("*.md")):
        sample = read_sample(source)
        if sample.blocks[0].text != NOTE:
            raise SystemExit(f"{source.name}: the first line must be: {NOTE}")
        WRITERS[sample.settings["form"]](sample, folder / sample.file_name)
        names.append(sample.file_name)
    return names


def differing() -> list[str]:
    """The files of sample_docs that making them anew would change."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        return [
            name
            for name in make(folder)
            if not (TARGET / name).exists()
            or (TARGET / name).read_bytes() != (folder / name).read_bytes()
        ]


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="report differences, write nothing")
    if parser.parse_args().check:
        changed = differing()
        print("\n".join(changed) or "all samples are as their sources make them")
        return 1 if changed else 0
    for name in make(TARGET):
        print(TARGET / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
