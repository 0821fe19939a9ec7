"""Rounds of calls: for one case, or for a region, where all people who are looked for there are asked about at once.

A round of a region asks for people whose case has a round of its own, or whose holding was denied as members say, while
their cases are open. ``/calls`` opens the round of a case, by its code or its button, or of a region, by any word for it;
without a word it asks which.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.casework.call_answers import people_sought
from core.casework.case_view import CaseView
from core.model import Case, Member
from core.presentation import Button, in_button_rows
from core.records.lookups import LookUp
from core.records.station_calls import CallRound, StationCall
from core.stations import Station
from core.timeline import TimelineKind
from core.traffic import Lane
from core.values import Place
from core.vocabulary import STILL, CaseState, LookUpState
from handlers.arguments import OnCase, case_by_code
from handlers.cards import case_lines, live_cards
from handlers.cards.case_loading import view_of
from handlers.cards.history import call_words
from handlers.casework import disclosure, opened_cases
from handlers.forms.dialogues import state_of
from handlers.people.on_call import regions_of
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import cases, claims, rounds, station_calls
from storage.transaction import Transaction

SUBJECT = live_cards.ROUND
RUNS = timedelta(days=7)  # of a case; a longer search needs a new one
LASTS = timedelta(hours=24)  # of a region; so long a call there is shown
RESERVED = timedelta(minutes=10)  # so long a station is one member's to ring
MOST = 300  # open cases of a region that are looked at, the newest
DENIED = "denied"


class SoughtCase(Struct, frozen=True):
    """A case with people who are asked for."""

    case: Case
    view: CaseView


async def open_for_case(tx: Transaction, case: Case, by: Member) -> CallRound | None:
    """The one that runs, else a new one; None where the region is not known."""
    if case.region is None:
        return None
    running = [
        call_round
        for call_round in await tx.rounds.by(case_id=case.id)
        if _is_running(tx, call_round, case.region)
    ]
    return (
        running[-1] if running else tx.rounds.add(CallRound(tx.new_id(), case.region, by.id, tx.now, case.id))
    )


def _is_running(tx: Transaction, call_round: CallRound, region: str) -> bool:
    return (
        call_round.ended_at is None and call_round.region == region and tx.now - call_round.started_at < RUNS
    )


async def open_for_region(tx: Transaction, region: str, by: Member) -> CallRound:
    """Today's, else a new one."""
    found = await _rounds_of_region(tx, region, LASTS, of_cases=False)
    return found[-1] if found else tx.rounds.add(CallRound(tx.new_id(), region, by.id, tx.now))


async def end_for_case(tx: Transaction, case: Case) -> None:
    """Nobody in the case is looked for any more."""
    for call_round in await tx.rounds.by(case_id=case.id):
        if call_round.ended_at is None:
            tx.rounds.put(replace(call_round, ended_at=tx.now))
            for card in await tx.cards.by(subject=SUBJECT, subject_id=call_round.id):
                live_cards.touch(tx, card)


async def _rounds_of_region(
    tx: Transaction, region: str, lately: timedelta, *, of_cases: bool
) -> list[CallRound]:
    recent = rounds.c.region == region, rounds.c.started_at > tx.now - lately, rounds.c.ended_at.is_(None)
    found = await tx.rounds.select(*recent, order_by=rounds.c.id)
    return [call_round for call_round in found if (call_round.case_id is not None) is of_cases]


async def touch_cards(tx: Transaction, region: str) -> None:
    """Something was rung, or somebody rings: all cards of the region's rounds follow."""
    running = [
        *await _rounds_of_region(tx, region, LASTS, of_cases=False),
        *await _rounds_of_region(tx, region, RUNS, of_cases=True),
    ]
    await tx.cards.prefetch("subject_id", [call_round.id for call_round in running], subject=SUBJECT)
    for call_round in running:
        for card in await tx.cards.by(subject=SUBJECT, subject_id=call_round.id):
            live_cards.touch(tx, card)


def stations_to_ring(service: Service, region: str, city: str | None = None) -> list[Station]:
    """Those of a region that can be rung, of the city first."""
    here = [station for station in service.stations if station.region == region]
    return sorted(here, key=lambda station: station.city != city)


async def sought_cases(tx: Transaction, region: str) -> list[SoughtCase]:
    """The open cases of a region with people who are looked for."""
    still = cases.c.state.in_(STILL), cases.c.region == region
    found = {case.id: case for case in await tx.cases.select(*still, order_by=cases.c.id.desc(), limit=MOST)}
    running = {call_round.case_id for call_round in await _rounds_of_region(tx, region, RUNS, of_cases=True)}
    by_member = claims.c.kind == "acknowledged", claims.c.source_kind == "member"
    said = await tx.claims.select(claims.c.case_id.in_(found), *by_member)
    asked = running | {claim.case_id for claim in said if claim.withdrawn_at is None}
    views = [SoughtCase(case, await view_of(tx, case)) for id, case in found.items() if id in asked]
    return [
        sought
        for sought in views
        if people_sought(sought.view) and (sought.case.id in running or _is_denied(sought.view))
    ]


