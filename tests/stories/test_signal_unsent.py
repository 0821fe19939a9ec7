"""What Signal cannot bring to one phone is tried a few times, and no more: others are asked then, and somebody is told."""

import pytest
from msgspec.structs import replace

from core.model import Address, Case, Offer
from handlers.people import addresses
from playground.signal_cli.rpc import Failed
from tests.world.on_signal import SignalPhone
from tests.world.world import World

ONE_AFTER_THE_OTHER = """
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 1440
times = 5
"""
pytestmark = pytest.mark.world(signal=True, config=ONE_AFTER_THE_OTHER)
HELD = "полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас"
ALWAYS = 10_000  # sends that fail
KEYS = "INVALID_PRE_KEY_FAILURE"
NEW = "SOMETHING_NEW_FAILURE"
DEFECT, NO_KEYS = "DEFECT", "NO_PREKEYS"
NEWER = Failed(-17, "made up")


@pytest.fixture
async def marat(world: World) -> SignalPhone:
    """A lawyer who is reached on Signal alone; nobody else is there yet."""
    await world.member("Made-Up Marat")
    phone = world.on_signal("Made-Up Marat")
    await phone.writes("/start")
    await world.settle()
    async with world.app.database.write(world.clock.now()) as tx:
        (member,) = await tx.members.select()
        address = await addresses.of_chat(tx, phone.id, messenger="signal")
        tx.members.put(replace(member, address_id=address.id))
    return phone


async def reached(world: World, phone: SignalPhone) -> Address:
    """What is known of their address."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await addresses.of_chat(tx, phone.id, messenger="signal")


async def only_case(world: World) -> tuple[Case, list[Offer]]:
    """The case, and the offers of it."""
    async with world.app.database.read(world.clock.now()) as tx:
        (case,) = await tx.cases.select()
        return case, list(await tx.alerts.select())


async def passes(world: World, *, seconds: int, step: int = 2) -> None:
    """Time goes on in so small steps that each send is made at its time."""
    for _ in range(seconds // step):
        await world.fast_forward(seconds=step)


def tries(world: World, phone: SignalPhone) -> int:
    """How often the daemon was asked to send something to them."""
    assert world.signal is not None
    return sum(
        1
        for method, params in world.signal.methods.calls
        if method == "send" and params["recipient"] == [phone.id]
    )


@pytest.mark.parametrize("failure", [KEYS, NO_KEYS], ids=["result", "error"])
async def test_a_lawyer_whose_phone_has_no_keys_is_tried_a_minute_and_the_next_is_asked(
    world: World, marat: SignalPhone, failure: str | Failed
) -> None:
    assert world.signal is not None
    world.signal.methods.failing[marat.id] = [failure] * ALWAYS
    before = tries(world, marat)
    rita = await world.person("Made-Up Rita")
    await rita.writes(HELD)
    await passes(world, seconds=6)
    serik = await world.member("Made-Up Serik")
    await passes(world, seconds=80)
    await serik.expects("Алматы")
    assert (await reached(world, marat)).unreachable_since is not None
    await passes(world, seconds=600, step=10)
    assert 2 <= tries(world, marat) - before <= 10
    notices = [one.text for one in await world.administrator.shown() if "keys of that phone" in one.text]
    assert len(notices) == 1
    assert marat.id not in notices[0]


async def test_who_writes_with_a_phone_that_has_keys_again_is_reached(
    world: World, marat: SignalPhone
) -> None:
    assert world.signal is not None
    world.signal.methods.failing[marat.id] = [KEYS] * ALWAYS
    rita = await world.person("Made-Up Rita")
    await rita.writes(HELD)
    await passes(world, seconds=80)
    world.signal.methods.failing.clear()
    await marat.writes("/cases")
    await world.settle()
    assert (await reached(world, marat)).unreachable_since is None
    assert marat.screen() != ""


async def test_a_phone_without_keys_for_some_seconds_gets_the_alert_all_the_same(
    world: World, marat: SignalPhone
) -> None:
    assert world.signal is not None
    world.signal.methods.failing[marat.id] = [KEYS] * 3
    rita = await world.person("Made-Up Rita")
    await rita.writes(HELD)
    await passes(world, seconds=60)
    await marat.expects("Алматы")
    assert (await reached(world, marat)).unreachable_since is None
    await world.administrator.expects_nothing("keys of that phone")


@pytest.mark.parametrize("failure", [NEW, NEWER, DEFECT], ids=["result", "error", "defect"])
async def test_what_nobody_knows_is_tried_a_minute_for_an_alert_then_told_and_the_next_is_asked(
    world: World, marat: SignalPhone, failure: str | Failed
) -> None:
    assert world.signal is not None
    world.signal.methods.failing[marat.id] = [failure] * ALWAYS
    before = tries(world, marat)
    rita = await world.person("Made-Up Rita")
    await rita.writes(HELD)
    await passes(world, seconds=6)
    serik = await world.member("Made-Up Serik")
    await passes(world, seconds=80)
    await serik.expects("Алматы")
    await world.administrator.expects("nobody here knows")
    assert (await reached(world, marat)).unreachable_since is None, "nobody knows that it is the phone"
    await passes(world, seconds=600, step=10)
    assert 2 <= tries(world, marat) - before <= 10


async def test_a_reporter_whose_phone_has_no_keys_is_tried_for_an_hour_with_growing_pauses(
    world: World,
) -> None:
    assert world.signal is not None
    aigul = world.on_signal("Made-Up Aigul")
    world.signal.methods.failing[aigul.id] = [KEYS] * ALWAYS
    await aigul.writes(HELD)
    await passes(world, seconds=720, step=10)
    assert tries(world, aigul) < 40
    assert (await reached(world, aigul)).unreachable_since is None
    world.signal.methods.failing.clear()
    await passes(world, seconds=900, step=30)
    await aigul.expects("Ваш код")
