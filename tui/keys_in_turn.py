"""Keys in turn: what is typed behind a key goes to the screen or the field which that key opens.

Textual hands every key to whatever has the focus when the key arrives. Over a lagging line, from a
macro or a screen reader, keys arrive together: those behind `s` would be run as commands by the
screen that the search is just about to cover. Here a key waits until the one before it has been
dealt with, and until what that one asked for is there.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Any, Final, Protocol, runtime_checkable

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input

PATIENCE: Final = 2.0
"""Seconds that a key waits at most: whatever hangs, the keys go on."""
ROUNDS: Final = 12
"""So many times a key waits for messages that still go to and fro. What a key causes is done in
fewer; beyond that they come from work behind the screen, such as reading files."""


MOVES: Final = frozenset(
    """row-down row-up row-first row-last page-down page-up expand collapse next previous
    cell-left cell-right choice-down choice-up choice-left choice-right choices-down choices-up
    column-left column-right column-first column-last next-difference former-difference
    next-sentence former-sentence narrower wider""".split()
)
"""Commands that move a cursor or an edge and do nothing else."""
PAUSE: Final = 0.005
"""Seconds between one look for what is awaited and the next."""
LATE: Final = -1
"""In the place of a number: the time is up."""


class Followed(Message):
    """Sent after a key along its way, from the widget with the focus up to the app: when it is
    here, all of them have dealt with the key and with what it caused until now."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()


@runtime_checkable
class Awaits(Protocol):
    """A screen that is about to show what a key is meant for."""

    def awaits(self, key: str) -> bool:
        """Whether this key is to wait."""


class KeysInTurn(App[None], inherit_bindings=False):
    """An app in which no key overtakes what the key before it asked for.

    A screen that is one of `Awaits` has a say in it.
    """

    keys_wait_for = 0
    """How many things are to be done after the next frame that keys wait for."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._number = 0
        """Of the message that was sent last after a key."""
        self._asked = False
        """Whether the last key may have asked for something that is not there yet."""
        self.last_key_at = 0.0
        """When a key was handed on last, by the monotonic clock."""
        self._rounds = 0
        self._patience: asyncio.TimerHandle | None = None

    @property
    def keys_waiting(self) -> int:
        return len(self._waiting)

    async def on_event(self, event: events.Event) -> None:
        typed = isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
        if not typed:
            await super().on_event(event)
            return
        assert isinstance(event, (events.Key, events.Paste))
        if monotonic() > self.last_key_at + PATIENCE:
            self._asked = False  # what goes to and fro now comes from work behind the screen
        if not self._waiting and self._is_there(event) and (not self._asked or self._is_quiet()):
            await self._hand_on(event)
            return
        self._waiting.append(event)
        if len(self._waiting) == 1:
            self._begin_waiting()

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        self._asked, self.last_key_at = self._asks(event), monotonic()
        await super().on_event(event)

    def _asks(self, typed: events.Key | events.Paste) -> bool:
        """Whether this may bring another screen, or give the keys to another field or pane.

        Those that only move a cursor or write into a field do not. The next key then need not
        wait for what they show: a key held down would run late.
        """
        if isinstance(typed, events.Paste):
            return True
        in_field = isinstance(self.focused, Input)
        if in_field and typed.is_printable:
            return False
        for node, bindings in self.screen._modal_binding_chain:
            for binding in bindings.key_to_bindings.get(typed.key, ()):
                if in_field and node is self.focused and binding.id is None:
                    return binding.action == "submit"
                return binding.id not in MOVES
        return True

    def press_first(self, key: events.Key) -> None:
        """Have a key pressed, before those that were typed behind it."""
        self._waiting.appendleft(key)
        if len(self._waiting) == 1:
            self._begin_waiting()

    def _begin_waiting(self) -> None:
        self._rounds = 0
        loop = asyncio.get_running_loop()
        self._patience = loop.call_later(PATIENCE, self.post_message, Followed(LATE))
        self._follow()

    def _follow(self) -> None:
        """Send a message the way that the last key went."""
        self._number += 1
        message = Followed(self._number)
        target: MessagePump = (self.focused or self.screen) if self.screen_stack else self
        if not target.post_message(message):  # it is being closed
            self.post_message(message)

    @on(Followed)
    async def _go_on(self, event: Followed) -> None:
        event.stop()
        late = event.number == LATE
        if not self._waiting or (not late and event.number != self._number):
            return
        if late:
            self.keys_wait_for = 0  # what was to be done went with its screen
        elif not self._is_there(self._waiting[0]):
            # What is awaited comes in its own time; to ask in a tight loop would slow it down.
            self._number += 1
            asyncio.get_running_loop().call_later(PAUSE, self._follow)
            return
        elif not self._is_quiet() and self._rounds < ROUNDS:
            self._rounds += 1
            self._follow()
            return
        if self._patience is not None:
            self._patience.cancel()
        self._number += 1
        await self._hand_on(self._waiting.popleft())
        while self._waiting and not self._asked and self._is_there(self._waiting[0]):
            await self._hand_on(self._waiting.popleft())
        if self._waiting:
            self._begin_waiting()

    def _is_there(self, typed: events.Key | events.Paste) -> bool:
        """Whether what this is typed for is there: the screen on top as a whole, the field that
        was asked for."""
        if not self.screen_stack or self.keys_wait_for:
            return False
        screen = self.screen
        key = typed.key if isinstance(typed, events.Key) else ""
        return screen.is_mounted and not (isinstance(screen, Awaits) and screen.awaits(key))

    def _is_quiet(self) -> bool:
        """Whether app, screen and widgets have no message left to deal with."""
        return not _busy(self) and not any(map(_busy, self.screen.walk_children(with_self=True)))


def _busy(pump: MessagePump) -> bool:
    return bool(pump.message_queue_size or pump._pending_message is not None)


def ahead_of_keys(node: Widget, callback: Callable[[], object]) -> None:
    """Call this after the next frame, as `call_after_refresh` does; keys wait for it."""
    app = node.app
    if not isinstance(app, KeysInTurn):
        node.call_after_refresh(callback)
        return
    app.keys_wait_for += 1

    def call() -> object:
        app.keys_wait_for = max(0, app.keys_wait_for - 1)
        return callback()

    node.call_after_refresh(call)
