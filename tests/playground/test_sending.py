"""What the bot may send, through the real python-telegram-bot."""

from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, EndPointNotFound, Forbidden

from playground import NotShown, Playground, Server


def buttons(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(f"Label {one}", callback_data=one)] for one in data])


async def test_a_person_sees_what_the_bot_sends(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim", language="kk")
    await citizen.starts()
    sent = await bot.send_message(
        citizen.id, "Қайда?", reply_markup=buttons("a:1", "a:2"), protect_content=True
    )
    seen = await citizen.expects("Қайда")
    assert seen.id == sent.message_id
    assert [row[0].data for row in seen.buttons] == ["a:1", "a:2"]
    assert seen.raw["has_protected_content"]


async def test_somebody_who_never_pressed_start_is_not_found(world: Playground, bot: Bot) -> None:
    stranger = await world.person("Nurlan")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "hello")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_chat(stranger.id)


async def test_a_blocked_bot_is_forbidden_until_the_person_starts_again(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    await citizen.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(citizen.id, "hello")
    await citizen.starts()
    await bot.send_message(citizen.id, "welcome back")
    kinds = [next(key for key in line["update"] if key != "update_id") for line in await world.updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "Message text is empty"), ("   ", "Text must be non-empty"), ("x" * 4097, "Message is too long")],
)
async def test_a_text_has_its_limits(world: Playground, bot: Bot, text: str, problem: str) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    with pytest.raises(BadRequest, match=problem):
        await bot.send_message(citizen.id, text)


async def test_an_emoji_counts_as_two(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    await bot.send_message(citizen.id, "🙂" * 2048)
    with pytest.raises(BadRequest, match="too long"):
        await bot.send_message(citizen.id, "🙂" * 2048 + "x")


async def test_callback_data_is_counted_in_bytes(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    await bot.send_message(citizen.id, "ok", reply_markup=buttons("қ" * 32))
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(citizen.id, "no", reply_markup=buttons("қ" * 32 + "x"))


async def test_keyboards_have_their_limits(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    button = InlineKeyboardButton("x", callback_data="x")
    await bot.send_message(
        citizen.id, "ok", reply_markup=InlineKeyboardMarkup([[button] * 8] * 12 + [[button] * 4])
    )
    for rows in ([[button] * 9], [[button] * 8] * 12 + [[button] * 5]):
        with pytest.raises(BadRequest, match="Reply markup is too long"):
            await bot.send_message(citizen.id, "no", reply_markup=InlineKeyboardMarkup(rows))
    with pytest.raises(BadRequest, match="text buttons are unallowed"):
        await bot.send_message(
            citizen.id, "no", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("bare")]])
        )


async def test_entities_previews_replies_and_styles_stay_with_the_message(
    world: Playground, bot: Bot
) -> None:
    citizen = await world.person("Aigerim")
    question = await citizen.writes("when?")
    styled = InlineKeyboardMarkup([[InlineKeyboardButton("Accept", callback_data="a", style="success")]])
    sent = await bot.send_message(
        citizen.id,
        "at 7:00",
        entities=[MessageEntity("bold", 3, 4)],
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(question),
        reply_markup=styled,
        disable_notification=True,
    )
    assert sent.entities[0].type == "bold"
    assert sent.link_preview_options is not None
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.message_id == question
    seen = await citizen.last()
    assert seen.silent
    assert seen.buttons[0][0].style == "success"
    with pytest.raises(BadRequest, match="Entity_bounds_invalid"):
        await bot.send_message(citizen.id, "short", entities=[MessageEntity("bold", 3, 9)])
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(citizen.id, "x", reply_parameters=ReplyParameters(999))


