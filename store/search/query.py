"""The query language: words, "phrases", prefix*, -not, and fields such as theme:workforce.

No text is an error: what cannot be understood is told in words, and the rest is searched.
"""

import re
from typing import Final

import msgspec

from store.search.choices import FIELDS, Choices
from store.search.days import DateNotUnderstood, after, before, checked

_OPPOSITE: Final = {"before": "since", "after": "until", "since": "before", "until": "after"}


class Term(msgspec.Struct, frozen=True):
    """What a sentence must hold, or must not."""

    text: str
    """As it was typed, without marks."""
    phrase: bool = False
    prefix: bool = False
    """Whether its last word may go on."""
    negated: bool = False


class Query(msgspec.Struct, frozen=True):
    """A query, understood."""

    terms: tuple[Term, ...] = ()
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(field, values): a sentence must have one of the values, of every field that is here."""
    excluded: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(field, values): a sentence must have none of these."""
    since: str | None = None
    until: str | None = None
    problems: tuple[str, ...] = ()
    """What could not be understood, each in a sentence."""

    @property
    def wanted(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if not term.negated)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.negated)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.terms or self.fields or self.excluded or self.since or self.until)


_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»〝〞＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‘’‚‛＇", "'"),
        **dict.fromkeys("＊∗", "*"),
        "：": ":",
    }
)
_PIECE: Final = re.compile(
    r"""(?P<minus>-+(?=\S))?
        (?:(?P<field>[^\W\d_]{2,20}):(?P<value>"[^"]*"?|[^\s"]*(?:,\s*"[^"]*"?)*)
          |"(?P<phrase>[^"]*)"?(?P<more>\*)?
          |(?P<word>[^\s"]+))""",
    re.VERBOSE,
)
LONGEST: Final = 2_000
"""Characters of a query that are read."""
MOST_TERMS: Final = 40


def parse(text: str, choices: Choices) -> Query:
    """Understand a query. Quotes and dashes may be typographic, the last quote may be missing."""
    reading = _Reading(choices)
    for match in _PIECE.finditer(text[:LONGEST].translate(_PLAIN)):
        negated = bool(match["minus"])
        if match["field"] is not None:
            reading.field(match["field"].casefold(), match["value"], negated)
        elif match["phrase"] is not None:
            words = match["phrase"].strip()
            prefix = bool(match["more"]) or words.endswith("*")
            reading.term(Term(words.rstrip("*").strip(), True, prefix, negated))
        else:
            word = match["word"]
            reading.term(Term(word.strip("*"), False, word.endswith("*"), negated))
    return reading.query()


class _Reading:
    """A query while it is read."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._terms: list[Term] = []
        self._fields: dict[tuple[str, bool], dict[str, None]] = {}
        self._since: list[str] = []
        self._until: list[str] = []
        self._problems: list[str] = []

    def term(self, term: Term) -> None:
        if not any(char.isalnum() for char in term.text) or len(self._terms) >= MOST_TERMS:
            return
        self._terms.append(term)

    def field(self, name: str, value: str, negated: bool) -> None:
        if name in _OPPOSITE:
            self._date(name, value.strip('"'), negated)
        elif name in FIELDS:
            for each in value.split(","):
                self._value(name, each.strip().strip('"').strip(), negated)
        else:
            close = self._choices.field_like(name)
            if close:
                self._problems.append(f"There is no field “{name}:”; did you mean “{close}:”?")
            self.term(Term(f"{name} {value}".replace('"', " ").strip("* "), True, False, negated))

    def _value(self, name: str, value: str, negated: bool) -> None:
        if not value:
            self._problems.append(
                f"“{name}:” needs a value, such as {self._choices.example(name)}."
            )
            return
        found, problem = self._choices.find(name, value)
        if problem:
            self._problems.append(problem)
        values = self._fields.setdefault((name, negated), {})
        values.update(dict.fromkeys(found))

    def _date(self, name: str, value: str, negated: bool) -> None:
        if not value:
            self._problems.append(f"“{name}:” needs a date, such as {name}:2018-09.")
            return
        try:
            if negated:
                raise DateNotUnderstood(
                    f"“-{name}:” is not known; write {_OPPOSITE[name]}:{value}."
                )
            day = checked(value)
            if name == "since":
                self._since.append(day)
            elif name == "until":
                self._until.append(day)
            elif name == "after":
                self._since.append(after(day))
            else:
                self._until.append(before(day))
        except DateNotUnderstood as error:
            self._problems.append(str(error))

    def query(self) -> Query:
        def of(negated: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
            return tuple(
                (name, tuple(values))
                for (name, unwanted), values in self._fields.items()
                if unwanted == negated
            )

        return Query(
            terms=tuple(dict.fromkeys(self._terms)),
            fields=of(False),
            excluded=tuple((name, values) for name, values in of(True) if values),
            since=max(self._since, default=None),
            until=min(self._until, default=None),
            problems=tuple(dict.fromkeys(self._problems)),
        )
