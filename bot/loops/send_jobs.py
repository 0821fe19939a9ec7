"""One thing to send: leased with everything that its send needs, then performed at the messenger."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.loops import outgoing_files
from bot.loops.outgoing_files import (
    Drawing,
    FileCopy,
    MadeFile,
    UnmadePaper,
    copy_of,
    hand_out,
    send_invitation,
)
from bot.loops.trouble import code_line, error_name
from bot.messengers.errors import Gone, MessengerError, Rejected, Unchanged
from bot.messengers.messenger import Messenger
from core.documents.filling import FilledDocument
from core.incoming import FileKind
from core.model import Address
from core.presentation import Presentation
from core.traffic import Card, Lane, Outgoing
from handlers import outgoing, routes
from handlers.emergency import silence
from handlers.people import menus
from handlers.service import Service
from handlers.typed_input import offered_choices
from storage.errors import Damaged, Refused, Unavailable, WrongKey
from storage.outbox import Waiting
from storage.transaction import Transaction

log = logging.getLogger(__name__)

DELETE_BATCH = 100
MARGIN = timedelta(hours=1)  # so long a row may wait until its deletion is asked for
MOST_PATIENT = 8  # times the messenger's own patience: less than what an audit takes for a send that hangs
EMPTIED = Presentation("…", protect=True)


class Job(Struct, frozen=True):
    """A leased row with everything that its send needs. A card with nothing to show is one to take away.

    ``content``: of a card, what ``Card.content`` will be. ``copy``: of the file that it hands out; of a paper, its facts.
    ``menu``: the commands that a chat is offered in place of everybody's.
    """

    item: Waiting
    chat: str
    row: Outgoing | Card
    shown: Presentation | None = None
    content: bytes | None = None
    copy: FileCopy | MadeFile | Drawing | UnmadePaper | None = None
    menu: Sequence[tuple[str, str, str]] = ()


class Result(Struct, frozen=True):
    """What became of a job: the id of the message that shows it now, or an error. ``made``: the paper made for it."""

    job: Job
    message_id: int | None
    error: MessengerError | None
    made: FilledDocument | None = None


async def prefetch(
    tx: Transaction, service: Service, items: Sequence[Waiting], results: Sequence[Result]
) -> None:
    """Load what a round leases and records, and what its cards are drawn from, in two goes, however many they are."""
    all_items = [*items, *(result.job.item for result in results)]
    await tx.prefetch(
        tx.outgoing.want("id", [item.id for item in all_items if item.kind == "message"]),
        tx.cards.want("id", [item.id for item in all_items if item.kind == "card"]),
        tx.addresses.want("id", [item.address_id for item in all_items]),
        silence.wanted_rows(tx),
    )
    await offered_choices.prefetch_for_sending(tx, service, {item.address_id for item in all_items})
    drawn = [await tx.cards.get(item.id) for item in items if item.kind == "card"]
    with suppress(Damaged, WrongKey):  # the card that it is about cannot be drawn, and says so
        await outgoing.prefetch(tx, [card for card in drawn if card is not None])


async def lease(tx: Transaction, service: Service, item: Waiting, boot: str) -> Job | None:
    """Read the row, decide whether it is still wanted, and mark it as being sent by this boot. In silence it waits.

    Nothing in flight is leased again, so a lease of this boot is one whose commit was thought to have failed.
    """
    if await outgoing.is_held_back(tx, item.lane):
        return None
    if item.kind == "message":
        return await _lease_message(tx, service, item, boot)
    return await _lease_card(tx, service, item, boot)


async def _lease_message(tx: Transaction, service: Service, item: Waiting, boot: str) -> Job | None:
    row = await tx.outgoing.get(item.id)
    if row is None or (row.state != "waiting" and row.lease != boot):
        return None
    address = await tx.addresses.get(row.address_id)
    if address is None or not outgoing.may_send(address, row):
        tx.outgoing.put(replace(row, state="failed", failed="the chat is silenced or unreachable"))
        if address is not None:
            await outgoing.on_unsent(tx, service, address, row)
        return None
    if not await outgoing.is_wanted(tx, row):
        tx.outgoing.put(replace(row, state="failed", failed="not shown any more"))
        return None
    row = tx.outgoing.put(replace(row, state="leased", lease=boot))
    copy = await (outgoing_files.unmade_paper(tx, row) if row.kind == "paper" else copy_of(tx, service, row))
    shown = await offered_choices.with_choice_list(tx, service, address, row, outgoing.presentation(row))
    shown = _as_quiet_as_wanted(address, shown)
    menu = await menus.chat_menu(tx, service, address) if row.kind == "menu" else ()
    return Job(item, address.chat, row, shown, copy=copy, menu=menu)


async def _lease_card(tx: Transaction, service: Service, item: Waiting, boot: str) -> Job | None:
    card = await tx.cards.get(item.id)
    if card is None or card.wanted <= card.shown or card.failed:
        return None
    address = await tx.addresses.get(card.address_id)
    if address is None or not outgoing.may_show(address):
        tx.cards.put(replace(card, shown=card.wanted))
        return None
    try:
        shown = await outgoing.render(tx, service, card)
    except (
        Unavailable,
        Refused,
    ):  # what was written before is not there any more: nothing may be committed after it
        raise
    except Exception as error:  # noqa: BLE001 - one card that cannot be drawn must not stop all the others
        name, place = error_name(error), code_line(error)
        log.error("card %d (%s) cannot be drawn: %s at %s", card.id, card.subject, name, place)
        tx.cards.put(replace(card, failed=f"render: {name}"))
        await routes.EVENTS.undrawable(tx, service, card)
        await routes.EVENTS.unshown(tx, service, card)
        return None
    content = outgoing.content_hash(tx, shown)
    if content == card.content:
        tx.cards.put(replace(card, shown=card.wanted))
        return None
    card = replace(card, lease=boot)
    # What changes meanwhile is kept up to date, unless a press, or a ring, puts its own lane here. A new message keeps its
    # lane: after a crash its sound would be lost.
    tx.cards.put(card if card.message_id is None else replace(card, lane=Lane.EDIT))
    shown = await offered_choices.with_choice_list(tx, service, address, card, shown)
    return Job(item, address.chat, card, _as_quiet_as_wanted(address, shown), content)


def _as_quiet_as_wanted(address: Address, shown: Presentation | None) -> Presentation | None:
    """Without a sound where its reader asked for that."""
    return replace(shown, silent=True) if shown is not None and address.quiet_at is not None else shown


def patience_factor(attempts: int) -> int:
    """How many times as long as usual the answer is waited for: twice as long after each unknown outcome of the same row.
    Where answers are slow, not everybody shall get everything again and again.
    """
    return min(1 << min(attempts, MOST_PATIENT), MOST_PATIENT)


async def perform(messenger: Messenger, job: Job) -> Result:
    """Do at the messenger what the row asks. Raises nothing: every outcome is a result."""
    made = None
    try:
        if isinstance(job.copy, UnmadePaper):
            made = await outgoing_files.make_paper(job.copy)
            job = _with(job, job.copy, made)
        return Result(job, await _perform(messenger, job), None, made)
    except MessengerError as error:
        return Result(job, None, error)
    except Exception as error:  # noqa: BLE001 - a defect of ours; the row must not stay leased for ever
        name = type(error).__name__
        log.error("row %d could not be sent: %s at %s", job.row.id, name, code_line(error))
        return Result(job, None, Rejected(f"the send broke: {name}"))


def _with(job: Job, paper: UnmadePaper, made: FilledDocument | None) -> Job:
    """The job with its paper as a file; where that cannot be made, it says so instead."""
    if made is not None:
        return replace(job, copy=MadeFile(made.content, paper.name))
    assert job.shown is not None  # a paper has words below it
    return replace(job, copy=None, shown=replace(job.shown, text=paper.if_broken, file=None))


async def _perform(messenger: Messenger, job: Job) -> int | None:
    chat, row, shown = job.chat, job.row, job.shown
    times = patience_factor(row.attempts)
    if shown is not None and not row.wakes:
        shown = replace(shown, silent=True)
    if isinstance(row, Card):
        return await _show(messenger, chat, row.message_id, shown, times)
    match row.kind:
        case "delete":
            await _delete(messenger, chat, row.payload["message_ids"])
            return None
        case "take-away":
            await _take_away(messenger, chat, row)
            return None
        case "menu":
            await messenger.offer_menu(chat, job.menu)
            return None
        case "leave":
            await messenger.leave(chat)
            return None
        case "accept":
            await messenger.accept(chat)
            return None
        case "vanish":
            await messenger.vanish(chat, row.payload["seconds"])
            return None
        case "trust":
            await messenger.trust(chat)
            return None
        case "edit" if shown is not None:
            await messenger.edit(chat, row.payload["message_id"], shown, times)
            return None
        case "invitation" if shown is not None:
            return await send_invitation(messenger, chat, shown, row.payload, times)
        case _ if shown is not None and shown.file is not None:
            assert not isinstance(job.copy, UnmadePaper)
            refused = row.payload.get("if_refused", "")
            return await hand_out(messenger, chat, shown, job.copy, times, refused)
        case _ if shown is not None:
            return await messenger.send(chat, shown, times)
        case _:
            raise Rejected(f"an outbox row of kind {row.kind!r} has nothing to show")


async def _show(
    messenger: Messenger, chat: str, message_id: int | None, shown: Presentation | None, times: int
) -> int | None:
    """A card: sent, changed or taken away."""
    if shown is None:
        if message_id is not None:
            await messenger.delete(chat, [message_id])
        return None
    if message_id is None:
        return await messenger.send(chat, shown, times)
    await messenger.edit(chat, message_id, shown, times)
    return message_id


async def _take_away(messenger: Messenger, chat: str, row: Outgoing) -> None:
    """One of ours, however old: what can surely not be deleted any more, or perhaps not, is emptied first."""
    number, abilities = row.payload["message_id"], messenger.abilities
    age = row.created_at - datetime.fromisoformat(row.payload["since"])
    if age >= abilities.deletable - MARGIN:
        with suppress(Gone, Unchanged):
            if "file" not in row.payload:
                await messenger.edit(chat, number, EMPTIED)
            elif FileKind(row.payload["file"]) in abilities.replaceable:
                await messenger.replace(chat, number)
    await _delete(messenger, chat, [number])


async def _delete(messenger: Messenger, chat: str, ids: Sequence[int]) -> None:
    """As many as can be deleted: one that is too old must not keep the others in the chat."""
    for start in range(0, len(ids), DELETE_BATCH):
        batch = ids[start : start + DELETE_BATCH]
        try:
            await messenger.delete(chat, batch)
        except Gone:
            for message_id in batch if len(batch) > 1 else ():
                with suppress(Gone):
                    await messenger.delete(chat, [message_id])
