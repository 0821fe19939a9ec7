"""The feed: a new connection is told everything, then only what changes."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot

from playground import Playground, Server
from playground.web.feed import Feed
from tests.playground.conftest import EVENING, until

Events = list[dict[str, Any]]


@pytest.fixture
def feed(server: Server) -> Feed:
    return Feed(server)


def of(kind: str, events: Events) -> Events:
    return [event for event in events if event["type"] == kind]


async def test_a_new_connection_is_told_everything(server: Server, world: Playground, bot: Bot) -> None:
    citizen = await world.person("Made-up Aigerim", language="kk")
    await citizen.starts()
    await bot.send_message(citizen.id, "hello")
    told = list(Feed(server).news())
    assert told[0]["type"] == "hello"
    assert told[-1]["type"] == "complete"
    assert of("person", told)[0]["person"]["first_name"] == "Made-up Aigerim"
    (messages,) = of("messages", told)
    assert [line["message"]["text"] for line in messages["lines"]] == ["/start", "hello"]
    assert of("clock", told)[0]["running"] is False


async def test_after_that_only_what_changed(feed: Feed, world: Playground, bot: Bot) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.starts()
    list(feed.news())
    assert list(feed.news()) == []
    sent = await bot.send_message(citizen.id, "one")
    (messages,) = of("messages", list(feed.news()))
    assert [line["id"] for line in messages["lines"]] == [sent.message_id]
    await bot.edit_message_text("two", citizen.id, sent.message_id)
    (messages,) = of("messages", list(feed.news()))
    assert messages["lines"][0]["message"]["text"] == "two"


async def test_two_connections_agree(server: Server, world: Playground, bot: Bot) -> None:
    def seen(events: Events) -> dict[int, Any]:
        lines = [line for event in of("messages", events) for line in event["lines"]]
        return {line["id"]: line for line in lines}

    early = Feed(server)
    told = list(early.news())
    citizen = await world.person("Made-up Aigerim")
    number = await citizen.writes("helo")
    told += early.news()
    await citizen.edits(number, "hello")
    sent = await bot.send_message(citizen.id, "x")
    told += early.news()
    await bot.delete_message(citizen.id, sent.message_id)
    told += early.news()
    assert seen(told) == seen(list(Feed(server).news()))


async def test_a_message_removed_on_one_phone_says_on_whose(feed: Feed, world: Playground) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.deletes(await citizen.writes("x"))
    (messages,) = of("messages", list(feed.news()))
    assert messages["lines"][-1]["hidden"] == [citizen.id]
    assert messages["lines"][-1]["deleted"] is False


async def test_what_the_bot_has_not_taken_is_named(feed: Feed, world: Playground, bot: Bot) -> None:
    citizen = await world.person("Made-up Aigerim")
    number = await citizen.writes("x")
    assert of("bot", list(feed.news()))[-1]["waiting"] == [[citizen.id, number]]
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    assert of("bot", list(feed.news()))[-1]["waiting"] == []


async def test_a_call_is_told_when_it_comes_and_when_it_is_answered(
    feed: Feed, server: Server, world: Playground, bot: Bot
) -> None:
    citizen = await world.person("Made-up Aigerim")
    list(feed.news())
    polling = asyncio.create_task(bot.get_updates(timeout=10, read_timeout=20))
    await until(lambda: server.receiving.waiting)
    (log,) = of("log", list(feed.news()))
    assert [(line["name"], line["status"]) for line in log["lines"]] == [("getUpdates", None)]
    number = log["lines"][0]["sequence"]
    await citizen.writes("x")
    await polling
    lines = [line for event in of("log", list(feed.news())) for line in event["lines"]]
    assert (number, 200) in [(line["sequence"], line.get("status")) for line in lines]


async def test_a_file_that_is_fetched_shows_in_the_log_and_the_feed_goes_on(
    feed: Feed, server: Server
) -> None:
    list(feed.news())
    file = server.world.files.add("document", b"paper")
    server.faults.add("error_500", methods=["download"])
    async with httpx.AsyncClient(base_url=f"{server.url}/file/bot{server.token}", trust_env=False) as http:
        for path in (file.path, file.path, "nowhere"):
            await http.get(f"/{path}")
    lines = [line for event in of("log", list(feed.news())) for line in event["lines"]]
    assert [(line["name"], line["status"], line["error"]) for line in lines] == [
        ("download", 500, "Internal Server Error"),
        ("download", 200, ""),
        ("download", 404, "Not Found"),
    ]
    assert of("log", list(feed.news())) == []


async def test_a_refusal_and_a_fault_show_in_the_log(feed: Feed, server: Server) -> None:
    list(feed.news())
    server.faults.add("too_many")
    async with httpx.AsyncClient(base_url=f"{server.url}/bot{server.token}", trust_env=False) as http:
        await http.post("/sendMessage", json={"chat_id": 5, "text": "x"})
        await http.post("/sendMessage", json={"chat_id": 5, "text": "x"})
    lines = [line for event in of("log", list(feed.news())) for line in event["lines"]]
    assert [(line["fault"], line["error"]) for line in lines] == [
        ("too_many", ""),
        (None, "Bad Request: chat not found"),
    ]


async def test_an_answer_to_a_tap_is_told_once_and_old_ones_never(
    server: Server, world: Playground, bot: Bot
) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.starts()
    sent = await bot.send_message(citizen.id, "x")
    feed = Feed(server)
    list(feed.news())
    query = await citizen.taps_data(sent.message_id, "a")
    await bot.answer_callback_query(query, "noted")
    assert [event["text"] for event in of("notice", list(feed.news()))] == ["noted"]
    assert of("notice", list(feed.news())) == []
    assert of("notice", list(Feed(server).news())) == []


async def test_clock_commands_faults_and_the_narrator_are_told(
    feed: Feed, server: Server, world: Playground, bot: Bot
) -> None:
    list(feed.news())
    await world.advance(minutes=5)
    await bot.set_my_commands([("start", "Begin")])
    await world.goes_down()
    server.tell({"type": "narrator", "text": {"en": "Evening."}})
    told = list(feed.news())
    assert of("clock", told)[0]["now"] == (EVENING + timedelta(minutes=5)).isoformat()
    assert of("bot", told)[0]["commands"][0]["commands"] == [{"command": "start", "description": "Begin"}]
    assert of("faults", told)[0]["down"] is True
    assert of("narrator", told)[0]["text"] == {"en": "Evening."}
    await world.heals()
    assert of("faults", list(feed.news()))[0]["down"] is False


async def test_typing_is_told_with_its_end(feed: Feed, world: Playground, bot: Bot) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.starts()
    list(feed.news())
    await bot.send_chat_action(citizen.id, "typing")
    (chat,) = of("chat", list(feed.news()))
    assert chat["chat"]["action"] == ["typing", (EVENING + timedelta(seconds=5)).isoformat()]


async def events(answer: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    async for line in answer.aiter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


async def test_over_http_a_message_arrives_at_once(server: Server, world: Playground) -> None:
    citizen = await world.person("Made-up Aigerim")
    async with (
        asyncio.timeout(10),
        httpx.AsyncClient(base_url=server.control_url, trust_env=False) as http,
        http.stream("GET", "/playground/feed") as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        async for event in events(answer):
            if event["type"] == "complete":
                await citizen.writes("сәлем")
            if event["type"] == "messages":
                assert event["lines"][0]["message"]["text"] == "сәлем"
                return
    raise AssertionError("it never came")


async def test_a_server_stops_while_a_page_is_open(server: Server) -> None:
    async with (
        httpx.AsyncClient(base_url=server.control_url, trust_env=False) as http,
        http.stream("GET", "/playground/feed") as answer,
    ):
        told = events(answer)
        await anext(told)
        async with asyncio.timeout(5):
            await server.close()
        with pytest.raises(httpx.RemoteProtocolError):
            async for _ in told:
                pass
