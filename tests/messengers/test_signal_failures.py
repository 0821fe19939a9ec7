"""Answers that no daemon should give: nothing that we sent counts as sent because of one."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from bot.messengers.errors import AccessLost, Challenged, Limited, MessengerError, RetryLater
from bot.messengers.signal import error_translation
from bot.messengers.signal.daemon import Daemon

Answers = Callable[[httpx.Response], Daemon]


@pytest.fixture
async def answering() -> AsyncIterator[Answers]:
    """A daemon that says the same to everything."""
    made: list[Daemon] = []

    def make(answer: httpx.Response) -> Daemon:
        daemon = Daemon("http://127.0.0.1:1", "+77000000000", in_flight=1, patience=1)
        daemon._http = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer))
        made.append(daemon)
        return daemon

    yield make
    for daemon in made:
        await daemon.close()
        assert daemon._http.is_closed


@pytest.mark.parametrize(
    ("status", "content", "error"),
    [
        (200, b"[]", RetryLater),
        (200, b'"result"', RetryLater),
        (200, b"{}", RetryLater),
        (200, b"no JSON", RetryLater),
        (200, b'{"error": "words"}', RetryLater),
        (200, b'{"error": {"code": "-1"}}', RetryLater),
        (201, b'{"result": {}}', RetryLater),
        (500, b'{"result": {}}', RetryLater),
        (404, b"", AccessLost),
        (421, b"", AccessLost),
    ],
)
async def test_an_answer_that_cannot_be_read_is_no_success(
    answering: Answers, status: int, content: bytes, error: type[MessengerError]
) -> None:
    daemon = answering(httpx.Response(status, content=content))
    with pytest.raises(error):
        await daemon.call("send", recipient=["made up"])


@pytest.mark.parametrize(("status", "error"), [(404, AccessLost), (500, RetryLater)])
async def test_another_program_at_the_address_has_no_stream(
    answering: Answers, status: int, error: type[MessengerError]
) -> None:
    daemon = answering(httpx.Response(status, headers={"content-type": "text/event-stream"}))
    with pytest.raises(error, match=str(status)):
        [one async for one in daemon.events()]


@pytest.mark.parametrize("result", ["SUCCESS", None, {}, {"type": "SOMETHING_NEW"}])
def test_a_result_that_nobody_knows_is_none_of_success(result: Any) -> None:
    assert isinstance(error_translation.of_result(result), RetryLater)


@pytest.mark.parametrize(
    ("seconds", "waits"), [(10, 10), (0.5, 0.5), (86_400, 60), (0, 60), (-5, 60), ("10", 60), (None, 60)]
)
def test_a_limit_is_obeyed_as_long_as_it_says_but_never_for_an_hour(seconds: Any, waits: float) -> None:
    limited = {"type": "RATE_LIMIT_FAILURE", "retryAfterSeconds": seconds}
    plain = error_translation.of_result(limited)
    asked = error_translation.of_result({**limited, "token": "made-up"})
    broken = error_translation.of_result({**limited, "token": "a\nb"})
    assert isinstance(plain, Limited)
    assert isinstance(asked, Challenged)
    assert not isinstance(broken, Challenged)
    assert (plain.seconds, asked.seconds, asked.token) == (waits, waits, "made-up")
