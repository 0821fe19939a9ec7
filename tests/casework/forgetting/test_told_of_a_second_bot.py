"""A chat that was told of a second bot is forgotten with whoever had it."""

from core.records.emergency_steps import EmergencyKind, EmergencyStep, Notice
from tests.casework.forgotten import closed, nights
from tests.casework.story_desk import Desk


async def test_whoever_was_told_of_a_second_bot_is_known_no_longer_than_before(desk: Desk) -> None:
    marat, _, rita = await closed(desk)
    mine = [await desk.address(person) for person in (marat, rita)]
    async with desk.writing() as tx:
        step = tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.SUCCEEDED, desk.now))
        for address in mine:
            tx.notices.add(Notice(tx.new_id(), step.id, address.id, desk.now))
    await nights(desk, 25)
    async with desk.reading() as tx:
        assert len(await tx.notices.select()) == 2
    await desk.suspends(marat)
    await nights(desk, 361)
    await desk.later(minutes=1)  # what stood in their chats is taken away
    await nights(desk, 9)
    async with desk.reading() as tx:
        assert await tx.notices.select() == []
        chats = {address.chat for address in await tx.addresses.select()}
    assert not {marat.chat, rita.chat} & chats
