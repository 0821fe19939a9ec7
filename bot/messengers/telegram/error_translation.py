"""Everything that python-telegram-bot or aiohttp raises, as one of our errors: here and only here.

A test walks both trees of exceptions. Our errors are named by what to do, never by where it broke. An answer that
cannot be read says nothing about the request: it is an unknown outcome, no matter which status or class it has.
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
    Limited,
    MessengerError,
    Moved,
    NoFile,
    Rejected,
    RetryLater,
    TooBig,
    Unreachable,
)
from bot.messengers.proxy import Unconnected
from bot.messengers.telegram.refusals import access_lost, reaction
from bot.messengers.telegram.requests import NoAnswer, NotThere

T = TypeVar("T")

NO_ANSWER = "an answer that does not come from the Bot API: a portal, a filter or a proxy may have written it"
# Seconds. Who is to wait longer for a message is not asked meanwhile, and others are.
SHORT = 60.0
MOST = 30 * 86_400.0  # what is longer is no number that Telegram ever said

TOO_LARGE = "request entity too large"  # said with 413; the same upload would be refused each time
TOO_MANY = "too many requests"  # said with 429; PTB knows it by its retry_after alone
# The request never reached Telegram: repeating it cannot make a second message.
SURELY_NOT_SENT = (
    ConnectionTimeoutError,  # no connection was free, or a new one did not stand in time
    ClientConnectorError,  # refused; no such name; TLS; the proxy is not there
    ClientHttpProxyError,  # the proxy does not connect us
    Unconnected,  # nor one that speaks SOCKS
)
ODD = (TypeError, ValueError, LookupError, AttributeError, OverflowError)


async def translated(call: Awaitable[T]) -> T:
    """The call's result. Raises nothing but MessengerError."""
    try:
        return await call
    except TelegramError as error:
        raise translate(error) from None
    except ODD as error:  # the request was written: what is odd is the answer
        raise RetryLater(f"an answer that cannot be read: {type(error).__name__}") from None


def translate(error: TelegramError) -> MessengerError:
    """PTB's exception as one of ours."""
    if _unanswered(error):
        return RetryLater(NO_ANSWER)
    match error:
        case NotThere():
            return NoFile("404: there is no such file")
        case RetryAfter():
            return _too_many(max(1.0, min(_seconds(error.retry_after), MOST)))
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return reaction(str(error), lambda _: Unreachable("403: blocked, deactivated or kicked"))
        case BadRequest():
            return reaction(str(error), lambda text: Rejected(f"400: {text}"))
        case InvalidToken() | EndPointNotFound():
            return access_lost("401 or 404: the token is not accepted")
        case Conflict():
            why = "409: another program polls with this token, or a webhook is set"
            return AccessLost(why, seconds=10, sent=False)
        case NetworkError():
            return _network(error)
        case _:
            return RetryLater(f"unexpected answer: {type(error).__name__}")


def _too_many(wait: float) -> RetryLater:
    """We wait as long as Telegram says, however long: asking again earlier only makes the wait longer."""
    why = f"429: too many requests, wait {wait:.0f} s"
    if wait > SHORT:
        return Limited(why, seconds=wait)
    return RetryLater(why, seconds=wait, chat_only=True, sent=False)


def _network(error: NetworkError) -> MessengerError:
    """Also 5xx and answers that are not JSON. PTB wraps everything that its HTTP client raises and names it as the cause."""
    if TOO_LARGE in str(error).casefold():
        return TooBig("413: larger than what a bot may send")
    if TOO_MANY in str(error).casefold():
        return RetryLater("429: too many requests, without a time", chat_only=True, sent=False)
    cause = error.__cause__
    if isinstance(cause, ODD) and not isinstance(cause, ClientError):  # a bad certificate is a ValueError
        return Rejected(f"a request that cannot be written: {type(cause).__name__}")
    name = type(cause if cause is not None else error).__name__
    return RetryLater(f"network: {name}", sent=False if isinstance(cause, SURELY_NOT_SENT) else None)


def _unanswered(error: BaseException) -> bool:
    """PTB names the status, and as its cause that it could not read the rest."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, NoAnswer):
        cause = cause.__cause__
    return cause is not None


def _seconds(wait: int | float | timedelta) -> float:
    """SHORT for what is no number: PTB takes what it gets."""
    if isinstance(wait, timedelta):
        return wait.total_seconds()
    return float(wait) if isinstance(wait, (int, float)) else SHORT
