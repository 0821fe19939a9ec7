"""Silence: nothing leaves until the technician says so (``dabyl emergency silence``, ``resume``). It is kept in the
database: a running bot obeys with the next thing that it would send. What people write is kept and handled as usual, and
what would have been sent waits.

Only what empties chats still leaves; and people who write get one sentence with the number to ring, once an hour.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.presentation import Presentation
from core.records.emergency_steps import EmergencyKind, EmergencyStep
from core.traffic import Lane
from handlers.outbox import administrators, sending
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.outbox import drop
from storage.row_map import Wanted
from storage.schema import message_waits, outbox
from storage.transaction import Transaction

LATE = timedelta(minutes=10)  # what was written so long before it arrives may say what is not so any more
HOUR = timedelta(hours=1)  # before it, that nobody was left to ask: the log tells of it


def wanted_rows(tx: Transaction) -> Wanted:
    """What is loaded for it, together with other things."""
    return tx.emergency_steps.want("step", [EmergencyKind.SILENCE], ended_at=None)


async def current_silence(tx: Transaction) -> EmergencyStep | None:
    """The silence that lasts now, if there is one."""
    found = await tx.emergency_steps.by(step=EmergencyKind.SILENCE, ended_at=None)
    return found[0] if found else None


def leaves_anyway(lane: Lane) -> bool:
    """Whether what is in this lane leaves all the same."""
    return lane is Lane.HIDE


async def begin(tx: Transaction) -> bool:
    """From now on nothing leaves. False: so it is already."""
    if await current_silence(tx) is not None:
        return False
    tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.SILENCE, tx.now))
    return True


async def end(tx: Transaction, service: Service) -> bool:
    """What waits leaves now; before it, where it has waited for long, that it may be old. False: there is no silence."""
    step = await current_silence(tx)
    if step is None:
        return False
    tx.emergency_steps.put(replace(step, ended_at=tx.now))
    waits = await tx.outgoing.select(message_waits, outbox.c.lane != Lane.HIDE)
    stale = {row.id for row in waits if administrators.is_repeated(row) and row.created_at < tx.now - HOUR}
    await drop(tx, stale)
    late = [row for row in waits if row.id not in stale and row.created_at < tx.now - LATE]
    for number in sorted({row.address_id for row in late if row.kind == "message"}):
        address = await tx.addresses.get(number)
        if address is not None and address.private and address.silenced_at is None:
            text = service.words.say(await language_of(tx, service, number), "silence-over")
            sending.send_message(tx, service, number, Presentation(text, silent=True), Lane.HIDE)
    return True


async def on_heard(turn: Turn) -> None:
    """Somebody wrote or pressed, and no answer to it leaves."""
    step = await current_silence(turn.tx)
    if step is None or turn.address.silenced_at is not None:
        return
    text = turn.with_hotline(turn.say("silence-now" if turn.service.hotline else "silence-now-no-number"))
    if turn.is_administrator:
        local = step.at.astimezone(turn.service.zone)
        text = turn.say("silence-administrator", time=f"{local:%Y-%m-%d %H:%M}")
    key = f"silence:{turn.address.id}:{turn.now:%Y-%m-%d %H}"
    if not await turn.tx.outgoing.by(key=key):
        sending.send_message(turn.tx, turn.service, turn.address.id, Presentation(text), Lane.HIDE, key=key)
