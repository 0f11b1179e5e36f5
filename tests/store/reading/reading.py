"""Short ways to read what a test has made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.model.line import Line
from store.reading.failure import ReadingError
from store.reading.limits import DEFAULT_LIMITS, Limits
from store.reading.reader import Reading, read_bytes


def got(data: bytes | str, name: str = "file", limits: Limits = DEFAULT_LIMITS) -> Reading:
    """What is read of these bytes."""
    return read_bytes(data.encode() if isinstance(data, str) else data, Path(name), limits)


def lines(data: bytes | str, name: str = "file", limits: Limits = DEFAULT_LIMITS) -> list[Line]:
    return list(got(data, name, limits).lines)


def texts(data: bytes | str, name: str = "file", limits: Limits = DEFAULT_LIMITS) -> list[str]:
    return [line.text for line in lines(data, name, limits)]


def refused(
    data: bytes | str, name: str = "file", limits: Limits = DEFAULT_LIMITS, braces: bool = False
) -> ReadingError:
    """The error with which these bytes are refused: one with a whole sentence for people."""
    with pytest.raises(ReadingError) as caught:
        got(data, name, limits)
    message = str(caught.value)
    assert message[0].isupper()
    assert message.endswith(".")
    assert braces or "{" not in message
    assert "  " not in message
    return caught.value


def lines_or_error(
    data: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[Line] | ReadingError:
    """Either is well, as long as it is nothing else; lines never hold what a terminal obeys."""
    try:
        found = lines(data, name, limits)
    except ReadingError as error:
        return error
    for line in found:
        assert line.text == line.text.strip() != ""
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", line.text)
    return found
