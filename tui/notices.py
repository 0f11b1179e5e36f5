"""Notices one at a time: the next takes the place of the last, and escape puts it away."""

from time import time
from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import App
from textual.notifications import Notify
from textual.widgets._toast import ToastHolder

from tui.keys import KEYS

if TYPE_CHECKING:
    from tui.settings import Settings

UNREAD: Final = 2.0
"""Seconds that a warning stays beside another notice: nobody has read it sooner."""


class ShowsOneNotice(App[None]):
    """An app whose notices never pile up over what they tell of."""

    settings: "Settings"

    def on_notify(self, event: Notify) -> None:
        """Make room for a notice; Textual's own handler then shows it."""
        new = event.notification
        for old in list(self._notifications):
            unread = old.severity != "information" and time() - old.raised_at < UNREAD
            if not unread or old.message == new.message:
                self._unnotify(old, refresh=False)

    def take_notices_along(self) -> None:
        """Another screen comes over this one: it shows the notice, so this one need not."""
        if self.screen_stack:
            self.screen.query(ToastHolder).remove()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            keys = (self.settings.keys.get("back") or KEYS["back"].keys).split(",")
            if event.key in keys and len(self._notifications):
                self.clear_notifications()
        await super().on_event(event)
