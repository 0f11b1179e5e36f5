"""The register of councils, and their names in running text.

Names are tried longest first, so that "North Yorkshire" is not York and "Derbyshire" is not
Derby. Two councils bear the name of a word, and many are surnames too: the words around such a
name decide.
"""

import csv
import re
from functools import cache, cached_property
from importlib import resources
from typing import Final, NamedTuple

import msgspec

from store.model.council import Council

_WORDS: Final = frozenset({"Reading", "Bury"})
"""Names that are words as well: at the start of a sentence they need a council's company."""
_COUNCIL_WORDS: Final = re.compile(
    r"(?:['’]s)? (?:metropolitan |city |county |borough |district |unitary |children.{0,2}s "
    r"|local |council|authority|safeguarding|trust|services?|social)",
    re.IGNORECASE,
)
_BODY: Final = (
    r"(?: (?:metropolitan borough|metropolitan district|metropolitan|royal borough|city"
    r"|county|borough|district|unitary)){0,2}(?: (?:council|authority))?"
)
_AFTER_NAME: Final = re.compile(
    r"['’]s\b|\s*$|[.:;)]|\s(?:has|had|have|was|were|must|will|said|says|and)\b"
)
_TITLED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Coun|Councillor|Sir|Dame|Lord|Lady|Baroness|Judge"
    r"|Justice)\.? (?:[A-Z][\w.'’-]* )?$"
)
_NOT_THE_COUNCIL: Final = re.compile(
    r"\b(?:Greater|New|Radio|BBC|University of|Duke of|Duchess of|(?:NE|NW|SE|SW|[NSEW])\.?) $"
)
_SOMETHING_ELSE: Final = re.compile(
    r" (?:Police|Constabulary|Crown Court|Magistrates|University|Road|Street|Avenue"
    r"|Lane|Place|House"
    r"|Square|Way|Close|Crescent|Drive|Grove|Terrace|Gardens|Gate|Row|Hill|Court|Mews|Park|Station"
    r"|Hospital|Chronicle|News|Live|Online|Echo|Telegraph|Post|Mail|Gazette|Evening|Times|Herald"
    r"|Reporter|FC|United|Rovers|Wanderers|Healthcare|NHS|MP)\b"
)
_PERSON_BEFORE: Final = re.compile(
    r"(?:^|[^.\w’'-])(?!(?:In|At|For|The|And|But|So|While|When|Since|As|If|Although|Though|After"
    r"|Before|Because|With|From|By|On|Of|To|Both|Now|Then|Yet|Or|Under|Over|Last|Meanwhile)\b)"
    r"[A-Z][a-z]+ $"
)
_PERSON_AFTER: Final = re.compile(
    r" (?:said|added|told|wrote|HMI)\b"
    r"|, (?:HMI|SHMI|(?:the )?(?:(?:interim|acting|corporate|executive|strategic|deputy"
    r"|assistant|cabinet|lead|senior|new) )*(?:director|head|chief|leader|chair"
    r"|member|portfolio|Her Majesty|His Majesty|Ofsted)\b)"
)


