"""Waiting until nothing is left to do, and moving the clock so that every timer on the way runs at its own time.

The bot is another process: what it still has to do is read from the server (updates it has not confirmed) and from
its database (open inbox rows, what waits to be sent or is being sent, timers that are due).
"""

import asyncio
from collections.abc import Callable, Set
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, bindparam, func, or_, select

from bot.clock.follower import Patience
from core.traffic import Timer
from playground.demo.processes import NotDone, PlayFailed
from playground.demo.stage import Stage
from storage.schema import boots, card_waits, cards, inbox, message_waits, outbox, timer_waits, timers
from storage.statements import Prepared

PATIENCE = 30.0  # real seconds in which nothing gets less
PROMPT = 0.06  # real seconds in which the bot has sent what it may send now
HELD = frozenset({"messages", "cards"})  # what may wait for its turn: a chat gets one message a second
AT_TELEGRAM = HELD | {"updates"}  # what stays undone while Telegram is away or fails
GLANCE = 0.02  # real seconds between two looks
BEAT = timedelta(minutes=1)  # a running bot notes that it is alive at least so often, by its own clock
JUST_AFTER = timedelta(seconds=1)


async def settle(stage: Stage) -> None:
    """Return when the bot has done everything that there is to do now. Raises PlayFailed when it does not come to that."""
    now = await stage.world.now()
    await _settled(stage, now, now)


async def advance(
    stage: Stage,
    to: datetime,
    leaving: Set[str] = frozenset(),
    passes: Callable[[Timer], None] = lambda timer: None,
) -> None:
    """Move the clock to a moment, stopping just after everything that comes due on the way.

    ``leaving``: kinds of work, as :data:`AT_TELEGRAM`, that are not waited for. ``passes`` hears of each timer before it
    is due. Raises PlayFailed as :func:`quiet`.
    """
    now = await stage.world.now()
    while (timer := await _next_timer(stage, now)) is not None and timer.due_at < to:
        passes(timer)
        await _move(stage, min(to, max(timer.due_at, now) + JUST_AFTER), to, leaving)
        now = await stage.world.now()
    await _move(stage, to, to, leaving)


async def leap(stage: Stage, to: datetime) -> None:
    """As :func:`advance`, at once: what comes due on the way runs late."""
    await _move(stage, to, to, frozenset())


async def pause(stage: Stage, seconds: float) -> None:
    """Somebody reads or types for so long, and who watches gets a moment. No timer is that near."""
    await stage.world.advance(seconds)
    await asyncio.sleep(stage.pace)


async def leave_time_to_read(stage: Stage, seconds: float) -> None:
    """As :func:`pause`; what waited for its turn in a chat is there then."""
    await pause(stage, seconds)
    await settle(stage)


async def _move(stage: Stage, to: datetime, onwards: datetime, leaving: Set[str]) -> None:
    before = await stage.world.now()
    if to > before:
        await stage.world.moves_to(to)
        if to - before > BEAT:
            await _until_followed(stage, to)
    await _settled(stage, max(before, to), onwards, leaving)


async def _settled(stage: Stage, now: datetime, onwards: datetime, leaving: Set[str] = frozenset()) -> None:
    """As :func:`quiet`; what waits for its turn is given time, up to the next timer, as far as time will go on anyway."""
    loop = asyncio.get_running_loop()
    since, fewest = loop.time(), None
    patience = Patience(PATIENCE, since)
    while left := await _pending_work(stage, now, leaving):
        stage.check_alive()
        if fewest is None or sum(left.values()) < fewest:  # it gets on with it
            fewest = sum(left.values())
            patience.renew(loop.time())
        if patience.over(loop.time()):
            raise NotDone(left)
        if now < onwards and left.keys() <= HELD and loop.time() > since + PROMPT:
            since, now = loop.time(), await _a_second_on(stage, onwards)
        await asyncio.sleep(GLANCE)


async def _a_second_on(stage: Stage, onwards: datetime) -> datetime:
    """A second passes, or what is left until the next timer or that moment; what time it is then."""
    now = await stage.world.now()
    timer = await _next_timer(stage, now)
    to = min(now + timedelta(seconds=1), onwards, timer.due_at if timer else onwards)
    if to > now:
        await stage.world.moves_to(to)
    return max(now, to)


async def _until_followed(stage: Stage, moment: datetime) -> None:
    """The bot's clock is there too: it has noted a moment not before this one."""
    loop = asyncio.get_running_loop()
    patience = Patience(PATIENCE, loop.time())
    while True:
        async with stage.database.read(moment) as tx:
            newest = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
        if newest and newest[0].alive_at >= moment:
            return
        stage.check_alive()
        if patience.over(loop.time()):
            raise PlayFailed(f"the bot's clock does not follow to {moment.isoformat()}")
        await asyncio.sleep(GLANCE)


async def _next_timer(stage: Stage, now: datetime) -> Timer | None:
    async with stage.database.read(now) as tx:
        found = await tx.timers.select(timer_waits, order_by=timers.c.due_at, limit=1)
    return found[0] if found else None


async def _pending_work(stage: Stage, now: datetime, leaving: Set[str] = frozenset()) -> dict[str, int]:
    """What is left to do at this moment, by kind, but for some kinds; empty when nothing is."""
    pending, newest = await stage.world.handed_over()
    if "updates" not in leaving and pending:
        return {"updates": pending}
    async with stage.database.read(now) as tx:
        if newest not in (
            None,
            stage.noted,
        ):  # Signal's daemon has it no more, and the bot may not have it yet
            if not (await tx.execute(NOTED, {"number": newest})).first():
                return {"updates": 1}
            stage.noted = newest
        (row,) = await tx.session.fetch(COUNTED, {"now": now})
    return {name: count for name, count in zip(KINDS, row, strict=True) if count and name not in leaving}


def _count(table: Table, condition: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(condition).scalar_subquery()


def _due(waits: ColumnElement[bool], table: Table) -> ColumnElement[bool]:
    return and_(waits, or_(table.c.not_before.is_(None), table.c.not_before <= NOW))


NOTED = select(inbox.c.id).where(inbox.c.messenger == "signal", inbox.c.update_id == bindparam("number"))
NOW = bindparam("now", type_=timers.c.due_at.type)
KINDS = {
    "inbox": _count(inbox, inbox.c.state == "open"),
    "messages": _count(outbox, or_(_due(message_waits, outbox), outbox.c.state == "leased")),
    "cards": _count(cards, or_(_due(card_waits, cards), cards.c.lease.is_not(None))),
    "timers": _count(timers, and_(timer_waits, timers.c.due_at <= NOW)),
}
COUNTED = Prepared(select(*(count.label(name) for name, count in KINDS.items())))  # asked at each glance
