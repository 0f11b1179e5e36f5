"""Whom a council can be compared with, and on what ground."""

from collections.abc import Iterable

import msgspec

from store.model.council import Council


class Alike(msgspec.Struct, frozen=True):
    """Councils to compare one with, and what makes them so, in words for the reader."""

    basis: str
    names: tuple[str, ...]
    official: bool
    """Whether they are the statistical neighbours on record. If not, they only share the kind of
    authority and the region, which is much less."""


def alike(council: Council, councils: Iterable[Council]) -> Alike:
    """The statistical neighbours of a council as the register lists them; where the register has
    none, the current councils of its kind and region, by name."""
    if council.neighbours:
        return Alike("statistical neighbours, as the register lists them", council.neighbours, True)
    names = [
        other.name
        for other in councils
        if other.name != council.name
        and other.status == "current"
        and (other.kind, other.region) == (council.kind, council.region)
    ]
    basis = f"of the same kind and region ({council.kind}, {council.region})"
    return Alike(f"no statistical neighbours on record; {basis}", tuple(sorted(names)), False)
