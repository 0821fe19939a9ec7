"""Whom to ring about a case that nobody has, and who of the coordinators is ringing."""

from datetime import timedelta

from bot.core.casework.life import ringing_key
from bot.core.traffic import Lane, Timer
from handlers.cards import tracking
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

LASTS = timedelta(minutes=15)


async def on_ring_asked(turn: Turn, found: OnCase) -> None:
    """One case of the list of those that nobody has: whom to ring."""
    await tracking.renew(
        turn.tx, "ask-nobody", found.case.id, turn.address.id, Lane.REPLY, case_id=found.case.id
    )


async def on_missed_asked(turn: Turn, found: OnCase) -> None:
    """One of the list of missed check-ins: what is asked about it."""
    await tracking.renew(
        turn.tx, "ask-check-in", found.case.id, turn.address.id, Lane.REPLY, case_id=found.case.id
    )


async def on_ringing(turn: Turn, found: OnCase) -> None:
    """*I am ringing*: the other coordinators see it, and their phones stay quiet about this case meanwhile."""
    turn.tx.timers.put(Timer(ringing_key(found.case.id), "ringing", turn.now + LASTS, found.member.id))
    await tracking.touch_case(turn.tx, found.case.id)


async def on_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """Long ago: whoever rings says so again."""
    await tracking.touch_case(tx, int(timer.key.rpartition("-")[2]))
