"""When the watchman is silent: on every ordinary day, after downtime, when clocks change. False alarms kill a watchman."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.loops.timers import Timers
from tests.stories.staff import EVENING, reports, says, taps, the_case
from tests.stories.watch import MINUTE, DeadManService, alarms, beats, minutes, stuck_minutes
from tests.world.world import World

pytestmark = pytest.mark.slow

DAY = 24 * 60
EVENING_OVER = 9 * 60  # minutes after noon: the digest has been posted
HELD = "police took a man in Almaty"
BEFORE_WINTER = datetime(2018, 10, 27, 12, 0, tzinfo=UTC)
BEFORE_SUMMER = datetime(2018, 3, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_on_an_ordinary_day_nobody_is_alarmed_and_a_heartbeat_leaves_every_minute(
    world: World, service: DeadManService
) -> None:
    first = await world.member("Marat", languages=("en",))
    second = await world.member("Saule", languages=("en",))
    await world.member("Olga", role="coordinator", languages=("en",))
    before, start = service.beats, world.clock.now()
    await minutes(world, 30)
    citizen = await reports(world, HELD)
    await minutes(world, 2)
    await taps(world, first, "I'll take it")
    await minutes(world, 3)
    await taps(world, first, "Contacted")
    await reports(world, "police took two women in Almaty", name="Vera")
    await minutes(world, 45)  # nobody takes it: all steps, some more than once
    await taps(world, second, "I'll take it")
    await minutes(world, 40)  # and does nothing: it is offered again
    await says(world, citizen, "he is at the station")
    await taps(world, second, "It is still mine", "On my way")
    await minutes(world, 4 * 60)
    await taps(world, first, "Released", "Released")
    await world.person("Igor", "kk")
    await (await reports(world, "there is a trial tomorrow", name="Olya")).writes("that is all")
    await minutes(world, EVENING_OVER - round((world.clock.now() - start).total_seconds() / 60))
    assert service.beats - before == EVENING_OVER
    await minutes(world, DAY - EVENING_OVER, step=5)  # a night, in which one minute is like another
    assert len(await world.channel.shown()) == 1
    assert (await the_case(world)).state == "closed"
    assert await alarms(world) == []
    # Where a card is drawn again between two steps, the bot looks at the clock once more, and a heartbeat leaves.
    assert service.beats - before >= EVENING_OVER + (DAY - EVENING_OVER) // 5


def timers_run_only_from(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """So much is overdue that it takes until then."""
    look = Timers._look

    async def late(self: Timers, now: datetime) -> bool:
        if now >= moment:
            return await look(self, now)
        self._known, self._next = True, moment
        return False

    monkeypatch.setattr(Timers, "_look", late)


@pytest.mark.world(start=EVENING)
async def test_after_two_hours_away_what_is_overdue_runs_and_nobody_is_alarmed(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it")
    citizen = await reports(world, HELD, name="Vera")
    assert await beats(world, service, 5) == 5
    await world.crash()
    await citizen.writes("is anybody there?")
    await world.sleeps_through(hours=2)  # escalation, first action and digest come due
    timers_run_only_from(world.clock.now() + 2 * MINUTE, monkeypatch)
    await world.start_bot()
    before = service.beats
    await stuck_minutes(world, 3)
    assert service.beats >= before + 2
    assert await beats(world, service, 20) == 20
    assert len(await world.channel.shown()) == 1
    assert await alarms(world) == []


async def test_a_machine_that_slept_finds_everything_overdue_and_alarms_nobody(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    assert await beats(world, service, 4) == 4
    woken = world.clock.now() + timedelta(hours=2)
    timers_run_only_from(woken + 2 * MINUTE, monkeypatch)
    world.clock.move_to(woken)
    before = service.beats
    await stuck_minutes(world, 3)
    assert service.beats >= before + 2
    assert await beats(world, service, 20) == 20
    assert await alarms(world) == []


async def test_telegram_is_asked_what_waits_only_when_nobody_has_written_for_a_while(world: World) -> None:
    async def asked() -> int:
        return sum(call["method"] == "getWebhookInfo" for call in await world.playground.calls())

    citizen = await world.person("Aigul", "ru")
    for _ in range(5):
        await citizen.writes("/help")
        await minutes(world, 2)
    assert await asked() == 0
    await minutes(world, 5)
    assert await asked() == 5


@pytest.mark.parametrize(
    "dialect", ["sqlite"]
)  # which stores the same moments: the clock is reckoned with in Python
@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(18, 19, id="winter", marks=pytest.mark.world(start=BEFORE_WINTER)),
        pytest.param(19, 18, id="summer", marks=pytest.mark.world(start=BEFORE_SUMMER)),
    ],
)
async def test_when_clocks_change_no_digest_is_missed(world: World, first: int, second: int) -> None:
    await world.crash()
    file = world.folder / "config.toml"
    file.write_text(file.read_text().replace('language = "ru"', 'language = "ru"\nzone = "Europe/Berlin"'))
    await world.start_bot()
    for asleep, watched in ((5, 3), (3, 4), (14, 3)):  # hours: around the digest, the change, the next digest
        await world.fast_forward(hours=asleep)
        await minutes(world, watched * 60, step=3)
    assert [post.date.hour for post in await world.channel.shown()] == [first, second]  # UTC; 20:00 in Berlin
    assert await alarms(world) == []


async def test_a_start_on_an_empty_database_and_a_changed_time_of_the_digest_are_no_reason(
    world: World, service: DeadManService
) -> None:
    await world.fast_forward(hours=3)
    await world.crash()
    file = world.folder / "config.toml"
    file.write_text(file.read_text() + '\n[digest]\ntime = "13:30"\n')  # it was noon when the bot began
    await world.start_bot()
    assert await beats(world, service, 30) == 30
    assert await alarms(world) == []
    assert await world.channel.shown() == []
