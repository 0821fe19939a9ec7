"""The time by which floods are measured."""

from itertools import count

import pytest

from tests.faults import own_time

pytestmark = pytest.mark.slow


def test_it_never_goes_back_however_many_threads_were_kept_waiting_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = count(step=1000.0)
    monkeypatch.setattr(own_time, "_waited", lambda _: dict.fromkeys("ab", next(seconds)))
    own = own_time.OwnTime(lambda: 1)
    looks = [own.now() for _ in range(5)]
    assert looks == sorted(set(looks))


def test_a_thread_that_ends_takes_nothing_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter(({"a": 1000.0, "b": 5.0}, {"b": 5.0}))
    monkeypatch.setattr(own_time, "_waited", lambda _: next(looks))
    own = own_time.OwnTime(lambda: 1)
    before = own.now()
    assert own.now() - before < 500
