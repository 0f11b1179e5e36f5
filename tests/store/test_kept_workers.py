"""Kept workers: the next borrower has those of the last, while they are enough and for a while."""

import time
from pathlib import Path

import pytest

from store.intake import Workers, take_in
from store.intake.kept import KeptWorkers
from store.library import Library
from tests.conftest import SAMPLES

LETTER = next(SAMPLES.glob("*.txt"))


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[Workers]:
    """The workers that were ended, in turn."""
    those: list[Workers] = []
    end = Workers.end

    def note(workers: Workers) -> None:
        those.append(workers)
        end(workers)

    monkeypatch.setattr(Workers, "end", note)
    return those


def test_the_next_borrower_has_the_workers_of_the_last(ended: list[Workers]) -> None:
    kept = KeptWorkers(None)
    first = kept.lend(2)
    second = kept.lend(1)
    assert second is not first
    kept.give_back(first)
    assert kept.lend(1) is first
    assert kept.lend(1) is not first
    assert ended == []
    kept.end()


def test_fewer_than_are_needed_are_not_lent(ended: list[Workers]) -> None:
    kept = KeptWorkers(None)
    few = kept.lend(1)
    kept.give_back(few)
    many = kept.lend(2)
    assert many.count == 2
    kept.give_back(many)
    assert ended == [few]
    kept.end()
    assert ended == [few, many]


def test_what_nobody_asks_for_is_ended_after_a_while(ended: list[Workers]) -> None:
    kept = KeptWorkers(None, seconds=0.01)
    workers = kept.lend(1)
    kept.give_back(workers)
    for _ in range(500):
        if ended:
            break
        time.sleep(0.01)
    assert ended == [workers]
    assert kept.lend(1) is not workers


def test_what_is_given_back_after_the_end_is_ended(ended: list[Workers]) -> None:
    kept = KeptWorkers(None)
    workers = kept.lend(1)
    kept.end()
    kept.give_back(workers)
    assert ended == [workers]


def test_kept_workers_read_again(empty_library: Library, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(LETTER.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    kept = KeptWorkers(None)
    for file in (LETTER, other):
        workers = kept.lend(1)
        assert [each.status for each in take_in([file], empty_library, readers=workers)] == [
            "added"
        ]
        kept.give_back(workers)
    assert len(empty_library) == 2
    kept.end()
