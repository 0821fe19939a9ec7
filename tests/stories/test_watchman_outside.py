"""What the watchman finds of the world outside: Telegram, the dead-man service, the database that cannot be read."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.loops.heartbeat import DeadMan
from storage import audit
from storage.backup.backup_age import PROVEN, Backups, note_backup
from storage.errors import Refused, Unavailable
from tests.stories.faults import from_bot, polling, until
from tests.stories.staff import NEVER_LISTED, reports
from tests.stories.watch import SECRET, DeadManService, alarms, beats, minutes, stuck_minutes
from tests.world.world import TOKEN, World

HELD = "police took a man in Almaty"


@pytest.mark.slow
async def test_updates_that_wait_at_telegram_while_polling_is_stuck_are_told(
    world: World, service: DeadManService
) -> None:
    citizen = await world.person("Aigul", "ru")
    await world.settle()
    await world.playground.fails("hang_before", times=None, methods=("getUpdates",))
    await stuck_minutes(world, 4)  # the poll under way ends well, the next one hangs
    assert service.beats == 4
    assert await alarms(world) == []
    await citizen.writes("кого-то задержали в Алматы")
    await citizen.writes("помогите")
    await stuck_minutes(world, 4)
    (told,) = await alarms(world)
    assert "Waiting: 2. Since: 2018-09-17 12:05." in told.text
    assert service.beats <= 7
    await world.playground.heals()
    await world.restart()  # what the message says to do
    await world.settle()
    await citizen.expects("Алматы")
    assert await beats(world, service) == 2
    await minutes(world, 8)
    assert "over" in (await alarms(world))[-1].text
    assert len(await alarms(world)) == 2


@pytest.mark.slow
async def test_a_webhook_that_somebody_set_is_told_once_and_stops_the_heartbeat(
    world: World, service: DeadManService
) -> None:
    async with httpx.AsyncClient(base_url=f"{world.server.url}/bot{TOKEN}/", trust_env=False) as stranger:
        await stranger.post("setWebhook", json={"url": "http://127.0.0.1:9/elsewhere"})
        await until(world, _tells(world, "409"), minutes=1)
        await stuck_minutes(world, 7)
        before = service.beats
        assert before <= 6
        await stuck_minutes(world, 5)
        assert service.beats == before
        assert await alarms(world) == []  # the trouble itself was told
        await stranger.post("deleteWebhook")
    await until(world, polling(world), minutes=5)
    await minutes(world, 1)  # until a poll has ended
    assert await beats(world, service) == 2


@pytest.mark.slow
@pytest.mark.world(config=NEVER_LISTED)
async def test_after_an_hour_without_telegram_a_person_can_read_what_was(
    world: World, service: DeadManService
) -> None:
    await world.member("Marat", languages=("en",))
    await world.member("Zarina", languages=("en",), cities=("pavlodar",), escalation=True)
    await world.member("Olga", role="coordinator", languages=("en",))
    await reports(world, HELD)
    await minutes(world, 2)
    before = service.beats
    await world.playground.goes_down()
    await stuck_minutes(world, 60)
    assert service.beats - before <= 5  # while nobody can be told, the dead-man service tells
    await world.playground.heals()
    await until(world, polling(world), minutes=5)
    await world.settle()
    assert await beats(world, service) == 2
    await minutes(world, 8)
    told = [one.text for one in await from_bot(world.administrator) if "Test Bureau" not in one.text]
    begins = [
        "Telegram does not answer or refuses us: network",
        "Watchman: what calls lawyers and coordinators has not left: ",
        "Telegram answers again.",
        "Watchman: over. What calls lawyers and coordinators has left.",
    ]
    assert [text[: len(begin)] for text, begin in zip(told, begins, strict=True)] == begins
    assert "Since: 2018-09-17 12:0" in told[1]  # minutes after the hour began, though it arrives at its end


@pytest.mark.slow
async def test_a_dead_man_service_that_fails_disturbs_nobody_and_is_told_once_a_day(
    world: World, service: DeadManService
) -> None:
    service.mode = "refuses"
    await minutes(world, 10)
    assert await alarms(world) == []
    await minutes(world, 50)
    (told,) = await alarms(world)
    assert "does not reach the dead-man service: HTTP 503" in told.text
    service.mode = "takes"
    assert await beats(world, service, 10) == 10
    service.mode = "refuses"
    await minutes(world, 15)
    await world.fast_forward(hours=22)
    await minutes(world, 15)
    assert len(await alarms(world)) == 1
    await minutes(world, 60, step=2)
    assert len(await alarms(world)) == 2


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["hangs", "refuses", "takes"])
async def test_one_heartbeat_ends_in_time_and_says_nothing_of_the_address(
    service: DeadManService, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    service.mode = mode
    caplog.set_level("WARNING", "httpx")  # as the command line sets it
    deadman = DeadMan(service.settings_url, patience=0.2)
    assert await deadman.beat() == {"hangs": "TimeoutError", "refuses": "HTTP 503", "takes": ""}[mode]
    await deadman.close()
    assert service.asked[-1] == f"GET /{SECRET} HTTP/1.1"
    assert SECRET not in caplog.text


async def test_a_service_that_is_not_there_is_named_by_its_error_alone(service: DeadManService) -> None:
    deadman = DeadMan(service.settings_url, patience=5)
    service.stop()
    assert await deadman.beat() == "ConnectError"
    await deadman.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "error", [Refused("Dana Made-Up"), Unavailable("x"), ValueError("Dana Made-Up")], ids=repr
)
async def test_a_database_that_cannot_be_looked_at_is_told_and_ends_nobody(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    async def breaks(_: Any) -> None:
        raise error

    await minutes(world, 1)
    with monkeypatch.context() as broken:
        broken.setattr(audit, "read_sights", breaks)
        assert await beats(world, service, 6) == 0
    assert await beats(world, service) == 2
    _, told, over = [one.text for one in await from_bot(world.administrator)]
    assert told.startswith(f"The watchman cannot look: {type(error).__name__}. Until")
    assert over == "The watchman looks again."


@pytest.mark.slow
async def test_what_the_bot_logs_and_writes_does_not_show_the_address(
    world: World, service: DeadManService, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("WARNING", "httpx")
    service.mode = "refuses"
    await minutes(world, 15)
    await world.administrator.expects("dead-man service: HTTP 503")
    assert len(service.asked) >= 15
    assert SECRET not in caplog.text
    await world.administrator.expects_nothing(SECRET)


def _tells(world: World, text: str) -> Any:
    async def look() -> bool:
        return bool(await from_bot(world.administrator, text))

    return look


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_backup_that_is_too_old_or_was_never_tried_out_is_told_once_and_when_it_is_over(
    world: World, tmp_path: Path
) -> None:
    world.app.watchman._backups = Backups(tmp_path, timedelta(hours=30))
    await minutes(world, 3)
    (told,) = await alarms(world)
    assert 'too old (? hours; "?": there is none)' in told.text
    _made(tmp_path / "dabyl-20180917-000000.dabyl", await world.playground.now())
    await minutes(world, 10)
    (_, untried, over) = await alarms(world)
    assert "no backup has been tried out" in untried.text
    assert "over. There is a new backup" in over.text
    _made(tmp_path / PROVEN, await world.playground.now())
    await minutes(world, 10)
    assert "over. A backup was tried out" in (await alarms(world))[-1].text


def _made(file: Path, at: datetime) -> None:
    file.touch()
    os.utime(file, (at.timestamp(),) * 2)


@pytest.mark.parametrize(("hours", "said"), [(29, ""), (31, "31"), (100, "100")])
def test_the_age_of_a_backup_is_that_of_the_newest(tmp_path: Path, hours: int, said: str) -> None:
    now = datetime(2018, 9, 17, 12, tzinfo=UTC)
    for name, age in (("a.dabyl", hours), ("b.dabyl", hours + 300), ("c.part", 0)):
        _made(tmp_path / name, now - timedelta(hours=age))
    backups = Backups(tmp_path, timedelta(hours=30))
    assert backups.too_old(now) == said
    assert backups.unproven(now) == "?"
    assert Backups(tmp_path / "none", timedelta(hours=30)).too_old(now) == "?"
    assert Backups(tmp_path / "none", timedelta(hours=30)).unproven(now) == ""


def test_a_backup_from_the_future_hides_nothing_and_is_no_proof(tmp_path: Path) -> None:
    now = datetime(2018, 9, 17, 12, tzinfo=UTC)
    backups = Backups(tmp_path, timedelta(hours=30))
    _made(tmp_path / "ahead.dabyl", now + timedelta(days=365))
    assert backups.too_old(now) == "?"
    _made(tmp_path / "a.dabyl", now - timedelta(hours=40))
    note_backup(tmp_path, PROVEN, now + timedelta(days=365), now + timedelta(days=365))
    assert (backups.too_old(now), backups.unproven(now)) == ("40", "?")
    note_backup(tmp_path, PROVEN, now, now)
    assert backups.unproven(now) == ""
    note_backup(tmp_path, PROVEN, now - timedelta(days=9), now)  # an older one was tried since
    assert backups.unproven(now) == ""
