"""Keeping what was said: one entry a message, exactly as it came, before anything is understood."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from core.incoming import File, FileKind, Forwarded, Incoming, IncomingKind, Location, SharedContact
from core.model import Entry, Report
from core.sent_files import KEPT_KINDS, FileState, SentFile
from core.traffic import Message
from core.vocabulary import ReportState
from handlers.forms.input_reading import beginning_of
from handlers.turn import Turn
from storage.sealed_files import new_key
from storage.transaction import Transaction


async def keep(turn: Turn, report_id: int, **marks: Any) -> int:
    """Append the input to a report and remember its message; the entry's id. ``marks`` are kept beside what was said."""
    turn.entry_id = append(turn, report_id, corrects=await corrected_entry(turn), **marks)
    if turn.incoming.kind is not IncomingKind.TAP:
        await remember_message(turn)
    return turn.entry_id


def append(turn: Turn, report_id: int, *, corrects: int | None = None, **marks: Any) -> int:
    """The same without noting that the message is this entry's: for a second report that the input belongs to."""
    incoming = turn.incoming
    entry = Entry(
        turn.tx.new_id(),
        report_id,
        at=incoming.sent_at or turn.received_at,
        kind=_kind_of(incoming),
        payload={**_payload(incoming), **marks},
        message_id=None if incoming.kind is IncomingKind.TAP else incoming.message_id,
        corrects=corrects,
        file_id=file_row(turn),
    )
    return turn.tx.entries.add(entry).id


def append_member_file(tx: Transaction, report_id: int, file: SentFile, member_id: int) -> Entry:
    """Append a file that a member sent: it belongs to the case, and is nothing that the reporter said."""
    told = {"kind": file.kind.value, "id": file.about["id"], "mime": file.about["mime"], "size": file.size}
    payload = {"file": told, "member": member_id}
    return tx.entries.add(Entry(tx.new_id(), report_id, file.received_at, "file", payload, file_id=file.id))


async def forget(tx: Transaction, entry: Entry) -> None:
    """An entry goes, and its file with it, unless another entry has the same."""
    tx.entries.remove(entry.id)
    file = await tx.files.get(entry.file_id) if entry.file_id is not None else None
    if file is not None and not await tx.entries.by(file_id=file.id):
        tx.files.put(replace(file, state=FileState.UNWANTED))


async def remember_message(turn: Turn) -> None:
    """Note the person's message, so that it can be deleted and a later edit finds its entry."""
    message_id = turn.incoming.message_id
    if message_id is None or turn.incoming.kind is not IncomingKind.MESSAGE:
        return
    known = await _known_messages(turn, message_id)
    if known and known[0].entry_id is None and turn.entry_id is not None:
        turn.tx.messages.put(replace(known[0], entry_id=turn.entry_id))
    elif not known:
        at = turn.incoming.sent_at or turn.received_at
        turn.tx.messages.add(
            Message(turn.tx.new_id(), turn.address.id, message_id, at, outgoing=False, entry_id=turn.entry_id)
        )


async def corrected_entry(turn: Turn) -> int | None:
    """For an edited message: the entry that its first version gave, unless its report has gone to another phone."""
    if turn.incoming.kind is not IncomingKind.EDITED or turn.incoming.message_id is None:
        return None
    found = await _known_messages(turn, turn.incoming.message_id)
    entry = await turn.tx.entries.get(found[0].entry_id) if found and found[0].entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if entry is None or report is None:
        return None
    return entry.id if report.address_id == turn.address.id or is_taken_down(turn, report) else None


def is_taken_down(turn: Turn, report: Report) -> bool:
    """Whether the actor writes down what somebody tells on the telephone: the words are not their own."""
    mine = turn.active is not None and report.told_to == turn.active.id
    return mine and report.state is ReportState.DRAFT


async def _known_messages(turn: Turn, message_id: int) -> list[Message]:
    """What is known of a message, the chat's own or one of ours in it."""
    return await turn.tx.messages.by(address_id=turn.address.id, message_id=message_id)


def as_incoming(entry: Entry, incoming: Incoming) -> Incoming:
    """An earlier entry as if it were said now: to read the same words for another report."""
    payload = entry.payload
    file, contact, forwarded = payload.get("file"), payload.get("contact"), payload.get("forwarded")
    return Incoming(
        incoming.messenger,
        IncomingKind.MESSAGE,
        incoming.sender,
        incoming.chat,
        incoming.chat_type,
        sent_at=entry.at,
        text=beginning_of(str(payload.get("read", payload.get("text", "")))),
        language=incoming.language,
        file=File(FileKind(file["kind"]), file["id"], file["mime"], file["size"]) if file else None,
        location=Location(*payload["location"]) if "location" in payload else None,
        contact=SharedContact(contact["phone"], contact["name"], contact.get("user")) if contact else None,
        forwarded=Forwarded(datetime.fromisoformat(forwarded)) if forwarded else None,
    )


def file_row(turn: Turn) -> int | None:
    """The row of the file that came with this input; it is fetched once, even if several records refer to it."""
    file = turn.incoming.file
    if file is None or file.kind not in KEPT_KINDS:
        return None
    if turn.file_id is None:
        about = {"id": file.file_id, "mime": file.mime, "name": file.name, "duration": file.duration}
        at = turn.incoming.sent_at or turn.received_at
        sent = SentFile(
            turn.tx.new_id(),
            turn.address.id,
            file.kind,
            FileState.WANTED,
            at,
            about,
            new_key(),
            file.size,
        )
        turn.file_id = turn.tx.files.add(sent).id
    return turn.file_id


def _kind_of(incoming: Incoming) -> str:
    if incoming.kind is IncomingKind.TAP:
        return "answer"
    if incoming.file is not None:
        return "file"
    if incoming.location is not None:
        return "location"
    return "contact" if incoming.contact is not None else "words"


def _payload(incoming: Incoming) -> dict[str, Any]:
    payload: dict[str, Any] = {}
    if incoming.typed or incoming.text:
        payload["text"] = incoming.typed or incoming.text
    if incoming.typed and incoming.text != beginning_of(incoming.typed):
        payload["read"] = incoming.text
    if incoming.data:
        payload["data"] = incoming.data
    if incoming.file is not None:
        file = incoming.file
        payload["file"] = {"kind": file.kind.value, "id": file.file_id, "mime": file.mime, "size": file.size}
    if incoming.location is not None:
        payload["location"] = [incoming.location.latitude, incoming.location.longitude]
    if incoming.contact is not None:
        contact = incoming.contact
        payload["contact"] = {"phone": contact.phone, "name": contact.name, "user": contact.user_id}
    if incoming.forwarded is not None:
        payload["forwarded"] = incoming.forwarded.at.isoformat()
    return payload
