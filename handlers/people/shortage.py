"""Whether more cases wait for a lawyer than lawyers are on duty, and so in which order they are shown and asked about."""

from collections.abc import Sequence

from bot.core.casework.triage import Triage, grounds, short
from bot.core.model import Case
from bot.core.vocabulary import CaseState, Role
from handlers.people import on_duty
from handlers.service import Service
from storage.transaction import Transaction


async def triage(tx: Transaction, service: Service, among: Sequence[Case]) -> Triage:
    """For these cases. Nothing is read where it would change nothing; those that wait are counted, and not read."""
    if len(among) < 2 or not any(grounds(case) for case in among):
        return Triage()
    waiting = await tx.cases.tally("region", state=CaseState.OPEN, alerting=True)
    planned = await on_duty.schedule(tx, service)
    lawyers = {
        region: sum(member.role is Role.LAWYER for member, _ in planned.on_duty(tx.now, region))
        for region in {case.region for case in among}
    }
    return Triage(short(waiting, lawyers))
