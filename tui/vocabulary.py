"""The themes of the app that a screen is shown in."""

from typing import Any

from textual.app import App

from store.findings.themes import Vocabulary, vocabulary


def vocabulary_of(app: App[Any]) -> Vocabulary:
    """The user's themes where the app has read them, else those of the package."""
    known = getattr(app, "vocabulary", None)
    return known if isinstance(known, Vocabulary) else vocabulary(None, phrases=False)
