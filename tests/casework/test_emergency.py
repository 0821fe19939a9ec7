"""Something of ours is in other hands: silence, a member's phone."""

from dataclasses import replace

from bot.core.exporting.permits import Stage
from bot.core.presentation import Presentation
from bot.core.vocabulary import DialogueState
from handlers.emergency import announcing, phone, silence, succession
from handlers.emergency.succession import Left
from handlers.outbox import sending
from storage.schema import outbox
from tests.casework.desk import Desk
from tests.casework.phones import Phones

NOW = "We cannot answer you here at the moment"


async def begins(desk: Desk) -> None:
    async with desk.writing() as tx:
        assert await silence.begin(tx)


async def ends(desk: Desk) -> None:
    async with desk.writing() as tx:
        assert await silence.end(tx, desk.service)


async def test_in_silence_nothing_leaves_but_one_sentence_with_the_number_to_whoever_writes(
    desk: Desk,
) -> None:
    marat = await desk.lawyer()
    await begins(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    assert rita.screen.texts() == [f"{NOW}. If you need help, ring us:\nHotline: {desk.service.hotline}"]
    await rita.writes("please")
    assert len(rita.screen.texts()) == 1
    await desk.later(hours=1)
    await rita.writes("please")
    assert len(rita.screen.texts()) == 2
    assert marat.screen.texts() == []
    assert (await desk.case()).city == "almaty"  # it is a case all the same


async def test_what_waited_in_silence_leaves_when_it_ends(desk: Desk) -> None:
    marat = await desk.lawyer()
    await begins(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await ends(desk)
    await rita.writes("in the Medeu station")
    marat.sees("Almaty")
    rita.sees("Hotline")
    assert rita.count(NOW) == 1


async def test_a_hidden_chat_gets_its_one_sentence_in_silence_too(desk: Desk) -> None:
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await rita.writes("/hide")
    await begins(desk)
    await rita.writes("hello")
    rita.sees_nothing_of(NOW)
    rita.sees("Thank you. The message has been received.")


async def test_silence_does_not_keep_a_phone_from_being_emptied(desk: Desk) -> None:
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await begins(desk)
    await rita.writes("/hide")
    rita.sees_nothing_of("Almaty", NOW)


async def test_an_administrator_reads_that_there_is_silence_and_how_it_ends(desk: Desk) -> None:
    await begins(desk)
    await desk.administrator.writes("/id")
    desk.administrator.sees("Silence since", "dabyl emergency resume")


async def taken(desk: Desk, name: str) -> list[str]:
    async with desk.writing() as tx:
        (member,) = [one for one in await tx.members.select() if one.name == name]
        return [case.code for case in await phone.taken(tx, desk.service, member)]


async def test_a_members_phone_in_other_hands_shows_and_opens_nothing_any_more(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    other = await desk.lawyer("Aigerim")
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await marat.presses("I'll take it")
    marat.sees("Made-Up Dana")
    case = await desk.case()
    other.rang()

    assert await taken(desk, "Marat") == [case.code]
    marat.sees_nothing_of("Dana", case.code)
    olga.sees("The phone of Marat is in other hands", case.code)
    assert (await desk.states())["Aigerim"] == "offered"
    assert other.rang() > 0
    await marat.writes("/cases", "hello")
    marat.sees_nothing_of("Dana", case.code)
    async with desk.reading() as tx:
        (step,) = await tx.emergency_steps.select()
    assert (step.step, step.at) == ("phone", desk.now)


async def test_of_a_coordinators_phone_the_opened_copies_go_and_so_does_what_was_begun(desk: Desk) -> None:
    olga, nurlan = await desk.coordinator(), await desk.coordinator("Nurlan")
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await olga.opens(await desk.case())
    olga.sees("Made-Up Dana")
    await olga.writes("/export 2018-09-01 2018-09-30 authorities a letter to the rapporteur")
    await nurlan.presses(desk.service.words.say("en", "button-permit-allow"))
    await olga.writes(f"/case {(await desk.case()).code}")  # asks for a reason
    await taken(desk, "Olga")
    olga.sees_nothing_of("Dana")
    async with desk.reading() as tx:
        assert [one.stage(desk.now) for one in await tx.export_permits.select()] == [Stage.REFUSED]
        member = await desk.membership(olga)
        for dialogue in await tx.dialogues.by(address_id=member.address_id):
            assert dialogue.state is not DialogueState.OPEN


async def test_a_draft_of_their_own_is_looked_at_by_coordinators(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    await marat.writes("/report")
    before = len(olga.screen.texts())
    await taken(desk, "Marat")
    assert len(olga.screen.texts()) == before + 2  # that the phone is in other hands; and the draft


def with_successor(desk: Desk) -> None:
    desk.service = replace(desk.service, successor="other_bot")


async def announce(desk: Desk) -> int:
    async with desk.writing() as tx:
        return await announcing.announce(tx, desk.service)


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


async def test_the_receipt_names_the_second_bot_beside_the_number(desk: Desk) -> None:
    with_successor(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    rita.sees("Hotline: ", "If this bot is silent: @other_bot")


async def succeeds(desk: Desk) -> Left:
    """Another bot writes from now on: no phone has anything of it."""
    async with desk.writing() as tx:
        left = await succession.succeed(tx, desk.service)
    desk.phones = Phones(lambda: desk.now)
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


async def test_no_list_in_the_other_bot_says_that_there_are_no_offers_beside_offers(desk: Desk) -> None:
    marat = await desk.lawyer()
    for number in range(4):
        await desk.reports(f"Police took Made-Up Dana {number} in Almaty an hour ago")
    marat.sees("open offer")
    await succeeds(desk)
    await marat.writes("/start")
    marat.sees("You still can")
    marat.sees_nothing_of("No open offers")


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


async def test_what_another_messenger_has_of_a_member_goes_on_as_it_was(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    marat.sees("Almaty")
    address = await desk.address(marat)
    async with desk.writing() as tx:
        tx.addresses.put(replace(address, messenger="signal"))
    await begins(desk)
    async with desk.writing() as tx:
        sending.message(tx, desk.service, address.id, Presentation("Made-Up"))
        before = await tx.cards.by(address_id=address.id)
    await succeeds(desk)
    async with desk.reading() as tx:
        assert [row.state for row in await tx.outgoing.by(address_id=address.id)][-1] == "waiting"
        assert before
        assert [one.shown for one in await tx.cards.by(address_id=address.id)] == [
            one.shown for one in before
        ]
        assert await tx.messages.by(address_id=address.id)


async def test_a_chat_that_is_brought_back_in_silence_gets_its_menu_afterwards(desk: Desk) -> None:
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await rita.writes("/hide")
    assert not rita.screen.menu
    await begins(desk)
    address = await desk.address(rita)
    async with desk.writing() as tx:
        sending.menu(tx, address.id, offered=True)
    assert not rita.screen.menu
    await ends(desk)
    await rita.writes("hello")
    assert rita.screen.menu
