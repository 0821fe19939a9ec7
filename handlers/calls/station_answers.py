"""What follows from a station's answer: claims and lines of timelines; somebody is found, or their holding is denied.

found    where they are is a fact; the member who has the case hears of it with a sound, reporters who are verified and
         whom we may write to read it, the others are rung; somebody who asked for them as a stranger is called back
denied   after so many stations (``calls.denials``), or all: ``acknowledged`` is *denied* (mt 30), and coordinators are asked
"""

from collections.abc import Sequence

from core.casework.call_answers import is_holding_denied, people_asked_for, people_sought
from core.model import Case, Member
from core.presentation import Button, Presentation
from core.records.lookups import LookUp
from core.records.station_calls import CallRound, StationCall
from core.stations import Station
from core.timeline import TimelineKind
from core.traffic import Lane
from core.values import Call, Moment, Precision
from core.vocabulary import CaseState, StationAnswer, TaskKind
from handlers.alerting import tasks
from handlers.calls import rounds
from handlers.calls.rounds import DENIED, SoughtCase
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, facts, phone_lines
from handlers.casework.disclosure import may_see
from handlers.outbox import news, sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.turn import Turn, id_in
from handlers.visits import visit_lines
from storage import timeline

THERE = "there"


async def record_found(turn: Turn, by: Member, case: Case, person: int | None, station: Station) -> None:
    """Claimed, told to the member who has the case and to the reporters; the coordinator reads to whom, and whom to ring."""
    tx, service = turn.tx, turn.service
    said = [
        facts.member_claim(tx, case, by, "taken", station.names[service.language], person=person),
        facts.member_claim(tx, case, by, "acknowledged", THERE, person=person),
    ]
    case = await facts.record(tx, service, case, *said)
    await tasks.settle(tx, service, case, TaskKind.DENIED)
    await live_cards.touch_case(tx, case.id)
    for holder in (case.owner_id, case.second_id) if case.state is CaseState.ACCEPTED else ():
        member = await tx.members.get(holder) if holder not in (None, by.id) else None
        if member is not None:
            there = await home_address(turn.tx, member)
            language = await language_of(tx, service, there)
            text = service.words.say(
                language, "round-found-owner", code=case.code, station=station.names[language]
            )
            key = disclosure.new_key(tx, case)
            sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.ALERT, key=key)
    told = await news.tell(tx, service, case, "round-found-news", station=station.names)
    numbers = await phone_lines.numbers_to_ring(tx, service, turn.language, case)
    text = turn.say(
        "round-found-noted", code=case.code, station=station.names[turn.language], chats=len(told.reports)
    )
    unverified = [turn.say("round-unverified", count=told.unverified)] if told.unverified else []
    ring = [turn.say("relay-ring", code=case.code, numbers="; ".join(numbers))] if numbers else []
    shown = Presentation("\n".join([text, *unverified, *ring]), protect=True)
    sending.send_message(tx, service, turn.address.id, shown, key=disclosure.new_key(tx, case))


PERSON, EVERYBODY, LOOKUP = "p", "c", "l"  # before the number of the person who is there


async def record_nobody(
    turn: Turn, by: Member, call_round: CallRound, station: Station, call: StationCall
) -> None:
    """Denied, hung up, or later: said for all for whom the member could ask."""
    for wanted in await _cases_sought(turn, call_round):
        people = people_sought(wanted.view)
        whole = len(people) == len(people_asked_for(wanted.view))
        for person in [None] if whole else people:
            await _write_claim(turn, by, wanted.case, station, call, person)
        await _write_line(turn, by, wanted.case, station, call)
        if call.answer is StationAnswer.DENIED:
            await _mark_denied(turn, by, wanted.case)
        await live_cards.touch_case(turn.tx, wanted.case.id)


