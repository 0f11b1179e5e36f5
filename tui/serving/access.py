"""Who may come in: by address on this machine, by token from elsewhere."""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

COOKIE: Final = "ofsted_tui_token"
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_right(given: str | None, token: str) -> bool:
    """Whether the token is the one wanted, taking the same time for every wrong one."""
    return hmac.compare_digest((given or "").encode(), token.encode())


class Door:
    """Checks every request, the websocket's among them."""

    def __init__(self, host: str, token: str | None) -> None:
        self._loopback = is_loopback(host)
        self._token = token

    @web.middleware
    async def check(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Let a request in, or answer why not.

        A page of another site that is open in the same browser could ask too: it is known by the
        name it asked for (where only this machine may come in) and by its Origin.
        """
        if self._loopback and _name_of(f"//{request.host}") not in _LOCAL:
            raise web.HTTPForbidden(text="This address is served to this machine only.")
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Another site may not ask.")
        if self._token is not None:
            given = request.query.get("token")
            if given is not None and request.path == "/":
                raise self._remembered(request, given)
            if not is_right(request.cookies.get(COOKIE), self._token):
                raise web.HTTPUnauthorized(text="Open the address with ?token=… at its end.")
        return await handler(request)

    def _remembered(self, request: web.Request, given: str) -> web.HTTPException:
        """Put a right token in a cookie, and out of the address, which others may see."""
        assert self._token is not None
        if not is_right(given, self._token):
            return web.HTTPUnauthorized(text="The token is not right.")
        answer = web.HTTPSeeOther("/")
        answer.set_cookie(
            COOKIE, given, httponly=True, samesite="Strict", secure=request.secure, path="/"
        )
        return answer


def _name_of(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
