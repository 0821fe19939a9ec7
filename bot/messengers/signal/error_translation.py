"""Everything that the daemon answers or httpx raises, as one of our errors: here and only here.

The daemon answers with status 200 even if it failed (SignalJsonRpcCommandHandler): the code says what happened, and
``data.response.results`` says why for each recipient. Its sentences may name a person, so none is passed on. An error that
is in neither table is tried again for a while and then counts as refused: the operator is told, and others are asked.
"""

import re
from collections.abc import Callable, Mapping
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

LONGEST = 60.0  # seconds that a demand to wait is obeyed, as elsewhere
NAMED = re.compile(r"[A-Z_]{1,60}")
# How its sentences end, or what is in them, where a code says too little (SendCommand, SignalJsonRpcCommandHandler).
UNREGISTERED = " is not registered."
NO_KEYS, NO_FILE, PASSES = (
    "No prekeys available",
    "(AttachmentInvalidException)",
    "(UnexpectedErrorException)",
)
ACCOUNT = "account"  # what the daemon's sentences name where it does not know ours
# The request never reached the daemon: repeating it cannot make a second message.
SURELY_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def of_http(error: httpx.HTTPError | httpx.InvalidURL) -> MessengerError:
    """What broke on the way to the daemon."""
    name = type(error).__name__
    return RetryLater(f"signal-cli: {name}", sent=False if isinstance(error, SURELY_NOT_SENT) else None)


def of_status(status: int) -> MessengerError:
    """An answer that is not JSON-RPC: 404 and 421 are another program, or the daemon under another name."""
    if status in (404, 421):
        return AccessLost(
            f"signal-cli: {status}: no daemon answers under this address", seconds=30, sent=False
        )
    return RetryLater(f"signal-cli: status {status}")


def of_error(error: Any) -> MessengerError:
    """What the daemon could not do."""
    if not isinstance(error, dict) or type(code := error.get("code")) is not int:
        return RetryLater("signal-cli: an answer that cannot be read")
    found = [meaning for result in _results(error) if (meaning := of_result(result)) is not None]
    if found:
        return found[0]
    reaction = CODES.get(code)
    return (
        reaction(code, str(error.get("message", ""))) if reaction is not None else _unknown(f"error {code}")
    )


def of_result(result: Any) -> MessengerError | None:
    """What became of one recipient; None: it was sent."""
    if not isinstance(result, dict):
        return RetryLater("signal-cli: a result that cannot be read")
    kind = result.get("type")
    if kind == SENT:
        return None
    reaction = RESULTS.get(kind) if isinstance(kind, str) else None
    if reaction is not None:
        return reaction(result)
    named = kind if isinstance(kind, str) and NAMED.fullmatch(kind) else "without a name"
    return _unknown(f"a result {named}")


def _unknown(what: str) -> RetryLater:
    refused = Rejected(f"signal-cli: {what}, which nobody here knows")
    return RetryLater(f"signal-cli: {what}", chat_only=True, sent=False, at_last=refused)


def _unregistered(result: Any) -> Unreachable:
    return Unreachable("signal-cli: not registered at Signal any more")


def _untrusted(result: Any) -> Untrusted:
    return Untrusted("signal-cli: the phone has another key than before")


def _offline(result: Any) -> RetryLater:
    return RetryLater("signal-cli: Signal cannot be reached", sent=False)


def _without_keys(result: Any) -> RetryLater:
    """Until the phone is online again and brings new ones to Signal; nobody knows when that is."""
    why = "signal-cli: Signal has no keys of that phone that can be used"
    return RetryLater(why, chat_only=True, sent=False, at_last=Unreachable(why))


def _held_back(result: Any) -> MessengerError:
    return _limited(result.get("token"), result.get("retryAfterSeconds"))


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


def _not_known(code: int, message: str) -> Rejected:
    return Rejected(f"signal-cli: {code}: it does not know what we ask")


def _params(code: int, message: str) -> MessengerError:
    if ACCOUNT in message.casefold():
        return AccessLost("signal-cli: it does not have our account", seconds=30, sent=False)
    return _not_known(code, message)


def _refused(code: int, message: str) -> MessengerError:
    if message.endswith(UNREGISTERED):
        return _unregistered(None)
    return Rejected(f"signal-cli: {code}: it refuses what we ask")


def _broke(code: int, message: str) -> MessengerError:
    """Trouble with network or disk, which passes; missing keys; a file that does not exist; or a defect of its own."""
    if NO_KEYS in message:
        return _without_keys(None)
    if NO_FILE in message:
        return Rejected(f"signal-cli: {code}: it cannot take the file")
    if message.endswith(PASSES):
        return RetryLater(f"signal-cli: {code}")
    return _unknown(f"error {code}")


SENT = "SUCCESS"
# Of results[].type (JsonSendMessageResult.Type): what follows.
RESULTS: Mapping[str, Callable[[Any], MessengerError]] = {
    "NETWORK_FAILURE": _offline,
    "UNREGISTERED_FAILURE": _unregistered,
    "IDENTITY_FAILURE": _untrusted,
    "RATE_LIMIT_FAILURE": _held_back,
    "INVALID_PRE_KEY_FAILURE": _without_keys,
}
# Of error.code where no result says more (SignalJsonRpcCommandHandler, JsonRpcResponse.Error).
CODES: Mapping[int, Callable[[int, str], MessengerError]] = {
    -1: _refused,  # what a user did wrong
    -3: lambda code, message: RetryLater(f"signal-cli: {code}"),  # network or disk
    -4: lambda code, message: _untrusted(None),
    -5: lambda code, message: _limited(None, None),
    -6: _refused,  # a riddle's answer that does not count
    -32700: _not_known,  # no JSON
    -32600: _not_known,  # no request
    -32601: _not_known,  # no such method
    -32602: _params,
    -32603: _broke,  # anything else it threw
}