def _is_denied(view: CaseView) -> bool:
    facts = (view.of(person, "acknowledged") for person in people_sought(view))
    return any(fact is not None and fact.value == DENIED for fact in facts)


async def lookups_in_region(tx: Transaction, service: Service, region: str) -> list[LookUp]:
    """Whom strangers look for in a region, and nobody has called them back."""
    waiting = await tx.lookups.by(state=LookUpState.WAITING)
    await tx.dialogues.prefetch("id", [lookup.dialogue_id for lookup in waiting])
    found = []
    for lookup in waiting:
        dialogue = await tx.dialogues.get(lookup.dialogue_id)
        answer = state_of(dialogue).answers.get("place") if dialogue is not None else None
        place = answer.value if answer is not None and isinstance(answer.value, Place) else Place()
        known = place.city or place.region
        if lookup.names and known and service.gazetteer.knows(known):
            found += [lookup] if service.gazetteer.region_of(known) == region else []
    return found


async def recent_calls_to(tx: Transaction, these: Sequence[Station]) -> list[StationCall]:
    """All calls to these stations within a day, oldest first."""
    lately = (
        station_calls.c.station.in_([station.id for station in these]),
        station_calls.c.began_at > tx.now - LASTS,
    )
    return await tx.station_calls.select(*lately, order_by=station_calls.c.id)


def is_ringing(tx: Transaction, call: StationCall) -> bool:
    """Whether the station is still that member's to ring."""
    return call.answer is None and tx.now - call.began_at < RESERVED


OFFERED = 12  # regions


class AskedRegion(Struct, frozen=True):
    """A region of the gazetteer; empty: none was named."""

    id: str


async def case_or_region(turn: Turn, argument: str) -> OnCase | AskedRegion | None:
    """A case by its code, or a region by a name of it or of a place in it."""
    words, known = argument.strip(), turn.service.gazetteer
    if not words:
        return AskedRegion("")
    if (case := await case_by_code(turn, words)) is not None:
        return case
    place = words if known.knows(words) else None
    match = known.answer(words) if place is None else None
    place = place or (match.city or match.region if match is not None else None)
    return AskedRegion(known.region_of(place)) if place is not None else None


async def region_by_id(turn: Turn, argument: str) -> AskedRegion | None:
    """The region of that id."""
    return AskedRegion(argument) if argument in turn.service.gazetteer.regions else None


async def on_round_asked(turn: Turn, found: OnCase | AskedRegion) -> None:
    """``/calls``, with or without something behind it."""
    if isinstance(found, OnCase):
        await on_case_round(turn, found)
    elif found.id:
        await on_region_round(turn, found)
    else:
        await _offer_regions(turn)


async def on_case_round(turn: Turn, found: OnCase) -> None:
    """*Call round* of a case: who has not opened it says why first."""
    case, member = found.case, found.member
    if case.state is CaseState.CLOSED:
        turn.reply("case-is-closed")
    elif not await disclosure.may_see(turn.tx, case, turn.address.id):
        await opened_cases.ask_reason(turn, case)
    elif (call_round := await open_for_case(turn.tx, case, member)) is None:
        turn.reply("round-no-region", code=case.code)
    else:
        await touch_cards(turn.tx, call_round.region)
        await _show_round(turn, call_round.id, case.id)


async def on_region_round(turn: Turn, found: AskedRegion) -> None:
    """The round of a region."""
    if turn.coordinator is not None and found.id:
        call_round = await open_for_region(turn.tx, found.id, turn.coordinator)
        await _show_round(turn, call_round.id, 0)


async def _show_round(turn: Turn, round_id: int, case_id: int) -> None:
    await live_cards.renew(turn.tx, SUBJECT, round_id, turn.address.id, Lane.REPLY, case_id=case_id)


async def _offer_regions(turn: Turn) -> None:
    """Regions in which there are stations to ring, the coordinator's own first."""
    known, own = turn.service.gazetteer, sorted(regions_of(turn.service, turn.active)) if turn.active else []
    ids = dict.fromkeys([*own, *(station.region for station in turn.service.stations)])
    buttons = [Button(known.name(id, turn.language), f"roundof:{id}") for id in list(ids)[:OFFERED]]
    turn.reply("round-where", in_button_rows(buttons))


async def on_evidence(turn: Turn, found: OnCase) -> None:
    """*Evidence*: every call that was made for the case, as a text."""
    zone = case_lines.zone_of(turn.service, found.case)
    lines = [turn.say("round-evidence", code=found.case.code)]
    for line in await turn.tx.timeline.by(case_id=found.case.id):
        if line.kind is TimelineKind.STATION_RUNG:
            member = await turn.tx.members.get(line.actor_id)
            said = call_words(turn.service, turn.language, zone, line.details)
            time = case_lines.local_time(line.at, zone, turn.service.zone)
            lines.append(f"{time} {said} · {member.name if member is not None else '—'}")
    disclosure.send_words(turn.tx, turn.service, found.case, turn.address.id, "\n".join(lines))
