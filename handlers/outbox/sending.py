"""Writing into the outbox. Nothing here sends; loops.outbox does, after the commit."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core import choices
from bot.core.digest import sheet_data
from bot.core.digest.sheet import Sheet
from bot.core.incoming import File, FileKind
from bot.core.presentation import Presentation, split, to_data
from bot.core.traffic import Lane, Outgoing
from handlers.service import Service
from storage.transaction import Transaction


def message(
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
    pieces = split(shown.text, everywhere.text - (0 if everywhere.buttons else choices.taken(shown)))
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        part = (
            replace(shown, text=piece)
            if last
            else Presentation(piece, protect=shown.protect, silent=shown.silent)
        )
        payload = to_data(part)
        if despite_silence:
            payload["despite_silence"] = True
        if if_repeated:
            payload["if_repeated"] = if_repeated
        unique = f"{key}:{number}" if key and number else key
        _put(tx, address_id, lane, "message", payload, unique, topic if len(pieces) == 1 else None)


def delete(tx: Transaction, address_id: int, message_ids: Sequence[int]) -> None:
    """Delete messages at the messenger, ours or the person's: nobody may read them any more."""
    payload = {"message_ids": list(message_ids), "despite_silence": True}
    _put(tx, address_id, Lane.HIDE, "delete", payload)


def take_away(
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
    _put(tx, address_id, lane, "take-away", payload)


def withdraw(tx: Transaction, row: Outgoing) -> None:
    """It does not leave any more. What is on its way is not tried again, and goes if it arrives."""
    state = "failed" if row.state == "waiting" else row.state
    tx.outgoing.put(replace(row, state=state, failed="not shown any more"))


def menu(tx: Transaction, address_id: int, *, offered: bool) -> None:
    """The command menu of a chat: of one neutral entry, or (``offered``) as everybody has it."""
    payload: dict[str, object] = {"offered": offered, "despite_silence": True}
    _put(tx, address_id, Lane.REPLY if offered else Lane.HIDE, "menu", payload, topic="menu")


def accept(tx: Transaction, address_id: int) -> None:
    """Whoever writes for the first time sees nothing of us until then: before everything else, in any silence."""
    _put(tx, address_id, Lane.HIDE, "accept", {"despite_silence": True}, f"accept:{address_id}")


def vanish(tx: Transaction, address_id: int, span: timedelta) -> None:
    """What is said there disappears after so long; none: it stays."""
    payload: dict[str, object] = {"seconds": int(span.total_seconds()), "despite_silence": True}
    _put(tx, address_id, Lane.HIDE, "vanish", payload, topic="vanish")


def trust(tx: Transaction, address_id: int, key: str) -> None:
    """The phone that answers there now is this person's."""
    _put(tx, address_id, Lane.HIDE, "trust", {"despite_silence": True}, key)


def leave(tx: Transaction, address_id: int) -> None:
    """Leave a group."""
    _put(tx, address_id, Lane.REPLY, "leave", {})


def edit(
    tx: Transaction, address_id: int, message_id: int, shown: Presentation, *, despite_silence: bool = False
) -> None:
    """Change a message of ours that is no card: a keyboard with toggles, a copy that nobody tracks. The last one counts."""
    payload: dict[str, object] = {**to_data(shown), "message_id": message_id}
    if despite_silence:
        payload["despite_silence"] = True
    _put(tx, address_id, Lane.REPLY, "edit", payload, topic=f"edit:{message_id}")


def invitation(tx: Transaction, address_id: int, text: str, code: str, key: str, *, door: str) -> None:
    """A picture that leads to the bot, the text, and below it ``door``, what leads there, and the code. Without a door it is
    a link that brings the code, made when it leaves: only the messenger knows what the bot is called there.
    """
    payload = to_data(Presentation(text, file=File(FileKind.PHOTO, "")))
    _put(tx, address_id, Lane.REPLY, "invitation", {**payload, "code": code, "door": door}, key)


def document(tx: Transaction, address_id: int, text: str, content: bytes, name: str, key: str) -> None:
    """A document that we made, with these bytes, under this name."""
    payload = to_data(Presentation(text, file=File(FileKind.DOCUMENT, "")))
    payload |= {"content": b64encode(content).decode(), "name": name}
    _put(tx, address_id, Lane.REPLY, "media", payload, key)


def paper(
    tx: Transaction, address_id: int, shown: Presentation, number: int, name: str, key: str, *, if_broken: str
) -> None:
    """A document that is made as it leaves, out of the row of this number. ``if_broken``: said where it cannot be."""
    payload = to_data(shown) | {"paper": number, "called": name, "if_broken": if_broken}
    _put(tx, address_id, Lane.REPLY, "paper", payload, key)


def picture(
    tx: Transaction,
    address_id: int,
    caption: str,
    sheet: Sheet,
    lane: Lane,
    key: str,
    *,
    if_repeated: str,
    answers: int | None,
) -> None:
    """A picture that is drawn when it leaves, and the words below it; they go alone where it cannot be drawn.

    ``if_repeated``: what they say instead when an earlier sending may have arrived.
    """
    payload = to_data(Presentation(caption, file=File(FileKind.PHOTO, ""), answers=answers))
    payload |= {"sheet": sheet_data.to_data(sheet), "if_repeated": if_repeated}
    _put(tx, address_id, lane, "media", payload, key)


def _put(
    tx: Transaction,
    address_id: int,
    lane: Lane,
    kind: str,
    payload: dict[str, object],
    key: str | None = None,
    topic: str | None = None,
) -> None:
    tx.outgoing.add(Outgoing(tx.new_id(), address_id, lane, kind, payload, tx.now, key=key, topic=topic))


def file(
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
    """A file that a reporter sent, protected from forwarding. ``kept``: its row, if any; ``number``: of its name.

    ``if_refused``: said in its place where a person takes no such file and we have no copy to send as another.
    """
    payload = to_data(Presentation(caption, protect=True, file=given))
    payload |= {"kept": kept, "number": number, "if_refused": if_refused}
    _put(tx, address_id, Lane.REPLY, "media", payload, key)
