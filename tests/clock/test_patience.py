"""Patience is measured in time that was lived through."""

from bot.clock.follower import Patience


def test_patience_ends_after_its_seconds_of_looking() -> None:
    patience = Patience(3, now=100.0)
    assert [patience.over(now) for now in (100.5, 101.5, 102.5, 103.0)] == [False, False, False, True]


def test_a_machine_that_slept_for_an_hour_has_cost_one_second() -> None:
    patience = Patience(3, now=100.0)
    assert not patience.over(3700.0)
    assert not patience.over(3701.0)
    assert patience.over(3702.0)


def test_whatever_goes_on_renews_it() -> None:
    patience = Patience(1, now=100.0)
    patience.renew(100.9)
    assert not patience.over(101.5)
    assert patience.over(101.9)
