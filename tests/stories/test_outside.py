"""Seen from outside over HTTP: health and figures of a bot that runs."""

import httpx
import pytest

from tests.cli.conftest import closed_port
from tests.stories.watch import minutes
from tests.world.world import World

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
        assert 'dabyl_cases{state="open"} 1' in shown.text
        assert "dabyl_members 1" in shown.text
        for hidden in ("Marat", "+7701", str(lawyer.id), str(citizen.id), "Алматы", "almaty"):
            assert hidden not in shown.text
        assert (await client.get("/")).status_code == 404
        assert (await client.post("/metrics", content=b"x" * 100_000)).status_code == 405


@pytest.mark.world(config=CONFIG)
async def test_what_stops_the_heartbeat_is_said_by_its_code(world: World) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        for timer in await tx.timers.select():
            tx.timers.remove(timer.key)
    await minutes(world, 2)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}", trust_env=False) as client:
        told = await client.get("/healthz")
    assert (told.status_code, told.text) == (503, "unplanned\n")
