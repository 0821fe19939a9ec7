"""SQLite's log after something was forgotten while somebody was reading: it is emptied a minute later."""

from datetime import timedelta

import pytest

from storage.database import Database
from tests.storage.samples import NOW, address

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("later", "waits"),
    [(MINUTE / 2, True), (MINUTE, False), (-timedelta(days=300), False)],
    ids=["sooner", "a minute later", "a clock put back"],
)
async def test_the_log_is_emptied_a_minute_later_or_by_a_clock_that_was_put_back(
    database: Database, later: timedelta, waits: bool
) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
    async with database.read(NOW) as reading:
        await reading.addresses.select()
        async with database.write(NOW) as tx:
            tx.addresses.add(address(2, b"2"))
            tx.forget()
    assert database.log.waits
    async with database.write(NOW + later) as tx:
        tx.addresses.add(address(3, b"3"))
    assert database.log.waits == waits
