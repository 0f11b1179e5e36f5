"""Numbers that arguments may be, as argparse takes them; any other is a misuse (exit status 2)."""

import argparse
import math
from collections.abc import Callable


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """Reads a whole number from `least` to `most`."""

    def read(given: str) -> int:
        try:
            number = int(given)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{given!r} is no whole number") from None
        _check(given, number, least, most)
        return number

    return read


def amount(least: float) -> Callable[[str], float]:
    """Reads a number of at least `least`."""

    def read(given: str) -> float:
        try:
            number = float(given)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise argparse.ArgumentTypeError(f"{given!r} is no number")
        _check(given, number, least, None)
        return number

    return read


def _check(given: str, number: float, least: float, most: float | None) -> None:
    if number < least or (most is not None and number > most):
        bounds = f"at least {least:g}" if most is None else f"from {least:g} to {most:g}"
        raise argparse.ArgumentTypeError(f"it must be {bounds}, not {given}")
