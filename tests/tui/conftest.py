"""Fixtures for tests of the app: what it put on the clipboard, what it notified."""

from typing import Any

import pytest

from tui.app import OfstedApp


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr("tui.clipboard.copy", lambda app, text: words.append(text))
    return words


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that was notified, also what has gone from the screen since."""
    words: list[str] = []
    notify = OfstedApp.notify

    def noted(app: OfstedApp, message: str, **more: Any) -> None:
        words.append(message)
        notify(app, message, **more)

    monkeypatch.setattr(OfstedApp, "notify", noted)
    return words
