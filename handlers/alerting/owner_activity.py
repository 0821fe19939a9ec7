"""A sign that the owner of a case is active: for some hours they are not asked whether it is still theirs, or it counts as
their answer.
"""

from datetime import datetime

from msgspec.structs import replace

from core.casework.ownership import SILENCE, asked_still_key, still_yours_key
from core.casework.transitions import first_action_key, reminder_key
from core.model import Case
from core.traffic import Timer
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.service import Service
from storage.transaction import Transaction


async def note_sign(tx: Transaction, service: Service, case: Case) -> None:
    """Its owner did something in the case."""
    await settle_question(tx, service, case)
    ask_at(tx, case, tx.now + SILENCE)


def end_first_wait(tx: Transaction, case: Case) -> Case:
    """The owner is at work on it: nobody waits for a first action any more."""
    tx.timers.remove(first_action_key(case.id))
    tx.timers.remove(reminder_key(case.id))
    return case if case.first_action_at else tx.cases.put(replace(case, first_action_at=tx.now))


async def settle_question(tx: Transaction, service: Service, case: Case) -> None:
    """If the question stands, it stands no longer, and coordinators need not ring."""
    if await tx.timers.get(asked_still_key(case.id)) is not None:
        tx.timers.remove(asked_still_key(case.id))
        if (
            await tx.timers.get(first_action_key(case.id)) is not None
        ):  # they are there: the time begins again
            due = tx.now + service.policy.first_action
            tx.timers.put(Timer(first_action_key(case.id), "first-action", due, case.id))
        await tasks.settle(tx, service, case, TaskKind.SILENT_OWNER)


def ask_at(tx: Transaction, case: Case, until: datetime) -> None:
    """The owner is asked then, unless there is another sign."""
    tx.timers.put(Timer(still_yours_key(case.id), "still-yours", until, case.id))
