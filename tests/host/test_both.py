"""Two messengers in one house: whom Telegram does not reach is asked on Signal at once, and accepts by typing."""

import pytest

from playground.host import playhouse
from playground.host.playhouse import House
from playground.host.report_scenes import BOTH_BROTHER, BOTH_LAWYER, BOTH_ON_SIGNAL
from playground.host.routes import Backstage
from playground.phone import Phone
from tests.host.conftest import narrated

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def played(house: House, backstage: Backstage, until: int = 99) -> None:
    """Up to this step; each says its line, and nobody is hindered."""
    scene = backstage.scenes["both"]
    while scene.at < min(scene.steps, until):
        await backstage.scene({"id": "both", "do": "step"})
        assert narrated(house)[-1] == playhouse.in_all(f"both-{scene.at}")


def on_signal(house: House, name: str) -> Phone:
    """The phone with Signal of somebody who acts."""
    about = next(one for one in house.server.messengers[1].people() if one["first_name"] == name)
    return house.stage.world.phone(about)


async def test_an_alert_that_telegram_cannot_bring_rings_on_signal(house: House) -> None:
    backstage = Backstage(house)
    await played(house, backstage, until=2)
    await on_signal(house, BOTH_ON_SIGNAL).expects_nothing("Астана")
    await played(house, backstage, until=4)
    alert = await on_signal(house, BOTH_ON_SIGNAL).expects("Астана", "Беру")
    await house.cast.members[BOTH_LAWYER].expects_nothing("📍 Астана")
    await played(house, backstage)
    await on_signal(house, BOTH_BROTHER).expects("занялся юрист")
    assert (await on_signal(house, BOTH_ON_SIGNAL).messages())[-1].id > alert.id
    names = [card["name"] for card in house.cast.cards]
    assert names[0] == BOTH_BROTHER
    assert names[names.index(BOTH_ON_SIGNAL) + 1] == BOTH_ON_SIGNAL  # her two phones side by side
