"""Python's search for garbage, while nobody waits for the screen.

A look through all that an open library holds takes 15 to 30 ms; it came between a key and its
picture once in some ten keys.
"""

import gc
from time import monotonic
from typing import Final

from tui.keys_in_turn import KeysInTurn

EVERY: Final = 2.0
"""Seconds between one thought of it and the next."""
AT_REST: Final = 1.0
"""Seconds since the last key."""
SELDOM: Final = 1_000
"""In the place of Python's 10, after which all is looked through: as good as never."""
DUE: Final = 10
"""Python itself looks through everything when so much has come together."""


class CollectsAtRest(KeysInTurn):
    """An app that looks for garbage between keys, not behind them."""

    alone = False
    """Whether nothing else runs in this process: how garbage is looked for holds for all of it."""
    _settled = False

    def on_ready(self) -> None:
        """The first frame is shown: from now on garbage is collected, but not looked for in the
        thousands of objects that loading made and that stay."""
        if not self.alone:
            return
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], SELDOM)
        gc.enable()
        self.set_interval(EVERY, self._collect_at_rest)

    def _collect_at_rest(self) -> None:
        if monotonic() < self.last_key_at + AT_REST or gc.get_count()[2] < DUE:
            return
        gc.collect()
        if not self._settled:
            self._settled = True
            gc.freeze()  # the findings have been read by now; they stay as well
