"""Kill -9 while people report: ``python -m benchmarks.kill dabyl [--size quick] [--seed 1]`` prints what was lost.

200 people go through the guided report, 60 at a time, each thinking for half a second to one and a half. The bot is
killed at chance moments, ten times, and started again at once. A person waits eight seconds for an answer, then somebody
else takes the place; an answer that comes later is still taken. When all is quiet the bot stops in an orderly way, and
its storage is read. Counted are

lost       answers that the person saw taken (the next question came) and the bot does not know any more; reports with a
           receipt that it does not know at all; people left without an answer; opened cases that no lawyer was told of
repeated   messages that a person or a lawyer got twice
"""

import argparse
import asyncio
import json
import random
import sys
import time

from benchmarks.contestants import Running
from benchmarks.guided import OPENING, QUESTIONS, UPDATES
from benchmarks.load import OPENS, STARTING, Json, stage
from benchmarks.phones import Phones, first_alerts
from benchmarks.sizes import SIZES, Sizes
from playground.server import Server

NAMES = ("ptb", "ptb-every-second", "aiogram", "dabyl")
LONGEST = 120.0  # seconds until it must be quiet


async def _kills(phones: Phones, running: Running, sizes: Sizes, chance: random.Random) -> int:
    """Kill and start again, each time a chance moment after the bot has come back; how often."""
    for _ in range(sizes.kills):
        await asyncio.sleep(chance.uniform(0, sizes.kill_within))
        await running.stop(kill=True)
        polls = len(phones.polled)
        await running.start()
        while len(phones.polled) == polls:
            await asyncio.sleep(0.02)
    return sizes.kills


async def _people(phones: Phones, sizes: Sizes) -> None:
    """Everybody reports, so many at a time."""
    people = phones.reporters
    while True:
        now = time.time()
        busy = [one for one in people.values() if one.done < UPDATES and one.waits(now) < sizes.patience]
        if not busy and len(people) == sizes.kill_people:
            return
        for _ in range(min(sizes.kill_people - len(people), sizes.kill_together - len(busy))):
            phones.act(phones.new())
        for one in [one for one in phones.ready if now - one.ready_at >= one.pace * sizes.thinks]:
            phones.ready.remove(one)
            phones.act(one)
        await asyncio.sleep(0.01)


async def _quiet(server: Server, phones: Phones, seconds: float) -> None:
    """Wait until the bot has fetched everything and has done nothing for so long. Raises RuntimeError."""
    end = time.time() + LONGEST
    while server.pending or time.time() - phones.last_call < seconds:
        if time.time() > end:
            raise RuntimeError(f"no rest after {LONGEST} s: {server.pending} updates are not fetched")
        await asyncio.sleep(0.1)


def count(phones: Phones, kept: dict[int, set[str]], persons: dict[int, int] | None) -> Json:
    """What was lost and what was repeated."""
    alerts = first_alerts(phones.alerts, persons)
    people = list(phones.reporters.values())
    opened = {one.person for one in phones.sent if one.act == OPENS}
    taken = {one.person.id: [q.name for q in QUESTIONS[:-1][: max(0, one.done - 1)]] for one in people}
    receipts = {one.person.id for one in people if one.receipt}
    gone = [name for person, names in taken.items() for name in names if name not in kept.get(person, set())]
    return {
        "people": len(people),
        "updates": len(phones.sent),
        "unanswered": phones.waiting,
        "answers_taken": sum(map(len, taken.values())),
        "answers_lost": len(gone),
        "reports_confirmed": len(receipts),
        "reports_lost": sum(OPENING not in kept.get(person, set()) for person in receipts),
        "opened": len(opened),
        "not_alerted": len(opened - set(alerts)),
        "confirmed_not_alerted": len(receipts - set(alerts)),
        "messages": sum(one.seen.total() for one in people),
        "messages_repeated": sum(
            max(0, n - (1 if asks else 2)) for one in people for asks, n in one.seen.items()
        ),
        "alerts_repeated": sum(len(times) - 1 for times in alerts.values()),
    }


async def measure(name: str, sizes: Sizes, seed: int) -> Json:
    """One run; the counts as JSON data."""
    async with stage(name) as (server, phones, running):
        await running.start()
        if not await phones.until(lambda: phones.polled, STARTING):
            raise RuntimeError(f"the bot does not ask for updates:\n{running.log()}")
        killing = asyncio.create_task(_kills(phones, running, sizes, random.Random(seed)))
        while True:
            await _people(phones, sizes)
            kills = await killing
            await _quiet(server, phones, sizes.quiet)
            if not phones.ready:  # else somebody got an answer late, and goes on
                break
        await running.stop()
        return {"kills": kills, **count(phones, await running.kept(), await running.alerted())}


def main() -> None:
    """One run of one bot."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("contestant", choices=NAMES)
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    json.dump(asyncio.run(measure(given.contestant, SIZES[given.size], given.seed)), sys.stdout)


if __name__ == "__main__":
    main()
