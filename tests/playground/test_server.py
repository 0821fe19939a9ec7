"""The server itself: log, clock, the hook, starting and stopping, and as a process."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from telegram import Bot

from bot.clock.clock import RealClock, SteppedClock
from playground import Playground, Server, serve
from playground.journal import Journal, Numbers
from tests.playground.conftest import until
from tests.world.bot_api import check, check_said


async def test_calls_and_updates_share_one_numbering(world: Playground, bot: Bot, server: Server) -> None:
    citizen = await world.person("Aigerim")
    await citizen.writes("x")
    await bot.send_message(citizen.id, "y")
    (update,) = await world.updates()
    (call,) = await world.calls("sendMessage")
    assert call["sequence"] > update["sequence"]
    assert call["params"]["text"] == "y"
    assert call["answer"]["text"] == "y"
    assert call["status"] == 200
    assert await world.calls(after=call["sequence"]) == []


def test_a_journal_forgets_the_oldest_lines() -> None:
    journal = Journal(Numbers(), keep=3)
    for n in range(5):
        journal.add({"n": n})
    assert [line["n"] for line in journal.after()] == [2, 3, 4]
    assert [line["n"] for line in journal.after(4)] == [4]


async def test_what_the_log_holds_stays_as_it_was_answered(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    sent = await bot.send_message(citizen.id, "before")
    await bot.edit_message_text("after", citizen.id, sent.message_id)
    assert (await world.calls("sendMessage"))[0]["answer"]["text"] == "before"


async def test_complaints_of_the_hook_fail_the_story_at_its_end(clock: SteppedClock) -> None:
    async def story() -> None:
        async with (
            serve(clock, on_call=check, on_said=check_said) as server,
            httpx.AsyncClient(trust_env=False) as http,
        ):
            answer = await http.post(f"{server.url}/bot{server.token}/getMe", json={"shout": True})
            assert answer.status_code == 200

    with pytest.raises(AssertionError, match=r"getMe\.shout: unknown"):
        await story()


async def test_the_clock_is_moved_through_the_control_api(world: Playground, clock: SteppedClock) -> None:
    start = clock.now()
    await world.advance(minutes=10)
    assert clock.now() == start + timedelta(minutes=10)
    await world.moves_to(start + timedelta(days=1))
    assert await world.now() == clock.now() == start + timedelta(days=1)


async def test_a_follower_of_the_clock_is_told_at_once() -> None:
    offset = datetime(2018, 9, 17, tzinfo=UTC) - datetime.now(UTC)
    async with (
        serve(RealClock(offset), offset=offset) as server,
        Playground(server.url) as world,
        httpx.AsyncClient(base_url=f"{server.control_url}/playground", trust_env=False) as http,
    ):
        first = (await http.get("/clock")).json()
        following = asyncio.create_task(http.get("/clock", params={"after": first["version"]}))
        await world.advance(hours=2)
        moved = (await following).json()
    assert moved["version"] > first["version"]
    assert moved["offset_seconds"] == pytest.approx(first["offset_seconds"] + 7200)
    assert datetime.fromisoformat(moved["now"]).date() == datetime(2018, 9, 17, tzinfo=UTC).date()


async def test_wrong_orders_to_the_control_api_are_explained(server: Server) -> None:
    async with httpx.AsyncClient(base_url=f"{server.control_url}/playground", trust_env=False) as http:
        assert (await http.post("/people/1/write", json={"text": "x"})).status_code == 404
        person = (await http.post("/people", json={"first_name": "Aigerim"})).json()
        assert (await http.post(f"/people/{person['id']}/dance", json={})).status_code == 404
        assert (await http.post(f"/people/{person['id']}/write", json={})).json() == {
            "error": "not found or missing: 'text'"
        }
        assert (await http.post("/faults", json={"kind": "earthquake"})).status_code == 400
        assert (await http.post("/clock", content=b"no json")).status_code == 400


async def test_an_outsider_waits_for_a_message(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    waiting = asyncio.create_task(citizen.expects("at last", within=5))
    await bot.send_message(citizen.id, "not yet")
    await bot.send_message(citizen.id, "at last")
    assert (await waiting).text == "at last"


async def test_a_server_stops_while_somebody_polls_and_somebody_hangs(clock: SteppedClock) -> None:
    async with serve(clock) as server:
        server.faults.add("hang_before", methods=["getMe"])
        async with httpx.AsyncClient(base_url=server.url, trust_env=False) as http:
            poll = asyncio.create_task(http.get(f"/bot{server.token}/getUpdates", params={"timeout": 30}))
            hang = asyncio.create_task(http.get(f"/bot{server.token}/getMe"))
            follow = asyncio.create_task(http.get("/playground/clock", params={"after": 0}))
            await until(lambda: server.receiving.waiting and server.faults.hits == 1)
            async with asyncio.timeout(5):
                await server.close()
            for task in (poll, hang, follow):
                with pytest.raises(httpx.RemoteProtocolError):
                    await task


@pytest.mark.slow
async def test_it_runs_as_a_process_of_its_own() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "playground", "--token", "7:x", "--start", "2018-09-17T18:00+06:00"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        line = (await process.stdout.readline()).decode()
        assert line.startswith("playground at http://127.0.0.1:")
        url = line.split()[-1]
        async with Playground(url) as world, Bot("7:x", base_url=f"{url}/bot") as bot:
            citizen = await world.person("Aigerim")
            await citizen.starts()
            sent = await bot.send_message(citizen.id, "hello")
            assert sent.date - datetime(2018, 9, 17, 12, tzinfo=UTC) < timedelta(minutes=1)
            assert (await citizen.last()).text == "hello"
    finally:
        process.terminate()
        assert await process.wait() == 0
