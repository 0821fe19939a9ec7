"""Signal's daemon is away for more than an hour: others are asked meanwhile; what people wrote is heard afterwards, once."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from msgspec.structs import replace

from handlers.people import addresses
from playground.phone import Phone
from tests.conftest import DIALECTS
from tests.faults.scale import SCALE
from tests.stories.faults import from_bot
from tests.world.on_signal import SignalPhone
from tests.world.world import TURNS, World

ONE_AFTER_THE_OTHER = """
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 1440
"""
pytestmark = [pytest.mark.world(signal=True, config=ONE_AFTER_THE_OTHER), pytest.mark.slow]
PATIENCE = 60  # real seconds
STEP = timedelta(minutes=1)  # the watchman looks as often
DANA, ERLAN, ASEL = (
    f"полиция задержала {name} в Алматы, увезли прямо сейчас"
    for name in ("Дану Придуманную", "Ерлана Выдуманного", "Асель Небывалову")
)
MORE = ("её увезли на белой машине", "это было у придуманного рынка", "я больше ничего не знаю")
TOLD = (
    "Signal does not answer",
    "Signal answers again",
    "the daemon does not answer",
    "The daemon answers again",
)


@pytest.mark.parametrize("dialect", DIALECTS if SCALE.long else DIALECTS[:1])
async def test_after_an_hour_everybody_is_heard_in_order_and_nothing_is_said_twice(world: World) -> None:
    assert world.signal is not None
    await world.member("Made-Up Olga", role="coordinator")
    serik = await world.member("Made-Up Serik")
    lena, aigul = world.on_signal("Made-Up Lena"), world.on_signal("Made-Up Aigul")
    await lena.writes(DANA)
    await world.settle()
    marat, his_telegram = await _with_signal_first(world, "Made-Up Marat")

    await world.signal.set_down(True)
    began = world.clock.now()
    for label in ("Беру", "Связь есть"):
        await serik.taps(label)
        await _passes(world, minutes=1)
    assert "Этим занимается юрист" not in lena.screen()
    rita = await world.person("Made-Up Rita")
    await rita.writes(ERLAN)
    await _passes(world, minutes=1)
    assert (await _offers(his_telegram), await _offers(serik)) == (0, 0), "Marat is asked, on Signal"
    await _passes(world, minutes=3)
    assert (await _offers(his_telegram), await _offers(serik)) == (1, 1)
    said_at = []
    for text in (ASEL, *MORE):
        await _passes(world, minutes=17)
        await aigul.writes(text)
        said_at.append(world.clock.now())
    await his_telegram.taps("Беру")
    await _passes(world, minutes=1)
    assert world.clock.now() - began > timedelta(hours=1)

    await world.signal.set_down(False)
    await world.goes_on(minutes=1)
    await world.settle()
    await _passes(world, minutes=10)
    async with world.app.database.read(world.clock.now()) as tx:
        entries = [one for one in await tx.entries.select() if one.payload.get("text") not in (DANA, ERLAN)]
        newest = max(await tx.cases.select(), key=lambda case: case.id)
        offered = [alert.case_id for alert in await tx.alerts.select()]
    assert [entry.payload["text"] for entry in entries] == [ASEL, *MORE]
    assert [entry.at.replace(microsecond=0) for entry in entries] == [
        at.replace(microsecond=0) for at in said_at
    ]
    assert offered.count(newest.id) == 2  # "she was driven away" asks again, as urgent
    seen = [one.text for one in await from_bot(serik, newest.code)] + [
        t for t in marat.person.texts() if newest.code in t
    ]
    assert seen
    assert lena.screen().count("Этим занимается юрист") == 1
    assert aigul.screen().count("Ваш код") == 1
    assert [len(await from_bot(world.administrator, text)) for text in TOLD] == [1] * len(TOLD)
    assert await _said_twice(world) == []


async def _with_signal_first(world: World, name: str) -> tuple[SignalPhone, Phone]:
    """A lawyer who is asked on Signal, and has Telegram as well."""
    other, first = await world.member(name), world.on_signal(name)
    await first.writes("/start")
    await world.settle()
    async with world.app.database.write(world.clock.now()) as tx:
        (member,) = [one for one in await tx.members.select() if one.name == name]
        address = await addresses.of_chat(tx, first.id, messenger="signal")
        tx.members.put(replace(member, address_id=address.id, other_id=member.address_id))
    return first, other


async def _passes(world: World, *, minutes: float) -> None:
    """Time goes on, with Signal or without; whatever else there is to do is done at its time."""
    end = world.clock.now() + timedelta(minutes=minutes)
    while world.clock.now() < end:
        world.clock.move_to(min(world.clock.now() + STEP, end))
        quiet = 0
        async with asyncio.timeout(PATIENCE):
            while quiet < 2:  # whoever waits for the clock needs some turns until they notice
                for _ in range(TURNS):
                    await asyncio.sleep(0)
                quiet = quiet + 1 if _rests(world) else 0
                await asyncio.sleep(0 if quiet else 0.001)


def _rests(world: World) -> bool:
    """Whether nothing is left to do at this moment, but for what Signal does not take."""
    now, app = world.clock.now(), world.app
    heard = not world.server.pending and app.inbox.idle
    return heard and app.outbox.idle(now) and app.timers.idle(now) and app.watchman.idle(now)


async def _offers(phone: Phone) -> int:
    return len([one for one in await from_bot(phone, "Алматы") if "у вас" not in one.text])


async def _said_twice(world: World) -> list[tuple[str, str]]:
    """What was sent to whom as a new message more than once, on both messengers."""
    assert world.signal is not None
    sent = Counter(
        (str(call["params"]["chat_id"]), call["params"]["text"])
        for call in await world.playground.calls("sendMessage")
    )
    for method, given in world.signal.methods.calls:
        if method == "send" and "editTimestamp" not in given:
            sent[given["recipient"][0], given["message"]] += 1
    return [one for one, times in sent.items() if times > 1]
