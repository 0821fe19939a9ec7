"""An alert that does not reach the phone: the next person is asked at once, and the member at their other address."""

import pytest
from msgspec.structs import replace

from bot.messengers.errors import Limited
from core.incoming import Incoming, IncomingKind
from core.traffic import Timer
from handlers import timing
from handlers.alerting import messenger_limits
from handlers.casework import changed_identity
from tests.casework.story_desk import Desk, Person

TOLD = "police took Dana Made-Up in Almaty"


class Marat:
    """A lawyer with two phones; the first address is on Signal."""

    def __init__(self, first: Person, other: Person) -> None:
        self.first = first
        self.other = other


@pytest.fixture
async def marat(desk: Desk) -> Marat:
    """On duty in Almaty."""
    other = await desk.lawyer("Marat")
    return Marat(await desk.also_on_signal(other, first=True), other)


async def lines(desk: Desk) -> list[str]:
    """The kinds of the timeline's lines."""
    return [kind for kind, _, _ in await desk.history()]


async def test_the_alert_goes_to_the_first_address_alone(desk: Desk, marat: Marat) -> None:
    await desk.reports(TOLD)
    marat.first.sees("Almaty")
    assert not marat.other.screen.messages
    await desk.later(minutes=3)
    assert not marat.other.screen.messages, "it has reached the first one"
    offer = (await desk.offers())["Marat"]
    assert offer.delivered_at is not None
    assert offer.read_at is None


async def test_not_delivered_in_two_minutes_it_goes_to_the_other_address_and_to_the_next_person(
    desk: Desk, marat: Marat
) -> None:
    dina = await desk.coordinator("Dina", on_duty=True)
    marat.first.screen.off = True
    await desk.reports(TOLD)
    await desk.later(seconds=119)
    assert (marat.other.rang(), dina.rang()) == (0, 0)
    await desk.later(seconds=1)
    assert (marat.other.rang(), dina.rang()) == (1, 1)
    kind, who, details = (await desk.history())[-2]
    assert (kind, who, details) == (
        "undelivered",
        "",
        {"member": "Marat", "from": "signal", "to": "telegram"},
    )
    assert await desk.states() == {"Marat": "offered", "Dina": "offered"}


async def test_a_history_that_is_open_says_so_at_once_of_whom_a_colleague_asks_too(
    desk: Desk, marat: Marat
) -> None:
    olga, timur = await desk.coordinator(), await desk.lawyer("Timur")
    marat.first.screen.off = True
    await desk.reports(TOLD)
    await timur.presses("I'll take it", "Hand over")
    await timur.writes("Marat", "I am ill")
    await olga.opens(await desk.case())
    await olga.presses("History")
    await desk.later(minutes=2)
    olga.sees("not delivered by Signal in two minutes", "Marat")


async def test_one_accept_counts_on_both_and_the_cards_follow_on_both(desk: Desk, marat: Marat) -> None:
    marat.first.screen.off = True
    await desk.reports(TOLD)
    await desk.later(minutes=2)
    await marat.other.presses("I'll take it")
    assert await desk.states() == {"Marat": "accepted"}
    marat.other.sees("Dana Made-Up")
    await marat.first.gets()
    marat.first.sees("Dana Made-Up")
    assert marat.first.count("Almaty") == 1


async def test_what_somebody_else_took_shrinks_at_both_addresses(desk: Desk, marat: Marat) -> None:
    dina = await desk.lawyer("Dina")
    marat.first.screen.off = True
    await desk.reports(TOLD)
    await desk.later(minutes=2)
    await dina.presses("I'll take it")
    for phone in (marat.first, marat.other):
        phone.sees("a colleague has taken it")
        phone.sees_nothing_of("Dana Made-Up")


