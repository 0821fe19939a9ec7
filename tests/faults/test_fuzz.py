"""A storm of malformed updates: nothing stops, nothing is lost, and a citizen's report in the middle of it is alerted.

Real updates are taken from a short life of the local server and mutated. Each run has its own seed, made of the one seed
and its number, so that one run can be repeated alone: ``-k "run-7"``.
"""

import json
import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messengers.errors import Unreadable
from bot.messengers.telegram.parsing import kind_of, parse
from core.incoming import Incoming
from handlers.outbox.administrators import FEW
from playground.limits import Limits
from playground.phone import Phone
from playground.updates import LIFE
from storage import inbox
from storage.schema import inbox as table
from storage.schema import outbox
from tests.faults.mutations import mutated
from tests.faults.scale import SCALE, SEED
from tests.messengers.updates import DATE, PERSON, message
from tests.stories.faults import from_bot
from tests.world.world import World

pytestmark = pytest.mark.slow

AT_ONCE = 96  # updates of one poll: three batches
FAST = """
[limits]
per_second = 1000.0
chat_burst = 1000
chat_per_second = 1000.0
"""


async def everything_that_people_do(world: World) -> list[Any]:
    """A short life, as updates."""
    citizen, lawyer = await world.person("Aigul", "kk"), await world.member("Marat")
    await citizen.starts()
    first = await citizen.writes("задержали двух человек в Алматы")
    await world.settle()
    await citizen.edits(first, "задержали трёх человек в Алматы")
    await citizen.shares_location(43.25, 76.95)
    await citizen.shares_contact()
    await citizen.shares_contact("+77015550177", "Dana Made-Up", own=False)
    await citizen.sends_photo(b"picture", "у дома")
    await citizen.sends_voice(b"voice")
    await citizen.sends_video(b"video")
    await citizen.sends_sticker()
    await citizen.sends_document(b"paper", "paper.pdf", "протокол")
    await citizen.forwards("вчера в 7 утра", world.clock.now() - timedelta(days=1))
    await world.settle()
    await lawyer.taps("Беру")
    await world.settle()
    for shown in [one for one in await citizen.shown() if one.from_bot and one.buttons][-3:]:
        await citizen.taps_data(shown.id, shown.buttons[0][0].data)
    await citizen.blocks()
    await citizen.unblocks()
    group = await world.playground.group("Friends", citizen)
    await citizen.writes("hello", chat=group)
    await world.playground.migrates(group)
    await world.settle()
    return [line["update"] for line in await world.playground.updates()]


@pytest.mark.world(config=FAST, limits=Limits.off())
@pytest.mark.parametrize("run", range(SCALE.fuzz_runs), ids=lambda run: f"run-{run}")
async def test_a_storm_of_mutated_updates_stops_nothing(world: World, run: int) -> None:
    chance = random.Random(SEED * 1_000 + run)
    real = await everything_that_people_do(world)
    sent = 0
    while sent < SCALE.fuzz_updates:
        for _ in range(AT_ONCE):
            update = with_a_credible_id(
                mutated(chance.choice(real), real, chance), world.server.updates.next_id
            )
            world.server.updates._queue(update, LIFE)
            if chance.random() < 0.02:
                world.server.updates._queue(update, LIFE)
        last = world.server.updates.next_id  # by which all before it can be confirmed
        world.server.updates._queue({**chance.choice(real), "update_id": last}, LIFE)
        sent += AT_ONCE
        await world.settle()
    await a_report_is_alerted(world, await world.member("Second", cities=("astana",)))
    async with world.app.database.read(world.clock.now()) as tx:
        rows = (await tx.execute(table.select())).all()
        parked = await inbox.parked(tx, 100_000)
        assert await tx.outgoing.count(outbox.c.state == "leased") == 0
    states = Counter(row.state for row in rows)
    assert set(states) <= {"done", "parked"}
    print(f"\n{sent} updates, {states}, parked: {Counter(row.error for row in parked).most_common()}")  # noqa: T201
    assert len(rows) >= sent * 0.8  # the others were repetitions
    assert [row.error for row in parked if not str(row.error).startswith("Unreadable")] == []
    assert states["parked"] > sent / 100, "the storm was none"
    for about in ("Update ", "Telegram refused", "more of this kind"):
        assert len(await from_bot(world.administrator, about)) <= FEW, "the operator was flooded"


def with_a_credible_id(update: Any, number: int) -> Any:
    """The number by which Telegram counts, unless it is plainly none: a wrong one that looks right cannot be confirmed
    by anybody.
    """
    if isinstance(update, dict):
        found = update.get("update_id")
        if type(found) is int and 0 <= found < 2**63:
            update["update_id"] = number
    return update


async def a_report_is_alerted(world: World, lawyer: Phone) -> None:
    """Somebody who has nothing to do with it."""
    citizen = await world.person("Berik", "ru")
    await citizen.writes("кого-то задержали в Астане")
    await world.settle()
    await lawyer.expects("Астана")
    await citizen.expects("+7 727 000 00 00")


PHOTO = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
TAP = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "accept:1", "message": message(text="t")}
SAMPLES: list[Any] = [
    {"update_id": 1, "message": message(text="кого-то задержали")},
    {"update_id": 2, "edited_message": message(text="t", edit_date=DATE)},
    {"update_id": 3, "callback_query": TAP},
    {"update_id": 4, "message": message(photo=[PHOTO], caption="у дома")},
]


@settings(deadline=None, max_examples=2_000 if SCALE.long else 100)
@given(st.randoms(use_true_random=False), st.sampled_from(SAMPLES))
def test_a_mutated_update_is_read_or_unreadable(chance: random.Random, update: Any) -> None:
    data = json.dumps(mutated(update, SAMPLES, chance)).encode()
    kind_of(data)
    try:
        found = parse(data)
    except Unreadable:
        return
    assert isinstance(found, Incoming)
