"""The live board of an incident, in each coordinator's chat: edited as its cases change, and it never makes a sound.

Coarse, as every list: codes, places of the gazetteer, numbers; no names, no words. While it is only proposed it asks.
"""

from collections.abc import Sequence

from bot.core.casework.incident_figures import Count, Figures, Part, figures, is_held
from bot.core.incidents import Incident, Phase, Standing
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards import case_lines, overviews
from handlers.cards.case_card import state_words, stub
from handlers.cards.paging import on_page, turning
from handlers.incidents import membership
from handlers.incidents.stations import Station, stations, whereabouts
from handlers.incidents.titles import title
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
    name, phase = title(service, language, incident), incident.phase
    if phase is Phase.REFUSED:
        undo = Button(service.words.say(language, "button-incident-undo"), f"incident:{incident.id}:unrefuse")
        return stub(service, language, "incident-refused", ((undo,),), name=name)
    proposed = await membership.links_of(tx, incident, Standing.PROPOSED)
    if phase is Phase.PROPOSED:
        links = [*await membership.links_of(tx, incident, Standing.IN), *proposed]
    else:
        links = await membership.links_of(tx, incident, Standing.IN)
    cases = sorted(await membership.cases_of(tx, links), key=_by_need)
    texts = [
        *_head(service, language, incident, name, len(cases)),
        "",
        *await _told(tx, service, language, cases),
    ]
    if incident.pattern is not None:
        key = f"incident-pattern-{incident.pattern.replace('_', '-')}"
        texts += ["", service.words.say(language, key)]
    page = on_page(cases, card)
    texts += ["", *[await _line(tx, service, language, case) for case in page]]
    ask, rows = _asking(service, language, incident, len(proposed)), _codes(page)
    more = _working(service, language, incident) if phase is not Phase.PROPOSED else ()
    if ask and phase is Phase.OPEN:
        named = (await membership.cases_of(tx, proposed))[-CODES:]
        texts += ["", service.words.say(language, "incident-more", count=len(proposed))]
        texts += [await _line(tx, service, language, case) for case in named]
        ask = (*ask, *_codes(named))
    return Presentation(
        "\n".join(texts).strip(), (*ask, *rows, *turning(len(cases), card), *more), protect=True
    )


def _by_need(case: Case) -> tuple[int, bool, int]:
    """Whoever is held without a lawyer first, the urgent before the others; then the newest."""
    place = [CaseState.OPEN, CaseState.ACCEPTED, CaseState.CLOSED].index(case.state)
    return (place if is_held(case) else 3), case.priority != "urgent", -case.id


def _head(service: Service, language: str, incident: Incident, name: str, count: int) -> list[str]:
    say = service.words.say
    lines = [say(language, "incident-head", name=name, phase=incident.phase)]
    if incident.mass_at is not None:
        minutes = round(service.mass.within.total_seconds() / 60)
        lines.append(say(language, "incident-mass", count=service.mass.count, minutes=minutes))
    if incident.phase is Phase.PROPOSED:
        lines.append(say(language, "incident-ask", rule=incident.rule, count=count))
    return lines


async def _told(tx: Transaction, service: Service, language: str, cases: Sequence[Case]) -> list[str]:
    """Who is where, who has a lawyer, who is out, what is not known."""
    say = service.words.say
    if not cases:
        return [say(language, "incident-empty")]
    held = [case for case in cases if is_held(case)]
    told = await whereabouts(tx, held)
    found = figures(cases, told.held, told.released)
    lines = [_counted(service, language, "incident-people", found.whole)]
    lines += [
        _counted(service, language, f"incident-{part.replace('_', '-')}", found.parts[part])
        for part in Part
        if part in found.parts
    ]
    if found.out_of_groups:
        lines.append(say(language, "incident-out-of-groups", count=found.out_of_groups))
    places = stations(service, held, told.held)
    if places:
        lines += ["", say(language, "incident-where")]
        lines += [_station(service, language, place) for place in places[:STATIONS]]
        if len(places) > STATIONS:
            lines.append(say(language, "incident-stations-more", count=len(places) - STATIONS))
    return lines + _unknown(service, language, found)


def _counted(service: Service, language: str, key: str, count: Count) -> str:
    return service.words.say(
        language, key, count=count.cases, identified=count.identified, unidentified=count.unidentified
    )


def _station(service: Service, language: str, station: Station) -> str:
    known, name = service.gazetteer.knows, service.gazetteer.name
    names = [name(id, language) for id in (station.city, station.district) if id and known(id)]
    codes = [case.code for case in station.cases[:CODES]]
    if len(station.cases) > CODES:
        codes.append("…")
    place = ", ".join(names) or service.words.say(language, "place-unknown")
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


def _unknown(service: Service, language: str, found: Figures) -> list[str]:
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


async def _line(tx: Transaction, service: Service, language: str, case: Case) -> str:
    state = await state_words(tx, service, language, case, and_way=False)
    people = case_lines.count_words(service, language, case)
    return f"• {overviews.line(service, language, case, f'{people} · {state}')}"


def _codes(page: Sequence[Case]) -> Rows:
    buttons = [Button(case.code, f"open:{case.id}") for case in page]
    return in_rows(buttons)


def _asking(service: Service, language: str, incident: Incident, proposed: int) -> Rows:
    say, number = service.words.say, incident.id
    if incident.phase is Phase.PROPOSED:
        yes = Button(say(language, "button-incident-confirm"), f"incident:{number}:confirm", Style.SUCCESS)
        return ((yes, Button(say(language, "button-incident-refuse"), f"incident:{number}:refuse")),)
    if incident.phase is Phase.OPEN and proposed:
        yes = Button(
            say(language, "button-incident-add-all", count=proposed), f"incident:{number}:add", Style.SUCCESS
        )
        return ((yes, Button(say(language, "button-incident-none"), f"incident:{number}:none")),)
    return ()


def _working(service: Service, language: str, incident: Incident) -> Rows:
    def button(word: str) -> Button:
        return Button(
            service.words.say(language, f"button-incident-{word}"), f"incident:{incident.id}:{word}"
        )

    letter = Button(service.words.say(language, "button-letter"), f"letters:{incident.id}")
    if incident.phase is Phase.ENDED:
        return ((button("reopen"), letter),)
    return ((button("case"), button("out")), (button("name"), button("pattern")), (button("end"), letter))
