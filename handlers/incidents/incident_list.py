"""All incidents of the organisation: made by hand, listed, and those of one case."""

from msgspec.structs import replace

from core import folding
from core.model import Case
from core.presentation import Button, Presentation, Style
from core.records.incidents import Incident, IncidentPhase, IncidentRule, IncidentStanding
from core.traffic import Card, Lane
from handlers.arguments import OnCase
from handlers.cards import live_cards
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.stub import stub
from handlers.incidents import incident_actions, incident_cases
from handlers.incidents.incident_actions import SURE, OnCaseAndIncident, OnIncidentLink
from handlers.incidents.incident_cases import LONGEST, incident_title
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import incidents
from storage.transaction import Transaction

LABEL = 28  # characters of a name on a button
ENDED = 30  # incidents that are over and listed: the newest


async def on_incident_asked(turn: Turn, name: str) -> None:
    """``/incident NAME``: there is one of this name now, with its board. Alone, as ``/incidents``."""
    if not name:
        await on_list_asked(turn, name)
        return
    name = name[:LONGEST]
    incident = next(
        (
            incident
            for incident in await _open_incidents(turn.tx)
            if folding.fold_text(incident.name) == folding.fold_text(name)
        ),
        None,
    )
    member = turn.coordinator
    if incident is None and member is not None:
        made = Incident(turn.tx.new_id(), name, IncidentRule.HAND, turn.now, member.id)
        incident = turn.tx.incidents.add(replace(made, confirmed_at=turn.now, confirmed_by=member.id))
        await incident_cases.show_boards(turn.tx, incident, Lane.EDIT)
    if incident is not None:
        await live_cards.renew(turn.tx, incident_cases.CARD, incident.id, turn.address.id, Lane.REPLY)
        await incident_cases.touch_boards(turn.tx, incident)


async def on_list_asked(turn: Turn, argument: str) -> None:
    """``/incidents``: all of them, in one message that follows them."""
    await live_cards.renew(turn.tx, incident_cases.LIST, 0, turn.address.id, Lane.REPLY)


async def _open_incidents(tx: Transaction) -> list[Incident]:
    return await tx.incidents.by(ended_at=None)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The list: what is proposed, what goes on, what is over; one button each."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    over = await tx.incidents.select(
        incidents.c.ended_at.is_not(None), order_by=incidents.c.id.desc(), limit=ENDED
    )
    going_on = sorted(
        await _open_incidents(tx),
        key=lambda incident: (incident.phase is not IncidentPhase.PROPOSED, -incident.id),
    )
    found = [*going_on, *(incident for incident in over if incident.phase is IncidentPhase.ENDED)]
    if not found:
        return stub(service, language, "incidents-none")
    texts, rows = [service.words.say(language, "incidents-head", count=len(going_on)), ""], []
    for incident in lines_on_page(found, card):
        name = incident_title(service, language, incident)
        standing = (
            IncidentStanding.PROPOSED if incident.phase is IncidentPhase.PROPOSED else IncidentStanding.IN
        )
        links = await incident_cases.links_of(tx, incident, standing)
        cases = await incident_cases.cases_of(tx, links)
        cities = dict.fromkeys(
            case.city for case in cases if case.city and service.gazetteer.knows(case.city)
        )
        places = ", ".join(service.gazetteer.name(city, language) for city in list(cities)[:5])
        line = service.words.say(
            language,
            "incidents-line",
            name=name,
            phase=incident.phase,
            count=len(cases),
            places=places or "none",
        )
        texts.append(f"• {line}")
        if incident.pattern is not None:
            key = f"incident-pattern-{incident.pattern.replace('_', '-')}"
            texts.append(f"  {service.words.say(language, key)}")
        rows.append((Button(_label(name), f"incident:{incident.id}:show"),))
    return Presentation("\n".join(texts), (*rows, *page_buttons(len(found), card)), protect=True)


def _label(name: str) -> str:
    return name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"


async def on_case_incidents_asked(turn: Turn, found: OnCase) -> None:
    """*Incidents* of a case: those it is in, to be taken out of; those that go on, to be put into."""
    await _show_case_incidents(turn, found.case)


async def _show_case_incidents(turn: Turn, case: Case) -> None:
    inside = {
        link.incident_id: link
        for link in await turn.tx.incident_links.by(case_id=case.id)
        if link.standing is IncidentStanding.IN
    }
    going_on = [
        incident for incident in await _open_incidents(turn.tx) if incident.phase is IncidentPhase.OPEN
    ]
    rows = []
    for incident in [found for id in inside if (found := await turn.tx.incidents.get(id)) is not None]:
        name = _label(incident_title(turn.service, turn.language, incident))
        label = turn.say("button-incident-take-out", name=name)
        rows.append((Button(label, f"delist:{inside[incident.id].id}:{IncidentStanding.IN}"),))
    for incident in going_on[::-1][:8]:
        if incident.id not in inside:
            name = _label(incident_title(turn.service, turn.language, incident))
            label = turn.say("button-incident-put-into", name=name)
            rows.append((Button(label, f"enlist:{case.id}:{incident.id}", Style.PRIMARY),))
    turn.reply("incidents-of-case", tuple(rows), code=case.code, count=len(inside))


async def on_added(turn: Turn, found: OnCaseAndIncident) -> None:
    """*Add to …*."""
    await incident_actions.add_case(turn, found.incident, found.case, found.member, sure=found.word == SURE)


async def on_taken_out(turn: Turn, found: OnIncidentLink) -> None:
    """*Take out of …*."""
    if found.link.standing is not IncidentStanding.IN:
        turn.reply("incident-undone-already")
        return
    await incident_actions.take_case_out(turn, found.incident, found.link, found.member)
