"""People come in turn: what one sends, or a thousand do, delays nobody else by more than a batch."""

import json
from datetime import timedelta

import pytest

from bot.loops import inbox_queue
from bot.loops.inbox_queue import BATCH, Arrivals
from bot.loops.receiving import Polling
from handlers import dispatch
from handlers.forms import input_reading
from handlers.turn import Turn
from playground.limits import Limits
from storage import inbox
from storage.errors import Unavailable
from storage.schema import inbox as table
from tests.world.world import World

TRUE = "кого-то задержали в Алматы"


def update(number: int, person: int, text: str) -> tuple[int, bytes]:
    chat = {"id": person, "type": "private", "first_name": "Made-up"}
    sender = {"id": person, "is_bot": False, "first_name": "Made-up", "language_code": "ru"}
    message = {"message_id": number, "date": 1537164000, "chat": chat, "from": sender, "text": text}
    return number, json.dumps({"update_id": number, "message": message}).encode()


async def turns(world: World, sent: list[tuple[int, bytes]], batches: int) -> list[list[int]]:
    """The update ids of so many batches, each marked as done."""
    await world.crash()
    await world.start_bot()
    waiting = Arrivals(world.app.inbox._read)  # not the bot's own, which goes on looking meanwhile
    found = []
    async with world.app.database.write(world.clock.now()) as tx:
        await inbox.store(tx, "telegram", sent)
        for _ in range(batches):
            rows = [row for row, _ in await waiting.batch(tx)]
            await inbox.mark_done(tx, [row.id for row in rows])
            waiting.done()
            found.append([row.update_id for row in rows])
        await tx.execute(table.delete())
    return found


@pytest.mark.slow
async def test_after_ten_thousand_messages_of_one_person_the_next_persons_is_in_the_batch_that_finds_it(
    world: World,
) -> None:
    flood = [update(number, 5_000, "слово") for number in range(1, 2_001)]
    found = await turns(world, [*flood, update(9_999, 6_000, TRUE)], 6)
    looks = -(-2_001 // inbox_queue.LOOK)
    assert [9_999 in batch for batch in found].index(True) == looks - 1
    assert [n for batch in found for n in batch if n != 9_999] == list(range(1, 6 * BATCH))


async def test_a_persons_messages_keep_their_order_where_the_database_went_away_in_a_flood(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> frozenset[str]:
        raise Unavailable("the server went away")

    await world.crash()
    await world.start_bot()
    waiting, order = Arrivals(world.app.inbox._read), list[int]()
    async with world.app.database.write(world.clock.now()) as tx:
        await inbox.store(tx, "telegram", [update(number, 5_000, "слово") for number in range(1, 101)])
        await waiting.batch(tx)
        waiting.done()
        await inbox.store(tx, "telegram", [update(201, 6_000, "раз"), update(202, 6_000, "два")])
        with monkeypatch.context() as patch:
            patch.setattr(dispatch, "senders_on_roster", away)
            with pytest.raises(Unavailable):
                await waiting.batch(tx)
        await inbox.store(tx, "telegram", [update(301, 6_000, "три")])
        for _ in range(10):
            rows = [row for row, _ in await waiting.batch(tx)]
            await inbox.mark_done(tx, [row.id for row in rows])
            waiting.done()
            order += [row.update_id for row in rows if row.update_id > 200]
        await tx.execute(table.delete())
    assert order == [201, 202, 301]


@pytest.mark.slow
async def test_a_short_report_comes_before_the_long_odd_ones_of_a_hundred_accounts(world: World) -> None:
    odd = [update(number, 5_000 + number, "0,1." * 1_024) for number in range(1, 101)]
    found = await turns(world, [*odd, update(9_999, 6_000, TRUE)], 3)
    assert 9_999 in found[0]
    assert [len(batch) for batch in found] == [1, 1, 1]


@pytest.mark.slow
async def test_who_is_on_the_roster_pays_a_part(world: World) -> None:
    lawyer = await world.member("Marat")
    await world.settle()
    theirs = [update(number, lawyer.id, "слово " * 50) for number in range(1, 6)]
    others = [update(100 + number, 5_000 + number, "слово " * 50) for number in range(1, 100)]
    found = await turns(world, [*others, *theirs], 1)
    assert [number for number in found[0] if number < 100] == [1, 2, 3, 4, 5]


@pytest.mark.slow
async def test_what_is_far_behind_in_a_message_is_kept_and_not_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen, lawyer = await world.person("Aigul", "ru"), await world.member("Marat")
    seen: list[int] = []
    handles = dispatch._on_input

    async def noted(turn: Turn) -> None:
        seen.append(len(turn.incoming.text))
        await handles(turn)

    monkeypatch.setattr(dispatch, "_on_input", noted)
    long = f"{TRUE}. {'слово ' * 400}задержали в Астане"
    await citizen.writes(long)
    await world.settle()
    await lawyer.expects("Алматы")
    assert max(seen) <= input_reading.MOST
    async with world.app.database.read(world.clock.now()) as tx:
        assert [entry.payload for entry in await tx.entries.select()] == [{"text": long}]


@pytest.mark.slow
@pytest.mark.world(limits=Limits.off())
async def test_a_burst_of_words_is_answered_once(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    await citizen.writes(TRUE)
    await world.settle()
    await citizen.writes("отмена")
    await world.settle()
    before = len(await citizen.shown())
    for number in range(200):
        await citizen.writes(f"слово {number}")
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        assert len(await tx.entries.select()) > 200
    answers = [m for m in (await citizen.shown())[before:] if m.from_bot]
    assert len(answers) < 40


@pytest.mark.slow
@pytest.mark.world(limits=Limits.off())
async def test_what_waits_at_the_messenger_is_fetched_before_the_first_of_it_is_handled(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.settle()
    order: list[str] = []
    (polling,) = world.app.inbox.polls
    assert isinstance(polling, Polling)
    fetches, handles = polling._fetch, world.app.inbox._handle

    async def fetched(offset: int | None) -> int | None:
        confirmed = await fetches(offset)
        order.append("poll")
        return confirmed

    async def handled(*args: object) -> None:
        order.append("batch")
        await handles(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(world.app.inbox.polls[0], "_fetch", fetched)
    monkeypatch.setattr(world.app.inbox, "_handle", handled)
    await world.playground.goes_down()
    for number in range(600):
        raw = json.loads(update(number, 5_000, "слово")[1])
        world.server.updates.inject({"message": raw["message"]})
    await world.playground.heals()
    for _ in range(100):
        world.clock.move_to(world.clock.now() + timedelta(seconds=1))
        await world._rests()
        if order.count("batch") > 4:
            break
    assert order.index("batch") >= 5, order[:12]
