"""The app in a real browser. What it paints is read off its terminal's messages."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyte
import pytest

from tests.serving.conftest import SECONDS

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

    def until(self, shown: Callable[[str], bool], seconds: float = SECONDS) -> str:
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
    page.page.goto(address, timeout=SECONDS * 1000)
    page.until(lambda text: "Tameside" in text and " found · " in text.splitlines()[0])
    page.page.click("#terminal")
    return page


def title(text: str) -> str:
    """The line at the top, which tells what is selected or read."""
    return text.splitlines()[0]


def found(text: str) -> int:
    return int(title(text).partition(" found")[0].split()[-1])


def filter_by_workforce(page: Page) -> str:
    page.page.keyboard.press("t")
    page.until(lambda text: "press its letter" in text)
    page.page.keyboard.press("w")
    return page.until(lambda text: "workforce" in title(text).lower())


def test_filtering_and_reading_in_a_page(browser: Any, served: str) -> None:
    page = opened(browser, served)
    before = page.text()
    page.page.keyboard.press("3")
    assert found(filter_by_workforce(page)) < found(before)
    page.page.keyboard.press("Enter")
    shown = page.until(lambda text: "concerns: 1 of" in title(text))
    assert "focused visit letter" in title(shown) and "Councils" not in shown
    page.page.keyboard.press("Escape")
    page.until(lambda text: "Councils" in text and "workforce" in title(text).lower())


def test_two_sessions_do_not_disturb_each_other(browser: Any, served: str) -> None:
    one, other = opened(browser, served), opened(browser, served)
    filter_by_workforce(one)
    one.page.close()
    assert "workforce" not in title(other.text()).lower()
    other.page.keyboard.press("p")
    shown = other.until(lambda text: "strengths" in title(text))
    assert "workforce" not in title(shown).lower()


def test_what_uses_files_of_the_server_is_told_and_not_done(browser: Any, served: str) -> None:
    page = opened(browser, served)
    assert "Add" not in page.text().splitlines()[-1]
    page.page.keyboard.press("a")
    page.until(lambda text: "In a web page this is not done" in text)
    page.page.keyboard.press("e")
    page.until(lambda text: "This page is for reading" in text)


def test_the_terminal_fills_the_window_and_follows_it(browser: Any, served: str) -> None:
    page = opened(browser, served)

    def fills(width: int, height: int) -> bool:
        wide, high = cell(page)
        across, down = page.screen.columns * wide, page.screen.lines * high
        return abs(across - width) < 3 * wide and abs(down - height) < 2 * high

    page.until(lambda _: fills(1400, 900))
    page.page.set_viewport_size({"width": 700, "height": 500})
    page.until(lambda _: fills(700, 500))
    page.until(lambda text: "1 Councils" in text and "15 documents" in text)


def cell(page: Page) -> tuple[float, float]:
    """Width and height of one character on the page."""
    box = page.page.locator(".xterm-screen").bounding_box()
    return box["width"] / page.screen.columns, box["height"] / page.screen.lines


def test_the_page_asks_no_other_machine_and_its_console_is_clean(browser: Any, served: str) -> None:
    asked, wrong = [], []
    context = browser.new_context()
    blank = context.new_page()
    blank.on("request", lambda request: asked.append(request.url))
    blank.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    blank.goto(served)
    blank.wait_for_selector("body.-first-byte", timeout=SECONDS * 1000)
    assert asked and all(url.startswith(served) for url in asked)
    assert not wrong
    assert blank.evaluate("document.fonts.check('16px \\'Roboto Mono\\'')")
    context.close()


def test_a_session_that_ended_can_be_opened_again(browser: Any, served: str) -> None:
    page = opened(browser, served)
    page.page.keyboard.press("q")
    page.page.get_by_role("button", name="Open again").click(timeout=SECONDS * 1000)
    page.until(lambda text: "Tameside" in text)
