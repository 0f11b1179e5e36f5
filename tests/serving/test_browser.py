"""The app in a real browser. What it paints is read off its terminal's messages."""

import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyte
import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


class Page:
    """A page with what its terminal shows."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self._stream: pyte.ByteStream | None = None
        self.screen = pyte.Screen(80, 24)
        page.on("websocket", self._listen)

    def _listen(self, socket: Any) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame: Any) -> None:
        import json

        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        kind, *rest = json.loads(text)
        if kind == "resize":
            self.screen.resize(rest[0]["height"], rest[0]["width"])

    def _received(self, frame: Any) -> None:
        if self._stream is None:
            self._stream = pyte.ByteStream(self.screen)
        if isinstance(frame, bytes):
            self._stream.feed(frame)

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, shown: Callable[[str], bool], seconds: float = 20.0) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.page.wait_for_timeout(100)
            if shown(self.text()):
                return self.text()
        raise AssertionError(self.text())

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(250)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield launched
        launched.close()


def opened(browser: Any, address: str) -> Page:
    page = Page(browser.new_page(viewport={"width": 1400, "height": 900}))
    page.page.goto(address)
    page.until(lambda text: "Tameside" in text and "Councils" in text)
    page.page.click("#terminal")
    return page


def test_filtering_and_reading_in_a_page(browser: Any, served: str) -> None:
    page = opened(browser, served)
    page.press("3", "t", "w")
    page.until(lambda text: "workforce" in text)
    page.press("Enter")
    shown = page.until(lambda text: "¶" in text or "para" in text)
    assert "Councils" not in shown.splitlines()[1]
    page.press("Escape")
    page.until(lambda text: "Councils" in text)


def test_two_sessions_do_not_disturb_each_other(browser: Any, served: str) -> None:
    one, other = opened(browser, served), opened(browser, served)
    one.press("3", "t", "w")
    one.until(lambda text: "workforce" in text.splitlines()[0])
    assert "workforce" not in other.text().splitlines()[0]
    one.page.close()
    other.press("p")
    other.until(lambda text: "strengths" in text.splitlines()[0])
