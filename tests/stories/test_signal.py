"""Signal beside Telegram: what is told on one reaches those who are on the other."""

import pytest

from tests.world.world import World

pytestmark = [pytest.mark.world(signal=True), pytest.mark.slow]


async def test_what_is_reported_on_signal_reaches_a_lawyer_on_telegram_and_their_answer_comes_back(
    world: World,
) -> None:
    marat = await world.member("Made-Up Marat")
    aigul = world.on_signal("Made-Up Aigul")
    await aigul.writes("полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас")
    await world.settle()
    await marat.expects("Алматы")
    await marat.taps("Беру")
    await world.settle()
    await aigul.expects("Этим занимается юрист")
