"""A SOCKS proxy before Telegram, as Tor is one: everything goes through it, names too, and nothing past it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

import pytest
from pydantic import SecretStr

from bot.loops.heartbeat import DeadMan
from bot.messengers.errors import RetryLater
from core.presentation import Presentation
from tests.messengers.peer import ACCEPTED, answer, peer
from tests.messengers.test_requests import telegram

VERSION, NO_PASSWORD, WITH_PASSWORD, BY_NAME, REFUSED = 5, 0, 2, 3, 5


class Proxy:
    """One that leads everywhere to the same server; ``asked``: whom it was asked for, ``known``: who asked."""

    def __init__(self, to: str, *, refuses: bool = False) -> None:
        self._to = urlsplit(to)
        self._refuses = refuses
        self.asked: list[tuple[str, int]] = []
        self.known: list[str] = []
        self.url = ""
        self._open: list[asyncio.StreamWriter] = []

    async def close(self) -> None:
        """All connections."""
        for writer in self._open:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: RFC 1928, and RFC 1929 where a password comes."""
        self._open.append(writer)
        _, methods = await reader.readexactly(2)
        offered = await reader.readexactly(methods)
        chosen = WITH_PASSWORD if WITH_PASSWORD in offered else NO_PASSWORD
        writer.write(bytes([VERSION, chosen]))
        if chosen == WITH_PASSWORD:
            _, length = await reader.readexactly(2)
            name = await reader.readexactly(length)
            password = await reader.readexactly((await reader.readexactly(1))[0])
            self.known.append(f"{name.decode()}:{password.decode()}")
            writer.write(bytes([1, 0]))
        kind = (await reader.readexactly(4))[3]
        assert kind == BY_NAME  # the name is looked up behind the proxy
        host = await reader.readexactly((await reader.readexactly(1))[0])
        self.asked.append((host.decode(), int.from_bytes(await reader.readexactly(2))))
        writer.write(bytes([VERSION, REFUSED if self._refuses else 0, 0, 1, 0, 0, 0, 0, 0, 0]))
        if self._refuses:
            writer.close()
            return
        there, back = await asyncio.open_connection(self._to.hostname, self._to.port)
        self._open.append(back)
        await asyncio.gather(_carry(reader, back), _carry(there, writer))


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while piece := await source.read(65_536):
            target.write(piece)
    target.close()


@asynccontextmanager
async def proxy(to: str, *, refuses: bool = False) -> AsyncIterator[Proxy]:
    """It runs as long as the block."""
    made = Proxy(to, refuses=refuses)
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.url = f"socks5://somebody:password@127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield made
    finally:
        server.close()
        await made.close()
        await server.wait_closed()


@pytest.mark.parametrize("kind", ["socks5", "socks5h"])
async def test_a_send_goes_through_it_by_name_and_with_its_password(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with peer(ACCEPTED) as server, proxy(server.url) as socks:
        monkeypatch.setenv("ALL_PROXY", socks.url.replace("socks5", kind, 1))
        async with telegram("http://telegram.invalid") as bot:
            assert await bot.send("1", Presentation("text")) == 7
    assert (socks.asked, socks.known) == ([("telegram.invalid", 80)], ["somebody:password"])
    assert server.got[0][0].startswith("POST /bot")


async def test_one_that_refuses_has_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with peer(ACCEPTED) as server, proxy(server.url, refuses=True) as socks:
        monkeypatch.setenv("ALL_PROXY", socks.url)
        async with telegram("http://telegram.invalid") as bot:
            with pytest.raises(RetryLater, match="Unconnected") as caught:
                await bot.send("1", Presentation("text"))
    assert caught.value.sent is False
    assert server.got == []


async def test_one_that_is_not_there_is_not_passed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    async with peer(ACCEPTED) as server:
        monkeypatch.setenv("HTTP_PROXY", "socks5://127.0.0.1:9")
        async with telegram(server.url) as bot:
            with pytest.raises(RetryLater, match="Unconnected") as caught:
                await bot.send("1", Presentation("text"))
    assert caught.value.sent is False
    assert server.got == []


async def test_the_heartbeat_goes_through_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with peer(answer(b"")) as server, proxy(server.url) as socks:
        monkeypatch.setenv("ALL_PROXY", socks.url)
        heart = DeadMan(SecretStr("http://heartbeat.invalid/made-up"))
        assert await heart.beat() == ""
        await heart.close()
    assert socks.asked == [("heartbeat.invalid", 80)]