async def test_a_late_delivery_changes_nothing_either_may_still_accept(desk: Desk, marat: Marat) -> None:
    dina = await desk.coordinator("Dina", on_duty=True)
    marat.first.screen.off = True
    await desk.reports(TOLD)
    await desk.later(minutes=3)
    await marat.first.gets()
    offer = (await desk.offers())["Marat"]
    assert offer.delivered_at == desk.now
    assert offer.undelivered_at is not None
    dina.sees("Almaty")
    await marat.first.presses("I'll take it")
    assert await desk.states() == {"Marat": "accepted", "Dina": "withdrawn"}


async def test_a_phone_that_is_off_does_not_hold_up_who_has_no_other_address(
    desk: Desk, marat: Marat
) -> None:
    lone = await desk.also_on_signal(await desk.lawyer("Lena", cities=("astana",)), first=True)
    dina = await desk.coordinator("Dina", on_duty=True)
    member = await desk.membership(lone)
    async with desk.writing() as tx:
        tx.members.put(replace(member, other_id=None))
    lone.screen.off = True
    await desk.reports("police took Dana Made-Up in Astana")
    await desk.later(minutes=2)
    dina.sees("Astana")
    assert (await desk.history())[-2][2]["to"] == ""


async def test_who_blocks_the_first_address_is_asked_at_the_other_and_nobody_else_because_of_it(
    desk: Desk, marat: Marat
) -> None:
    dina = await desk.coordinator("Dina", on_duty=True)
    await desk.reports(TOLD)
    await desk.receive(
        Incoming(
            "signal",
            IncomingKind.MEMBERSHIP,
            marat.first.chat,
            marat.first.chat,
            "private",
            desk.now,
            status="kicked",
        )
    )
    assert (marat.other.rang(), dina.rang()) == (1, 0)
    assert (await desk.history())[-1][0] == "asked_elsewhere"
    await desk.reports("they arrested my neighbour Kairat Made-Up in Almaty", name="Sara")
    assert marat.other.rang() == 1
    assert marat.first.count("Almaty") == 1


async def test_at_the_other_address_comes_what_they_have_and_nothing_of_what_they_declined(
    desk: Desk, marat: Marat
) -> None:
    await desk.reports(TOLD)
    await marat.first.presses("I can't", "Too far")
    declined = await desk.case()
    await desk.reports("they arrested my neighbour Kairat Made-Up in Almaty", name="Sara")
    await marat.first.presses("I'll take it")
    async with desk.writing() as tx:
        await messenger_limits.on_limited(tx, desk.service, await desk.address(marat.first), "")
    marat.other.sees("yours", "Kairat Made-Up")
    marat.other.sees_nothing_of(declined.code)


async def test_an_offer_that_is_forgotten_meanwhile_is_not_looked_for(desk: Desk) -> None:
    async with desk.writing() as tx:
        await timing.on_timer(tx, desk.service, Timer("undelivered:77", "undelivered", desk.now, 77))
    async with desk.reading() as tx:
        assert (await tx.alerts.select(), await tx.outgoing.select(), await tx.timers.select()) == (
            [],
            [],
            [],
        )


@pytest.mark.slow
async def test_what_lapsed_in_one_chat_is_read_in_the_first_and_follows_there(desk: Desk) -> None:
    first = await desk.lawyer("Marat")
    other = await desk.also_on_signal(first)
    for number in range(4):  # the last one comes in a list
        await desk.reports(TOLD, name=f"Rita {number}")
    case = await desk.case()
    await other.writes("/cases")
    await other.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    other.sees("yours", case.code)
    await desk.later(minutes=31)
    first.sees(f"{case.code} was yours")
    saule = await desk.lawyer("Saule")
    await desk.later(minutes=6)
    await saule.presses_data(f"accept:{(await desk.offers())['Saule'].id}")
    first.sees(f"{case.code}: a colleague has taken it")


