"""Files to library: found in folders, read and labelled in worker processes, kept one by one.

    answers(files, readers)             reads, keeps nothing
    take_in(files, library, finder)     reads and keeps, one outcome a file

Importing this loads neither the parsers nor the classifier: where workers do the reading, only
they need them.
"""

from store.intake.answers import Answer, answers
from store.intake.files import files_under
from store.intake.outcome import Outcome, OutcomeStatus
from store.intake.reading import Here, Readers, read_document
from store.intake.taking import in_turn, take_in
from store.intake.workers import Workers, worker_count

__all__ = [
    "Answer",
    "Here",
    "Outcome",
    "OutcomeStatus",
    "Readers",
    "Workers",
    "answers",
    "files_under",
    "in_turn",
    "read_document",
    "take_in",
    "worker_count",
]