async def record_somebody(
    turn: Turn, by: Member, call_round: CallRound, station: Station, call: StationCall, who: str
) -> None:
    """Somebody is: who, if it is not clear, is asked below."""
    people = [
        (wanted, person)
        for wanted in await _cases_sought(turn, call_round)
        for person in people_sought(wanted.view)
    ]
    lookups = (
        await rounds.lookups_in_region(turn.tx, turn.service, call_round.region)
        if call_round.case_id is None
        else []
    )
    if not who and len(people) + len(lookups) > 1:
        _ask_who(turn, call, people, lookups)
        return
    if who.startswith(LOOKUP) or (not who and lookups):
        for look in lookups:
            if not who or look.id == id_in(who[1:]):
                turn.reply("round-call-back")
                await live_cards.renew(turn.tx, "look-up", look.address_id, turn.address.id, Lane.REPLY)
        return
    for wanted, person in people:
        if who in ("", _person_choice(wanted.case, person)):
            await _write_claim(turn, by, wanted.case, station, call, person)
            await _write_line(turn, by, wanted.case, station, call)
            await record_found(turn, by, wanted.case, person, station)
            if not people_sought(await view_of(turn.tx, wanted.case)):
                await rounds.end_for_case(turn.tx, wanted.case)


def _ask_who(
    turn: Turn, call: StationCall, people: Sequence[tuple[SoughtCase, int | None]], lookups: Sequence[LookUp]
) -> None:
    """Names on buttons: they go when their reader may not see the case any more; those of several cases after a day."""
    of_cases = {wanted.case.id: wanted.case for wanted, _ in people}
    case = next(iter(of_cases.values())) if len(of_cases) == 1 and not lookups else None
    buttons = [
        Button(
            _person_name(turn, wanted, person), f"rang:{call.id}:there:{_person_choice(wanted.case, person)}"
        )
        for wanted, person in people
    ]
    buttons += [
        Button(", ".join(lookup.names), f"rang:{call.id}:there:{LOOKUP}{lookup.id}") for lookup in lookups
    ]
    shown = Presentation(turn.say("round-who"), tuple((button,) for button in buttons), protect=True)
    turn.show(shown, key=disclosure.new_key(turn.tx, case, fades=case is None))


async def _cases_sought(turn: Turn, call_round: CallRound) -> list[SoughtCase]:
    """Those whose names the member can read: nobody else was asked for."""
    if call_round.case_id is None:
        wanted = await rounds.sought_cases(turn.tx, call_round.region)
    else:
        case = await turn.tx.cases.get(call_round.case_id)
        wanted = [SoughtCase(case, await view_of(turn.tx, case))] if case is not None else []
    return [each for each in wanted if await may_see(turn.tx, each.case, turn.address.id)]


def _person_choice(case: Case, person: int | None) -> str:
    return f"{EVERYBODY}{case.id}" if person is None else f"{PERSON}{person}"


def _person_name(turn: Turn, wanted: SoughtCase, person: int | None) -> str:
    name = visit_lines.who_words(turn.service, turn.language, wanted.case, wanted.view, person)
    return f"{name} · {wanted.case.code}"


async def _write_claim(
    turn: Turn, by: Member, case: Case, station: Station, call: StationCall, person: int | None
) -> None:
    said = Call(station.id, station.names[turn.service.language], str(call.answer), call.again_at)
    when = Moment(turn.now, Precision.MINUTE, exact=True)
    claim = facts.member_claim(turn.tx, case, by, "call", said, person=person, when=when)
    await facts.record(turn.tx, turn.service, case, claim)


async def _write_line(turn: Turn, by: Member, case: Case, station: Station, call: StationCall) -> None:
    again = call.again_at.isoformat() if call.again_at is not None else ""
    details = {
        "station": station.names[turn.service.language],
        "phones": list(station.phones),
        "said": str(call.answer),
        "again": again,
    }
    await timeline.append(turn.tx, case.id, by.id, TimelineKind.STATION_RUNG, details)


async def _mark_denied(turn: Turn, by: Member, case: Case) -> None:
    tx, service, view = turn.tx, turn.service, await view_of(turn.tx, case)
    every = {station.id for station in rounds.stations_to_ring(service, case.region or "")}
    people = people_sought(view)
    denied = [who for who in people if is_holding_denied(view, who, service.denials, every)]
    known = {who for who in denied if (fact := view.of(who, "acknowledged")) and fact.value == DENIED}
    new = [who for who in denied if who not in known]
    if not new:
        return
    about = [None] if len(new) == len(people_asked_for(view)) else new
    marks = [facts.member_claim(tx, case, by, "acknowledged", DENIED, person=who) for who in about]
    case = await facts.record(tx, service, case, *marks)
    await tasks.ask_coordinators(tx, service, case, TaskKind.DENIED, again=True)
