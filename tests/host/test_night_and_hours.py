"""The scenes of the lawyers, in one house: a night on duty, then 48 hours of one detention."""

from datetime import timedelta

import pytest

from core.timeline import TimelineKind
from core.vocabulary import CaseState
from playground.host.casework_scenes import (
    HOURS_DANA,
    HOURS_LAWYER,
    HOURS_WIFE,
    NIGHT_BY_DAY,
    NIGHT_BY_NIGHT,
    NIGHT_NEXT_REGION,
)
from playground.host.playhouse import House
from playground.host.routes import Backstage
from tests.host.test_missed_and_taken import played, shown

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_a_night_is_confirmed_taken_from_the_list_and_handed_over(house: House) -> None:
    backstage = Backstage(house)
    dana, nightly, daily = (house.cast.members[key] for key in (HOURS_DANA, NIGHT_BY_NIGHT, NIGHT_BY_DAY))
    await played(house, backstage, "night", until=3)
    await nightly.expects("Расталды, рақмет", "22:00–08:00")
    await dana.expects("Tonight: Almaty city 2 (confirmed: 2)")
    await played(house, backstage, "night", until=5)
    await nightly.expects("Ашық ұсыныс: 4")
    await daily.expects_nothing("somebody is detained")
    await played(house, backstage, "night", until=7)
    await house.cast.members[NIGHT_NEXT_REGION].expects("Сіз екінші заңгерсіз")
    await nightly.expects("Екінші заңгер: Made-up Bolat")
    await played(house, backstage, "night")
    await daily.expects("Case", "yours", "Under 18")
    await dana.expects("without a lawyer 0, with a lawyer 4")
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        owners = [case.owner_id for case in await tx.cases.select()]
        members = {one.id: one.name for one in await tx.members.select()}
    assert sorted(members[one or 0] for one in owners) == [
        "Made-up Alma",
        "Made-up Bolat",
        "Made-up Bolat",
        "Made-up Ruslan",
    ]


async def test_of_48_hours_every_term_visit_paper_and_correction_is_kept(house: House) -> None:
    backstage = Backstage(house)
    dana, lawyer = house.cast.members[HOURS_DANA], house.cast.members[HOURS_LAWYER]
    await played(house, backstage, "hours", until=2)
    await dana.expects("The lawyer is not let in", "+77000000006")
    await played(house, backstage, "hours", until=5)
    await lawyer.expects("✗ Справка о доставлении", "Выдуманный суд, зал 2")
    await played(house, backstage, "hours", until=7)
    await lawyer.expects("завтра заседание")
    await played(house, backstage, "hours", until=11)
    await lawyer.expects("Было превышено на 2 ч 20 мин", "жалоба на постановление")
    await played(house, backstage, "hours", until=12)
    await dana.expects("What was done about")
    await played(house, backstage, "hours")
    assert "больше никого не держат" in "\n".join(shown(house, HOURS_WIFE))
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        (case,) = [one for one in await tx.cases.select() if one.city == "astana"]
        marks = await tx.clock_marks.by(case_id=case.id)
        lines = [line.kind for line in await tx.timeline.by(case_id=case.id)]
    assert case.state is CaseState.CLOSED
    assert {mark.minutes for mark in marks if mark.clock == "administrative-hearing"} == {140}
    assert TimelineKind.OVERRUN_VOID in lines
    last = max(mark.ended_at for mark in marks if mark.ended_at)
    assert case.closed_at is not None
    assert case.closed_at - case.opened_at >= timedelta(hours=48)
    assert last < case.closed_at
