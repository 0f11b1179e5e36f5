"""Asks a site for pages and files as a guest should: one request at a time, with pauses.

It says who it is, keeps to robots.txt, asks again only after a failure that may pass, remembers
pages and asks whether they have changed, and goes on with a file where it was broken off.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from store import __version__

if TYPE_CHECKING:
    import httpx

AGENT: Final = f"ofsted-tui/{__version__} (reads inspection documents; one request at a time)"
PASSING: Final = frozenset({429, 500, 502, 503, 504})
"""Statuses after which it is worth asking again."""
LARGEST_PAGE: Final = 8_000_000


_Read = TypeVar("_Read")


class FetchError(Exception):
    """A page or file could not be had; the message says which and why."""

    def __init__(self, words: str, status: int | None = None) -> None:
        super().__init__(words)
        self.status = status
        """What the site answered, if it did."""


class Manners(msgspec.Struct, frozen=True):
    """How a site is asked. Seconds and bytes."""

    delay: float = 2.0
    """Between two requests."""
    timeout: float = 30.0
    tries: int = 3
    largest: int = 64_000_000
    redirects: int = 5


class _Remembered(msgspec.Struct, frozen=True):
    etag: str | None
    modified: str | None
    body: bytes


class Guest:
    """Asks for pages and files, one after another. Use it as a context manager."""

    def __init__(
        self,
        cache: Path,
        manners: Manners = Manners(),  # noqa: B008 - frozen
        proceed: Callable[[], bool] = lambda: True,
    ) -> None:
        import httpx

        self._cache = cache
        self._manners = manners
        self._proceed = proceed
        self._client = httpx.Client(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
            timeout=manners.timeout,
            follow_redirects=True,
            max_redirects=manners.redirects,
        )
        self._asked = 0.0
        self._robots: dict[str, RobotFileParser] = {}

    def __enter__(self) -> "Guest":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def page(self, url: str) -> bytes:
        """A page, from memory where the site says that it has not changed.

        Raises:
            FetchError: it cannot be had, is too large or is not for robots.
        """
        self._allowed(url)
        kept = self._recall(url)
        headers = {}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified

        def read(answer: "httpx.Response") -> bytes:
            if answer.status_code == 304 and kept:
                return kept.body
            body = bytearray()
            for piece in answer.iter_bytes():
                body += piece
                if len(body) > LARGEST_PAGE:
                    raise FetchError(f"{url} is larger than {LARGEST_PAGE:,} bytes: no such page.")
            self._remember(url, answer, bytes(body))
            return bytes(body)

        return self._ask(url, headers, read)

    def file(self, url: str, out: Path) -> Path:
        """Download a file to `out`, whole; what was broken off is gone on with.

        Raises:
            FetchError: it cannot be had, is too large or is not for robots.
        """
        self._allowed(url)
        out.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = out.with_name(f"{out.name}.part")

        def read(answer: "httpx.Response") -> Path:
            begun = part.stat().st_size if answer.status_code == 206 and part.exists() else 0
            with part.open("ab" if begun else "wb") as file:
                for piece in answer.iter_bytes():
                    begun += len(piece)
                    if begun > self._manners.largest:
                        file.close()
                        part.unlink()
                        raise FetchError(f"{url} is larger than {self._manners.largest:,} bytes.")
                    file.write(piece)
                    if not self._proceed():
                        raise FetchError("Stopped.")
            part.replace(out)
            return out

        def headers() -> dict[str, str]:
            # Bytes as they are: a range of packed bytes could not be joined to what is there.
            told = {"Accept-Encoding": "identity"}
            if part.exists() and part.stat().st_size:
                told["Range"] = f"bytes={part.stat().st_size}-"
            return told

        try:
            return self._ask(url, headers, read)
        except FetchError as error:
            if error.status != 416 or not part.exists():
                raise
            part.unlink()  # the file on the site is another than the one begun
            return self._ask(url, headers, read)

    def _ask(
        self,
        url: str,
        headers: "dict[str, str] | Callable[[], dict[str, str]]",
        read: "Callable[[httpx.Response], _Read]",
    ) -> _Read:
        import httpx

        problem, status = "", None
        for attempt in range(self._manners.tries):
            self._pause(attempt)
            if not self._proceed():
                raise FetchError("Stopped.")
            told = headers() if callable(headers) else headers
            try:
                with self._client.stream("GET", url, headers=told) as answer:
                    if answer.status_code == 304 or answer.is_success:
                        return read(answer)
                    status = answer.status_code
                    problem = f"the site answered {answer.status_code} {answer.reason_phrase}"
                    if answer.status_code not in PASSING:
                        break
            except httpx.TooManyRedirects:
                problem = "it leads from one address to the next without end"
                break
            except httpx.TimeoutException:
                problem = f"no answer within {self._manners.timeout:g} seconds"
            except httpx.TransportError as error:
                problem = str(error) or type(error).__name__
            except httpx.InvalidURL as error:
                problem = str(error)
                break
        raise FetchError(f"{url} could not be had: {problem}.", status)

    def _pause(self, attempt: int) -> None:
        """Wait until the next request is due; longer after each failure."""
        due = self._asked + self._manners.delay * 2**attempt
        while (left := due - time.monotonic()) > 0 and self._proceed() and self._asked:
            time.sleep(min(left, 0.1))
        self._asked = time.monotonic()

    def _allowed(self, url: str) -> None:
        """Raise if robots.txt keeps us out; a site without one lets everybody in (RFC 9309)."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            raise FetchError(f"{url} is no web address.")
        site = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots.get(site)
        if rules is None:
            rules = self._robots[site] = RobotFileParser()
            rules.parse(self._robots_of(site).splitlines())
        if not rules.can_fetch(AGENT, url):
            raise FetchError(f"{url} could not be had: the site's robots.txt asks us to stay out.")

    def _robots_of(self, site: str) -> str:
        try:
            body = self._ask(urljoin(site, "/robots.txt"), {}, lambda answer: answer.read())
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500:
                return ""
            raise
        return body[:500_000].decode("utf-8", "replace")

    # Pages remembered

    def _file_of(self, url: str) -> Path:
        return self._cache / f"{hashlib.sha256(url.encode()).hexdigest()[:24]}.msgpack"

    def _recall(self, url: str) -> _Remembered | None:
        try:
            return msgspec.msgpack.decode(self._file_of(url).read_bytes(), type=_Remembered)
        except (OSError, msgspec.DecodeError):
            return None

    def _remember(self, url: str, answer: "httpx.Response", body: bytes) -> None:
        etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        if not (etag or modified):
            return
        kept = msgspec.msgpack.encode(_Remembered(etag, modified, body))
        try:
            self._cache.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file_of(url).write_bytes(kept)
        except OSError:
            return  # a page that cannot be remembered is asked for again
