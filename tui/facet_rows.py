"""The facets of a selection as rows: each value with its count and whether it is on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from store.model.dates import in_words
from store.model.vocabulary import KINDS, VOICES, group_in_words
from store.selection import SHOWN, Selection
from store.selection.councils import council_counts

if TYPE_CHECKING:
    from tui.screens.choosing import ChoosesFilters

VOICE_NAMES: Final = {
    "ofsted": "Ofsted",
    "council": "the council",
    "reporter": "the reporter",
    "other": "others",
}
SHOWN_NAMES: Final = {"concerns": "concerns", "strengths": "strengths", "all": "all sentences"}
LABELS: Final = {
    "doubtful": "doubtful, to be looked at first",
    "corrected": "corrected by you",
    "flagged": "flagged by you",
}
"""Facets that are on or off, each a field of the filters."""
FIELDS: Final = {"kind": "kinds", "voice": "voices", "group": "groups"}
"""Facets of findings and the field of the filters that each sets."""


class FacetRow(NamedTuple):
    """A value that can be switched on or off."""

    title: str
    facet: str
    value: str
    name: str
    gives: int | None
    """How many findings, or councils, there would be with it; None where nothing is counted."""
    on: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.facet, self.value


def facet_rows(browse: "ChoosesFilters") -> list[FacetRow]:
    """Every facet of what is browsed, with live counts."""
    return [*_themes(browse), *_findings(browse), *_dates(browse), *_councils(browse)]


def _themes(browse: "ChoosesFilters") -> Iterator[FacetRow]:
    how = "all of them" if browse.filters.every_theme else "any of them"
    for id, _, name, count, on in browse.theme_rows():
        yield FacetRow(f"Themes: {how} (A)", "theme", id, name, count, on)


def _findings(browse: "ChoosesFilters") -> Iterator[FacetRow]:
    filters, selection = browse.filters, browse.selection
    for shown, name in SHOWN_NAMES.items():
        count = _shown_count(selection, shown)
        yield FacetRow("Polarity", "shown", shown, name, count, shown == filters.shown)
    for label, name in LABELS.items():
        counts = selection.counts(label, ["yes"]) if selection else {}
        on = getattr(filters, label)
        yield FacetRow("Labels", label, "yes", name, counts.get("yes", 0), on)
    kinds = {str(kind): name for kind, name in KINDS.items()}
    yield from _values("Kinds of document", "kind", kinds, filters.kinds, selection)
    voices = {str(voice): VOICE_NAMES[voice] for voice in VOICES}
    yield from _values("Voices", "voice", voices, filters.voices, selection)
    known = browse.index.values("group") if browse.index else []
    groups = {group: group_in_words(group) for group in sorted({*known, *filters.groups})}
    yield from _values("Groups of children", "group", groups, filters.groups, selection)


def _shown_count(selection: Selection | None, shown: str) -> int:
    if selection is None:
        return 0
    return Selection(selection.index, selection.filters.but(shown=shown)).count


def _values(
    title: str,
    facet: str,
    names: Mapping[str, str],
    chosen: Sequence[str],
    selection: Selection | None,
) -> Iterator[FacetRow]:
    counts = selection.counts(facet, list(names)) if selection else {}
    for value, name in names.items():
        yield FacetRow(title, facet, value, name, counts.get(value, 0), value in chosen)


def _dates(browse: "ChoosesFilters") -> Iterator[FacetRow]:
    for value in ("since", "until"):
        iso = getattr(browse.filters, value)
        name = f"{value} {in_words(iso) if iso else '…'}"
        yield FacetRow("Dates (D)", "dates", value, name, None, bool(iso))


def _councils(browse: "ChoosesFilters") -> Iterator[FacetRow]:
    choice, library = browse.council_choice, browse.library
    for facet, title in (("judgement", "Councils judged"), ("region", "Regions")):
        chosen = getattr(choice, f"{facet}s")
        counts = council_counts(library.councils, choice, library.records, facet)
        for value, count in counts.items():
            yield FacetRow(title, facet, value, value, count, value in chosen)


def switch(browse: "ChoosesFilters", row: FacetRow) -> None:
    """Switch a value on or off in what is browsed."""
    if row.facet == "theme":
        browse.filters = browse.filters.with_theme(row.value)
    elif row.facet == "shown":
        browse.filters = browse.filters.but(shown=row.value if row.value in SHOWN else "concerns")
    elif row.facet in FIELDS:
        field = FIELDS[row.facet]
        values = _switched(getattr(browse.filters, field), row.value)
        if row.facet == "kind":
            browse.choose_councils(browse.council_choice.but(kinds=values))
        browse.filters = browse.filters.but(**{field: values})
    elif row.facet in LABELS:
        browse.filters = browse.filters.but(**{row.facet: not row.on})
    else:
        field = f"{row.facet}s"
        choice = browse.council_choice
        values = _switched(getattr(choice, field), row.value)
        browse.choose_councils(choice.but(**{field: values}))


def _switched(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(v for v in values if v != value) if value in values else (*values, value)
