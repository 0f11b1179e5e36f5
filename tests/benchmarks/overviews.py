"""The map of councils by themes with 153 councils and 500 documents: counting, drawing, keys."""

import asyncio
import random
import statistics
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from store.findings.themes import vocabulary
from store.library import Library, Record
from store.library.councils import council_cards
from store.library.record import as_json
from store.model.document import CouncilNamed
from store.selection.theme_map import ThemeMap, theme_map
from tests.benchmarks.measure import Row, seconds, write_results

COUNCILS, DOCUMENTS, SENTENCES = 153, 500, 350
SIZE = (200, 60)


def run() -> None:
    themes = [theme.id for theme in vocabulary(None, phrases=False).themes]
    records = _records(themes)
    cards = council_cards(records, [])
    maps: list[ThemeMap] = []
    taken = min(seconds(lambda: maps.append(theme_map(records, cards, themes))) for _ in range(5))
    with TemporaryDirectory() as folder:
        paint, moved = asyncio.run(_drawn(Path(folder), records))
    what = f"{COUNCILS} councils x {len(themes)} themes of {DOCUMENTS} documents"
    write_results(
        "Overviews",
        [
            Row(f"{what}: counted from the cards", f"{taken * 1000:.1f} ms"),
            Row(f"drawn whole, {SIZE[0]}x{SIZE[1]}", f"{paint:.1f} ms", "", "33 ms", paint < 33),
            Row("drawn after a cursor key", f"{moved:.1f} ms", "", "16 ms", moved < 16),
        ],
        [f"Made-up cards, of {SENTENCES} sentences each; medians of 20."],
    )


def _records(themes: list[str]) -> list[Record]:
    chance = random.Random(1)
    found = []
    for number in range(DOCUMENTS):
        name = f"Council {number % COUNCILS:03}"
        concerns = chance.randrange(10, 150)
        found.append(
            Record(
                id=f"d{number}",
                path=f"{number}",
                name=f"{number}",
                sha256=f"{number:064}",
                added="2025-01-01",
                kind="inspection-report",
                councils=(CouncilNamed(name, None),),
                date=f"{2010 + number % 15}-05-01",
                sentences=SENTENCES,
                counts={name: {"concern": concerns, "neutral": SENTENCES - concerns}},
                themes_kept=as_json({name: {theme: chance.randrange(0, 30) for theme in themes}}),
            )
        )
    return found


async def _drawn(folder: Path, records: list[Record]) -> tuple[float, float]:
    """Milliseconds for the whole table, and for it after the cursor has moved."""
    from store.selection import Filters
    from tests.tui.apps import app_on, settled
    from tui.screens.theme_map import ThemeMapScreen, ThemesTable

    library = Library(folder / "library.json")
    app = app_on(library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        library.records.update({record.id: record for record in records})
        library.__dict__.pop("councils", None)
        library.__dict__.pop("visits", None)
        words = vocabulary(None, phrases=False)
        screen = ThemeMapScreen(library, words, None, Filters(), date(2025, 6, 1))
        app.push_screen(screen)
        await settled(pilot)
        table = screen.query_one(ThemesTable)

        def draw() -> None:
            for y in range(table.size.height):
                table.render_line(y)

        def whole() -> None:
            table.forget_drawn()
            draw()

        def after_a_key() -> None:
            table.action_move(0, 1 if table.column < 3 else -1)
            draw()

        return tuple(  # type: ignore[return-value]
            statistics.median(seconds(measured) for _ in range(20)) * 1000
            for measured in (whole, after_a_key)
        )


if __name__ == "__main__":
    run()
