"""Records as JSON without what is as usual, so that a card or a file says only what it has to."""

from functools import lru_cache
from typing import Any

import msgspec


def slim(value: Any) -> Any:
    """A struct as plain values, fields that hold their default left out, however deep."""
    if isinstance(value, msgspec.Struct):
        return {
            name: slim(held)
            for name, usual in _fields(type(value))
            if (held := getattr(value, name)) != usual
        }
    if isinstance(value, msgspec.Raw):
        return slim(msgspec.json.decode(value))
    if isinstance(value, tuple | list):
        return [slim(each) for each in value]
    return value


@lru_cache(maxsize=64)
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (
            field.encode_name,
            field.default_factory() if callable(field.default_factory) else field.default,
        )
        for field in msgspec.structs.fields(kind)
    )
