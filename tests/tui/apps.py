"""The app as tests open it: on a library of their own, with nothing of this machine in sight."""

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from store.library import Library
from tui.app import OfstedApp
from tui.screens.browse import Browse
from tui.settings import Settings


def app_on(
    library: Library,
    *,
    theme: str = "dark",
    new_paths: Sequence[Path] = (),
    settings: Settings | None = None,
) -> OfstedApp:
    return OfstedApp(
        library,
        settings or Settings(theme=theme),
        new_paths,
        themes_file=Path("/nonexistent/themes.toml"),
    )


async def settled(pilot: Pilot[Any]) -> None:
    """Until workers have ended, or were given up for later ones, and their messages are dealt
    with."""
    await pilot.pause()
    with contextlib.suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    while not all(worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def answered(pilot: Pilot[Any]) -> None:
    """Until what was asked last is answered: one worker may start the next."""
    for _ in range(4):
        await settled(pilot)


def browse_of(app: OfstedApp) -> Browse:
    return next(screen for screen in app.screen_stack if isinstance(screen, Browse))
