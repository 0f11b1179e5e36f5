"""All measurements, or those named: `python -m tests.benchmarks reading first_frame`."""

import compileall
import importlib
import sys
from pathlib import Path

ALL = (
    "reading",
    "intake",
    "cluster",
    "first_frame",
    "classifier",
    "figures",
    "quotations",
    "repeats",
    "over_time",
    "overviews",
    "library",
    "scale",
    "search",
    "keys",
)

# As installed: pip and `make` compile the modules, and a developer may have forbidden Python to.
for package in ("store", "tui"):
    compileall.compile_dir(Path(__file__).parents[2] / package, quiet=1)
for name in sys.argv[1:] or ALL:
    importlib.import_module(f"tests.benchmarks.{name}").run()
