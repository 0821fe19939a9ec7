"""What an envelope without words and the outcome of a send look like in JSON, as data: asked of signal-cli's own classes
(`make signal-oracle`) and, in each run of the tests, of the local daemon.

Sources: the classes of 0.13.19, which write it there; and read in the source of 0.14.6 (AsamK/signal-cli at c26e063), where
these write the same: JsonReceiveMessageHandler, JsonMessageEnvelope, JsonError, JsonReceiptMessage, JsonSendMessageResult,
SendMessageResultUtils, SendCommand, SignalJsonRpcCommandHandler. One thing is new there and proven nowhere: since 0.14.3
``retryAfterSeconds`` may stand beside a limit without a token.
"""

from typing import Any

from tests.oracle.checks import Any_

OURS, WHO, NAME = "+77000000000", "00000000-0000-4000-8000-000000000001", "Made-Up Aigul"
SENT_AT = 1_537_164_000_000
NUMBER, WORDS_OR_NONE = Any_(int), Any_(str, type(None))
# Of JsonSendMessageResult.Type and of SignalJsonRpcCommandHandler with JsonRpcResponse.Error, in 0.13.19 and 0.14.6; -6 is
# new in 0.14.3.
RESULT_TYPES = (
    "SUCCESS",
    "NETWORK_FAILURE",
    "UNREGISTERED_FAILURE",
    "IDENTITY_FAILURE",
    "RATE_LIMIT_FAILURE",
    "INVALID_PRE_KEY_FAILURE",
)
ERROR_CODES = (-1, -3, -4, -5, -6, -32700, -32600, -32601, -32602, -32603)

# name of the case → whether its sender is known; what decrypting ended with (a class of libsignal's or signal-cli's)
ENVELOPES: dict[str, dict[str, Any]] = {
    "bare": {"known": True},
    "a receipt": {"known": True, "receipt": "DELIVERY"},
    "an untrusted key": {"known": True, "error": "UntrustedIdentityException"},
    "an invalid message": {"known": True, "error": "ProtocolInvalidMessageException"},
    "no session": {"known": True, "error": "ProtocolNoSessionException"},
    "a message once more": {"known": True, "error": "ProtocolDuplicateMessageException"},
    "nobody knows from whom": {"known": False, "error": "InvalidMetadataMessageException"},
}
# name of the case → how its one recipient ended, or what was thrown before
SENDS: dict[str, dict[str, Any]] = {
    **{kind: {"type": kind} for kind in RESULT_TYPES},
    "a riddle": {"type": "RATE_LIMIT_FAILURE", "token": "made-up-challenge", "waits": 86_400},
    "NO_PREKEYS": {"throws": "java.io.IOException", "saying": "No prekeys available"},
    "IO": {"throws": "java.io.IOException", "saying": "made up"},
    "DEFECT": {"throws": "java.lang.IllegalStateException", "saying": "made up"},
}
TOGETHER = {
    "IDENTITY_FAILURE": (-4, "Failed to send message due to untrusted identities"),
    "RATE_LIMIT_FAILURE": (-5, "Failed to send message due to rate limiting"),
}
THROWN = {
    "NO_PREKEYS": "Failed to send message: No prekeys available (IOException), maybe one of the devices of the recipient"
    " wasn't online for a while. (UnexpectedErrorException)",
    "IO": "Failed to send message: made up (IOException) (UnexpectedErrorException)",
    "DEFECT": "made up (IllegalStateException)",
}


def event(name: str) -> dict[str, Any]:
    """What the stream carries in this case."""
    case = ENVELOPES[name]
    who = WHO if case["known"] else None
    envelope: dict[str, Any] = {
        "source": who,
        "sourceNumber": None,
        "sourceUuid": who,
        "sourceName": NAME if who else None,
        "sourceDevice": NUMBER if who else None,
        "timestamp": NUMBER,
        "serverReceivedTimestamp": NUMBER,
        "serverDeliveredTimestamp": NUMBER,
    }
    if case.get("receipt"):
        said = {"isDelivery": True, "isRead": False, "isViewed": False}
        envelope["receiptMessage"] = {"when": NUMBER, **said, "timestamps": [SENT_AT]}
    found = {"account": OURS, "envelope": envelope}
    return found | (
        {"exception": {"message": WORDS_OR_NONE, "type": case["error"]}} if case.get("error") else {}
    )


def answer(name: str) -> dict[str, Any]:
    """What ``send`` gives in this case: ``result``, or ``error``."""
    case = SENDS[name]
    if "throws" in case:
        return {"error": {"code": -32603, "message": THROWN[name], "data": None}}
    result = {
        "recipientAddress": {"uuid": WHO, "number": None, "username": None},
        "type": case["type"],
    }
    if case.get("token"):
        result |= {"token": case["token"], "retryAfterSeconds": case["waits"]}
    response = {"timestamp": NUMBER, "results": [result]}
    if case["type"] == "SUCCESS":
        return {"result": response}
    code, message = TOGETHER.get(case["type"], (-1, "Failed to send message"))
    return {"error": {"code": code, "message": message, "data": {"response": response}}}
