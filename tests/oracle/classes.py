"""Run by ``make signal-oracle`` alone: signal-cli's own classes, made to write what only an account could bring about.

Nothing is sent and nothing received: its manager, which would, is replaced by one that gives the outcomes asked for, and the
classes that turn an outcome into JSON are the real ones. Prints one object: name of the case → what was written.

    python classes.py LIBJVM FOLDER_OF_JARS
"""

import json
import sys
from pathlib import Path
from typing import Any

import jpype  # no dependency of ours: `make signal-oracle` installs it beside the jars

from tests.oracle.shapes import ENVELOPES, NAME, OURS, SENDS, SENT_AT, WHO

API = "org.asamk.signal.manager.api."
METADATA = "org.signal.libsignal.metadata."
SERVICE = "org.whispersystems.signalservice."


def main(jvm: str, jars: Path) -> None:
    """Ask for all of them."""
    jpype.startJVM(
        jvm, "--enable-native-access=ALL-UNNAMED", classpath=[str(jar) for jar in jars.glob("*.jar")]
    )
    written = {name: written_of(case) for name, case in ENVELOPES.items()}
    written |= {name: answered(case) for name, case in SENDS.items()}
    sys.stdout.write(f"{json.dumps(written)}\n")


def java(name: str) -> Any:
    """A class."""
    return jpype.JClass(name)


def address() -> Any:
    """The other person's."""
    return java(API + "RecipientAddress")(java("java.util.UUID").fromString(WHO))


def manager(**answers: Any) -> Any:
    """A manager that knows these answers and no others."""
    return jpype.JProxy(java("org.asamk.signal.manager.Manager"), dict=answers)


def mapper() -> Any:
    """By which the daemon writes JSON."""
    return java("org.asamk.signal.util.Util").createJsonObjectMapper()


def written_of(case: dict[str, Any]) -> Any:
    """What JsonReceiveMessageHandler writes on the stream."""
    optional = java("java.util.Optional")
    nothing = optional.empty()
    source = optional.of(address()) if case["known"] else nothing
    contents = [nothing] * 7
    if case.get("receipt"):
        kinds = java(API + "MessageEnvelope$Receipt$Type")
        numbers = java("java.util.List").of(java("java.lang.Long")(SENT_AT))
        kind = kinds.valueOf(case["receipt"])
        contents[0] = optional.of(java(API + "MessageEnvelope$Receipt")(SENT_AT, kind, numbers))
    envelope = java(API + "MessageEnvelope")(source, 1, SENT_AT, SENT_AT, SENT_AT, True, *contents)
    came: list[Any] = []
    writer = jpype.JProxy(java("org.asamk.signal.output.JsonWriter"), dict={"write": came.append})
    account = manager(getSelfNumber=lambda: OURS, getContactOrProfileName=lambda recipient: NAME)
    handler = java("org.asamk.signal.json.JsonReceiveMessageHandler")(account, writer)
    handler.handleMessage(envelope, _error(case.get("error")))
    return json.loads(str(mapper().writeValueAsString(came[0])))


def _error(name: str | None) -> Any:
    if name is None:
        return None
    if name == "UntrustedIdentityException":
        return java(API + name)(address(), 1)
    if name == "InvalidMetadataMessageException":
        return java(METADATA + name)("made up")
    cause = "NoSessionException" if name == "ProtocolNoSessionException" else "InvalidMessageException"
    return java(METADATA + name)(java(f"org.signal.libsignal.protocol.{cause}")("made up"), WHO, 1)


def answered(case: dict[str, Any]) -> Any:
    """The result or the error of a ``send`` whose one recipient ended so, or that threw."""
    handler = java("org.asamk.signal.jsonrpc.SignalJsonRpcCommandHandler")
    commands = java("org.asamk.signal.commands.Commands")
    provider = jpype.JProxy(java("java.util.function.Function"), dict={"apply": commands.getCommand})
    account = manager(sendMessage=lambda *_: _outcome(case), getSelfNumber=lambda: OURS)
    params = mapper().readTree(json.dumps({"recipient": [WHO], "message": "words"}))
    try:
        result = handler(account, provider).handleRequest(mapper(), "send", params)
        return {"result": json.loads(str(mapper().writeValueAsString(result)))}
    except java("org.asamk.signal.jsonrpc.JsonRpcException") as failed:
        return {"error": json.loads(str(mapper().writeValueAsString(failed.getError())))}


def _outcome(case: dict[str, Any]) -> Any:
    if "throws" in case:
        raise java(case["throws"])(case["saying"])
    kind = case["type"]
    proof = None
    if case.get("token"):
        said = json.dumps({"token": case["token"], "options": ["captcha"]})
        answer = java(SERVICE + "internal.push.ProofRequiredResponse").class_
        answer = java(SERVICE + "internal.util.JsonUtil").fromJson(said, answer)
        far = java(SERVICE + "api.push.exceptions.ProofRequiredException")(answer, case["waits"])
        proof = java(API + "ProofRequiredException")(far)
    flags = [
        kind == one for one in ("SUCCESS", "NETWORK_FAILURE", "UNREGISTERED_FAILURE", "IDENTITY_FAILURE")
    ]
    limited = kind == "RATE_LIMIT_FAILURE"
    made = java(API + "SendMessageResult")(
        address(), *flags, limited, proof, kind == "INVALID_PRE_KEY_FAILURE"
    )
    recipient = java(API + "RecipientIdentifier$Uuid")(java("java.util.UUID").fromString(WHO))
    results = java("java.util.Map").of(recipient, java("java.util.List").of(made))
    return java(API + "SendMessageResults")(SENT_AT, results)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
