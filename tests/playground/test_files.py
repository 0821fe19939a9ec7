"""Files, both ways."""

from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest

from playground import Playground, Server

JPEG = b"\xff\xd8\xff"
UPLOADS = [
    ("photo", "photo"),
    ("document", "document"),
    ("voice", "voice"),
    ("video", "video"),
    ("video_note", "video_note"),
    ("audio", "audio"),
    ("animation", "animation"),
    ("sticker", "sticker"),
]


@pytest.mark.parametrize(("kind", "parameter"), UPLOADS)
async def test_every_kind_is_sent_as_bytes_and_then_by_its_id(
    world: Playground, bot: Bot, kind: str, parameter: str
) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    send = getattr(bot, f"send_{kind}")
    content = JPEG + b"\r\n--boundary?\x00\xff" + kind.encode()
    sent = await send(citizen.id, **{parameter: content})
    kept = getattr(sent, kind)
    file_id = kept[-1].file_id if kind == "photo" else kept.file_id
    again = await send(citizen.id, **{parameter: file_id})
    assert again.message_id > sent.message_id
    assert (await citizen.last()).file is not None
    assert bytes(await (await bot.get_file(file_id)).download_as_bytearray()) == content


async def test_a_file_id_belongs_to_its_kind(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    sent = await bot.send_document(citizen.id, b"paper", filename="paper.pdf")
    assert sent.document is not None
    assert sent.document.file_name == "paper.pdf"
    with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
        await bot.send_photo(citizen.id, sent.document.file_id)
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(citizen.id, "no-such-id")


@pytest.mark.slow
async def test_as_a_photo_it_takes_what_telegram_takes(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    refused = {
        b"GIF89a": "Image_process_failed",
        png + (9_000).to_bytes(4) + (1_001).to_bytes(4): "Photo_invalid_dimensions",
        png + (2_100).to_bytes(4) + (100).to_bytes(4): "Photo_invalid_dimensions",
        JPEG + bytes(10 * 1024 * 1024): "is too big for a photo",
    }
    for content, why in refused.items():
        with pytest.raises(BadRequest, match=why):
            await bot.send_photo(citizen.id, content)
    for content in (JPEG, png + (9_000).to_bytes(4) + (1_000).to_bytes(4), b"RIFF\0\0\0\0WEBP"):
        await bot.send_photo(citizen.id, content)


async def test_captions_and_sizes_have_limits(world: Playground, bot: Bot, server: Server) -> None:
    citizen = await world.person("Aigerim")
    await citizen.starts()
    await bot.send_photo(citizen.id, JPEG, caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(citizen.id, JPEG, caption="x" * 1025)
    big = server.world.files.add("document", bytes(20 * 1024 * 1024 + 1))
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(big.id)


async def test_the_bot_downloads_what_people_send(world: Playground, bot: Bot) -> None:
    citizen = await world.person("Aigerim")
    await citizen.sends_photo(b"the picture", "at the square")
    await citizen.sends_voice(b"the voice", duration=7)
    await citizen.sends_document(b"the paper", "paper.pdf", mime="application/pdf")
    photo, voice, paper = [update.message for update in await bot.get_updates()]
    assert photo is not None
    assert voice is not None
    assert paper is not None
    assert photo.caption == "at the square"
    assert bytes(await (await photo.photo[-1].get_file()).download_as_bytearray()) == b"the picture"
    assert bytes(await (await photo.photo[0].get_file()).download_as_bytearray()) != b"the picture"
    assert voice.voice is not None
    assert voice.voice.duration == timedelta(seconds=7)
    assert paper.document is not None
    assert (paper.document.file_name, paper.document.mime_type) == ("paper.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("not_found", "HTTP 404"),
        ("cut_off", "RemoteProtocolError"),
        ("other_size", ""),
        ("error_500", "HTTP 500"),
    ],
)
async def test_a_download_breaks_as_it_is_told_to_and_works_the_next_time(
    world: Playground, bot: Bot, server: Server, kind: str, error: str
) -> None:
    file = server.world.files.add("document", b"paper" * 1000)
    where = f"{server.url}/file/bot{server.token}/{file.path}"
    await world.fails(kind, methods=("download",))
    async with httpx.AsyncClient(trust_env=False) as client:
        try:
            answer = await client.get(where)
            happened = "" if answer.is_success else f"HTTP {answer.status_code}"
            assert answer.content != file.content
        except httpx.HTTPError as broken:
            happened = type(broken).__name__
        assert happened == error
        assert (await client.get(where)).content == file.content
    assert [call.get("fault") for call in await world.calls("download")] == [kind, None]
