"""What differs between a quotation and its source, in words."""

from collections.abc import Sequence

from store.checking.alignment import Change


def change_in_words(change: Change) -> str:
    """ "“frontline” for “front-line”", first the newspaper's words."""
    operation, theirs, ours = change
    if operation == "replace":
        return f"“{theirs}” for “{ours}”"
    return f"“{theirs}” is added" if operation == "delete" else f"“{ours}” is left out"


def changes_in_words(changes: Sequence[Change], most: int | None = None) -> str:
    """The changes, or the first few and how many more there are."""
    told = "; ".join(change_in_words(change) for change in changes[:most])
    left = 0 if most is None else len(changes) - most
    return f"{told}; {left} more" if left > 0 else told


def cut_off_in_words(cut_off: str) -> str:
    """ "“no” stands before it in the document"; nothing where nothing was cut off."""
    return f"“{cut_off}” stands before it in the document" if cut_off else ""


def differences_in_words(
    changes: Sequence[Change], cut_off: str = "", most: int | None = None
) -> str:
    """The changes and what was cut off before the quotation; nothing where there is neither."""
    told = (changes_in_words(changes, most), cut_off_in_words(cut_off))
    return "; ".join(words for words in told if words)
