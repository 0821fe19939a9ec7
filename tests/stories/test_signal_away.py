"""Signal's daemon is away, silent, or old: the technician hears of it by Telegram, which goes on."""

import pytest

from tests.world.world import World

pytestmark = pytest.mark.world(signal=True)
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
