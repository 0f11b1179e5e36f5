"""The rate of a run, and what is left of it, by a clock of the test's own."""

from store.intake.pace import Pace, duration


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_rate_and_time_left() -> None:
    clock = Clock()
    pace = Pace(100, clock)
    assert pace.words == "0 of 100" and pace.rate is None and pace.left is None
    for _ in range(20):
        clock.now += 0.5
        pace.step()
    assert pace.rate == 2.0 and pace.left == 40.0
    assert pace.words == "20 of 100 · 2.0 a second · 40 s left"


def test_the_rate_is_that_of_late() -> None:
    clock = Clock()
    pace = Pace(1_000, clock)
    for _ in range(100):
        clock.now += 0.1
        pace.step()
    for _ in range(10):
        clock.now += 10
        pace.step()
    assert pace.rate is not None and 0.05 < pace.rate < 0.2
    assert "6 a minute" in pace.words


def test_nothing_is_said_where_there_is_nothing_to_go_by() -> None:
    clock = Clock()
    pace = Pace(2, clock)
    pace.step()
    assert pace.words == "1 of 2"
    clock.now += 5
    pace.step()
    assert pace.words == "2 of 2"
    assert Pace(0).words == "0 of 0"


def test_durations() -> None:
    assert [duration(s) for s in (0.2, 8, 89, 95, 3_600, 7_500)] == [
        "1 s", "8 s", "89 s", "2 min", "60 min", "2 h 5 min",
    ]  # fmt: skip
