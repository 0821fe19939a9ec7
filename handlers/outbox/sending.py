"""Writing into the outbox. Nothing here sends; loops.outbox does, after the commit.

A file that somebody sent can be handed out only where its messenger has it: what one messenger has, another does not know.

Where a messenger keeps strangers apart, somebody who writes for the first time is accepted, once, before anything is said to
them. What is said to reporters disappears after a day on both sides, until they choose otherwise themselves.
"""

from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from core import numbered_choices
from core.digest import picture_sheet
from core.digest.picture_sheet import DigestSheet
from core.incoming import File, FileKind
from core.model import Address
from core.presentation import Presentation, presentation_to_data, split_text
from core.sent_files import SentFile, is_ours
from core.traffic import Lane, Outgoing
from handlers.service import Service
from storage.transaction import Transaction


async def is_at_hand(tx: Transaction, file: SentFile, address_id: int) -> bool:
    """We have it ourselves, or it came by the same messenger."""
    return is_ours(file) or await same_messenger(tx, file.address_id, address_id)


async def same_messenger(tx: Transaction, sender_id: int | None, reader_id: int) -> bool:
    """Whether two addresses are of one messenger."""
    sender, reader = await tx.addresses.get(sender_id or 0), await tx.addresses.get(reader_id)
    return sender is not None and reader is not None and sender.messenger == reader.messenger


def send_message(
    tx: Transaction,
    service: Service,
    address_id: int,
    shown: Presentation,
    lane: Lane = Lane.REPLY,
    *,
    key: str | None = None,
    topic: str | None = None,
    despite_silence: bool = False,
    if_repeated: str = "",
) -> None:
    """One message, in pieces if it is too long for one. ``key`` makes a second one with the same key impossible.

    ``topic``: it stands for all of this chat with the same topic that have not left yet (if it is of one piece).
    ``if_repeated``: what it says instead when an earlier sending may have arrived (for a text of one piece).
    """
    everywhere = service.everywhere
    pieces = split_text(
        shown.text, everywhere.text - (0 if everywhere.buttons else numbered_choices.list_room(shown))
    )
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        part = (
            replace(shown, text=piece)
            if last
            else Presentation(piece, protect=shown.protect, silent=shown.silent)
        )
        payload = presentation_to_data(part)
        if despite_silence:
            payload["despite_silence"] = True
        if if_repeated:
            payload["if_repeated"] = if_repeated
        unique = f"{key}:{number}" if key and number else key
        _enqueue(tx, address_id, lane, "message", payload, unique, topic if len(pieces) == 1 else None)


def delete_messages(tx: Transaction, address_id: int, message_ids: Sequence[int]) -> None:
    """Delete messages at the messenger, ours or the person's: nobody may read them any more."""
    payload = {"message_ids": list(message_ids), "despite_silence": True}
    _enqueue(tx, address_id, Lane.HIDE, "delete", payload)


def take_message_away(
    tx: Transaction,
    address_id: int,
    message_id: int,
    since: datetime,
    file: FileKind | None = None,
    lane: Lane = Lane.HIDE,
) -> None:
    """Delete a message of ours, however old; ``since``: when it was shown. What cannot be deleted any more is emptied:
    a text by an edit, a ``file`` by another picture.
    """
    payload = {"message_id": message_id, "since": since.isoformat(), "despite_silence": True}
    if file is not None:
        payload["file"] = file.value
    _enqueue(tx, address_id, lane, "take-away", payload)


def withdraw(tx: Transaction, row: Outgoing) -> None:
    """It does not leave any more. What is on its way is not tried again, and goes if it arrives."""
    state = "failed" if row.state == "waiting" else row.state
    tx.outgoing.put(replace(row, state=state, failed="not shown any more"))


def set_menu(tx: Transaction, address_id: int, lane: Lane = Lane.REMINDER, *, key: str | None = None) -> None:
    """The command menu of a chat, as handlers.people.menus has it when it is sent."""
    _enqueue(tx, address_id, lane, "menu", {"despite_silence": True}, key, topic="menu")


def accept_stranger(tx: Transaction, address_id: int) -> None:
    """Somebody who writes for the first time sees nothing of us until then: so this goes before everything else, in any
    silence.
    """
    _enqueue(tx, address_id, Lane.HIDE, "accept", {"despite_silence": True}, f"accept:{address_id}")


def set_vanishing(tx: Transaction, address_id: int, span: timedelta) -> None:
    """What is said there disappears after so long; none: it stays."""
    payload: dict[str, object] = {"seconds": int(span.total_seconds()), "despite_silence": True}
    _enqueue(tx, address_id, Lane.HIDE, "vanish", payload, topic="vanish")


