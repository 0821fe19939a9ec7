"""All incidents of the organisation: made by hand, listed, and those of one case."""

from msgspec.structs import replace

from bot.core import folding
from bot.core.incidents import Incident, Phase, Rule, Standing
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card, Lane
from handlers.cards import tracking
from handlers.cards.case_card import stub
from handlers.cards.paging import on_page, turning
from handlers.incidents import adding, membership
from handlers.incidents.about import SURE, OnBoth, OnDecision
from handlers.incidents.titles import LONGEST, title
from handlers.people.readers import is_coordinator, language_of
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import incidents
from storage.transaction import Transaction

LABEL = 28  # characters of a name on a button
ENDED = 30  # incidents that are over and listed: the newest


async def on_asked(turn: Turn, name: str) -> None:
    """``/incident NAME``: there is one of this name now, with its board. Alone, as ``/incidents``."""
    if not name:
        await on_list_asked(turn, name)
        return
    name = name[:LONGEST]
    incident = next(
        (one for one in await _going_on(turn.tx) if folding.fold(one.name) == folding.fold(name)), None
    )
    member = turn.coordinator
    if incident is None and member is not None:
        made = Incident(turn.tx.new_id(), name, Rule.HAND, turn.now, member.id)
        incident = turn.tx.incidents.add(replace(made, confirmed_at=turn.now, confirmed_by=member.id))
        await membership.show_all(turn.tx, incident, Lane.EDIT)
    if incident is not None:
        await tracking.renew(turn.tx, membership.CARD, incident.id, turn.address.id, Lane.REPLY)
        await membership.changed(turn.tx, incident)


async def on_list_asked(turn: Turn, argument: str) -> None:
    """``/incidents``: all of them, in one message that follows them."""
    await tracking.renew(turn.tx, membership.LIST, 0, turn.address.id, Lane.REPLY)


async def _going_on(tx: Transaction) -> list[Incident]:
    return await tx.incidents.by(ended_at=None)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The list: what is proposed, what goes on, what is over; one button each."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    over = await tx.incidents.select(
        incidents.c.ended_at.is_not(None), order_by=incidents.c.id.desc(), limit=ENDED
    )
    going_on = sorted(await _going_on(tx), key=lambda one: (one.phase is not Phase.PROPOSED, -one.id))
    found = [*going_on, *(one for one in over if one.phase is Phase.ENDED)]
    if not found:
        return stub(service, language, "incidents-none")
    texts, rows = [service.words.say(language, "incidents-head", count=len(going_on)), ""], []
    for incident in on_page(found, card):
        name = title(service, language, incident)
        standing = Standing.PROPOSED if incident.phase is Phase.PROPOSED else Standing.IN
        links = await membership.links_of(tx, incident, standing)
        cases = await membership.cases_of(tx, links)
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
    return Presentation("\n".join(texts), (*rows, *turning(len(found), card)), protect=True)


def _label(name: str) -> str:
    return name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"


async def on_case_asked(turn: Turn, found: OnCase) -> None:
    """*Incidents* of a case: those it is in, to be taken out of; those that go on, to be put into."""
    await _show(turn, found.case)


async def _show(turn: Turn, case: Case) -> None:
    inside = {
        link.incident_id: link
        for link in await turn.tx.incident_links.by(case_id=case.id)
        if link.standing is Standing.IN
    }
    going_on = [one for one in await _going_on(turn.tx) if one.phase is Phase.OPEN]
    rows = []
    for incident in [one for id in inside if (one := await turn.tx.incidents.get(id)) is not None]:
        name = _label(title(turn.service, turn.language, incident))
        label = turn.say("button-incident-take-out", name=name)
        rows.append((Button(label, f"delist:{inside[incident.id].id}:{Standing.IN}"),))
    for incident in going_on[::-1][:8]:
        if incident.id not in inside:
            name = _label(title(turn.service, turn.language, incident))
            label = turn.say("button-incident-put-into", name=name)
            rows.append((Button(label, f"enlist:{case.id}:{incident.id}", Style.PRIMARY),))
    turn.reply("incidents-of-case", tuple(rows), code=case.code, count=len(inside))


async def on_added(turn: Turn, found: OnBoth) -> None:
    """*Add to …*."""
    await adding.add(turn, found.incident, found.case, found.member, sure=found.word == SURE)


async def on_taken_out(turn: Turn, found: OnDecision) -> None:
    """*Take out of …*."""
    if found.link.standing is not Standing.IN:
        turn.reply("incident-undone-already")
        return
    await adding.take_out(turn, found.incident, found.link, found.member)
