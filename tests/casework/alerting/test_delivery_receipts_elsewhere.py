"""What a messenger tells of one phone says nothing of another."""

from datetime import timedelta

from msgspec.structs import replace

from bot.loops.send_jobs import lease
from core.incoming import IncomingKind
from core.traffic import Message
from handlers import dispatch
from handlers.alerting import delivery, messenger_limits
from storage.outbox import waiting
from tests.casework.story_desk import BOOT, Desk, Person

TOLD = "police took Dana Made-Up in Almaty"


async def test_a_message_of_the_same_number_that_reached_another_phone_says_nothing_of_this_one(
    desk: Desk,
) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    await desk.lawyer("Saule")
    await desk.reports(TOLD)
    there = await desk.address(signal)
    offer = (await desk.offers())["Saule"]
    async with desk.writing() as tx:
        (card,) = await tx.cards.by(subject="alert", subject_id=offer.id)
        assert card.message_id is not None
        same = Message(tx.new_id(), there.id, card.message_id, tx.now, outgoing=True, delivered_at=tx.now)
        tx.messages.add(same)
        await delivery.on_arrived(tx, desk.service, card)
    assert (await desk.offers())["Saule"].delivered_at is None


async def believes(desk: Desk, phone: Person) -> bool:
    """Whether a message that we do not know is believed to have reached this phone."""
    async with desk.database.write(desk.now) as tx:
        for item in await waiting(tx, 1000):
            assert await lease(tx, desk.service, item, BOOT)
        receipt = phone._incoming(IncomingKind.RECEIPT, status="delivered", about=(10_000,))
        await dispatch.handle(tx, desk.service, receipt, desk.now)
        told = await tx.messages.by(address_id=(await desk.address(phone)).id, message_id=10_000)
    desk._unsent = False
    return bool(told)


async def test_an_answer_that_is_on_its_way_here_may_have_arrived_and_one_to_another_phone_not(
    desk: Desk,
) -> None:
    rita, zoya = desk.on_signal("Rita"), desk.on_signal("Zoya")
    await zoya.writes("/help")
    async with desk.database.write(desk.now) as tx:  # the answer is written, and not sent yet
        await dispatch.handle(tx, desk.service, rita._incoming(IncomingKind.MESSAGE, text="/help"), desk.now)
    assert not await believes(desk, zoya)
    assert await believes(desk, rita)


async def test_whoever_is_kept_back_until_this_moment_is_not_any_more(desk: Desk) -> None:
    marat, aida = await desk.lawyer(), await desk.lawyer("Aida")
    async with desk.writing() as tx:
        for person, until in ((marat, timedelta(hours=1)), (aida, timedelta())):
            tx.addresses.put(replace(await desk.address(person), limited_until=tx.now + until))
    async with desk.writing() as tx:
        await messenger_limits.on_served(tx, desk.service, await desk.address(marat))
    desk.administrator.sees("takes our messages again")
