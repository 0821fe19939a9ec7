"""What others feel of a flood: in ``make faults``, on the real program, with the goals of docs/run/reliability.md."""

import pytest

from tests.faults.floods import FLOODS, measure
from tests.faults.scale import SCALE

pytestmark = pytest.mark.slow

ALERT, RECEIPT, HIDE = 3, 5, 5  # seconds at most
AMONG_FALSE = 2  # seconds, of the slowest of twenty true reports
RINGS = 4  # three offers, and a list that sounds every three minutes


@pytest.mark.skipif(
    not SCALE.long, reason="minutes, on a machine with nothing else to do; the order is tested elsewhere"
)
@pytest.mark.parametrize("name", FLOODS)
async def test_a_flood_delays_nobody_else(name: str) -> None:
    felt = await measure(name)
    assert felt.alert <= (AMONG_FALSE if name == "false_reports" else ALERT), felt
    assert felt.receipt <= RECEIPT, felt
    assert felt.hide <= HIDE, felt
    assert felt.rings <= RINGS, felt
