"""Whenever a case says something else of where, when or at which event, it is looked whether others belong with it: a
little later, by a timer, so that no alert waits for it and what is answered in one go is looked at once.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.casework.claims import Claim
from bot.core.casework.same_event import may_be_asked
from bot.core.casework.whereabouts import KINDS as HELD
from bot.core.model import Case
from bot.core.traffic import Timer
from storage.transaction import Transaction

KIND = "same-event"
SOON = timedelta(seconds=20)
# Claims by which cases are compared.
KINDS = frozenset({*HELD, "where", "event", "place", "started", "situation"})


def follow(tx: Transaction, before: Case, case: Case, said: Sequence[Claim]) -> None:
    """The case was opened, or something was claimed of it. ``said``: all that is."""
    opened = case.opened_at == tx.now
    moved = (before.city, before.district, before.started_at) != (case.city, case.district, case.started_at)
    if may_be_asked(case) and (
        opened or moved or any(claim.noted_at == tx.now and claim.kind in KINDS for claim in said)
    ):
        look_soon(tx, case.id)


def look_soon(tx: Transaction, case_id: int) -> None:
    """Again, because something else of it may tell."""
    tx.timers.put(Timer(f"{KIND}:case-{case_id}", KIND, tx.now + SOON, case_id))
