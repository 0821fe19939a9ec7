"""Faults that a story switches on."""

import asyncio

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from playground import Playground, Server
from tests.playground.conftest import until


@pytest.mark.parametrize(
    ("kind", "error", "there"),
    [
        ("error_500", NetworkError, False),
        ("bad_gateway", NetworkError, False),
        ("portal", Forbidden, False),
        ("rejected", BadRequest, False),
        ("too_many", RetryAfter, False),
        ("hang_before", TimedOut, False),
        ("hang_after", TimedOut, True),
        ("close_before", NetworkError, False),
        ("close_after", NetworkError, True),
        ("half_answer", KeyError, True),
    ],
)
async def test_a_fault_strikes_once_and_the_message_is_there_or_not(
    world: Playground, bot: Bot, kind: str, error: type[Exception], there: bool
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    await world.fails(kind, methods=("sendMessage",), retry_after=7)
    await bot.get_updates()  # another method is not struck
    with pytest.raises(error):
        await bot.send_message(citizen.id, "first", read_timeout=0.05)
    shown = [message.text for message in await citizen.shown() if message.from_bot]
    assert shown == (["first"] if there else [])
    assert await world.fault_hits() == 1
    assert (await world.calls("sendMessage"))[-1]["fault"] == kind
    await bot.send_message(citizen.id, "second")
    await citizen.expects("second")


async def test_a_fault_may_be_for_one_chat_and_last_until_healed(world: Playground, bot: Bot) -> None:
    citizen, other = await world.person("Aigerim"), await world.person("Nurlan")
    await citizen.starts()
    await other.starts()
    await world.fails("too_many", times=None, chat=citizen, retry_after=5)
    for _ in range(3):
        with pytest.raises(RetryAfter):
            await bot.send_message(citizen.id, "x")
    await bot.send_message(other.id, "x")
    await world.heals()
    await bot.send_message(citizen.id, "x")


async def test_when_telegram_is_down_connections_are_refused_and_the_port_is_kept(
    world: Playground, bot: Bot, server: Server
) -> None:
    address = server.url
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: server.receiving.waiting)
    await world.goes_down()
    with pytest.raises(NetworkError):
        await poll
    with pytest.raises(NetworkError) as refused:
        await bot.get_me()
    assert isinstance(refused.value.__cause__, httpx.ConnectError)
    citizen = await world.person("Aigerim")
    await citizen.writes("written while Telegram was unreachable for the bot")
    await world.heals()
    assert server.url == address
    assert len(await bot.get_updates()) == 1
