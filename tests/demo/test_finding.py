"""What the demo measures does not depend on how promptly the bot's clock follows."""

import json
from datetime import timedelta

import pytest

from core.model import Report
from core.vocabulary import ReportState
from playground.demo.findings import Wire, opening_ids
from storage import inbox
from storage.database import Database
from tests.storage.samples import NOW, address

pytestmark = pytest.mark.slow

REPORTER = 77
LAG = timedelta(
    seconds=4
)  # the clock was moved, somebody pressed at once, and the bot had not heard of it yet


def line(number: int, moment: str, sender: int = REPORTER) -> dict[str, object]:
    """A press as the server's log has it."""
    update = {"update_id": number, "callback_query": {"from": {"id": sender}}}
    return {"sequence": number, "at": moment, "update": update}


async def test_the_press_that_opened_a_case_is_found_though_the_bot_dated_it_before_the_server(
    database: Database,
) -> None:
    lines = [
        line(1, (NOW - timedelta(minutes=1)).isoformat()),
        line(2, NOW.isoformat(), sender=1),
        line(3, NOW.isoformat()),
        line(4, (NOW + timedelta(minutes=1)).isoformat()),
    ]
    for one, received in zip(lines, (NOW - 2 * LAG, NOW - LAG, NOW - LAG, NOW + LAG), strict=True):
        async with database.write(received) as tx:
            raw = json.dumps(one["update"]).encode()
            await inbox.store(tx, "telegram", [(int(str(one["sequence"])), raw)])
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        report = Report(2, 1, ReportState.OPEN, NOW, "ru", opened_by_update_at=NOW - LAG)
        ids = await opening_ids(tx, report)
    assert ids == {2, 3}
    wire = Wire([], lines, REPORTER)
    assert wire.opening(ids)["sequence"] == 3
    assert wire.taps(wire.opening(ids)) == 2
