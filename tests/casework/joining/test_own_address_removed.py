"""What waits for an address that its member removes does not leave: nobody is written to where they do not want to be."""

import pytest

from bot.loops.send_jobs import Job, Result, lease
from bot.loops.send_results import record
from bot.messengers.errors import RetryLater
from core.presentation import Presentation
from handlers.casework import disclosure, roster
from handlers.outbox import sending
from storage.outbox import release_other_boots, waiting
from tests.casework.story_desk import BOOT, Desk, Person

LIST = Presentation("a made-up list of members")
AWAY = RetryLater("away", sent=False)
UNKNOWN = RetryLater("no answer")


@pytest.fixture
async def olga(desk: Desk) -> Person:
    """A coordinator; what is said here is the other phone of hers."""
    return await desk.also_on_signal(await desk.coordinator("Olga"))


async def removed(desk: Desk, olga: Person) -> None:
    """By her, where it is pressed; nothing leaves meanwhile."""
    member = await desk.membership(olga)
    async with desk.database.write(desk.now) as tx:
        await roster.remove_address(tx, member)


async def states(desk: Desk, olga: Person) -> list[str]:
    """Of all that was to be sent there."""
    address = await desk.address(olga)
    async with desk.reading() as tx:
        return [row.state for row in await tx.outgoing.by(address_id=address.id)]


async def on_its_way(desk: Desk, olga: Person, key: str | None = None) -> Job:
    """A message that the messenger has, and has not answered."""
    address = await desk.address(olga)
    async with desk.database.write(desk.now) as tx:
        sending.send_message(tx, desk.service, address.id, LIST, key=key)
    async with desk.database.write(desk.now) as tx:
        (item,) = [one for one in await waiting(tx, 100) if one.address_id == address.id]
        job = await lease(tx, desk.service, item, BOOT)
    assert job is not None
    return job


async def answered(desk: Desk, result: Result) -> None:
    """The messenger has answered, and whatever waits leaves."""
    async with desk.writing() as tx:
        await record(tx, desk.service, result)


async def test_what_waits_is_not_said_and_what_deletes_is_done(desk: Desk, olga: Person) -> None:
    address, before = await desk.address(olga), dict(olga.screen.messages)
    olga.screen.shows(77, LIST)
    async with desk.database.write(desk.now) as tx:
        sending.send_message(tx, desk.service, address.id, LIST)
        sending.edit_message(tx, address.id, 77, Presentation("a made-up list, changed"))
        sending.take_message_away(tx, address.id, 77, desk.now)
    await removed(desk, olga)
    async with desk.writing() as tx:
        sending.send_message(tx, desk.service, address.id, Presentation("Signal is removed"))
    assert olga.screen.texts() == [*(shown.text for shown in before.values()), "Signal is removed"]
    assert await states(desk, olga) == ["failed", "failed", "sent", "sent"]


@pytest.mark.parametrize("of_a_case", [False, True])
@pytest.mark.parametrize("error", [AWAY, UNKNOWN])
async def test_what_was_on_its_way_is_not_tried_again(
    desk: Desk, olga: Person, error: RetryLater, of_a_case: bool
) -> None:
    job = await on_its_way(desk, olga, f"{disclosure.KEY}0:1" if of_a_case else None)
    await removed(desk, olga)
    await answered(desk, Result(job, None, error))
    await desk.later(minutes=5)
    assert await states(desk, olga) == ["failed"]


async def test_nor_after_a_crash(desk: Desk, olga: Person) -> None:
    await on_its_way(desk, olga)
    await removed(desk, olga)
    async with desk.writing() as tx:
        assert await release_other_boots(tx, "2") == 1
    assert await states(desk, olga) == ["failed"]


async def test_what_arrives_all_the_same_is_deleted(desk: Desk, olga: Person) -> None:
    job = await on_its_way(desk, olga)
    await removed(desk, olga)
    number = await desk.messengers["signal"].send(olga.chat, LIST)
    await answered(desk, Result(job, number, None))
    olga.sees_nothing_of(LIST.text)


async def test_who_has_told_something_there_is_answered_there(desk: Desk) -> None:
    olga, signal = await desk.coordinator("Olga"), desk.on_signal("Olga")
    await signal.writes("police took Dana Made-Up in Almaty")
    address, member = await desk.address(signal), await desk.membership(olga)
    async with desk.database.write(desk.now) as tx:
        roster.add_address(tx, member, address.id)
        sending.send_message(tx, desk.service, address.id, Presentation("your made-up code"))
    await removed(desk, signal)
    async with desk.writing() as tx:
        sending.set_menu(tx, address.id)
    signal.sees("your made-up code")
