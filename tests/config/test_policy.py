"""Policies that make no sense cannot be made."""

from datetime import timedelta

import pytest

from core.alerting.policy import AskedGroup, Policy, PolicyStep

MINUTE = timedelta(minutes=1)


def test_a_policy_needs_a_step() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Policy(())


@pytest.mark.parametrize(
    ("at_once", "wait", "times"), [(0, MINUTE, 1), (1, timedelta(), 1), (1, -MINUTE, 1), (1, MINUTE, 0)]
)
def test_a_step_asks_somebody_and_waits(at_once: int, wait: timedelta, times: int) -> None:
    with pytest.raises(ValueError, match="asks nobody or never waits"):
        PolicyStep(AskedGroup.REGION, at_once, wait, times)
