"""Journals that tests write, and the rows that are read from them."""

from pathlib import Path

from tinydb import TinyDB

from store.library.journal import JournalStorage
from store.library.table import JournalTable


class Database(TinyDB):
    """TinyDB with the table whose changes cost what the changed rows cost."""

    table_class = JournalTable


def written(file: Path, count: int = 4) -> bytes:
    table = TinyDB(file, storage=JournalStorage).table("t")
    for n in range(count):
        table.insert({"n": n, "words": "long enough to be cut"})
    return file.read_bytes()


def rows(file: Path) -> list[int]:
    return [row["n"] for row in (JournalStorage(file).read() or {}).get("t", {}).values()]
