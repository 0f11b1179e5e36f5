"""Draws hostile files: one kind after another, each as a seed has it."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.conftest import SAMPLES, SHARED
from tests.hostile.harm import harmed, harmed_part
from tests.hostile.packages import PACKAGES
from tests.hostile.pages import PAGES
from tests.hostile.pdfs import PDFS, Maker
from tests.hostile.places import named, odd_things
from tests.hostile.words import TEXTS

NUMBER = int(os.environ.get("OFSTED_HOSTILE", "200"))
SEED = os.environ.get("OFSTED_HOSTILE_SEED", "1")
SUFFIX = {PDFS: ".pdf", PAGES: ".html", PACKAGES: ".docx", TEXTS: ".txt"}


def seeds() -> list[Path]:
    """Good files to harm: the real reports where they are, and the samples."""
    real = sorted((SHARED / "corpus").rglob("*.pdf")) if (SHARED / "corpus").is_dir() else []
    return [*real, *(p for p in sorted(SAMPLES.iterdir()) if not p.name.startswith("README"))]


def hostile_files(folder: Path, number: int, server: str, seed: str = SEED) -> Iterator[Path]:
    """Write so many hostile files, and after them one of each odd thing; give their paths.

    `server` is an address that is given to whoever would ask there.
    """
    makers = [(maker, suffix) for some, suffix in SUFFIX.items() for maker in some]
    good = seeds()
    for place in range(number):
        chance = Random(f"hostile {seed} {place}")
        if place % 2:
            data, suffix = _harmed(chance.choice(good), chance)
        else:
            maker, suffix = makers[place // 2 % len(makers)]
            data = _made(maker, chance, server)
        path = named(folder, place, suffix, chance)
        path.write_bytes(data)
        yield path
    things = folder / "things"
    things.mkdir()
    yield from odd_things(things)


def _harmed(file: Path, chance: Random) -> tuple[bytes, str]:
    data = file.read_bytes()
    if file.suffix == ".docx" and chance.random() < 0.7:
        return harmed_part(data, chance), file.suffix
    return harmed(data, chance), file.suffix


def _made(maker: Maker, chance: Random, server: str) -> bytes:
    data = maker(chance, server)
    return harmed(data, chance) if chance.random() < 0.15 and data else data
