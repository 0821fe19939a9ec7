"""Silence: nothing leaves until the technician says so (``dabyl emergency silence``, ``resume``). It stands in the database:
a running bot obeys with the next thing that it would send. What is written to it is kept and handled as ever, and what would
have been sent waits.

Only what empties chats still leaves; and, to whoever writes, one sentence with the number to ring, once an hour.
"""

from dataclasses import replace

from bot.core.emergency import EmergencyStep, Step
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from handlers.outbox import sending
from handlers.turn import Turn
from storage.row_map import Wanted
from storage.transaction import Transaction


def wanted(tx: Transaction) -> Wanted:
    """What is loaded for it, together with other things."""
    return tx.emergency_steps.want("step", [Step.SILENCE], ended_at=None)


async def since(tx: Transaction) -> EmergencyStep | None:
    """The silence that lasts; None: there is none."""
    found = await tx.emergency_steps.by(step=Step.SILENCE, ended_at=None)
    return found[0] if found else None


def leaves(lane: Lane) -> bool:
    """Whether what is in this lane leaves all the same."""
    return lane is Lane.HIDE


async def begin(tx: Transaction) -> bool:
    """From now on nothing leaves. False: so it is already."""
    if await since(tx) is not None:
        return False
    tx.emergency_steps.add(EmergencyStep(tx.new_id(), Step.SILENCE, tx.now))
    return True


async def end(tx: Transaction) -> bool:
    """What waits leaves now. False: there is no silence."""
    step = await since(tx)
    if step is None:
        return False
    tx.emergency_steps.put(replace(step, ended_at=tx.now))
    return True


async def on_heard(turn: Turn) -> None:
    """Somebody wrote or pressed, and no answer to it leaves."""
    step = await since(turn.tx)
    if step is None or turn.address.silenced_at is not None:
        return
    text = turn.with_hotline(turn.say("silence-now" if turn.service.hotline else "silence-now-no-number"))
    if turn.is_administrator:
        local = step.at.astimezone(turn.service.zone)
        text = turn.say("silence-administrator", time=f"{local:%Y-%m-%d %H:%M}")
    key = f"silence:{turn.address.id}:{turn.now:%Y-%m-%d %H}"
    if not await turn.tx.outgoing.by(key=key):
        sending.message(turn.tx, turn.service, turn.address.id, Presentation(text), Lane.HIDE, key=key)
