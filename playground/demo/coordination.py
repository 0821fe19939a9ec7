"""What a coordinator does to connect things: rows become an incident, proceedings run beside each other.

What is done for the letter: the families allow their names, and a coordinator makes it, button by button.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from itertools import pairwise

from core.model import Case, Report
from core.papers.letter import LetterChoices
from core.records.papers import Paper
from core.resources.word_files import load_words
from handlers.cards.case_loading import view_of
from handlers.letters.letter_content import short_id
from handlers.letters.letter_draft import letter_choices
from handlers.letters.letter_pages import COUNTED
from playground.demo.findings import report_of
from playground.demo.people import Hindered, Staff
from playground.demo.scenario import Letter, Moment, Scenario
from playground.demo.settling import leave_time_to_read
from playground.demo.stage import Stage
from storage.schema import claims, incidents, papers

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
        found = [incident for incident in await tx.incidents.select() if incident.name == name]
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


TYPED = "="  # before what is typed
TURNS, TURN = 5, 2.0  # so often it is looked whether the page has changed; seconds between
LISTS = ("offices", "rights", "findings", "demands")
MANY = 2  # of more the button for all is pressed


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
    paper = await _draft(stage)
    draft = paper.id
    for act in [act async for act in _letter_acts(scenario, stage, letter_choices(paper))]:
        if act.startswith(TYPED):
            await staff.writes(act.removeprefix(TYPED))
            continue
        for _ in range(TURNS):
            if await staff.finds(f"letter:{draft}:{act}"):
                break
            await leave_time_to_read(
                stage, TURN
            )  # the page is one message: it changes before what it did not show is pressed
        else:
            raise Hindered(f"no button {act}")
    yield


async def _letter_acts(scenario: Scenario, stage: Stage, choices: LetterChoices) -> AsyncIterator[str]:
    """Buttons of the page, and what is typed: the letter, a message a language; then what is added to a case, checked and
    chosen, list after list.
    """
    wanted, cases = (
        scenario.letter,
        {key: await _case_of(scenario, stage, key) for key in scenario.letter.rows},
    )
    for language in wanted.occasion:
        yield f"write.text.{language}"
        yield TYPED + _letter_in(wanted, cases, language)
    shown = (*choices.cases, *choices.earlier)
    for act in _facts_added(wanted, cases, shown):
        yield act
    pane = "pane.offices"
    for of in LISTS:
        yield pane
        chosen = getattr(wanted, of)
        for act in ["all." + of] if len(chosen) > MANY else [f"on.{of}.{short_id(id)}" for id in chosen]:
            yield act
        pane = f"pane.{dict(pairwise(COUNTED)).get(of, '')}"
    yield pane
    yield "make."


def _facts_added(
    wanted: Letter, cases: dict[str, tuple[Case, list[int]]], shown: Sequence[int]
) -> Iterator[str]:
    """The page of the first case that was checked leads on to the next, in the order of the letter's page."""
    added = [key for key, row in wanted.rows.items() if row.by or row.name]
    others = sorted(set(wanted.rows) - set(added), key=lambda key: shown.index(cases[key][0].id))
    for number, key in enumerate([*added, *others]):
        (case, persons), row = cases[key], wanted.rows[key]
        if number == 0 or key in added:
            yield f"case.{case.id}"
        if row.name:
            yield f"write.name.{persons[0]}"
            yield TYPED + "\n".join(f"{language}: {text}" for language, text in row.name.items())
        if row.by:
            yield f"by.{case.id}"
            for flag in row.by:
                yield f"did.{case.id}.{flag}"
            yield f"case.{case.id}"
        yield f"tick.{case.id}"


def _letter_in(wanted: Letter, cases: dict[str, tuple[Case, list[int]]], language: str) -> str:
    words = load_words()
    lines = [f"{words.say(language, 'letter-mark-title')}: {wanted.occasion[language]}"]
    lines += [f"{cases[key][0].code}: {row.line[language]}" for key, row in wanted.rows.items()]
    lines.append(f"{words.say(language, 'letter-mark-text')}: {wanted.text[language].strip()}")
    return "\n".join(lines)


async def _report(scenario: Scenario, stage: Stage, row: str) -> Report:
    async with stage.database.read(await stage.world.now()) as tx:
        report = await report_of(tx, scenario.rows[row])
    if report is None:
        raise Hindered(f"row {row} has no report")
    return report


async def _case_of(scenario: Scenario, stage: Stage, row: str) -> tuple[Case, list[int]]:
    """The case of a row, and those in it who have a name."""
    report = await _report(scenario, stage, row)
    async with stage.database.read(await stage.world.now()) as tx:
        case = await tx.cases.get(report.case_id or 0)
        view = await view_of(tx, case) if case is not None else None
    if case is None or view is None:
        raise Hindered(f"row {row} has no case")
    return case, [person.id for person in view.persons if person.names]


async def _draft(stage: Stage) -> Paper:
    async with stage.database.read(await stage.world.now()) as tx:
        found = await tx.papers.select(papers.c.kind == "open_letter", order_by=papers.c.id.desc(), limit=1)
    if not found:
        raise Hindered("no letter was begun")
    return found[0]


LETTERS: dict[str, Acts] = {"permits": _permits, "letters": _letters}
