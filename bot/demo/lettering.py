"""What is done for the letter: the families allow their names, and a coordinator makes it, button by button."""

from collections.abc import AsyncIterator, Iterator

from bot.core.model import Report
from bot.demo.acting import Hindered, Staff
from bot.demo.connected import report_of
from bot.demo.connecting import Acts, named
from bot.demo.quiet import reads
from bot.demo.scenario import Moment, RowOfLetter, Scenario
from bot.demo.stage import Stage
from handlers.cards.case_view import view_of
from handlers.letters.around import short
from storage.schema import papers

TYPED = "="  # before what is typed
TURNS, TURN = 5, 2.0  # so often it is looked whether the page has changed; seconds between
LISTS = ("offices", "rights", "findings", "demands")


async def _permits(scenario: Scenario, stage: Stage, staff: Staff, moment: Moment) -> AsyncIterator[None]:
    """The family answers both questions about the name."""
    report = await _report(scenario, stage, moment.row)
    for use in ("authorities", "publication"):
        await staff.taps(f"consent:{report.id}:{use}-yes")
        yield


async def _letters(scenario: Scenario, stage: Stage, staff: Staff, moment: Moment) -> AsyncIterator[None]:
    """Title, row by row what is added and checked, what is chosen; made."""
    incident = await named(stage, scenario.incidents[scenario.letter.incident].name)
    await staff.taps(f"letters:{incident}")
    yield
    draft = await _draft(stage)
    for act in [act async for act in _all(scenario, stage)]:
        if act.startswith(TYPED):
            await staff.writes(act.removeprefix(TYPED))
            continue
        for _ in range(TURNS):
            if await staff.finds(f"letter:{draft}:{act}"):
                break
            await reads(
                stage, TURN
            )  # the page is one message: it changes before what it did not show is pressed
        else:
            raise Hindered(f"no button {act}")
    yield


async def _all(scenario: Scenario, stage: Stage) -> AsyncIterator[str]:
    """Buttons of the page, and what is typed."""
    wanted = scenario.letter
    yield "write.occasion"
    yield TYPED + _in_languages(wanted.occasion)
    for key, row in wanted.rows.items():
        case, persons = await _ids(scenario, stage, key)
        for act in _acts(case, persons, row):
            yield act
    for of in LISTS:
        yield f"pane.{of}"
        for id in getattr(wanted, of):
            yield f"on.{of}.{short(id)}"
        yield "pane."
    yield "make."


def _acts(case: int, persons: list[int], row: RowOfLetter) -> Iterator[str]:
    yield f"case.{case}"
    if row.line:
        yield f"write.line.{case}"
        yield TYPED + _in_languages(row.line)
    if row.name:
        yield f"write.name.{persons[0]}"
        yield TYPED + _in_languages(row.name)
    if row.sex:
        yield f"sex.{case}.{row.sex}"
    if row.by:
        yield f"by.{case}"
        for flag in row.by:
            yield f"did.{case}.{flag}"
        yield f"case.{case}"
    yield f"tick.{case}"
    yield "pane."


def _in_languages(texts: dict[str, str]) -> str:
    return "\n".join(f"{language}: {text}" for language, text in texts.items())


async def _report(scenario: Scenario, stage: Stage, row: str) -> Report:
    async with stage.database.read(await stage.world.now()) as tx:
        report = await report_of(tx, scenario.rows[row])
    if report is None:
        raise Hindered(f"row {row} has no report")
    return report


async def _ids(scenario: Scenario, stage: Stage, row: str) -> tuple[int, list[int]]:
    """The case of a row, and those in it who have a name."""
    report = await _report(scenario, stage, row)
    async with stage.database.read(await stage.world.now()) as tx:
        case = await tx.cases.get(report.case_id or 0)
        view = await view_of(tx, case) if case is not None else None
    if case is None or view is None:
        raise Hindered(f"row {row} has no case")
    return case.id, [person.id for person in view.persons if person.names]


async def _draft(stage: Stage) -> int:
    async with stage.database.read(await stage.world.now()) as tx:
        found = await tx.papers.select(papers.c.kind == "open_letter", order_by=papers.c.id.desc(), limit=1)
    if not found:
        raise Hindered("no letter was begun")
    return found[0].id


LETTERS: dict[str, Acts] = {"permits": _permits, "letters": _letters}
