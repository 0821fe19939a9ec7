"""The live board of an incident, in each coordinator's chat: edited as its cases change, and it never makes a sound.

It shows who is held where, the cases of one station together. Coarse, as every list: codes, places of the gazetteer,
numbers, no words; names of those cases alone that its reader has open. While the incident is only proposed, the board asks.
"""

from collections.abc import Sequence

from core.casework.incident_figures import (
    BoardPart,
    CasesAndPeople,
    IncidentFigures,
    count_incident,
)
from core.casework.sieves import holds_somebody
from core.model import Case
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.incidents import Incident, IncidentPhase, IncidentStanding
from core.traffic import Card
from core.vocabulary import CaseState
from handlers.cards import case_lines, case_lists
from handlers.cards.case_card import state_words
from handlers.cards.case_labels import CaseLabels, load_labels
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.detention_places import (
    DetentionPlace,
    detention_places,
    name_of_place,
    whereabouts,
)
from handlers.cards.stub import stub
from handlers.incidents import incident_cases
from handlers.incidents.incident_cases import incident_title
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

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
    asked = (await incident_cases.cases_of(tx, proposed))[-CODES:] if phase is IncidentPhase.OPEN else []
    labels = await load_labels(tx, service, language, [*page, *asked], card.address_id)
    texts += ["", *[await _case_line(tx, service, language, case, labels) for case in page]]
    ask, rows = _proposal_buttons(service, language, incident, len(proposed)), _opening_buttons(page, labels)
    more = _board_buttons(service, language, incident) if phase is not IncidentPhase.PROPOSED else ()
    if asked:
        texts += ["", service.words.say(language, "incident-more", count=len(proposed))]
        texts += [await _case_line(tx, service, language, case, labels) for case in asked]
        ask = (*ask, *_opening_buttons(asked, labels))
    return Presentation(
        "\n".join(texts).strip(), (*ask, *rows, *page_buttons(len(cases), card), *more), protect=True
    )


def _by_need(case: Case) -> tuple[int, bool, int]:
    """People held without a lawyer first, the urgent before the others; then the newest."""
    place = [CaseState.OPEN, CaseState.ACCEPTED, CaseState.CLOSED].index(case.state)
    return (place if holds_somebody(case) else 3), case.priority != "urgent", -case.id


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
    held = [case for case in cases if holds_somebody(case)]
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
    codes = [case.code for case in station.cases[:CODES]]
    if len(station.cases) > CODES:
        codes.append("…")
    people = [case.identified + case.unidentified_min for case in station.cases]
    return service.words.say(
        language,
        "incident-station",
        place=name_of_place(service, language, station),
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


async def _case_line(tx: Transaction, service: Service, language: str, case: Case, labels: CaseLabels) -> str:
    state = await state_words(tx, service, language, case)
    people = case_lines.count_words(service, language, case)
    return f"• {case_lists.case_line(service, language, case, f'{people} · {state}', labels)}"


def _opening_buttons(page: Sequence[Case], labels: CaseLabels) -> ButtonRows:
    return in_button_rows(Button(labels.button(case), f"open:{case.id}") for case in page)


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
    ticks = Button(service.words.say(language, "button-ticks"), f"ticks:{incident.id}")
    first = (ticks, button("case"), button("out"))
    return (first, (button("name"), button("pattern")), (button("end"), letter))
