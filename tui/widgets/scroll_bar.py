"""Where the thumb of a scroll bar stands, beside rows of any height."""

from typing import Final

THUMB: Final = "▐"
TRACK: Final = "│"


def thumb_lines(height: int, first: int, last: int, count: int, *, cut: bool) -> range | None:
    """The lines that the thumb covers; None where every row fits and there is no bar.

    Args:
        height: lines of the list.
        first: the first row in sight.
        last: the last row in sight.
        count: how many rows there are.
        cut: whether the first row begins above the list.
    """
    shown = last - first + 1
    if shown >= count and first == 0 and not cut:
        return None
    size = max(1, round(height * shown / count))
    room = height - size
    start = room if last == count - 1 else round(room * first / max(1, count - shown))
    return range(start, start + size)
