"""What a coordinator does to connect things: rows become an incident, proceedings run beside each other."""

from collections.abc import AsyncIterator, Callable

from bot.core.model import Case
from bot.demo.acting import Hindered, Staff
from bot.demo.connected import report_of
from bot.demo.scenario import Moment, Scenario
from bot.demo.stage import Stage
from storage.schema import claims, incidents

Acts = Callable[[Scenario, Stage, Staff, Moment], AsyncIterator[None]]
SKIPPED = ("/skip", "/skip", "/skip")  # court, judge, subject: the statement says none of them


async def _confirms(scenario: Scenario, stage: Stage, staff: Staff, moment: Moment) -> AsyncIterator[None]:
    """What the bot proposed is one incident, and is called so."""
    number = await _newest(stage)
    await staff.taps(f"incident:{number}:confirm")
    yield
    await staff.taps(f"incident:{number}:name")
    yield
    await staff.writes(scenario.incidents[moment.how].name)
    yield
    await staff.taps(f"incident:{number}:pattern")
    yield


async def _gathers(scenario: Scenario, stage: Stage, staff: Staff, moment: Moment) -> AsyncIterator[None]:
    """A row's case is put into it by its code."""
    number = await named(stage, scenario.incidents[moment.how].name)
    await staff.taps(f"incident:{number}:case")
    yield
    await staff.writes((await _case(scenario, stage, moment)).code)
    yield


async def _makes(scenario: Scenario, stage: Stage, staff: Staff, moment: Moment) -> AsyncIterator[None]:
    """An incident by hand, with its row and what it shows."""
    await staff.writes(f"/incident {scenario.incidents[moment.how].name}")
    yield
    async for _ in _gathers(scenario, stage, staff, moment):
        yield
    await staff.taps(f"incident:{await _newest(stage)}:pattern")
    yield


async def _proceeds(scenario: Scenario, stage: Stage, staff: Staff, moment: Moment) -> AsyncIterator[None]:
    """One of several proceedings of a row: a criminal one goes on under article 274, another ended with "not guilty"."""
    case = await _case(scenario, stage, moment)
    for button in (f"proceedings:{case.id}", f"begin:{case.id}", f"begin:{case.id}:{moment.how}"):
        await staff.taps(button)
        yield
    number = await _claimed(stage, case, "proceeding")
    if moment.how == "criminal":
        for button in (f"change:{number}:article", f"charge:{number}:cc-274"):
            await staff.taps(button)
            yield
        await staff.writes("/skip")
        yield
        return
    await staff.taps(f"change:{number}:hearing")
    yield
    for text in (f"{moment.at:%d.%m}", *SKIPPED):
        await staff.writes(text)
        yield
    await staff.taps(f"sat:{await _claimed(stage, case, 'hearing')}:acquitted")
    yield
    await staff.taps(f"proceeding:{number}")
    yield
    await staff.taps(f"change:{number}:ended")
    yield


async def _case(scenario: Scenario, stage: Stage, moment: Moment) -> Case:
    async with stage.database.read(await stage.world.now()) as tx:
        report = await report_of(tx, scenario.rows[moment.row])
        case = await tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if case is None:
        raise Hindered(f"row {moment.row} has no case that could be connected")
    return case


async def _newest(stage: Stage) -> int:
    async with stage.database.read(await stage.world.now()) as tx:
        found = await tx.incidents.select(order_by=incidents.c.id.desc(), limit=1)
    if not found:
        raise Hindered("nothing was proposed")
    return found[0].id


async def named(stage: Stage, name: str) -> int:
    """The number of the incident of this name."""
    async with stage.database.read(await stage.world.now()) as tx:
        found = [one for one in await tx.incidents.select() if one.name == name]
    if not found:
        raise Hindered(f"there is no incident {name!r}")
    return found[0].id


async def _claimed(stage: Stage, case: Case, kind: str) -> int:
    """The newest claim of this kind."""
    async with stage.database.read(await stage.world.now()) as tx:
        found = await tx.claims.select(
            claims.c.case_id == case.id, claims.c.kind == kind, order_by=claims.c.id.desc(), limit=1
        )
    if not found:
        raise Hindered(f"nobody has said {kind} of {case.code}")
    return found[0].id


CONNECTS: dict[str, Acts] = {
    "confirms": _confirms,
    "gathers": _gathers,
    "makes": _makes,
    "proceeds": _proceeds,
}
