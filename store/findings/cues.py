"""The first classifier: cue phrases with negation, contrast and the heading above.

A word of praise within reach of a negation is a concern ("not effective"), a word of blame is
a strength ("no delay"); reach ends at a contrast or a clause's end. Two sides of a contrast
with different signs make a mixed sentence.
"""

import re

from store.findings.labels import Context, Label
from store.findings.phrases import Hit, PhraseFinder, Token, tokens_of
from store.findings.themes import Vocabulary
from store.model.vocabulary import Polarity

REACH = 5
"""Words that a negation reaches to its right."""
MAX_THEMES = 4
_BARE_NEGATIONS = frozenset({"not", "cannot", "never", "rarely", "lack of", "few", "little"})
_CLAUSE_END = re.compile(r"[,;:.–—]")
_RECOMMENDS = re.compile(
    r"(?:ensure|improve|review|strengthen|take (?:steps|action)|accelerate|develop|increase"
    r"|monitor|provide|raise|implement|work with|embed|secure|reduce|establish|undertake)\b",
    re.IGNORECASE,
)


class CueLabeller:
    """Labels from the phrases of themes.toml alone."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.name = "cues-1"
        self._vocabulary = vocabulary
        themes: dict[str, tuple[str, ...]] = {}
        for theme in vocabulary.themes:
            themes[f"strong:{theme.id}"] = theme.strong
            themes[f"weak:{theme.id}"] = theme.weak
            themes[f"avoid:{theme.id}"] = theme.avoid
        self._themes = PhraseFinder(themes)
        self._polarity = PhraseFinder(
            {
                name: vocabulary.polarity.get(name, ())
                for name in (
                    "concern",
                    "strength",
                    "negations",
                    "contrast",
                    "absence_of_risk",
                    "acknowledgement",
                    "action",
                )
            }
        )

    def label(
        self, texts: list[str], contexts: list[Context], *, marked: bool = True
    ) -> list[Label]:
        return [self._one(text, context) for text, context in zip(texts, contexts, strict=True)]

    def _one(self, text: str, context: Context) -> Label:
        tokens = tokens_of(text[:20_000])
        polarity, confidence, cues = self._polarity_of(text, tokens, context)
        themes, theme_cues = self._themes_of(tokens)
        spans = sorted({*cues, *theme_cues})
        return Label(polarity, themes, confidence, tuple(spans))

    # Polarity

    def _polarity_of(
        self, text: str, tokens: list[Token], context: Context
    ) -> tuple[Polarity, float, list[tuple[int, int]]]:
        if context.circumstances:
            return "neutral", 0.9, []
        hits = _longest(self._polarity.find(tokens))
        if context.improvement:
            return "concern", 0.9, [(hit.start, hit.end) for hit in hits if hit.tag == "concern"]
        negations = [hit for hit in hits if hit.tag == "negations"]
        contrasts = [hit.start for hit in hits if hit.tag == "contrast"]
        sides: list[float] = []
        cues: list[tuple[int, int]] = []
        for hit in hits:
            sign = {"concern": -1.0, "strength": 1.0, "absence_of_risk": 1.0}.get(hit.tag)
            if sign is None:
                continue
            negated = hit.tag != "absence_of_risk" and _reaches(text, negations, contrasts, hit)
            sides.append(-sign if negated else sign)
            cues.append((hit.start, hit.end))
        good = sum(side for side in sides if side > 0)
        bad = -sum(side for side in sides if side < 0)
        if bad and good:
            heavier: Polarity = "concern" if bad >= good else "strength"
            polarity: Polarity = "mixed" if contrasts else heavier
            return polarity, 0.5 + 0.1 * abs(bad - good) / (bad + good), cues
        if bad:
            return "concern", min(0.9, 0.6 + 0.1 * bad), cues
        if good:
            return "strength", min(0.9, 0.6 + 0.1 * good), cues
        if _RECOMMENDS.match(text):
            return "concern", 0.6, cues
        bare = [hit for hit in negations if hit.phrase in _BARE_NEGATIONS]
        if bare:
            return "concern", 0.55, [(hit.start, hit.end) for hit in bare]
        return "neutral", 0.5, cues

    # Themes

    def _themes_of(self, tokens: list[Token]) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
        hits = self._themes.find(tokens)
        covered: dict[str, list[Hit]] = {}
        for hit in hits:
            kind, _, theme = hit.tag.partition(":")
            if kind == "avoid":
                covered.setdefault(theme, []).append(hit)
        scores: dict[str, float] = {}
        spans: dict[str, list[tuple[int, int]]] = {}
        for hit in hits:
            kind, _, theme = hit.tag.partition(":")
            if kind == "avoid" or any(
                avoid.first <= hit.first and hit.last <= avoid.last
                for avoid in covered.get(theme, ())
            ):
                continue
            scores[theme] = scores.get(theme, 0.0) + (1.0 if kind == "strong" else 0.5)
            spans.setdefault(theme, []).append((hit.start, hit.end))
        chosen = sorted(
            (theme for theme, score in scores.items() if score >= 1.0),
            key=lambda theme: -scores[theme],
        )[:MAX_THEMES]
        order = [theme.id for theme in self._vocabulary.themes]
        chosen.sort(key=order.index)
        return tuple(chosen), [span for theme in chosen for span in spans[theme]]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without those that a longer phrase of the same kind of sign covers."""
    signs = ("concern", "strength", "absence_of_risk")
    kept = []
    for hit in hits:
        covered = any(
            other is not hit
            and other.first <= hit.first
            and hit.last <= other.last
            and (other.last - other.first) > (hit.last - hit.first)
            and (other.tag in signs or other.tag == hit.tag)
            for other in hits
        )
        if not covered:
            kept.append(hit)
    return kept


def _reaches(text: str, negations: list[Hit], contrasts: list[int], hit: Hit) -> bool:
    for negation in negations:
        distance = hit.first - negation.last
        if not 0 < distance <= REACH:
            continue
        between = text[negation.end : hit.start]
        if _CLAUSE_END.search(between):
            continue
        if any(negation.end <= contrast < hit.start for contrast in contrasts):
            continue
        return True
    return False
