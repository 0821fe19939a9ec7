"""What changes while a send is on its way, and what a crash leaves between any two steps."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.loops.send_jobs import Job
from core.presentation import Presentation
from core.traffic import Card, Lane, Outgoing
from handlers import routes
from handlers.cards import live_cards
from handlers.people import addresses
from handlers.service import Service
from playground.phone import Phone
from storage import inbox
from storage.transaction import Transaction
from tests.stories.faults import Gate, address_of, by_hand, from_bot, reader, tells, until
from tests.world.world import World

REPORT = "кого-то задержали в Алматы"


@pytest.mark.slow
async def test_a_card_that_changes_while_it_is_sent_is_shown_as_it_is_now(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = await reader(world, "Marat")
    probe, gate = Probe(world, lawyer, monkeypatch), Gate(world, lawyer, monkeypatch)
    await probe.shows("then")
    await gate.reached()
    await probe.shows("now")
    gate.open()
    await world.settle()
    assert [one.text for one in await from_bot(lawyer)] == ["now"]


async def test_a_card_that_is_not_wanted_any_more_while_it_is_sent_goes_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = await reader(world, "Marat")
    probe, gate = Probe(world, lawyer, monkeypatch), Gate(world, lawyer, monkeypatch)
    await probe.shows("then")
    await gate.reached()
    await probe.shows(None)
    gate.open()
    await world.settle()
    assert await from_bot(lawyer) == []


@pytest.mark.slow
async def test_a_card_renewed_while_it_is_sent_is_one_message(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = await reader(world, "Marat")
    probe, gate = Probe(world, lawyer, monkeypatch), Gate(world, lawyer, monkeypatch)
    await probe.shows("then")
    await gate.reached()
    await probe.shows("now", renewed=True)
    gate.open()
    await world.settle()
    assert [one.text for one in await from_bot(lawyer)] == ["now"]


@pytest.mark.slow
async def test_a_card_renewed_while_it_is_changed_is_one_new_message(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = await reader(world, "Marat")
    probe = Probe(world, lawyer, monkeypatch)
    await probe.shows("first")
    await world.settle()
    (before,) = await from_bot(lawyer)
    gate = Gate(world, lawyer, monkeypatch, "edit")
    await probe.shows("then")
    await gate.reached()
    await probe.shows("now", renewed=True)
    gate.open()
    await world.settle()
    (after,) = await from_bot(lawyer)
    assert after.text == "now"
    assert after.id > before.id


@pytest.mark.slow
async def test_a_card_that_waits_and_is_wanted_sooner_changes_its_lane(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer, others = await reader(world, "Marat"), [await reader(world, f"Person {n}") for n in range(20)]
    probe = Probe(world, lawyer, monkeypatch)
    for person in others:
        await tells(world, person, "news", Lane.NEWS)
    await probe.shows("first", lane=Lane.DIGEST)
    await probe.shows("now", renewed=True)
    await world.settle()
    order = [str(call["params"]["chat_id"]) for call in await world.playground.calls("sendMessage")]
    assert order.index(str(lawyer.id)) <= 10


@pytest.mark.slow
async def test_a_message_that_arrives_after_the_chat_was_silenced_is_deleted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await world.person("Aigul", "ru")
    await citizen.starts()
    await world.settle()
    gate = Gate(world, citizen, monkeypatch)
    await tells(world, citizen, "a lawyer is on it")
    await gate.reached()
    await citizen.writes("/hide")
    await until(world, _silenced(world, citizen))
    gate.open()
    await world.settle()
    assert await from_bot(citizen, "a lawyer is on it") == []
    assert len(await citizen.shown()) == 1  # that it is hidden, and nothing of before


@pytest.mark.slow
async def test_after_a_crash_in_the_middle_of_a_burst_telegram_refuses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = await reader(world, "Marat")
    for number in range(4):
        await tells(world, lawyer, f"before {number}")
    await world.settle()
    gate = Gate(world, lawyer, monkeypatch)
    await tells(world, lawyer, "arrives, and nobody knows")
    await gate.reached()
    await world.crash()
    world.clock.move_to(world.clock.now() + timedelta(seconds=1.5))  # a start takes as long
    await world.start_bot()
    for number in range(4):
        await tells(world, lawyer, f"after {number}")
    await world.settle()
    assert len(await from_bot(lawyer, "after")) == 4
    assert world.server.gate.refused == 0


@pytest.mark.slow
async def test_a_crash_between_storing_and_handling_loses_nothing(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    await world.crash()
    await citizen.writes(REPORT)
    async with by_hand(world) as app:
        waiting = world.server.updates.waiting()
        async with app.database.write(world.clock.now()) as tx:
            await inbox.store(tx, "telegram", [(u["update_id"], json.dumps(u).encode()) for _, u in waiting])
        world.server.updates.clear()  # confirmed
    await world.settle()
    assert len(await from_bot(lawyer, "Алматы")) == 1


@pytest.mark.slow
async def test_a_crash_between_handling_and_sending_loses_nothing(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    await world.crash()
    await citizen.writes(REPORT)
    async with by_hand(world) as app:
        waiting = world.server.updates.waiting()
        async with app.database.write(world.clock.now()) as tx:
            await inbox.store(tx, "telegram", [(u["update_id"], json.dumps(u).encode()) for _, u in waiting])
        world.server.updates.clear()
        await app.inbox._batch()
        assert await from_bot(lawyer, "Алматы") == []
    await world.settle()
    assert len(await from_bot(lawyer, "Алматы")) == 1
    assert len(await from_bot(citizen, "+7 727 000 00 00")) == 1


@pytest.mark.slow
async def test_a_crash_between_leasing_and_sending_loses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await reader(world, "Aigul")
    await world.crash()
    async with by_hand(world) as app:
        world.app = app
        await tells(world, citizen, "words")

        async def dies(job: Job) -> None:
            """The process ends here."""

        monkeypatch.setattr(app.outbox, "_send", dies)
        assert await app.outbox._round(world.clock.now())
    await world.settle()
    assert len(await from_bot(citizen, "words")) == 1


@pytest.mark.slow
async def test_a_crash_between_sending_and_recording_repeats_what_was_in_flight_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, other = await reader(world, "Aigul"), await reader(world, "Berik")
    await world.settle()
    gate = Gate(world, held, monkeypatch)
    await tells(world, other, "words")
    await world.settle()
    await tells(world, held, "words")
    await gate.reached()
    await world.restart()
    await world.settle()
    assert len(await from_bot(held, "words")) == 2
    assert len(await from_bot(other, "words")) == 1


@pytest.mark.slow
async def test_a_clean_stop_records_what_is_in_flight_and_nothing_repeats(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await reader(world, "Aigul")
    await world.settle()
    gate = Gate(world, citizen, monkeypatch)
    await tells(world, citizen, "words")
    await gate.reached()
    assert world._running is not None
    world._running.cancel()
    gate.open()
    await world.app.finish()
    await world.restart()
    await world.settle()
    assert len(await from_bot(citizen, "words")) == 1


@pytest.mark.slow
async def test_a_card_that_cannot_be_drawn_does_not_stop_the_others_and_the_operator_hears_of_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlucky, lucky = await world.member("Marat"), await world.member("Dina")
    citizen = await world.person("Aigul", "ru")
    draw = routes.CARDS["alert"]
    broken = (await address_of(world, unlucky)).id

    async def breaks(tx: Transaction, service: Service, card: Card) -> Presentation | None:
        if card.address_id == broken:
            raise ValueError("Dana Made-Up")
        return await draw(tx, service, card)

    monkeypatch.setitem(routes.CARDS, "alert", breaks)
    await citizen.writes(REPORT)
    await world.settle()
    await lucky.expects("Алматы")
    assert await from_bot(unlucky, "Алматы") == []
    told = await world.administrator.expects("cannot be drawn")
    assert "Made-Up" not in told.text


@pytest.mark.slow
async def test_a_row_whose_outcome_breaks_our_code_is_given_up_and_the_others_go_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlucky, other = await reader(world, "Aigul"), await reader(world, "Berik")
    broken = str(unlucky.id)

    async def breaks(tx: Transaction, service: Service, row: Outgoing) -> None:
        if row.payload.get("text") == broken:
            raise ValueError("Dana Made-Up")

    monkeypatch.setattr("handlers.outgoing.on_sent", breaks)
    await tells(world, unlucky, broken)
    await tells(world, other, "words")
    await world.settle()
    await other.expects("words")
    assert len(await from_bot(unlucky, broken)) == 1
    await tells(world, unlucky, "more words")
    await world.settle()
    await unlucky.expects("more words")
    told = await world.administrator.expects("ValueError")
    assert "Made-Up" not in told.text


class Probe:
    """A card at one address whose content the story decides."""

    def __init__(self, world: World, person: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        self._world = world
        self._person = person
        self._text: str | None = None
        monkeypatch.setitem(routes.CARDS, "probe", self._draw)

    async def _draw(self, tx: Transaction, service: Service, card: Card) -> Presentation | None:
        return None if self._text is None else Presentation(self._text)

    async def shows(self, text: str | None, *, renewed: bool = False, lane: Lane = Lane.ALERT) -> None:
        """From now on it is wanted like this."""
        self._text = text
        place = live_cards.renew if renewed else live_cards.show
        async with self._world.app.database.write(self._world.clock.now()) as tx:
            address = await addresses.of_chat(tx, str(self._person.id))
            await place(tx, "probe", 1, address.id, lane)


def _silenced(world: World, person: Phone) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return (await address_of(world, person)).silenced_at is not None

    return look
