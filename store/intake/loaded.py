"""Loading this loads all that reading a PDF takes: a worker forked off afterwards has it.

It is imported in the process from which workers are forked, never in the app's own. The
libraries for web pages and Word files, which take as long again, are left to the workers that
meet one.
"""

import gc
import importlib
from typing import Final

from store.intake.confinement import silence
from store.intake.reading import finder_of
from store.model.document import Source
from store.model.line import Line
from store.parsing import parse
from store.reading.reader import Reading

_LETTER: Final = (
    "12 March 2020",
    "Dear Ms Smith",
    "Monitoring visit of Tameside children’s services",
    "This letter summarises the findings of the visit on 11 March 2020.",
    "Social workers’ caseloads are too high, at 25 children.",
    "Yours sincerely",
)


def _rehearse() -> None:
    """Read a letter through to its labels: much is made ready at first use only."""
    for name in ("pebble", "pypdfium2", "store.intake.processes", "store.reading.pdf"):
        importlib.import_module(name)
    lines = tuple(Line(text, 1, gap=True) for text in _LETTER)
    source = Source("letter.txt", "letter.txt", "text/plain", "0" * 64, 0)
    finder_of(None).find(parse(Reading(source, lines)))


silence()  # what a library prints would stand across the app's screen
_rehearse()
gc.freeze()  # a worker that looked for garbage in all this would copy every page of it
