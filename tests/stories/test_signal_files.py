"""Files that come by Signal lie on our disk in the clear until they are sealed; then, or a day later, they are gone."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messengers.signal.client import Signal
from core.sent_files import FileState, SentFile
from tests.stories.sent_files import shown, stored
from tests.stories.staff import taps
from tests.world.on_signal import SignalPhone
from tests.world.world import World

pytestmark = pytest.mark.world(signal=True)
PATIENCE = 60


def folder(world: World) -> Path:
    assert world.signal is not None
    assert world.signal.signal.folder is not None
    return world.signal.signal.folder


async def rows(world: World) -> list[SentFile]:
    async with world.app.database.read(world.clock.now()) as tx:
        return list(await tx.files.select())


async def reporter(world: World) -> SignalPhone:
    aigul = world.on_signal("Made-Up Aigul")
    await aigul.writes("полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас")
    await world.settle()
    return aigul


@pytest.mark.slow
async def test_a_file_is_sealed_and_its_clear_copy_goes(world: World) -> None:
    aigul = await reporter(world)
    aigul.sends(b"a made-up picture", "image/jpeg")
    await world.settle()
    assert [row.state for row in await rows(world)] == [FileState.KEPT]
    assert list(folder(world).iterdir()) == []


@pytest.mark.slow
async def test_one_that_is_not_kept_goes_too(world: World) -> None:
    aigul = await reporter(world)
    aigul.sends(b"a made-up film", "video/mp4", size=200 * 1024 * 1024)
    await world.settle()
    assert [row.state for row in await rows(world)] == [FileState.LEFT]
    assert list(folder(world).iterdir()) == []


@pytest.mark.slow
async def test_dying_between_sealing_and_deletion_loses_nothing_and_the_clear_copy_goes_a_day_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    aigul, reached = await reporter(world), asyncio.Event()

    async def dies(_: Signal, file_id: str) -> None:
        reached.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as dying:
        dying.setattr(Signal, "discard", dies)
        aigul.sends(b"a made-up picture", "image/jpeg")
        await asyncio.wait_for(reached.wait(), PATIENCE)
        await world.crash()
    await world.start_bot()
    await world.settle()
    assert [row.state for row in await rows(world)] == [FileState.KEPT]
    (left,) = folder(world).iterdir()
    since = world.clock.now().timestamp()
    os.utime(left, (since, since))
    await world.fast_forward(hours=23)
    assert left.exists()
    await world.fast_forward(hours=2)
    assert not left.exists()


async def test_what_waits_to_be_fetched_stays_however_old_it_is(world: World, tmp_path: Path) -> None:
    assert world.signal is not None
    messenger = world.app.every[-1]
    assert isinstance(messenger, Signal)
    for name in ("wanted.jpeg", "wanted.jpeg.preview", "nobodys.jpeg", "new.jpeg"):
        (folder(world) / name).write_bytes(b"made up")
        old = 0 if name != "new.jpeg" else world.clock.now().timestamp()
        os.utime(folder(world) / name, (old, old))
    assert await messenger.sweep({"wanted.jpeg"}, world.clock.now() - timedelta(days=1)) == 1
    left = {path.name for path in folder(world).iterdir()}
    assert left == {"wanted.jpeg", "wanted.jpeg.preview", "new.jpeg"}


@pytest.mark.slow
async def test_what_came_by_one_messenger_is_handed_out_on_the_other_from_our_copy(world: World) -> None:
    marat = await world.member("Made-Up Marat", languages=("en",))
    aigul = await reporter(world)
    aigul.sends(b"\xff\xd8\xff made-up picture", "image/jpeg")
    await world.settle()
    await taps(world, marat, "I'll take it", "Contacted", "1 file")
    (handed,) = await shown(marat)
    assert stored(world, handed).content == b"\xff\xd8\xff made-up picture"
    assert len(await world.playground.calls("sendPhoto")) == 1  # no id of Signal's was tried


@pytest.mark.slow
async def test_of_several_in_one_message_none_is_lost(world: World) -> None:
    aigul = await reporter(world)
    assert world.signal is not None
    signal = world.signal.signal
    about = []
    for n in range(3):
        name, content = f"made-up-{n}.jpg", bytes([0xFF, 0xD8, n])
        signal.files[name] = content
        (folder(world) / name).write_bytes(content)
        about.append({"contentType": "image/jpeg", "id": name, "size": len(content)})
    await aigul.writes("вот фото", attachments=about)
    await world.settle()
    assert [row.state for row in await rows(world)] == [FileState.KEPT] * 3
    assert list(folder(world).iterdir()) == []


def png(width: int, height: int) -> bytes:
    """How one of this size begins."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4) + height.to_bytes(4) + b" made up"


HEIC = b"\0\0\0\x18ftypheic made up"
PICTURES = [  # what came, and how it is handed out on Telegram
    (b"\xff\xd8\xff made up", "image/jpeg", "photo", ""),
    (png(4_000, 3_000), "image/png", "photo", ""),
    (b"RIFF\0\0\0\0WEBP made up", "image/webp", "photo", ""),
    (HEIC, "image/heic", "document", "photo-4.heic"),
    (HEIC + b" that says something else", "image/jpeg", "document", "photo-5.jpg"),
    (png(9_000, 3_000), "image/png", "document", "photo-6.png"),
    (png(2_100, 100), "image/png", "document", "photo-7.png"),
    (b"\xff\xd8\xff" + bytes(10 * 1024 * 1024), "image/jpeg", "document", "photo-8.jpg"),
    (b"GIF89a made up", "image/gif", "animation", "animation-9.gif"),
]


@pytest.mark.slow
async def test_a_picture_that_telegram_takes_for_no_photo_is_handed_out_as_a_document(world: World) -> None:
    marat = await world.member("Made-Up Marat", languages=("en",))
    aigul = await reporter(world)
    for content, mime, *_ in PICTURES:
        aigul.sends(content, mime)
        await world.settle()
    await taps(world, marat, "I'll take it", "Contacted", f"{len(PICTURES)} files")
    handed = [stored(world, one) for one in await shown(marat)]
    named = [(one.content, one.kind, one.name if one.kind != "photo" else "") for one in handed]
    assert named == [(content, kind, name) for content, _, kind, name in PICTURES]
    await world.administrator.expects_nothing("refuses")
    await taps(world, marat, "Give back")
    assert not {one.content for one in [stored(world, left) for left in await shown(marat)]} & {
        content for content, *_ in PICTURES
    }
