"""Raw Bot API update → Incoming. Everything that PTB cannot read becomes one error, Unreadable."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import telegram
from telegram import Update

from bot.core.incoming import File, FileKind, Forwarded, Incoming, Kind, Location, SharedContact
from bot.messengers.errors import Unreadable

MESSENGER = "telegram"
_FILES = tuple(kind for kind in FileKind if kind is not FileKind.PHOTO)


def parse(raw: bytes) -> Incoming:
    """What the update means. Raises Unreadable for malformed ones; unknown kinds give ``Kind.OTHER``."""
    try:
        update = Update.de_json(json.loads(raw), None)
        return _incoming(update)
    except (TypeError, KeyError, ValueError, AttributeError, IndexError, OverflowError, OSError) as error:
        raise Unreadable(type(error).__name__) from None


def _incoming(update: Update) -> Incoming:
    if update.callback_query is not None:
        return _tap(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.edited_message is not None:
        return _message(update.edited_message, Kind.EDITED)
    if update.message is not None:
        return _message(update.message, Kind.MESSAGE)
    return Incoming(MESSENGER, Kind.OTHER, sender="", chat="", chat_type="")


def _tap(query: telegram.CallbackQuery) -> Incoming:
    message = query.message
    if message is None:  # a button of an inline result: we send none
        return Incoming(MESSENGER, Kind.OTHER, str(query.from_user.id), "", "", tap_id=query.id)
    return Incoming(
        MESSENGER,
        Kind.TAP,
        sender=str(query.from_user.id),
        chat=str(message.chat.id),
        chat_type=str(message.chat.type),
        message_id=message.message_id,
        data=query.data or "",
        tap_id=query.id,
        language=query.from_user.language_code,
    )


def _membership(change: telegram.ChatMemberUpdated) -> Incoming:
    return Incoming(
        MESSENGER,
        Kind.MEMBERSHIP,
        sender=str(change.from_user.id),
        chat=str(change.chat.id),
        chat_type=str(change.chat.type),
        sent_at=_utc(change.date),
        status=str(change.new_chat_member.status),
        language=change.from_user.language_code,
    )


def _message(message: telegram.Message, kind: Kind) -> Incoming:
    sender = message.from_user
    common: dict[str, Any] = {
        "chat": str(message.chat.id),
        "chat_type": str(message.chat.type),
        "sent_at": _utc(message.date),
        "message_id": message.message_id,
    }
    if message.migrate_to_chat_id is not None:
        return Incoming(
            MESSENGER, Kind.MIGRATED, sender="", new_chat=str(message.migrate_to_chat_id), **common
        )
    if sender is None or message.sender_chat is not None:  # posts by channels: nobody is speaking
        return Incoming(MESSENGER, Kind.OTHER, sender="", **common)
    return Incoming(
        MESSENGER,
        kind,
        sender=str(sender.id),
        text=message.text or message.caption or "",
        language=sender.language_code,
        file=_file(message),
        location=_location(message),
        contact=_contact(message),
        forwarded=Forwarded(_utc(message.forward_origin.date)) if message.forward_origin else None,
        **common,
    )


def _location(message: telegram.Message) -> Location | None:
    here = message.location or (message.venue.location if message.venue else None)
    return Location(float(here.latitude), float(here.longitude)) if here else None


def _contact(message: telegram.Message) -> SharedContact | None:
    card = message.contact
    if card is None:
        return None
    name = " ".join(part for part in (card.first_name, card.last_name) if part)
    return SharedContact(card.phone_number or "", name, str(card.user_id) if card.user_id else None)


def _file(message: telegram.Message) -> File | None:
    if message.photo:
        largest = message.photo[-1]
        return File(FileKind.PHOTO, largest.file_id, size=largest.file_size)
    for kind in _FILES:
        found = getattr(message, kind.value)
        if found:
            duration = getattr(found, "duration", None)
            seconds = duration.total_seconds() if isinstance(duration, timedelta) else duration
            return File(
                kind,
                found.file_id,
                getattr(found, "mime_type", None),
                found.file_size,
                None if seconds is None else int(seconds),
            )
    return None


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
