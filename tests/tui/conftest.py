"""Fixtures for tests of the app: what it put on the clipboard."""

import pytest


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr("tui.clipboard.copy", lambda app, text: words.append(text))
    return words
