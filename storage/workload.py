"""What members have to do, and when they were asked last, over all cases: one statement, however much was before.

Each member costs three look-ups in an index, of which none reads more than what is open now.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field
from sqlalchemy import bindparam, func, select

from core.vocabulary import CaseState, OfferState
from storage.row_map import Wanted
from storage.schema import alerts, cases, members
from storage.schema.columns import UtcTime
from storage.session import Question
from storage.statements import Prepared
from storage.transaction import Transaction
from storage.unsealed_cache import Read

LATELY = timedelta(minutes=15)
_OFFERS = (
    select(func.count())
    .where(alerts.c.member_id == members.c.id, alerts.c.state == OfferState.OFFERED.value)
    .scalar_subquery()
    .label("offers")
)
_HELD = (
    select(func.count())
    .where(cases.c.owner_id == members.c.id, cases.c.state == CaseState.ACCEPTED.value)
    .scalar_subquery()
    .label("held")
)
_ASKED = (
    select(func.max(alerts.c.offered_at))
    .where(alerts.c.member_id == members.c.id)
    .scalar_subquery()
    .label("asked")
)
_LATELY = (
    select(func.count())
    .where(
        alerts.c.member_id == members.c.id,
        alerts.c.offered_at >= bindparam("since", type_=UtcTime),
        alerts.c.state != OfferState.OFFERED.value,
    )
    .scalar_subquery()
    .label("lately")
)
_ALL = Prepared(
    select(members.c.id, _OFFERS, _LATELY, _HELD, _ASKED).where(members.c.suspended_at.is_(None)),
    (members.c.id, _OFFERS, _LATELY, _HELD, _ASKED),
)


class Workloads(Struct, frozen=True):
    """By member id: offers to answer, answered ones made lately, cases in hand, and when any case asked them last."""

    offers: Counter[int] = field(default_factory=Counter)
    lately: Counter[int] = field(default_factory=Counter)
    held: Counter[int] = field(default_factory=Counter)
    asked_at: dict[int, datetime] = field(default_factory=dict)

    @property
    def load(self) -> Counter[int]:
        """All that waits for them."""
        return self.offers + self.held

    @property
    def texts(self) -> Counter[int]:
        """What has rung them: offers that are open or were made lately."""
        return self.offers + self.lately


def rows_to_prefetch(tx: Transaction) -> Wanted:
    """The question for the workload of all members, unless this transaction has asked it before."""

    def take(records: Iterable[Sequence[Any]], read: Read) -> None:
        tx.told_burdens = [read(record) for record in records]

    asked: list[Question] = [(_ALL, {"since": tx.now - LATELY})]
    return Wanted(asked if tx.told_burdens is None else [], take, lambda: None)


async def read_workloads(tx: Transaction) -> Workloads:
    """As things stand in this transaction: what it has changed counts, and is not written for this."""
    since = tx.now - LATELY
    changed_alerts, changed_cases = await tx.alerts.changes(), await tx.cases.changes()
    await tx.prefetch(rows_to_prefetch(tx))
    found = Workloads()
    for member, offers, lately, held, asked_at in tx.told_burdens or ():
        found.offers[member], found.lately[member], found.held[member] = offers, lately, held
        if asked_at is not None:
            found.asked_at[member] = asked_at
    for before, after in changed_alerts:
        for alert, sign in ((before, -1), (after, 1)):
            if alert is not None and alert.state is OfferState.OFFERED:
                found.offers[alert.member_id] += sign
            elif alert is not None and alert.offered_at >= since:
                found.lately[alert.member_id] += sign
        if after is not None:
            asked_at = found.asked_at.get(after.member_id, after.offered_at)
            found.asked_at[after.member_id] = max(asked_at, after.offered_at)
    for was, case in changed_cases:
        for version, sign in ((was, -1), (case, 1)):
            if version is not None and version.state is CaseState.ACCEPTED and version.owner_id is not None:
                found.held[version.owner_id] += sign
    return found
