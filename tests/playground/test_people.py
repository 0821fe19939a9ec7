"""What people do, as the bot gets it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest

from bot.clock.clock import SteppedClock
from playground import NotShown, Phone, Playground
from playground.phone import Refused
from tests.playground.test_sending import buttons


async def newest(bot: Bot) -> Update:
    return (await bot.get_updates(offset=-1))[0]


async def test_a_message_carries_who_when_and_in_which_language(
    world: Playground, bot: Bot, clock: SteppedClock
) -> None:
    citizen = await world.person("Aigerim", language="kk", id=5001, last_name="Example")
    await citizen.writes("/start hello")
    message = (await newest(bot)).message
    assert message is not None
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code, message.chat.type) == (
        5001,
        "kk",
        "private",
    )
    assert message.date == clock.now()
    assert message.entities[0].type == "bot_command"


async def test_a_tap_reaches_the_bot_and_its_answer_reaches_the_phone(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    await bot.send_message(lawyer.id, "A case", reply_markup=buttons("accept:1", "decline:1"))
    await lawyer.taps("accept")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "accept:1"
    assert await query.answer("It is yours")
    assert await lawyer.notices() == ["It is yours"]


async def test_the_newest_message_with_the_button_is_tapped(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    await bot.send_message(lawyer.id, "first", reply_markup=buttons("a:1"))
    second = await bot.send_message(lawyer.id, "second", reply_markup=buttons("a:2"))
    await bot.send_message(lawyer.id, "no buttons")
    await lawyer.taps("Label")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert (query.message.message_id, query.data) == (second.message_id, "a:2")


async def test_a_missing_button_or_sentence_lists_what_is_shown(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    await bot.send_message(lawyer.id, "A case", reply_markup=buttons("a:1"))
    for look in (lawyer.taps("Refuse"), lawyer.expects("Shymkent")):
        with pytest.raises(NotShown, match=r"(?s)Dana.*A case \[Label a:1\]"):
            await look
    with pytest.raises(NotShown, match="should not be shown"):
        await lawyer.expects_nothing("A case")


async def test_forged_and_late_taps_are_delivered(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    sent = await bot.send_message(lawyer.id, "A case", reply_markup=buttons("a:1"))
    await lawyer.taps_data(sent.message_id, "close:99")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "close:99"
    await bot.delete_message(lawyer.id, sent.message_id)
    await lawyer.taps_data(sent.message_id, "a:1")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_a_query_is_too_old_after_150_seconds(world: Playground, bot: Bot, clock: SteppedClock) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    sent = await bot.send_message(lawyer.id, "A case", reply_markup=buttons("a:1"))
    number = await lawyer.taps_data(sent.message_id, "a:1")
    clock.move_to(clock.now() + timedelta(seconds=149))
    assert await bot.answer_callback_query(number)
    clock.move_to(clock.now() + timedelta(seconds=1))
    for wrong in (number, "12345"):
        with pytest.raises(
            BadRequest, match="Query is too old and response timeout expired or query id is invalid"
        ):
            await bot.answer_callback_query(wrong)


async def test_places_and_contacts_are_shared(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim", phone="+77010000001")
    await citizen.shares_location(43.24, 76.95)
    await citizen.shares_contact()
    await citizen.shares_contact(None, "A friend", own=False)
    location, own, friend = [update.message for update in await bot.get_updates()]
    assert location is not None
    assert location.location is not None
    assert (location.location.latitude, location.location.longitude) == (43.24, 76.95)
    assert own is not None
    assert own.contact is not None
    assert (own.contact.phone_number, own.contact.user_id) == ("+77010000001", citizen.id)
    assert friend is not None
    assert friend.contact is not None
    assert (friend.contact.phone_number, friend.contact.user_id, friend.contact.first_name) == (
        "",
        None,
        "A friend",
    )


async def test_forwards_keep_their_own_date_and_hide_or_show_the_writer(world: Playground, bot: Bot) -> None:
    citizen, friend = await world.person("Aigerim"), await world.person("Nurlan")
    earlier = datetime(2018, 9, 17, 3, 0, tzinfo=UTC)
    await citizen.forwards("they took five people", earlier, name="Neighbour")
    await citizen.forwards("me too", earlier, user=friend.id)
    hidden, shown = [update.message for update in await bot.get_updates()]
    assert hidden is not None
    assert hidden.forward_origin is not None
    assert hidden.forward_origin.to_dict()["sender_user_name"] == "Neighbour"
    assert hidden.forward_origin.date == earlier
    assert shown is not None
    assert shown.forward_origin is not None
    assert shown.forward_origin.to_dict()["sender_user"]["id"] == friend.id


async def test_a_protected_message_cannot_be_forwarded_by_a_person(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    await bot.send_message(lawyer.id, "names", protect_content=True)
    with pytest.raises(Refused, match="protected"):
        await lawyer.forwards_message(await lawyer.last())


async def test_an_edit_reaches_the_bot_and_others_words_cannot_be_edited(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    said = await citizen.writes("3 people")
    await citizen.edits(said, "5 people")
    edited = (await newest(bot)).edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (said, "5 people")
    assert edited.edit_date is not None
    answer = await bot.send_message(citizen.id, "noted")
    with pytest.raises(Refused, match="only own messages"):
        await citizen.edits(answer.message_id, "forged")


async def test_an_offline_phone_delivers_a_burst_with_one_date(
    world: Playground, bot: Bot, clock: SteppedClock
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.goes_offline()
    for text in ("they stopped us", "there are ten of us"):
        assert await citizen.writes(text) == 0
        clock.move_to(clock.now() + timedelta(hours=1))
    assert await world.pending() == 0
    await citizen.comes_online()
    first, second = [update.message for update in await bot.get_updates()]
    assert first is not None
    assert second is not None
    assert first.date == second.date == clock.now()


async def test_in_groups_the_bot_sees_only_what_is_for_it_unless_it_is_administrator(
    world: Playground, bot: Bot
) -> None:
    member = await world.person("Saule")
    group = await world.group("Team", member)
    posted = await bot.send_message(group.chat_id, "good morning")
    await member.writes("chatter", chat=group)
    await member.writes("/id", chat=group)
    await member.writes("thanks", chat=group, reply_to=posted.message_id)
    await world.sets_bot(group, "administrator", member)
    await member.writes("more chatter", chat=group)
    texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert texts == ["/id", "thanks", "more chatter"]


async def test_a_phone_cannot_do_what_no_phone_can(world: Playground) -> None:
    citizen, stranger = await world.person("Aigerim"), await world.person("Nurlan")
    group = await world.group("Team", citizen)
    await citizen.blocks()

    async def refused(person: Phone, **options: Any) -> None:
        with pytest.raises(Refused):
            await person.writes(**options)

    await refused(citizen, text="x")
    await refused(stranger, text="x", chat=group)
    await refused(stranger, text="")
    await refused(stranger, text="x" * 4097)
