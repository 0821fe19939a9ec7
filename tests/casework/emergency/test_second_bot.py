"""A second bot is made known to members, and one day writes in place of the first."""

import pytest
from msgspec.structs import replace

from core.presentation import Presentation
from core.records.emergency_steps import EmergencyStep
from handlers.emergency import bot_replacement
from handlers.emergency.bot_replacement import RemainingWork
from handlers.outbox import sending
from storage.schema import outbox
from tests.casework.emergency.silenced import begins, ends
from tests.casework.phones import Phones
from tests.casework.story_desk import Desk


def with_successor(desk: Desk) -> None:
    desk.service = replace(desk.service, successor="other_bot")


async def announce(desk: Desk) -> int:
    async with desk.writing() as tx:
        return await bot_replacement.announce(tx, desk.service)


async def test_members_are_told_of_the_second_bot_and_coordinators_ring_who_does_not_confirm(
    desk: Desk,
) -> None:
    with_successor(desk)
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aigerim = await desk.lawyer("Aigerim", languages=("kk",))
    assert await announce(desk) == 3
    aigerim.sees("@other_bot", "«Старт»")
    await marat.presses("I have opened it")
    marat.sees("Keep @other_bot")
    await olga.presses("I have opened it")
    assert await announce(desk) == 1  # who has confirmed is not asked again
    await desk.later(hours=25)
    olga.sees("have not confirmed", "Aigerim")
    olga.sees_nothing_of("Marat")
    await aigerim.presses("Ботты аштым")
    await announce(desk)
    await desk.later(hours=25)
    olga.sees("Every member has confirmed")


async def test_nobody_confirms_for_another(desk: Desk) -> None:
    with_successor(desk)
    marat, other = await desk.lawyer(), await desk.lawyer("Aigerim")
    await announce(desk)
    _, button = marat.screen.button("I have opened it")
    await other.presses_data(button.data)
    async with desk.reading() as tx:
        assert not [one for one in await tx.notices.select() if one.confirmed_at]


async def test_the_list_of_who_has_not_confirmed_comes_after_a_day_and_cannot_be_forwarded(
    desk: Desk,
) -> None:
    with_successor(desk)
    olga = await desk.coordinator()
    await desk.lawyer()
    await announce(desk)
    await desk.later(hours=23)
    olga.sees_nothing_of("have not confirmed")
    await desk.later(hours=2)
    assert olga.screen.drawn("have not confirmed").startswith("🔒")


async def test_when_everybody_has_confirmed_the_next_announcement_asks_everybody_again(desk: Desk) -> None:
    with_successor(desk)
    olga = await desk.coordinator()
    await announce(desk)
    await olga.presses("I have opened it")
    await announce(desk)
    await desk.later(hours=25)
    assert await announce(desk) == 1
    assert [one.step for one in await steps(desk)] == ["announced", "announced"]
    await olga.presses("I have opened it")
    await desk.later(hours=25)
    await announce(desk)
    assert len(await steps(desk)) == 3


async def steps(desk: Desk) -> list[EmergencyStep]:
    async with desk.reading() as tx:
        return await tx.emergency_steps.select()


async def test_the_receipt_names_the_second_bot_beside_the_number(desk: Desk) -> None:
    with_successor(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    rita.sees("Hotline: ", "If this bot is silent: @other_bot")


async def succeeds(desk: Desk) -> RemainingWork:
    """Another bot writes from now on: no phone has anything of it."""
    async with desk.writing() as tx:
        left = await bot_replacement.replace_bot(tx, desk.service)
    desk.phones = desk.messengers["telegram"] = Phones(lambda: desk.now)
    return left


async def test_a_member_who_presses_start_in_the_other_bot_has_their_cases_again(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await marat.presses("I'll take it")
    left = await succeeds(desk)
    assert (left.members, left.reporters) == (2, 1)
    await desk.later(minutes=10)
    assert marat.screen.texts() == olga.screen.texts() == []

    await marat.writes("/start")
    marat.sees("This bot writes to you from now on")
    marat.sees("Made-Up Dana")
    marat.rang()
    await marat.writes("/cases")
    assert marat.count("from now on") == 1


async def test_a_reporter_has_the_report_again_in_the_other_bot_and_news_come_there(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await rita.allows_news()
    await succeeds(desk)
    await marat.writes("/start")
    await rita.writes("/start")
    rita.sees("This bot writes to you from now on")
    await rita.writes("she is in the Medeu station")
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1
    await desk.later(minutes=10)
    await marat.presses("I'll take it")
    rita.sees("A lawyer")


async def test_a_stranger_who_opens_the_other_bot_is_told_nothing_of_it(desk: Desk) -> None:
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await succeeds(desk)
    stranger = desk.person("Stranger")
    await stranger.writes("/start")
    stranger.sees_nothing_of("from now on", "Dana")


async def test_whoever_was_asked_by_the_other_bot_cannot_be_asked_until_they_press_start(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    assert await desk.states() == {"Marat": "offered"}
    await succeeds(desk)
    assert await desk.states() == {"Marat": "unreachable"}
    await desk.later(minutes=1)
    assert marat.screen.texts() == []


@pytest.mark.slow
async def test_a_coordinator_has_the_cards_again_and_only_what_a_lawyer_holds_makes_a_sound(
    desk: Desk,
) -> None:
    olga, marat, other = await desk.coordinator(), await desk.lawyer(), await desk.lawyer("Aigerim")
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await marat.presses("I'll take it")
    await olga.writes("/cases")
    await succeeds(desk)
    for person in (olga, marat, other):
        person.lanes()
        await person.writes("/start")
    code = (await desk.case()).code
    olga.sees(code)
    marat.sees(code, "Made-Up Dana")
    other.sees_nothing_of("Made-Up Dana")
    assert "alert" in marat.lanes()
    assert "alert" not in other.lanes()


async def test_nothing_of_the_other_bots_chats_is_changed_or_deleted_by_the_new_one(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await begins(desk)
    await marat.presses("I'll take it")
    left = await succeeds(desk)
    assert left.unsent > 0
    await ends(desk)
    async with desk.reading() as tx:
        assert not await tx.outgoing.select(outbox.c.state == "waiting")
        assert not await tx.messages.select()
        assert not [card for card in await tx.cards.select() if card.message_id is not None]


async def test_no_list_in_the_other_bot_says_that_there_are_no_offers_beside_offers(desk: Desk) -> None:
    marat = await desk.lawyer()
    for number in range(4):
        await desk.reports(f"Police took Made-Up Dana {number} in Almaty an hour ago")
    marat.sees("open offer")
    await succeeds(desk)
    await marat.writes("/start")
    marat.sees("You still can")
    marat.sees_nothing_of("No open offers")


async def test_what_another_messenger_has_of_a_member_goes_on_as_it_was(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    marat.sees("Almaty")
    address = await desk.address(marat)
    async with desk.writing() as tx:
        tx.addresses.put(replace(address, messenger="signal"))
    await begins(desk)
    async with desk.writing() as tx:
        sending.send_message(tx, desk.service, address.id, Presentation("Made-Up"))
        before = await tx.cards.by(address_id=address.id)
    await succeeds(desk)
    async with desk.reading() as tx:
        assert [row.state for row in await tx.outgoing.by(address_id=address.id)][-1] == "waiting"
        assert before
        assert [one.shown for one in await tx.cards.by(address_id=address.id)] == [
            one.shown for one in before
        ]
        assert await tx.messages.by(address_id=address.id)
