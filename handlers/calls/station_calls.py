"""A station is rung: *I ring* makes it one member's for some minutes; then its answer is written down, with a tap.

Each answer is a claim of every case that the member could ask for, and a line of its timeline: evidence, with its time.
"""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.model import Case, Member
from core.records.station_calls import CallRound, StationCall
from core.stations import Station
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, StationAnswer
from handlers.alerting import tasks
from handlers.calls import rounds, station_answers
from handlers.cards import live_cards
from handlers.casework import opened_cases
from handlers.casework.disclosure import may_see
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

LATEST = 24 * 60  # minutes


class OnStation(Struct, frozen=True):
    """A station of a round, and its case if it is of one."""

    member: Member
    round: CallRound
    station: Station
    case: Case | None


class OnCall(OnStation, frozen=True):
    """A call of the actor's; ``word``: what was answered, and ``more``: about whom, or when to ring again."""

    call: StationCall
    word: StationAnswer
    more: str


async def station_of_round(turn: Turn, argument: str) -> OnStation | None:
    """``number:station``: the round of that number, while its case is open, and a station of its region."""
    number, _, named = argument.partition(":")
    call_round = await turn.tx.rounds.get(id_in(number) or 0)
    found = _find_station(turn.service, named)
    if call_round is None or found is None or turn.active is None or found.region != call_round.region:
        return None
    case = await turn.tx.cases.get(call_round.case_id) if call_round.case_id is not None else None
    if case is not None and case.state is CaseState.CLOSED:
        return None
    return OnStation(turn.active, call_round, found, case)


async def own_call(turn: Turn, argument: str) -> OnCall | None:
    """``number:answer``, with what belongs to it: a call of the actor's that is not over."""
    number, _, rest = argument.partition(":")
    said, _, more = rest.replace("later-", "later:", 1).partition(":")
    call = await turn.tx.station_calls.get(id_in(number) or 0)
    if (
        call is None
        or turn.active is None
        or call.member_id != turn.active.id
        or said not in {*StationAnswer}
    ):
        return None
    about = await station_of_round(turn, f"{call.round_id}:{call.station}")
    if about is None or (said == StationAnswer.LATER and not 0 < (id_in(more) or 0) <= LATEST):
        return None
    return OnCall(about.member, about.round, about.station, about.case, call, StationAnswer(said), more)


def _find_station(service: Service, id: str) -> Station | None:
    return next((station for station in service.stations if station.id == id), None)


async def on_ringing(turn: Turn, found: OnStation) -> None:
    """*I ring*: nobody else rings it meanwhile; a member who was ringing another station gives that one up."""
    tx, member = turn.tx, found.member
    if found.case is not None and not await may_see(tx, found.case, turn.address.id):
        await opened_cases.ask_reason(turn, found.case)
        return
    for call in await tx.station_calls.by(station=found.station.id, answer=None):
        if rounds.is_ringing(tx, call) and call.member_id != member.id:
            other = await tx.members.get(call.member_id)
            turn.reply("round-taken", name=other.name if other is not None else "—")
            return
    for mine in await tx.station_calls.by(member_id=member.id, answer=None):
        _release_station(tx, mine)
    call = tx.station_calls.add(StationCall(tx.new_id(), found.round.id, found.station.id, member.id, tx.now))
    tx.timers.put(Timer(_lapse_key(call), "lapsed-station", tx.now + rounds.RESERVED, call.id))
    await rounds.touch_cards(tx, found.round.region)


async def on_lapsed(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said what came of it: anybody may ring it now."""
    call = await tx.station_calls.get(timer.subject_id)
    call_round = await tx.rounds.get(call.round_id) if call is not None else None
    if call is not None and call_round is not None and call.answer is None:
        _release_station(tx, call)
        await rounds.touch_cards(tx, call_round.region)


def _release_station(tx: Transaction, call: StationCall) -> None:
    tx.timers.remove(_lapse_key(call))
    tx.station_calls.remove(call.id)


def _lapse_key(call: StationCall) -> str:
    return f"lapsed-station:{call.id}"


async def on_answered(turn: Turn, found: OnCall) -> None:
    """What the station said. Pressed twice it is said once; if several people are there, each is a press of its own."""
    tx, call = turn.tx, found.call
    first = call.answer is None
    if not first and not (call.answer is found.word is StationAnswer.THERE and found.more):
        turn.reply("round-answered")
        return
    if first:
        again = tx.now + timedelta(minutes=int(found.more)) if found.word is StationAnswer.LATER else None
        tx.timers.remove(_lapse_key(call))
        call = tx.station_calls.put(replace(call, answer=found.word, answered_at=tx.now, again_at=again))
        if again is not None:
            tx.timers.put(Timer(f"again-station:{call.id}", "again-station", again, call.id))
    if found.word is StationAnswer.THERE:
        await station_answers.record_somebody(
            turn, found.member, found.round, found.station, call, found.more
        )
    else:
        await station_answers.record_nobody(turn, found.member, found.round, found.station, call)
    await rounds.touch_cards(tx, found.round.region)


async def on_call_again(tx: Transaction, service: Service, timer: Timer) -> None:
    """The station wanted to be rung again now: the member who rang hears of it; if they cannot be reached, all coordinators
    do; nobody does if it was rung meanwhile.
    """
    call = await tx.station_calls.get(timer.subject_id)
    call_round = await tx.rounds.get(call.round_id) if call is not None else None
    if call is None or call_round is None or call_round.ended_at is not None:
        return
    case = await tx.cases.get(call_round.case_id) if call_round.case_id is not None else None
    newer = [other for other in await tx.station_calls.by(station=call.station) if other.id > call.id]
    if newer or (case is not None and case.state is CaseState.CLOSED):
        return
    member = await tx.members.get(call.member_id)
    reads = member is not None and member.suspended_at is None and await is_reachable(tx, member)
    for reader in [member] if reads and member is not None else await tasks.coordinators(tx):
        case_id = call_round.case_id or 0
        await live_cards.renew(
            tx, rounds.SUBJECT, call_round.id, await home_address(tx, reader), Lane.NEWS, case_id=case_id
        )
