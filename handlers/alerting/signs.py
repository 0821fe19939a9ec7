"""A sign of whoever has a case: they are not asked whether it is still theirs, or have answered that, for hours."""

from datetime import datetime

from bot.core.casework.holding import SILENCE, asked_still_key, still_yours_key
from bot.core.model import Case
from bot.core.traffic import Timer
from bot.core.vocabulary import AskKind
from handlers.alerting import asks
from handlers.service import Service
from storage.transaction import Transaction


async def heard(tx: Transaction, service: Service, case: Case) -> None:
    """Its owner did something in the case."""
    await answered(tx, service, case)
    wait(tx, case, tx.now + SILENCE)


async def answered(tx: Transaction, service: Service, case: Case) -> None:
    """If the question stands, it stands no longer, and coordinators need not ring."""
    if await tx.timers.get(asked_still_key(case.id)) is not None:
        tx.timers.remove(asked_still_key(case.id))
        await asks.settle(tx, service, case, AskKind.SILENT_OWNER)


def wait(tx: Transaction, case: Case, until: datetime) -> None:
    """The owner is asked then, unless there is another sign."""
    tx.timers.put(Timer(still_yours_key(case.id), "still-yours", until, case.id))
