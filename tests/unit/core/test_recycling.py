"""A worker begins afresh after its long jobs, and never while something runs."""

from colloquy.core.recycling import Recycling


class Stops:
    """Counts how often the worker was asked to stop."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def _run(recycling: Recycling, *, long: bool) -> bool:
    with recycling.job() as was_long:
        if was_long and long:
            was_long()
        return was_long is not None


def test_a_worker_stops_once_after_so_many_long_jobs() -> None:
    stops = Stops()
    recycling = Recycling(2, stops)

    assert [_run(recycling, long=True) for _ in range(4)] == [True, True, False, False]

    assert (stops.count, recycling.is_due) == (1, True)


def test_short_jobs_do_not_count() -> None:
    stops = Stops()
    recycling = Recycling(1, stops)

    assert all(_run(recycling, long=False) for _ in range(9))

    assert stops.count == 0


def test_what_runs_beside_it_is_waited_for() -> None:
    stops = Stops()
    recycling = Recycling(1, stops)

    with recycling.job() as captions:
        assert captions
        _run(recycling, long=True)
        assert stops.count == 0

    assert stops.count == 1
