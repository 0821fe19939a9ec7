"""Edits and deletions, by Telegram's rules."""

from datetime import timedelta

import pytest
from telegram import Bot, ReplyKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from bot.clock.clock import SteppedClock
from playground import Playground
from tests.playground.test_sending import buttons


@pytest.mark.slow
async def test_an_edit_changes_words_and_takes_the_buttons_away(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    sent = await bot.send_message(lawyer.id, "Almaty, 3 persons", reply_markup=buttons("accept:1"))
    await bot.edit_message_text("taken by another", lawyer.id, sent.message_id)
    seen = await lawyer.last()
    assert (seen.text, seen.edited, seen.buttons) == ("taken by another", True, ())


async def test_an_equal_edit_is_refused(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    sent = await bot.send_message(lawyer.id, "same", reply_markup=buttons("a"))
    for again in (
        bot.edit_message_text("same", lawyer.id, sent.message_id, reply_markup=buttons("a")),
        bot.edit_message_reply_markup(lawyer.id, sent.message_id, reply_markup=buttons("a")),
    ):
        with pytest.raises(BadRequest, match="Message is not modified"):
            await again
    await bot.edit_message_reply_markup(lawyer.id, sent.message_id)
    assert (await lawyer.last()).buttons == ()


async def test_only_own_messages_that_are_there_can_be_edited(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    written = await lawyer.writes("mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("yours", lawyer.id, written)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", lawyer.id, 999)
    keyed = await bot.send_message(lawyer.id, "choose", reply_markup=ReplyKeyboardMarkup([["a"]]))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", lawyer.id, keyed.message_id)
    await lawyer.blocks()
    with pytest.raises(Forbidden):
        await bot.edit_message_text("x", lawyer.id, keyed.message_id)


async def test_captions_are_edited_as_captions(world: Playground, bot: Bot) -> None:
    lawyer = await world.person("Dana")
    await lawyer.starts()
    sent = await bot.send_document(lawyer.id, b"list", caption="old", filename="list.txt")
    await bot.edit_message_caption(lawyer.id, sent.message_id, caption="new")
    assert (await lawyer.last()).text == "new"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", lawyer.id, sent.message_id)


async def test_both_sides_can_be_deleted_for_48_hours(
    world: Playground, bot: Bot, clock: SteppedClock
) -> None:
    citizen = await world.person("Aigerim")
    theirs = await citizen.writes("words")
    old = await citizen.writes("old words")
    ours = (await bot.send_message(citizen.id, "answer")).message_id
    assert await bot.delete_messages(citizen.id, [theirs, ours, 12345])
    assert [message.text for message in await citizen.shown()] == ["old words"]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(citizen.id, ours)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", citizen.id, ours)
    clock.move_to(clock.now() + timedelta(hours=48, seconds=1))
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(citizen.id, old)
    with pytest.raises(BadRequest, match="Too many message identifiers specified"):
        await bot.delete_messages(citizen.id, list(range(1, 102)))


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    world: Playground, bot: Bot
) -> None:
    member = await world.person("Saule")
    group = await world.group("Team", member)
    said = await member.writes("/id", chat=group)
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(group.chat_id, said)
    await world.sets_bot(group, "administrator", member)
    assert await bot.delete_message(group.chat_id, said)


async def test_what_a_person_deletes_stays_for_the_bot(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    sent = await bot.send_message(citizen.id, "traces")
    before = len(await world.updates())
    await citizen.deletes(sent.message_id)
    await citizen.expects_nothing("traces")
    await bot.edit_message_text("still there", citizen.id, sent.message_id)
    assert len(await world.updates()) == before
