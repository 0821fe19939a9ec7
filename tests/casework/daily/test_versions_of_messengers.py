"""A program between us and a messenger that is too old is told, again every week, until another one runs."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.messengers.signal.daemon import release_date
from handlers import timing
from tests.casework.story_desk import Desk

SAYS = "more than 90 days old"


async def runs(desk: Desk, version: str, since: datetime | None = None) -> None:
    async with desk.writing() as tx:
        await timing.on_version(tx, "signal", version, since)


@pytest.mark.parametrize(
    ("version", "at"),
    [
        ("0.13.19", datetime(2026, 3, 1, tzinfo=UTC)),
        ("0.14.3", datetime(2026, 7, 12, tzinfo=UTC)),
        ("0.14.6+build", datetime(2026, 7, 12, tzinfo=UTC)),
        ("0.14.7", None),
        ("1.0.0", None),
        ("unspecified", None),
    ],
)
def test_what_is_not_newer_than_a_known_release_is_at_least_as_old(version: str, at: datetime | None) -> None:
    assert release_date(version) == at


async def test_one_whose_date_is_not_known_counts_from_when_it_was_first_seen(desk: Desk) -> None:
    await runs(desk, "9.9.9")
    await desk.later(hours=24 * 60)
    await runs(desk, "9.9.9")  # after a restart, too
    await desk.later(hours=24 * 29)
    desk.administrator.sees_nothing_of(SAYS)
    await desk.later(hours=25)
    desk.administrator.sees("9.9.9", SAYS)


async def test_a_known_one_counts_from_its_release_and_is_told_every_week_until_it_is_renewed(
    desk: Desk,
) -> None:
    await runs(desk, "0.14.6", desk.now - timedelta(days=91))
    await desk.later(hours=1)
    assert desk.administrator.count(SAYS) == 1
    await desk.later(hours=24 * 7)
    assert desk.administrator.count(SAYS) == 2
    await runs(desk, "9.9.9")
    await desk.later(hours=24 * 30)
    assert desk.administrator.count(SAYS) == 2
