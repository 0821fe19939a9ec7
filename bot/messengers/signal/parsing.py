"""signal-cli's envelope → Incoming (its JsonMessageEnvelope). Anything that cannot be read becomes one error, Unreadable.

A person is known by their account's id (``sourceUuid``), because numbers can be hidden and can change. For the time of a
message we take what Signal's server says: the clock of a phone may be wrong by years, so its time only identifies the
message.
"""

import json
import re
from datetime import UTC, datetime
from typing import Any

from bot.messengers.errors import Unreadable
from core.incoming import File, FileKind, Incoming, IncomingKind, SharedContact

MESSENGER = "signal"
NAME = 200  # characters of a file's name that are kept
KINDS = (
    "dataMessage",
    "editMessage",
    "receiptMessage",
    "callMessage",
    "storyMessage",
    "syncMessage",
    "typingMessage",
)
# What every envelope has. One that has no more is what phones tell each other by themselves: keys, that a message should
# come again, that nothing is said (JsonMessageEnvelope leaves out what is null).
HEAD = frozenset(
    {
        "source",
        "sourceNumber",
        "sourceUuid",
        "sourceName",
        "sourceDevice",
        "timestamp",
        "serverReceivedTimestamp",
        "serverDeliveredTimestamp",
    }
)
# Not decrypted because it was before: what it said was handed over then.
SAID_BEFORE = frozenset({"ProtocolDuplicateMessageException", "DuplicateMessageException"})
UNHEARD = ("typingMessage", "syncMessage")  # of no use to anybody: not even kept. The latter is our own echo
WORDS = frozenset(
    {"message", "quote", "contacts", "previews", "mentions", "textStyles"}
)  # with the first file
SAID = (
    "message",
    "attachments",
    "contacts",
    "sticker",
    "payment",
    "pollCreate",
    "reaction",
)  # else a phone, not its owner
LONG = "text/x-signal-plain"
NAMED = re.compile(r"[A-Z][A-Za-z]{0,79}")  # a class of Java
FILES = {"image/gif": FileKind.ANIMATION}
BY_TYPE = {"image": FileKind.PHOTO, "video": FileKind.VIDEO, "audio": FileKind.AUDIO}


def is_kept(event: Any) -> bool:
    """Whether an event says anything that anybody could want."""
    envelope = event.get("envelope") if isinstance(event, dict) else None
    if not isinstance(envelope, dict):
        return True  # no matter what it contains
    return not any(kind in envelope for kind in UNHEARD)


def raw_of(event: Any) -> tuple[int, bytes]:
    """The number and the bytes by which the same envelope is known when it is delivered again, later."""
    if isinstance(event, dict) and isinstance(event.get("envelope"), dict):
        envelope = {name: v for name, v in event["envelope"].items() if name != "serverDeliveredTimestamp"}
        event = {**event, "envelope": envelope}
        number = envelope.get("timestamp")
    else:
        number = 0
    if type(number) is not int or not 0 <= number < 2**63:
        number = 0
    return number, json.dumps(event, sort_keys=True).encode()


def split_files(event: Any) -> list[Any]:
    """A message with several files as several messages with one file each; the words go with the first. A file that only
    holds the words of a long message does not count.
    """
    envelope = event.get("envelope") if isinstance(event, dict) else None
    said = envelope.get("dataMessage") if isinstance(envelope, dict) else None
    if not isinstance(said, dict) or not isinstance(said.get("attachments"), list):
        return [event]
    again = files_in_words(event)
    files = [
        attachment
        for attachment in said["attachments"]
        if not (isinstance(attachment, dict) and attachment.get("id") in again)
    ]
    bare = {name: value for name, value in said.items() if name not in WORDS}
    every = [{**(said if n == 0 else bare), "attachments": [file]} for n, file in enumerate(files)]
    every = every or [{**said, "attachments": []}]
    return [{**event, "envelope": {**event["envelope"], "dataMessage": message}} for message in every]


def files_in_words(event: Any) -> list[str]:
    """The files of a long message, which a phone sends as a file, that are in its words whole."""
    try:
        said = event["envelope"]["dataMessage"]
        size = len(said["message"].encode())
        long = [
            attachment
            for attachment in said["attachments"]
            if attachment["contentType"] == LONG and attachment["size"] <= size
        ]
        return [_word(attachment["id"]) for attachment in long]
    except (ValueError, TypeError, LookupError, AttributeError):
        return []


def parse(raw: bytes) -> Incoming:
    """What the envelope means. Raises Unreadable for malformed ones and for kinds that nobody knows."""
    try:
        event = json.loads(raw)
        return _illegible(event) if _is_illegible(event) else _incoming(event["envelope"])
    except Unreadable:
        raise
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OverflowError,
        RecursionError,
        OSError,
    ) as error:
        raise Unreadable(type(error).__name__) from None


def kind_of(raw: bytes) -> str:
    """The name of the envelope's kind, for the operator: one that signal-cli has, or "unknown"; never content."""
    try:
        envelope = json.loads(raw)["envelope"]
        return next((kind for kind in KINDS if kind in envelope), "unknown")
    except (ValueError, TypeError, LookupError, RecursionError):
        return "unknown"


def _is_illegible(event: dict[str, Any]) -> bool:
    """Whether the daemon says why it could not decrypt it, and has nothing of it."""
    envelope = event.get("envelope") or {}
    return event.get("exception") is not None and not any(kind in envelope for kind in KINDS)


