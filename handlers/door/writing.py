"""A list is written down: each line becomes a claim about somebody in a case, or a case. A portion in each transaction, so
that four hundred names hold nobody up. What is left for a person to choose stays.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.brought import DoorList, Line, ListState, Meant
from bot.core.casework.claims import Claim
from bot.core.casework.rounds import is_found
from bot.core.model import Case, Member
from bot.core.timeline import Line as Told
from bot.core.traffic import Timer
from bot.core.values import Moment, Place, Precision, Value
from bot.core.vocabulary import AskKind, CaseState, Role
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.cards.case_view import view_of
from handlers.casework import facts
from handlers.door import lists, opened, telling, undoing, waiting
from handlers.door.said_before import ANSWERS, is_here
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

PORTION = 20  # lines
THERE, DENIED = "there", "denied"  # what a station says of somebody


async def begin(tx: Transaction, service: Service, one: DoorList) -> None:
    """All lines of which it is known who they are about."""
    one = await lists.save(tx, one, state=ListState.WRITING, focus=None)
    await _go_on(tx, service, one)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next portion of what is written down, or taken back."""
    one = await tx.door_lists.get(timer.subject_id)
    if one is not None and one.state is ListState.WRITING:
        await _go_on(tx, service, one)
    elif one is not None and one.state is ListState.UNDOING:
        await undoing.go_on(tx, service, one)


async def _go_on(tx: Transaction, service: Service, one: DoorList) -> None:
    lines = lists.lines_of(one)
    brought = await lists.member_of(tx, one.member_id)
    if brought is None:
        return
    todo = [number for number, line in enumerate(lines) if line.waits]
    many = sum(line.meant is Meant.NEW for line in lines) > 1
    for number in todo[:PORTION]:
        lines[number] = await _write(tx, service, one, brought, lines[number], many=many)
    one = await lists.save(tx, one, lines)
    if len(todo) > PORTION:
        tx.timers.put(Timer(lists.timer_key(one), "brought-writing", tx.now, one.id))
    else:
        await _finish(tx, service, one, lines)


async def _write(
    tx: Transaction, service: Service, one: DoorList, brought: Member, line: Line, *, many: bool
) -> Line:
    """The claims are those of whoever stood at the door."""
    case, person = await tx.cases.get(line.case or 0), line.person
    if line.meant is Meant.NEW:
        address = await tx.addresses.get(brought.address_id)
        assert address is not None  # a member has one
        case = await opened.open_case(tx, service, address, one, line, many=many)
        person = next(one.id for one in (await view_of(tx, case)).persons)
    if case is None or case.state is CaseState.CLOSED:
        return replace(line, meant=Meant.WHICH, among=())
    elsewhere = line.denied and await _is_elsewhere(tx, service, one, case, person)
    claims = _claims(tx, one, brought, line, case, person, elsewhere=elsewhere)
    case = await facts.note(tx, service, case, *claims)
    if not line.denied:
        await asks.settle(tx, service, case, AskKind.DENIED)
    kind = Told.NOT_THERE if line.denied else Told.FOUND
    await timeline.append(tx, case.id, one.reader_id or brought.id, kind, {})
    await tracking.touch_case(tx, case.id)
    told = () if line.denied else await telling.reporters(tx, service, one, case)
    return replace(
        line,
        written=True,
        opened=line.meant is Meant.NEW,
        case=case.id,
        person=person,
        claims=tuple(claim.id for claim in claims),
        told=told,
    )


async def _is_elsewhere(
    tx: Transaction, service: Service, one: DoorList, case: Case, person: int | None
) -> bool:
    """Whether another station has said that they are there: this door's denial takes nothing from that."""
    view = await view_of(tx, case)
    taken = view.of(person, "taken")
    if taken is None or not is_found(view, person):
        return False
    return not is_here(service, one, Place(case.city, case.district, case.region, str(taken.value)))


def _claims(
    tx: Transaction,
    one: DoorList,
    brought: Member,
    line: Line,
    case: Case,
    person: int | None,
    *,
    elsewhere: bool,
) -> Sequence[Claim]:
    """That they are there, or are not, then; and what else was written beside the name. Whom a station denies, others are
    rung for.
    """
    when = Moment(one.at, Precision.MINUTE, exact=True)
    place = lists.place_of(one)
    said: dict[str, Value] = {ANSWERS[line.denied]: place}
    if not elsewhere:
        said["acknowledged"] = DENIED if line.denied else THERE
    if not line.denied:
        said["taken"] = place.text
    claims = [
        facts.by_member(tx, case, brought, kind, value, person=person, when=when)
        for kind, value in said.items()
    ]
    note = [facts.by_member(tx, case, brought, "note", line.typed)] if line.comment else []
    return (*claims, *note)


async def _finish(tx: Transaction, service: Service, one: DoorList, lines: Sequence[Line]) -> None:
    """Who has the cases hears of it at once. Where a lawyer has lines left to choose, a coordinator goes on."""
    written = [line for line in lines if line.written]
    counts = {
        "found": sum(not line.denied for line in written),
        "opened": sum(line.opened for line in written),
        "denied": sum(line.denied for line in written),
        "written_at": one.written_at or tx.now,
    }
    reader = await lists.member_of(tx, one.reader_id)
    doubtful = any(line.meant is Meant.WHICH and not line.written for line in lines)
    coordinates = reader is not None and reader.role is Role.COORDINATOR
    news = [line for line in written if not line.announced]
    lines = [replace(line, announced=line.written) for line in lines]
    state = ListState.OPEN if doubtful and coordinates else ListState.WRITTEN
    one = await lists.save(tx, one, lines, state=state, **counts)
    await telling.members(tx, service, one, news)
    if doubtful and not coordinates:
        await waiting.begin(tx, service, one)
    elif not doubtful:
        await waiting.take_back_files(tx, one)
