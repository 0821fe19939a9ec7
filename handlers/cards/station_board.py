"""Open cases by where people are held: who is on the way, at the door, inside, refused, and the last call."""

from collections.abc import Sequence

from core.casework.case_list import CaseListLine, by_urgency
from core.casework.sieves import OF_VISIT, CaseStanding, count_sieves, holds_somebody
from core.model import Case
from core.places.station_labels import listed_station
from core.records.station_calls import StationCall
from handlers.cards import case_lines
from handlers.cards.case_lists import CaseGroup
from handlers.cards.case_standings import load_standings
from handlers.cards.detention_places import DetentionPlace, detention_places, name_of_place, whereabouts
from handlers.service import Service
from storage.schema import station_calls
from storage.transaction import Transaction

STEPS = tuple(OF_VISIT.values())


async def station_groups(
    tx: Transaction, service: Service, language: str, found: Sequence[Case]
) -> list[CaseGroup]:
    """The fullest station first; last, those of whom nobody has said where they are. Where nobody is held is left out."""
    held = sorted((case for case in found if holds_somebody(case)), key=by_urgency)
    told = await whereabouts(tx, held, limit=len(held))
    places = detention_places(service, held, told.held)
    standings = await load_standings(tx, held, STEPS)
    calls = await _last_calls(tx, [id for place in places if (id := station_id(service, place))])
    towns = {place.city for place in places}
    groups = [
        _group(
            _heading(service, language, place, standings, calls.get(station_id(service, place) or "")),
            place.cases,
            _label(service, language, place, is_in_one_town=len(towns) == 1),
            is_placed=bool(place.said or place.district),
        )
        for place in places
    ]
    known = {case.id for place in places for case in place.cases}
    nowhere = [case for case in held if case.id not in known]
    if nowhere:
        heading = service.words.say(language, "places-unknown", count=len(nowhere))
        groups.append(_group(heading, nowhere, heading.rstrip(":")))
    return groups


async def cases_at(tx: Transaction, service: Service, among: Sequence[Case], at: Case) -> list[Case]:
    """Those of which somebody is held where somebody of that case is, or was; as little known, if nobody has said where."""
    held = [case for case in among if holds_somebody(case)]
    every = [*(case for case in held if case.id != at.id), at]
    told = await whereabouts(tx, every, limit=len(every))
    together = [
        {case.id for case in place.cases} for place in detention_places(service, every, told.held)
    ] + [{case.id for case in every if case.id not in told.held}]
    there = next(ids for ids in together if at.id in ids)
    return [case for case in held if case.id in there]


def station_id(service: Service, place: DetentionPlace) -> str | None:
    """Which of the list of stations it is."""
    town = place.city or ""
    named = service.gazetteer.stations.only(place.said, (town,) if town else ())
    listed = listed_station(service.gazetteer, service.stations, named, town) if named is not None else None
    return listed.id if listed is not None else None


def _group(heading: str, cases: Sequence[Case], label: str, *, is_placed: bool = False) -> CaseGroup:
    return CaseGroup(heading, [CaseListLine((case,)) for case in cases], is_placed=is_placed, label=label)


def _label(service: Service, language: str, place: DetentionPlace, *, is_in_one_town: bool) -> str:
    name = name_of_place(service, language, place)
    if is_in_one_town and place.city and service.gazetteer.knows(place.city):
        name = name.removeprefix(f"{service.gazetteer.name(place.city, language)}, ")
    return service.words.say(language, "places-head", place=name, count=len(place.cases))


def _heading(
    service: Service,
    language: str,
    place: DetentionPlace,
    standings: dict[int, CaseStanding],
    call: StationCall | None,
) -> str:
    say = service.words.say
    counted = count_sieves(standings[case.id] for case in place.cases)
    parts = [
        say(language, "places-head", place=name_of_place(service, language, place), count=len(place.cases))
    ]
    parts += [say(language, f"places-{step}", count=counted[step]) for step in STEPS if counted[step]]
    if call is not None and call.answer is not None:
        zone = case_lines.zone_of(service, place.cases[0])
        time = case_lines.local_time(call.answered_at or call.began_at, zone, service.zone)
        parts.append(say(language, "places-called", time=time, answer=call.answer.value))
    return " · ".join(parts)


async def _last_calls(tx: Transaction, stations: Sequence[str]) -> dict[str, StationCall]:
    """The last call to each that was answered somehow."""
    answered = station_calls.c.station.in_(stations), station_calls.c.answer.is_not(None)
    found = await tx.station_calls.select(*answered, order_by=station_calls.c.id) if stations else []
    return {call.station: call for call in found}
