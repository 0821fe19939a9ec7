"""What a messenger tells of our messages is kept, and shown to coordinators beside whom was asked."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.incoming import Incoming, IncomingKind
from handlers import dispatch
from tests.casework.story_desk import START, Desk, Person

MINUTE = timedelta(minutes=1)
TOLD = "police took Dana Made-Up in Almaty"


async def timeline(desk: Desk, olga: Person) -> str:
    """The case's history as a coordinator reads it."""
    await olga.opens(await desk.case())
    await olga.presses_data(f"history:{(await desk.case()).id}")
    return olga.sees("asked")


async def test_the_timeline_says_when_an_offer_was_delivered_and_read(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat, first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    await desk.later(minutes=1)
    await signal.gets()
    await desk.later(minutes=1)
    await signal.reads()
    assert "Marat · delivered 12:01 · read 12:02" in await timeline(desk, olga)
    async with desk.reading() as tx:
        told = {(one.delivered_at, one.read_at) for one in await tx.messages.select()}
    assert (START + MINUTE, START + 2 * MINUTE) in told


async def test_a_receipt_that_comes_late_says_when_it_was_and_the_first_counts(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    about = tuple(signal.screen.messages)
    for passed, sent in ((4, 3), (0.5, 4.2)):
        await desk.later(minutes=passed)
        receipt = replace(
            signal._incoming(IncomingKind.RECEIPT, status="read", about=about), sent_at=START + sent * MINUTE
        )
        await desk.receive(receipt)
        offer = (await desk.offers())["Marat"]
        assert (offer.delivered_at, offer.read_at) == (START + 3 * MINUTE, START + 3 * MINUTE)
    async with desk.reading() as tx:
        told = [one for one in await tx.messages.select() if one.message_id in about and one.read_at]
    assert {one.read_at for one in told} == {START + 3 * MINUTE}


async def test_a_receipt_without_a_time_is_of_now_and_one_of_nobody_is_none(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    about = tuple(signal.screen.messages)
    await desk.receive(desk.on_signal("Nobody")._incoming(IncomingKind.RECEIPT, status="read", about=about))
    assert (await desk.offers())["Marat"].read_at is None
    await desk.later(minutes=1)
    receipt = replace(signal._incoming(IncomingKind.RECEIPT, status="read", about=about), sent_at=None)
    await desk.receive(receipt)
    assert (await desk.offers())["Marat"].read_at == desk.now


async def test_what_is_on_its_way_to_another_phone_makes_nothing_believable_here(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    saule = await desk.also_on_signal(await desk.lawyer("Saule"), first=True)
    await desk.reports(TOLD)
    known = tuple(signal.screen.messages)
    async with desk.database.write(desk.now) as tx:
        for card in await tx.cards.by(address_id=(await desk.address(saule)).id):
            tx.cards.put(replace(card, lease="1"))
        receipt = signal._incoming(IncomingKind.RECEIPT, status="read", about=(*known, 10_000))
        await dispatch.handle(tx, desk.service, receipt, desk.now)
        there = await tx.messages.by(address_id=(await desk.address(signal)).id)
        assert [message.message_id for message in there] == [*known]


async def test_what_is_known_is_not_noted_twice(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    await desk.reports(TOLD)
    await on_its_way(desk, "1")
    known = tuple(signal.screen.messages)
    async with desk.database.write(desk.now) as tx:
        receipt = signal._incoming(IncomingKind.RECEIPT, status="read", about=known)
        await dispatch.handle(tx, desk.service, receipt, desk.now)
        there = await tx.messages.by(address_id=(await desk.address(signal)).id)
        assert [message.message_id for message in there] == [*known]
    await on_its_way(desk, None)


async def test_one_that_is_read_says_nothing_of_the_others(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    await desk.reports(TOLD)
    first = tuple(signal.screen.messages)
    await desk.reports("police took Asel Example in Almaty", name="Vera")
    await desk.receive(signal._incoming(IncomingKind.RECEIPT, status="read", about=first))
    assert (await desk.offers())["Marat"].read_at is None
    assert (await desk.offer_to("Marat", await desk.case(0))).read_at is not None


async def test_a_list_that_is_read_says_it_of_the_open_offers_that_stood_in_it(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal, saule = await desk.also_on_signal(marat, first=True), await desk.lawyer("Saule")
    for number in range(4):
        await desk.reports(TOLD, name=f"Rita {number}")
    (listed,) = [number for number, shown in signal.screen.messages.items() if "open offer" in shown.text]
    receipt = signal._incoming(IncomingKind.RECEIPT, status="read", about=(listed,))
    await desk.later(minutes=1)
    await desk.reports("police took Asel Example in Almaty", name="Vera")
    await saule.presses_data(f"accept:{(await desk.offer_to('Saule', await desk.case(2))).id}")
    await desk.receive(receipt)
    read = [(await desk.offer_to("Marat", await desk.case(n))).read_at is not None for n in range(5)]
    assert read == [True, True, False, True, False]
    assert (await desk.offer_to("Saule", await desk.case(0))).read_at is None


async def test_what_was_read_is_not_read_later_because_a_list_of_it_is(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    signal.screen.off = True
    for number in range(4):
        await desk.reports(TOLD, name=f"Rita {number}")
    one, *_, listed = signal.screen.messages
    for number in (one, listed):
        await desk.later(minutes=0.5)
        await desk.receive(signal._incoming(IncomingKind.RECEIPT, status="read", about=(number,)))
    offer = await desk.offer_to("Marat", await desk.case(0))
    assert (offer.delivered_at, offer.read_at) == (START + MINUTE / 2, START + MINUTE / 2)


async def test_whom_to_ring_says_whom_it_has_not_reached(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat, first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    await desk.later(minutes=2)
    olga.sees("Marat", "not delivered")
    await signal.gets()
    olga.sees("Marat", "delivered 12:02")


async def test_of_a_messenger_that_does_not_tell_nothing_is_said(desk: Desk) -> None:
    olga, _ = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports(TOLD)
    told = await timeline(desk, olga)
    assert "delivered" not in told
    assert "read 1" not in told


async def test_a_phone_that_is_faster_than_we_are_is_believed(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    signal.screen.off = True
    rita = desk.person("Rita")
    async with desk.database.write(desk.now) as tx:  # what follows is written, and not sent yet
        await dispatch.handle(tx, desk.service, rita._incoming(IncomingKind.MESSAGE, text=TOLD), desk.now)
    receipt = signal._incoming(
        IncomingKind.RECEIPT, status="delivered", about=(1,)
    )  # the first message there will be
    await on_its_way(desk, "1")
    async with desk.database.write(desk.now) as tx:
        await dispatch.handle(tx, desk.service, receipt, desk.now)
    await on_its_way(desk, None)
    async with desk.writing():
        desk._unsent = True
    assert (await desk.offers())["Marat"].delivered_at is not None


async def on_its_way(desk: Desk, lease: str | None) -> None:
    """Cards of offers are being sent, or wait."""
    async with desk.database.write(desk.now) as tx:
        for card in await tx.cards.by(subject="alert"):
            tx.cards.put(replace(card, lease=lease))


async def test_what_is_told_of_a_message_that_we_never_sent_is_not_kept(desk: Desk) -> None:
    stranger = desk.on_signal("Stranger")
    await stranger.writes("/help")
    about = tuple(range(10_000, 10_050))
    await desk.receive(stranger._incoming(IncomingKind.RECEIPT, status="delivered", about=about))
    async with desk.reading() as tx:
        assert all(message.message_id < 10_000 for message in await tx.messages.select())


async def test_however_many_messages_a_receipt_is_about_it_is_asked_once_what_is_on_its_way(
    desk: Desk,
) -> None:
    stranger = desk.on_signal("Stranger")
    await stranger.writes("/help")
    receipt = stranger._incoming(IncomingKind.RECEIPT, status="delivered", about=tuple(range(10_000, 10_050)))
    async with desk.database.write(desk.now) as tx:
        await dispatch.prefetch(tx, desk.service, [receipt])
        before = tx.statements
        await dispatch.handle(tx, desk.service, receipt, desk.now)
        assert tx.statements - before < 5


@pytest.mark.slow
async def test_no_more_is_believed_to_have_arrived_than_is_on_its_way(desk: Desk) -> None:
    signal = await desk.also_on_signal(await desk.lawyer("Marat"), first=True)
    await desk.reports(TOLD)
    await on_its_way(desk, "1")
    receipt = signal._incoming(IncomingKind.RECEIPT, status="delivered", about=tuple(range(10_000, 10_050)))
    async with desk.database.write(desk.now) as tx:
        await dispatch.handle(tx, desk.service, receipt, desk.now)
    await on_its_way(desk, None)
    async with desk.reading() as tx:
        assert sum(message.message_id >= 10_000 for message in await tx.messages.select()) == 1


async def test_a_phone_with_a_wrong_clock_never_reads_before_it_was_sent_nor_tomorrow(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat, first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    for year in (1970, 2050):
        receipt = Incoming(
            "signal", IncomingKind.RECEIPT, signal.chat, signal.chat, "private", desk.now.replace(year=year),
            status="read", about=tuple(signal.screen.messages),
        )  # fmt: skip
        await desk.receive(receipt)
        offer = (await desk.offers())["Marat"]
        assert offer.delivered_at == offer.read_at == desk.now
