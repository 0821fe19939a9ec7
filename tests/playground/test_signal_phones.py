"""Phones with Signal: the same acts, screens and feed as Telegram's, and what only Signal has."""

import base64
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.clock.clock import SteppedClock
from playground import NotShown, Phone, Playground, Server
from playground.phone import Refused
from playground.signal_cli.people import SignalPerson
from playground.signal_cli.rpc import Failed
from playground.web.feed import Feed
from playground.world import Json

Says = Callable[..., int]


@pytest.fixture
async def aigul(world: Playground, server: Server) -> Phone:
    """She has written, and was answered."""
    phone = await world.on_signal("Made-up Aigul", language="kk")
    await phone.starts()
    taken(server)
    server.signal.methods("sendMessageRequestResponse", {"recipient": [person(server).id], "type": "accept"})
    return phone


@pytest.fixture
def says(server: Server, aigul: Phone) -> Says:
    """What the bot sends; the number of the message."""

    def send(text: str, **more: Any) -> int:
        sent = server.signal.methods("send", {"recipient": [person(server).id], "message": text, **more})
        return int(sent["timestamp"])

    return send


def person(server: Server) -> SignalPerson:
    return next(iter(server.signal.signal.people.values()))


def taken(server: Server) -> list[Json]:
    """What the daemon has for the bot, which takes it."""
    events, server.signal.signal.undelivered = server.signal.signal.undelivered, []
    return [event["envelope"] for event in events]


def shown(server: Server) -> Json:
    """The person as pages have them."""
    return next(one for one in server.messengers[1].people())


def lines(server: Server, phone: Phone) -> list[Json]:
    return server.messengers[1].lines(phone.chat_id, 0)


async def test_people_of_both_messengers_are_told_to_a_page_in_one_way(
    server: Server, world: Playground
) -> None:
    for one in (await world.person("Made-up Timur"), await world.on_signal("Made-up Aigul")):
        await one.starts()
    told = list(Feed(server).news())
    people = [event["person"] for event in told if event["type"] == "person"]
    assert [(one["first_name"], one["messenger"]) for one in people] == [
        ("Made-up Timur", "telegram"),
        ("Made-up Aigul", "signal"),
    ]
    (waiting,) = (event["waiting"] for event in told if event["type"] == "bot")
    assert [chat for chat, _ in waiting] == [one["id"] for one in people]
    messages = [event for event in told if event["type"] == "messages"]
    assert [one["lines"][0]["message"]["text"] for one in messages] == ["/start", "/start"]


async def test_what_is_looked_for_is_typed_where_nothing_can_be_pressed(
    server: Server, aigul: Phone, says: Says
) -> None:
    says("A case in Almaty\n\n21 ✅ Take · 22 Cannot")
    await aigul.taps("Take")
    assert taken(server)[-1]["dataMessage"]["message"] == "21"
    with pytest.raises(NotShown, match="no choice 'Close'"):
        await aigul.taps("Close")


async def test_an_answer_quotes_and_a_sign_goes_away_when_it_is_put_again(
    server: Server, aigul: Phone, says: Says
) -> None:
    number = says("Is she free?")
    question = await aigul.last()
    await aigul.writes("yes", reply_to=question.id)
    await aigul.reacts(question.id, "👍")
    await aigul.reacts(question.id, "👍")
    _, quote, put, gone = (one.get("dataMessage", {}) for one in taken(server))
    assert quote["quote"]["id"] == number
    assert [put["reaction"]["isRemove"], gone["reaction"]["isRemove"]] == [False, True]
    assert (await aigul.shown())[-1].raw["reply_to_message"]["text"] == "Is she free?"


async def test_what_changed_is_told_whoever_changed_it(
    server: Server, aigul: Phone, says: Says, clock: SteppedClock
) -> None:
    feed = Feed(server)
    number = says("first")
    list(feed.news())
    says("second", editTimestamp=number)
    (line,) = (one for event in feed.news() if event["type"] == "messages" for one in event["lines"])
    assert (line["message"]["text"], line["history"]) == ("second", ["first"])
    server.signal.methods("remoteDelete", {"recipient": [person(server).id], "targetTimestamp": number})
    (line,) = (one for event in feed.news() if event["type"] == "messages" for one in event["lines"])
    assert (line["deleted"], line["vanished"]) == (True, False)


async def test_messages_disappear_by_themselves(
    server: Server, aigul: Phone, says: Says, clock: SteppedClock
) -> None:
    server.signal.methods("updateContact", {"recipient": person(server).id, "expiration": 3600})
    assert shown(server)["disappearing"] == 3600
    says("soon gone")
    clock.move_to(clock.now() + timedelta(minutes=59))
    await aigul.expects("soon gone")
    clock.move_to(clock.now() + timedelta(minutes=1))
    await aigul.expects_nothing("soon gone")
    await aigul._act("disappear", seconds=0)
    assert taken(server)[-1]["dataMessage"]["isExpirationUpdate"]
    assert shown(server)["disappearing"] == 0


