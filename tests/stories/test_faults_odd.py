"""Telegram answers oddly, slowly or "not for an hour": alerts arrive, few twice, and nobody is taken for gone."""

import asyncio
from typing import Any

import pytest

from bot.loops.send_jobs import MOST_PATIENT, patience_factor
from bot.messengers.errors import Moved
from bot.messengers.telegram.requests import Requests
from core.presentation import Presentation
from core.traffic import Lane
from playground.limits import Limits
from playground.phone import Phone
from tests.stories.faults import address_of, from_bot, polling, reader, shows, tells, until
from tests.world.world import World

REPORT = "кого-то задержали в Алматы"
HOUR = 3_600


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "copies"), [("half_answer", 2), ("portal", 1)])
async def test_an_alert_whose_answer_cannot_be_read_is_sent_again_and_nobody_is_given_up(
    world: World, kind: str, copies: int
) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    await world.playground.fails(kind, methods=("sendMessage",), chat=lawyer)
    await citizen.writes(REPORT)
    await until(world, shows(lawyer, "Алматы"), minutes=1)
    await world.settle()
    assert len(await from_bot(lawyer, "Алматы")) == copies
    assert (await address_of(world, lawyer)).unreachable_since is None
    assert await from_bot(world.administrator, "refused") == []


@pytest.mark.slow
async def test_a_filter_before_telegram_is_told_when_it_is_gone_and_nothing_is_lost(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await until(world, polling(world))
    await world.playground.fails("portal", times=None)
    await citizen.writes(REPORT)
    await world.goes_on(minutes=10)
    await world.playground.heals()
    await until(world, shows(lawyer, "Алматы"), minutes=2)
    await until(world, shows(world.administrator, "a portal, a filter or a proxy"), minutes=5)
    assert (await address_of(world, lawyer)).unreachable_since is None


def test_the_patience_with_a_row_doubles_up_to_a_bound() -> None:
    assert [patience_factor(attempts) for attempts in range(5)] == [1, 2, 4, 8, MOST_PATIENT]
    assert patience_factor(10_000) == MOST_PATIENT


@pytest.mark.slow
async def test_where_answers_are_slow_an_alert_comes_few_times_and_then_no_more(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer takes five times as long as the bot waits for at first."""
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    usual, answering = 0.1, 0.5
    monkeypatch.setattr(world.app.telegram, "_patience", usual)
    waited: list[float] = []
    ask = Requests.ask

    async def slow(requests: Requests, url: str, said: dict[str, Any], seconds: float | None = None) -> Any:
        if said.get("chat_id") == lawyer.id:
            assert seconds is not None
            waited.append(seconds)
            if seconds < answering:
                method = url.rpartition("/")[2]
                await world.playground.fails("hang_after", methods=(method,), chat=lawyer)
        return await ask(requests, url, said, seconds)

    monkeypatch.setattr(Requests, "ask", slow)
    await citizen.writes(REPORT)
    await until(world, served(world, lawyer))
    await world.settle()
    assert waited[:4] == [usual, 2 * usual, 4 * usual, 8 * usual]
    assert len(await from_bot(lawyer, "Алматы")) == 4
    await world.goes_on(minutes=3)
    assert len(await from_bot(lawyer, "Алматы")) == 4


def served(world: World, lawyer: Phone) -> Any:
    """Whether what was for this chat has been recorded as sent."""

    async def look() -> bool:
        address = await address_of(world, lawyer)
        async with world.app.database.read(world.clock.now()) as tx:
            cards = await tx.cards.by(address_id=address.id)
        return bool(cards) and all(card.shown == card.wanted for card in cards)

    return look


@pytest.mark.world(limits=Limits())
async def test_three_chats_that_are_to_wait_for_an_hour_stop_nobody_else_and_are_not_tried_before(
    world: World,
) -> None:
    stopped = [await reader(world, f"Person {number}") for number in range(3)]
    lawyer = await reader(world, "Marat")
    for person in stopped:
        await world.playground.fails("too_many", times=None, chat=person, retry_after=HOUR)
        await tells(world, person, "words", Lane.ALERT)
    await world.settle()
    await tells(world, lawyer, "the alert", Lane.ALERT)
    await tells(world, world.administrator, "the warning", Lane.NEWS)
    await world.fast_forward(seconds=10)
    await lawyer.expects("the alert")
    await world.administrator.expects("the warning")
    for minute in range(1, 4):
        await world.fast_forward(minutes=1)
        await tells(world, lawyer, f"alert {minute}", Lane.ALERT)
        await world.fast_forward(seconds=11)
        await lawyer.expects(f"alert {minute}")
    tried = [call for call in await world.playground.calls("sendMessage") if call.get("fault") == "too_many"]
    assert len(tried) == 3
    await world.playground.heals()
    await world.fast_forward(minutes=50)
    assert await from_bot(stopped[0]) == []
    await world.fast_forward(minutes=10)
    for person in stopped:
        assert [one.text for one in await from_bot(person)] == ["words"]


@pytest.mark.slow
async def test_a_wait_of_an_hour_for_polling_makes_nobody_deaf_for_longer_than_a_minute(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    await world.playground.fails("too_many", methods=("getUpdates",), retry_after=HOUR)
    await world.fast_forward(seconds=60)  # the poll under way ends
    await citizen.writes(REPORT)
    await until(world, shows(lawyer, "Алматы"), minutes=1.2)


@pytest.mark.slow
async def test_what_is_for_a_person_goes_nowhere_else_whoever_says_that_they_moved(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen, stranger = await reader(world, "Aigul"), await world.person("Stranger", "ru")
    await world.settle()
    send, refusals = world.app.telegram.send, 0

    async def leads_away(chat: str, shown: Presentation, patience: int) -> int:
        nonlocal refusals
        if chat == str(citizen.id) and not refusals:
            refusals += 1
            raise Moved(str(stranger.id))
        return await send(chat, shown, patience)

    monkeypatch.setattr(world.app.telegram, "send", leads_away)
    await tells(world, citizen, "words")
    await until(world, shows(citizen, "words"), minutes=1)
    await world.playground.injects(
        {
            "message": {
                "message_id": 1,
                "date": 0,
                "chat": {"id": citizen.id, "type": "private", "first_name": "A"},
                "from": {"id": citizen.id, "is_bot": False, "first_name": "A"},
                "migrate_to_chat_id": stranger.id,
            }
        }
    )
    await world.settle()
    await asyncio.sleep(0)
    assert (await address_of(world, citizen)).chat == str(citizen.id)
    assert refusals == 1
    assert await from_bot(stranger) == []
