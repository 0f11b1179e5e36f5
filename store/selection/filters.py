"""Filters as values: they combine with `&`, are equal when they say the same, and say it in words.

Filters() & ByTheme("workforce") & ByPolarity(("concern", "mixed"))
"""

from typing import Any, Final

import msgspec

from store.model.dates import in_words
from store.model.vocabulary import KINDS, VOICES, DocumentKind, group_in_words

SHOWN: dict[str, tuple[str, ...]] = {
    "concerns": ("concern", "mixed"),
    "strengths": ("strength", "mixed"),
    "all": ("concern", "strength", "mixed", "neutral"),
}
"""What `p` walks through: each with the polarities it shows."""


NOT_THE_COUNCIL: Final = tuple(voice for voice in VOICES if voice != "council")
WALKED_VOICES: Final[tuple[tuple[str, ...], ...]] = ((), NOT_THE_COUNCIL, ("ofsted",))
"""What `V` walks through: all voices, all but the council's, only Ofsted's."""


class Filters(msgspec.Struct, frozen=True):
    """A selection of findings. Empty fields do not narrow it."""

    councils: tuple[str, ...] = ()
    visit: str | None = None
    document: str | None = None
    themes: tuple[str, ...] = ()
    every_theme: bool = False
    """Whether a finding must have all of the themes, not any."""
    groups: tuple[str, ...] = ()
    shown: str = "all"
    """One of the keys of SHOWN, or a single polarity."""
    voices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    containing: str = ""
    repeats: bool = False
    """Whether only what an earlier visit told already; the index must have been marked."""
    corrected: bool = False
    """Whether only what a reader corrected."""
    flagged: bool = False
    """Whether only what a reader flagged."""
    doubtful: bool = False
    """Whether only what has a label that should be looked at first."""

    def but(self, **changes: Any) -> "Filters":
        """The same filters with some fields changed."""
        return msgspec.structs.replace(self, **changes)

    def with_theme(self, theme: str) -> "Filters":
        """With this theme switched: added if it was not there, else taken out."""
        if theme in self.themes:
            return self.but(themes=tuple(known for known in self.themes if known != theme))
        return self.but(themes=(*self.themes, theme))

    def next_shown(self) -> "Filters":
        """Concerns, then strengths, then all, then concerns again."""
        order = list(SHOWN)
        place = order.index(self.shown) if self.shown in order else -1
        return self.but(shown=order[(place + 1) % len(order)])

    def next_voices(self) -> "Filters":
        """Everybody's words, then without the council's, then only Ofsted's, then all again."""
        place = WALKED_VOICES.index(self.voices) if self.voices in WALKED_VOICES else -1
        return self.but(voices=WALKED_VOICES[(place + 1) % len(WALKED_VOICES)])

    @property
    def polarities(self) -> tuple[str, ...]:
        return SHOWN.get(self.shown, (self.shown,))

    def in_words(self, themes: dict[str, str], visit: str = "") -> str:
        """What is selected, in words: "concerns · workforce or caseloads · Tameside"."""
        words = [
            self.shown
            if self.shown in ("concerns", "strengths")
            else ("all sentences" if self.shown == "all" else f"{self.shown} sentences")
        ]
        if self.themes:
            joint = " and " if self.every_theme else " or "
            words.append(joint.join(themes.get(theme, theme) for theme in self.themes))
        if self.groups:
            words.append(" or ".join(group_in_words(group) for group in self.groups))
        if visit:
            words.append(visit)
        elif self.councils:
            words.append(" or ".join(council or "no council" for council in self.councils))
        if self.voices == NOT_THE_COUNCIL:
            words.append("without the council’s words")
        elif self.voices == ("ofsted",):
            words.append("only Ofsted’s words")
        elif self.voices:
            words.append("in the voice of " + " or ".join(_voice(voice) for voice in self.voices))
        if self.kinds:
            words.append(" or ".join(_kind(kind) for kind in self.kinds))
        if self.since or self.until:
            since, until = in_words(self.since or "…"), in_words(self.until or "today")
            words.append(f"{since} to {until}")
        if self.repeats:
            words.append("told before")
        if self.corrected:
            words.append("corrected")
        if self.flagged:
            words.append("flagged")
        if self.doubtful:
            words.append("doubtful")
        if self.containing:
            words.append(f"with “{self.containing}”")
        return " · ".join(words)


def _voice(voice: str) -> str:
    named = {"ofsted": "Ofsted", "council": "the council", "reporter": "the reporter"}
    return named.get(voice, "others")


def _kind(kind: str) -> str:
    names: dict[str, str] = {str(known): words for known, words in KINDS.items()}
    return names.get(kind, kind) + "s"


__all__ = ["SHOWN", "DocumentKind", "Filters"]