def _illegible(event: dict[str, Any]) -> Incoming:
    """Who sent it, if that is known, and the class of the error. Our own phone's word to its linked devices is nobody's."""
    envelope, error = event.get("envelope") or {}, event["exception"].get("type")
    number = envelope.get("sourceNumber")
    if error in SAID_BEFORE or (number is not None and number == event.get("account")):
        return _nothing()
    name = error if isinstance(error, str) and NAMED.fullmatch(error) else "unknown"
    known = envelope.get("sourceUuid") is not None
    sender = _word(envelope["sourceUuid"]) if known else ""
    at = _at(envelope.get("serverReceivedTimestamp") or envelope["timestamp"]) if known else None
    return Incoming(
        MESSENGER, IncomingKind.ILLEGIBLE, sender, sender, "private" if known else "", sent_at=at, status=name
    )


def _nothing() -> Incoming:
    return Incoming(MESSENGER, IncomingKind.OTHER, sender="", chat="", chat_type="")


def _incoming(envelope: dict[str, Any]) -> Incoming:
    if envelope.keys() <= HEAD and "timestamp" in envelope:
        return _nothing()
    if (
        "receiptMessage" in envelope and envelope["sourceUuid"] is None
    ):  # known by a number alone: nobody of ours
        return _nothing()
    sender = _word(envelope["sourceUuid"])
    at = _at(envelope.get("serverReceivedTimestamp") or envelope["timestamp"])
    if "receiptMessage" in envelope:
        return _receipt(sender, envelope["receiptMessage"], at)
    if "editMessage" in envelope:
        edited = envelope["editMessage"]
        return _message(sender, edited["dataMessage"], at, edited["targetSentTimestamp"], IncomingKind.EDITED)
    if "dataMessage" in envelope:
        return _message(sender, envelope["dataMessage"], at, envelope["timestamp"], IncomingKind.MESSAGE)
    if "callMessage" in envelope and "offerMessage" in envelope["callMessage"]:
        return Incoming(MESSENGER, IncomingKind.CALL, sender, sender, "private", sent_at=at)
    if any(kind in envelope for kind in KINDS):
        return _nothing()
    raise Unreadable("UnknownKind")


def _receipt(sender: str, receipt: dict[str, Any], at: datetime) -> Incoming:
    about = tuple(_number(number) for number in receipt["timestamps"])
    read = bool(receipt.get("isRead") or receipt.get("isViewed"))
    if not read and not receipt.get("isDelivery"):
        return _nothing()
    return Incoming(
        MESSENGER,
        IncomingKind.RECEIPT,
        sender,
        sender,
        "private",
        sent_at=at,
        status="read" if read else "delivered",
        about=about,
    )


def _message(sender: str, data: dict[str, Any], at: datetime, number: Any, kind: IncomingKind) -> Incoming:
    if data.get("groupInfo"):
        group = _word(data["groupInfo"]["groupId"])
        return Incoming(MESSENGER, kind, sender, group, "group", sent_at=at, message_id=_named(number))
    if data.get("isExpirationUpdate") or data.get("remoteDelete") or data.get("storyContext"):
        return _nothing()
    if not any(data.get(name) for name in SAID):
        return _nothing()
    if (reaction := data.get("reaction")) is not None:
        target = _number(reaction["targetSentTimestamp"])
        emoji = "" if reaction.get("isRemove") else _whole(reaction["emoji"])
        return Incoming(
            MESSENGER,
            IncomingKind.REACTION,
            sender,
            sender,
            "private",
            sent_at=at,
            message_id=target,
            text=emoji,
        )
    quote = data.get("quote")
    return Incoming(
        MESSENGER,
        kind,
        sender,
        sender,
        "private",
        sent_at=at,
        message_id=_named(number),
        text=_whole(data.get("message") or ""),
        file=_file(data),
        contact=_contact(data),
        answers=_number(quote["id"]) if quote else None,
    )


def _file(data: dict[str, Any]) -> File | None:
    for attachment in data.get("attachments") or ():
        if attachment.get("id"):
            mime = _plain(attachment.get("contentType"))
            name = attachment.get("filename")
            name = _whole(name)[:NAME] if isinstance(name, str) else ""
            return File(
                _kind(mime or ""), _word(attachment["id"]), mime, _size(attachment.get("size")), None, name
            )
    sticker = data.get("sticker")
    return File(FileKind.STICKER, _word(sticker["packId"])) if sticker else None


def _kind(mime: str) -> FileKind:
    return FILES.get(mime) or BY_TYPE.get(mime.partition("/")[0], FileKind.DOCUMENT)


def _contact(data: dict[str, Any]) -> SharedContact | None:
    card = next(iter(data.get("contacts") or ()), None)
    if card is None:
        return None
    name = card.get("name") or {}
    words = " ".join(str(name[part]) for part in ("given", "family") if name.get(part))
    phone = next((str(number.get("value", "")) for number in card.get("phone") or ()), "")
    return SharedContact(_whole(phone), _whole(words), None)


def _at(milliseconds: Any) -> datetime:
    return datetime.fromtimestamp(_number(milliseconds) / 1000, UTC)


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError
    return value


def _named(value: Any) -> int | None:
    """The number by which a message is called; none, where the phone's clock stands before 1970: its words count still."""
    return value if type(value) is int and 0 <= value < 2**63 else None


def _size(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 2**63 else None


def _plain(value: Any) -> str | None:
    return value if isinstance(value, str) and value.isprintable() else None


def _word(value: Any) -> str:
    if not value or _plain(value) is None:
        raise ValueError
    return str(value)


def _whole(text: Any) -> str:
    return str(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