async def test_hiding_in_one_chat_empties_both_because_both_may_be_on_that_phone(
    desk: Desk, marat: Marat
) -> None:
    olga = await desk.coordinator()
    await desk.reports(TOLD)
    await marat.first.presses("I'll take it")
    await marat.other.writes(f"/case {(await desk.case()).code}")
    marat.other.sees("Dana Made-Up")
    await marat.first.writes("/hide")
    await marat.first.presses_data("hide:sure")
    await desk.reports("they arrested my neighbour Kairat Made-Up in Almaty", name="Sara")
    for phone in (marat.first, marat.other):
        phone.sees_nothing_of("Almaty", "Dana Made-Up", "Kairat Made-Up")
    olga.sees("Marat hid their chat")


async def test_whom_a_coordinator_brings_back_reads_again_in_both_chats(desk: Desk, marat: Marat) -> None:
    olga = await desk.coordinator()
    await desk.reports(TOLD)
    await marat.first.presses("I'll take it")
    await marat.other.writes("/hide")
    await marat.other.presses_data("hide:sure")
    await olga.presses("Write to them again")
    for phone in (marat.first, marat.other):
        phone.sees("Dana Made-Up")


async def test_a_coordinator_whose_first_chat_is_closed_hears_at_the_other_that_a_colleague_hid(
    desk: Desk, marat: Marat
) -> None:
    olga = await desk.coordinator()
    on_signal = await desk.also_on_signal(olga)
    await desk.blocks(olga)
    await marat.other.writes("/hide")
    await marat.other.presses_data("hide:sure")
    on_signal.sees("Marat hid their chat")


async def test_while_the_messenger_takes_nothing_for_it_alerts_go_to_the_other_address_at_once(
    desk: Desk, marat: Marat
) -> None:
    dina = await desk.coordinator("Dina", on_duty=True)
    await desk.reports(TOLD)
    address = await desk.address(marat.first)
    async with desk.writing() as tx:
        await messenger_limits.on_limited(tx, desk.service, address, "")
    assert (marat.other.rang(), dina.rang()) == (1, 0)
    await desk.reports("they arrested my neighbour Kairat Made-Up in Almaty", name="Sara")
    assert (marat.other.rang(), marat.first.count("Almaty")) == (1, 1)
    async with desk.writing() as tx:
        await messenger_limits.on_served(tx, desk.service, await desk.address(marat.first))
    await desk.reports("my brother Timur Made-Up was detained in Almaty", name="Aigul")
    assert marat.first.count("Almaty") == 2


async def test_an_offer_that_the_messenger_did_not_take_is_asked_at_the_other_address_and_stays_open(
    desk: Desk, marat: Marat
) -> None:
    marat.first.screen.refuses = Limited("too many", seconds=30)
    await desk.reports(TOLD)
    marat.other.sees("[✅ I'll take it]")
    assert await desk.states() == {"Marat": "offered"}
    await desk.later(minutes=1)
    assert await desk.states() == {"Marat": "offered"}


async def test_that_an_earlier_message_has_reached_the_phone_says_nothing_of_the_next(
    desk: Desk, marat: Marat
) -> None:
    await marat.first.writes("/help")
    marat.first.screen.off = True
    await desk.reports(TOLD)
    assert (await desk.offers())["Marat"].delivered_at is None
    await desk.later(minutes=2)
    marat.other.sees("[✅ I'll take it]")


async def test_another_phone_at_the_first_address_moves_alerts_to_the_other(desk: Desk, marat: Marat) -> None:
    dina = await desk.coordinator("Dina", on_duty=True)
    await desk.reports(TOLD)
    dina.rang()
    address = await desk.address(marat.first)
    async with desk.writing() as tx:
        await changed_identity.on_untrusted(tx, desk.service, address)
    assert marat.other.rang() == 1
    assert await desk.states() == {"Marat": "offered"}


async def test_where_the_messenger_tells_of_no_delivery_nothing_is_told_and_nobody_else_is_asked(
    desk: Desk,
) -> None:
    await desk.lawyer("Marat")
    dina = await desk.coordinator("Dina", on_duty=True)
    await desk.reports(TOLD)
    await desk.later(minutes=4)
    assert dina.rang() == 0
    assert "undelivered" not in await lines(desk)
    assert (await desk.offers())["Marat"].delivered_at is None
