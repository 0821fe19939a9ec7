"""Short cuts for stories about files: what is known of them, and what lies in the folder."""

from hashlib import sha256
from pathlib import Path

from core.sent_files import SentFile
from playground.bubbles import ChatMessage
from playground.files import StoredFile
from playground.phone import Phone
from storage.folder import Folder
from tests.world.world import World


async def rows(world: World) -> list[SentFile]:
    """Oldest first."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await tx.files.select()


def folder(world: World) -> Folder:
    """Where files are kept."""
    found = world.app.database.folder
    assert found is not None
    return found


def names(world: World) -> list[Path]:
    """Whatever lies there."""
    return sorted(folder(world).path.iterdir())


async def is_kept(world: World, *contents: bytes) -> list[SentFile]:
    """These are there, in this order, whole and sealed, and nothing else is."""
    found = await rows(world)
    assert [row.state for row in found] == ["kept"] * len(contents)
    for row, content in zip(found, contents, strict=True):
        assert folder(world).read(row.id, row.key) == content
        assert (row.size, row.about["sha256"]) == (len(content), sha256(content).hexdigest())
    assert {path.name for path in names(world)} == {folder(world).name(row.id) for row in found}
    return found


async def shown(phone: Phone) -> list[ChatMessage]:
    """The messages of the bot that have a file."""
    return [one for one in await phone.shown() if one.from_bot and one.file is not None]


def stored(world: World, message: ChatMessage) -> StoredFile:
    """What a message hands out, as Telegram keeps it."""
    assert message.file is not None
    return world.server.world.files.by_id[message.file["file_id"]]


async def downloads(world: World) -> int:
    """How often anything was asked for."""
    return len(await world.playground.calls("download"))
