"""Figures in words, as their document tells them: "over 30", "26–28", "a third"."""

from typing import Final

from store.model.document import Bound, Figure

LOOSE: Final = 2.0
"""How far from 33.3 a share in per cent may be that is told as "a third"."""


def amount_in_words(figure: Figure, *, to: str = "–", thousands: str = "") -> str:
    """The number with what is said of it, without its unit: "18.5", "26–28", "over 30", "nearly a
    third".

    Args:
        figure: any figure.
        to: what stands between the ends of a range.
        thousands: what parts the thousands.
    """
    if figure.printed:
        return _bounded(figure.printed, figure.bound)
    if figure.value is not None:
        return _bounded(_plain(figure.value, thousands), figure.bound)
    ends = [_plain(end, thousands) for end in (figure.low, figure.high) if end is not None]
    return to.join(ends)


def before_in_words(figure: Figure) -> str:
    """The earlier value that is told with a figure; empty if there is none."""
    if figure.before is None:
        return ""
    return figure.before_printed or _plain(figure.before, "")


def unit_in_words(figure: Figure) -> str:
    """The unit as it stands behind the number: nothing where that says it itself, as "a third"."""
    return "" if figure.printed else figure.unit


def is_peak(figure: Figure) -> bool:
    """Whether the measure is the highest of its kind, so that of several the largest tells it."""
    return figure.measure.startswith("highest ")


def largest(figure: Figure) -> float:
    """The value; of a range its upper end."""
    return figure.value if figure.value is not None else figure.high or 0.0


def _plain(value: float, thousands: str) -> str:
    return f"{value:,g}".replace(",", thousands)


def _bounded(number: str, bound: Bound | None) -> str:
    return f"{bound} {number}" if bound else number
