"""The scene of a practice: it is played to its end, its lines are there, and nothing of it is in the database."""

import pytest

from playground.host import playhouse
from playground.host.playhouse import House
from playground.host.routes import Backstage
from playground.host.scenes import LAWYER
from tests.host.conftest import narrated

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_a_practice_is_played_and_leaves_nothing(house: House) -> None:
    backstage = Backstage(house)
    scene = backstage.scenes["practice"]
    while scene.at < scene.steps:
        await backstage.scene({"id": "practice", "do": "step"})
        assert narrated(house)[-1] == playhouse.in_all(f"practised-{scene.at}")
    await house.cast.members[LAWYER].expects("Учёба: ничего настоящего не происходит", "Закончено")
    await house.cast.citizens[1].expects("Учёба закончена", "кто-то взял дело")
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        assert [await rows.count() for rows in (tx.practices, tx.cases, tx.reports)] == [0, 0, 0]
