"""A TinyDB table whose changes cost what the changed rows cost.

TinyDB's own table builds every row's number anew at each change and hands the storage all of
them. This one hands the storage the rows that were touched, and reads rows when they are asked
for. It does what TinyDB's does in every other respect (test_same_as_tinydb.py, in
tests/store/library/journal, runs both side by side).

    db = TinyDB("letters.jsonl", storage=JournalStorage)
    db.table_class = JournalTable
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, Final

import msgspec
from tinydb.table import Table

from store.library.journal import JournalStorage
from store.library.lines import patch_of

_GONE: Final = object()


class JournalTable(Table):
    """A table of a `JournalStorage`."""

    _storage: JournalStorage

    def _read_table(self) -> Mapping[str, Any]:  # type: ignore[override, unused-ignore]
        self._storage.catch_up()
        return _Read(self._storage.rows(self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        self._storage.catch_up()
        rows = _Changed(self._storage.rows(self.name))
        updater(rows)  # type: ignore[arg-type]
        self._storage.commit({self.name: rows.changes()})
        self.clear_cache()


class _Read(Mapping[str, Any]):
    """Rows read when they are asked for, each time anew: who changes one changes no other's."""

    def __init__(self, raw: Mapping[str, msgspec.Raw]) -> None:
        self._raw = raw

    def __getitem__(self, number: str) -> Any:
        return msgspec.json.decode(self._raw[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


class _Changed(MutableMapping[int, Any]):
    """The rows with what an update makes of them laid over."""

    def __init__(self, raw: Mapping[str, msgspec.Raw]) -> None:
        self._raw = raw
        self._touched: dict[int, Any] = {}

    def __contains__(self, number: object) -> bool:
        if number in self._touched:
            return self._touched[number] is not _GONE
        return str(number) in self._raw

    def __getitem__(self, number: int) -> Any:
        if number not in self:
            raise KeyError(number)
        if number not in self._touched:
            self._touched[number] = msgspec.json.decode(self._raw[str(number)])
        return self._touched[number]

    def __setitem__(self, number: int, row: Any) -> None:
        self._touched[number] = row

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._touched[number] = _GONE

    def __iter__(self) -> Iterator[int]:
        for number in map(int, list(self._raw)):
            if self._touched.get(number) is not _GONE:
                yield number
        yield from (
            number
            for number, row in list(self._touched.items())
            if row is not _GONE and str(number) not in self._raw
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._touched = dict.fromkeys(self, _GONE)

    def changes(self) -> dict[str, Any]:
        """Row number -> row as it is now, None for one that is gone; unchanged ones left out."""
        changed: dict[str, Any] = {}
        for key, row in self._touched.items():
            number = str(key)
            was = self._raw.get(number)
            if row is _GONE:
                if was is not None:
                    changed[number] = None
            elif was is None or bytes(was) != patch_of(row):
                changed[number] = row
        return changed
