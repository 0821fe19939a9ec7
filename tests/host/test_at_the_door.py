"""The scene of the list from the door."""

import pytest

from core.vocabulary import CaseState
from playground.host.casework_scenes import DOOR_DANA, DOOR_FRIEND, DOOR_LAWYER, DOOR_WIFE
from playground.host.playhouse import House
from playground.host.routes import Backstage
from tests.host.test_missed_and_taken import played, shown

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_a_list_from_the_door_is_written_down_and_taken_back(house: House) -> None:
    backstage = Backstage(house)
    dana, lawyer = house.cast.members[DOOR_DANA], house.cast.members[DOOR_LAWYER]
    await played(house, backstage, "names", until=3)
    await dana.expects("known 2", "new 2", "an official?", "✓ Выдуманов Ерлан", "✓ Примеров Бекзат")
    await lawyer.expects("Made-up Dana is reading it")
    for told in ("known 2", "✓ Примеров Бекзат"):  # what a list matches is for coordinators
        await lawyer.expects_nothing(told)
    await played(house, backstage, "names", until=4)
    assert "Medeu police station, 11:20" in "\n".join(shown(house, DOOR_WIFE))
    assert "Medeu police station" not in "\n".join(shown(house, DOOR_FRIEND))  # nobody has verified him
    await dana.expects("found 4, of them new cases 2", "nobody has verified them: 3")
    await lawyer.expects("Made-up Dana has read your list")
    await played(house, backstage, "names")
    assert "Ол қате болды" in "\n".join(shown(house, DOOR_WIFE))
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        states = [case.state for case in await tx.cases.select()]
        assert not [one for one in await tx.claims.by(kind="found") if one.withdrawn_at is None]
    assert states.count(CaseState.CLOSED) == 2
