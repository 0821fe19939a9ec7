"""What is to be sent, without its content: messages of the outbox and cards whose wanted version is not shown yet."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Table,
    bindparam,
    func,
    literal,
    null,
    select,
    union_all,
)

from core.traffic import ASIDE, Card, Lane, Outgoing
from storage.schema import addresses, card_waits, cards, message_waits, outbox
from storage.statements import Prepared
from storage.transaction import Transaction


class Waiting(Struct, frozen=True):
    """A message or a card that waits to be sent. ``private`` and ``messenger`` are its address's: groups and
    channels have other limits, and so has each messenger.

    ``aside``: the messenger failed over it so often that others of its chat pass it while it waits.
    """

    kind: str  # message (a row of the outbox) or card
    id: int
    lane: Lane
    address_id: int
    not_before: datetime | None
    created_at: datetime
    private: bool
    aside: bool
    messenger: str
    topic: str | None = None


class Committed(Struct, frozen=True):
    """What a commit wrote that others wait for: what is to be sent, when the first of its timers is due, and whether there
    is anything new of files.

    A timer that was removed or postponed is not reported: the loop that waits for it looks once in vain.
    """

    waiting: tuple[Waiting, ...]
    next_timer: datetime | None
    files: bool = False


async def waiting(tx: Transaction, limit_per_lane: int) -> list[Waiting]:
    """What waits, lane by lane; within a lane by the moment from which it may be sent. That may be in the future."""
    found = await tx.session.fetch(WAITING, {"limit": limit_per_lane})
    rows = map(tx.session.reader(WAITING), found)
    return [Waiting(kind, id, Lane(lane), *more) for kind, id, lane, *more in rows]


def _what_waits() -> Prepared:
    found = union_all(
        _waiting("message", outbox, message_waits, outbox.c.topic),
        _waiting("card", cards, card_waits, null().label("topic")),
    ).subquery()
    due = func.coalesce(found.c.not_before, found.c.created_at)
    place = func.row_number().over(partition_by=found.c.lane, order_by=(due, found.c.id)).label("place")
    ranked = select(found, place).subquery()
    columns = [ranked.c[column.name] for column in found.c]
    asked = select(*columns).where(ranked.c.place <= bindparam("limit", type_=Integer))
    return Prepared(asked.order_by(ranked.c.lane, ranked.c.place), columns)


async def waits(tx: Transaction, row: Outgoing | Card) -> Waiting | None:
    """This row as something that waits; None when it does not. Says the same as the two conditions of the schema."""
    if isinstance(row, Outgoing):
        kind, still = "message", row.state == "waiting"
    else:
        kind, still = "card", row.waits
    address = await tx.addresses.get(row.address_id) if still else None
    if address is None:
        return None
    aside = row.attempts >= ASIDE
    topic = row.topic if isinstance(row, Outgoing) else None
    return Waiting(
        kind,
        row.id,
        row.lane,
        row.address_id,
        row.not_before,
        row.created_at,
        address.private,
        aside,
        address.messenger,
        topic,
    )


async def committed(tx: Transaction) -> Committed:
    """What to announce when this transaction, flushed already, is committed."""
    rows = tx.sendable.values()
    await tx.addresses.prefetch("id", [row.address_id for row in rows])
    found = [await waits(tx, row) for row in rows]
    items = tuple(item for item in found if item is not None)
    return Committed(items, min(tx.timers_due, default=None), tx.files_written)


async def drop(tx: Transaction, ids: Collection[int]) -> None:
    """These messages need not be sent any more, since a newer one says the same. Past the maps: none is opened for it, and
    one that does not open holds up nobody.
    """
    if ids:
        dropped = outbox.update().where(outbox.c.id.in_(ids), message_waits).values(state="dropped")
        await tx.execute(dropped)


async def release_other_boots(tx: Transaction, boot: str) -> int:
    """At a start: all that an earlier run was sending waits again, marked as a repetition. How many messages these were."""
    messages = await tx.outgoing.select(outbox.c.state == "leased", outbox.c.lease != boot)
    for message in messages:
        payload = {**message.payload, "repeat": True}
        tx.outgoing.put(replace(message, state="waiting", lease=None, payload=payload))
    shown = await tx.cards.select(cards.c.lease.is_not(None), cards.c.lease != boot)
    for card in shown:
        tx.cards.put(replace(card, lease=None))
    return len(messages) + len(shown)


def _waiting(
    kind: str, table: Table, condition: ColumnElement[bool], topic: ColumnElement[Any]
) -> Select[Any]:
    c = table.c
    columns = (c.id, c.lane, c.address_id, c.not_before, c.created_at, addresses.c.private)
    aside = (c.attempts >= ASIDE).label("aside")
    joined = table.join(addresses, addresses.c.id == c.address_id)
    through = addresses.c.messenger
    return (
        select(literal(kind).label("kind"), *columns, aside, through, topic)
        .select_from(joined)
        .where(condition)
    )


WAITING = _what_waits()
