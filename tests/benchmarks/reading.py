"""Reading and parsing the real reports, beside pdftotext on the same files."""

import shutil
import subprocess
import sys

from tests.benchmarks.measure import Row, in_turn, write_results
from tests.conftest import SHARED

PROGRAM = """
import sys, resource
from pathlib import Path
from store.reading.failure import ReadingError
from store.reading.reader import read
from store.parsing import parse
for path in sys.argv[1:]:
    try:
        parse(read(Path(path)))
    except ReadingError:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def run() -> None:
    if not (SHARED / "corpus").is_dir() or not shutil.which("pdftotext"):
        print("reading: skipped, for there is no ../shared/corpus or no pdftotext")
        return
    files = sorted(str(path) for path in (SHARED / "corpus").rglob("*.pdf"))
    memory = 0

    def ours() -> None:
        nonlocal memory
        result = subprocess.run(
            [sys.executable, "-c", PROGRAM, *files], capture_output=True, text=True, check=True
        )
        memory = int(result.stdout)

    def reference() -> None:
        for file in files:
            subprocess.run(["pdftotext", file, "-"], capture_output=True, check=False)

    mine, theirs = in_turn(ours, reference, 3)
    write_results(
        "Reading and parsing",
        [
            Row(
                f"reading and parsing {len(files)} reports in one process, start included",
                f"{mine:.2f} s",
                f"pdftotext {theirs:.2f} s",
                "half of it",
                mine <= theirs / 2,
            ),
            Row("memory while doing so", f"{memory} MB", "", "300 MB", memory < 300),
        ],
    )


if __name__ == "__main__":
    run()