async def test_a_reply_keyboard_is_shown_until_it_is_removed(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    rows: list[list[str | KeyboardButton]] = [
        [KeyboardButton("Share where I am", request_location=True)],
        ["Skip"],
    ]
    await bot.send_message(citizen.id, "Where?", reply_markup=ReplyKeyboardMarkup(rows))
    await citizen.taps("Skip")
    assert (await citizen.messages())[-1].text == "Skip"
    with pytest.raises(NotShown, match=r"shares_location\(\)"):
        await citizen.taps("Share where")
    await bot.send_message(citizen.id, "Thank you", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(NotShown, match="no button 'Skip'"):
        await citizen.taps("Skip")


async def test_groups_and_channels_say_why_not(world: Playground, bot: Bot) -> None:
    admin = await world.person("Saule")
    channel = await world.channel("Digest", username="digest_here")
    posted = await bot.send_message("@digest_here", "the day")
    assert posted.sender_chat is not None
    assert (await channel.expects("the day")).from_bot
    await world.sets_bot(channel, "member", admin)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await bot.send_message(channel.chat_id, "x")
    await world.sets_bot(channel, "left", admin)
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.send_message(channel.chat_id, "x")
    group = await world.group("Team", admin, supergroup=True)
    await world.sets_bot(group, "kicked", admin)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group.chat_id, "x")


async def test_a_migrated_group_names_its_new_id(world: Playground, bot: Bot) -> None:
    group = await world.group("Team", await world.person("Saule"))
    grown = await world.migrates(group)
    with pytest.raises(ChatMigrated) as told:
        await bot.send_message(group.chat_id, "x")
    assert told.value.new_chat_id == grown.chat_id
    await bot.send_message(grown.chat_id, "here")
    await grown.expects("here")


async def test_the_bot_leaves_a_group(world: Playground, bot: Bot) -> None:
    group = await world.group("Strangers", by=await world.person("Anon"))
    assert (await bot.get_chat_member(group.chat_id, bot.id)).status == "member"
    await bot.leave_chat(group.chat_id)
    statuses = [
        line["update"]["my_chat_member"]["new_chat_member"]["status"] for line in await world.updates()
    ]
    assert statuses == ["member", "left"]
    with pytest.raises(Forbidden):
        await bot.get_chat(group.chat_id)


async def test_chats_and_members_can_be_asked_about(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim", id=77)
    await citizen.starts()
    assert (await bot.get_chat(77)).first_name == "Aigerim"
    channel = await world.channel("Digest")
    assert (await bot.get_chat(channel.chat_id)).title == "Digest"
    mine = await bot.get_chat_member(channel.chat_id, bot.id)
    assert mine.to_dict()["can_post_messages"]
    assert (await bot.get_chat_member(channel.chat_id, 77)).status == "left"
    with pytest.raises(BadRequest, match="Participant_id_invalid"):
        await bot.get_chat_member(channel.chat_id, 1)


async def test_forwards_and_copies(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    words = await citizen.writes("three people taken")
    other = await world.person("Dana")
    await other.starts()
    forwarded = await bot.forward_message(other.id, citizen.id, words)
    assert forwarded.forward_origin is not None
    await bot.copy_message(other.id, citizen.id, words)
    assert "forward_origin" not in (await other.last()).raw
    kept = await bot.send_message(citizen.id, "secret", protect_content=True)
    with pytest.raises(BadRequest, match="Message can't be forwarded"):
        await bot.forward_message(other.id, citizen.id, kept.message_id)


async def test_pins_and_actions(world: Playground, bot: Bot, server: Server) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    sent = await bot.send_message(citizen.id, "pin me")
    assert await bot.pin_chat_message(citizen.id, sent.message_id)
    assert server.world.chats[citizen.id].pinned == [sent.message_id]
    assert await bot.unpin_chat_message(citizen.id)
    assert await bot.send_chat_action(citizen.id, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(citizen.id, "dancing")


@pytest.mark.slow
async def test_the_profile_is_kept_per_language(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "Бастау")], language_code="kk")
    assert [one.description for one in await bot.get_my_commands(language_code="kk")] == ["Бастау"]
    assert await bot.get_my_commands() == ()
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("ЖОҚ", "x")])
    await bot.set_my_name("Qyzmet")
    await bot.set_my_short_description("Қысқа", language_code="kk")
    assert (await bot.get_my_name(language_code="kk")).name == "Qyzmet"
    assert (await bot.get_my_short_description("kk")).short_description == "Қысқа"


async def test_the_commands_of_one_chat_are_its_own(bot: Bot) -> None:
    here = BotCommandScopeChat(77)
    await bot.set_my_commands([BotCommand("start", "Begin")])
    await bot.set_my_commands([BotCommand("help", "Help")], here)
    assert [one.command for one in await bot.get_my_commands(here)] == ["help"]
    await bot.set_my_commands([], here)
    assert await bot.get_my_commands(here) == ()
    assert await bot.delete_my_commands(here)
    assert [one.command for one in await bot.get_my_commands()] == ["start"]


async def test_unknown_methods_and_wrong_tokens(server: Server, world: Playground) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        missing = await http.get(f"{server.url}/bot{server.token}/sendNothing")
        wrong = await http.get(f"{server.url}/bot1:wrong/getMe")
    assert (missing.status_code, missing.json()["description"]) == (404, "Not Found: method not found")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
        with pytest.raises(EndPointNotFound):
            await bot.do_api_request("getMeNot")


async def test_parameters_come_as_json_form_query_or_multipart(server: Server, world: Playground) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    address = f"{server.url}/bot{server.token}/sendmessage"
    said = {"chat_id": str(citizen.id), "text": "[1, 2]"}
    async with httpx.AsyncClient(trust_env=False) as http:
        parts = {name: (None, value) for name, value in said.items()}
        ways: list[dict[str, Any]] = [{"json": said}, {"data": said}, {"params": said}, {"files": parts}]
        for options in ways:
            answer = await http.post(address, **options)
            assert answer.json()["result"]["text"] == "[1, 2]"
        broken = await http.post(address, content=b"{", headers={"content-type": "application/json"})
        assert broken.status_code == 400
        bad = await http.post(address, data={**said, "reply_markup": "{"})
        assert bad.json()["description"] == "Bad Request: can't parse reply keyboard markup JSON object"


async def test_an_unknown_parameter_is_recorded(server: Server, world: Playground) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    server.api.on_call = None
    async with httpx.AsyncClient(trust_env=False) as http:
        said = {"chat_id": citizen.id, "text": "x", "shout": True}
        await http.post(f"{server.url}/bot{server.token}/sendMessage", json=said)
    assert (await world.calls("sendMessage"))[-1]["unknown"] == ["shout"]


@pytest.mark.parametrize(("latitude", "longitude"), [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0)])
async def test_a_pin_that_is_nowhere_is_refused(
    world: Playground, bot: Bot, latitude: float, longitude: float
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    with pytest.raises(BadRequest):
        await bot.send_location(citizen.id, latitude, longitude)
    sent = await bot.send_location(citizen.id, 43.24, 76.95)
    assert sent.location is not None
    assert (sent.location.latitude, sent.location.longitude) == (43.24, 76.95)
