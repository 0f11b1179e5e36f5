"""All measurements, or those named: `python -m tests.benchmarks reading first_frame`."""

import importlib
import sys

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

for name in sys.argv[1:] or ALL:
    importlib.import_module(f"tests.benchmarks.{name}").run()
