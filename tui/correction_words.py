"""What screens and commands say of corrections: signs with words, labels, steps."""

from typing import Final

from store.model.correction import Correction, Labelled

CORRECTED: Final = "✎"
FLAGGED: Final = "⚑"


def label_in_words(label: Labelled, names: dict[str, str]) -> str:
    """ "concern · workforce, caseloads"; the polarity alone where there is no theme."""
    themes = ", ".join(names.get(theme, theme) for theme in label.themes)
    return f"{label.polarity} · {themes}" if themes else label.polarity


def change_in_words(correction: Correction, names: dict[str, str]) -> str:
    """ "neutral → concern · workforce"; "confirmed: concern"; "as labelled" for a note alone."""
    before, after = correction.labelled, correction.said
    if not correction.corrects:
        return f"as labelled: {label_in_words(before, names)}"
    if before.polarity == after.polarity and set(before.themes) == set(after.themes):
        return f"confirmed: {label_in_words(after, names)}"
    return f"{label_in_words(before, names)} → {label_in_words(after, names)}"


def marks(corrected: bool, flagged: bool, note: str) -> list[str]:
    """The signs of a corrected sentence, each with its word."""
    told = []
    if corrected:
        told.append(f"{CORRECTED} corrected")
    elif note:
        told.append(f"{CORRECTED} note")
    if flagged:
        told.append(f"{FLAGGED} flagged")
    return told


def step_in_words(old: Correction | None, new: Correction | None) -> str:
    """What a step did: "corrected to concern", "flag set", "correction taken back"."""
    if new is None:
        return "correction removed"
    parts = []
    said = new.said
    before = old.said if old else new.labelled
    was_themes = set(before.themes)
    if said.polarity != before.polarity:
        parts.append(f"corrected to {said.polarity}")
    if set(said.themes) != was_themes:
        parts.append("themes corrected")
    if not parts and new.corrects and not (old and old.corrects):
        parts.append("label confirmed")
    if not parts and old and old.corrects and not new.corrects:
        parts.append("as labelled again")
    if new.note != (old.note if old else ""):
        parts.append("note written" if new.note else "note removed")
    if new.flagged != bool(old and old.flagged):
        parts.append("flagged" if new.flagged else "flag removed")
    return ", ".join(parts) or "corrected"


def opening(text: str, most: int = 40) -> str:
    """The first words of a sentence in quotation marks, to tell it by."""
    words = " ".join(text[: most * 4].split())
    if len(words) <= most:
        return f"“{words}”"
    return f"“{words[:most].rsplit(' ', 1)[0]} …”"
