"""Corrections as the labelled JSON lines that training reads, and back from them.

A line has the keys of training data (`id`, `source`, `text`, `polarity`, `themes`) and, under
`correction`, all that another library needs to take it in. Where a reader left a note or flag
alone, `polarity` is null: training takes such a sentence as unlabelled.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from store.export.lines import Line
from store.export.written import write_whole
from store.library import Placed
from store.model.correction import Correction


class LoadedLine(msgspec.Struct, frozen=True):
    """A line of a file of exported corrections: what it says, or what is wrong with it."""

    number: int
    correction: Correction | None = None
    problem: str = ""


def correction_line(placed: Placed) -> Line:
    """What `corrections --json` prints of one: the correction and where it belongs now."""
    fields: Line = msgspec.to_builtins(placed.correction)
    said = placed.correction.said
    return {
        "document": placed.document,
        "sentence": placed.index,
        "orphaned": placed.orphaned,
        "reason": placed.reason or None,
        **fields,
        "from": msgspec.to_builtins(placed.correction.labelled),
        "to": msgspec.to_builtins(said),
    }


def training_line(correction: Correction) -> Line:
    """A correction as a line of training data. The path on this machine is left out."""
    said = correction.said
    whole = msgspec.structs.replace(
        correction,
        home=msgspec.structs.replace(correction.home, path="") if correction.home else None,
    )
    known = f"{correction.sha256}\n{correction.occurrence}\n{correction.text}"
    return {
        "id": hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        "source": _source(correction),
        "text": correction.text,
        "polarity": said.polarity if correction.corrects else None,
        "themes": list(said.themes) if correction.corrects else [],
        "correction": msgspec.to_builtins(whole),
    }


def _source(correction: Correction) -> str:
    """Council first, as in the training data: its sentences are kept together in every division."""
    home = correction.home
    if home is None:
        return correction.sha256[:16]
    if not home.councils:
        return home.name.replace("/", "_")
    council = home.councils[0].lower().replace(" ", "_").replace("/", "_")
    return f"{home.urn or 0}_{council}/{home.name.replace('/', '_')}"


def write_training_lines(
    file: Path, corrections: Iterable[Correction], *, over: bool = False
) -> int:
    """Write corrections to a file, whole or not at all; how many they are.

    Raises:
        ExportExists: the file is there and `over` does not allow to replace it.
        ExportError: it cannot be written; what was there before is intact.
    """
    lines = [msgspec.json.encode(training_line(correction)) + b"\n" for correction in corrections]
    write_whole(file, lambda fresh: fresh.write_bytes(b"".join(lines)), force=over, private=True)
    return len(lines)


def read_training_lines(file: Path) -> Iterator[LoadedLine]:
    """The corrections of an exported file, line by line.

    Raises:
        OSError: it cannot be read.
    """
    for number, line in enumerate(file.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            correction = msgspec.json.decode(line, type=_Line).correction
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield LoadedLine(number, problem=f"it is no exported correction ({error})")
            continue
        if correction.is_empty:
            yield LoadedLine(number, problem="it says nothing")
        else:
            yield LoadedLine(number, correction)


class _Line(msgspec.Struct):
    correction: Correction


class Joined(msgspec.Struct, frozen=True):
    """What loading would do: new ones, those already here, and those that say something else."""

    new: Sequence[Correction]
    same: Sequence[Correction]
    conflicts: Sequence[tuple[Correction, Correction]]
    """(of this library, of the file)."""
    unknown: Sequence[str] = ()
    """Themes that the user's vocabulary does not have."""


def join(own: Iterable[Correction], theirs: Iterable[Correction], themes: Iterable[str]) -> Joined:
    """Compare the corrections of a file with those of a library."""
    from store.library.known_corrections import identity

    known = {identity(correction): correction for correction in own}
    vocabulary = set(themes)
    new: list[Correction] = []
    same: list[Correction] = []
    conflicts: list[tuple[Correction, Correction]] = []
    unknown: dict[str, None] = {}
    for correction in theirs:
        unknown.update(dict.fromkeys(t for t in correction.themes or () if t not in vocabulary))
        key = identity(correction)
        mine = known.get(key)
        if mine is None:
            new.append(correction)
            known[key] = correction
        elif _says(mine) == _says(correction):
            same.append(correction)
        else:
            conflicts.append((mine, correction))
    return Joined(new, same, conflicts, tuple(unknown))


def _says(correction: Correction) -> tuple[object, ...]:
    themes = None if correction.themes is None else frozenset(correction.themes)
    return correction.polarity, themes, correction.note, correction.flagged
