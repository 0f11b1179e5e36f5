"""How wide the columns of a table are: as wide as what stands in them, as far as there is room."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len


def needed(head: str, cells: Iterable[str]) -> int:
    """Cells that a column needs for its heading, of any lines, and all that stands in it."""
    return max(cell_len(words) for words in (*head.split("\n"), *cells))


def widened(widths: Sequence[int], wishes: Iterable[tuple[int, int]], room: int) -> tuple[int, ...]:
    """Columns of these widths, widened as far as there is room for more.

    Args:
        widths: the least of each column; kept where there is not even room for these.
        wishes: column and the width it would have, those first that matter most.
        room: cells of all columns together.
    """
    given = list(widths)
    left = max(0, room - sum(given))
    for column, wanted in wishes:
        more = min(left, max(0, wanted - given[column]))
        given[column] += more
        left -= more
    return tuple(given)
