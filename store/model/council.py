"""A council with children's services, as the register in store/data has it."""

import msgspec


class Council(msgspec.Struct, frozen=True):
    """One of England's upper-tier authorities, current or abolished."""

    name: str
    official_name: str
    aliases: tuple[str, ...]
    region: str
    ons_code: str
    urn: int | None
    """Ofsted's unique reference number; None where Ofsted has none on record."""
    kind: str
    status: str
    since: str
    until: str
    trusts: tuple[str, ...]
    """Companies and trusts that deliver or delivered its children's services."""
    neighbours: tuple[str, ...]
    """Statistical neighbours, nearest first."""
    predecessor: str
    successor: str
