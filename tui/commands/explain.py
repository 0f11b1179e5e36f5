"""Why findings have their labels, for the command line."""

from typing import Any

from store import paths
from store.findings.finder import Finder
from store.library import Library
from store.model.finding import Finding
from tui.commands.output import plain

MOST = 6
"""Words told of each label."""


class Explanations:
    """Explains findings of one library; a document is read when its first finding comes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._finder = Finder(paths.themes_file())

    def line(self, finding: Finding) -> dict[str, Any] | None:
        """The words with their weights, what came second, the score of every theme."""
        why = self._finder.why(self._library.document(finding.document), finding.index)
        if why is None:
            return None
        return {
            "decided_by": why.label.by,
            "scores": _rounded(why.scores.polarity),
            "runner_up": why.runner_up[0],
            "themes": _rounded(why.scores.themes),
            "words": [
                {
                    "start": word.start,
                    "end": word.end,
                    "polarity": round(word.polarity, 3),
                    "themes": _rounded(word.themes),
                }
                for word in why.words
            ],
        }

    def text(self, finding: Finding) -> str:
        """The finding, then what speaks for its label, in a few plain lines."""
        rows = [plain(finding.text), f"  {finding.citation}"]
        why = self._finder.why(self._library.document(finding.document), finding.index)
        if why is None:
            return "\n".join(rows)
        label, (second, probability) = why.label, why.runner_up
        if why.rule is None:
            rows.append(
                f"  {label.polarity} {why.scores.polarity[label.polarity]:.0%}, then {second} "
                f"{probability:.0%}"
            )
        else:
            (first, most), (second, probability) = why.ranked[:2]
            rows.append(f"  {label.polarity}, decided by {why.rule}")
            rows.append(f"  the words alone: {first} {most:.0%}, then {second} {probability:.0%}")
        best = sorted(why.words, key=lambda word: -abs(word.polarity))[:MOST]
        for word in best:
            bar = "█" * round(abs(word.polarity) * 20)
            printed = plain(finding.text[word.start : word.end])
            rows.append(f"    {printed:<24.24} {word.polarity:+5.0%} {bar}")
        for theme, score in sorted(why.scores.themes.items(), key=lambda item: -item[1])[:4]:
            given = "●" if theme in label.themes else " "
            rows.append(f"  {given} {theme:<24} {score:5.0%}")
        return "\n".join(rows)


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(score, 3) for name, score in scores.items()}
