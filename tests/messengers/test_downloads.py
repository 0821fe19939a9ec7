"""Downloads over real connections: whatever breaks is named by what to do, and the token stands in no error."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.clock.clock import SteppedClock
from bot.messengers.errors import MessengerError, NoFile, RetryLater, TooBig
from bot.messengers.telegram.client import Telegram
from playground.limits import Limits
from playground.serve import serve
from playground.server import TOKEN, Server

NOW = datetime(2018, 9, 17, 6, tzinfo=UTC)
CONTENT = bytes(range(256)) * 5000


@asynccontextmanager
async def served(patience: float = 5) -> AsyncIterator[tuple[Server, Telegram]]:
    """A Bot API server, and ours before it."""
    async with serve(SteppedClock(NOW), token=TOKEN, limits=Limits.off()) as server:
        telegram = Telegram(TOKEN, server.url, patience=patience)
        try:
            yield server, telegram
        finally:
            await telegram.close()


async def fetched(telegram: Telegram, file_id: str) -> bytes:
    """All of it."""
    return b"".join([piece async for piece in telegram.download(file_id)])


async def test_a_file_comes_as_it_is_in_pieces() -> None:
    async with served() as (server, telegram):
        file = server.world.files.add("document", CONTENT, name="a b.pdf")
        pieces = [piece async for piece in telegram.download(file.id)]
        assert b"".join(pieces) == CONTENT
        assert len(pieces) > 1
        assert await fetched(telegram, server.world.files.add("photo", b"").id) == b""


@pytest.mark.parametrize(
    ("kind", "method", "error"),
    [
        ("error_500", "getFile", RetryLater),
        ("rejected", "getFile", MessengerError),
        ("half_answer", "getFile", RetryLater),
        ("hang_before", "getFile", RetryLater),
        ("error_500", "download", RetryLater),
        ("not_found", "download", NoFile),
        ("cut_off", "download", RetryLater),
        ("other_size", "download", NoFile),
        ("hang_before", "download", RetryLater),
    ],
)
async def test_what_breaks_is_named_by_what_to_do(
    kind: str, method: str, error: type[MessengerError]
) -> None:
    async with served(patience=0.2) as (server, telegram):
        file = server.world.files.add("video", CONTENT)
        server.faults.add(kind, methods=[method])
        with pytest.raises(error) as caught:
            await fetched(telegram, file.id)
        assert TOKEN.partition(":")[2] not in "".join(map(str, (caught.value, caught.value.__cause__)))
        assert await fetched(telegram, file.id) == CONTENT


async def test_unknown_and_too_large_ones_are_told_apart() -> None:
    async with served() as (server, telegram):
        with pytest.raises(NoFile):
            await fetched(telegram, "no-such-id")
        big = server.world.files.add("document", bytes(20 * 1024 * 1024 + 1))
        with pytest.raises(TooBig):
            await fetched(telegram, big.id)


async def test_nobody_waits_for_a_download_that_is_broken_off() -> None:
    async with served() as (server, telegram):
        file = server.world.files.add("document", CONTENT)
        pieces = telegram.download(file.id)
        assert await anext(pieces)
        await pieces.aclose()
        assert await fetched(telegram, file.id) == CONTENT
