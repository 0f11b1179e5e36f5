"""Timing of whole processes and of functions: medians over runs, reference and ours in turn."""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"


@dataclass
class Row:
    """A line of the results: what was measured, ours, the reference, and what is to be reached."""

    what: str
    ours: str
    reference: str = ""
    target: str = ""
    reached: bool | None = None

    def markdown(self) -> str:
        mark = {True: "yes", False: "**no**", None: ""}[self.reached]
        return f"| {self.what} | {self.ours} | {self.reference} | {self.target} | {mark} |"


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def in_turn(
    ours: Callable[[], object], reference: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median seconds of both, run alternately so that the machine's moods hit both."""
    pairs = [(seconds(ours), seconds(reference)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def process(arguments: Sequence[str], env: dict[str, str] | None = None) -> float:
    """Seconds that a process takes, its output thrown away."""
    return seconds(
        lambda: subprocess.run(
            arguments,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(env or {})},
            check=False,
        )
    )


def machine() -> str:
    """The class of the machine, without its name."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in _lines("/proc/cpuinfo")
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores, {model}, Python {platform.python_version()}, {sys.platform}"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []


def write_results(section: str, rows: Sequence[Row], notes: Sequence[str] = ()) -> None:
    """Put a section's table into RESULTS.md, in the place of what it said before."""
    head = f"## {section}"
    body = [
        head,
        "",
        f"{date.today().isoformat()}, {machine()}.",
        "",
        "| what | measured | reference | to reach | reached |",
        "|---|---|---|---|---|",
        *(row.markdown() for row in rows),
        "",
        *(f"- {note}" for note in notes),
    ]
    text = RESULTS.read_text("utf-8") if RESULTS.exists() else "# Results of `make bench`\n"
    parts = text.split("\n## ")
    kept = [parts[0].rstrip()]
    for part in parts[1:]:
        if not f"## {part}".startswith(f"{head}\n"):
            kept.append("## " + part.rstrip())
    RESULTS.write_text("\n\n".join([*kept, "\n".join(body).rstrip()]) + "\n", "utf-8")
    for row in rows:
        print(f"{row.what}: {row.ours}   [{row.reference}]   {row.target}   {row.reached}")
