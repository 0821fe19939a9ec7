"""Each refusal that our server can answer with has its reaction in the client, and each row of the table is used."""

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.messengers.errors import (
    AccessLost,
    Gone,
    MessengerError,
    NoFile,
    NotTaken,
    Rejected,
    RetryLater,
    TooBig,
    Unchanged,
    Unreachable,
)
from bot.messengers.telegram import refusals
from bot.messengers.telegram.client import Telegram
from core.presentation import Presentation
from playground import Playground, Server
from playground.bot_api.errors import REFUSALS

# What to do, and the refusals that ask for it, as they stand in REFUSALS from their first word on.
EXPECTED: dict[type[MessengerError], tuple[str, ...]] = {
    NotTaken: (
        "VOICE_MESSAGES_FORBIDDEN",
        "user restricted receiving of",
        "not enough rights to send photos",
        "not enough rights to send documents",
        "CHAT_SEND_PHOTOS_FORBIDDEN",
        "CHAT_SEND_MEDIA_FORBIDDEN",
        "CHAT_SEND_VOICES_FORBIDDEN",
        "IMAGE_PROCESS_FAILED",
        "PHOTO_INVALID_DIMENSIONS",
        "PHOTO_SAVE_FILE_INVALID",
        "file of size 10485761 bytes",
    ),
    Unreachable: (
        "not enough rights to send text",
        "CHAT_SEND_PLAIN_FORBIDDEN",
        "CHAT_WRITE_FORBIDDEN",
        "CHAT_RESTRICTED",
        "CHAT_ADMIN_REQUIRED",
        "CHANNEL_PRIVATE",
        "CHANNEL_INVALID",
        "TOPIC_CLOSED",
        "USER_BANNED_IN_CHANNEL",
        "have no write access",
        "have no rights",
        "need administrator rights",
        "group chat was deactivated",
        "chat not found",
        "user not found",
        "PEER_ID_INVALID",
        "Forbidden: ",
    ),
    Gone: (
        "message to edit",
        "message can't be edited",
        "message media can't be edited",
        "there is no",
        "message to delete",
        "message can't be deleted",
        "MESSAGE_ID_INVALID",
        "query is too old",
    ),
    Unchanged: ("message is not modified",),
    NoFile: ("invalid file_id", "wrong ", "can't use file"),
    TooBig: ("file is too big", "Request Entity Too Large"),
    Rejected: ("BUTTON_DATA_INVALID",),
    AccessLost: ("Logged out", "Unauthorized"),
    RetryLater: ("Too Many Requests",),
}


def expected(says: str) -> type[MessengerError]:
    """The reaction to this refusal. ValueError where no row, or more than one, names it."""
    bare = says.removeprefix("Bad Request: ")
    (found,) = [kind for kind, begins in EXPECTED.items() if any(bare.startswith(begin) for begin in begins)]
    return found


@pytest.mark.parametrize("says", REFUSALS)
async def test_what_telegram_refuses_says_what_to_do(world: Playground, server: Server, says: str) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    await world.fails("rejected", says=says)
    messenger = Telegram(server.token, server.url)
    try:
        with pytest.raises(MessengerError) as caught:
            await messenger.send(str(citizen.id), Presentation("words"))
    finally:
        await messenger.close()
    assert type(caught.value) is expected(says)
    if isinstance(caught.value, RetryLater):
        assert caught.value.sent is False  # it may be sent again without being there twice


def test_each_row_of_the_table_decides_about_a_refusal_that_our_server_knows() -> None:
    decided = {
        next((part for part, _ in refusals.REFUSALS if part in says.casefold()), None) for says in REFUSALS
    }
    assert {part for part, _ in refusals.REFUSALS} <= decided


def test_each_reaction_is_asked_for_by_a_refusal() -> None:
    for kind, begins in EXPECTED.items():
        for begin in begins:
            assert any(says.removeprefix("Bad Request: ").startswith(begin) for says in REFUSALS), (
                kind,
                begin,
            )


async def test_a_refusal_that_telegram_does_not_know_is_no_fault(world: Playground) -> None:
    with pytest.raises(Exception, match="never says"):
        await world.fails("rejected", says="Bad Request: MADE_UP")


async def test_who_forbids_voices_gets_none_of_both_kinds_and_a_group_none_of_what_it_forbids(
    world: Playground, bot: Bot
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    group = await world.group("Duty", citizen)
    await world.forbids(citizen, "voice")
    await world.forbids(group, "photo", "text")
    with pytest.raises(BadRequest, match=r"(?i)voice_messages_forbidden"):
        await bot.send_voice(citizen.id, b"OggS")
    with pytest.raises(BadRequest, match=r"(?i)voice_messages_forbidden"):
        await bot.send_video_note(citizen.id, b"mp4")
    await bot.send_document(citizen.id, b"OggS")
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to send photos to the chat"):
        await bot.send_photo(group.chat_id, b"\xff\xd8\xff")
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to send text messages to the chat"):
        await bot.send_message(group.chat_id, "x")
    await bot.send_voice(group.chat_id, b"OggS")
    await world.forbids(citizen)
    await bot.send_voice(citizen.id, b"OggS")
