"""The register of councils, and their names in running text.

Names are tried longest first, so that "North Yorkshire" is not York and "Derbyshire" is not
Derby. A few councils bear the name of a word or a larger place; their short name counts only
where the words around it speak of a council.
"""

import csv
import re
from functools import cache, cached_property
from importlib import resources
from typing import Final, NamedTuple

import msgspec

from store.model.council import Council

_AMBIGUOUS: Final = frozenset({"Reading", "Bury", "Kent", "Devon", "Sutton", "Bath", "Durham"})
_COUNCIL_WORDS = (
    r"(?:metropolitan |city |county |borough |district |unitary |children.{0,2}s |local |council"
    r"|authority|safeguarding|trust|services?|social)"
)
_BODY = (
    r"(?: (?:metropolitan borough|metropolitan district|metropolitan|royal borough|city"
    r"|county|borough|district|unitary)){0,2}(?: (?:council|authority|local authority))?"
)


class Mention(NamedTuple):
    """A council's name in a text."""

    council: str
    start: int
    end: int
    printed: str


class Register:
    """All councils, found by any of their names."""

    def __init__(self, councils: tuple[Council, ...]) -> None:
        self.councils = councils
        self._by_name = {council.name: council for council in councils}
        self._short: dict[str, str] = {}
        # Current councils come first in the register: a name shared with one that was
        # abolished (Dorset, Cumbria's districts) means the one there is now.
        for council in councils:
            for name in (council.name, council.official_name, *council.aliases):
                self._short.setdefault(_key(name), council.name)
        self._trusts = _sole_trusts(councils)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Compiled when a text is first searched: it takes some 50 ms.
        return _pattern([*self._short, *self._trusts])

    def get(self, name: str) -> Council | None:
        """The council of that short name."""
        return self._by_name.get(name)

    def named(self, name: str) -> Council | None:
        """The council that bears this name, alias or official name, whatever its case."""
        short = self._short.get(_key(name)) or self._trusts.get(_key(name))
        return self._by_name.get(short) if short else None

    def mentions(self, text: str) -> list[Mention]:
        """Every council named in `text`, in order."""
        found = []
        folded = _folded(text)
        if len(folded) != len(text):
            folded = text
        for match in self._pattern.finditer(folded):
            key = _key(match.group("name"))
            name = self._short.get(key) or self._trusts.get(key)
            if name is None or not self._is_name(text, match, name, key):
                continue
            printed = text[match.start() : match.end()]
            found.append(Mention(name, match.start(), match.end(), printed))
        return found

    def _is_name(self, text: str, match: re.Match[str], name: str, key: str) -> bool:
        if not text[match.start()].isupper():
            return False
        if name not in _AMBIGUOUS or key != name.lower() or match.end() > match.end("name"):
            return True
        after, before = text[match.end() :], text[: match.start()]
        return bool(
            re.match(rf"(?:['’]s)? {_COUNCIL_WORDS}", after, re.IGNORECASE)
            or re.search(r"(?:\b(?:in|of|to|at|for|by|from|and|with)|, ?)\s*$", before)
            or re.match(r"['’]s\b|\s*$|[,.:;)]", after)
        )


def _sole_trusts(councils: tuple[Council, ...]) -> dict[str, str]:
    """The trusts that serve one current council; Achieving for Children serves three."""
    serves: dict[str, set[str]] = {}
    for council in councils:
        for trust in council.trusts:
            serves.setdefault(_key(trust), set()).add(council.name)
    return {trust: names.pop() for trust, names in serves.items() if len(names) == 1}


def _folded(text: str) -> str:
    """Lower case and straight apostrophes; as long as the text itself."""
    return text.lower().replace("’", "'")


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", _folded(name)).replace(" & ", " and ")


def _pattern(names: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(
        re.escape(name).replace(r"\ and\ ", r"\s+(?:&|and)\s+").replace(r"\ ", r"\s+")
        for name in sorted(set(names), key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?P<name>{alternatives})(?![\w-]){_BODY}", re.IGNORECASE)


@cache
def register() -> Register:
    """The register in store/data/councils.csv, read once.

    A county council that became a unitary one and kept its URN is one council here; its old
    name becomes an alias.
    """
    table = resources.files("store.data").joinpath("councils.csv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    rows.sort(key=lambda row: row["status"] != "current")
    councils: dict[str, Council] = {}
    for row in rows:
        council = _council(row)
        heir = next(
            (other for other in councils.values() if council.urn and other.urn == council.urn),
            None,
        )
        if heir is None:
            councils[council.name] = council
        else:
            aliases = (*heir.aliases, council.official_name, *council.aliases)
            councils[heir.name] = msgspec.structs.replace(heir, aliases=aliases)
    return Register(tuple(councils.values()))


def _council(row: dict[str, str]) -> Council:
    def many(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in row[column].split("|") if part.strip())

    trusts = re.sub(r"\s*\([^)]*\)", "", row["delivered_by"]).split(";")
    return Council(
        name=row["short_name"],
        official_name=row["official_name"],
        aliases=many("aliases"),
        region=row["region"],
        ons_code=row["ons_code"],
        urn=int(row["urn"]) if row["urn"].isdigit() else None,
        kind=row["type"],
        status=row["status"],
        since=row["since"],
        until=row["until"],
        trusts=tuple(trust.strip() for trust in trusts if trust.strip()),
        neighbours=many("stat_neighbours"),
        predecessor=row["predecessor"],
        successor=row["successor"],
    )