def trust_phone(tx: Transaction, address_id: int, key: str) -> None:
    """The phone that answers there now is this person's."""
    _enqueue(tx, address_id, Lane.HIDE, "trust", {"despite_silence": True}, key)


def leave_group(tx: Transaction, address_id: int) -> None:
    """Leave a group."""
    _enqueue(tx, address_id, Lane.REPLY, "leave", {})


def edit_message(
    tx: Transaction, address_id: int, message_id: int, shown: Presentation, *, despite_silence: bool = False
) -> None:
    """Change a message of ours that is no card: a keyboard with toggles, a copy that nobody tracks. The last one counts."""
    payload: dict[str, object] = {**presentation_to_data(shown), "message_id": message_id}
    if despite_silence:
        payload["despite_silence"] = True
    _enqueue(tx, address_id, Lane.REPLY, "edit", payload, topic=f"edit:{message_id}")


def send_invitation(tx: Transaction, address_id: int, text: str, code: str, key: str, *, door: str) -> None:
    """A picture that leads to the bot, the text, and below it ``door``, what leads there, and the code. Without a door it is
    a link that brings the code, made when it leaves: only the messenger knows what the bot is called there.
    """
    payload = presentation_to_data(Presentation(text, file=File(FileKind.PHOTO, "")))
    _enqueue(tx, address_id, Lane.REPLY, "invitation", {**payload, "code": code, "door": door}, key)


def send_document(tx: Transaction, address_id: int, text: str, content: bytes, name: str, key: str) -> None:
    """A document that we made, with these bytes, under this name."""
    payload = presentation_to_data(Presentation(text, file=File(FileKind.DOCUMENT, "")))
    payload |= {"content": b64encode(content).decode(), "name": name}
    _enqueue(tx, address_id, Lane.REPLY, "media", payload, key)


def send_paper(
    tx: Transaction, address_id: int, shown: Presentation, number: int, name: str, key: str, *, if_broken: str
) -> None:
    """A document that is made as it leaves, out of the row of this number. ``if_broken``: said where it cannot be."""
    payload = presentation_to_data(shown) | {"paper": number, "called": name, "if_broken": if_broken}
    _enqueue(tx, address_id, Lane.REPLY, "paper", payload, key)


def send_picture(
    tx: Transaction,
    address_id: int,
    caption: str,
    sheet: DigestSheet,
    lane: Lane,
    key: str,
    *,
    if_repeated: str,
    answers: int | None,
) -> None:
    """A picture that is drawn when it leaves, and the words below it; they go alone where it cannot be drawn.

    ``if_repeated``: what they say instead when an earlier sending may have arrived.
    """
    payload = presentation_to_data(Presentation(caption, file=File(FileKind.PHOTO, ""), answers=answers))
    payload |= {"sheet": picture_sheet.sheet_to_data(sheet), "if_repeated": if_repeated}
    _enqueue(tx, address_id, lane, "media", payload, key)


def _enqueue(
    tx: Transaction,
    address_id: int,
    lane: Lane,
    kind: str,
    payload: dict[str, object],
    key: str | None = None,
    topic: str | None = None,
) -> None:
    tx.outgoing.add(Outgoing(tx.new_id(), address_id, lane, kind, payload, tx.now, key=key, topic=topic))


def send_file(
    tx: Transaction,
    address_id: int,
    given: File,
    caption: str,
    key: str,
    *,
    kept: int | None,
    number: int,
    if_refused: str,
) -> None:
    """A file that a reporter sent, protected from forwarding. ``kept``: its row, if any; ``number``: the one in its name.

    ``if_refused``: said in its place where a person takes no such file and we have no copy to send as another.
    """
    payload = presentation_to_data(Presentation(caption, protect=True, file=given))
    payload |= {"kept": kept, "number": number, "if_refused": if_refused}
    _enqueue(tx, address_id, Lane.REPLY, "media", payload, key)


VANISHES = timedelta(days=1)


def meet_stranger(tx: Transaction, service: Service, address: Address) -> None:
    """Nobody has written from this address before."""
    if service.abilities[address.messenger].requests:
        accept_stranger(tx, address.id)
        set_vanishing(tx, address.id, VANISHES)


def stop_vanishing(tx: Transaction, service: Service, address: Address) -> None:
    """Somebody on the roster reads there now: a case that they hold does not disappear before their eyes."""
    abilities = service.abilities.get(address.messenger)
    if abilities is not None and abilities.requests:
        set_vanishing(tx, address.id, timedelta())
