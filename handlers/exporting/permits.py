"""A full export: asked for by one coordinator, allowed or refused by another, used once. Every step is a row that stays."""

from datetime import datetime

from msgspec.structs import replace

from bot.core.exporting.permits import VALID, Permit, Stage
from bot.core.model import Member
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import Role, Use
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.outbox import operator
from handlers.people.membership import home
from handlers.service import Service
from storage.transaction import Transaction

CARD = "permit"
KIND = "permit-over"  # the timer: a day after it was asked for, and after it was allowed
NUMBERS = 900_000, 100_000  # so many, from this one on


async def ask(
    tx: Transaction, service: Service, by: Member, purpose: Use, begin: datetime, end: datetime, reason: str
) -> Permit:
    """A new one. Every coordinator sees it, whoever asks too."""
    count, first = NUMBERS
    number = first + service.pick(count)
    while await tx.export_permits.by(number=number):
        number = first + service.pick(count)
    permit = Permit(tx.new_id(), number, purpose, begin, end, reason, tx.now, by.id)
    tx.export_permits.add(permit)
    _ends(tx, permit)
    for member in await asks.coordinators(tx):
        await tracking.show(tx, CARD, permit.id, await home(tx, member), Lane.NEWS)
    return permit


async def settle(tx: Transaction, permit: Permit, by: Member, *, allowed: bool) -> None:
    """Another coordinator says yes or no; or whoever asked takes it back."""
    settled = tx.export_permits.put(replace(permit, settled_at=tx.now, settled_by=by.id, allowed=allowed))
    _ends(tx, settled)
    await _touch(tx, settled)


async def on_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """Its day is over: the cards say so."""
    permit = await tx.export_permits.get(timer.subject_id)
    if permit is not None:
        await _touch(tx, permit)


async def usable(tx: Transaction, number: int) -> Permit | None:
    """The permit with this number, if it still allows something: nobody used it, and both are still coordinators."""
    found = await tx.export_permits.by(number=number)
    if not found or found[0].stage(tx.now) is not Stage.ALLOWED:
        return None
    permit = found[0]
    both = [await tx.members.get(id) for id in (permit.asked_by, permit.settled_by or 0)]
    may = [one is not None and one.suspended_at is None and one.role is Role.COORDINATOR for one in both]
    return permit if all(may) and permit.asked_by != permit.settled_by else None


async def use(tx: Transaction, permit: Permit) -> None:
    """It is used from now on: nobody else can, while the export is made."""
    await _touch(tx, tx.export_permits.put(replace(permit, used_at=tx.now)))


async def made(tx: Transaction, service: Service, permit: Permit) -> None:
    """The export is there: administrators are told by whom."""
    names = [
        one.name for id in (permit.asked_by, permit.settled_by or 0) if (one := await tx.members.get(id))
    ]
    details = {"number": str(permit.number), "asked": names[0], "allowed": names[-1]}
    await operator.tell(tx, service, "operator-exported", once=f"exported:{permit.id}", **details)


async def give_back(tx: Transaction, permit: Permit) -> None:
    """The export failed: it was not used."""
    await _touch(tx, tx.export_permits.put(replace(permit, used_at=None)))


def _ends(tx: Transaction, permit: Permit) -> None:
    tx.timers.put(Timer(f"{KIND}:{permit.id}", KIND, tx.now + VALID, permit.id))


async def _touch(tx: Transaction, permit: Permit) -> None:
    for card in await tx.cards.by(subject=CARD, subject_id=permit.id):
        tracking.touch(tx, card)
