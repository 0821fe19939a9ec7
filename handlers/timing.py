"""What the loops ask of time: a timer comes due or was given up, a run begins, the clock was set."""

from datetime import datetime, timedelta

from core.traffic import Run, Timer
from handlers.routes import EVENTS, TIMERS
from handlers.service import Service
from storage.sqlite_notes import HighWater, read_progress
from storage.transaction import Transaction

WALL_CLOCK = {kind: timed.wall_clock for kind, timed in TIMERS.items() if timed.wall_clock is not None}
DELETING = [kind for kind, timed in TIMERS.items() if timed.deletes]


async def on_timer(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer has come due: it is gone, unless its handler sets it again."""
    tx.timers.remove(timer.key)
    await TIMERS[timer.kind].function(tx, service, timer)


async def on_timer_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer was given up: what is for every day goes on the next day, and a person looks after its case."""
    timed = TIMERS.get(timer.kind)
    if timed is not None and timed.on_parked is not None:
        await timed.on_parked(tx, service, timer)
    if timed is not None and timed.wall_clock is not None:
        await timed.wall_clock(tx, service)


async def on_opened(tx: Transaction, service: Service, high_water: HighWater) -> None:
    """Before a run begins: whether this database is older than the one that was there. It is told and the run goes on:
    somebody who asks for help now is not helped by a bot that refuses to start.
    """
    was, found = high_water.read(), await read_progress(tx)
    if was is not None and found.is_behind(was):
        times = {"ends": found.alive_at, "until": was.alive_at}
        shown = {name: f"{at.astimezone(service.zone):%Y-%m-%d %H:%M}" for name, at in times.items()}
        await EVENTS.trouble(tx, service, "operator-older", **shown)
    high_water.begin(found)


async def administrators_or_code(tx: Transaction, service: Service) -> tuple[list[str], str | None]:
    """The administrators' chats; while nobody is one, the code by which somebody becomes the first."""
    return await EVENTS.administrators(tx, service), await EVENTS.nobody_looks_after(tx, service)


async def on_started(tx: Transaction, service: Service) -> Run:
    """A new run begins."""
    return await EVENTS.started(tx, service, WALL_CLOCK, DELETING)


async def on_version(tx: Transaction, messenger: str, version: str, released: datetime | None) -> None:
    """This version of the program between us and a messenger runs."""
    await EVENTS.version(tx, messenger, version, released)


def on_heard_again(tx: Transaction) -> None:
    """Telegram was not heard for so long that it has forgotten presses. A timer, because a row that cannot be read must
    not keep what comes in out of the database.
    """
    tx.timers.put(Timer("returned", "returned", tx.now))


async def on_clock_put_back(tx: Transaction, service: Service, by: timedelta) -> None:
    """The machine's clock shows ``by`` less than it did."""
    await EVENTS.clock_put_back(tx, service, by, WALL_CLOCK)


async def on_clock_jumped(tx: Transaction, service: Service, by: timedelta) -> None:
    """The machine's clock shows ``by`` more than has passed."""
    await EVENTS.clock_jumped(tx, service, by, DELETING)