_COMPASS: Final = re.compile(r"(?:north|south)(?: (?:east|west))? |(?:east|west) ")
_COMPASS_AND: Final = re.compile(
    r"\b(?P<point>(?:North|South)(?: (?:East|West))?|East|West) (?:and|&) (?:the )?$"
)
_FIRST: Final = re.compile(r"(?<![\w-])[a-z][a-z&]*")


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
        for council in councils:
            self._short.setdefault(_key(_by_compass(council.name)), council.name)
        self._trusts = _sole_trusts(councils)
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _beginning(self) -> dict[str, list[str]]:
        """The names that each word begins."""
        names: dict[str, list[str]] = {}
        for name in {*self._short, *self._trusts}:
            first = _FIRST.match(name)
            if first:
                names.setdefault(first.group(), []).append(name)
        return {**names, "saint": names["st"]} if "st" in names else names

    def _pattern(self, first: str) -> re.Pattern[str] | None:
        """A pattern for all names that a word begins, made when a text has that word.

        All of them together take a tenth of a second, and a document names few councils.
        """
        if first not in self._beginning:
            return None
        if first not in self._patterns:
            self._patterns[first] = _pattern(self._beginning[first])
        return self._patterns[first]

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
        end = 0
        for first in _FIRST.finditer(folded):
            pattern = self._pattern(first.group())
            match = pattern.match(folded, first.start()) if pattern else None
            if match is None or match.start() < end:
                continue
            key = _key(match.group("name"))
            name = self._short.get(key) or self._trusts.get(key)
            if name is None or not self._is_name(text, match, name, key):
                continue
            if other := self._sharing_its_name(text, match, key):
                found.append(other)
            end = match.end()
            printed = text[match.start() : match.end()]
            found.append(Mention(name, match.start(), match.end(), printed))
        return found

    def _sharing_its_name(self, text: str, match: re.Match[str], key: str) -> Mention | None:
        """The council that lacks its own second word: "North and West Northamptonshire"."""
        own = _COMPASS.match(key)
        before = own and _COMPASS_AND.search(text, max(0, match.start() - 20), match.start())
        if not own or not before:
            return None
        name = self._short.get(f"{before.group('point').lower()} {key[own.end() :]}")
        if name is None:
            return None
        return Mention(name, before.start("point"), before.end("point"), before.group("point"))

    def _is_name(self, text: str, match: re.Match[str], name: str, key: str) -> bool:
        """Whether the words around it let it be the council and no person or other place."""
        if not text[match.start()].isupper():
            return False
        if match.end() > match.end("name") or " " in name:
            return True  # "Bury Council", "North Somerset"
        before = text[max(0, match.start() - 60) : match.start()]
        after = text[match.end() : match.end() + 60]
        named = _COUNCIL_WORDS.match(after)
        if _NOT_THE_COUNCIL.search(before) or _SOMETHING_ELSE.match(after):
            return False
        if not named and _is_person(before, after):
            return False
        at_start = not before.strip() or before.rstrip()[-1] in ".!?:“‘\"'"
        if name not in _WORDS or key != name.lower() or not at_start:
            return True
        return bool(named or _AFTER_NAME.match(after) or (name == "Bury" and after[:1] == ","))


def _is_person(before: str, after: str) -> bool:
    """ "Cllr Anne Sutton", "Rob Bolton, HMI": the name is a person's surname."""
    return bool(
        _TITLED.search(before) or (_PERSON_BEFORE.search(before) and _PERSON_AFTER.match(after))
    )


def _sole_trusts(councils: tuple[Council, ...]) -> dict[str, str]:
    """The trusts that serve one current council; Achieving for Children serves three."""
    serves: dict[str, set[str]] = {}
    for council in councils:
        for trust in council.trusts:
            serves.setdefault(_key(trust), set()).add(council.name)
    return {trust: names.pop() for trust, names in serves.items() if len(names) == 1}


def _by_compass(name: str) -> str:
    """ "North East Lincolnshire" -> "NE Lincolnshire", as newspapers and file names print it."""
    for point in ("North East", "North", "South", "East", "West"):
        short = "".join(word[0] for word in point.split())
        name = re.sub(rf"\b{point}\b(?= [A-Z])", short, name)
    return name


def _folded(text: str) -> str:
    """Lower case and straight apostrophes; as long as the text itself."""
    return text.lower().replace("’", "'")


def _key(name: str) -> str:
    """The name as it is looked up: "St. Helen's", "Stoke on Trent" and "Telford & Wrekin" too."""
    key = re.sub(r"[\s,-]+", " ", _folded(name)).replace(" & ", " and ").strip()
    key = re.sub(r"\b(ne|[nsew])\. ", r"\1 ", re.sub(r"^the ", "", key))
    return re.sub(r"^(?:saint|st\.) ", "st ", key).replace("helen's", "helens")


def _pattern(names: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(
        r",?[\s-]+".join(_word(word) for word in name.split())
        for name in sorted(set(names), key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?P<name>{alternatives})(?![\w-]){_BODY}", re.IGNORECASE)


def _word(word: str) -> str:
    variants = {"and": "(?:&|and)", "st": r"(?:st\.?|saint)", "helens": "helen'?s"}
    if word in ("ne", "n", "s", "e", "w"):
        return rf"{word}\.?"
    return variants.get(word) or re.escape(word)


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
