"""The send limits, by the clock."""

from datetime import timedelta

import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import RetryAfter

from bot.clock.clock import SteppedClock
from bot.messengers.telegram.keyboards import NEUTRAL
from playground import Limits, Playground, Rate, Server, serve
from playground.limits import Gate
from tests.playground.test_files import JPEG


async def test_a_chat_takes_a_burst_of_five_and_then_one_a_second(
    world: Playground, bot: Bot, server: Server, clock: SteppedClock
) -> None:
    server.gate.limits = Limits()
    citizen, other = await world.person("Aigerim"), await world.person("Nurlan")
    await citizen.starts()
    await other.starts()
    sent = [await bot.send_message(citizen.id, f"n {n}") for n in range(5)]
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(citizen.id, "too fast")
    assert refused.value._retry_after == timedelta(seconds=1)
    await bot.send_message(other.id, "another chat is free")
    with pytest.raises(RetryAfter):
        await bot.edit_message_text("edits share the limit", citizen.id, sent[0].message_id)
    clock.move_to(clock.now() + timedelta(seconds=1))
    await bot.send_message(citizen.id, "now")
    with pytest.raises(RetryAfter):
        await bot.send_message(citizen.id, "again too fast")


async def test_a_refused_call_costs_nothing(world: Playground, bot: Bot, server: Server) -> None:
    server.gate.limits = Limits(chat=Rate(1, 1, 1))
    citizen = await world.person("Aigerim")
    await citizen.starts()
    for _ in range(3):
        with pytest.raises(Exception, match="empty"):
            await bot.send_message(citizen.id, "")
    await bot.send_message(citizen.id, "x")


async def test_a_picture_that_was_to_wait_is_replaced_at_the_next_try(
    world: Playground, bot: Bot, server: Server, clock: SteppedClock
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    sent = await bot.send_photo(citizen.id, JPEG)
    server.gate.limits = Limits(chat=Rate(1, 1, 1))
    await bot.send_message(citizen.id, "x")
    before = await citizen.shown()
    with pytest.raises(RetryAfter):
        await bot.edit_message_media(InputMediaPhoto(NEUTRAL), citizen.id, sent.message_id)
    assert await citizen.shown() == before
    clock.move_to(clock.now() + timedelta(seconds=1))
    await bot.edit_message_media(InputMediaPhoto(NEUTRAL), citizen.id, sent.message_id)
    (left,) = [m for m in await citizen.shown() if m.id == sent.message_id]
    assert left.file is not None
    assert left.file["file_id"] != sent.photo[-1].file_id


def test_a_group_takes_twenty_a_minute() -> None:
    gate = Gate(Limits(all=None))
    assert [gate.wait(-5, group=True, now=0) for _ in range(21)] == [0] * 20 + [3]
    assert gate.wait(-5, group=True, now=3) == 0
    assert gate.wait(-5, group=True, now=3) == 3
    assert gate.refused == 2


def test_all_chats_together_take_thirty_a_second() -> None:
    gate = Gate(Limits())
    assert [gate.wait(chat, group=False, now=0) for chat in range(1, 32)] == [0] * 30 + [1]
    assert gate.wait(99, group=False, now=1 / 30) == 0


def test_a_clock_put_back_does_not_close_the_gate_for_long() -> None:
    gate = Gate(Limits())
    for _ in range(5):
        gate.wait(7, group=False, now=1_000_000)
    assert gate.wait(7, group=False, now=0) <= 1
    assert gate.wait(7, group=False, now=1.1) == 0


async def test_limits_can_be_switched_off(clock: SteppedClock) -> None:
    async with (
        serve(clock, limits=Limits.off()) as server,
        Playground(server.url) as world,
        Bot(server.token, base_url=f"{server.url}/bot") as bot,
    ):
        citizen = await world.person("Aigerim")
        await citizen.starts()
        for n in range(40):
            await bot.send_message(citizen.id, str(n))
