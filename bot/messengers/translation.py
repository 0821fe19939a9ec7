"""Whatever python-telegram-bot or aiohttp raises, as one of our errors: here and only here.

A test walks both trees of exceptions. What comes back is named by what to do, never by where it broke.
"""

from collections.abc import Awaitable
from datetime import timedelta
from typing import TypeVar

from aiohttp import ClientConnectorError, ClientError, ClientHttpProxyError, ConnectionTimeoutError
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.messengers.errors import (
    AccessLost,
    Gone,
    MessengerError,
    Moved,
    Rejected,
    RetryLater,
    Unchanged,
    Unreachable,
)

T = TypeVar("T")

# What the text of a 400 means. Bot API error texts are stable and have no codes of their own.
BAD_REQUESTS: tuple[tuple[str, type[MessengerError]], ...] = (
    ("message is not modified", Unchanged),
    ("message to edit not found", Gone),
    ("message can't be edited", Gone),
    ("there is no text in the message", Gone),
    ("there is no media in the message", Gone),
    ("message to delete not found", Gone),
    ("message can't be deleted", Gone),
    ("message_id_invalid", Gone),
    ("query is too old", Gone),
    ("chat not found", Unreachable),
    ("user not found", Unreachable),
    ("peer_id_invalid", Unreachable),
    ("user is deactivated", Unreachable),
    ("bot was blocked", Unreachable),
    ("not enough rights to send", Unreachable),
    ("have no rights to send", Unreachable),
    ("need administrator rights", Unreachable),
    ("chat_write_forbidden", Unreachable),
)
UNREADABLE = "parsing the server response"
# The request never reached Telegram: repeating it cannot make a second message.
SURELY_NOT_SENT = (
    ConnectionTimeoutError,  # no connection was free, or a new one did not stand in time
    ClientConnectorError,  # refused; no such name; TLS; the proxy is not there
    ClientHttpProxyError,  # the proxy does not connect us
)
# What we gave could not be written as a request, or the answer is no Bot API answer: repeating it changes nothing.
OURS = (TypeError, ValueError, LookupError, AttributeError)


async def translated(call: Awaitable[T]) -> T:
    """The call's result. Raises nothing but MessengerError."""
    try:
        return await call
    except TelegramError as error:
        raise translate(error) from None
    except OURS as error:
        raise Rejected(f"an answer that cannot be read: {type(error).__name__}") from None


def translate(error: TelegramError) -> MessengerError:
    """PTB's exception as one of ours."""
    match error:
        case RetryAfter():
            wait = _seconds(error.retry_after)
            return RetryLater("429: too many requests", seconds=wait, chat_only=True, sent=False)
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Unreachable("403: blocked, deactivated or kicked")
        case BadRequest():
            return _bad_request(str(error))
        case InvalidToken() | EndPointNotFound():
            return AccessLost("401 or 404: the token is not accepted", seconds=30, sent=False)
        case Conflict():
            why = "409: another program polls with this token, or a webhook is set"
            return AccessLost(why, seconds=10, sent=False)
        case NetworkError():
            return _network(error)
        case _:
            return RetryLater(f"unexpected answer: {type(error).__name__}")


def _bad_request(text: str) -> MessengerError:
    folded = text.casefold()
    for part, meaning in BAD_REQUESTS:
        if part in folded:
            return meaning(part)
    if UNREADABLE in folded:  # PTB repeats the whole of it, whoever between us and Telegram has written it
        return Rejected("400: an answer that cannot be read")
    return Rejected(f"400: {text}")


def _network(error: NetworkError) -> MessengerError:
    """Also 5xx and answers that are no JSON. PTB wraps whatever its HTTP client raises and names it as the cause."""
    cause = error.__cause__
    if isinstance(cause, OURS) and not isinstance(cause, ClientError):  # a bad certificate is a ValueError
        return Rejected(f"a request that cannot be written: {type(cause).__name__}")
    name = type(cause if cause is not None else error).__name__
    return RetryLater(f"network: {name}", sent=False if isinstance(cause, SURELY_NOT_SENT) else None)


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
