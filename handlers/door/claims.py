"""A list is written down: each line becomes a claim about somebody in a case, or a new case. Each transaction does a
portion, so that four hundred names hold nobody up. Lines for which a person must choose stay.

A whole list can be taken back: every claim that it wrote is withdrawn, every case that it opened and nobody has touched is
closed as a mistake, and the people who were told hear so.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from core.casework.call_answers import is_found
from core.casework.claims import Claim, Fact, SourceKind
from core.casework.visits import people_told_of
from core.folding import inert_line
from core.model import Case, Member
from core.records.door_lists import DoorList, DoorListLine, LineSubject, ListState
from core.timeline import TimelineKind
from core.traffic import Timer
from core.values import Moment, Place, Precision, Value
from core.vocabulary import CaseState, Role, TaskKind
from handlers.alerting import tasks
from handlers.cards import case_lines, live_cards
from handlers.cards.card_lines import CardReading
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import shorten
from handlers.casework import case_pairs, facts, lifecycle
from handlers.door import lists, new_cases, notifications, unread_lists
from handlers.door.line_matches import ANSWERS, is_here
from handlers.outbox.news import Told
from handlers.service import Service
from handlers.visits.visit_lines import who_words
from storage import timeline
from storage.transaction import Transaction

PORTION = 20  # lines
SHOWN = 5  # on the card of a case, the newest
PLACE_SHOWN = 100  # UTF-16 units
MISTAKE = "false_alarm"  # the outcome
OURS = {TimelineKind.FOUND, TimelineKind.NOT_THERE, TimelineKind.FOUND_VOID}
READ_ENTRIES = {
    TimelineKind.VIEWED,
    TimelineKind.LISTENED,
    TimelineKind.READ_NOTES,
    TimelineKind.COMPARED,
}  # a case that was only looked at is nobody's work


async def begin_undoing(tx: Transaction, service: Service, door_list: DoorList, by: Member) -> None:
    """It was a mistake, a member says."""
    door_list = await lists.save(tx, door_list, state=ListState.UNDOING, undone_at=tx.now, undone_by=by.id)
    await notifications.tell_members_corrected(tx, service, door_list, by)
    await undo_portion(tx, service, door_list)


async def undo_portion(tx: Transaction, service: Service, door_list: DoorList) -> None:
    """The next portion."""
    by = await lists.member_of(tx, door_list.undone_by)
    if by is None:
        return
    lines = lists.lines_of(door_list)
    todo = [number for number, line in enumerate(lines) if line.written]
    for number in todo[:PORTION]:
        await _take_back_line(tx, service, door_list, by, lines[number])
        lines[number] = replace(lines[number], written=False, announced=False)
    state = ListState.UNDOING if len(todo) > PORTION else ListState.UNDONE
    door_list = await lists.save(tx, door_list, lines, state=state)
    if state is ListState.UNDOING:
        tx.timers.put(Timer(lists.timer_key(door_list), "brought-writing", tx.now, door_list.id))
    else:
        await unread_lists.take_back_files(tx, door_list)
        await notifications.touch_chat_card(tx, door_list)
        await case_pairs.touch_cards(tx)


async def _take_back_line(
    tx: Transaction, service: Service, door_list: DoorList, by: Member, line: DoorListLine
) -> None:
    case = await tx.cases.get(line.case or 0)
    if case is None:
        return
    untouched = line.opened and await _is_untouched(tx, case, line)
    for number in line.claims:
        claim = await tx.claims.get(number)
        if claim is not None and claim.withdrawn_at is None:
            tx.claims.put(replace(claim, withdrawn_at=tx.now))
    case = await facts.record(tx, service, case)
    await timeline.append(tx, case.id, by.id, TimelineKind.FOUND_VOID, {})
    await live_cards.touch_case(tx, case.id)
    await notifications.tell_reporters_corrected(tx, service, door_list, case, line.told)
    if untouched:
        await lifecycle.close(tx, service, case, by, MISTAKE)


async def _is_untouched(tx: Transaction, case: Case, line: DoorListLine) -> bool:
    """Whether nobody has it, nobody else has told of it, and no member has done or said anything but this list."""
    if case.state is not CaseState.OPEN or len(await tx.reports.by(case_id=case.id)) > 1:
        return False
    said = [claim.id for claim in await tx.claims.by(case_id=case.id) if claim.source_id]
    lines = await tx.timeline.by(case_id=case.id)
    done = [entry for entry in lines if entry.actor_id and entry.kind not in OURS | READ_ENTRIES]
    return set(said) <= set(line.claims) and not done


THERE, DENIED = "there", "denied"  # what a station says of somebody


async def begin_writing(tx: Transaction, service: Service, door_list: DoorList) -> None:
    """All lines for which it is known who they are about."""
    door_list = await lists.save(tx, door_list, state=ListState.WRITING, focus=None)
    await _write_portion(tx, service, door_list)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next portion of what is written down, or taken back."""
    door_list = await tx.door_lists.get(timer.subject_id)
    if door_list is not None and door_list.state is ListState.WRITING:
        await _write_portion(tx, service, door_list)
    elif door_list is not None and door_list.state is ListState.UNDOING:
        await undo_portion(tx, service, door_list)


async def _write_portion(tx: Transaction, service: Service, door_list: DoorList) -> None:
    lines = lists.lines_of(door_list)
    brought = await lists.member_of(tx, door_list.member_id) or await lists.member_of(tx, door_list.reader_id)
    if brought is None:
        return
    todo = [number for number, line in enumerate(lines) if line.waits]
    many = sum(line.meant is LineSubject.NEW for line in lines) > 1
    for number in todo[:PORTION]:
        lines[number] = await _write_line(tx, service, door_list, brought, lines[number], many=many)
    door_list = await lists.save(tx, door_list, lines)
    if len(todo) > PORTION:
        tx.timers.put(Timer(lists.timer_key(door_list), "brought-writing", tx.now, door_list.id))
    else:
        await _finish(tx, service, door_list, lines)


