"""Every exception of python-telegram-bot and of aiohttp becomes one of ours, whatever the call."""

import asyncio
import ssl
import traceback
from collections.abc import Awaitable, Iterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
import telegram.error
from aiohttp import client_exceptions
from aiohttp.client_reqrep import ConnectionKey, RequestInfo
from multidict import CIMultiDict, CIMultiDictProxy
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData
from yarl import URL

from bot.messengers.errors import (
    AccessLost,
    Limited,
    MessengerError,
    Moved,
    Rejected,
    RetryLater,
    TooBig,
    Unreachable,
)
from bot.messengers.proxy import Unconnected
from bot.messengers.telegram.client import Telegram
from bot.messengers.telegram.error_translation import translate, translated
from core.incoming import File, FileKind
from core.presentation import Presentation

REACTIONS: dict[type[TelegramError], tuple[tuple[Any, ...], type[MessengerError]]] = {
    TelegramError: (("odd",), RetryLater),
    telegram.error.NetworkError: (("Bad Gateway",), RetryLater),
    telegram.error.TimedOut: ((), RetryLater),
    telegram.error.BadRequest: (("Message text is empty",), Rejected),
    telegram.error.RetryAfter: ((7,), RetryLater),
    telegram.error.ChatMigrated: ((-100777,), Moved),
    telegram.error.Forbidden: (("Forbidden: bot was blocked by the user",), Unreachable),
    telegram.error.InvalidToken: ((), AccessLost),
    telegram.error.EndPointNotFound: (("Not Found",), AccessLost),
    telegram.error.Conflict: (("Conflict: terminated by other getUpdates request",), AccessLost),
    telegram.error.PassportDecryptionError: (("odd",), RetryLater),
}


def tree(root: type[Any]) -> Iterator[type[Any]]:
    """The class and all below it."""
    yield root
    for below in root.__subclasses__():
        yield from tree(below)


def test_the_table_names_every_exception_of_ptb() -> None:
    assert set(REACTIONS) == {one for one in tree(TelegramError) if one.__module__ == "telegram.error"}


@pytest.mark.parametrize("foreign", REACTIONS, ids=lambda one: one.__name__)
def test_every_exception_of_ptb_has_its_reaction(foreign: type[TelegramError]) -> None:
    arguments, expected = REACTIONS[foreign]
    assert type(translate(foreign(*arguments))) is expected


def test_a_429_says_how_long_and_that_nothing_was_sent() -> None:
    for wait in (7, timedelta(seconds=7)):
        error = translate(telegram.error.RetryAfter(wait))
        assert isinstance(error, RetryLater)
        assert (error.seconds, error.chat_only, error.sent) == (7.0, True, False)


@pytest.mark.parametrize(
    ("asked", "obeyed", "elsewhere"),
    [
        (0, 1, False),
        (-5, 1, False),
        (60, 60, False),
        (61, 61, True),
        (90_000, 90_000, True),
        (10**9, 30 * 86_400, True),
        ("soon", 60, False),
    ],
)
def test_a_wait_is_obeyed_whatever_its_length_and_a_long_one_is_for_asking_elsewhere(
    asked: Any, obeyed: float, elsewhere: bool
) -> None:
    error = translate(telegram.error.RetryAfter(asked))
    assert isinstance(error, RetryLater)
    assert (error.seconds, error.sent, error.chat_only) == (obeyed, False, True)
    assert isinstance(error, Limited) is elsewhere


ODD_ANSWERS = [
    b"[]",
    b"{}",
    b"3",
    b"null",
    b'{"ok": true}',
    b'{"ok": 1, "result": {"message_id": 7}}',
    b'{"ok": false}',
    b'{"status": "blocked", "url": "https://portal.example"}',
    b'{"ok": false, "description": "odd", "parameters": [1]}',
    b'{"ok": false, "description": "odd", "parameters": {"retry_after": Infinity}}',
    b"<html>Dana Made-Up</html>",
    b"[" * 100_000,
    b"",
]


