"""The corrections of this session as steps that can be undone and redone.

Every step is written to the library before it counts, in a thread, for another process may be
writing; the screens are told of it afterwards.
"""

import threading
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from store.library import CorrectionsError, Library, LibraryError
from store.model.correction import Correction, Labelled
from store.selection import citation
from tui.correction_words import opening, step_in_words


class Step(NamedTuple):
    """One correction in another's place; None stands for none."""

    old: Correction | None
    new: Correction | None
    words: str
    """What it did: "corrected to strength"."""
    documents: tuple[str, ...] = ()
    """The documents whose findings it changed."""

    @property
    def relabels(self) -> bool:
        """Whether a label is another now, not a note or flag alone."""
        before = self.old.said if self.old else self.new.labelled if self.new else None
        after = self.new.said if self.new else self.old.labelled if self.old else None
        return before != after

    @property
    def about(self) -> str:
        """The first words of the sentence."""
        told = self.new or self.old
        return opening(told.text) if told else ""


class CorrectionSteps:
    """What was done and undone. Its methods write: call them in a thread.

    They raise CorrectionsError, LibraryBusy, LibraryError or OSError where nothing was changed.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._lock = threading.Lock()

    def make(self, old: Correction | None, new: Correction | None) -> Step:
        """Keep a correction; what was undone before is forgotten."""
        with self._lock:
            if new is not None and new.is_empty:
                new = None
            step = self._write(Step(old, new, step_in_words(old, new)))
            self._done.append(step)
            self._undone.clear()
            return step

    def flag(self, document: str, index: int) -> Step:
        """Flag a sentence, or take its flag off."""
        old, begun = begin(self._library, document, index)
        return self.make(old, changed(begun, flagged=not begun.flagged))

    def undo(self) -> Step | None:
        """Take the last step back; None if there is none. The step as it was made is returned."""
        return self._turn(self._done, self._undone, back=True)

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; None if there is none."""
        return self._turn(self._undone, self._done, back=False)

    def _turn(self, source: list[Step], target: list[Step], *, back: bool) -> Step | None:
        with self._lock:
            if not source:
                return None
            step = source[-1]
            turned = step._replace(old=step.new, new=step.old) if back else step
            try:
                written = self._write(turned)
            except CorrectionsError:
                source.pop()  # another process decided otherwise: it cannot be turned any more
                raise
            source.pop()
            target.append(step)
            return step._replace(documents=written.documents)

    def _write(self, step: Step) -> Step:
        documents = self._library.corrections.replace(step.old, step.new)
        return step._replace(documents=tuple(documents))


def begin(library: Library, document: str, index: int) -> tuple[Correction | None, Correction]:
    """The correction a sentence has, if any, and one to start from.

    Raises:
        LibraryError: the document cannot be read, or has not so many sentences now.
    """
    read = library.as_kept(document)
    if index >= len(read.sentences):
        raise LibraryError("This document was read anew meanwhile; f5 shows it as it is now.")
    sentence = read.sentences[index]
    old = library.corrections.of(read).get(index)
    begun = old or library.corrections.blank(read, index)
    return old, msgspec.structs.replace(
        begun,
        labelled=Labelled(sentence.polarity, sentence.themes),
        place=citation(read, sentence),
    )


def changed(correction: Correction, **changes: object) -> Correction:
    """The correction with some fields changed, made now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return msgspec.structs.replace(correction, when=now, **changes)
