"""Of a file that somebody sent, neither its bytes nor its name nor its caption lie anywhere in the clear."""

import logging
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.sent_files import downloads, is_kept
from tests.stories.staff import reports, taps
from tests.world.world import World

pytestmark = pytest.mark.slow

CONTENT = b"made-up content of a photograph of Dana Made-Up; " * 20_000
CAPTION, NAME = "the made-up station in the made-up street", "Dana Made-Up and her lawyer.pdf"
PIECE = "of a photograph of Dana"


def ways(text: str) -> Iterator[bytes]:
    """How it may be written: as it is, in UTF-16, in Base64 wherever it begins."""
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    for shift in range(3):
        yield b64encode(bytes(shift) + plain)[4 : -4 - shift]


def everything(folder: Path) -> list[Path]:
    """Whatever the bot has written."""
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "config.toml"]


@pytest.mark.parametrize("killed", [False, True])
async def test_nothing_of_a_file_is_in_the_database_the_folder_or_the_log(
    world: World, caplog: pytest.LogCaptureFixture, killed: bool
) -> None:
    caplog.set_level(logging.INFO)
    for name in ("bot", "core", "handlers", "playground", "storage"):
        caplog.set_level(logging.DEBUG, name)
    for name in ("httpx", "httpcore", "telegram"):  # as the command line sets them
        caplog.set_level(logging.WARNING, name)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, "police took a man in Almaty")
    if killed:
        await world.playground.fails("hang_before", methods=("download",))
    else:
        await world.playground.fails("cut_off", methods=("download",))
    await citizen.sends_document(CONTENT, NAME, CAPTION, mime="application/pdf")
    while not await downloads(world):
        await world._rests()
    if killed:
        await world.restart()
    await world.fast_forward(minutes=1)
    (row,) = await is_kept(world, CONTENT)
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    await world.restart()
    await world.settle()

    texts = (PIECE, CAPTION, NAME, row.about["sha256"], row.about["id"])
    hidden = [way for text in texts for way in ways(text)]
    assert hidden[0] in CONTENT  # what is looked for is what was sent
    log = "\n".join(
        f"{record.getMessage()} {record.exc_text or ''}"
        for record in caplog.records
        if not record.name.startswith("uvicorn")  # the local server's
    ).encode()
    assert [way for way in hidden if way in log] == []
    at_rest = everything(world.folder)
    assert len(at_rest) >= 1
    for path in at_rest:
        content = path.read_bytes()
        assert [way for way in hidden if way in content] == [], path.name
