"""The main job, end to end: report, alert, accept, news."""

import pytest

from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_two_taps_alert_the_lawyer_who_accepts_and_sees_the_name(world: World) -> None:
    lawyer = await world.member("Marat", languages=("ru",))
    citizen = await world.person("Aigul", "en")
    await citizen.starts()
    await world.settle()
    await citizen.expects("Test Bureau")
    await citizen.taps("someone else")
    await world.settle()
    await citizen.taps("Almaty")
    await world.settle()
    await citizen.expects("looking for a lawyer", "+7 727 000 00 00")
    await lawyer.expects("Алматы", "не проверено")
    await citizen.writes("Dana Made-Up")
    await world.settle()
    await lawyer.expects_nothing("Made-Up")
    await lawyer.taps("Беру")
    await world.settle()
    await lawyer.expects("Dana Made-Up")
