"""Rounds of calls: of a case, or of a region, where all who are looked for there are asked for at once.

In a region those are looked for for whom a round runs, and whose holding members say is denied, while their cases are open.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.core.calls import Round, StationCall
from bot.core.casework.describe import CaseView
from bot.core.casework.rounds import sought
from bot.core.looked_for import LookUp
from bot.core.model import Case, Member
from bot.core.stations import Station
from bot.core.values import Place
from bot.core.vocabulary import STILL, LookUpState
from handlers.cards import tracking
from handlers.cards.case_view import view_of
from handlers.forms.dialogues import state_of
from handlers.service import Service
from storage.schema import cases, claims, rounds, station_calls
from storage.transaction import Transaction

SUBJECT = tracking.ROUND
RUNS = timedelta(days=7)  # of a case; whoever is looked for longer is looked for by a new one
LASTS = timedelta(hours=24)  # of a region; so long a call there is shown
RESERVED = timedelta(minutes=10)  # so long a station is one member's to ring
MOST = 300  # open cases of a region that are looked at, the newest
DENIED = "denied"


class Wanted(Struct, frozen=True):
    """A case of which somebody is asked for."""

    case: Case
    view: CaseView


async def of_case(tx: Transaction, case: Case, by: Member) -> Round | None:
    """The one that runs, else a new one; None where the region is not known."""
    if case.region is None:
        return None
    running = [one for one in await tx.rounds.by(case_id=case.id) if _runs(tx, one, case.region)]
    return running[-1] if running else tx.rounds.add(Round(tx.new_id(), case.region, by.id, tx.now, case.id))


def _runs(tx: Transaction, one: Round, region: str) -> bool:
    return one.ended_at is None and one.region == region and tx.now - one.started_at < RUNS


async def of_region(tx: Transaction, region: str, by: Member) -> Round:
    """Today's, else a new one."""
    found = await _of(tx, region, LASTS, of_cases=False)
    return found[-1] if found else tx.rounds.add(Round(tx.new_id(), region, by.id, tx.now))


async def end(tx: Transaction, case: Case) -> None:
    """Nobody of the case is looked for any more."""
    for one in await tx.rounds.by(case_id=case.id):
        if one.ended_at is None:
            tx.rounds.put(replace(one, ended_at=tx.now))
            for card in await tx.cards.by(subject=SUBJECT, subject_id=one.id):
                tracking.touch(tx, card)


async def _of(tx: Transaction, region: str, lately: timedelta, *, of_cases: bool) -> list[Round]:
    recent = rounds.c.region == region, rounds.c.started_at > tx.now - lately, rounds.c.ended_at.is_(None)
    found = await tx.rounds.select(*recent, order_by=rounds.c.id)
    return [one for one in found if (one.case_id is not None) is of_cases]


async def touch(tx: Transaction, region: str) -> None:
    """Something was rung, or somebody rings: all cards of the region's rounds follow."""
    running = [*await _of(tx, region, LASTS, of_cases=False), *await _of(tx, region, RUNS, of_cases=True)]
    await tx.cards.prefetch("subject_id", [one.id for one in running], subject=SUBJECT)
    for one in running:
        for card in await tx.cards.by(subject=SUBJECT, subject_id=one.id):
            tracking.touch(tx, card)


def stations(service: Service, region: str, city: str | None = None) -> list[Station]:
    """Those of a region that can be rung, of the city first."""
    here = [station for station in service.stations if station.region == region]
    return sorted(here, key=lambda station: station.city != city)


async def wanted(tx: Transaction, region: str) -> list[Wanted]:
    """The open cases of a region of which somebody is looked for."""
    still = cases.c.state.in_(STILL), cases.c.region == region
    found = {one.id: one for one in await tx.cases.select(*still, order_by=cases.c.id.desc(), limit=MOST)}
    running = {one.case_id for one in await _of(tx, region, RUNS, of_cases=True)}
    by_member = claims.c.kind == "acknowledged", claims.c.source_kind == "member"
    said = await tx.claims.select(claims.c.case_id.in_(found), *by_member)
    asked = running | {claim.case_id for claim in said if claim.withdrawn_at is None}
    views = [Wanted(case, await view_of(tx, case)) for id, case in found.items() if id in asked]
    return [one for one in views if sought(one.view) and (one.case.id in running or _is_denied(one.view))]


def _is_denied(view: CaseView) -> bool:
    facts = (view.of(person, "acknowledged") for person in sought(view))
    return any(fact is not None and fact.value == DENIED for fact in facts)


async def lookups(tx: Transaction, service: Service, region: str) -> list[LookUp]:
    """Whom strangers look for in a region, and nobody has called them back."""
    waiting = await tx.lookups.by(state=LookUpState.WAITING)
    await tx.dialogues.prefetch("id", [one.dialogue_id for one in waiting])
    found = []
    for one in waiting:
        dialogue = await tx.dialogues.get(one.dialogue_id)
        answer = state_of(dialogue).answers.get("place") if dialogue is not None else None
        place = answer.value if answer is not None and isinstance(answer.value, Place) else Place()
        known = place.city or place.region
        if one.names and known and service.gazetteer.knows(known):
            found += [one] if service.gazetteer.region_of(known) == region else []
    return found


async def calls_to(tx: Transaction, these: Sequence[Station]) -> list[StationCall]:
    """All calls to these stations within a day, oldest first."""
    lately = station_calls.c.station.in_([one.id for one in these]), station_calls.c.began_at > tx.now - LASTS
    return await tx.station_calls.select(*lately, order_by=station_calls.c.id)


def is_ringing(tx: Transaction, call: StationCall) -> bool:
    """Whether the station is still that member's to ring."""
    return call.answer is None and tx.now - call.began_at < RESERVED
