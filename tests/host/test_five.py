"""A scene: five reports of one arrest become one case by taps of the coordinator, and the last tap is undone."""

import pytest

from core.vocabulary import CaseState, RecordKind
from playground.host.playhouse import House
from playground.host.report_scenes import FIVE_DANA, FIVE_LAWYER
from playground.host.routes import Backstage
from tests.host.test_missed_and_taken import played

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_five_reports_become_one_case_and_one_tap_is_undone(house: House) -> None:
    backstage = Backstage(house)
    dana, lawyer = house.cast.members[FIVE_DANA], house.cast.members[FIVE_LAWYER]
    await played(house, backstage, "five", until=4)
    await dana.expects("The same case?")
    await played(house, backstage, "five", until=5)
    await lawyer.expects("ещё один источник", "Нужны лекарства")
    await played(house, backstage, "five")
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        held, *others = await tx.cases.select()
    assert (held.state, held.identified) == (CaseState.ACCEPTED, 1)
    assert sorted(case.record is RecordKind.STUB for case in others) == [False, True, True, True]
