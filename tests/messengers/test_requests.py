"""Requests over real connections: what arrives, and what is known about the sending when something breaks."""

import asyncio
import gzip
import json
import logging
import socket
import ssl
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.messengers.errors import Rejected, RetryLater
from bot.messengers.telegram.client import Telegram
from bot.messengers.telegram.error_translation import translate
from bot.messengers.telegram.requests import Requests
from core.presentation import Presentation
from tests.messengers.peer import ACCEPTED, BLUNT, DEAF, GONE, REDIRECT, SILENT, answer, peer

TOKEN = "1:secret"


@asynccontextmanager
async def requests(url: str, connections: int = 2, patience: float = 5) -> AsyncIterator[Requests]:
    """Ours, closed at the end."""
    made = Requests(url, connections, patience)
    try:
        yield made
    finally:
        await made.shutdown()


@asynccontextmanager
async def telegram(url: str, patience: float = 5) -> AsyncIterator[Telegram]:
    """The whole messenger, closed at the end."""
    made = Telegram(TOKEN, url, patience=patience)
    try:
        yield made
    finally:
        await made.close()


def data(**values: Any) -> RequestData:
    """What PTB makes of a call."""
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


def outcome(error: TelegramError) -> tuple[str, bool | None]:
    """What our error says, and what it knows about the sending."""
    found = translate(error)
    assert isinstance(found, RetryLater)
    return str(found).removeprefix("network: "), found.sent


