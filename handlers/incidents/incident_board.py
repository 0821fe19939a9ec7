"""The live board of an incident, in each coordinator's chat: edited as its cases change, and it never makes a sound.

It shows who is held where, the cases of one station together. Coarse, as every list: codes, places of the gazetteer,
numbers; no names, no words. While the incident is only proposed, the board asks.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from core.casework.case_view import WHEREABOUTS_KINDS, where_held
from core.casework.incident_figures import (
    BoardPart,
    CasesAndPeople,
    IncidentFigures,
    count_incident,
    is_held,
)
from core.model import Case
from core.places.spots import Spot
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.incidents import Incident, IncidentPhase, IncidentStanding
from core.traffic import Card
from core.values import Place
from core.vocabulary import CaseState
from handlers.cards import case_lines, case_lists
from handlers.cards.case_card import state_words
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.case_loading import held_spot, views_of
from handlers.cards.stub import stub
from handlers.incidents import incident_cases
from handlers.incidents.incident_cases import incident_title
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

OUT = "released_at"  # the kind of claim
READ = 300  # cases whose claims are read for it: the newest


class DetentionPlace(Struct, frozen=True):
    """One place where people are held: the city and, as far as it is told, the district, ids of the gazetteer; and the words
    that tell which station it is.
    """

    city: str | None
    district: str | None
    said: str
    cases: tuple[Case, ...]


class Whereabouts(Struct, frozen=True):
    """``held``: where somebody of a case is, by its id; ``released``: how many people of it are said to be out."""

    held: dict[int, Place]
    released: dict[int, int]


async def whereabouts(tx: Transaction, cases: Sequence[Case]) -> Whereabouts:
    """Where people of the newest cases are held, by what their sources say."""
    newest = sorted(cases, key=lambda case: case.id)[-READ:]
    views = await views_of(tx, newest, (*WHEREABOUTS_KINDS, OUT))
    held = {id: place for id, view in views.items() if (place := where_held(view)) is not None}
    return Whereabouts(
        held, {id: sum(OUT in person.facts for person in view.persons) for id, view in views.items()}
    )


def detention_places(
    service: Service, cases: Sequence[Case], held: Mapping[int, Place]
) -> list[DetentionPlace]:
    """Places where people are said to be, the fullest first."""
    groups: list[tuple[Spot, str | None, list[Case]]] = []
    for case in cases:
        if case.id not in held:
            continue
        here, district = _place_of(service, case, held[case.id])
        group = next(
            (group for group in groups if group[0].is_same(here) or _is_district(group, here, district)), None
        )
        if group is None:
            groups.append((here, district, [case]))
        else:
            group[2].append(case)
    made = [
        DetentionPlace(
            of.town or None, district, _plainest_words(service, of.town, found, held), tuple(found)
        )
        for of, district, found in groups
    ]
    return sorted(made, key=lambda station: -len(station.cases))


def _place_of(service: Service, case: Case, held: Place) -> tuple[Spot, str | None]:
    city = held.city or case.city
    found = service.gazetteer.find(held.text)
    named = found.district if found is not None and found.city in (None, city) else None
    spot = held_spot(service, city or held.region or case.region or "", held.text)
    of_station = spot.station.place if spot.station is not None else None
    in_district = of_station if of_station in service.gazetteer.districts else None
    return spot, held.district or named or in_district


def _plainest_words(service: Service, town: str, found: Sequence[Case], held: Mapping[int, Place]) -> str:
    """Of all words for one station those that tell least of it: the line says of no case more than was said of it."""
    told = [
        (held[case.id].text, service.gazetteer.stations.only(held[case.id].text, (town,))) for case in found
    ]
    named = [(text, station) for text, station in told if station is not None]
    return min(
        named,
        key=lambda said: (said[1].place is not None) + (said[1].number is not None),
        default=("", None),
    )[0]


def _is_district(group: tuple[Spot, str | None, list[Case]], here: Spot, district: str | None) -> bool:
    """The station of a district is one, however it is called, unless both are told and differ."""
    known = group[0].station is not None and here.station is not None
    return not known and district is not None and group[1] == district and group[0].town == here.town


STATIONS, CODES = 8, 6  # places on one board, codes in a line


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How it is now."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    incident = await tx.incidents.get(card.subject_id)
    if incident is None:
        return None
    name, phase = incident_title(service, language, incident), incident.phase
    if phase is IncidentPhase.REFUSED:
        undo = Button(service.words.say(language, "button-incident-undo"), f"incident:{incident.id}:unrefuse")
        return stub(service, language, "incident-refused", ((undo,),), name=name)
    proposed = await incident_cases.links_of(tx, incident, IncidentStanding.PROPOSED)
    if phase is IncidentPhase.PROPOSED:
        links = [*await incident_cases.links_of(tx, incident, IncidentStanding.IN), *proposed]
    else:
        links = await incident_cases.links_of(tx, incident, IncidentStanding.IN)
    cases = sorted(await incident_cases.cases_of(tx, links), key=_by_need)
    texts = [
        *_head_lines(service, language, incident, name, len(cases)),
        "",
        *await _fact_lines(tx, service, language, cases),
    ]
    if incident.pattern is not None:
        key = f"incident-pattern-{incident.pattern.replace('_', '-')}"
        texts += ["", service.words.say(language, key)]
    page = lines_on_page(cases, card)
    texts += ["", *[await _case_line(tx, service, language, case) for case in page]]
    ask, rows = _proposal_buttons(service, language, incident, len(proposed)), _code_buttons(page)
    more = _board_buttons(service, language, incident) if phase is not IncidentPhase.PROPOSED else ()
    if ask and phase is IncidentPhase.OPEN:
        named = (await incident_cases.cases_of(tx, proposed))[-CODES:]
        texts += ["", service.words.say(language, "incident-more", count=len(proposed))]
        texts += [await _case_line(tx, service, language, case) for case in named]
        ask = (*ask, *_code_buttons(named))
    return Presentation(
        "\n".join(texts).strip(), (*ask, *rows, *page_buttons(len(cases), card), *more), protect=True
    )


def _by_need(case: Case) -> tuple[int, bool, int]:
    """People held without a lawyer first, the urgent before the others; then the newest."""
    place = [CaseState.OPEN, CaseState.ACCEPTED, CaseState.CLOSED].index(case.state)
    return (place if is_held(case) else 3), case.priority != "urgent", -case.id


def _head_lines(service: Service, language: str, incident: Incident, name: str, count: int) -> list[str]:
    say = service.words.say
    lines = [say(language, "incident-head", name=name, phase=incident.phase)]
    if incident.mass_at is not None:
        minutes = round(service.mass.within.total_seconds() / 60)
        lines.append(say(language, "incident-mass", count=service.mass.count, minutes=minutes))
    if incident.phase is IncidentPhase.PROPOSED:
        lines.append(say(language, "incident-ask", rule=incident.rule, count=count))
    return lines


async def _fact_lines(tx: Transaction, service: Service, language: str, cases: Sequence[Case]) -> list[str]:
    """Who is where, who has a lawyer, who is out, what is not known."""
    say = service.words.say
    if not cases:
        return [say(language, "incident-empty")]
    held = [case for case in cases if is_held(case)]
    told = await whereabouts(tx, held)
    found = count_incident(cases, told.held, told.released)
    lines = [_count_line(service, language, "incident-people", found.whole)]
    lines += [
        _count_line(service, language, f"incident-{part.replace('_', '-')}", found.parts[part])
        for part in BoardPart
        if part in found.parts
    ]
    if found.out_of_groups:
        lines.append(say(language, "incident-out-of-groups", count=found.out_of_groups))
    places = detention_places(service, held, told.held)
    if places:
        lines += ["", say(language, "incident-where")]
        lines += [_station_line(service, language, place) for place in places[:STATIONS]]
        if len(places) > STATIONS:
            lines.append(say(language, "incident-stations-more", count=len(places) - STATIONS))
    return lines + _unknown_lines(service, language, found)


def _count_line(service: Service, language: str, key: str, count: CasesAndPeople) -> str:
    return service.words.say(
        language, key, count=count.cases, identified=count.identified, unidentified=count.unidentified
    )


def _station_line(service: Service, language: str, station: DetentionPlace) -> str:
    known, name = service.gazetteer.knows, service.gazetteer.name
    names = [name(id, language) for id in (station.city, station.district) if id and known(id)]
    codes = [case.code for case in station.cases[:CODES]]
    if len(station.cases) > CODES:
        codes.append("…")
    place = ", ".join(names) or service.words.say(language, "place-unknown")
    if label := case_lines.held_label(service, language, station.said, station.city or ""):
        place = ", ".join([*names[:1], label])
    people = [case.identified + case.unidentified_min for case in station.cases]
    return service.words.say(
        language,
        "incident-station",
        place=place,
        count=len(station.cases),
        identified=sum(case.identified for case in station.cases),
        unidentified=sum(people) - sum(case.identified for case in station.cases),
        codes=" · ".join(codes),
    )


def _unknown_lines(service: Service, language: str, found: IncidentFigures) -> list[str]:
    """What is not known of those who are held, as numbers of cases."""
    numbers = {
        "station": found.without_station,
        "city": found.without_city,
        "time": found.without_time,
        "ongoing": found.unsure,
    }
    lines = [
        service.words.say(language, f"incident-unknown-{name}", count=number)
        for name, number in numbers.items()
        if number
    ]
    return ["", service.words.say(language, "incident-unknown"), *lines] if lines else []


async def _case_line(tx: Transaction, service: Service, language: str, case: Case) -> str:
    state = await state_words(tx, service, language, case, with_last_step=False)
    people = case_lines.count_words(service, language, case)
    return f"• {case_lists.case_line(service, language, case, f'{people} · {state}')}"


def _code_buttons(page: Sequence[Case]) -> ButtonRows:
    buttons = [Button(case.code, f"open:{case.id}") for case in page]
    return in_button_rows(buttons)


def _proposal_buttons(service: Service, language: str, incident: Incident, proposed: int) -> ButtonRows:
    say, number = service.words.say, incident.id
    if incident.phase is IncidentPhase.PROPOSED:
        yes = Button(say(language, "button-incident-confirm"), f"incident:{number}:confirm", Style.SUCCESS)
        return ((yes, Button(say(language, "button-incident-refuse"), f"incident:{number}:refuse")),)
    if incident.phase is IncidentPhase.OPEN and proposed:
        yes = Button(
            say(language, "button-incident-add-all", count=proposed), f"incident:{number}:add", Style.SUCCESS
        )
        return ((yes, Button(say(language, "button-incident-none"), f"incident:{number}:none")),)
    return ()


def _board_buttons(service: Service, language: str, incident: Incident) -> ButtonRows:
    def button(word: str) -> Button:
        return Button(
            service.words.say(language, f"button-incident-{word}"), f"incident:{incident.id}:{word}"
        )

    letter = Button(service.words.say(language, "button-letter"), f"letters:{incident.id}")
    if incident.phase is IncidentPhase.ENDED:
        return ((button("reopen"), letter),)
    return ((button("case"), button("out")), (button("name"), button("pattern")), (button("end"), letter))