async def _write_line(
    tx: Transaction, service: Service, door_list: DoorList, brought: Member, line: DoorListLine, *, many: bool
) -> DoorListLine:
    """The claims are those of the member who stood at the door; of a list that was told, of its reader."""
    case, person = await tx.cases.get(line.case or 0), line.person
    if line.meant is LineSubject.NEW:
        address = await tx.addresses.get(brought.address_id)
        assert address is not None  # a member has one
        case = await new_cases.open_case(tx, service, address, door_list, line, many=many)
        person = next(person.id for person in (await view_of(tx, case)).persons)
    if case is None or case.state is CaseState.CLOSED:
        return replace(line, meant=LineSubject.WHICH, among=())
    elsewhere = line.denied and await _is_elsewhere(tx, service, door_list, case, person)
    claims = _line_claims(tx, door_list, brought, line, case, person, elsewhere=elsewhere)
    case = await facts.record(tx, service, case, *claims)
    if not line.denied and door_list.member_id is not None:
        await tasks.settle(tx, service, case, TaskKind.DENIED)
    kind = TimelineKind.NOT_THERE if line.denied else TimelineKind.FOUND
    await timeline.append(tx, case.id, door_list.reader_id or brought.id, kind, {})
    await live_cards.touch_case(tx, case.id)
    told = Told() if line.denied else await notifications.tell_reporters(tx, service, door_list, case)
    return replace(
        line,
        written=True,
        opened=line.meant is LineSubject.NEW,
        case=case.id,
        person=person,
        claims=tuple(claim.id for claim in claims),
        told=told.reports,
        unverified=told.unverified,
    )


async def _is_elsewhere(
    tx: Transaction, service: Service, door_list: DoorList, case: Case, person: int | None
) -> bool:
    """Whether another station has said that they are there: this door's denial takes nothing from that."""
    view = await view_of(tx, case)
    taken = view.of(person, "taken")
    if taken is None or not is_found(view, person):
        return False
    return not is_here(service, door_list, Place(case.city, case.district, case.region, str(taken.value)))


def _line_claims(
    tx: Transaction,
    door_list: DoorList,
    brought: Member,
    line: DoorListLine,
    case: Case,
    person: int | None,
    *,
    elsewhere: bool,
) -> Sequence[Claim]:
    """That they are there, or are not, then; and what else was written beside the name. If a station denies somebody, others
    are rung. No station has said anything where the list comes from somebody who is no member.
    """
    when = Moment(door_list.at, Precision.MINUTE, exact=True)
    place = lists.place_of(door_list)
    said: dict[str, Value] = {ANSWERS[line.denied]: place}
    if not elsewhere and door_list.member_id is not None:
        said["acknowledged"] = DENIED if line.denied else THERE
    if not line.denied:
        said["taken"] = place.text
    claims = [
        facts.member_claim(tx, case, brought, kind, value, person=person, when=when)
        for kind, value in said.items()
    ]
    note = [facts.member_claim(tx, case, brought, "note", line.typed)] if line.comment else []
    return (*claims, *note)


async def _finish(
    tx: Transaction, service: Service, door_list: DoorList, lines: Sequence[DoorListLine]
) -> None:
    """Who has the cases hears of it at once. Where a lawyer has lines left to choose, a coordinator goes on."""
    written = [line for line in lines if line.written]
    counts = {
        "found": sum(not line.denied for line in written),
        "opened": sum(line.opened for line in written),
        "denied": sum(line.denied for line in written),
        "written_at": door_list.written_at or tx.now,
    }
    reader = await lists.member_of(tx, door_list.reader_id)
    doubtful = any(line.meant is LineSubject.WHICH and not line.written for line in lines)
    coordinates = reader is not None and reader.role is Role.COORDINATOR
    news = [line for line in written if not line.announced]
    lines = [replace(line, announced=line.written) for line in lines]
    state = ListState.OPEN if doubtful and coordinates else ListState.WRITTEN
    door_list = await lists.save(tx, door_list, lines, state=state, **counts)
    await notifications.tell_members(tx, service, door_list, news)
    if doubtful and not coordinates:
        await unread_lists.ask_coordinators(tx, service, door_list)
    elif not doubtful:
        await unread_lists.take_back_files(tx, door_list)


async def found_lines(reading: CardReading) -> list[str]:
    """Where somebody of the case was found by a list, or denied: with the time and who brought it, oldest first."""
    told = [
        (fact, who)
        for kind in ANSWERS.values()
        for who in people_told_of(reading.view, kind)
        for fact in reading.view.history(kind, who)
    ]
    told.sort(key=lambda pair: (pair[0].time or pair[0].claim.noted_at, pair[0].claim.id))
    return [await _found_line(reading, *pair) for pair in told[-SHOWN:]]


async def _found_line(reading: CardReading, fact: Fact, who: int | None) -> str:
    kind, number = fact.source
    member = await reading.tx.members.get(number) if kind is SourceKind.MEMBER else None
    moment = fact.time or fact.claim.noted_at
    return reading.say(
        f"case-{fact.claim.kind}",
        who=who_words(reading.service, reading.language, reading.case, reading.view, who),
        place=shorten(inert_line(fact.value.text if isinstance(fact.value, Place) else ""), PLACE_SHOWN),
        time=case_lines.local_time(moment, reading.zone, reading.service.zone),
        name=member.name if member is not None else "—",
    )
