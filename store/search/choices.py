"""What the fields of a query can be: themes, councils, kinds and so on, by any of their names."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from store.findings.themes import Vocabulary
from store.model.vocabulary import KINDS, POLARITIES, VOICES
from store.selection.filters import SHOWN

FIELDS: Final = ("theme", "council", "kind", "polarity", "voice", "group")
"""The fields that name a value of a facet; dates are read elsewhere."""
_ALL_FIELDS: Final = (*FIELDS, "before", "after", "since", "until")
_EXAMPLES: Final = {
    "theme": "theme:workforce",
    "council": "council:tameside",
    "kind": "kind:letter",
    "polarity": "polarity:concern",
    "voice": "voice:ofsted",
    "group": "group:young-carers",
}


class Choices:
    """The values of each field, each with the names it is known by."""

    def __init__(
        self, vocabulary: Vocabulary, councils: Iterable[str], groups: Iterable[str] = ()
    ) -> None:
        self._named: dict[str, dict[str, tuple[str, ...]]] = {
            "theme": _folded({theme.id: [theme.name] for theme in vocabulary.themes}),
            "council": _folded({name: [] for name in councils}),
            "kind": _folded({str(kind): [words] for kind, words in KINDS.items()}),
            "polarity": _folded({polarity: [] for polarity in POLARITIES}),
            "voice": _folded({voice: [] for voice in VOICES}),
            "group": _folded({group: [] for group in (*vocabulary.groups, *groups)}),
        }

    def example(self, field: str) -> str:
        return _EXAMPLES[field]

    def field_like(self, name: str) -> str | None:
        """The field that a mistyped name is close to."""
        from difflib import get_close_matches

        close = get_close_matches(name, _ALL_FIELDS, 1, 0.75)
        return close[0] if close else None

    def find(self, field: str, value: str) -> tuple[list[str], str]:
        """The values that are meant, and what is wrong in words: one of these is empty.

        A name counts whole, then by its beginning, then by the beginning of one of its words.
        """
        if field == "polarity" and value.casefold() in SHOWN:
            return list(SHOWN[value.casefold()]), ""
        named = self._named[field]
        wanted = fold(value)
        for fits in (str.__eq__, str.startswith, _has_word_beginning):
            found = [id for id, names in named.items() if any(fits(n, wanted) for n in names)]
            if found and wanted:
                return found, ""
        if field == "council" and (known := self._council_by_alias(value)):
            return known
        return [], self._unknown(field, value, wanted)

    def _council_by_alias(self, value: str) -> tuple[list[str], str] | None:
        from store.parsing.councils import register

        council = register().named(value)
        if council is None:
            return None
        if council.name in self._named["council"]:
            return [council.name], ""
        return [], f"The library holds nothing on {council.name}."

    def _unknown(self, field: str, value: str, wanted: str) -> str:
        from difflib import get_close_matches

        names = {name: id for id, known in self._named[field].items() for name in known}
        close = get_close_matches(wanted, names, 1, 0.5)
        words = f"There is no {field} “{value}”"
        if close:
            return f"{words}; did you mean {field}:{_quoted(names[close[0]])}?"
        if len(self._named[field]) <= 8:
            return f"{words}; there are {', '.join(self._named[field])}."
        return f"{words}."


def fold(words: str) -> str:
    """Small letters without accents, words apart by single spaces."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(
        " " if not char.isalnum() else char for char in plain if not unicodedata.combining(char)
    )
    return " ".join(kept.split())


def _folded(named: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {
        id: tuple(dict.fromkeys(fold(name) for name in (id, *names))) for id, names in named.items()
    }


def _has_word_beginning(name: str, wanted: str) -> bool:
    return f" {wanted}" in f" {name}"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
