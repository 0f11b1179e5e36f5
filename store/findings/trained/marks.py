"""Which words of a labelled sentence to mark, and the themes that only the user's file knows.

The network gives no words. Marked are the cue phrases that speak for the label it gave: a quick
look; what truly carried a label, `occlusion` tells.
"""

from store.findings.phrases import PhraseFinder, tokens_of
from store.findings.themes import Vocabulary
from store.model.vocabulary import Polarity

_LONGEST = 20_000
_SPEAKS_FOR: dict[Polarity, tuple[str, ...]] = {
    "concern": ("concern", "negations"),
    "strength": ("strength", "absence_of_risk"),
    "mixed": ("concern", "strength", "negations", "contrast"),
    "neutral": (),
}


class Marks:
    """Finds the cue phrases of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        phrases: dict[str, tuple[str, ...]] = {
            f"theme:{theme.id}": theme.strong + theme.weak for theme in vocabulary.themes
        }
        for name in ("concern", "strength", "negations", "contrast", "absence_of_risk"):
            phrases[name] = vocabulary.polarity.get(name, ())
        self._phrases = PhraseFinder(phrases)
        own = [theme for theme in vocabulary.themes if theme.own]
        self._own = PhraseFinder({theme.id: theme.strong for theme in own}) if own else None

    def spans(
        self, text: str, polarity: Polarity, themes: tuple[str, ...]
    ) -> tuple[tuple[int, int], ...]:
        """The spans, in order, of phrases that speak for this polarity or one of these themes."""
        wanted = {*_SPEAKS_FOR[polarity], *(f"theme:{theme}" for theme in themes)}
        hits = self._phrases.find(tokens_of(text[:_LONGEST]))
        return tuple(sorted({(hit.start, hit.end) for hit in hits if hit.tag in wanted}))

    def with_own_themes(self, text: str, themes: tuple[str, ...]) -> tuple[str, ...]:
        """The themes with those that the user's file added and whose phrases are in the text."""
        if self._own is None:
            return themes
        found = {hit.tag for hit in self._own.find(tokens_of(text[:_LONGEST]))}
        return themes + tuple(sorted(found - set(themes)))
