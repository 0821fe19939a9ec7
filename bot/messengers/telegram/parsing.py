"""Raw Bot API update → Incoming. Anything that PTB cannot read becomes one error, Unreadable.

A kind that PTB knows and we did not ask for is ``Kind.OTHER``; a kind that nobody knows is Unreadable, so that it is kept.
PTB does not check types: values that would reach a column or a request are checked here. What a message can do without (a
language, the size of a file) is left out if it is strange, because the words matter most.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import telegram
from telegram import Update

from bot.messengers.errors import Unreadable
from bot.messengers.telegram import rich
from core.incoming import File, FileKind, Forwarded, Incoming, IncomingKind, Location, SharedContact

MESSENGER = "telegram"
NAME = 200  # characters of a file's or a channel's name that are kept
_FILES = tuple(kind for kind in FileKind if kind is not FileKind.PHOTO)


def parse(raw: bytes) -> Incoming:
    """What the update means. Raises Unreadable for malformed ones and for kinds that nobody knows."""
    try:
        return _incoming(Update.de_json(_needed(json.loads(raw)), None))
    except Unreadable:
        raise
    except Exception as error:  # noqa: BLE001 - a foreign parser on foreign data: all that it raises means the same
        raise Unreadable(type(error).__name__) from None


def tap_id(raw: bytes) -> str | None:
    """The id of the press that this update is; None for everything else. It costs less than :func:`parse`."""
    if b'"callback_query"' not in raw:
        return None
    try:
        return _word(json.loads(raw)["callback_query"]["id"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def kind_of(raw: bytes) -> str:
    """The name of the update's kind, for the operator: one that the Bot API has, or "unknown"; never content."""
    try:
        names = [name for name in json.loads(raw) if name in Update.ALL_TYPES]
    except (ValueError, TypeError, RecursionError):
        names = []
    return names[0] if names else "unknown"


def _needed(update: Any) -> Any:
    """The update without the buttons of a pressed message: they are ours, and to make objects of them costs most. A rich
    message as a plain one.
    """
    if not isinstance(update, dict):
        return update
    for name in ("message", "edited_message"):
        if isinstance(said := update.get(name), dict) and "rich_message" in said:
            rich.flatten(said)
    pressed = update.get("callback_query")
    message = pressed.get("message") if isinstance(pressed, dict) else None
    if isinstance(message, dict):
        message.pop("reply_markup", None)
    return update


def _incoming(update: Update) -> Incoming:
    if update.callback_query is not None:
        return _tap(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.edited_message is not None:
        return _message(update.edited_message, IncomingKind.EDITED)
    if update.message is not None:
        return _message(update.message, IncomingKind.MESSAGE)
    if not any(getattr(update, kind, None) for kind in Update.ALL_TYPES):
        raise Unreadable("UnknownKind")
    return Incoming(MESSENGER, IncomingKind.OTHER, sender="", chat="", chat_type="")


def _tap(query: telegram.CallbackQuery) -> Incoming:
    message = query.message
    if message is None:  # a button of an inline result: we send none
        return Incoming(
            MESSENGER, IncomingKind.OTHER, _id(query.from_user.id), "", "", tap_id=_word(query.id)
        )
    return Incoming(
        MESSENGER,
        IncomingKind.TAP,
        sender=_id(query.from_user.id),
        chat=_id(message.chat.id),
        chat_type=str(message.chat.type),
        message_id=_number(message.message_id),
        data=_whole(query.data or ""),
        tap_id=_word(query.id),
        language=_plain(query.from_user.language_code),
    )


def _membership(change: telegram.ChatMemberUpdated) -> Incoming:
    return Incoming(
        MESSENGER,
        IncomingKind.MEMBERSHIP,
        sender=_id(change.from_user.id),
        chat=_id(change.chat.id),
        chat_type=str(change.chat.type),
        sent_at=_utc(change.date),
        status=str(change.new_chat_member.status),
        title=_whole(change.chat.title or "")[:NAME],
        language=_plain(change.from_user.language_code),
    )


def _message(message: telegram.Message, kind: IncomingKind) -> Incoming:
    sender = message.from_user
    common: dict[str, Any] = {
        "chat": _id(message.chat.id),
        "chat_type": str(message.chat.type),
        "sent_at": _utc(message.date),
        "message_id": _number(message.message_id),
    }
    if message.migrate_to_chat_id is not None:
        return Incoming(
            MESSENGER, IncomingKind.MIGRATED, sender="", new_chat=_id(message.migrate_to_chat_id), **common
        )
    if sender is None or message.sender_chat is not None:  # posts by channels: nobody is speaking
        return Incoming(MESSENGER, IncomingKind.OTHER, sender="", **common)
    return Incoming(
        MESSENGER,
        kind,
        sender=_id(sender.id),
        text=_whole(message.text or message.caption or ""),
        language=_plain(sender.language_code),
        file=_file(message),
        location=_location(message),
        contact=_contact(message),
        answers=_number(message.reply_to_message.message_id) if message.reply_to_message else None,
        forwarded=Forwarded(_utc(message.forward_origin.date)) if message.forward_origin else None,
        **common,
    )


def _location(message: telegram.Message) -> Location | None:
    here = message.location or (message.venue.location if message.venue else None)
    return Location(_degrees(here.latitude, 90), _degrees(here.longitude, 180)) if here else None


def _contact(message: telegram.Message) -> SharedContact | None:
    card = message.contact
    if card is None:
        return None
    name = " ".join(part for part in (card.first_name, card.last_name) if part)
    return SharedContact(
        _whole(card.phone_number or ""), _whole(name), _id(card.user_id) if card.user_id else None
    )


def _file(message: telegram.Message) -> File | None:
    if message.photo:
        largest = message.photo[-1]
        return File(FileKind.PHOTO, _word(largest.file_id), size=_size(largest.file_size))
    for kind in _FILES:
        found = getattr(message, kind.value)
        if found:
            duration: timedelta | None = getattr(found, "duration", None)
            seconds = None if duration is None else int(duration.total_seconds())
            mime = _plain(getattr(found, "mime_type", None))
            name = getattr(found, "file_name", None)
            name = _whole(name)[:NAME] if isinstance(name, str) else ""
            return File(kind, _word(found.file_id), mime, _size(found.file_size), seconds, name)
    return None


def _number(value: Any) -> int:
    """An integer that a column takes. ValueError for anything else."""
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise ValueError
    return value


def _id(value: Any) -> str:
    return str(_number(value))


def _size(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 2**63 else None


def _degrees(value: Any, most: int) -> float:
    degrees = float(value)
    if not -most <= degrees <= most:  # also what is no number
        raise ValueError
    return degrees


def _plain(value: Any) -> str | None:
    return value if isinstance(value, str) and value.isprintable() else None


def _word(value: Any) -> str:
    """A text in which nothing is that a request or a database cannot carry. ValueError for anything else."""
    if _plain(value) is None:
        raise ValueError
    return str(value)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _whole(text: str) -> str:
    """Halves of characters, which JSON can carry and nothing else, become the replacement character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
