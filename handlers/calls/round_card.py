"""The live card of a round: whom to ask for, each station with its number, who rang, when, and what it answered.

Everybody's buttons are their own: a station that somebody rings has none for the others. Names stand only on the cards of
those to whom the case was opened.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.casework.call_answers import last_of_each, people_sought
from core.folding import inert_line
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.station_calls import CallRound, StationCall
from core.traffic import Card
from core.values import Call
from core.vocabulary import CaseState, StationAnswer
from handlers.calls import rounds
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.stub import stub
from handlers.casework.disclosure import may_see
from handlers.people.membership import members_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.visits import visit_lines
from storage.transaction import Transaction

SHOWN = 20  # stations; those that need a call before the others
LATER = (15, 60, 180)  # minutes after which to ring again
NEEDS = (None, StationAnswer.LATER, StationAnswer.HUNG_UP, StationAnswer.DENIED, StationAnswer.THERE)
LastAnswer = tuple[StationAnswer, str, datetime, datetime | None]  # what, to whom, when, and when again


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How it looks to its reader now."""
    language = await language_of(tx, service, card.address_id)
    call_round = await tx.rounds.get(card.subject_id)
    members = await members_at(tx, card.address_id)
    if call_round is None or not members or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    case = await tx.cases.get(call_round.case_id) if call_round.case_id is not None else None
    say = service.words.say
    if case is not None and case.state is CaseState.CLOSED:
        return stub(service, language, "round-closed", code=case.code)
    place = service.gazetteer.name(call_round.region, language)
    head = say(language, "round-head", place=place, code=f" · {case.code}" if case is not None else "")
    asked, unopened = await _sought_lines(tx, service, language, call_round, case, card.address_id)
    rows = [*unopened]
    lines = [head, *asked, ""]
    these = rounds.stations_to_ring(service, call_round.region, case.city if case is not None else None)
    calls = await rounds.recent_calls_to(tx, these)
    said = await _last_answers(tx, call_round, case, calls)
    ringing = {call.station: call for call in calls if rounds.is_ringing(tx, call)}
    if not these:
        lines.append(say(language, "round-no-stations"))
    shown = sorted(enumerate(these, start=1), key=lambda pair: _by_need(tx, said.get(pair[1].id)))[:SHOWN]
    free = []
    for number, station in sorted(shown, key=lambda pair: pair[0]):
        name = station.names[language]
        lines.append(say(language, "round-line", number=number, name=name, phones=", ".join(station.phones)))
        lines += _answer_words(service, language, said.get(station.id))
        call = ringing.get(station.id)
        if call is None:
            free.append(
                Button(say(language, "button-i-ring", number=number), f"iring:{call_round.id}:{station.id}")
            )
        else:
            lines.append(await _who_rings(tx, service, language, call, members[0]))
            rows += (
                _answer_buttons(service, language, number, call) if call.member_id == members[0].id else []
            )
    if len(these) > SHOWN:
        lines.append(say(language, "round-more", count=len(these) - SHOWN))
    rows += in_button_rows(free, 3)
    if case is not None:
        rows.append((Button(say(language, "button-evidence"), f"evidence:{case.id}"),))
    return Presentation("\n".join(lines), tuple(rows), protect=True)


async def _sought_lines(
    tx: Transaction, service: Service, language: str, call_round: CallRound, case: Case | None, reader: int
) -> tuple[list[str], ButtonRows]:
    """Whom to ask for, as far as this reader may know it; the other cases can be opened."""
    say = service.words.say
    if case is not None:
        wanted = [rounds.SoughtCase(case, await view_of(tx, case))]
    else:
        wanted = await rounds.sought_cases(tx, call_round.region)
    lines, closed = [], []
    for found in wanted:
        if not await may_see(tx, found.case, reader):
            closed.append(Button(found.case.code, f"open:{found.case.id}"))
            continue
        people = people_sought(found.view)
        names = [visit_lines.who_words(service, language, found.case, found.view, who) for who in people]
        said = inert_line(", ".join(names)) or say(language, "round-found")
        lines.append(say(language, "round-for", code=found.case.code, names=said))
    if case is None:
        asked = [
            inert_line(", ".join(look.names))
            for look in await rounds.lookups_in_region(tx, service, call_round.region)
        ]
        lines += [say(language, "round-for-lookup", names=names) for names in asked]
    if closed:
        lines.append(say(language, "round-closed-cases", count=len(closed)))
    return lines or [say(language, "round-for-nobody")], in_button_rows(closed[:SHOWN])


async def _last_answers(
    tx: Transaction, call_round: CallRound, case: Case | None, calls: Sequence[StationCall]
) -> Mapping[str, LastAnswer]:
    """What each station said last: for a case, by its claims and its own calls; else by all calls of the day."""
    said: dict[str, LastAnswer] = {}
    if case is not None:
        for station, fact in last_of_each(await view_of(tx, case)).items():
            assert isinstance(fact.value, Call)
            member = await tx.members.get(fact.claim.source_id)
            at = fact.time or fact.claim.noted_at
            said[station] = (StationAnswer(fact.value.answer), _member_name(member), at, fact.value.again_at)
    for call in calls:
        if (
            call.answer is None
            or call.answered_at is None
            or (case is not None and call.round_id != call_round.id)
        ):
            continue
        before = said.get(call.station)
        if before is None or before[2] <= call.answered_at:
            name = _member_name(await tx.members.get(call.member_id))
            said[call.station] = (call.answer, name, call.answered_at, call.again_at)
    return said


def _member_name(member: Member | None) -> str:
    return member.name if member is not None else "—"


def _by_need(tx: Transaction, said: LastAnswer | None) -> tuple[int, int]:
    """Stations that asked to be rung again by now come first, then those never rung."""
    if said is None:
        return 1, 0
    due = said[3] is not None and said[3] <= tx.now
    return (0, 0) if due else (1, NEEDS.index(said[0]))


def _answer_words(service: Service, language: str, said: LastAnswer | None) -> list[str]:
    if said is None:
        return []
    answer, name, at, again = said
    time = case_lines.local_time(at, service.zone, service.zone)
    later = case_lines.local_time(again, service.zone, service.zone) if again is not None else ""
    return [service.words.say(language, f"round-{answer}", name=name, time=time, again=later)]


async def _who_rings(
    tx: Transaction, service: Service, language: str, call: StationCall, reader: Member
) -> str:
    time = case_lines.local_time(call.began_at, service.zone, service.zone)
    if call.member_id == reader.id:
        return service.words.say(language, "round-you-ring", time=time)
    name = _member_name(await tx.members.get(call.member_id))
    return service.words.say(language, "round-rings", name=name, time=time)


def _answer_buttons(
    service: Service, language: str, number: int, call: StationCall
) -> list[tuple[Button, ...]]:
    say = service.words.say
    there, denied, hung_up = (
        Button(say(language, f"button-{answer}", number=number), f"rang:{call.id}:{answer}", style)
        for answer, style in (
            (StationAnswer.THERE, Style.SUCCESS),
            (StationAnswer.DENIED, Style.DANGER),
            (StationAnswer.HUNG_UP, Style.PLAIN),
        )
    )
    later = (
        Button(say(language, "button-ring-later", minutes=minutes), f"rang:{call.id}:later-{minutes}")
        for minutes in LATER
    )
    return [(there, denied), (hung_up, *later)]
