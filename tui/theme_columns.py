"""The columns of the map of councils by themes, and what its cells show."""

from collections.abc import Sequence
from typing import Final

from store.findings.themes import Theme
from store.selection.theme_map import COUNCIL, JUDGEMENT, TOTAL, MapRow, heat
from tui.widgets.heat_lines import Cell, Column

HEADS: Final[dict[str, tuple[str, str]]] = {
    "workforce": ("work-", "force"),
    "caseloads": ("case-", "loads"),
    "management-oversight": ("over-", "sight"),
    "supervision": ("super-", "vision"),
    "leadership": ("leader-", "ship"),
    "quality-assurance": ("quality", "assur."),
    "assessment-planning": ("assess.", "plans"),
    "front-door": ("front", "door"),
    "child-protection": ("child", "protec."),
    "early-help": ("early", "help"),
    "direct-work": ("direct", "work"),
    "voice-of-the-child": ("child’s", "voice"),
    "permanence": ("perma-", "nence"),
    "reviewing": ("review-", "ing"),
    "health-education": ("health,", "educ."),
    "care-leavers": ("care", "leavers"),
    "missing-exploitation": ("missing", "exploit"),
    "partnership": ("part-", "nership"),
    "recording": ("record-", "ing"),
    "family-identity": ("family,", "ident."),
    "corporate-parenting": ("corp.", "parent."),
    "drift-delay": ("drift,", "delay"),
}
"""The themes' names on two short lines; those of the user's own are cut."""
WIDTH: Final = 8
"""Cells that a theme takes."""
ROOMY: Final = 100
"""From this width on the judgement stays beside the council."""
LOOKS: Final[dict[str | None, str]] = {
    "outstanding": "map--good",
    "good": "map--good",
    "requires improvement": "map--middling",
    "adequate": "map--middling",
    "inadequate": "map--bad",
}
SHORT_GRADES: Final[dict[str | None, str]] = {"requires improvement": "req. impr."}


def columns_for(themes: Sequence[Theme], width: int) -> tuple[list[Column], int]:
    """The columns on a screen of this width, and how many of them stay at the left."""
    name = 30 if width >= 140 else 24 if width >= ROOMY else 20 if width >= 60 else 15
    found = [
        Column(COUNCIL, ("council", "", ""), name, left=True),
        Column(JUDGEMENT, ("judge-", "ment", ""), 13, left=True),
        Column(TOTAL, ("", "total", ""), 8),
    ]
    found.extend(Column(theme.id, (*_head(theme), theme.key), WIDTH) for theme in themes)
    return found, 2 if width >= ROOMY else 1


def _head(theme: Theme) -> tuple[str, str]:
    if theme.id in HEADS and not theme.own:
        return HEADS[theme.id]
    first, _, second = theme.name.partition(" ")
    return first, second


def cell_of(row: MapRow, column: str, top: float, *, share: bool, every: bool) -> Cell:
    """What the map shows of a row in a column; heat beside the highest value `top`."""
    if column == COUNCIL:
        return Cell("all councils" if every else row.council)
    if column == JUDGEMENT:
        grade = row.judgement
        words = "" if every else SHORT_GRADES.get(grade, grade or "–")
        return Cell(words, look=LOOKS.get(grade, "map--quiet"))
    value = row.value(column, share=share)
    shown = "·" if not value else f"{value:.1f}" if share else f"{value:,.0f}"
    if column == TOTAL or every:
        return Cell(shown)
    return Cell(shown, heat(value, top))
