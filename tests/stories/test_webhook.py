"""A webhook in place of polling: what is answered with 200 is on disk, and what is anybody else's is refused unread."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from bot.loops.webhook import MOST
from bot.messengers.telegram.account import ALLOWED_UPDATES
from storage.errors import Unavailable
from tests.stories.faults import from_bot, until
from tests.stories.watch import alarms, stuck_minutes
from tests.stories.webhook import (
    ADDRESS,
    BODY,
    CONFIG,
    POLLED,
    PORT,
    SECRET,
    URL,
    hook,
    listens,
    posts,
    stored,
)
from tests.world.world import TOKEN, World

pytestmark = pytest.mark.slow

REPORT = "в Алматы задержали человека"
by_webhook = pytest.mark.world(config=CONFIG, environ=POLLED)


@pytest.fixture
async def world(world: World) -> World:
    """In which Telegram knows already where to deliver, where it is to."""
    if POLLED.items() <= world._environ.items():
        await until(world, listens(world), minutes=1)
        await world.settle()  # the administrator has pressed start
    return world


@by_webhook
async def test_a_report_comes_by_the_webhook_and_all_is_as_by_polling(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await world.settle()
    assert await from_bot(lawyer, "Алматы")
    await lawyer.taps("Беру")
    await world.settle()
    await citizen.expects("Этим занимается юрист")
    assert await world.playground.calls("getUpdates") == []
    (set_,) = await world.playground.calls("setWebhook")
    assert set_["params"]["secret_token"] == SECRET
    assert set_["params"]["allowed_updates"] == ALLOWED_UPDATES
    assert set_["params"]["url"] == ADDRESS
    assert SECRET not in ADDRESS


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_is_not_telegrams_is_refused_and_counted(world: World) -> None:
    assert await posts(secret=None) == 401
    assert await posts(secret=SECRET[:-1] + "x") == 403
    assert await posts(to=f"{URL}/guessed") == 404
    assert await posts(to=URL) == 404
    assert await posts(method="GET") == 405
    assert await posts(**{"Content-Type": "text/plain"}) == 415
    assert await posts(b"[1]") == 400
    assert await posts(b'{"update_id": ') == 400
    assert await posts(b"[" * 100_000) == 400
    refused = {"no-secret": 1, "secret": 1, "path": 2, "method": 1, "type": 1, "json": 3}
    assert dict(hook(world).refused) == refused
    assert await stored(world) == []
    assert await posts() == 200
    assert await stored(world) == [5]


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_body_of_a_hundred_megabytes_is_refused_without_being_read(world: World) -> None:
    sent = 0

    async def body(chunks: int) -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(chunks):
            sent += 1 << 20
            yield b" " * (1 << 20)

    try:
        status = await posts(body(100), **{"Content-Length": str(100 << 20)})
    except httpx.TransportError:
        status = 0  # the connection was closed while it was sending
    assert status in (0, 413)
    assert sent < 20 << 20  # what fits into the buffers of the system
    sent = 0
    try:
        status = await posts(body(100))  # in pieces, without saying how much
    except httpx.TransportError:
        status = 0
    assert status in (0, 413)
    assert sent < 20 << 20
    assert hook(world).refused["size"] == 2
    assert await posts(b" " * (MOST - len(BODY)) + BODY) == 200


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_it_is_answered_after_the_commit_and_many_are_kept_in_one_in_their_order(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, begun, commits = asyncio.Event(), asyncio.Event(), []
    store = hook(world)._store

    async def slowly(updates: Any) -> int:
        begun.set()
        await go.wait()
        commits.append([number for number, _ in updates])
        return await store(updates)

    monkeypatch.setattr(hook(world), "_store", slowly)
    first = asyncio.create_task(posts(body(1)))
    await begun.wait()
    others = [asyncio.create_task(posts(body(number))) for number in (9, 7, 8)]
    while len(hook(world)._waiting) < 3:  # noqa: ASYNC110 - they arrive at the bot over the network
        await asyncio.sleep(0.001)
    assert await stored(world) == []
    assert not first.done()
    go.set()
    assert await asyncio.gather(first, *others) == [200] * 4
    assert commits == [[1], [7, 8, 9]]
    assert await stored(world) == [1, 7, 8, 9]


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_cannot_be_stored_is_not_confirmed_and_comes_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, fails = hook(world)._store, True

    async def sometimes(updates: Any) -> int:
        if fails:
            raise Unavailable("the disk is full")
        return await store(updates)

    monkeypatch.setattr(hook(world), "_store", sometimes)
    citizen = await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await stuck_minutes(world, 1)
    assert world.server.pending == 1
    assert hook(world).refused["storage"] >= 1
    fails = False
    await until(world, fetched_once(world), minutes=3)
    await world.settle()
    await citizen.expects("Алматы")


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_process_that_dies_between_the_commit_and_the_answer_has_it_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, committed = hook(world)._store, asyncio.Event()

    async def dies_after(updates: Any) -> int:
        await store(updates)
        committed.set()
        await asyncio.Event().wait()  # nobody answers any more
        return 0

    monkeypatch.setattr(hook(world), "_store", dies_after)
    citizen = await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await committed.wait()
    await world.crash()
    assert world.server.pending == 1  # to Telegram it was not delivered
    await world.start_bot()
    await until(world, fetched_once(world), minutes=3)
    await world.settle()
    assert len(await stored(world)) == 1
    async with world.app.database.read(world.clock.now()) as tx:
        assert len(await tx.cases.select()) == 1


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_from_polling_to_the_webhook_and_back_nothing_is_lost_or_handled_twice(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    config = world.folder / "config.toml"
    text = config.read_text()
    await citizen.writes(REPORT)
    await world.settle()
    await world.crash()
    await citizen.writes("один")
    config.write_text(text.replace(CONFIG, ""))  # back to polling
    await world.start_bot()
    await world.settle()
    assert world.server.receiving.webhook is None
    assert await from_bot(world.administrator, "409") == []  # nobody is told of a webhook that was ours
    await citizen.writes("два")
    await world.settle()
    await world.crash()
    queue = world.server.updates
    last = given(world)[-1]
    queue.inject({"update_id": last, **raw_of(world, last)})  # polled, stored, and not confirmed
    config.write_text(text)
    await world.start_bot()
    await until(world, listens(world), minutes=1)
    await citizen.writes("три")
    await until(world, fetched_once(world), minutes=1)
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        said = [entry.payload["text"] for entry in await tx.entries.select() if entry.kind == "words"]
    assert said == [REPORT, "один", "два", "три"]


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_proxy_may_put_a_path_before_ours_or_take_it_away_and_add_what_it_likes(world: World) -> None:
    tail = ADDRESS.rpartition("/")[2]
    lies = {
        "X-Forwarded-For": "6.6.6.6",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Prefix": "/x",
        "Host": "other",
    }
    for number, path in enumerate((f"/bot/hook/{tail}", f"/{tail}", f"/{tail}/", f"/a%20b/{tail}?x=1"), 1):
        assert await posts(body(number), to=f"{URL}{path}", **lies) == 200
    assert await stored(world) == [1, 2, 3, 4]
    assert await posts(body(5), to=f"{URL}/{tail}/more") == 404


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_proxy_that_strips_the_secret_is_told_by_the_watchman_and_stops_the_heartbeat(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    hook(world)._deliveries.header = "X-Stripped"  # as if nothing of the kind ever arrived
    citizen = await world.person("Aigul", "ru")
    with caplog.at_level(logging.WARNING):
        await citizen.writes("помогите")
        await stuck_minutes(world, 9)
    (told,) = await alarms(world)
    assert "Waiting: 1" in told.text
    assert "the last delivery failed: Wrong response from the webhook: 401 Unauthorized" in caplog.text
    assert "помогите" not in caplog.text


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_webhook_that_somebody_else_sets_is_set_back_and_told(world: World) -> None:
    async with httpx.AsyncClient(base_url=f"{world.server.url}/bot{TOKEN}/", trust_env=False) as stranger:
        await stranger.post("setWebhook", json={"url": "http://127.0.0.1:9/elsewhere"})
    await until(world, listens(world), minutes=2)

    async def is_told() -> bool:
        return len(await from_bot(world.administrator, "409: another program has set another webhook")) == 1

    await until(world, is_told, minutes=2)


@by_webhook
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_neither_words_nor_the_secret_nor_the_path_come_into_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    await posts(b'{"update_id": 1, "message": "Dana Made-Up"')
    await posts(b"Dana Made-Up", secret="wrong-" + SECRET[6:])
    async with asyncio.timeout(10):
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(b"POST /Dana Made-Up HTTP/9\r\nDana: \x00\r\n\r\n")
        await reader.read()
        writer.close()
    ours = [
        record for record in caplog.records if record.name.partition(".")[0] in ("bot", "aiohttp", "asyncio")
    ]
    log = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in ours)
    assert "a delivery was refused: json" in log
    for hidden in ("Dana", SECRET, ADDRESS.rpartition("/")[2]):
        assert hidden not in log


def body(number: int) -> bytes:
    """An update that nobody can handle, which is kept all the same."""
    return json.dumps({"update_id": number, "message": {"message_id": "five"}}).encode()


def raw_of(world: World, number: int) -> dict[str, Any]:
    """An update as the server gave it out, without its id."""
    for entry in world.server.updates_log.after():
        if entry["update"].get("update_id") == number:
            return {key: value for key, value in entry["update"].items() if key != "update_id"}
    raise AssertionError(number)


def given(world: World) -> list[int]:
    """The ids of all that the server gave out."""
    return [entry["update"]["update_id"] for entry in world.server.updates_log.after()]


def fetched_once(world: World) -> Callable[[], Awaitable[bool]]:
    """Whether Telegram has nothing more for us."""

    async def look() -> bool:
        return world.server.pending == 0

    return look