async def test_without_network_both_sides_wait(server: Server, aigul: Phone, says: Says) -> None:
    await aigul.goes_offline()
    says("a case for you")
    await aigul.writes("hello?")
    assert taken(server) == []
    await aigul.expects_nothing("a case for you")
    await aigul.comes_online()
    assert [next(k for k in one if k.endswith("Message")) for one in taken(server)] == [
        "receiptMessage",
        "dataMessage",
    ]
    assert [one.text for one in await aigul.shown()] == ["/start", "a case for you", "hello?"]


async def test_a_reinstalled_phone_is_empty_and_not_believed(
    server: Server, aigul: Phone, says: Says
) -> None:
    says("secret")
    await aigul._act("reinstall")
    assert await aigul.shown() == []
    assert all(line["vanished"] for line in lines(server, aigul))
    assert not shown(server)["trusted"]
    with pytest.raises(Failed):
        says("more")
    server.signal.methods("trust", {"recipient": person(server).id, "trustAllKnownKeys": True})
    assert shown(server)["trusted"]
    says("more")
    assert [one.text for one in await aigul.shown()] == ["more"]


async def test_a_phone_with_a_wrong_clock_keeps_the_order_in_which_it_was_written(
    server: Server, aigul: Phone, says: Says
) -> None:
    await aigul._act("clock")
    await aigul.writes("in the seventies")
    assert taken(server)[-1]["timestamp"] < 3 * 86_400_000
    says("noted")
    assert [one.text for one in await aigul.shown()] == ["/start", "in the seventies", "noted"]
    assert shown(server)["wrong_clock"]


async def test_reading_is_told_once_and_a_blocked_bot_is_not_told(
    server: Server, aigul: Phone, says: Says
) -> None:
    says("one")
    await aigul.reads()
    await aigul.reads()
    assert [bool(one["receiptMessage"]["isRead"]) for one in taken(server)] == [False, True]
    await aigul.blocks()
    says("two")
    assert taken(server) == []
    await aigul.expects_nothing("two")


async def test_files_of_both_sides_are_shown(
    server: Server, world: Playground, aigul: Phone, says: Says
) -> None:
    await aigul.sends_photo(b"picture", "look")
    photo = (await aigul.shown())[-1]
    assert (photo.text, photo.file and photo.file["kind"]) == ("look", "photo")
    says(
        "paper",
        attachments=[f"data:application/pdf;filename=a%20b.pdf;base64,{base64.b64encode(b'pdf').decode()}"],
    )
    paper = (await aigul.shown())[-1]
    assert paper.file is not None
    assert (paper.file["kind"], paper.file["file_name"]) == ("document", "a b.pdf")
    content = await world._http.get(f"/playground/files/{paper.file['file_id']}")
    assert (content.content, content.headers["content-type"]) == (b"pdf", "application/pdf")


async def test_nothing_can_be_pressed_and_nobody_else_s_words_corrected(aigul: Phone, says: Says) -> None:
    says("hello")
    with pytest.raises(Refused, match="nobody can tap on Signal"):
        await aigul.taps_data(1, "accept:1")
    with pytest.raises(Refused, match="only own messages"):
        await aigul.edits((await aigul.last()).id, "hm")


async def test_faults_at_signal_are_switched_on_and_healed(
    server: Server, world: Playground, aigul: Phone, says: Says
) -> None:
    await world._http.post("/playground/signal/faults", json={"kind": "captcha", "times": 2})
    assert server.broken
    with pytest.raises(Failed) as refused:
        says("no")
    assert refused.value.error["data"]["response"]["results"][0]["token"] == "made-up-challenge"
    await world._http.delete("/playground/signal/faults")
    assert not server.broken
    says("yes")
    await world._http.post("/playground/signal/down", json={"down": True})
    assert server.broken


async def test_calls_and_envelopes_stand_in_the_log(server: Server, aigul: Phone) -> None:
    feed = Feed(server)
    list(feed.news())
    daemon = server.signal
    daemon._called("send", {"recipient": [person(server).id], "message": "hi"})
    with pytest.raises(Failed):
        daemon._called("sing", {})
    await aigul.writes("hello")
    stream = daemon._stream()
    await anext(stream)
    await anext(stream)
    (log,) = (event["lines"] for event in feed.news() if event["type"] == "log")
    assert [(one["kind"], one["name"], one["chat_id"], one["text"], one.get("error")) for one in log] == [
        ("call", "send", aigul.chat_id, "hi", ""),
        ("call", "sing", None, "", "Method not implemented"),
        ("update", "receiptMessage", aigul.chat_id, "delivered", None),
        ("update", "dataMessage", aigul.chat_id, "hello", None),
    ]
    assert daemon.newest == (await aigul.shown())[-1].raw["timestamp"]


async def test_another_page_may_not_use_the_daemon(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.signal.url, trust_env=False) as http:
        answer = await http.get("/api/v1/events", headers={"origin": "http://elsewhere.example"})
        assert (answer.status_code, server.signal.streams) == (403, 0)
        assert (await http.get("/api/v1/check")).status_code == 200
