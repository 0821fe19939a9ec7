"""A member on both messengers: what one of them cannot bring rings on the other, and the phone tells that it came."""

import re

import pytest

from tests.world.world import World

pytestmark = [pytest.mark.world(signal=True), pytest.mark.slow]


async def test_a_lawyer_adds_signal_and_what_telegram_cannot_bring_reaches_them_there(world: World) -> None:
    marat, rita = await world.member("Made-Up Marat"), await world.person("Made-Up Rita")
    on_signal = world.on_signal("Made-Up Marat")
    await marat.writes("/addresses")
    await world.settle()
    await marat.taps("Добавить другой мессенджер")
    await world.settle()
    (word,) = re.findall(r"phone-[\w-]+", (await marat.expects("phone-")).text)
    await on_signal.writes(word)
    await world.settle()
    number = (await on_signal.expects("Ваше число")).split(": ")[1][:2]
    await marat.taps(f"Да, {number} – это я")
    await world.settle()
    await marat.blocks()
    await world.settle()
    await rita.writes("полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас")
    await world.settle()
    await on_signal.chooses("Беру")
    await world.settle()
    await on_signal.expects("Дану Придуманную")
    async with world.app.database.read(world.clock.now()) as tx:
        (alert,) = await tx.alerts.select()
    assert alert.delivered_at is not None


async def test_whom_a_coordinator_invites_sends_the_word_on_signal_and_joins(world: World) -> None:
    olga = await world.member("Made-Up Olga", role="coordinator")
    lena = world.on_signal("Made-Up Lena")
    await olga.writes("/invite Made-Up Lena")
    await world.settle()
    invitation = (await olga.expects("https://signal.me/#p/+")).text
    await lena.writes("\n".join(invitation.splitlines()[-2:]))
    await world.settle()
    await lena.expects("Как вас зовут?")
    await olga.expects_nothing("signal.me")
    await olga.expects_nothing("join-")