@pytest.mark.parametrize("answer", ODD_ANSWERS, ids=lambda one: one[:40])
@pytest.mark.parametrize("code", [200, 302, 400, 401, 403, 404, 409, 502])
async def test_whatever_somebody_else_answers_the_request_is_repeated_and_nobody_is_taken_for_gone(
    answer: bytes, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if code != 200 and b"odd" in answer and b"parameters" not in answer:
        pytest.skip("an answer of the Bot API")
    bot = Telegram("1:x", "http://127.0.0.1:1")
    for request in (bot._sends, bot._polls):
        monkeypatch.setattr(type(request), "do_request", _answering(code, answer))
    photo = Presentation("", file=File(FileKind.PHOTO, "file"))
    calls: list[Awaitable[Any]] = [
        bot.fetch(None, 0),
        bot.send("1", Presentation("text")),
        bot.send("1", photo),
        bot.edit("1", 7, Presentation("text")),
        bot.delete("1", [7]),
    ]
    for call in calls:
        with pytest.raises(RetryLater) as caught:
            await call
        assert type(caught.value) is RetryLater
        assert caught.value.sent is None
        assert "Made-Up" not in str(caught.value)
    await bot.close()


def test_a_moved_group_says_where_it_is() -> None:
    error = translate(telegram.error.ChatMigrated(-100777))
    assert isinstance(error, Moved)
    assert error.new_chat == "-100777"


def test_an_upload_that_is_too_large_is_not_tried_again() -> None:
    assert type(translate(NetworkError("Request Entity Too Large"))) is TooBig


TOKEN = "1:secret"
ADDRESS = URL(f"https://example.org/bot{TOKEN}/sendMessage")
ASKED = (RequestInfo(ADDRESS, "POST", CIMultiDictProxy(CIMultiDict()), ADDRESS), ())
SERVER = ConnectionKey("example.org", 443, True, True, None, None, None)
# How aiohttp makes those which are not made of a text.
MADE: dict[type[Exception], tuple[Any, ...]] = {
    aiohttp.ClientResponseError: ASKED,
    aiohttp.ClientConnectorError: (SERVER, OSError(111, str(ADDRESS))),
    aiohttp.ClientConnectorCertificateError: (SERVER, ssl.CertificateError(str(ADDRESS))),
    client_exceptions.UnixClientConnectorError: (str(ADDRESS), SERVER, OSError(111, str(ADDRESS))),
    aiohttp.ServerFingerprintMismatch: (b"expected", b"got", str(ADDRESS), 443),
}
CAUSES = (*dict.fromkeys(tree(aiohttp.ClientError)), TimeoutError)
SURELY_NOT_SENT = {
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ClientConnectorError,
    aiohttp.ClientConnectorDNSError,
    aiohttp.ClientProxyConnectionError,
    client_exceptions.UnixClientConnectorError,
    aiohttp.ClientSSLError,
    aiohttp.ClientConnectorSSLError,
    aiohttp.ClientConnectorCertificateError,
    Unconnected,
}


def test_what_aiohttp_names_for_clients_is_in_its_tree_except_for_websockets() -> None:
    named = {getattr(client_exceptions, name) for name in client_exceptions.__all__}
    assert named - set(CAUSES) == {aiohttp.WSMessageTypeError}


@pytest.mark.parametrize("cause", CAUSES, ids=lambda one: one.__name__)
async def test_every_exception_of_aiohttp_is_tried_again_only_some_surely_sent_nothing_and_none_tells_the_token(
    cause: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = Telegram(TOKEN, "https://example.org")
    monkeypatch.setattr(aiohttp.ClientSession, "request", lambda *_, **__: _Breaking(_made(cause)))
    try:
        with pytest.raises(RetryLater) as caught:
            await bot.send("1", Presentation("text"))
    finally:
        await bot.close()
    assert caught.value.sent is (False if cause in SURELY_NOT_SENT else None)
    assert str(caught.value) == f"network: {cause.__name__}"
    assert "secret" not in "".join(traceback.format_exception(caught.value)) + repr(caught.value)


@pytest.mark.parametrize("cause", [OSError, RuntimeError, asyncio.InvalidStateError, NetworkError])
def test_whatever_else_breaks_in_the_client_is_tried_again(cause: type[Exception]) -> None:
    error = NetworkError("Unknown error in HTTP implementation")
    error.__cause__ = cause("odd")
    translation = translate(error)
    assert isinstance(translation, RetryLater)
    assert translation.sent is None


async def test_a_text_that_cannot_be_written_as_a_request_is_our_mistake_and_not_repeated() -> None:
    bot = Telegram("1:x", "http://127.0.0.1:1")
    with pytest.raises(Rejected, match="UnicodeEncodeError"):
        await bot.send("1", Presentation("half a character: \ud83d"))
    await bot.close()


@pytest.mark.parametrize("answer", [b'{"ok": true, "result": {"odd": 1}}', b'{"ok": true, "result": 3}'])
async def test_a_200_that_is_no_answer_of_the_bot_api_is_one_of_ours(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = Telegram("1:x", "http://127.0.0.1:1")
    for request in (bot._sends, bot._polls):
        monkeypatch.setattr(type(request), "do_request", _answering(200, answer))
    with pytest.raises(RetryLater):
        await bot.send("1", Presentation("text"))
    with pytest.raises(RetryLater):
        await bot.fetch(None, 0)
    await bot.close()


@pytest.mark.parametrize("code", [*range(300, 320), *range(400, 430), *range(500, 530)])
async def test_every_http_status_has_its_reaction(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bot = Telegram("1:x", "http://127.0.0.1:1")
    monkeypatch.setattr(
        type(bot._sends), "do_request", _answering(code, b'{"ok": false, "description": "odd"}')
    )
    with pytest.raises(MessengerError) as caught:
        await bot.send("1", Presentation("text"))
    await bot.close()
    expected = {400: Rejected, 401: AccessLost, 403: Unreachable, 404: AccessLost, 409: AccessLost}
    assert type(caught.value) is expected.get(code, RetryLater)


async def test_an_answer_that_is_no_json_is_tried_again_and_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bot = Telegram("1:x", "http://127.0.0.1:1")
    monkeypatch.setattr(
        type(bot._sends), "do_request", _answering(200, b'{"ok": true, "result": {"text": "Dana Made-Up')
    )
    with caplog.at_level("DEBUG"), pytest.raises(RetryLater):
        await bot.send("1", Presentation("text"))
    await bot.close()
    assert "Made-Up" not in caplog.text


async def test_what_we_raise_names_neither_the_token_nor_what_was_said() -> None:
    async def breaks() -> None:
        raise TimedOut("https://example.org/bot1:secret/sendMessage Dana Made-Up")

    with pytest.raises(RetryLater) as caught:
        await translated(breaks())
    assert str(caught.value) == "network: TimedOut"
    assert caught.value.__cause__ is None


def _answering(code: int, payload: bytes) -> Any:
    async def answer(
        url: str, method: str, request_data: RequestData | None = None, **_: Any
    ) -> tuple[int, bytes]:
        return code, payload

    return staticmethod(answer)


def _made(cause: type[Exception]) -> Exception:
    for kind in cause.__mro__:
        if kind in MADE:
            return cause(*MADE[kind])
    return cause(str(ADDRESS))


class _Breaking:
    """A request that ends with this."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def __aenter__(self) -> None:
        raise self._error

    async def __aexit__(self, *_: object) -> None: ...
