"""Whatever the daemon answers or httpx raises, as one of our errors: here and only here.

The daemon answers with status 200 also where it failed (SignalJsonRpcCommandHandler): the code says what it was, and under
``data.response.results`` stands for each recipient why. Its sentences may name a person: none is passed on.
"""

from typing import Any

import httpx

from bot.messengers.errors import (
    AccessLost,
    Challenged,
    Limited,
    MessengerError,
    Rejected,
    RetryLater,
    Unreachable,
    Untrusted,
)

USER, IO, UNTRUSTED_KEY, RATE_LIMIT = -1, -3, -4, -5
NO_METHOD, WRONG_PARAMS = -32601, -32602
LONGEST = 60.0  # seconds that a demand to wait is obeyed, as elsewhere
ACCOUNT = "account"  # what the daemon's sentences name where it does not know ours
# The request never reached the daemon: repeating it cannot make a second message.
SURELY_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def of_http(error: httpx.HTTPError | httpx.InvalidURL) -> MessengerError:
    """What broke on the way to the daemon."""
    name = type(error).__name__
    return RetryLater(f"signal-cli: {name}", sent=False if isinstance(error, SURELY_NOT_SENT) else None)


def of_status(status: int) -> MessengerError:
    """An answer that is none of JSON-RPC: 404 and 421 are another program, or the daemon under another name."""
    if status in (404, 421):
        return AccessLost(
            f"signal-cli: {status}: no daemon answers under this address", seconds=30, sent=False
        )
    return RetryLater(f"signal-cli: status {status}")


def of_error(error: Any) -> MessengerError:
    """What the daemon could not do."""
    if not isinstance(error, dict) or not isinstance(code := error.get("code"), int):
        return RetryLater("signal-cli: an answer that cannot be read")
    found = [meaning for one in _results(error) if (meaning := of_result(one)) is not None]
    if found:
        return found[0]
    match code:
        case _ if code == WRONG_PARAMS and ACCOUNT in str(error.get("message", "")).casefold():
            return AccessLost("signal-cli: it does not have our account", seconds=30, sent=False)
        case -32601 | -32602 | -32600:
            return Rejected(f"signal-cli: {code}: it does not know what we ask")
        case -1 | -6:
            return Rejected(f"signal-cli: {code}: it refuses what we ask")
        case -4:
            return Untrusted("signal-cli: the phone has another key than before")
        case -5:
            return Limited("signal-cli: too many messages", seconds=LONGEST)
        case _:
            return RetryLater(f"signal-cli: {code}")


def of_result(result: Any) -> MessengerError | None:
    """What became of one recipient; None: it was sent."""
    if not isinstance(result, dict):
        return RetryLater("signal-cli: a result that cannot be read")
    match result.get("type"):
        case "SUCCESS":
            return None
        case "UNREGISTERED_FAILURE":
            return Unreachable("signal-cli: not registered at Signal any more")
        case "IDENTITY_FAILURE":
            return Untrusted("signal-cli: the phone has another key than before")
        case "RATE_LIMIT_FAILURE":
            return _limited(result.get("token"), result.get("retryAfterSeconds"))
        case "NETWORK_FAILURE":
            return RetryLater("signal-cli: Signal cannot be reached", sent=False)
        case _:
            return RetryLater("signal-cli: it was not sent", chat_only=True, sent=False)


def _limited(token: Any, seconds: Any) -> MessengerError:
    wait = min(float(seconds), LONGEST) if isinstance(seconds, (int, float)) and seconds > 0 else LONGEST
    if isinstance(token, str) and token.isprintable():
        return Challenged("signal-cli: Signal asks a person to prove that they are one", token, seconds=wait)
    return Limited("signal-cli: too many messages", seconds=wait)


def _results(error: dict[str, Any]) -> list[Any]:
    data = error.get("data")
    response = data.get("response") if isinstance(data, dict) else None
    results = response.get("results") if isinstance(response, dict) else None
    return results if isinstance(results, list) else []
