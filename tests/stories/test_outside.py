"""Seen from outside over HTTP: health and figures of a bot that runs."""

import asyncio
from typing import NoReturn

import httpx
import pytest

from storage.errors import Unavailable
from tests.cli.conftest import closed_port
from tests.stories.watch import minutes, stuck_minutes
from tests.world.world import World

pytestmark = pytest.mark.slow

PORT = closed_port()
CONFIG = f'[outside]\nlisten = "127.0.0.1:{PORT}"'


@pytest.mark.world(config=CONFIG)
async def test_health_and_figures_are_answered_and_nothing_else(world: World) -> None:
    lawyer, citizen = (
        await world.member("Marat Made-Up", phone="+77015550166"),
        await world.person("Aigul", "ru"),
    )
    await citizen.writes("в Алматы задержали Дану Выдуманную")
    await world.settle()
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}", trust_env=False) as client:
        early = await client.get("/healthz")
        assert (early.status_code, early.text) == (503, "no-audit-yet\n")
        await minutes(world, 2)
        well = await client.get("/healthz")
        assert (well.status_code, well.text) == (200, "ok\n")
        shown = await client.get("/metrics")
        assert shown.status_code == 200
        assert 'dabyl_cases{need="untaken"} 1' in shown.text
        assert "dabyl_members 1" in shown.text
        for hidden in ("Marat", "+7701", str(lawyer.id), str(citizen.id), "Алматы", "almaty"):
            assert hidden not in shown.text
        assert (await client.get("/")).status_code == 404
        assert (await client.post("/metrics", content=b"x" * 100_000)).status_code == 405
        assert not early.headers["server"]
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(b"made up\r\n\r\n")
    answer = await reader.read()
    writer.close()
    assert answer.startswith(b"HTTP/1.0 400")
    assert b"aiohttp" not in answer


@pytest.mark.world(config=CONFIG)
async def test_what_stops_the_heartbeat_is_said_by_its_code(world: World) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        for timer in await tx.timers.select():
            tx.timers.remove(timer.key)
    await minutes(world, 2)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}", trust_env=False) as client:
        told = await client.get("/healthz")
    assert (told.status_code, told.text) == (503, "unplanned\n")


async def test_the_watchdog_is_fed_each_minute_until_a_loop_stands_still(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed: list[int] = []
    world.app.watchman.on_alive.append(lambda: fed.append(1))
    citizen = await world.person("Aigul", "ru")
    await minutes(world, 3)
    assert len(fed) == 3

    async def forever() -> int:
        await asyncio.Event().wait()
        return 0

    monkeypatch.setattr(world.app.inbox, "_batch", forever)
    await stuck_minutes(world, 1)
    await citizen.writes("помогите")
    await stuck_minutes(world, 5)
    before = len(fed)
    await stuck_minutes(world, 4)
    assert len(fed) == before
    assert before <= 9


async def test_an_audit_that_fails_feeds_the_watchdog_because_a_restart_mends_no_database(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed: list[int] = []
    world.app.watchman.on_alive.append(lambda: fed.append(1))

    async def fails(*_: object) -> NoReturn:
        raise Unavailable("gone")

    monkeypatch.setattr("storage.audit.read_sights", fails)
    await stuck_minutes(world, 3)
    assert len(fed) == 3
