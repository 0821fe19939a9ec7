"""Time goes on as ordered. With the bot running, every timer on the way runs at its own moment, as it would have.

While Telegram is away or fails, what the bot has to send or to fetch is not waited for: it would stay undone.
"""

from datetime import datetime, timedelta

from bot.backstage.house import House
from bot.core.traffic import Timer
from bot.demo.quiet import AT_TELEGRAM, JUST_AFTER, advance, quiet
from storage.schema import timer_waits, timers

MOST = 24 * 3600  # seconds at once


async def goes_on(house: House, seconds: float) -> None:
    """So many seconds pass. Raises PlayFailed if the bot does not get done with what comes up."""
    await _to(house, await house.stage.world.now() + timedelta(seconds=seconds))


async def to_next_timer(house: House) -> None:
    """To the next timer that is due, whatever it is."""
    if upcoming := await waiting_timers(house):
        await _to(house, upcoming[0].due_at + JUST_AFTER)


async def to_digest(house: House) -> None:
    """To the next digest."""
    due = [timer.due_at for timer in await waiting_timers(house) if timer.kind == "digest"]
    if due:
        await _to(house, due[0] + JUST_AFTER)


async def waiting_timers(house: House) -> list[Timer]:
    """What will happen, soonest first."""
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        return await tx.timers.select(timer_waits, order_by=timers.c.due_at)


async def _to(house: House, moment: datetime) -> None:
    world, now = house.stage.world, await house.stage.world.now()
    house.server.tell({"type": "busy", "on": True, "from": now.isoformat(), "to": moment.isoformat()})
    if not house.running:  # nobody is there whose timers could run
        if moment > now:
            await world.moves_to(moment)
        return
    if house.server.broken:
        await advance(house.stage, moment, AT_TELEGRAM)
        return
    await quiet(house.stage)
    await advance(house.stage, moment)
