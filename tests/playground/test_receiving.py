"""getUpdates and webhooks, by the clock."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.clock.clock import SteppedClock
from playground import Playground, Server
from playground.listener import Listener
from tests.playground.conftest import until
from tests.playground.test_sending import buttons


async def polling(server: Server) -> None:
    """Let the loop run until the server holds a poll."""
    await until(lambda: server.receiving.waiting)


async def test_an_offset_confirms_and_nothing_else_does(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    for text in ("one", "two", "three"):
        await citizen.writes(text)
    first = await bot.get_updates(limit=2)
    assert [update.message.text for update in first if update.message] == ["one", "two"]
    assert await world.pending() == 3
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["three"]
    assert await world.pending() == 1
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_a_long_poll_ends_with_an_update_or_by_the_clock(
    world: Playground, bot: Bot, server: Server, clock: SteppedClock
) -> None:
    citizen = await world.person("Aigerim")
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await polling(server)
    clock.move_to(clock.now() + timedelta(seconds=29))
    await citizen.writes("here")
    assert len(await poll) == 1
    poll = asyncio.create_task(bot.get_updates(offset=-1, timeout=30))
    (update,) = await poll
    poll = asyncio.create_task(bot.get_updates(offset=update.update_id + 1, timeout=30))
    await polling(server)
    clock.move_to(clock.now() + timedelta(seconds=30))
    assert await poll == ()


async def test_a_second_poll_ends_the_first_with_a_conflict(
    world: Playground, bot: Bot, server: Server
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await polling(server)
    async with Bot(server.token, base_url=f"{server.url}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await (await world.person("Aigerim")).writes("x")
        assert len(await second) == 1


async def test_a_poll_whose_client_is_gone_does_not_linger(bot: Bot, server: Server) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await polling(server)
    poll.cancel()
    await until(lambda: not server.receiving.waiting)


async def test_updates_grow_old_and_taps_much_sooner(
    world: Playground, bot: Bot, clock: SteppedClock
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.writes("words")
    sent = await bot.send_message(citizen.id, "x", reply_markup=buttons("a"))
    await citizen.taps_data(sent.message_id, "a")
    assert await world.pending() == 2
    clock.move_to(clock.now() + timedelta(seconds=150))
    assert await world.pending() == 1
    clock.move_to(clock.now() + timedelta(hours=24))
    assert await bot.get_updates() == ()


async def test_kinds_that_were_not_asked_for_are_not_queued(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await bot.get_updates(allowed_updates=["message"])
    said = await citizen.writes("x")
    await citizen.edits(said, "y")
    await citizen.blocks()
    assert await world.pending() == 1
    await bot.get_updates(allowed_updates=[])
    await citizen.unblocks()
    assert await world.pending() == 2


@pytest.mark.parametrize(
    "raw", [{"message": {"text": 7}}, {"wholly_new_kind": {}}, ["not", "an", "object"], "x", None]
)
async def test_any_json_can_be_injected(world: Playground, server: Server, raw: Any) -> None:
    number = await world.injects(raw)
    async with httpx.AsyncClient(trust_env=False) as http:
        (got,) = (await http.get(f"{server.url}/bot{server.token}/getUpdates")).json()["result"]
    assert got == ({"update_id": number, **raw} if isinstance(raw, dict) else raw)


async def test_an_offset_from_before_a_restart_of_the_ids_confirms_nothing(
    world: Playground, bot: Bot, server: Server
) -> None:
    citizen = await world.person("Aigerim")
    server.updates.restart_ids(1000)
    await citizen.writes("after a silent week")
    (update,) = await bot.get_updates(offset=700_000_050)
    assert update.update_id == 1000
    assert await world.pending() == 1


class Hook:
    """A bot's webhook: remembers what came, answers what it is told to."""

    def __init__(self) -> None:
        self.status = 200
        self.secrets: list[str | None] = []
        self.bodies: list[dict[str, Any]] = []
        self.came = asyncio.Event()

    async def __call__(self, request: Request) -> Response:
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        self.bodies.append(await request.json())
        self.came.set()
        return Response(status_code=self.status)

    async def waits(self) -> None:
        async with asyncio.timeout(5):
            await self.came.wait()
        self.came.clear()


async def test_a_webhook_gets_the_secret_and_is_tried_again(
    world: Playground, bot: Bot, server: Server, clock: SteppedClock
) -> None:
    hook = Hook()
    hook.status = 503
    listener = Listener(Starlette(routes=[Route("/hook", hook.__call__, methods=["POST"])]))
    await listener.open()
    citizen = await world.person("Aigerim")
    await bot.set_webhook(f"{listener.url}/hook", secret_token="s3cret_")
    await citizen.writes("x")
    await hook.waits()
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await until(lambda: "last_error_message" in server.receiving.webhook_info())
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 1
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    clock.move_to(clock.now() + timedelta(seconds=1))
    await hook.waits()
    await until(lambda: server.receiving.webhook_info()["last_error_date"] == clock.now().timestamp())
    hook.status = 200
    clock.move_to(clock.now() + timedelta(seconds=1))  # the second pause is two seconds
    await until(lambda: len(hook.bodies) == 2)
    clock.move_to(clock.now() + timedelta(seconds=1))
    await until(lambda: server.pending == 0)
    assert len(hook.bodies) == 3
    assert len({str(body) for body in hook.bodies}) == 1
    assert set(hook.secrets) == {"s3cret_"}
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    await listener.close()


async def test_a_webhook_is_on_this_machine_and_its_secret_plain(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="this machine only"):
        await bot.set_webhook("https://example.org/hook")
    with pytest.raises(BadRequest, match="80, 88, 443 or 8443"):
        await bot.set_webhook("https://example.org:9443/hook")
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:1/hook", secret_token="қ")