async def test_a_call_arrives_as_json_and_the_connection_is_used_again_without_cookies() -> None:
    async with (
        peer(answer(b"{}", "200 OK", "Set-Cookie: a=b"), answer(b"{}")) as server,
        requests(server.url) as ours,
    ):
        url = server.url.replace("127.0.0.1", "localhost")  # cookies are for names
        for _ in range(2):
            said = data(chat_id=1, text="сәлем & +", reply_markup={"a": [1]})
            assert await ours.do_request(f"{url}/bot{TOKEN}/sendMessage", "POST", said) == (200, b"{}")
    assert server.connections == 1
    for head, body in server.got:
        assert head.startswith(f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\n")
        assert "Content-Type: application/json" in head
        assert "Accept-Encoding: gzip, deflate\r\n" in head
        assert "Cookie" not in head
        assert json.loads(body) == {"chat_id": 1, "text": "сәлем & +", "reply_markup": {"a": [1]}}


async def test_a_call_with_a_file_arrives_in_parts() -> None:
    async with peer(answer(b"{}")) as server, requests(server.url) as ours:
        said = data(chat_id=1, document=InputFile(b"made-up", filename="a.txt"))
        await ours.do_request(f"{server.url}/bot{TOKEN}/sendDocument", "POST", said)
    ((head, body),) = server.got
    assert "Content-Type: multipart/form-data; boundary=" in head
    assert b"made-up" in body


async def test_texts_and_numbers_of_classes_of_their_own_are_texts_and_numbers() -> None:
    async with peer(answer(b"{}")) as server, requests(server.url) as ours:
        said = data(chat_id=Whole(1), text=Words("сәлем"))
        await ours.do_request(f"{server.url}/bot{TOKEN}/sendMessage", "POST", said)
    ((_, body),) = server.got
    assert json.loads(body) == {"chat_id": 1, "text": "сәлем"}


async def test_what_is_no_json_is_not_tried_again_and_again() -> None:
    async with requests("http://127.0.0.1:1") as ours:
        with pytest.raises(NetworkError) as caught:
            await ours.ask("http://127.0.0.1:1/bot1/sendMessage", {"text": object()})
    assert isinstance(translate(caught.value), Rejected)


class Words(str):
    """As templates have them."""


class Whole(int):
    """A number."""


async def test_an_answer_may_be_compressed() -> None:
    packed = answer(gzip.compress(b'{"ok": true}'), "200 OK", "Content-Encoding: gzip")
    async with peer(packed) as server, requests(server.url) as ours:
        assert await ours.do_request(server.url, "POST", data()) == (200, b'{"ok": true}')


async def test_nobody_follows_a_redirect_with_the_token() -> None:
    async with peer(REDIRECT, ACCEPTED) as server, telegram(server.url) as bot:
        with pytest.raises(RetryLater) as caught:
            await bot.send("1", Presentation("text"))
    assert caught.value.sent is None
    assert len(server.got) == 1


async def test_a_send_on_a_connection_that_was_closed_meanwhile_is_not_repeated_by_the_client() -> None:
    async with peer(ACCEPTED, GONE, ACCEPTED) as server, telegram(server.url) as bot:
        assert await bot.send("1", Presentation("text")) == 7
        with pytest.raises(RetryLater, match="ServerDisconnectedError") as caught:
            await bot.send("1", Presentation("text"))
        assert caught.value.sent is None
        assert (len(server.got), server.connections) == (2, 1)
        assert await bot.send("1", Presentation("text")) == 7
    assert server.connections == 2


async def test_who_finds_no_free_connection_has_surely_sent_nothing() -> None:
    async with peer(SILENT) as server, requests(server.url, connections=1) as ours:
        first = asyncio.create_task(ours.do_request(server.url, "POST", data()))
        await server.asked.wait()
        with pytest.raises(TimedOut) as caught:
            await ours.do_request(server.url, "POST", data(), pool_timeout=0.01, connect_timeout=0.01)
        assert outcome(caught.value) == ("ConnectionTimeoutError", False)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    assert len(server.got) == 1


async def test_a_connection_that_does_not_stand_in_time_has_surely_sent_nothing() -> None:
    async with peer(DEAF) as server, requests(server.url) as ours:
        secure = server.url.replace("http", "https")  # a handshake without an answer
        with pytest.raises(TimedOut) as caught:
            await ours.do_request(secure, "POST", data(), pool_timeout=5, connect_timeout=0.05)
    assert outcome(caught.value) == ("ConnectionTimeoutError", False)


async def test_without_an_answer_nobody_knows() -> None:
    async with peer(SILENT) as server, requests(server.url, patience=0.05) as ours:
        with pytest.raises(TimedOut) as caught:
            await ours.do_request(server.url, "POST", data())
    assert outcome(caught.value) == ("SocketTimeoutError", None)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
async def test_a_server_that_does_not_read_holds_nobody_for_ever() -> None:
    limits = dict.fromkeys(("read_timeout", "write_timeout", "connect_timeout", "pool_timeout"), 0.05)
    async with peer(DEAF) as server, requests(server.url) as ours:
        long = data(text="a" * 2**24)
        with pytest.raises(TimedOut) as caught:
            await asyncio.wait_for(ours.do_request(server.url, "POST", long, **limits), 5)
    assert outcome(caught.value) == ("TimeoutError", None)


async def test_a_refused_connection_has_surely_sent_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    async with requests(url) as ours:
        with pytest.raises(NetworkError) as caught:
            await ours.do_request(url, "POST", data())
    assert outcome(caught.value) == ("ClientConnectorError", False)


async def test_a_name_that_nobody_knows_has_surely_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    async with requests("http://nowhere.invalid") as ours:
        with pytest.raises(NetworkError) as caught:
            await ours.do_request("http://nowhere.invalid", "POST", data())
    assert outcome(caught.value) == ("ClientConnectorDNSError", False)


async def test_a_certificate_that_nobody_vouches_for_is_no_mistake_of_the_message(tmp_path: Path) -> None:
    async with peer(ACCEPTED, tls=_self_signed(tmp_path)) as server, requests(server.url) as ours:
        with pytest.raises(NetworkError) as caught:
            await ours.do_request(server.url, "POST", data())
        assert outcome(caught.value) == ("ClientConnectorCertificateError", False)
    assert server.got == []


async def test_a_server_without_tls_where_it_is_wanted_has_surely_got_nothing() -> None:
    async with peer(BLUNT) as server, requests(server.url) as ours:
        with pytest.raises(NetworkError) as caught:
            await ours.do_request(server.url.replace("http", "https"), "POST", data())
    assert outcome(caught.value) == ("ClientConnectorSSLError", False)


@pytest.mark.parametrize("broken", [GONE, SILENT, b"no HTTP\r\n\r\n", ACCEPTED[:-5]], ids=str)
async def test_no_text_and_no_line_of_the_log_has_the_token(
    broken: bytes | str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "telegram")  # as the command line sets it
    async with peer(broken, GONE) as server, telegram(server.url, patience=0.1) as bot:
        with pytest.raises(RetryLater) as caught:
            await bot.send("1", Presentation("text"))
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    log = "\n".join(f"{line.getMessage()} {line.exc_text or ''}" for line in caplog.records)
    assert "secret" not in told + log
    assert caught.value.sent is None


@pytest.mark.parametrize(
    ("given", "total", "ready", "read"),
    [
        ({}, 25.0, 10.0, 7.5),
        ({"read_timeout": 60.0}, 77.5, 10.0, 60.0),
        ({"pool_timeout": 1.0, "write_timeout": 2.0}, 15.5, 6.0, 7.5),
        ({"read_timeout": None}, None, 10.0, None),
        ({"connect_timeout": None}, None, None, 7.5),
    ],
)
async def test_a_call_may_have_limits_of_its_own_and_none_means_no_limit(
    given: dict[str, float | None],
    total: float | None,
    ready: float | None,
    read: float | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = await _limits(monkeypatch, data(text="words"), **given)
    assert (limits.total, limits.connect, limits.sock_read) == (total, ready, read)


async def test_what_was_closed_sends_nothing_until_it_is_opened_again() -> None:
    async with peer(answer(b"{}"), answer(b"{}")) as server:
        ours = Requests(server.url, 1, 5)
        await ours.shutdown()  # nothing was open
        await ours.initialize()
        for _ in range(2):
            await ours.do_request(server.url, "POST", data())
            await ours.shutdown()
            with pytest.raises(RuntimeError, match="initialize"):
                await ours.do_request(server.url, "POST", data())
            await ours.initialize()
    assert server.connections == 2


async def test_a_send_goes_through_the_proxy_with_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    async with peer(ACCEPTED) as server:
        monkeypatch.setenv("HTTP_PROXY", server.url.replace("//", "//somebody:password@"))
        async with telegram("http://telegram.invalid") as bot:
            assert await bot.send("1", Presentation("text")) == 7
    head = server.got[0][0]
    assert head.startswith(f"POST http://telegram.invalid/bot{TOKEN}/sendMessage HTTP/1.1\r\n")
    assert "Proxy-Authorization: Basic c29tZWJvZHk6cGFzc3dvcmQ=\r\n" in head


async def test_a_proxy_that_refuses_has_sent_nothing_and_does_not_see_the_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with peer(answer(b"", "403 Forbidden")) as server:
        monkeypatch.setenv("HTTPS_PROXY", server.url)
        async with telegram("https://telegram.invalid") as bot:
            with pytest.raises(RetryLater, match="ClientHttpProxyError") as caught:
                await bot.send("1", Presentation("text"))
    assert caught.value.sent is False
    assert server.got[0][0].startswith("CONNECT telegram.invalid:443 HTTP/1.1\r\n")
    assert "secret" not in server.got[0][0]


async def _limits(monkeypatch: pytest.MonkeyPatch, said: RequestData, **given: Any) -> aiohttp.ClientTimeout:
    """The limits that aiohttp is given for a call."""
    seen: list[aiohttp.ClientTimeout] = []
    real: Callable[..., Any] = aiohttp.ClientSession.request

    def look(
        session: aiohttp.ClientSession, *arguments: Any, timeout: aiohttp.ClientTimeout, **more: Any
    ) -> Any:
        seen.append(timeout)
        return real(session, *arguments, timeout=timeout, **more)

    monkeypatch.setattr(aiohttp.ClientSession, "request", look)
    async with peer(answer(b"{}")) as server, requests(server.url, patience=7.5) as ours:
        await ours.do_request(server.url, "POST", said, **given)
    return seen[0]


def _self_signed(folder: Path) -> ssl.SSLContext:
    """The TLS of a server with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1)
        )
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "pem").write_bytes(secret + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "pem")
    return context
