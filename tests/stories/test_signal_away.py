"""Signal's daemon is away, silent, or old: the technician hears of it by Telegram, which goes on."""

import pytest
from msgspec.structs import replace

from handlers.people import addresses
from tests.world.world import World

pytestmark = [pytest.mark.world(signal=True), pytest.mark.slow]
REPORTED = "полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас"


async def test_a_daemon_that_is_gone_is_told_and_what_waited_at_signal_is_heard(
    world: World,
) -> None:
    assert world.signal is not None
    aigul, marat = world.on_signal("Made-Up Aigul"), await world.member("Made-Up Marat")
    await world.settle()
    await world.signal.set_down(True)
    await aigul.writes(REPORTED)
    await world.goes_on(minutes=4)
    await world.administrator.expects("Signal does not answer or refuses us")
    await world.administrator.expects("Watchman: the daemon does not answer (signal)")
    await world.administrator.expects_nothing("Telegram does not answer")
    await world.signal.set_down(False)
    await world.goes_on(minutes=1)
    await world.settle()
    await world.fast_forward(minutes=15)
    await marat.expects("Алматы")
    await world.administrator.expects("Signal answers again")
    await world.administrator.expects("The daemon answers again")


async def test_the_version_of_the_daemon_is_looked_at_from_the_start(world: World) -> None:
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        (timer,) = await tx.timers.by(kind="aged-program")
    assert timer.key == "aged-program:signal:0.14.6"


@pytest.mark.parametrize("by_signal", [False, True])
async def test_what_waits_for_an_address_that_is_removed_meanwhile_is_not_sent(
    world: World, by_signal: bool
) -> None:
    assert world.signal is not None
    olga, signal = await world.member("Made-Up Olga", role="coordinator"), world.on_signal("Made-Up Olga")
    await signal.writes("/start")
    await world.settle()
    async with world.app.database.write(world.clock.now()) as tx:
        (member,) = await tx.members.select()
        address = await addresses.of_chat(tx, signal.id, messenger="signal")
        tx.members.put(replace(member, other_id=address.id))
    await signal.writes("/addresses")
    await world.settle()
    failing = world.signal.methods.failing.setdefault("*", ["NETWORK_FAILURE"] * 1000)
    await signal.writes("/members")
    await world.goes_on(seconds=10)
    if by_signal:
        await signal.writes(signal.sign("Убрать Signal"), quote=signal.message("Убрать Signal").number)
    else:
        await olga.writes("/addresses")
        await world.goes_on(seconds=5)
        await olga.taps("Убрать Signal")
    await world.goes_on(seconds=10)
    before = len(signal.person.texts())
    failing.clear()
    await world.goes_on(minutes=2)
    await world.settle()
    said = signal.person.texts()[before:]
    assert said == ["Убрано: Signal. Показанное там удаляется."] * by_signal
