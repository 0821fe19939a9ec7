"""What happens inside, for the page: the bot's process, due timers, what waits in the inbox and in the outbox's lanes."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, literal, select

from core.traffic import Lane, Timer
from playground.host.playhouse import House, in_all
from playground.host.scenes import Scene
from storage.schema import card_waits, cards, inbox, message_waits, outbox, timer_waits, timers
from storage.transaction import Transaction

MOST_TIMERS = 30
FAR = timedelta(days=31)  # what comes later is nothing to wait for at a playground
OF_A_CASE = frozenset({"escalation", "first-action"})
Json = dict[str, Any]


async def look_inside(house: House, scenes: tuple[Scene, ...], playing: str) -> Json:
    """The state as JSON data. It is read beside the bot, from its database, and changes nothing.

    ``playing``: the id of the scene that is played at once, or empty.
    """
    now = await house.stage.world.now()
    async with house.stage.database.read(now) as tx:
        upcoming = await tx.timers.select(
            timer_waits, timers.c.due_at < now + FAR, order_by=timers.c.due_at, limit=MOST_TIMERS
        )
        digests = await tx.timers.select(timer_waits, timers.c.kind == "digest", order_by=timers.c.due_at)
        return {
            "bot": {"running": house.running, "pid": house.stage.bot.pid, "restarts": house.restarts},
            "zone": house.scenario.zone,
            "timers": [await _timer(tx, timer) for timer in upcoming if timer.kind != "digest"],
            "digest_due": digests[0].due_at.isoformat() if digests else None,
            "lanes": await _lanes(tx, now),
            "inbox": {state: await _counted(tx, state) for state in ("open", "parked")},
            "scenes": [
                {"id": scene.id, "title": in_all(f"scene-{scene.id}"), "steps": scene.steps, "at": scene.at}
                | {"playing": scene.id == playing}
                for scene in scenes
            ],
            "busy": house.orders.locked(),
            "fresh": await _counted(tx) <= len(house.cast.members),  # each of them has pressed start
        }


async def _timer(tx: Transaction, timer: Timer) -> Json:
    case = await tx.cases.get(timer.subject_id) if timer.kind in OF_A_CASE else None
    return {
        "kind": timer.kind,
        "what": in_all(f"timer-{timer.kind}"),
        "due": timer.due_at.isoformat(),
        "subject": case.code if case else "",
    }


async def _counted(tx: Transaction, state: str = "") -> int:
    """Of what has come to the bot, how much is in this state, or all."""
    counted = select(func.count()).select_from(inbox)
    found = await tx.execute(counted.where(inbox.c.state == state) if state else counted)
    return int(found.scalar_one())


async def _lanes(tx: Transaction, now: datetime) -> list[Json]:
    """How many wait, and since when the oldest new message does; a card that only changes counts without an age."""
    waiting = dict.fromkeys(Lane, 0)
    since: dict[Lane, datetime] = {}
    messages = select(outbox.c.lane, outbox.c.created_at, literal(False).label("changed")).where(
        message_waits
    )
    shown = select(cards.c.lane, cards.c.created_at, (cards.c.shown > 0).label("changed")).where(card_waits)
    for question in (messages, shown):
        for row in await tx.execute(question):
            lane = Lane(row.lane)
            waiting[lane] += 1
            if not row.changed:
                since[lane] = min(since.get(lane, now), row.created_at)
    return [
        {
            "lane": in_all(f"lane-{lane.name.lower()}"),
            "waiting": waiting[lane],
            "oldest_seconds": (now - since[lane]).total_seconds() if lane in since else None,
        }
        for lane in Lane
    ]
