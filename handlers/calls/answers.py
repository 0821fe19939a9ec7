"""What follows from a station's answer: claims and lines of timelines; somebody is found; or their holding is denied.

found    where they are is a fact; whoever has the case hears of it with a sound, the reporters whom we may write to read it,
         the others are rung. Who asked for somebody as a stranger is called back.
denied   after so many stations (``calls.denials``), or all: ``acknowledged`` is *denied* (mt 30), and coordinators are asked
"""

from collections.abc import Sequence

from bot.core.calls import Round, StationCall
from bot.core.casework.rounds import is_denied, people_of, sought
from bot.core.looked_for import LookUp
from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation
from bot.core.stations import Station
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.values import Call, Moment, Precision
from bot.core.vocabulary import AskKind, StationAnswer
from handlers.alerting import asks
from handlers.calls import found, rounds
from handlers.calls.rounds import DENIED, Wanted
from handlers.cards import seen_lines, tracking
from handlers.cards.case_view import view_of
from handlers.casework import facts, handed_out
from handlers.casework.handed_out import may_see
from handlers.turn import Turn, id_in
from storage import timeline

PERSON, EVERYBODY, LOOKUP = "p", "c", "l"  # before the number of who is there


async def nobody(turn: Turn, by: Member, one: Round, station: Station, call: StationCall) -> None:
    """Denied, hung up, or later: said for all for whom the member could ask."""
    for wanted in await _asked_for(turn, one):
        people = sought(wanted.view)
        whole = len(people) == len(people_of(wanted.view))
        for person in [None] if whole else people:
            await _claim(turn, by, wanted.case, station, call, person)
        await _line(turn, by, wanted.case, station, call)
        if call.answer is StationAnswer.DENIED:
            await _mark_denied(turn, by, wanted.case)
        await tracking.touch_case(turn.tx, wanted.case.id)


async def there(turn: Turn, by: Member, one: Round, station: Station, call: StationCall, who: str) -> None:
    """Somebody is: who, if it is not clear, is asked below."""
    people = [(wanted, person) for wanted in await _asked_for(turn, one) for person in sought(wanted.view)]
    lookups = await rounds.lookups(turn.tx, turn.service, one.region) if one.case_id is None else []
    if not who and len(people) + len(lookups) > 1:
        _ask_who(turn, call, people, lookups)
        return
    if who.startswith(LOOKUP) or (not who and lookups):
        for look in lookups:
            if not who or look.id == id_in(who[1:]):
                turn.reply("round-call-back")
                await tracking.renew(turn.tx, "look-up", look.address_id, turn.address.id, Lane.REPLY)
        return
    for wanted, person in people:
        if who in ("", _who(wanted.case, person)):
            await _claim(turn, by, wanted.case, station, call, person)
            await _line(turn, by, wanted.case, station, call)
            await found.note(turn, by, wanted.case, person, station)
            if not sought(await view_of(turn.tx, wanted.case)):
                await rounds.end(turn.tx, wanted.case)


def _ask_who(
    turn: Turn, call: StationCall, people: Sequence[tuple[Wanted, int | None]], lookups: Sequence[LookUp]
) -> None:
    """Names on buttons: they go when their reader may not see the case any more; those of several cases after a day."""
    of_cases = {wanted.case.id: wanted.case for wanted, _ in people}
    case = next(iter(of_cases.values())) if len(of_cases) == 1 and not lookups else None
    buttons = [
        Button(_name(turn, wanted, person), f"rang:{call.id}:there:{_who(wanted.case, person)}")
        for wanted, person in people
    ]
    buttons += [Button(", ".join(one.names), f"rang:{call.id}:there:{LOOKUP}{one.id}") for one in lookups]
    shown = Presentation(turn.say("round-who"), tuple((button,) for button in buttons), protect=True)
    turn.show(shown, key=handed_out.new_key(turn.tx, case, fades=case is None))


async def _asked_for(turn: Turn, one: Round) -> list[Wanted]:
    """Those whose names the member can read: of nobody else anybody was asked."""
    if one.case_id is None:
        wanted = await rounds.wanted(turn.tx, one.region)
    else:
        case = await turn.tx.cases.get(one.case_id)
        wanted = [Wanted(case, await view_of(turn.tx, case))] if case is not None else []
    return [each for each in wanted if await may_see(turn.tx, each.case, turn.address.id)]


def _who(case: Case, person: int | None) -> str:
    return f"{EVERYBODY}{case.id}" if person is None else f"{PERSON}{person}"


def _name(turn: Turn, wanted: Wanted, person: int | None) -> str:
    name = seen_lines.who_words(turn.service, turn.language, wanted.case, wanted.view, person)
    return f"{name} · {wanted.case.code}"


async def _claim(
    turn: Turn, by: Member, case: Case, station: Station, call: StationCall, person: int | None
) -> None:
    said = Call(station.id, station.names[turn.service.language], str(call.answer), call.again_at)
    when = Moment(turn.now, Precision.MINUTE, exact=True)
    claim = facts.by_member(turn.tx, case, by, "call", said, person=person, when=when)
    await facts.note(turn.tx, turn.service, case, claim)


async def _line(turn: Turn, by: Member, case: Case, station: Station, call: StationCall) -> None:
    again = call.again_at.isoformat() if call.again_at is not None else ""
    details = {
        "station": station.names[turn.service.language],
        "phones": list(station.phones),
        "said": str(call.answer),
        "again": again,
    }
    await timeline.append(turn.tx, case.id, by.id, Line.STATION_RUNG, details)


async def _mark_denied(turn: Turn, by: Member, case: Case) -> None:
    tx, service, view = turn.tx, turn.service, await view_of(turn.tx, case)
    every = {station.id for station in rounds.stations(service, case.region or "")}
    people = sought(view)
    denied = [who for who in people if is_denied(view, who, service.denials, every)]
    known = {who for who in denied if (fact := view.of(who, "acknowledged")) and fact.value == DENIED}
    new = [who for who in denied if who not in known]
    if not new:
        return
    about = [None] if len(new) == len(people_of(view)) else new
    marks = [facts.by_member(tx, case, by, "acknowledged", DENIED, person=who) for who in about]
    case = await facts.note(tx, service, case, *marks)
    await asks.put(tx, service, case, AskKind.DENIED, again=True)
