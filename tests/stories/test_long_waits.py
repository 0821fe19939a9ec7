"""Telegram tells a chat, or everybody, to wait for minutes: it is obeyed, and help does not wait with it."""

from datetime import timedelta

import pytest

from core.traffic import Lane
from tests.stories.citizens import count
from tests.stories.faults import address_of, from_bot, reader, shows, tells, until
from tests.stories.sent_files import is_kept, rows
from tests.stories.staff import PATIENT, offers_of, reports, the_case
from tests.world.world import World

HELD = "police took Dana Made-Up in Almaty"
ONE_AT_A_TIME = """
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 600
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 600
"""


@pytest.mark.world(config=ONE_AT_A_TIME)
async def test_an_offer_that_cannot_go_out_for_minutes_goes_to_the_next_at_once_and_comes_no_earlier(
    world: World,
) -> None:
    marat = await world.member("Marat", languages=("en",))
    aida = await world.member("Aida", languages=("en",))
    await world.playground.fails("too_many", chat=marat, retry_after=900)
    await reports(world, HELD)
    await world.fast_forward(seconds=1)
    states = [alert.state for alert in await offers_of(world, await the_case(world))]
    assert states == ["unreachable", "offered"]
    await aida.expects("Almaty")
    await world.administrator.expects("Telegram takes no more messages from us for somebody")
    limited_until = (await address_of(world, marat)).limited_until
    assert limited_until is not None
    assert limited_until >= world.clock.now() + timedelta(seconds=890)
    tried = len(await world.playground.calls("sendMessage"))
    await world.fast_forward(minutes=14)
    later = (await world.playground.calls("sendMessage"))[tried:]
    assert marat.id not in [call["params"]["chat_id"] for call in later]
    await world.fast_forward(minutes=2)
    await reports(world, "police took Ilyas Made-Up in Almaty", name="Saule")
    second = await offers_of(world, await the_case(world, 1))
    assert [alert.state for alert in second] == ["offered"]
    await marat.expects("Almaty")


async def test_a_short_wait_moves_nothing(world: World) -> None:
    marat = await world.member("Marat", languages=("en",))
    await world.playground.fails("too_many", chat=marat, retry_after=45)
    await reports(world, HELD)
    await world.fast_forward(seconds=50)
    await marat.expects("Almaty")
    assert (await address_of(world, marat)).limited_until is None
    assert await count(world.administrator, "takes no more messages") == 0


async def test_when_everything_has_to_wait_for_minutes_it_is_obeyed_and_the_administrators_hear_of_it(
    world: World,
) -> None:
    people = [await reader(world, f"Person {number}") for number in range(60)]
    await world.settle()
    await world.playground.fails("too_many", times=None, methods=("sendMessage",), retry_after=1800)
    for person in people:
        await tells(world, person, "words", Lane.NEWS)
    for _ in range(100):
        await world.goes_on(seconds=1)
    tried = await world.playground.fault_hits()
    await world.playground.heals()
    await world.goes_on(minutes=40)
    await world.settle()
    for person in people:
        assert len(await from_bot(person, "words")) == 1
    assert await count(world.administrator, "Telegram takes nothing from us for") == 1
    assert await count(world.administrator, "what had to wait goes out") == 1
    assert tried < len(people)


@pytest.mark.world(config=PATIENT)
async def test_a_file_is_asked_for_no_earlier_than_telegram_says(world: World) -> None:
    citizen = await reports(world, HELD)
    await world.playground.fails("too_many", methods=("getFile",), retry_after=1200)
    await citizen.sends_photo(b"\xff\xd8\xff made-up")
    await world.settle()
    await world.fast_forward(minutes=19)
    assert len(await world.playground.calls("getFile")) == 1
    await world.fast_forward(minutes=2)
    await is_kept(world, b"\xff\xd8\xff made-up")
    assert len(await rows(world)) == 1


async def test_of_polling_that_is_told_to_wait_the_administrators_hear_at_once(world: World) -> None:
    await world.settle()
    await world.playground.fails("too_many", methods=("getUpdates",), retry_after=600)
    await until(world, shows(world.administrator, "does not answer or refuses us: 429"), minutes=2)
