"""A scene: five reports of one arrest become one case by taps of the coordinator, and the last tap is undone."""

import pytest

from bot.backstage.five import DANA, LAWYER
from bot.backstage.house import House
from bot.backstage.routes import Backstage
from bot.core.vocabulary import CaseState, Record
from tests.backstage.test_missed_and_taken import played

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_five_reports_become_one_case_and_one_tap_is_undone(house: House) -> None:
    backstage = Backstage(house)
    dana, lawyer = house.cast.members[DANA], house.cast.members[LAWYER]
    await played(house, backstage, "five", until=4)
    await dana.expects("The same case?")
    await played(house, backstage, "five", until=5)
    await lawyer.expects("ещё один источник", "Нужны лекарства")
    await played(house, backstage, "five")
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        held, *others = await tx.cases.select()
    assert (held.state, held.identified) == (CaseState.ACCEPTED, 1)
    assert sorted(case.record is Record.STUB for case in others) == [False, True, True, True]
