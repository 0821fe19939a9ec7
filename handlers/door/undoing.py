"""A whole list is taken back: every claim that it wrote is withdrawn, and every case that it opened and nobody has touched
is closed as a mistake. Whoever was told hears so.
"""

from msgspec.structs import replace

from bot.core.brought import DoorList, Line, ListState
from bot.core.model import Case, Member
from bot.core.timeline import Line as Told
from bot.core.traffic import Timer
from bot.core.vocabulary import CaseState
from handlers.cards import tracking
from handlers.casework import facts, lifecycle
from handlers.door import lists, telling, waiting
from handlers.linking import pairs
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

PORTION = 20  # lines
MISTAKE = "false_alarm"  # the outcome
OURS = {Told.FOUND, Told.NOT_THERE, Told.FOUND_VOID}
READ = {Told.VIEWED, Told.LISTENED}  # a case that was only looked at is nobody's work


async def begin(tx: Transaction, service: Service, one: DoorList, by: Member) -> None:
    """It was a mistake, a member says."""
    one = await lists.save(tx, one, state=ListState.UNDOING, undone_at=tx.now, undone_by=by.id)
    await telling.members_corrected(tx, service, one, by)
    await go_on(tx, service, one)


async def go_on(tx: Transaction, service: Service, one: DoorList) -> None:
    """The next portion."""
    by = await lists.member_of(tx, one.undone_by)
    if by is None:
        return
    lines = lists.lines_of(one)
    todo = [number for number, line in enumerate(lines) if line.written]
    for number in todo[:PORTION]:
        await _take_back(tx, service, one, by, lines[number])
        lines[number] = replace(lines[number], written=False, announced=False)
    state = ListState.UNDOING if len(todo) > PORTION else ListState.UNDONE
    one = await lists.save(tx, one, lines, state=state)
    if state is ListState.UNDOING:
        tx.timers.put(Timer(lists.timer_key(one), "brought-writing", tx.now, one.id))
    else:
        await waiting.take_back_files(tx, one)
        await telling.chat_follows(tx, one)
        await pairs.touch(tx)


async def _take_back(tx: Transaction, service: Service, one: DoorList, by: Member, line: Line) -> None:
    case = await tx.cases.get(line.case or 0)
    if case is None:
        return
    untouched = line.opened and await _is_untouched(tx, case, line)
    for number in line.claims:
        claim = await tx.claims.get(number)
        if claim is not None and claim.withdrawn_at is None:
            tx.claims.put(replace(claim, withdrawn_at=tx.now))
    case = await facts.note(tx, service, case)
    await timeline.append(tx, case.id, by.id, Told.FOUND_VOID, {})
    await tracking.touch_case(tx, case.id)
    await telling.reporters_corrected(tx, service, one, case, line.told)
    if untouched:
        await lifecycle.closed(tx, service, case, by, MISTAKE)


async def _is_untouched(tx: Transaction, case: Case, line: Line) -> bool:
    """Whether nobody has it, nobody else has told of it, and no member has done or said anything but this list."""
    if case.state is not CaseState.OPEN or len(await tx.reports.by(case_id=case.id)) > 1:
        return False
    said = [claim.id for claim in await tx.claims.by(case_id=case.id) if claim.source_id]
    lines = await tx.timeline.by(case_id=case.id)
    done = [one for one in lines if one.actor_id and one.kind not in OURS | READ]
    return set(said) <= set(line.claims) and not done
